import Foundation
import ReportModel

/// 仅…就占, 每村一种: parts that words make parts of what stands before them.
extension SubsetRule {
  // MARK: 全年巡诊1860人次,仅60岁以上老人就占1230人次

  func only(_ figure: Int, _ book: inout RelationBook) {
    let (siblings, end) = (page.siblings(of: figure), page.range(figure).lowerBound)
    let first = page.draft.sentences[page.claim(figure).sentence].range.lowerBound
    guard page.lead(figure).contains(where: { page.units[$0] == Self.just }), page.isExact(figure),
      page.claim(figure).change == nil || page.words(page.lead(figure)).hasSuffix("新增")
    else { return }
    var start = page.lead(figure).lowerBound
    while start > first, !Mark.isListMark(page.units[start - 1]) { start -= 1 }
    guard let just = (start..<end).last(where: { page.units[$0] == Self.just }),
      case let words = page.words(start..<end), case let verb = just + 1..<end, !verb.isEmpty,
      let whole = (siblings.lowerBound..<figure).last(where: {
        page.range($0).upperBound <= start && page.sameUnit($0, figure)
      }), figure - whole <= 3, page.isAmount(whole), page.isExact(whole), page.isTold(whole),
      page.isTold(figure), page.claim(whole).period == page.claim(figure).period,
      !page.has(Mark.semicolon, in: page.range(whole).upperBound..<end),
      case let lead = page.words(page.lead(whole)), !lead.containsAny(Self.shorter),
      !page.cues.has([.each, .average, .to, .from], in: page.before(whole)),
      !words.containsAny(Self.others)
    else { return }
    let isBare = Self.holds.contains { page.words(verb) == $0 }
    let isSameDeed = verb.count > 1 && page.shares(verb.prefix(2), with: page.lead(whole))
    // 新增床位120张,仅县医院床位就有360张: of those that were there before.
    guard
      isSameDeed
        || isBare && page.claim(whole).change == nil
          && (!lead.containsAny(Self.added) || words.hasSuffix("就占")),
      words.hasAnyPrefix(Self.onlys) || isBare
    else { return }
    propose(figure, of: whole, &book)
  }

  // MARK: 建成服务站28个,配了联络员的有31个

  /// What is described by 的 and named by nothing else is some of what was counted right before.
  func described(_ figure: Int, _ book: inout RelationBook) {
    let siblings = page.siblings(of: figure)
    // 组建公司52家,年收入超过50万元的有58家: what describes them may be a figure.
    let isMeasured =
      siblings.contains(figure - 1) && !page.sameUnit(figure - 1, figure)
      && !(page.range(figure - 1).upperBound..<page.range(figure).lowerBound).contains {
        Mark.isListMark(page.units[$0])
      }
    let whole = figure - (isMeasured ? 2 : 1)
    let lead =
      isMeasured ? page.range(figure - 1).upperBound..<page.range(figure).lowerBound : page.lead(figure)
    guard siblings.contains(whole), page.sameUnit(whole, figure), page.unitKey(figure) != FigurePage.yuan,
      page.isExact(whole), page.isExact(figure),
      page.claim(whole).change == nil, page.claim(figure).change == nil, page.isTold(whole),
      page.isTold(figure),
      page.value(figure) > page.value(whole), page.value(figure) < page.value(whole) * 3,
      page.words(lead).hasAnySuffix(Self.thatAre), lead.count >= (isMeasured ? 2 : 4),
      !page.words(lead).containsAny(Self.shorter), page.isThing(whole),
      case let between = page.range(whole).upperBound..<page.range(figure).lowerBound,
      between.count(where: { Mark.isListMark(page.units[$0]) }) == 1, page.has(Mark.comma, in: between),
      page.tail(figure).isEmpty, page.lead(whole).count >= 2,
      !page.words(page.lead(whole)).hasAnySuffix(Self.thatAre),
      !page.words(page.lead(whole)).containsAny(["新", "增"]),
      !page.cues.has([.each, .average, .sum, .cumulative, .lastYear, .rest, .parts], in: between),
      !page.cues.has([.each, .average, .rest, .parts], in: page.lead(whole)),
      !page.words(between).containsAny(Self.wider)
    else { return }
    // 142个村中,建成28个,配了的有31个: something larger was counted before.
    let paragraph = page.paragraph(of: figure)
    for other in (0..<whole).reversed() {
      guard page.paragraph(of: other) == paragraph else { break }
      if page.sameUnit(other, figure), page.value(other) >= page.value(figure) { return }
    }
    propose(figure, of: whole, &book)
  }

