/// A table of words with what they mean, looked up at a place in the text: longest word first, in constant time.
///
/// Words are found by one hashed character, their first (or last, for words that stand before a place); tables are small, so
/// a bucket holds a handful of them at most.
struct WordTable<Meaning: Sendable>: Sendable {
  private struct Entry: Sendable {
    var word: [UInt16]
    var meaning: Meaning
  }

  private let entries: [Entry]
  /// The first entry of each bucket; a bucket ends where the next one begins.
  private let starts: [UInt16]
  private let backwards: Bool

  /// A table of words; `backwards` for one that is asked by `match(before:)`.
  init(_ words: [(String, Meaning)], backwards: Bool = false) {
    self.backwards = backwards
    var buckets = [[Entry]](repeating: [], count: 1024)
    for (word, meaning) in words {
      let units = Array(word.utf16)
      guard let key = backwards ? units.last : units.first else { continue }
      buckets[Int(key & 1023)].append(Entry(word: units, meaning: meaning))
    }
    var entries: [Entry] = []
    var starts: [UInt16] = []
    for bucket in buckets {
      starts.append(UInt16(entries.count))
      entries += bucket.sorted { $0.word.count > $1.word.count }
    }
    starts.append(UInt16(entries.count))
    self.entries = entries
    self.starts = starts
  }

  /// A table in which rows of words, parted by blanks, share a meaning.
  init(rows: [(Meaning, String)], backwards: Bool = false) {
    self.init(
      rows.flatMap { row in row.1.split(separator: " ").map { (String($0), row.0) } }, backwards: backwards)
  }

  /// The longest word that begins at a place.
  @inline(__always)
  func match(at index: Int, in units: UnsafeBufferPointer<UInt16>, end: Int) -> (
    length: Int, meaning: Meaning
  )? {
    guard index < end else { return nil }
    let bucket = Int(units[index] & 1023)
    var entry = Int(starts[bucket])
    let stop = Int(starts[bucket + 1])
    while entry < stop {
      let length = entries[entry].word.count
      if index + length <= end, Self.equal(entries[entry].word, units, index) {
        return (length, entries[entry].meaning)
      }
      entry += 1
    }
    return nil
  }

  /// The longest word that ends just before a place.
  @inline(__always)
  func match(before index: Int, in units: UnsafeBufferPointer<UInt16>, start: Int) -> (
    length: Int, meaning: Meaning
  )? {
    guard index > start else { return nil }
    let bucket = Int(units[index - 1] & 1023)
    var entry = Int(starts[bucket])
    let stop = Int(starts[bucket + 1])
    while entry < stop {
      let length = entries[entry].word.count
      if index - length >= start, Self.equal(entries[entry].word, units, index - length) {
        return (length, entries[entry].meaning)
      }
      entry += 1
    }
    return nil
  }

  /// The first word in a stretch, and where it stands.
  func first(in range: Range<Int>, of units: UnsafeBufferPointer<UInt16>) -> (
    range: Range<Int>, meaning: Meaning
  )? {
    starts.withUnsafeBufferPointer { starts in
      for index in range {
        // Most characters begin no word: they are passed over before anything is compared.
        let bucket = Int(units[index] & 1023)
        guard starts[bucket] != starts[bucket + 1] else { continue }
        if let found = match(at: index, in: units, end: range.upperBound) {
          return (index..<index + found.length, found.meaning)
        }
      }
      return nil
    }
  }

  /// The last word in a stretch, and where it stands.
  func last(in range: Range<Int>, of units: UnsafeBufferPointer<UInt16>) -> (
    range: Range<Int>, meaning: Meaning
  )? {
    for index in range.reversed() {
      if let found = match(at: index, in: units, end: range.upperBound) {
        return (index..<index + found.length, found.meaning)
      }
    }
    return nil
  }

  @inline(__always)
  private static func equal(_ word: [UInt16], _ units: UnsafeBufferPointer<UInt16>, _ index: Int) -> Bool {
    for offset in word.indices where word[offset] != units[index + offset] { return false }
    return true
  }
}

extension WordTable where Meaning == Bool {
  /// A set of words parted by blanks.
  init(set words: String, backwards: Bool = false) {
    self.init(rows: [(true, words)], backwards: backwards)
  }
}
