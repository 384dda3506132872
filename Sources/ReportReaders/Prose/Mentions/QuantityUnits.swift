import Foundation
import ReportModel

/// What stands beside a numeral: approximating words, the unit, and what makes it a rank or a name.
extension MentionScanner {
  /// The approximating word right before a figure.
  func before(_ index: Int) -> (length: Int, meaning: Approximation)? {
    guard let word = UnitWords.before.match(before: index, in: units, start: floor) else { return nil }
    if let other = UnitWords.notApproximate.match(before: index, in: units, start: start),
      other.length > word.length
    {
      return nil
    }
    return word
  }

  /// 三年行动计划: the years belong to the plan's name.
  func isPlanName(_ unit: Range<Int>?) -> Bool {
    guard let unit, unit.count == 1, units[unit.lowerBound] == Unit.year else { return false }
    return Self.planNames.first(in: unit.upperBound..<min(end, unit.upperBound + 6), of: units) != nil
  }

  /// The unit at a place, behind a numeral written in one way or another: not every unit goes with every one.
  func unitRange(at index: Int, _ writing: Numeral.Writing) -> Range<Int>? {
    guard index < end else { return nil }
    switch units[index] {
    case Unit.percent, Self.perMille: return index..<index + 1
    default: break
    }
    guard let word = UnitWords.table.match(at: index, in: units, end: end) else { return nil }
    var stop = index + word.length
    switch word.meaning {
    case .rank: return nil
    case .noun: return index..<index
    case .arabicOnly: if writing == .smallChinese || writing == .largeChinese { return nil }
    case .largeChinese: if writing == .smallChinese { return nil }
    case .any, .rankIfChinese: break
    }
    if kind(stop - 1) == .latin, kind(stop) == .latin { return nil }
    if word.length == 1, let longer = Self.notUnits.match(at: index, in: units, end: end), longer.length > 1 {
      // 召开4次会议; 十二次会议 is one of them.
      if writing == .arabic, units[index] == Self.occasion { return index..<stop }
      return longer.meaning ? index..<index : nil
    }
    if unit(stop) == Self.slash, let per = UnitWords.table.match(at: stop + 1, in: units, end: end) {
      stop += 1 + per.length
    } else if unit(stop) == Unit.openBracket, unit(stop + 2) == Unit.closeBracket,
      UnitWords.table.match(at: stop + 1, in: units, end: stop + 2) != nil
    {
      // 335个(次): either unit may be meant; the first is taken.
      return index..<stop
    }
    return index..<stop
  }

  /// Behind a unit: 多 or 余 with the rest of the unit (5个多月), or 半.
  func partOfUnit(at index: Int, _ unit: String) -> (
    unit: String, end: Int, approximation: Approximation?
  )? {
    guard let word = numerals.approximate(index, end), units[index] != Self.ji, !unit.isEmpty else {
      return nil
    }
    if unit == "个", let rest = Self.afterGe.match(at: index + 1, in: units, end: end) {
      return ("个" + string(index + 1..<index + 1 + rest.length), index + 1 + rest.length, word)
    }
    guard Self.mayTakeDuo.contains(unit),
      kind(index + 1) != .other || Self.afterDuo.contains(self.unit(index + 1))
    else {
      return nil
    }
    return (unit, index + 1, word)
  }

  /// 八成五, 两成半: the tenths of a tenth behind 成.
  func tenthPart(at index: Int, behind numeral: Numeral) -> Int? {
    guard index < end, !numeral.hasScale, numeral.integerDigits == 1 else { return nil }
    switch kind(index + 1) {
    case .chineseDigit, .chineseScale, .digit: return nil
    case .other where !Self.afterTenths.contains(unit(index + 1)): return nil
    default: break
    }
    if units[index] == Self.half { return 5 }
    return kind(index) == .chineseDigit && numerals.value(index) > 0 ? numerals.value(index) : nil
  }

  static let tenth: UInt16 = 0x6210  // 成
  private static let half: UInt16 = 0x534A  // 半
  private static let afterTenths = Array("以左上的".utf16)

  func isRank(_ numeral: Numeral, _ index: Int) -> Bool {
    guard let unit = UnitWords.table.match(at: index, in: units, end: end) else { return false }
    switch unit.meaning {
    case .rank: return true
    case .rankIfChinese:
      // 举办培训三期: counted behind what takes place in terms.
      let first = numeral.end - (numeral.isChinese ? numeral.integerDigits : 0)
      let isCounted =
        Self.termed.match(before: first, in: units, start: start) != nil
        && kind(index + unit.length) != .other
      return numeral.isChinese && numeral.mantissa < 30 && !isCounted
    default: return false
    }
  }

  mutating func rank(_ numeral: Numeral, _ first: Int, _ index: Int) -> Int {
    let length = UnitWords.table.match(at: index, in: units, end: end)?.length ?? 0
    found.names.append(NameMention(range: first..<index + length, kind: .ordinal(numeral.small ?? 0)))
    return index + length
  }

  /// Whether a figure without a unit is a count at all.
  func standsAlone(_ numeral: Numeral, _ first: Int, _ stop: Int, _ approximation: Approximation?)
    -> Bool
  {
    if numeral.isChinese {
      return numeral.hasScale && numeral.precision >= 4 && (approximation != nil || before(first) != nil)
    }
    if numeral.hasScale || numeral.hasFraction || approximation != nil { return true }
    if kind(stop) == .latin || unit(stop) == Unit.number || Self.ranked.contains(unit(first - 1)) {
      return false
    }
    if first > start, kind(first - 1) == .latin { return false }
    if kind(stop) == .other || kind(stop) == .trigger {
      return Self.beforeBare.match(before: first, in: units, start: start) != nil
        || numeral.integerDigits >= 3
    }
    return first > start && kind(first - 1) != .clauseMark || unit(first - 1) == Unit.colon
  }

  /// A few characters as a string; up to five Chinese ones need no memory of their own.
  func string(_ range: Range<Int>) -> String {
    String(unsafeUninitializedCapacity: range.count * 3) { bytes in
      var count = 0
      func add(_ value: UInt16) {
        bytes[count] = UInt8(truncatingIfNeeded: value)
        count += 1
      }
      for index in range {
        let unit = units[index]
        if unit < 0x80 {
          add(unit)
        } else if unit < 0x800 {
          add(0xC0 | unit >> 6)
          add(0x80 | unit & 0x3F)
        } else {
          add(0xE0 | unit >> 12)
          add(0x80 | unit >> 6 & 0x3F)
          add(0x80 | unit & 0x3F)
        }
      }
      return count
    }
  }
}
