import ReportModel

/// 约数自相矛盾: 近…余, 约…左右.
struct ApproximationCheck: Check {
  let about = CheckDescription(
    "arithmetic.approximation", .error, "约数用词自相矛盾",
    rationale: "“近”“不足”表示不到，“余”“多”“以上”表示超过，不能同用；“约”和“左右”“余”意思重复，同用也不规范。",
    source: "GB/T 15835-2011，4.2；实务",
    triggering: [
      .draft("累计[[近4000余人次]]参与活动。"), .draft("投入资金[[约300万元左右]]。"), .draft("惠及群众[[不足2万多人]]。"),
      .draft("[[超过50余个]]项目落地。"), .draft("清理大小沟渠[[超过40公里左右]]。"),
    ],
    silent: [
      .draft("累计近4000人次参与活动。"), .draft("解决问题300多个。"), .draft("附近300余户居民受益。"), .draft("新签约20多个项目。"),
      .draft("用时不到20多年前的一半。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let draft = input.draft else { return }
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
