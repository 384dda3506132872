import Foundation
import ReportModel

/// 回头再说的数: 44个助餐点中…, 自主谋划的13项, 26项改革事项: a count that takes up what another place tells how many there are of. All of them are meant
/// before 中 and behind 的; without either it can at least not be more than there are. Reported with the same facts.
struct DefiniteCountRule: RelationRule {
  let page: FigurePage

  /// A count by the name of what it counts.
  private struct Telling {
    var figure: Int
    var name: [UInt16]
    /// 其中市级部署20项: of a part.
    var isPart = false
  }

  func propose(_ book: inout RelationBook) {
    var told: [[UInt16]: [Telling]] = [:]
    for figure in page.draft.quantities.indices {
      guard let telling = stated(figure) else { continue }
      told[key(telling.name, figure), default: []].append(telling)
    }
    for figure in page.draft.quantities.indices where isCount(figure) {
      for meant in definite(figure) {
        let all = told[key(meant.name, figure), default: []].filter { isOf($0, meant, figure) }.map(\.figure)
        guard let first = all.first else { continue }
        if !all.contains(figure), Set(all.map(page.value)).count == 1, isOff(figure, first, meant),
          areOfOneField(first, figure)
        {
          book.compare(max(first, figure), withEarlier: [min(first, figure)], on: page, severity: .warning)
        }
        break
      }
    }
  }

  /// All of them are another number; some of them are not more than all.
  private func isOff(_ figure: Int, _ all: Int, _ meant: Meant) -> Bool {
    let (some, whole) = (page.value(figure), page.value(all))
    guard some != whole else { return false }
    switch meant.scope {
    case .all: return true
    case .near: return Reckoning.isSlip(some, whole, digits: 1)
    case .some: return some > whole
    }
  }

  private func key(_ name: [UInt16], _ figure: Int) -> [UInt16] { name.suffix(2) + page.unit(figure).utf16 }

  /// An exact count of things.
  private func isCount(_ figure: Int) -> Bool {
    page.isAmount(figure) && page.isExact(figure) && page.isThing(figure) && page.value(figure) > 2
  }

  // MARK: 年末助餐点共44个, 其中自主谋划13项, 内设机构由21个减为13个

  /// A count told behind the name of what there is.
  private func stated(_ figure: Int) -> Telling? {
    guard isCount(figure), page.claim(figure).period != .plan, page.claim(figure).period != .before,
      !page.cues.has([.each, .average, .rest, .from, .lastYear], in: page.before(figure)),
      page.units[page.tail(figure)].first != Mark.among
    else { return nil }
    if page.siblings(of: figure).contains(figure - 1), page.leads(figure - 1, to: figure) {
      return Telling(figure: figure, name: name(of: figure - 1))
    }
    let lead = page.words(page.lead(figure))
    guard page.claim(figure).change == nil, !lead.hasAnySuffix(["的", "由", "从"]), !lead.containsAny(Self.some)
    else { return nil }
    // 2个乡镇31个村: 乡镇 belongs to the figure before.
    let own = page.lead(figure).lowerBound
    if page.siblings(of: figure).contains(figure - 1), page.range(figure - 1).upperBound == own { return nil }
    let words = name(of: figure)
    let start = page.sentence(of: figure).range.lowerBound
    return words.count < 2
      ? nil
      : Telling(
        figure: figure, name: words, isPart: page.cues.has(.parts, in: start..<page.range(figure).lowerBound))
  }

  /// What stands right before a count, without the words that lead to the number.
  private func name(of figure: Int) -> [UInt16] {
    var words = Array(page.units[page.lead(figure)].suffix(18).suffix(while: Mark.isHan))
    if words.starts(with: Self.among) { words.removeFirst(2) }
    while let word = Self.leading.first(where: {
      words.count > $0.count && words.suffix($0.count).elementsEqual($0)
    }) {
      words.removeLast(word.count)
    }
    return words
  }

  // MARK: 44个助餐点中, 自主谋划的13项

  /// What a count takes up.
  private struct Meant {
    /// All that bear the name, all of what ends like it, or some of them.
    enum Scope { case all, near, some }

