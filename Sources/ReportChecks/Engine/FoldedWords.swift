/// 文句: a stretch of a draft's folded characters that is asked for words without being made a text.
struct FoldedWords: Sendable {
  let units: ArraySlice<UInt16>

  func hasPrefix(_ word: String) -> Bool {
    Self.with(word, units) { word, units in word.stands(at: 0, in: units) }
  }

  func hasSuffix(_ word: String) -> Bool {
    Self.with(word, units) { word, units in
      let start = units.count - word.count
      return start >= 0 && word.stands(at: start, in: units)
    }
  }

  func contains(_ word: String) -> Bool {
    Self.with(word, units) { word, units in
      guard let first = word.first else { return true }
      for index in units.indices where units[index] == first && word.stands(at: index, in: units) {
        return true
      }
      return false
    }
  }

  func hasAnyPrefix(_ words: some Sequence<String>) -> Bool { words.contains(where: hasPrefix) }
  func hasAnySuffix(_ words: some Sequence<String>) -> Bool { words.contains(where: hasSuffix) }
  func containsAny(_ words: some Sequence<String>) -> Bool { words.contains(where: contains) }

  static func == (left: FoldedWords, right: String) -> Bool {
    with(right, left.units) { word, units in units.count == word.count && word.stands(at: 0, in: units) }
  }

  static func == (left: FoldedWords, right: FoldedWords) -> Bool { left.units.elementsEqual(right.units) }

  /// The bytes of a word beside the characters of a stretch. Asking a text for its characters one by one takes many times longer.
  @inline(__always)
  private static func with(
    _ word: String, _ units: ArraySlice<UInt16>, _ body: (EncodedWord, UnsafeBufferPointer<UInt16>) -> Bool
  ) -> Bool {
    units.withUnsafeBufferPointer { units in
      word.utf8.withContiguousStorageIfAvailable { body(EncodedWord(bytes: $0), units) }
        ?? Array(word.utf8).withUnsafeBufferPointer { body(EncodedWord(bytes: $0), units) }
    }
  }
}

extension StringProtocol {
  func hasAnyPrefix(_ words: some Sequence<String>) -> Bool { words.contains { hasPrefix($0) } }
  func hasAnySuffix(_ words: some Sequence<String>) -> Bool { words.contains { hasSuffix($0) } }
  func containsAny(_ words: some Sequence<String>) -> Bool { words.contains { contains($0) } }
}

/// A word in UTF-8, held against folded characters.
private struct EncodedWord {
  let bytes: UnsafeBufferPointer<UInt8>

  /// How many characters it has: all but four-byte ones, which no draft's folded characters hold, are one unit.
  var count: Int { bytes.count { $0 & 0xC0 != 0x80 } }

  /// Its first character.
  var first: UInt16? { bytes.isEmpty ? nil : unit(at: 0).unit }

  @inline(__always)
  func stands(at start: Int, in units: UnsafeBufferPointer<UInt16>) -> Bool {
    var (index, place) = (0, start)
    while index < bytes.count {
      let (unit, length) = unit(at: index)
      guard place < units.count, units[place] == unit else { return false }
      place += 1
      index += length
    }
    return true
  }

  @inline(__always)
  private func unit(at index: Int) -> (unit: UInt16, length: Int) {
    let byte = bytes[index]
    if byte < 0x80 { return (UInt16(byte), 1) }
    let next = UInt16(bytes[index + 1] & 0x3F)
    if byte < 0xE0 { return (UInt16(byte & 0x1F) << 6 | next, 2) }
    // The first half of a pair of surrogates stands nowhere.
    if byte >= 0xF0 { return (0xD800, 4) }
    return (UInt16(byte & 0x0F) << 12 | next << 6 | UInt16(bytes[index + 2] & 0x3F), 3)
  }
}
