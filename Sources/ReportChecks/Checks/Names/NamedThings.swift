import ReportModel

/// 同物异名: pairs of names that differ as names of one thing do by a slip, and not as names of two things.
struct NamedThings {
  private let prose: CheckProse

  init(_ prose: CheckProse) { self.prose = prose }

  /// Names of units and platforms, each rarer one with the more usual one.
  func pairs(_ names: [UnitNames.Name]) -> [(usual: Range<Int>, rare: Range<Int>)] {
    let byFamily = Dictionary(grouping: names.filter { $0.family < Self.loose }, by: \.family)
    var pairs: [(usual: Range<Int>, rare: Range<Int>)] = []
    for names in byFamily.keys.sorted().compactMap({ byFamily[$0] }) {
      for (number, name) in names.enumerated() {
        let near = names[(0..<number).suffix(Self.window)].first { isSame($0, name) }
        guard let near else { continue }
        pairs.append(
          near.places.count >= name.places.count
            ? (near.range, name.range) : (name.range, near.range))
      }
    }
    return pairs
  }

  /// Families from here on are only told apart by the sequence of their words: 农村改革, 农业改革.
  private static let loose = 29

  /// How many names before it a name is compared with: a report has fewer of a kind.
  private static let window = 60

  private func isSame(_ left: UnitNames.Name, _ right: UnitNames.Name) -> Bool {
    let units = prose.units
    let isBody = Self.isBody(left.family)
    let (a, b) = (left.range.dropLast(left.head), right.range.dropLast(right.head))
    let (head, other) = (a.upperBound..<left.range.upperBound, b.upperBound..<right.range.upperBound)
    let sharesHead = units[head].elementsEqual(units[other])
    if sharesHead, Self.leading.contains(left.family), isSameTask(units[a], units[b]) { return true }
    guard left.places.count < 3 || right.places.count < 3,
      let found = NameAlignment(units[a], units[b], .init(light: light(left.family))).agreement(
        orEqual: !sharesHead)
    else { return false }
    let isCalling = left.family == Self.calling && found.restLeft.isEmpty && found.restRight.isEmpty
    guard found.shared >= (isCalling || isBody && found.differences > 0 ? 4 : 6),
      found.head >= (found.isSwapped || found.differences == 0 ? 0 : 2),
      begins(found), sharesHead || found.differences < 2,
      !found.isSwapped || RespelledNames.agreeInChange(units[a], units[b])
    else { return false }
    return !left.places.contains { a in right.places.contains { b in areListed(a, b) } }
  }

  /// 医共体建设领导, 县医共体改革推进领导: one thing to lead, under other words for leading it.
  private func isSameTask(_ left: ArraySlice<UInt16>, _ right: ArraySlice<UInt16>) -> Bool {
    let (a, b) = (Self.task(left), Self.task(right))
    guard a.count < left.count, b.count < right.count,
      !left[a.endIndex...].elementsEqual(right[b.endIndex...]),
      left.suffix(2).elementsEqual(Self.lead) == right.suffix(2).elementsEqual(Self.lead)
    else { return false }
    let shared = zip(a.reversed(), b.reversed()).prefix { $0 == $1 }.count
    let (restA, restB) = (a.dropLast(shared), b.dropLast(shared))
    // 改革 against 建设 alone may be two tasks of a field with a short name.
    guard shared >= (left.count == right.count ? 4 : 3) else { return false }
    return (restA.isEmpty || Mark.levels.contains(restA[restA.endIndex - 1]))
      && (restB.isEmpty || Mark.levels.contains(restB[restB.endIndex - 1]))
      && (restA.isEmpty || restB.isEmpty || restA.last == restB.last)
  }

  /// A name without the words at its end that say how the thing is led.
  private static func task(_ name: ArraySlice<UInt16>) -> ArraySlice<UInt16> {
    var name = name
    while let word = leadingWords.first(where: { name.count > 2 && name.suffix(2).elementsEqual($0) }) {
      name.removeLast(word.count)
    }
    return name
  }

  private static let leading: Set<Int> = [5, 8, 18]
  /// 专员, 特派员: so special that little else has to agree.
  private static let calling = 28
  private static let lead = Mark.word("领导")
  private static let leadingWords = Mark.words("建设 改革 推进 工作 试点 提升 实施 协调 统筹 专项 领导 发展 深化 优化 创新")

  /// 管理 is left out of the short name of an office as a matter of course.
  private func light(_ family: Int) -> [[UInt16]] {
    if !Self.isBody(family) { return [] }
    return family == 0 ? NearWords.light : NearWords.light + NearWords.lightBesidesOffices
  }

  /// Whether a family's names are those of units rather than of ways of doing things.
  private static func isBody(_ family: Int) -> Bool {
    family < 10 || family == 12 || family == 13 || family == 15
  }

  /// Whether what stands before two names does not make them two: nothing, or the same level of government.
  private func begins(_ found: NameAlignment.Agreement) -> Bool {
    guard let a = found.restLeft.last, let b = found.restRight.last else {
      guard let rest = found.restLeft.last ?? found.restRight.last else { return true }
      return found.shared >= 6 || Mark.levels.contains(rest) || found.isSwapped
    }
    if Mark.levels.contains(a), Mark.levels.contains(b) { return a == b }
    return found.shared >= 8 || found.isSwapped && found.shared >= 6
  }

  /// A、B or A和B: two things named side by side.
  private func areListed(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    let gap =
      left.lowerBound < right.lowerBound
      ? left.upperBound..<max(left.upperBound, right.lowerBound)
      : right.upperBound..<max(right.upperBound, left.lowerBound)
    return gap.count <= 8 && prose.units[gap].allSatisfy { !Mark.clauseEnds.contains($0) }
      && (gap.isEmpty || prose.units[gap].contains(where: Self.joins.contains))
  }

  private static let joins = UnitSet("、和与及或")
}
