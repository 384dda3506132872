import ReportModel

/// 位次升降: from the 9th place to the 4th, which way and by how many. Reported with the changes.
struct RankMoveRule: RelationRule {
  let page: FigurePage

  private typealias Place = (rank: Int, range: Range<Int>)

  func propose(_ book: inout RelationBook) {
    var last: Place?
    for index in page.units.indices where page.units[index] == Mark.ordinal {
      guard let place = place(at: index) else { continue }
      if let from = last { read(from, place, &book) }
      last = place
    }
  }

  /// 第9位, 第四名.
  private func place(at index: Int) -> Place? {
    guard
      let number = page.units.number(from: index + 1, to: page.units.count),
      number.end < page.units.count, Self.places.contains(page.units[number.end])
    else { return nil }
    return (number.value, index..<number.end + 1)
  }

  private func read(_ from: Place, _ to: Place, _ book: inout RelationBook) {
    let between = from.range.upperBound..<to.range.lowerBound
    guard (2...10).contains(between.count), from.rank != to.rank,
      !between.contains(where: { Mark.isListMark(page.units[$0]) }),
      page.words((0..<from.range.lowerBound).suffix(12)).containsAny(Self.starts),
      let verb = Self.verbs.first(where: page.words(between).contains)
    else { return }
    let isRise = to.rank < from.rank
    if verb != "由", isRise != Self.rises.contains(verb) {
      return propose(to.range, "第\(from.rank)→第\(to.rank)", "写的是“\(verb)”，位次却\(isRise ? "前进" : "后退")了", &book)
    }
    // 前移5位 right behind.
    let behind = (to.range.upperBound..<page.units.count).prefix(12)
    guard
      let step = behind.first(where: { Mark.number(page.units[$0]) != nil }),
      let count = page.units.number(from: step, to: behind.upperBound),
      count.end < page.units.count, Self.steps.contains(page.units[count.end]),
      page.words(behind.lowerBound..<step).containsAny(Self.verbs),
      !behind.prefix(step - behind.lowerBound).contains(where: { page.units[$0] == Mark.stop }),
      count.value != abs(from.rank - to.rank)
    else { return }
    let (high, low) = (max(from.rank, to.rank), min(from.rank, to.rank))
    propose(
      step..<count.end + 1, "\(high)-\(low)=\(high - low),文中写\(count.value)", "位次升降的数与前后两个位次不符", &book)
  }

  private func propose(
    _ place: Range<Int>, _ arithmetic: String, _ message: String, _ book: inout RelationBook
  ) {
    book.propose(
      Relation(
        .change, .broken, claimed: place, result: nil, members: [], arithmetic: arithmetic, message: message),
      as: .place(place.lowerBound))
  }

  private static let places = UnitSet("位名")
  private static let steps = UnitSet("位名个")
  private static let starts = ["由", "从"]
  private static let rises = ["上升", "跃升", "升至", "升到", "前移", "提升", "前进", "跃居", "攀升", "晋升", "上移", "进到", "进至"]
  private static let verbs =
    rises + ["下降", "后移", "下滑", "退至", "退到", "后退", "滑落", "跌至", "降至", "降到", "滑至", "掉到", "跌到", "下移", "滑到"]
}
