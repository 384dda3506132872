import Foundation
import ReportModel

/// A draft as the rules of arithmetic see it: its figures with the words around them. A class, for every rule holds it.
final class FigurePage: Sendable {
  let draft: Draft
  let units: [UInt16]
  let cues: CueIndex
  /// What the rules ask of each figure again and again.
  private let facts: [Facts]
  /// The year before that of the report, as it would be written: 2022年.
  let yearBefore: [UInt16]?
  private let valueKeys: [Int]
  private let printedNumbers: [PrintedNumber]

  init(_ draft: Draft, units: [UInt16]) {
    self.draft = draft
    self.units = units
    cues = CueIndex(units)
    yearBefore = LastYear.year(of: draft).map { Mark.word("\($0 - 1)年") }
    let facts = draft.claims.indices.map { Facts(of: $0, draft, units) }
    self.facts = facts
    let values = draft.quantities.indices.map {
      let value = draft.quantities[$0].quantity.value
      return facts[$0].kind == .tenths ? value * 10 : value
    }
    valueKeys = values.map(\.hashValue)
    printedNumbers = values.map(PrintedNumber.init)
  }

  func quantity(_ figure: Int) -> Quantity {
    let quantity = draft.quantities[figure].quantity
    guard facts[figure].kind == .tenths else { return quantity }
    // 两成 is about 20%.
    return Quantity(
      quantity.value * 10, upperBound: quantity.upperBound.map { $0 * 10 }, unit: "%",
      approximation: quantity.approximation ?? .about, precision: quantity.precision + 1)
  }
  func value(_ figure: Int) -> Decimal {
    let value = draft.quantities[figure].quantity.value
    return facts[figure].kind == .tenths ? value * 10 : value
  }
  /// Equal for equal values of any draft: nearly all others are told apart by it.
  func valueKey(_ figure: Int) -> Int { valueKeys[figure] }
  /// A figure's value as it is printed.
  func printed(_ figure: Int) -> PrintedNumber { printedNumbers[figure] }
  func unit(_ figure: Int) -> String {
    let unit = draft.quantities[figure].quantity.unit
    return unit.isEmpty ? Facts.unit(of: figure, draft, units, upTo: siblings(of: figure).upperBound) : unit
  }
  func range(_ figure: Int) -> Range<Int> { draft.quantities[figure].range }
  func claim(_ figure: Int) -> Claim { draft.claims[figure] }

  /// A figure's unit as a number, equal for equal units of any draft.
  func unitKey(_ figure: Int) -> UInt64 { facts[figure].unit }
  func isPercent(_ figure: Int) -> Bool { facts[figure].kind == .percent || facts[figure].kind == .tenths }
  func isPoints(_ figure: Int) -> Bool { facts[figure].kind == .points }
  func isMultiple(_ figure: Int) -> Bool { facts[figure].kind == .multiple }
  /// Whether it counts or measures something, rather than being a share or a change of one.
  func isAmount(_ figure: Int) -> Bool { facts[figure].kind == .amount }
  /// Whether its exact value is said.
  func isExact(_ figure: Int) -> Bool { facts[figure].isExact }

  /// Whether two figures count in one unit; a figure whose unit was left out goes with any.
  func sameUnit(_ a: Int, _ b: Int) -> Bool { facts[a].kin == facts[b].kin }

  /// What a figure may stand for at most: 2万余 is less than 3万.
  func most(_ figure: Int) -> Decimal {
    let quantity = quantity(figure)
    var value = quantity.upperBound ?? quantity.value
    if quantity.approximation?.mayExceed == true {
      var leading = Decimal(1)
      while leading * 10 <= value { leading *= 10 }
      // 一千二百余: what is left out is less than the last digit that is said.
      if quantity.approximation == .overYu || quantity.approximation == .overDuo {
        while leading > 1, !Self.isMultiple(value, of: leading) { leading /= 10 }
      }
      value += leading
    }
    return value
  }

  /// 一千二百余项 of 1500 is no 九成以上: less than the share said, even where the part is taken for as much as it may be.
  func fallsShort(_ share: Int, _ part: Int, of whole: Int) -> Bool {
    let stated = quantity(share)
    guard stated.approximation == .orMore || stated.approximation?.isAbove == true, isExact(whole),
      value(whole) > 0
    else { return false }
    return most(part) * 100 < stated.value * value(whole)
  }

