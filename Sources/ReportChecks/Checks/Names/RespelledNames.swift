import ReportModel

/// 同名异写: names that are made of the same words, but with a number written otherwise (一刻钟服务圈, 15分钟服务圈), with their parts in
/// another sequence (“信用+审批”, “审批+信用”) or with a word more that only joins (港航物流处, 港航与物流处).
struct RespelledNames {
  private let prose: CheckProse

  init(_ prose: CheckProse) { self.prose = prose }

  private struct Use {
    var name: ArraySlice<UInt16>
    var range: Range<Int>
    var count = 1
  }

  /// Each rarer spelling with the more usual one, from the quotations of a text and its 分钟…圈.
  func pairs(_ quotations: [Range<Int>]) -> [(usual: Range<Int>, rare: Range<Int>)] {
    var uses: [[UInt16]: [Use]] = [:]
    var keys: [[UInt16]] = []
    let quoted = quotations.filter { (5...18).contains($0.count) }
    for (place, range) in quoted.map({ (QuotedNames.core($0, prose), $0) }) + circles().map({ ($0, $0) }) {
      let name = prose.units[place]
      guard !name.contains(where: Self.marks.contains) else { continue }
      let key = Self.spelled(name).sorted()
      if let known = uses[key]?.firstIndex(where: { $0.name.elementsEqual(name) }) {
        uses[key]?[known].count += 1
      } else {
        if uses[key] == nil { keys.append(key) }
        uses[key, default: []].append(Use(name: name, range: range))
      }
    }
    return keys.compactMap { uses[$0] }.filter { $0.count > 1 }.flatMap(pairs)
  }

  /// The spellings of one set of characters, each with the first that it may stand for.
  private func pairs(_ uses: [Use]) -> [(usual: Range<Int>, rare: Range<Int>)] {
    uses.indices.dropFirst().compactMap { number in
      let use = uses[number]
      guard
        let other = uses[..<number].first(where: { other in
          min(use.count, other.count) < 3 && isSame(other, use)
        })
      else { return nil }
      return other.count >= use.count ? (other.range, use.range) : (use.range, other.range)
    }
  }

  private func isSame(_ left: Use, _ right: Use) -> Bool {
    let (a, b) = (Self.spelled(left.name), Self.spelled(right.name))
    if a == b { return true }
    // 要我发展 turned into 我要发展, 产业数字化 beside 数字产业化 are meant.
    guard left.name.count >= 3, left.name.last != Self.change,
      !left.name.contains(where: Self.turned.contains)
    else { return false }
    return left.name.count > 5 || !prose.sentence(around: left.range).contains(right.range.lowerBound)
  }

  /// Names of units, each rarer spelling with the more usual one; what leads up to a name is left out by trying every start.
  func pairs(among names: [UnitNames.Name]) -> [(usual: Range<Int>, rare: Range<Int>)] {
    var uses: [[UInt16]: [Use]] = [:]
    var pairs: [(usual: Range<Int>, rare: Range<Int>)] = []
    for name in names {
      for start in name.range.lowerBound...name.range.upperBound - name.head - 4 {
        let range = start..<name.range.upperBound
        let spelled = Self.joined(prose.units[range])
        guard spelled.count >= name.head + 4, !Self.joints.contains(prose.units[start]) else { continue }
        let use = Use(name: prose.units[range], range: range, count: name.places.count)
        let known = uses[spelled.sorted(), default: []]
        if let other = known.first(where: { areOneUnit($0, use, name) }) {
          pairs.append(other.count >= use.count ? (other.range, range) : (range, other.range))
          break
        }
        if !known.contains(where: { $0.name.elementsEqual(use.name) }) {
          uses[spelled.sorted()] = known + [use]
        }
      }
    }
    return pairs
  }

  private func areOneUnit(_ left: Use, _ right: Use, _ name: UnitNames.Name) -> Bool {
    guard min(left.count, right.count) < 3, !left.name.elementsEqual(right.name),
      left.name.suffix(name.head).elementsEqual(right.name.suffix(name.head)),
      !prose.clause(around: left.range).contains(right.range.lowerBound), haveOneLevel(left, right)
    else { return false }
    let (a, b) = (Self.joined(left.name), Self.joined(right.name))
    let isGeneral = Self.general.contains(name.family)
    if a == b {
      // 教育和体育局, 教育体育局; 社会化服务体系, 社会服务体系: told with and without the word that joins.
      return isGeneral
        ? left.name.contains(Self.web[1]) != right.name.contains(Self.web[1])
        : !Self.offices.contains(name.family)
    }
    guard a.count - name.head >= (isGeneral ? 6 : 5), Self.isTurned(a, b) else { return false }
    return Self.agreeInChange(left.name, right.name)
  }

