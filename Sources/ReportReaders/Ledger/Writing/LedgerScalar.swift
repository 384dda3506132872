import ReportModel

/// 值的写法: how a text is spelled as a YAML value, so that it reads back as the same text also through the mending of
/// full-width marks.
enum LedgerScalar {
  /// A value behind its key: plain where that is safe.
  static func value(_ text: String) -> String { isPlain(text, in: .value) ? text : quoted(text) }

  /// A list item behind its dash: a colon in it would make it look like a key.
  static func item(_ text: String) -> String { isPlain(text, in: .item) ? text : quoted(text) }

  /// A value inside brackets.
  static func inline(_ text: String) -> String { isPlain(text, in: .brackets) ? text : quoted(text) }

  /// Writes a value behind its key's colon; a text of several lines as a literal block.
  static func write(_ words: String, indent: Int, _ tail: String, into text: inout String) {
    guard words.utf8.contains(0x0A), mayBeLiteral(words) else {
      text += " "
      text += value(words)
      text += tail
      text += "\n"
      return
    }
    text += " |-"
    text += tail
    text += "\n"
    for line in words.split(separator: "\n", omittingEmptySubsequences: false) {
      if !line.isEmpty { LedgerTree.addBlanks(indent + 2, to: &text) }
      text += line
      text += "\n"
    }
  }

  /// The text in quotes: double ones, or single ones where double ones stand in the text.
  ///
  /// A double quote is never written as `\"`: the mending of full-width marks would take it for the end.
  static func quoted(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: needsEscape) else {
      if !text.utf8.contains(UInt8(ascii: "\"")) {
        return "\"" + (text.utf8.contains(UInt8(ascii: "\\")) ? text.replacing("\\", with: "\\\\") : text)
          + "\""
      }
      return "'" + text.replacing("'", with: "''") + "'"
    }
    var escaped = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": escaped += "\\n"
      case "\t": escaped += "\\t"
      case "\\": escaped += "\\\\"
      case "\"": escaped += "\\x22"
      // What no Office file can hold, no ledger holds either: the reader refuses it.
      case _ where scalar.isForbiddenInXML: continue
      case _ where needsEscape(scalar): escaped += hexadecimal(scalar)
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped + "\""
  }

  private enum Place { case value, item, brackets }

  /// Marks that begin something else than text, in YAML or in what the mending of full-width marks takes for YAML.
  private static let opening = Set("-?:,[]{}#&*!|>'\"%@`=~.".unicodeScalars)
  /// Marks that end a text inside brackets.
  private static let bracketing = Set(",[]{}:#'\"".unicodeScalars)

  private static func isPlain(_ text: String, in place: Place) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { isSurelyPlain($0, in: place) } ?? false
      || isPlainByScalars(text, in: place)
  }

  /// Whether bytes are nothing but ideographs, 、。《》， and ASCII letters and digits, which mean nothing in YAML: nearly all texts are.
  private static func isSurelyPlain(_ bytes: UnsafeBufferPointer<UInt8>, in place: Place) -> Bool {
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case 0xE4...0xE9: index += 3
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: index += 1
      case 0xE3:
        guard index + 2 < bytes.count, bytes[index + 1] == 0x80 else { return false }
        switch bytes[index + 2] {
        case 0x81, 0x82, 0x8A, 0x8B: index += 3
        default: return false
        }
      case 0xEF:
        guard place != .brackets, index > 0, index + 2 < bytes.count, bytes[index + 1] == 0xBC,
          bytes[index + 2] == 0x8C
        else { return false }
        index += 3
      default: return false
      }
    }
    return !bytes.isEmpty && !bytes.elementsEqual("null".utf8)
  }

  private static func isPlainByScalars(_ text: String, in place: Place) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last, text != "null",
      !opening.contains(first.halfWidth), !first.isBlank, !last.isBlank,
      last.halfWidth != ":", first != "\u{FEFF}", last != "\u{FEFF}"
    else { return false }
    var previous: Unicode.Scalar = "a"
    for scalar in text.unicodeScalars {
      if needsEscape(scalar) || scalar == "\n" { return false }
      if previous == ":" && scalar.isBlank { return false }
      if previous.isBlank && scalar.halfWidth == "#" { return false }
      let half = scalar.halfWidth
      if place == .brackets, bracketing.contains(half) || scalar.isOddBlank { return false }
      if place == .item, half == ":" { return false }
      previous = scalar
    }
    return true
  }

  /// Control characters, and the line ends of Unicode that YAML would fold.
  private static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  private static func mayBeLiteral(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
      !first.isBlank, !last.isBlank
    else { return false }
    return !text.unicodeScalars.contains { $0 != "\n" && $0 != "\t" && needsEscape($0) }
  }

  private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

extension Unicode.Scalar {
  /// White space other than a plain blank, and what has no width.
  fileprivate var isOddBlank: Bool {
    self != " " && isBlank || (0x200B...0x200F).contains(value)
  }
}
