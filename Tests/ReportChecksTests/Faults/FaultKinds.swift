import Foundation
import TestSupport

/// A report with one fault in it.
struct Mutant: Sendable {
  var kind: String
  var report: String
  var text: String
  var lastYear: String?
  /// What was done, for the list of those that were missed.
  var what: String
  /// The words that now stand there; empty where something was taken away.
  var fault: String
}

/// A kind of fault, and how it is made in a clean report.
struct FaultKind: Sendable {
  var name: String
  var isArithmetic: Bool
  var make: @Sendable (CleanReport, inout SeededGenerator) -> [Mutant]

  init(
    _ name: String, arithmetic: Bool = true,
    _ make:
      @escaping @Sendable (CleanReport, inout SeededGenerator) -> [(
        text: String, what: String, fault: String
      )]
  ) {
    self.name = name
    self.isArithmetic = arithmetic
    self.make = { report, generator in
      make(report, &generator).map {
        Mutant(
          kind: name, report: report.name, text: $0.text, lastYear: report.lastYear, what: $0.what,
          fault: $0.fault)
      }
    }
  }
}

/// Text surgery for the kinds of faults.
enum Surgery {
  /// Every place where a figure stands on its own: not part of a longer one.
  static func places(of figure: String, in text: String) -> [Range<String.Index>] {
    var places: [Range<String.Index>] = []
    var start = text.startIndex
    while let found = text.range(of: figure, range: start..<text.endIndex) {
      let before = found.lowerBound > text.startIndex ? text[text.index(before: found.lowerBound)] : " "
      let after = found.upperBound < text.endIndex ? text[found.upperBound] : " "
      if !"0123456789.".contains(before), !"0123456789.".contains(after) { places.append(found) }
      start = found.upperBound
    }
    return places
  }

  /// The text with the only place of a figure changed; nil where it stands more than once, or is part of a year's name.
  static func replacing(_ figure: String, with other: String, in text: String) -> String? {
    let places = places(of: figure, in: text)
    guard places.count == 1, let place = places.first, figure != other else { return nil }
    return text.replacingCharacters(in: place, with: other)
  }

  /// A figure with its first digit changed.
  static func far(_ figure: String, _ generator: inout SeededGenerator) -> String {
    guard let first = figure.first, let digit = first.wholeNumberValue else { return figure }
    let step = Int.random(in: 1...3, using: &generator)
    let next = digit + step <= 9 ? digit + step : digit - step
    return "\(max(1, next))" + figure.dropFirst()
  }

  /// A figure with any one digit changed.
  static func near(_ figure: String, _ generator: inout SeededGenerator) -> String {
    var characters = Array(figure)
    let digits = characters.indices.filter { characters[$0].isNumber }
    guard let place = digits.randomElement(using: &generator), let digit = characters[place].wholeNumberValue
    else { return figure }
    var next = (digit + Int.random(in: 1...8, using: &generator)) % 10
    if place == digits.first, next == 0 { next = digit == 9 ? 8 : digit + 1 }
    characters[place] = Character("\(next)")
    return String(characters)
  }

  /// A figure with two different neighbouring digits swapped; nil where there are none.
  static func swapped(_ figure: String) -> String? {
    var characters = Array(figure)
    for index in characters.indices.dropLast()
    where characters[index].isNumber && characters[index + 1].isNumber
      && characters[index] != characters[index + 1] && characters[index + 1] != "0"
    {
      characters.swapAt(index, index + 1)
      return String(characters)
    }
    return nil
  }

  /// All figures that stand between two words, with their places.
  static func figures(between before: String, and after: String, in text: String) -> [Range<String.Index>] {
    var places: [Range<String.Index>] = []
    var start = text.startIndex
    while let found = text.range(of: before, range: start..<text.endIndex) {
      start = found.upperBound
      let figure = text[start...].prefix { $0.isASCII && $0.isNumber || numerals.contains($0) }
      if !figure.isEmpty, text[figure.endIndex...].hasPrefix(after) {
        places.append(figure.startIndex..<figure.endIndex)
      }
    }
    return places
  }

  /// One more or one less, in the same numerals.
  static func beside(_ figure: Substring, _ generator: inout SeededGenerator) -> String {
    let up = Bool.random(using: &generator)
    if let number = Int(figure) { return "\(up || number < 2 ? number + 1 : number - 1)" }
    guard let last = figure.last, let value = numerals.firstIndex(of: last) else { return String(figure) }
    let next = up && value < 9 || value == 1 ? value + 1 : value - 1
    return figure.dropLast() + String(numerals[next == 0 ? 2 : next])
  }

  private static let numerals = Array("零一二三四五六七八九十")
}

extension Surgery {
  /// The sentences of a text, with their full stop.
  static func sentences(of text: String) -> [String] {
    text.components(separatedBy: "\n").flatMap { line in
      line.split(separator: "。", omittingEmptySubsequences: true).map { $0 + "。" }
    }
  }
}
