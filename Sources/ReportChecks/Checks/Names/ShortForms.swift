import ReportModel

/// 简称不一: （以下简称“医联体”）, and then 医共体 throughout: a short form that is defined and never used, while another of nearly the same characters is.
struct ShortForms {
  let prose: CheckProse

  func pairs() -> [(usual: Range<Int>, rare: Range<Int>)] {
    let units = prose.units
    return units.indices.filter { units[$0] == Self.short[0] && prose.hasAny([Self.short], at: $0) }
      .compactMap { index in
        var start = index + Self.short.count
        while start < units.count, Self.opening.contains(units[start]) { start += 1 }
        let end = units[start...].prefix(9).firstIndex { !Mark.isHan($0) } ?? start
        guard (3...6).contains(end - start), count(Array(units[start..<end])).count == 1 else { return nil }
        // The one in use: another character in one place, neither the first nor standing once.
        var uses: [ArraySlice<UInt16>: [Int]] = [:]
        for place in units.indices.dropLast(end - start)
        where units[place] == units[start] && prose.isRead(place) {
          let other = units[place..<place + end - start]
          if zip(other, units[start..<end]).count(where: { $0 != $1 }) == 1, other.allSatisfy(Mark.isHan) {
            uses[other, default: []].append(place)
          }
        }
        // 区城管执法局, and then 区城建执法局: long enough to be no other one.
        guard uses.count == 1, let use = uses.first, use.value.count > (end - start > 4 ? 0 : 2) else {
          return nil
        }
        let used = use.value[0]..<use.value[0] + end - start
        return use.value.count > 2 ? (used, start..<end) : (start..<end, used)
      }
  }

  private func count(_ word: [UInt16]) -> [Int] { prose.units.indices.filter { prose.has(word, at: $0) } }

  private static let short = Mark.word("简称")
  private static let opening = UnitSet("“:为")
}
