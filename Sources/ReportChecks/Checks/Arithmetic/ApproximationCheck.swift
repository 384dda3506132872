import ReportModel

/// 约数自相矛盾: 近…余, 约…左右.
struct ApproximationCheck: DraftCheck {
  let about = CheckDescription(
    "arithmetic.approximation", .error, "约数用词自相矛盾",
    rationale: "“近”“不足”表示不到，“余”“多”“以上”表示超过，不能同用；“约”和“左右”“余”意思重复，同用也不规范。",
    source: "GB/T 15835-2011，4.2；实务",
    triggering: [
      .draft("累计[[近4000余人次]]参与活动。"), .draft("投入资金[[约300万元左右]]。"), .draft("惠及群众[[不足2万多人]]。"),
      .draft("[[超过50余个]]项目落地。"), .draft("清理大小沟渠[[超过40公里左右]]。"),
      .draft("经营主体总量突破6万户，达到[[5.94万户]]。"), .draft("累计接待近80万人次，达[[83.2万人次]]。"),
    ],
    silent: [
      .draft("累计近4000人次参与活动。"), .draft("解决问题300多个。"), .draft("附近300余户居民受益。"), .draft("新签约20多个项目。"),
      .draft("用时不到20多年前的一半。"), .draft("经营主体突破6万户，达到6.14万户。"), .draft("投资突破6亿元，其中技改投资达到2亿元。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let draft = input.draft else { return }
    if let page = input.page { bounds(page, &result) }
    for mention in draft.quantities where mention.quantity.approximation != nil {
      let folded = FoldedWords(units: draft.text.units[mention.range])
      guard Self.clashes.contains(where: { $0.before.contains { folded.hasPrefix($0) } }) else { continue }
      let words = draft.text.folded(mention.range)
      let before = words.prefix { !$0.isNumber && !Self.numerals.contains($0) }
      let after = words.dropFirst(before.count)
      guard
        let clash = Self.clashes.first(where: { clash in
          clash.before.contains { before.hasPrefix($0) } && clash.after.contains { after.contains($0) }
        })
      else { continue }
      if draft.text.folded(mention.range.upperBound..<min(draft.text.count, mention.range.upperBound + 2))
        .hasPrefix("年前") || after.hasSuffix("年") && clash.severity == .error
      {
        continue
      }
      result.report(
        draft.text.place(mention.range), clash.severity == .error ? "约数用词自相矛盾" : "约数用词重复", "请只留一个表示约数的词",
        severity: clash.severity,
        explanation:
          "“\(draft.text.string(mention.range))”前后两个词\(clash.severity == .error ? "一个说不到，一个说超过" : "意思重复")")
    }
  }

  /// 突破6万户,达到5.94万户: the figure itself is on the other side of the round one.
  private func bounds(_ page: FigurePage, _ result: inout CheckResult) {
    for figure in page.draft.quantities.indices.dropFirst() where page.isExact(figure) {
      let round = figure - 1
      guard let word = page.quantity(round).approximation, page.sameUnit(round, figure),
        case let between = page.words(page.range(round).upperBound..<page.range(figure).lowerBound),
        Self.reaching.contains(where: { between == $0 })
      else { continue }
      let printed = page.words(page.range(round))
      let isBelow = page.value(figure) < page.value(round)
      guard
        isBelow && word.isAbove && page.value(figure) * 2 > page.value(round)
          || !isBelow && page.value(figure) < page.value(round) * 2
            && Self.clashes[0].before.contains(where: { printed.hasPrefix($0) })
      else { continue }
      result.report(
        page.draft.text.place(page.range(figure)), "与前面的约数相矛盾：前文写“\(page.text(page.range(round)))”", "请核对这个数",
        related: [.init(page.draft.text.place(page.range(round)), "约数在这里")])
    }
  }

  private static let reaching: Set<String> = [",达到", ",达", ",实际达到", ",总数达到", ",总量达到", ",共", ",为"]
  private static let numerals: Set<Character> = Set("一二三四五六七八九十百千两几数")
  private static let clashes: [(before: [String], after: [String], severity: Severity)] = [
    (["近", "接近", "将近", "不足", "不到"], ["余", "多", "以上"], .error),
    (["超", "超过", "突破", "逾", "不低于", "不少于", "至少"], ["左右", "上下", "以下", "以内"], .error),
    (["不超过", "不高于", "不多于", "至多", "最多"], ["余", "多", "以上", "左右"], .error),
    (["约", "大约", "大概", "约为"], ["左右", "上下", "以上", "余", "多"], .warning),
    (["近", "接近", "将近"], ["左右", "上下"], .warning),
    (["超", "超过", "突破", "逾"], ["余", "多", "以上"], .warning),
  ]
}
