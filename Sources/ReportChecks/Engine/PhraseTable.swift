/// 词表: many phrases, found in a text in one pass: each place costs one look-up unless a phrase may begin there.
struct PhraseTable: Sendable {
  private let phrases: [[UInt16]]
  /// By a phrase's first two characters, folded into 16 bits, where its bucket lies in `order`.
  private let starts: [UInt16]
  private let order: [UInt16]

  /// A table of phrases of two characters and more; shorter ones are never found.
  init(_ texts: [String]) {
    let phrases = texts.map(Mark.word)
    var buckets: [Int: [UInt16]] = [:]
    for (index, phrase) in phrases.enumerated() where phrase.count > 1 {
      buckets[Self.key(phrase[0], phrase[1]), default: []].append(UInt16(truncatingIfNeeded: index))
    }
    var starts: [UInt16] = []
    var order: [UInt16] = []
    starts.reserveCapacity(Self.size + 1)
    for key in 0..<Self.size {
      starts.append(UInt16(truncatingIfNeeded: order.count))
      if let bucket = buckets[key] {
        order += bucket.sorted { phrases[Int($0)].count > phrases[Int($1)].count }
      }
    }
    starts.append(UInt16(truncatingIfNeeded: order.count))
    self.phrases = phrases
    self.starts = starts
    self.order = order
  }

  private static let size = 4096

  @inline(__always)
  private static func key(_ first: UInt16, _ second: UInt16) -> Int {
    Int((UInt32(first) &* 31 &+ UInt32(second)) & 4095)
  }

  /// Whether nothing can be found.
  var isEmpty: Bool { order.isEmpty }

  /// The length of the longest phrase that begins at a place; 0 where none does.
  @inline(__always)
  func longest(at index: Int, in units: [UInt16]) -> Int {
    var length = 0
    each(at: index, in: units) { phrase in length = max(length, phrases[phrase].count) }
    return length
  }

  /// Calls `body` with the number of every phrase that begins at a place, longest first.
  @inline(__always)
  func each(at index: Int, in units: [UInt16], _ body: (Int) -> Void) {
    guard index + 1 < units.count else { return }
    let key = Self.key(units[index], units[index + 1])
    var entry = Int(starts[key])
    let stop = Int(starts[key + 1])
    while entry < stop {
      let number = Int(order[entry])
      if Self.stands(phrases[number], at: index, in: units) { body(number) }
      entry += 1
    }
  }

  private static func stands(_ phrase: [UInt16], at index: Int, in units: [UInt16]) -> Bool {
    guard index + phrase.count <= units.count else { return false }
    for offset in phrase.indices where units[index + offset] != phrase[offset] { return false }
    return true
  }

  /// The length of a phrase.
  func length(_ number: Int) -> Int { phrases[number].count }

  /// Calls `body` with the number and the place of every phrase in a text.
  func scan(_ units: [UInt16], _ body: (Int, Range<Int>) -> Void) {
    guard !isEmpty else { return }
    for index in units.indices {
      each(at: index, in: units) { body($0, index..<index + phrases[$0].count) }
    }
  }
}
