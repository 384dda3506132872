import Foundation
import ReportModel

/// 升降的说法: that a figure rose or fell, said without saying by how much: 90.2%,较上年进一步提高; 稳中有升; 较上年有所提升,达到90.2%; 提高到90.2%.
struct SaidDirection {
  let range: Range<Int>
  let isRise: Bool
  /// Whether last year is said; without it the measure has to be named alike.
  let isSaid: Bool

  init?(of figure: Int, _ page: FigurePage) {
    guard let found = Self.behind(figure, page) ?? Self.ahead(of: figure, page) else { return nil }
    self = found
  }

  private init(range: Range<Int>, isRise: Bool, isSaid: Bool) {
    (self.range, self.isRise, self.isSaid) = (range, isRise, isSaid)
  }

  /// 90.2%,较上年进一步提高: right behind the figure, and nothing of what rose or by how much follows.
  private static func behind(_ figure: Int, _ page: FigurePage) -> SaidDirection? {
    let tail = page.tail(figure)
    let stop = page.sentence(of: figure).range.upperBound
    guard tail.count <= 8, tail.upperBound < stop,
      case let start = page.units[tail.upperBound] == Mark.comma ? tail.upperBound + 1 : tail.lowerBound,
      let said = parse(start, stop, page) ?? parse(behindNoun(start, stop, figure, page), stop, page),
      said.isSaid || said.isOngoing,
      said.end == stop || Mark.isListMark(page.units[said.end]) && page.units[said.end] != Mark.pause
        || Mark.clauseEnds.contains(page.units[said.end])
    else { return nil }
    return SaidDirection(range: start..<said.end, isRise: said.isRise, isSaid: said.isSaid)
  }

  /// 列全市第4位,[位次进一步提升]: the words right behind a place, where nothing more is said of by how much.
  static func isRise(behind place: Int, _ stop: Int, _ page: FigurePage) -> Bool? {
    guard place < stop, page.units[place] == Mark.comma,
      let said = parse(place + 1, stop, page), said.isSaid || said.isOngoing,
      said.end == stop || Mark.clauseEnds.contains(page.units[said.end])
    else { return nil }
    return said.isRise
  }

  /// 培训网格员380名,培训人数[同比增长]: behind what counts the same by the same verb; the place itself without it.
  private static func behindNoun(_ start: Int, _ stop: Int, _ figure: Int, _ page: FigurePage) -> Int {
    guard start + 4 < stop, page.contains(Array(page.units[start..<start + 2]), in: page.lead(figure)),
      let end = (start + 2..<min(start + 6, stop)).first(where: { numbers.contains(page.units[$0]) })
    else { return start }
    return end + 1
  }

  private static let numbers = UnitSet("数量额")

  /// 较上年有所提升,达到90.2%; 提高到90.2%, where no figure says from which.
  private static func ahead(of figure: Int, _ page: FigurePage) -> SaidDirection? {
    let before = page.before(figure)
    guard page.words(before).hasAnySuffix(links), !page.words(before).containsAny(otherStarts) else {
      return nil
    }
    for start in before.suffix(24) {
      guard let said = parse(start, before.upperBound, page) else { continue }
      let link = page.words(said.end..<before.upperBound)
      guard links.contains(where: { link == $0 }) else { continue }
      // 提高到90.2%: of rates only, where it may not be counted from an earlier year.
      let isBare = !said.isSaid && !said.isOngoing
      let noun = (before.lowerBound..<start).reversed().prefix { Mark.isHan(page.units[$0]) }
      guard !isBare || page.isPercent(figure) && noun.count >= 3 else { continue }
      return SaidDirection(
        range: start..<page.range(figure).upperBound, isRise: said.isRise, isSaid: said.isSaid)
    }
    return nil
  }

  /// 较上年, 与上年相比, 同比; adverbs; the verb.
  private static func parse(_ start: Int, _ stop: Int, _ page: FigurePage) -> (
    end: Int, isRise: Bool, isSaid: Bool, isOngoing: Bool
  )? {
    func step(_ words: [[UInt16]], _ place: Int) -> Int? {
      words.first { page.units[place..<stop].starts(with: $0) }.map { place + $0.count }
    }
    // 高于上年, 超过上年水平.
    if let over = step(above, start) ?? step(below, start) {
      return (step(levels, over) ?? over, step(above, start) != nil, true, true)
    }
    // 数量较上年有所增加.
    let first = step(counts, start) ?? start
    var (place, isOngoing) = (first, false)
    if let base = step(bases, place) { place = base }
    let isSaid = place > first
    if let record = step(records, place) { return (record, true, isSaid, true) }
    if isSaid, place < stop, page.units[place] == Mark.comma { place += 1 }
    while true {
      if let next = step(ongoing, place) {
        (place, isOngoing) = (next, true)
      } else if let next = step(adverbs, place) {
        place = next
      } else {
        break
      }
    }
    let rise = step(rises, place)
    guard var end = rise ?? step(falls, place) else { return nil }
    if end < stop, page.units[end] == 0x4E86 { end += 1 }
    return (end, rise != nil, isSaid, isOngoing)
  }

  private static let bases = Mark.words("同比") + ["比", "较", "与", "同", "和"].flatMap(ofLastYear)
  private static func ofLastYear(_ word: String) -> [[UInt16]] {
    ["上年同期", "去年同期", "上年度", "上一年度", "上年底", "上年末", "去年底", "去年末", "上一年", "上年", "去年"].flatMap {
      [Mark.word(word + $0 + "相比"), Mark.word(word + $0)]
    }
  }
  private static let above = ["高于", "超过", "多于", "好于"].flatMap(ofLastYear)
  private static let below = ["低于", "少于"].flatMap(ofLastYear)
  private static let counts = Mark.words("数量 总数 总量 次数 人数 件数 户数 项数 规模 比例 占比 位次 名次 排名 均")
  private static let levels = Mark.words("水平 同期水平 的水平")
  private static let records = Mark.words("再创新高 又创新高 创历史新高 再创历史新高 创下新高 创下历史新高 创新高 达到历史最高 为历史最高 创历史最好水平")
  private static let ongoing = Mark.words("进一步 继续 持续 连续 稳步 稳中有 再度 再次 逐年 再 又")
  private static let adverbs = Mark.words(
    "保持 实现了 实现 明显 显著 大幅度 大幅 有所 有新的 有新 有较大 有明显 有了 有 均 都 也 小幅 略有 略 不断 稳定 得到 较快 快速")
  private static let rises = Mark.words("提高 提升 上升 增长 增加 攀升 扩大 增多 创新高 前移 进位 跃升 升")
  private static let falls = Mark.words("下降 降低 减少 回落 缩短 压减 压缩 缩减 后移 下滑 后退 降")
  private static let links = ["到", "至", ",达到", ",达", ",为", ",达到了", "到了"]
  /// Counted from elsewhere than last year.
  private static let otherStarts = Mark.texts("由 从 以来 改革前 年初 实施前 试点前 全省 全市 全国 计划 力争 目标 预计")
}