    var name: [UInt16]
    var scope: Scope
  }

  /// The names that a count may take up, the longest first.
  private func definite(_ figure: Int) -> [Meant] {
    let lead = page.lead(figure)
    guard page.claim(figure).change == nil, !page.words(lead).containsAny(Self.some),
      !page.cues.has([.each, .average, .parts, .rest], in: page.before(figure).suffix(8))
    else { return [] }
    let noun = page.noun(behind: figure)
    if lead.last.map({ page.units[$0] }) == Mark.of {
      let words = Array(page.units[lead.dropLast()].suffix(while: Mark.isHan))
      return (4...10).contains(words.count) && noun.count <= 4 ? [Meant(name: words, scope: .all)] : []
    }
    guard noun.count >= 2, lead.count <= 2 || !lead.contains(where: { Mark.isHan(page.units[$0]) }) else {
      return []
    }
    let end = page.range(figure).upperBound + noun.count
    if end < page.units.count, page.units[end] == Mark.among,
      page.units[page.range(figure).upperBound..<end].elementsEqual(noun)
    {
      return [Meant(name: noun, scope: noun.count > 2 || Self.places.contains(noun) ? .all : .near)]
        + (noun.count > 2 ? [Meant(name: noun, scope: .near)] : [])
    }
    // 26项改革事项细化为96条.
    return (4...max(4, noun.count)).reversed().filter { length in
      length <= noun.count && !(length < noun.count && FigurePage.goingOn.contains(noun[length]))
    }.map { Meant(name: Array(noun.prefix($0)), scope: .some) }
  }

  /// Whether a count is of what the name says: named by it, or by words that end with it.
  private func isOf(_ stated: Telling, _ meant: Meant, _ figure: Int) -> Bool {
    let name = meant.name
    guard page.sameUnit(stated.figure, figure),
      page.claim(stated.figure).sentence != page.claim(figure).sentence,
      stated.name.count >= name.count, stated.name.suffix(name.count).elementsEqual(name),
      !stated.isPart || name.count >= 4
    else { return false }
    var rest = stated.name.dropLast(name.count)
    while let word = Self.makings.first(where: { rest.starts(with: $0) }) {
      rest = rest.dropFirst(word.count)
    }
    return rest.isEmpty || meant.scope == .near && !Self.common.contains(name)
  }

  private func areOfOneField(_ a: Int, _ b: Int) -> Bool {
    let (one, two) = (page.claim(a), page.claim(b))
    return one.domain == nil || two.domain == nil || one.domain == two.domain
  }

  private static let some = Mark.texts(
    "首批 首期 第一批 第二批 试点 部分 另 其余 剩余 上年 去年 往年 力争 拟 计划 达到 不少于 再 全省 全国 全州 省级 国家 每 各")
  private static let among = Mark.word("其中")
  private static let leading = Mark.words("共有 共计 总共 合计 现有 已有 达 达到 有 共 为 是 计 总数 数量 数 已 完成 形成 建成 设立")
  private static let makings = Mark.words(
    "建成 新建 设立 建立 组建 形成 出台 制定 制定出台 印发 全区 全县 全市 全旗 全镇 年末 全年 今年 年内 上半年 一年来 其中 辖 下辖 现辖 共辖 现有 梳理 确定 部署 安排 承接 列入")
  private static let common = Set(Mark.words("任务 事项 项目 企业 工作 改革 单位 部门 措施 问题 制度 文件"))
  /// 乡镇, 行政村: the units of a place are told by two characters.
  private static let places = Set(Mark.words("乡镇 镇街 街道 行政村 社区 嘎查 苏木 村居 村社区 镇乡 镇村 县直部门 区直部门 市直部门"))
}

extension Collection where Self: BidirectionalCollection {
  /// The last elements up to the first from the end that will not do.
  fileprivate func suffix(while isMeant: (Element) -> Bool) -> SubSequence {
    var start = endIndex
    while start > startIndex, isMeant(self[index(before: start)]) { start = index(before: start) }
    return self[start...]
  }
}
