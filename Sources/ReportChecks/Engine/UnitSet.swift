/// 字集: a set of characters, asked for every character of a text: one bit each, in pages of 256 of which only those are kept that hold any.
struct UnitSet: Sendable {
  /// Where the page of each high byte begins in `bits`; the first page is empty.
  private var pages: [UInt16]
  private var bits: [UInt64]

  private static let empty = (
    pages: [UInt16](repeating: 0, count: 256), bits: [UInt64](repeating: 0, count: 4)
  )

  /// The characters of a text, folded.
  init(_ text: String) { self.init(Mark.word(text)) }

  init(_ units: some Sequence<UInt16>) {
    (pages, bits) = Self.empty
    for unit in units { insert(unit) }
  }

  private mutating func insert(_ unit: UInt16) {
    if pages[Int(unit >> 8)] == 0 {
      pages[Int(unit >> 8)] = UInt16(bits.count)
      bits += Self.empty.bits
    }
    bits[word(of: unit)] |= 1 << UInt64(unit & 63)
  }

  @inline(__always)
  private func word(of unit: UInt16) -> Int { Int(pages[Int(unit >> 8)] &+ (unit >> 6 & 3)) }

  /// The set without some characters.
  func without(_ text: String) -> UnitSet {
    var rest = self
    for unit in Mark.word(text) where contains(unit) {
      rest.bits[word(of: unit)] &= ~(1 << UInt64(unit & 63))
    }
    return rest
  }

  /// The set with more characters.
  func with(_ text: String) -> UnitSet {
    var more = self
    for unit in Mark.word(text) { more.insert(unit) }
    return more
  }

  /// Whether a character belongs to the set.
  @inline(__always)
  func contains(_ unit: UInt16) -> Bool { bits[word(of: unit)] >> UInt64(unit & 63) & 1 != 0 }
}

/// 同音表: the group of each character that has characters sounding like it, from 1; 0 where none does.
struct SoundTable: Sendable {
  private var groups: [UInt16] = []

  /// A character of two groups counts in the first.
  init(_ homophones: [String]) {
    guard !homophones.isEmpty else { return }
    groups = [UInt16](repeating: 0, count: 65_536)
    for (group, characters) in homophones.enumerated() {
      for unit in characters.utf16 where groups[Int(unit)] == 0 {
        groups[Int(unit)] = UInt16(truncatingIfNeeded: group + 1)
      }
    }
  }

  var isEmpty: Bool { groups.isEmpty }

  /// The group of a character.
  @inline(__always)
  subscript(unit: UInt16) -> UInt16 { groups[Int(unit)] }

  /// The group of a character, or itself where it has none: groups lie below every Chinese character.
  @inline(__always)
  func sound(_ unit: UInt16) -> UInt16 {
    let group = groups[Int(unit)]
    return group == 0 ? unit : group
  }
}
