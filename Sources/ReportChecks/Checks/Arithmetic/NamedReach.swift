import Foundation
import ReportModel

/// 由…到: what has come to be so many, and what a list holds by its title.
extension NamedAgainRule {
  /// 把31条班线并成16条: there are no longer so many.
  func isOver(_ figure: Int) -> Bool {
    page.siblings(of: figure).contains(figure + 1) && page.sameUnit(figure, figure + 1)
      && Self.turning.contains(where: { page.words(page.lead(figure)).hasSuffix($0) })
      && reached(figure + 1) != nil
  }

  private static let turning = ["把", "将", "由", "从"]

  /// 公交线路 of 公交线路由22条增加到28条, 服务队 of 服务队扩充到23支: what has come to be so many; nil for other figures.
  func reached(_ figure: Int) -> Range<Int>? {
    let lead = page.lead(figure)
    if let made = made(before: figure) { return made }
    let isLasting = SwappedDigitsRule.lasting.contains(page.unit(figure))
    let words = page.words(lead.last.map { page.units[$0] } == Self.done ? lead.dropLast() : lead)
    guard page.isThing(figure) || page.isPerson(figure) || isLasting,
      let word = (isLasting ? Self.shrinking : Self.growing).first(where: words.hasSuffix)
    else {
      return nil
    }
    var rest = lead.prefix(words.units.count - word.utf16.count)
    if page.words(rest).hasSuffix("队伍") { rest = rest.dropLast(2) }
    let start = figure - 1
    if !rest.isEmpty { return word == "达到" ? nil : rest }
    guard page.siblings(of: figure).contains(start), page.sameUnit(start, figure),
      page.before(figure).count <= 8,
      isLasting || page.value(start) < page.value(figure), word != "达到", case let lead = page.lead(start),
      let from = lead.lastIndex(where: { page.units[$0] == Mark.from || page.units[$0] == Mark.since }),
      lead.upperBound - from <= 5
    else { return nil }
    return grown(upTo: start, figure) ?? lead.lowerBound..<from
  }

  /// 制度文件 of 附件2 制度文件清单(15份): what a list holds by its title.
  func listed(_ figure: Int) -> [UInt16]? {
    let open = page.lead(figure).lowerBound - 1
    guard open > 0, page.units[open] == 0x28, page.lead(figure).count <= 1,
      let kind = Self.lists.first(where: { page.units[..<open].suffix($0.count).elementsEqual($0) })
    else { return nil }
    let end = open - kind.count
    let first = page.draft.paragraphs[page.paragraph(of: figure)].range.lowerBound
    var start = end
    while start > first, end - start < 14, Mark.isHan(page.units[start - 1]),
      page.units[start - 1] != Mark.year
    {
      start -= 1
    }
    return end - start >= 4 ? Array(page.units[start..<end]) : nil
  }

  private static let done: UInt16 = 0x4E86  // 了
  private static let shrinking = [
    "压缩到", "压缩至", "压缩为", "压减到", "压减至", "压减为", "缩短到", "缩短至", "缩短为", "压到", "压至", "降到", "降至", "减到", "减至", "缩至",
    "缩到",
    "减少到", "减少至",
  ]
  static let totals = ["总数", "总量", "累计", "总计"]
  private static let growing = [
    "达到", "并成", "并为", "归并为", "归并成", "整合为", "整合成", "整合到", "合并为", "合并成", "精简为", "精简到", "压减到", "压减为", "减少到",
    "减至",
    "增加到", "增加至", "增至", "增到", "扩大到", "扩大至", "扩充到", "扩充至", "发展到", "发展至", "壮大到", "拓展到", "拓展至", "扩展到",
    "扩展至", "优化到", "上升到", "上升至", "提高到", "扩至", "扩到", "延伸到", "增长到", "增长至",
  ]

  /// 高新技术企业 of 高新技术企业净增56家,总数由356家增加到412家: the total is named by what was added to it.
  private func grown(upTo start: Int, _ figure: Int) -> Range<Int>? {
    let new = start - 1
    guard page.words(page.lead(start)).hasAnyPrefix(Self.totals), page.siblings(of: figure).contains(new),
      page.sameUnit(new, figure), page.value(new) + page.value(start) == page.value(figure),
      let verb = Self.addings.first(where: { page.words(page.lead(new)).hasSuffix($0) }),
      page.lead(new).count >= verb.utf16.count + 3
    else { return nil }
    return page.lead(new).dropLast(verb.utf16.count)
  }

  private static let lists = Mark.words("清单 目录 一览表 汇总表 名录 名单 明细表 统计表")
  private static let addings = ["净增加", "净增", "新增加", "新增", "增加", "新认定", "新培育", "新建"]
}
