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
      .draft("全年受理咨询9860件，首次[[突破万件]]。"), .draft("1036户脱贫家庭（[[近千户]]）在家门口务工。"),
      .draft("每家企业年均受检5.2次，[[不足3次]]。"),
      .draft("全年成交386宗，成交额19640万元。[[突破2亿元]]的交易额折射出活力。"),
      .draft("享受补贴的老人达31200人。从城关到山乡，[[近3万名]]老人吃上热饭。"),
    ],
    silent: [
      .draft("成交额20640万元。突破2亿元的交易额折射出活力。享受补贴的老人达29200人。近3万名老人吃上热饭。培训村干部31200人。近3万名群众受益。"),
      .draft("累计近4000人次参与活动。"), .draft("解决问题300多个。"), .draft("附近300余户居民受益。"), .draft("新签约20多个项目。"),
      .draft("用时不到20多年前的一半。"), .draft("经营主体突破6万户，达到6.14万户。"), .draft("投资突破6亿元，其中技改投资达到2亿元。"),
      .draft("全年受理咨询10860件，首次突破万件。"), .draft("973户脱贫家庭（近千户）在家门口务工。"), .draft("完成投资36亿元，超过40亿元的企业3家。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let draft = input.draft else { return }
    if let page = input.page {
      bounds(page, &result)
      echoes(page, &result)
    }
    for mention in draft.quantities where mention.quantity.approximation != nil {
      let folded = FoldedWords(units: draft.text.units[mention.range])
      guard Self.clashes.contains(where: { folded.hasAnyPrefix($0.before) }) else { continue }
      let words = draft.text.folded(mention.range)
      let before = words.prefix { !$0.isNumber && !Self.numerals.contains($0) }
      let after = words.dropFirst(before.count)
      guard
        let clash = Self.clashes.first(where: { clash in
          before.hasAnyPrefix(clash.before) && after.containsAny(clash.after)
        })
      else { continue }
      if draft.text.folded((mention.range.upperBound..<draft.text.count).prefix(2))
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

  /// 突破6万户,达到5.94万户; 1036户(近千户); 9860件,首次突破万件: the figure itself is on the other side of the round one.
  private func bounds(_ page: FigurePage, _ result: inout CheckResult) {
    for second in page.draft.quantities.indices.dropFirst() {
      let first = second - 1
      guard page.isExact(first) != page.isExact(second), page.sameUnit(first, second) else { continue }
      let (round, figure) = page.isExact(first) ? (second, first) : (first, second)
      guard let word = page.quantity(round).approximation, isOfSame(first, second, page) else { continue }
      let printed = page.words(page.range(round))
      let (value, bound) = (page.value(figure), page.value(round))
      let isClash =
        if word.isAbove || !word.mayFallShort {
          value < bound && value * 2 > bound
        } else {
          (word.isBelow || word == .orLess && value > bound) && value >= bound && value < bound * 2
            && printed.hasAnyPrefix(Self.upTo)
        }
      guard isClash else { continue }
      result.report(
        page.draft.text.place(page.range(second)), "与前面的数相矛盾：前文写“\(page.text(page.range(first)))”", "请核对这个数",
        related: [.init(page.draft.text.place(page.range(first)), "前面是这样写的")])
    }
  }

  /// 成交额19640万元。突破2亿元的交易额…: the figure told before again, in round words that all but fit, on the wrong side of it.
  private func echoes(_ page: FigurePage, _ result: inout CheckResult) {
    for round in page.draft.quantities.indices.dropFirst() {
      guard let word = page.quantity(round).approximation, page.isAmount(round),
        page.claim(round).change == nil,
        round == page.siblings(of: round).lowerBound,
        let figure = (max(0, round - 4)..<round).last(where: { isLike($0, round, page) }),
        page.isExact(figure), page.paragraph(of: figure) == page.paragraph(of: round),
        page.claim(round).sentence == page.claim(figure).sentence + 1,
        case (let value, let bound) = (page.value(figure), page.value(round)), value != bound,
        abs(value - bound) * 100 <= bound * 6, bound >= 100
      else { continue }
      let isClash =
        word.isAbove || !word.mayFallShort
        ? value < bound
        : word.isBelow && value > bound && page.words(page.range(round)).hasAnyPrefix(Self.upTo)
      let words = page.tail(round).prefix(8)
      guard isClash,
        words.contains(where: { index in
          Mark.isHan(page.units[index]) && page.units[index] != Mark.of
            && (page.has(page.units[index], in: page.lead(figure).suffix(12))
              || page.has(page.units[index], in: page.tail(figure).prefix(8)))
        })
      else { continue }
      result.report(
        page.draft.text.place(page.range(round)), "与前面的数相矛盾：前文写“\(page.text(page.range(figure)))”",
        "请核对这个数", severity: .warning,
        related: [.init(page.draft.text.place(page.range(figure)), "前面是这样写的")])
    }
  }

  private func isLike(_ a: Int, _ b: Int, _ page: FigurePage) -> Bool {
    page.sameUnit(a, b) || Self.people.contains(page.unit(a)) && Self.people.contains(page.unit(b))
  }

  private static let people: Set<String> = ["人", "名", "位"]

  /// Whether two figures side by side are told of one thing: joined by 达到, one of them in brackets, or a clause of nothing but a mark passed.
  private func isOfSame(_ first: Int, _ second: Int, _ page: FigurePage) -> Bool {
    let gap = page.range(first).upperBound..<page.range(second).lowerBound
    let between = page.words(gap)
    if page.isExact(second), Self.reaching.contains(where: { between == $0 }) { return true }
    let end = page.range(second).upperBound
    guard end < page.units.count,
      page.tail(second).isEmpty || Self.marks.contains(where: { page.words(page.tail(second)) == $0 })
    else { return false }
    // 近5000户(实为5120户), 千余家(登记936家).
    if page.isExact(second), page.units[end] == 0x29,
      let open = gap.firstIndex(where: { page.units[$0] == 0x28 }),
      open - gap.lowerBound <= 4,
      (gap.lowerBound..<gap.upperBound).allSatisfy({ $0 == open || Mark.isHan(page.units[$0]) }),
      Self.counting.contains(where: { page.words(open + 1..<gap.upperBound).hasSuffix($0) })
    {
      return true
    }
    if between.hasSuffix("("), page.units[end] == 0x29 {
      return gap.count <= 9 && gap.dropLast().allSatisfy { Mark.isHan(page.units[$0]) }
    }
    return page.isExact(first) && page.tail(first).isEmpty && Self.passing.contains { between == $0 }
      && page.claim(first).change == nil && page.claim(second).change == nil
  }

  private static let marks = ["大关", "关口", "关", "门槛"]
  private static let counting = [
    "实为", "实际为", "实际", "登记", "统计", "统计为", "实有", "具体为", "登记为", "核定", "准确数为", "实数为",
  ]
  private static let passing: Set<String> = Set(
    Mark.texts(
      ", ,首次 ,已 ,成功 ,一举 ,历史性 ,历史首次 ,首度 ,总量 ,总数 ,已经 ,仍 ,尚"))
  private static let upTo = clashes[0].before + clashes[2].before
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
