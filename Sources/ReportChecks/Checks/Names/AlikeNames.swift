import ReportModel

/// 名称里的同音、形近字: a name of any kind told twice, with one character put by another that sounds or looks alike: 赫林旗, 赫琳旗;
/// 上坪村, 上平村; 闻景澜, 闻景斓.
///
/// What tells a name is that the language knows no word with either character where it stands, and that what stands around is the same.
struct AlikeNames {
  private let prose: CheckProse
  private let lexicon: Lexicon

  init(_ prose: CheckProse, _ lexicon: Lexicon) {
    self.prose = prose
    self.lexicon = lexicon
  }

  /// Each later spelling with the earlier one.
  func pairs() -> [(usual: Range<Int>, rare: Range<Int>)] {
    guard !lexicon.isEmpty else { return [] }
    var told: [UInt64: [Int]] = [:]
    var pairs: [(usual: Range<Int>, rare: Range<Int>)] = []
    for index in prose.units.indices where isLoose(index) && prose.isRead(index) {
      for hole in 0..<3 {
        let start = index - hole
        guard let key = key(start, hole) else { continue }
        if let other = told[key]?.first(where: { areOne($0, index, hole) }) {
          pairs.append((other - hole..<other - hole + 3, start..<start + 3))
        }
        if told[key]?.contains(where: { prose.units[$0] == prose.units[index] }) != true {
          told[key, default: []].append(index)
        }
      }
    }
    return pairs
  }

  /// Three characters of one run, with a hole, as a number.
  private func key(_ start: Int, _ hole: Int) -> UInt64? {
    guard start >= 0, start + 3 <= prose.units.count else { return nil }
    var key = UInt64(hole)
    for offset in 0..<3 {
      let unit = prose.units[start + offset]
      guard Mark.isBasicHan(unit), offset == 0 || !prose.beginsParagraph(start + offset) else { return nil }
      key = key << 16 | (offset == hole ? 0 : UInt64(unit))
    }
    return key
  }

  /// A character that makes no word with its neighbours and is seldom one of its own.
  private func isLoose(_ index: Int) -> Bool {
    let unit = prose.units[index]
    guard Mark.isBasicHan(unit), lexicon.single(unit) > Self.own, !WrongCharacterGuard.fixed.contains(unit),
      // 5日揭牌, 平均每期: a measure.
      index == 0 || !Mark.isDigit(prose.units[index - 1]) && !Self.counting.contains(prose.units[index - 1])
    else { return false }
    return !isWord(index - 1) && !isWord(index)
  }

  private func isWord(_ index: Int) -> Bool {
    guard index >= 0, index + 1 < prose.units.count, Mark.isBasicHan(prose.units[index]) else { return false }
    if Self.known.contains(where: { prose.has($0, at: index) }) { return true }
    let pair = lexicon.pair(prose.units[index], prose.units[index + 1])
    return pair.isWord && pair.bits <= Self.common
  }

  private func areOne(_ left: Int, _ right: Int, _ hole: Int) -> Bool {
    let (a, b) = (prose.units[left], prose.units[right])
    // 高坪村、高平村成立公司: named side by side they are two.
    guard a != b, lexicon.lookAlikes.areAlike(a, b),
      !prose.clause(around: left..<left + 1).contains(right)
    else { return false }
    // Around the hole: one more character that no word explains, or a kind of place behind.
    let neighbours = (0..<3).filter { $0 != hole }.map { right - hole + $0 }
    return neighbours.contains { isLoose($0) }
      || Self.kinds.contains(prose.units[right - hole + 2]) && hole < 2
  }

  private static let counting = UnitSet("每〇一二三四五六七八九十两几数多余")
  /// Words of the offices that the general dictionary has not.
  private static let known = Mark.words("嘎查 权责 苏木")
  private static let own = 9
  private static let common = 19
  private static let kinds = UnitSet("村镇乡区县市旗州盟湖河江港湾岛山岭寺桥园")
}
