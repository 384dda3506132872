/// 易错字: characters that are typed for one another, because they sound or look alike.
///
/// A likeness is a sound (zh as z, ch as c, sh as s, ng as n) or a group of characters of like shape; a character may have several.
struct LookAlikes: Sendable {
  /// Likenesses by character.
  private let likenesses: Rows
  /// Characters by likeness.
  private let members: Rows
  /// Exact syllables by character.
  private let syllables: Rows

  /// Reads `characters.txt`: a line is a syllable and its characters, or 形 and groups of characters.
  init(_ bytes: [UInt8]) {
    var alike: [(character: UInt16, likeness: UInt16)] = []
    var sounding: [(character: UInt16, syllable: UInt16)] = []
    var folded: [[UInt8]: UInt16] = [:]
    var next: UInt16 = 0
    var syllable: UInt16 = 0
    for line in bytes.split(separator: 0x0A) where line.first != UInt8(ascii: "#") {
      let words = line.split(separator: UInt8(ascii: " "))
      guard let head = words.first else { continue }
      let isSound = head.allSatisfy { (0x61...0x7A).contains($0) }
      for group in words.dropFirst() {
        var likeness = next
        if isSound, let known = folded[Self.fold(head)] {
          likeness = known
        } else {
          if isSound { folded[Self.fold(head)] = next }
          next += 1
        }
        for unit in String(decoding: group, as: UTF8.self).utf16 where Mark.isBasicHan(unit) {
          alike.append((unit, likeness))
          if isSound { sounding.append((unit, syllable)) }
        }
        syllable += 1
      }
    }
    likenesses = Rows(alike.map { (Int($0.character) - 0x4E00, $0.likeness) }, count: 0x5200)
    members = Rows(alike.map { (Int($0.likeness), $0.character) }, count: Int(next))
    syllables = Rows(sounding.map { (Int($0.character) - 0x4E00, $0.syllable) }, count: 0x5200)
  }

  /// The likenesses of a character.
  @inline(__always)
  func likenesses(of unit: UInt16) -> ArraySlice<UInt16> {
    Mark.isBasicHan(unit) ? likenesses[Int(unit) - 0x4E00] : []
  }

  /// The characters of a likeness.
  func members(of likeness: UInt16) -> ArraySlice<UInt16> { members[Int(likeness)] }

  /// Whether two characters have a reading in common, tones aside.
  func soundSame(_ left: UInt16, _ right: UInt16) -> Bool {
    guard Mark.isBasicHan(left), Mark.isBasicHan(right) else { return false }
    let others = syllables[Int(right) - 0x4E00]
    return syllables[Int(left) - 0x4E00].contains { others.contains($0) }
  }

  /// A syllable without what typing by sound confuses.
  private static func fold(_ syllable: ArraySlice<UInt8>) -> [UInt8] {
    var folded = Array(syllable)
    if folded.count > 1, folded[1] == UInt8(ascii: "h") { folded.remove(at: 1) }
    if folded.count > 2, folded.last == UInt8(ascii: "g") { folded.removeLast() }
    return folded
  }

  /// Rows of different length in one array.
  private struct Rows: Sendable {
    private var values: [UInt16]
    private var starts: [Int32]

    init(_ pairs: [(row: Int, value: UInt16)], count: Int) {
      starts = [Int32](repeating: 0, count: count + 1)
      for pair in pairs { starts[pair.row + 1] += 1 }
      for row in 0..<count { starts[row + 1] += starts[row] }
      values = [UInt16](repeating: 0, count: pairs.count)
      var filled = starts
      for pair in pairs {
        values[Int(filled[pair.row])] = pair.value
        filled[pair.row] += 1
      }
    }

    @inline(__always)
    subscript(row: Int) -> ArraySlice<UInt16> { values[Int(starts[row])..<Int(starts[row + 1])] }
  }
}

/// 近词: whether a stretch may be a common word but for one character; one bit for each hash, so that nearly every place of a text is settled
/// without a search.
struct NearbyWords: Sendable {
  let lookAlikes: LookAlikes
  private var bits: [UInt64]

  init(_ lookAlikes: LookAlikes) {
    self.lookAlikes = lookAlikes
    bits = [UInt64](repeating: 0, count: 1 << (Self.size - 6))
  }

  /// The rarest word of two and of three characters that is proposed; a set phrase of four is proposed however rare.
  static let rarest = [0, 0, 18, 22, 26]
  private static let size = 23

  mutating func add(_ word: UnsafeBufferPointer<UInt16>, _ cost: Int) {
    guard word.count <= 4, cost <= Self.rarest[word.count] else { return }
    for open in word.indices {
      for likeness in lookAlikes.likenesses(of: word[open]) {
        let digest = Self.digest(word, 0, word.count, open: open, likeness)
        bits[digest >> 6] |= 1 << UInt64(digest & 63)
      }
    }
  }

  /// Whether there may be a common word that differs from a stretch in one character of a likeness.
  @inline(__always)
  func mayHold(
    _ units: UnsafeBufferPointer<UInt16>, _ start: Int, _ length: Int, open: Int, _ likeness: UInt16
  ) -> Bool {
    let digest = Self.digest(units, start, length, open: open, likeness)
    return bits[digest >> 6] >> UInt64(digest & 63) & 1 != 0
  }

  /// Likenesses lie below every Chinese character: one in a character's place marks it as open.
  @inline(__always)
  private static func digest(
    _ units: UnsafeBufferPointer<UInt16>, _ start: Int, _ length: Int, open: Int, _ likeness: UInt16
  ) -> Int {
    var key: UInt64 = 0
    for offset in 0..<length {
      key = key << 16 | UInt64(offset == open ? likeness : units[start + offset])
    }
    return Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> UInt64(64 - size))
  }
}
