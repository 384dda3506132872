import ReportModel

/// 同名异写: names that are made of the same words, but with a number written otherwise (一刻钟服务圈, 15分钟服务圈) or with their parts
/// in another sequence (“信用+审批”, “审批+信用”).
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
      if rest.starts(with: quarter), let number = number(run) {
        spelled += digits(number * 15) + minute
        index += quarter.count
      } else {
        spelled += number(run).map(digits) ?? Array(run)
        if rest.count > 1, let first = rest.first, measures.contains(first) { index += 1 }
      }
    }
    return spelled
  }

  private static func number(_ run: ArraySlice<UInt16>) -> Int? {
    ChineseNumeral.value(of: String(decoding: run, as: UTF16.self))
      ?? Int(String(decoding: run, as: UTF16.self))
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
  private static let change = Mark.word("化")[0]
  private static let turned = UnitSet("我你他谁找到变为")
  private static let marks = UnitSet("、,;:。！？《》")
}
