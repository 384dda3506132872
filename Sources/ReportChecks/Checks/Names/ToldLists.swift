import ReportModel

/// 并列的名称: the few things that a place counts and names, told twice with one of them changed: 城管、应急、市场监管三支执法力量, and
/// then 城管、安监、市场监管三支队伍; and the frames 一户一策, 一户一案 before one noun.
struct ToldLists {
  private let prose: CheckProse

  init(_ prose: CheckProse) { self.prose = prose }

  private struct List {
    /// The items; the first may carry what leads up to the list.
    var items: [Range<Int>]
    var count: UInt16
    var kind: Int
    var range: Range<Int> { items[0].lowerBound..<items[items.count - 1].upperBound }
  }

  /// Lists of one length and kind that differ in one item, each later one with the earlier.
  func pairs() -> [(usual: Range<Int>, rare: Range<Int>)] {
    var lists: [List] = []
    var pairs: [(usual: Range<Int>, rare: Range<Int>)] = []
    for index in prose.units.indices where Self.counting.contains(prose.units[index]) {
      guard let list = list(before: index) else { continue }
      for earlier in lists.suffix(20) where earlier.count == list.count && earlier.kind == list.kind {
        guard !prose.sentence(around: earlier.range).contains(list.range.lowerBound),
          let (first, second) = difference(earlier, list)
        else { continue }
        pairs.append((first, second))
        break
      }
      lists.append(list)
    }
    return pairs
  }

  /// A、B、C三支队伍: the list right before a number and its measure.
  private func list(before index: Int) -> List? {
    let behind = index + 1..<min(prose.units.count, index + 12)
    guard
      let kind = Self.kinds.firstIndex(where: { kind in
        prose.has(kind.measure, at: index + 1)
          && kind.nouns.contains { noun in
            prose.first(noun, in: behind).map { prose.units[behind.lowerBound..<$0].allSatisfy(Mark.isHan) }
              ?? false
          }
      })
    else { return nil }
    var items: [Range<Int>] = []
    var (start, end) = (index, index)
    while start > 0, index - start < 48, !prose.beginsParagraph(start) {
      let unit = prose.units[start - 1]
      guard Mark.isHan(unit) || unit == Mark.pause else { break }
      if unit == Mark.pause {
        items.insert(start..<end, at: 0)
        end = start - 1
      }
      start -= 1
    }
    items.insert(start..<end, at: 0)
    guard items.count > 1, items.dropFirst().allSatisfy({ (2...8).contains($0.count) }),
      Self.digits[prose.units[index]] == items.count
    else { return nil }
    return List(items: items, count: prose.units[index], kind: kind)
  }

  /// The one item in which two lists differ.
  private func difference(_ left: List, _ right: List) -> (Range<Int>, Range<Int>)? {
    var differing: [(Range<Int>, Range<Int>)] = []
    for (place, (a, b)) in zip(left.items, right.items).enumerated() {
      let (a, b) = place == 0 ? (a.suffix(min(a.count, b.count)), b.suffix(min(a.count, b.count))) : (a, b)
      // 整合城管, 促进城管: the first ones agree by their last two characters.
      let same =
        place == 0
        ? prose.units[a].suffix(2).elementsEqual(prose.units[b].suffix(2))
        : prose.units[a].elementsEqual(prose.units[b])
      if !same { differing.append((a, b)) }
    }
    guard differing.count == 1, left.items.count > 2, differing[0].0.lowerBound != left.items[0].lowerBound,
      // A、B、C and A、C、D: another sequence.
      !left.items.contains(where: { prose.units[$0].elementsEqual(prose.units[differing[0].1]) }),
      !Self.isShort(prose.units[differing[0].0], prose.units[differing[0].1])
    else { return nil }
    return differing[0]
  }

  /// 市场监管 and 市监, 人社 and 人力资源社会保障: one is made of characters of the other.
  private static func isShort(_ left: ArraySlice<UInt16>, _ right: ArraySlice<UInt16>) -> Bool {
    let (short, long) = left.count < right.count ? (left, right) : (right, left)
    return short.allSatisfy(long.contains)
  }

  // MARK: 一户一策, 一户一案

  /// Frames of one subject and of like words, before the same noun.
  func frames() -> [(usual: Range<Int>, rare: Range<Int>)] {
    var known: [[UInt16]: (range: Range<Int>, word: UInt16)] = [:]
    var pairs: [(usual: Range<Int>, rare: Range<Int>)] = []
    let units = prose.units
    for index in units.indices.dropLast(6)
    where units[index] == Self.one && units[index + 2] == Self.one && prose.isRead(index) {
      guard let group = Self.frameWords.firstIndex(where: { $0.contains(units[index + 3]) }) else { continue }
      let noun = units[index + 4] == Self.closing ? index + 5 : index + 4
      guard noun + 2 <= units.count, units[noun..<noun + 2].allSatisfy(Mark.isHan) else { continue }
      let key = [units[index + 1], UInt16(group)] + units[noun..<noun + 2]
      let range = index..<index + 4
      guard let other = known[key] else {
        known[key] = (range, units[index + 3])
        continue
      }
      if other.word != units[index + 3] { pairs.append((other.range, range)) }
    }
    return pairs
  }

  private static let kinds: [(measure: [UInt16], nouns: [[UInt16]])] = [
    ("支", "力量 队伍"), ("大", "产业 集群"), ("大", "中心"), ("大", "平台"), ("大", "片区 板块 园区 功能区"), ("大", "集团 公司"),
    ("个", "平台"), ("个", "中心"), ("家", "公司 企业 单位"), ("类", "人员 对象 群体"),
  ].map { measure, nouns in (Mark.word(measure), Mark.words(nouns)) }
  private static let numerals = Mark.word("两三四五六七八")
  private static let counting = UnitSet(numerals)
  private static let digits = Dictionary(uniqueKeysWithValues: zip(numerals, 2...))
  private static let one = Mark.word("一")[0]
  private static let closing = Mark.word("”")[0]
  private static let frameWords = [UnitSet("策案法方招"), UnitSet("档册卡表"), UnitSet("码证牌")]
}