  /// Whether two words of two characters and more changed places in a row, and all else stands as it stood.
  private static func isTurned(_ left: [UInt16], _ right: [UInt16]) -> Bool {
    let head = zip(left, right).prefix { $0 == $1 }.count
    let tail = zip(left.reversed(), right.reversed()).prefix { $0 == $1 }.count
    guard head + tail < left.count else { return false }
    let (a, b) = (left[head..<left.count - tail], right[head..<right.count - tail])
    return (2...max(2, a.count - 2)).contains { first in
      a.count - first > 1 && a.dropFirst(first).elementsEqual(b.prefix(a.count - first))
        && a.prefix(first).elementsEqual(b.suffix(first))
    }
  }

  /// 市…中心 here and 县…中心 there are two.
  private func haveOneLevel(_ left: Use, _ right: Use) -> Bool {
    let before = [left, right].map { $0.range.lowerBound }.filter { $0 > 0 }.map { prose.units[$0 - 1] }
      .filter(Mark.levels.contains)
    return before.count < 2 || before[0] == before[1]
  }

  /// A name without the characters that only join its words, and 网络 as 网.
  private static func joined(_ name: ArraySlice<UInt16>) -> [UInt16] {
    name.indices.filter { index in
      !joints.contains(name[index])
        && !(name[index] == web[1] && index > name.startIndex && name[index - 1] == web[0])
    }.map { name[$0] }
  }

  /// Whether two names speak of the same change where both speak of one: 数字产业化 and 产业数字化 are two.
  static func agreeInChange(_ left: ArraySlice<UInt16>, _ right: ArraySlice<UInt16>) -> Bool {
    let changed = [left, right].compactMap { name in
      // 化解 is a verb.
      name.indices.dropFirst(2).first {
        name[$0] == change && !($0 + 1 < name.endIndex && name[$0 + 1] == solving)
      }.map { name[$0 - 2..<$0] }
    }
    return changed.count < 2 || changed[0].elementsEqual(changed[1])
  }

  /// Families of `UnitNames` that are offices, and those of which a text speaks in general terms as well.
  private static let offices: Set<Int> = [0, 1, 12, 15]
  private static let general: Set<Int> = [10, 11, 23, 31, 32]
  private static let joints = UnitSet("与和及化性")
  private static let web = Mark.word("网络")

  /// 15分钟…圈: places named by how long it takes to walk there, mostly without marks.
  private func circles() -> [Range<Int>] {
    prose.units.indices.compactMap { index in
      guard prose.units[index] == Self.minute[1], prose.hasAny(Self.clocks, before: index + 1),
        prose.isRead(index),
        !prose.isQuoted(index)
      else { return nil }
      var start = index - 1
      while start > 0, Self.isNumber(prose.units[start - 1]) { start -= 1 }
      let end = prose.units[(index + 1)..<min(prose.units.count, index + 10)].prefix(while: Mark.isHan)
        .firstIndex(of: Self.circle)
      guard let end, start < index - 1 else { return nil }
      return start..<end + 1
    }
  }

  /// A name with its numbers in figures and without measure words.
  private static func spelled(_ name: ArraySlice<UInt16>) -> [UInt16] {
    var spelled: [UInt16] = []
    var index = name.startIndex
    while index < name.endIndex {
      let run = name[index...].prefix(while: isNumber)
      guard !run.isEmpty else {
        spelled.append(lower(name[index]))
        index += 1
        continue
      }
      index = run.endIndex
      let rest = name[index...]
      if rest.starts(with: quarter), let number = run.number {
        spelled += digits(number * 15) + minute
        index += quarter.count
      } else {
        spelled += run.number.map(digits) ?? Array(run)
        if rest.count > 1, let first = rest.first, measures.contains(first) { index += 1 }
      }
    }
    return spelled
  }

  private static func digits(_ number: Int) -> [UInt16] { Array(String(number).utf16) }

  private static func isNumber(_ unit: UInt16) -> Bool { Mark.isDigit(unit) || numerals.contains(unit) }

  private static func lower(_ unit: UInt16) -> UInt16 { (0x41...0x5A).contains(unit) ? unit + 0x20 : unit }

  private static let numerals = UnitSet("一二两三四五六七八九十")
  private static let measures = UnitSet("个张份")
  private static let quarter = Mark.word("刻钟")
  private static let minute = Mark.word("分钟")
  private static let clocks = [minute, quarter]
  private static let circle = Mark.word("圈")[0]
  private static let (change, solving) = (Mark.word("化")[0], Mark.word("解")[0])
  private static let turned = UnitSet("我你他谁找到变为")
  private static let marks = UnitSet("、,;:。！？《》")
}
