/// 词表: many phrases, found in a text in one pass: each place costs one look-up unless a phrase may begin there.
struct PhraseTable: Sendable {
  /// All phrases in one row; phrase N goes from `bounds[N]` to `bounds[N + 1]`.
  private let letters: [UInt16]
  private let bounds: [Int32]
  /// The digests of the first two characters of each phrase: nearly every place of a text is settled here.
  private let likely: UnitSet
  /// By the low bits of that digest, where its bucket lies in `order`, longest phrase first.
  private let starts: [Int32]
  private let order: [Int32]

  /// A table of phrases of two characters and more; shorter ones are never found.
  init(_ texts: [String]) {
    let phrases = texts.map(Mark.word)
    letters = phrases.flatMap { $0 }
    bounds = phrases.reduce(into: [0]) { $0.append($0[$0.count - 1] + Int32($1.count)) }
    var buckets: [Int: [Int32]] = [:]
    var digests: [UInt16] = []
    for (index, phrase) in phrases.enumerated() where phrase.count > 1 {
      let digest = Self.digest(phrase[0], phrase[1])
      digests.append(digest)
      buckets[Self.bucket(digest), default: []].append(Int32(index))
    }
    likely = UnitSet(digests)
    var starts: [Int32] = []
    var order: [Int32] = []
    starts.reserveCapacity(Self.size + 1)
    for bucket in 0..<Self.size {
      starts.append(Int32(order.count))
      if let bucket = buckets[bucket] {
        order += bucket.sorted { phrases[Int($0)].count > phrases[Int($1)].count }
      }
    }
    starts.append(Int32(order.count))
    self.starts = starts
    self.order = order
  }

  private static let size = 4096

  @inline(__always)
  static func digest(_ first: UInt16, _ second: UInt16) -> UInt16 {
    UInt16(truncatingIfNeeded: (UInt32(first) &* 0x9E37 ^ UInt32(second) &* 0x85EB) &* 0xC2B3 >> 12)
  }

  @inline(__always)
  private static func bucket(_ digest: UInt16) -> Int { Int(digest & 4095) }

  /// Whether nothing can be found.
  var isEmpty: Bool { order.isEmpty }

  /// The digests under which phrases begin.
  var beginnings: [UInt16] { (0...UInt16.max).filter(likely.contains) }

  /// The length of the longest phrase that begins at a place; 0 where none does.
  @inline(__always)
  func longest(at index: Int, in units: [UInt16]) -> Int {
    var length = 0
    each(at: index, in: units) { phrase in length = max(length, self.length(phrase)) }
    return length
  }

  /// Calls `body` with the number of every phrase that begins at a place, longest first.
  @inline(__always)
  func each(at index: Int, in units: [UInt16], _ body: (Int) -> Void) {
    guard index + 1 < units.count else { return }
    let digest = Self.digest(units[index], units[index + 1])
    guard likely.contains(digest) else { return }
    each(of: digest, at: index, in: units, body)
  }

  /// The same, where the digest is known to be one of the table's.
  func each(of digest: UInt16, at index: Int, in units: [UInt16], _ body: (Int) -> Void) {
    let bucket = Self.bucket(digest)
    for entry in Int(starts[bucket])..<Int(starts[bucket + 1]) {
      let number = Int(order[entry])
      if stands(number, at: index, in: units) { body(number) }
    }
  }

  private func stands(_ number: Int, at index: Int, in units: [UInt16]) -> Bool {
    let start = Int(bounds[number])
    let length = Int(bounds[number + 1]) - start
    guard index + length <= units.count else { return false }
    for offset in 0..<length where units[index + offset] != letters[start + offset] { return false }
    return true
  }

  /// The length of a phrase.
  func length(_ number: Int) -> Int { Int(bounds[number + 1] - bounds[number]) }

  /// Calls `body` with the number and the place of every phrase in a text.
  func scan(_ units: [UInt16], _ body: (Int, Range<Int>) -> Void) {
    guard !isEmpty else { return }
    for index in units.indices {
      each(at: index, in: units) { body($0, index..<index + length($0)) }
    }
  }
}
