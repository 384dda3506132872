/// Word 域: fields that are open; of a field the result is text, its instruction is not.
struct WordFields {
  /// For each open field, whether its result has begun.
  private var results: [Bool] = []

  /// Whether a field has not ended.
  var areOpen: Bool { !results.isEmpty }

  /// Whether text is part of an instruction: results of fields inside an instruction are.
  ///
  /// Instructions themselves have an element of their own, so text in the innermost field is kept: a field that
  /// was never finished must not swallow the rest of the document.
  var hideText: Bool { results.dropLast().contains(false) }

  /// Meets one of the three marks of a field.
  mutating func meet(_ mark: String?) {
    switch mark {
    case "begin": results.append(false)
    case "separate": if !results.isEmpty { results[results.count - 1] = true }
    case "end": _ = results.popLast()
    default: break
    }
  }
}

/// Word 符号: characters set from a symbol font.
enum WordSymbol {
  /// The character that a symbol's number in Wingdings or Symbol means, as far as forms use it; else a square.
  static func text(_ number: String?) -> String {
    guard let code = number.flatMap({ UInt32($0, radix: 16) }) else { return "\u{25A1}" }
    if let known = marks[code & 0xFF], code >= 0xF000 || code <= 0xFF { return known }
    guard !(0xE000...0xF8FF).contains(code), let scalar = Unicode.Scalar(code), code >= 0x20 else {
      return "\u{25A1}"
    }
    return String(Character(scalar))
  }

  private static let marks: [UInt32: String] = [
    0x52: "\u{2611}", 0x54: "\u{2612}", 0x6C: "\u{25CF}", 0x6E: "\u{25A0}", 0x6F: "\u{25A1}",
    0xA8: "\u{25A1}", 0xFB: "\u{2717}", 0xFC: "\u{2713}", 0xFD: "\u{2612}", 0xFE: "\u{2611}",
  ]
}