  private static func isMultiple(_ value: Decimal, of unit: Decimal) -> Bool {
    var quotient = value / unit
    var whole = Decimal()
    NSDecimalRound(&whole, &quotient, 0, .down)
    return whole * unit == value
  }

  /// Whether a figure counts things, which official prose counts by several words: 66所 of 165个.
  func isThing(_ figure: Int) -> Bool { facts[figure].isThing }

  /// Whether 中 behind a figure makes what follows a part of what it counts: 36项任务中已完成33项, 136个村中,….
  func isAmong(_ figure: Int) -> Bool {
    let tail = tail(figure)
    return tail.contains { index in
      units[index] == Mark.among
        && (index + 1 == tail.upperBound || Self.behindAmong.contains(units[index + 1]))
        && (index == tail.lowerBound || !Self.beforeAmong.contains(units[index - 1]))
    }
  }

  static let behindAmong = UnitSet("已有完被获均全实超当仅未")
  private static let beforeAmong = UnitSet("其集高初之")

  /// The figures that begin at a place or behind it.
  func figures(from start: Int) -> Range<Int> {
    draft.quantities.prefixEnd { $0.range.lowerBound < start }..<draft.quantities.count
  }

  /// The figures of the sentence that a figure stands in.
  func siblings(of figure: Int) -> Range<Int> { draft.sentences[claim(figure).sentence].quantities }

  /// The words between the figure before (or the start of the sentence) and this one.
  func before(_ figure: Int) -> Range<Int> {
    let siblings = siblings(of: figure)
    let start =
      figure > siblings.lowerBound
      ? range(figure - 1).upperBound : draft.sentences[claim(figure).sentence].range.lowerBound
    return min(start, range(figure).lowerBound)..<range(figure).lowerBound
  }

  /// The words between a figure and the next one, or the end of the sentence.
  func after(_ figure: Int) -> Range<Int> {
    let siblings = siblings(of: figure)
    let stop =
      figure + 1 < siblings.upperBound
      ? range(figure + 1).lowerBound : draft.sentences[claim(figure).sentence].range.upperBound
    return range(figure).upperBound..<max(stop, range(figure).upperBound)
  }

  func sentence(of figure: Int) -> DraftSentence { draft.sentences[claim(figure).sentence] }
  func paragraph(of figure: Int) -> Int { sentence(of: figure).paragraph }

  /// The words before a figure in its own item of a list: back to the nearest mark.
  func lead(_ figure: Int) -> Range<Int> { facts[figure].lead }

  /// The words behind a figure in its own item of a list: up to the nearest mark.
  func tail(_ figure: Int) -> Range<Int> { facts[figure].tail }

  /// Whether one character stands in a stretch.
  func has(_ unit: UInt16, in range: Range<Int>) -> Bool { units[range].contains(unit) }

  /// What a mark parts in a stretch: 甲、乙、丙.
  func items(of list: Range<Int>, at mark: UInt16 = Mark.pause) -> [Range<Int>] {
    list.split(omittingEmptySubsequences: false) { units[$0] == mark }
  }

  /// Whether a word stands in a stretch.
  func contains(_ word: [UInt16], in range: Range<Int>) -> Bool {
    guard let head = word.first, range.count >= word.count else { return false }
    return (range.lowerBound...(range.upperBound - word.count)).contains { index in
      units[index] == head && units[index..<index + word.count].elementsEqual(word)
    }
  }

  /// Whether a numeral in a stretch says how many there are: 三项, 四级资金, 两片.
  func counts(_ count: Int, in range: Range<Int>) -> Bool {
    func goesOn(_ unit: UInt16) -> Bool { Mark.isNumeral(unit) || Self.beyond.contains(unit) }
    return (2...9).contains(count)
      && range.dropLast().contains { index in
        Mark.number(units[index]) == count && !goesOn(units[index + 1])
          && (index == range.lowerBound || !goesOn(units[index - 1]))
      }
  }

  private static let beyond = UnitSet("点.第")

  /// Whether a word stands right before a place.
  func ends(_ word: [UInt16], at place: Int) -> Bool { units[..<place].suffix(word.count) == word[...] }

  /// Where a word stands in a stretch.
  func places(of word: [UInt16], in range: Range<Int>) -> [Int] {
    guard let head = word.first, range.count >= word.count else { return [] }
    return (range.lowerBound...(range.upperBound - word.count)).filter { index in
      units[index] == head && units[index..<index + word.count].elementsEqual(word)
    }
  }

  func text(_ range: Range<Int>) -> String { draft.text.folded(range) }
  func words(_ range: Range<Int>) -> FoldedWords { FoldedWords(units: units[range]) }

