import ReportModel

/// 机构全称: offices of one level of government whose full names begin and end alike and part in one word: 文化广电旅游局, 文化体育旅游局.
struct OfficeNames {
  private let prose: CheckProse

  init(_ prose: CheckProse) { self.prose = prose }

  private struct Office {
    var name: ArraySlice<UInt16>
    var level: UInt16
    var range: Range<Int>
    var places: [Range<Int>]
  }

  /// Each rarer name with the more usual one.
  func pairs(_ names: [UnitNames.Name]) -> [(usual: Range<Int>, rare: Range<Int>)] {
    var offices: [Office] = []
    for name in names where prose.units[name.range.upperBound - 1] == Self.bureau {
      for place in name.places {
        guard let start = start(in: place), !Self.elsewhere.contains(start > 0 ? prose.units[start - 1] : 0)
        else { continue }
        let (units, level) = (prose.units[start + 1..<place.upperBound], prose.units[start])
        let range = start..<place.upperBound
        if let known = offices.firstIndex(where: { $0.level == level && $0.name.elementsEqual(units) }) {
          offices[known].places.append(range)
        } else {
          offices.append(Office(name: units, level: level, range: range, places: [range]))
        }
      }
    }
    return offices.indices.compactMap { number in
      let office = offices[number]
      guard let near = offices[..<number].first(where: { isSame($0, office) }) else { return nil }
      return near.places.count >= office.places.count
        ? (near.range, office.range) : (office.range, near.range)
    }
  }

  /// The last 区 or 县 that leads to a name; not that of 社区 or 城市.
  private func start(in range: Range<Int>) -> Int? {
    range.dropLast(Self.shortest).last { index in
      Self.levels.contains(prose.units[index])
        && (index == 0 || !Self.beforeLevels.contains(prose.units[index - 1]))
    }
  }

  private func isSame(_ left: Office, _ right: Office) -> Bool {
    guard left.level == right.level, min(left.places.count, right.places.count) < 3 else { return false }
    let (a, b) = (left.name.filter { $0 != Self.and }, right.name.filter { $0 != Self.and })
    if left.places.contains(where: { one in
      right.places.contains { prose.sentence(around: one).contains($0.lowerBound) }
    }) {
      return false
    }
    // 政务服务和数据管理局, 政务服务数据管理局.
    if a == b { return true }
    let head = zip(a, b).prefix { $0 == $1 }.count
    let rest = min(a.count, b.count) - head
    let tail = zip(a.reversed(), b.reversed()).prefix { $0 == $1 }.prefix(rest).count
    // Two characters and 局 at the end, two at the beginning.
    let isOneShort = head > 0 && head + tail == min(a.count, b.count) && abs(a.count - b.count) == 1
    return tail >= 3 && max(a.count, b.count) - head - tail <= 3 && head + tail >= 4
      && (isOneShort || head >= 2 && head + tail >= 6)
  }

  private static let shortest = 4
  private static let (bureau, and) = (Mark.word("局")[0], Mark.word("和")[0])
  private static let levels = UnitSet("省市区县旗州盟")
  private static let beforeLevels = UnitSet("社城地园辖片小山灾景库牧林矿都门超股我全本各该两")
  private static let elsewhere = UnitSet("原开发新园")
}
