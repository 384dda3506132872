/// 易错字: characters that are typed for one another, because they sound or look alike.
///
/// A likeness is a sound (zh as z, ch as c, sh as s, ng as n) or a group of characters of like shape; a character may have several.
struct LookAlikes: Sendable {
  /// Likenesses by character.
  private let likenesses: Rows
  /// Characters by likeness.
  private let members: Rows
  /// The likenesses of characters that the eye hardly tells apart.
  private var twins: Set<UInt16> = []
  /// Exact syllables by character.
  private let syllables: Rows

  /// Reads `characters.txt`: a line is a syllable and its characters, 形 and groups of characters, or 似 and groups that the eye hardly tells
  /// apart: these are as likely as those of one sound.
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
      let areTwins = head.elementsEqual("似".utf8)
      for group in words.dropFirst() {
        var likeness = next
        if isSound, let known = folded[Self.fold(head)] {
          likeness = known
        } else {
          if isSound { folded[Self.fold(head)] = next }
          next += 1
        }
        if areTwins { twins.insert(likeness) }
        for unit in String(decoding: group, as: UTF8.self).utf16 where Mark.isBasicHan(unit) {
          alike.append((unit, likeness))
          if isSound || areTwins { sounding.append((unit, syllable)) }
        }
        syllable += 1
      }
    }
    likenesses = Rows(alike.map { (Int($0.character) - 0x4E00, $0.likeness) }, count: 0x5200)
    members = Rows(alike.map { (Int($0.likeness), $0.character) }, count: Int(next))
    syllables = Rows(sounding.map { (Int($0.character) - 0x4E00, $0.syllable) }, count: 0x5200)
  }

  /// The likenesses of a Chinese character.
  @inline(__always)
  func likenesses(of unit: UInt16) -> Rows.Row { likenesses[Int(unit) - 0x4E00] }

  /// The likenesses of all characters in one row, and where those of each begin.
  func withLikenesses(_ body: (UnsafeBufferPointer<UInt16>, UnsafeBufferPointer<Int32>) -> Void) {
    likenesses.withUnsafeBuffers(body)
  }

  /// The characters of a likeness.
  @inline(__always)
  func members(of likeness: UInt16) -> Rows.Row { members[Int(likeness)] }

  /// The characters that the eye hardly tells from one.
  func twins(of unit: UInt16) -> [UInt16] {
    likenesses(of: unit).filter(twins.contains).flatMap { members(of: $0).filter { $0 != unit } }
  }

  /// Whether two characters have a reading in common, tones aside, or are twins to the eye.
  func soundSame(_ left: UInt16, _ right: UInt16) -> Bool {
    guard Mark.isBasicHan(left), Mark.isBasicHan(right) else { return false }
    let others = syllables[Int(right) - 0x4E00]
    return syllables[Int(left) - 0x4E00].contains(where: others.contains)
  }

  /// Whether two characters sound the same or are easily taken for one another.
  func areAlike(_ left: UInt16, _ right: UInt16) -> Bool {
    guard Mark.isBasicHan(left), Mark.isBasicHan(right) else { return false }
    return soundSame(left, right) || likenesses(of: left).contains(where: likenesses(of: right).contains)
  }

  /// Whether a name is another one but for a character that is easily taken for the right one, or for two that changed places.
  func isSlip(_ name: [UInt16], of right: [UInt16]) -> Bool {
    guard name.count == right.count else { return false }
    let differing = name.indices.filter { name[$0] != right[$0] }
    if differing.count == 1 { return areAlike(name[differing[0]], right[differing[0]]) }
    return differing.count == 2 && differing[1] == differing[0] + 1
      && name[differing[0]] == right[differing[1]] && name[differing[1]] == right[differing[0]]
  }

  /// A syllable without what typing by sound confuses.
  private static func fold(_ syllable: ArraySlice<UInt8>) -> [UInt8] {
    var folded = Array(syllable)
    if folded.count > 1, folded[1] == UInt8(ascii: "h") { folded.remove(at: 1) }
    if folded.count > 2, folded.last == UInt8(ascii: "g") { folded.removeLast() }
    return folded
  }

  /// Rows of different length in one array.
  struct Rows: Sendable {
    fileprivate let values: [UInt16]
    private let starts: [Int32]

    /// One of them.
    struct Row: Sequence, IteratorProtocol {
      fileprivate let values: [UInt16]
      fileprivate var place: Int
      fileprivate let end: Int

      @inline(__always)
      mutating func next() -> UInt16? {
        guard place < end else { return nil }
        defer { place += 1 }
        return values[place]
      }
    }

    init(_ pairs: [(row: Int, value: UInt16)], count: Int) {
      var starts = [Int32](repeating: 0, count: count + 1)
      for pair in pairs { starts[pair.row + 1] += 1 }
      for row in 0..<count { starts[row + 1] += starts[row] }
      var values = [UInt16](repeating: 0, count: pairs.count)
      var filled = starts
      for pair in pairs {
        values[Int(filled[pair.row])] = pair.value
        filled[pair.row] += 1
      }
      (self.values, self.starts) = (values, starts)
    }

    func withUnsafeBuffers(_ body: (UnsafeBufferPointer<UInt16>, UnsafeBufferPointer<Int32>) -> Void) {
      values.withUnsafeBufferPointer { values in starts.withUnsafeBufferPointer { body(values, $0) } }
    }

    @inline(__always)
    subscript(row: Int) -> Row {
      Row(values: values, place: Int(starts[row]), end: Int(starts[row + 1]))
    }
  }
}