  private static let thatAre = [
    "的有", "的达", "的达到", "的就有", "的已有", "的共有", "的共", "的多达", "的占", "的占了", "的占到", "的就占", "的就占了",
  ]
  private static let wider = Mark.texts("全区 全县 全市 全镇 全乡 全街道 累计 连同 加上 历年 往年 总 以往 原有 另 还 同期 辖区 共有 意向 其他 目前全")

  // MARK: 38个村先行,每村选定一种方式,入股的26个,出租的12个

  /// Each takes one of several ways: those that took each of them are no more than all.
  func oneEach(_ sentence: DraftSentence, _ book: inout RelationBook) {
    guard sentence.quantities.count > 2,
      let clause = page.items(of: sentence.range, at: Mark.comma).first(where: saysOne)
    else { return }
    let parts = Array(
      sentence.quantities.drop { page.range($0).lowerBound < clause.upperBound }.prefix { part in
        page.isAmount(part) && page.isExact(part) && page.isTold(part) && page.claim(part).change == nil
          && page.range(part).lowerBound - max(page.before(part).lowerBound, clause.upperBound) <= 14
          && !page.cues.has(
            [.each, .average, .sum],
            in: max(page.before(part).lowerBound, clause.upperBound)..<page.range(part).lowerBound)
      })
    guard parts.count > 1,
      let whole = sentence.quantities.first(where: {
        page.range($0).lowerBound < clause.upperBound && page.sameUnit($0, parts[0]) && page.isExact($0)
          && page.value($0) > 2
      }), parts.allSatisfy({ page.sameUnit($0, whole) && page.value($0) < page.value(whole) }),
      case let sum = page.sum(parts)
    else { return }
    book.add(
      parts, to: whole, of: .parts, on: page,
      verdict: sum > page.value(whole) ? .broken : sum == page.value(whole) ? .verified : .undecided,
      message: "每个只占一类，各类相加却多于总数", as: .scope("each\(whole)"))
  }

  private func saysOne(_ clause: Range<Int>) -> Bool {
    let words = page.words(clause)
    guard !words.containsAny(Self.several) else { return false }
    if words.containsAny(Self.choices) { return true }
    return words.containsAny(Self.eachs) && words.containsAny(Self.choosing)
      && Self.ones.contains { one in
        page.places(of: one, in: clause).contains { place in
          page.words((place + one.count..<clause.upperBound).prefix(8)).containsAny(Self.ways)
        }
      }
  }

  private static let just: UInt16 = 0x5C31  // 就
  private static let onlys = Mark.texts("仅 光 单是 单单 其中仅 只 其中光")
  private static let holds = Mark.texts("占 占了 占到 有 达 达到 多达 高达 达到了 占去")
  private static let shorter = Mark.texts("半年 季度 月 日 天 周 去年 上年 平均")
  private static let added = Mark.texts("新 增 净")
  private static let others = Mark.texts("去年 上年 往年 明年 计划 历年 累计 存量 全市 全省 全国 原有 以来 第一年")
  private static let several = Mark.texts("至少 一到 一至 多种 以上 或多 可兼 最多")
  private static let choices = Mark.texts("二选一 三选一 四选一 择一 选其一 任选一种 各选一种")
  private static let eachs = Mark.texts("每 各 逐 均 都")
  private static let choosing = Mark.texts("选 确定 采用 采取 归 参加 划入 报 走 定")
  private static let ones = Mark.words("一种 一类 一条 一个 一项 1种 1类 1个 1项 1条")
  private static let ways = Mark.texts("方式 模式 办法 路径 类型 方案 途径 班次 片区 政策 方向 渠道 路线 类别 班 路子")
}