  /// Where the words of a rate or a noun stand again: the longest run of 汉字 at the end of `words` that occurs in `range`.
  func shares(_ words: Range<Int>, with other: Range<Int>, atLeast count: Int = 2) -> Bool {
    guard words.count >= count, other.count >= count else { return false }
    for start in words.lowerBound...(words.upperBound - count) where Mark.isHan(units[start]) {
      for place in other.lowerBound...(other.upperBound - count) where units[place] == units[start] {
        if (1..<count).allSatisfy({ units[start + $0] == units[place + $0] && Mark.isHan(units[start + $0]) })
        {
          return true
        }
      }
    }
    return false
  }

  /// Whether a figure speaks of the time that the report tells of, not of a plan.
  func isTold(_ figure: Int) -> Bool { claim(figure).period != .plan }

  /// A number as a clerk would write it, with 万 and 亿 where its digits call for them.
  func number(_ figure: Int) -> String {
    Self.number(value(figure), precision: quantity(figure).precision) + (isPercent(figure) ? "%" : "")
  }

  /// What some figures make together; what is said of each of several counts for all of them.
  func sum(_ figures: some Sequence<Int>) -> Decimal { figures.reduce(Decimal(0)) { $0 + amount($1) } }

  /// What they may make together, under the digits printed.
  func interval(_ figures: some Sequence<Int>) -> Interval {
    Interval.sum(figures.flatMap { Array(repeating: quantity($0), count: times($0)) })
  }

  /// The same, nil of none.
  func known(_ figures: [Int]) -> Decimal? { figures.isEmpty ? nil : sum(figures) }

  /// Half of what rounding leaves open in some figures together.
  func slack(_ figures: some Sequence<Int>) -> Decimal {
    figures.map { Interval(quantity($0)) }.reduce(Decimal(0)) { $0 + ($1.high - $1.low) / 2 }
  }

  /// What some figures make when they are added or taken away, against the figure that states it.
  func compare(_ value: Decimal, of members: [Int], with stated: Int) -> Agreement {
    let slack = slack(members)
    return Reckoning.compare(
      value, Interval(low: value - slack, high: value + slack), with: quantity(stated))
  }

  /// Some figures as a clerk adds them up: 10+6+4.
  func terms(_ figures: some Sequence<Int>) -> String { figures.map(term).joined(separator: "+") }

  /// A number in full, or in 万 or 亿 where its last printed digit stands so high that it was written with them.
  static func number(_ value: Decimal, precision: Int) -> String {
    if precision >= 4, value >= 100_000_000 { return "\(value / 100_000_000)亿" }
    return precision > 0 && value >= 10_000 ? "\(value / 10_000)万" : "\(value)"
  }
}

extension Mark {
  /// Marks that part the items of a list.
  @inline(__always)
  static func isListMark(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x2C, 0x3A, 0x3B, 0x3001, 0x3002, 0x28, 0x29: true
    default: false
    }
  }

  /// Whether a character is part of a word: 汉字, a letter or a digit.
  @inline(__always)
  static func isWord(_ unit: UInt16) -> Bool {
    isHan(unit) || isDigit(unit) || (0x41...0x5A).contains(unit) || (0x61...0x7A).contains(unit)
  }

  static let comma: UInt16 = 0x2C
  static let pause: UInt16 = 0x3001
  static let stop: UInt16 = 0x3002
  static let semicolon: UInt16 = 0x3B
  static let colon: UInt16 = 0x3A
  static let all: UInt16 = 0x5171  // 共
  static let every: UInt16 = 0x5404  // 各
  static let share: UInt16 = 0x5360  // 占
  static let rate: UInt16 = 0x7387  // 率
  static let example: UInt16 = 0x4F8B  // 例
  static let except: UInt16 = 0x9664  // 除
  static let due: UInt16 = 0x5E94  // 应
  static let of: UInt16 = 0x7684  // 的
  static let among: UInt16 = 0x4E2D  // 中
  static let andSoOn: UInt16 = 0x7B49  // 等
  static let ordinal: UInt16 = 0x7B2C  // 第
  static let year: UInt16 = 0x5E74  // 年
  static let from: UInt16 = 0x7531  // 由
  static let since: UInt16 = 0x4ECE  // 从
  static let average: UInt16 = 0x5747  // 均
  static let than: UInt16 = 0x6BD4  // 比
  static let against: UInt16 = 0x8F83  // 较
}