/// 缺字词段: a stretch of two to four characters with one of them open, as a number.
struct OpenStretch {
  let key: UInt64
  /// How far the open character is shifted.
  let place: UInt64

  @inline(__always)
  init(_ units: UnsafeBufferPointer<UInt16>, _ start: Int, _ length: Int, open: Int) {
    var key: UInt64 = 0
    for offset in 0..<length {
      key = key << 16 | (offset == open ? 0 : UInt64(units[start + offset]))
    }
    self.key = key
    place = UInt64(16 * (length - 1 - open))
  }
}

/// 近词: whether a stretch may be a common word but for one character; one bit for each hash, so that nearly every place of a text is settled
/// without a search.
struct NearbyWords: Sendable {
  private let bits: [UInt64]
  /// One bit for each hash of the words themselves.
  private let words: [UInt64]

  private static let size = 23
  private static let wordSize = 20

  /// Fills in the words that `each` goes through.
  init(_ lookAlikes: LookAlikes, _ each: ((UnsafeBufferPointer<UInt16>) -> Void) -> Void) {
    var bits = [UInt64](repeating: 0, count: 1 << (Self.size - 6))
    var words = [UInt64](repeating: 0, count: 1 << (Self.wordSize - 6))
    bits.withUnsafeMutableBufferPointer { bits in
      words.withUnsafeMutableBufferPointer { words in
        lookAlikes.withLikenesses { likenesses, starts in
          each { word in
            guard (2...4).contains(word.count) else { return }
            var key: UInt64 = 0
            for unit in word { key = key << 16 | UInt64(unit) }
            Self.set(key, in: words, Self.wordSize)
            var place = UInt64(word.count * 16)
            for unit in word {
              place -= 16
              guard Mark.isBasicHan(unit) else { continue }
              let open = key & ~(0xFFFF << place)
              for index in Int(starts[Int(unit) - 0x4E00])..<Int(starts[Int(unit) - 0x4E00 + 1]) {
                Self.set(open | UInt64(likenesses[index]) << place, in: bits, Self.size)
              }
            }
          }
        }
      }
    }
    (self.bits, self.words) = (bits, words)
  }

  /// Whether there may be a common word that differs from a stretch in one character of a likeness. Likenesses lie below every Chinese
  /// character: one in a character's place marks it as open.
  @inline(__always)
  func mayHold(_ stretch: OpenStretch, _ likeness: UInt16) -> Bool {
    Self.has(stretch.key | UInt64(likeness) << stretch.place, in: bits, Self.size)
  }

  /// Whether a stretch may be a common word with a character in the open place.
  @inline(__always)
  func mayBe(_ stretch: OpenStretch, _ character: UInt16) -> Bool {
    Self.has(stretch.key | UInt64(character) << stretch.place, in: words, Self.wordSize)
  }

  @inline(__always)
  private static func has(_ key: UInt64, in words: [UInt64], _ size: Int) -> Bool {
    let (word, mask) = place(key, size)
    return words[word] & mask == mask
  }

  @inline(__always)
  private static func set(_ key: UInt64, in words: UnsafeMutableBufferPointer<UInt64>, _ size: Int) {
    let (word, mask) = place(key, size)
    words[word] |= mask
  }

  /// Three bits of one word of 64.
  @inline(__always)
  private static func place(_ key: UInt64, _ size: Int) -> (word: Int, mask: UInt64) {
    let hash = key &* 0x9E37_79B9_7F4A_7C15
    let mask = 1 << (hash >> 20 & 63) | 1 << (hash >> 26 & 63) as UInt64
    return (Int(truncatingIfNeeded: hash >> UInt64(64 - size + 6)), mask)
  }
}
