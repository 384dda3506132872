/// A table of words with what they mean, looked up at a place in the text: longest word first, in constant time.
///
/// Words are found by one hashed character, their first (or last, for words that stand before a place); tables are small, so
/// a bucket holds a handful of them at most.
struct WordTable<Meaning: Sendable>: Sendable {
  private struct Entry: Sendable {
    /// Where the word stands in `letters`.
    var start: Int32
    var length: Int32
    var meaning: Meaning
  }

  /// The words one behind the other.
  private let letters: [UInt16]
  private let entries: [Entry]
  /// The first entry of each bucket; a bucket ends where the next one begins.
  private let starts: [UInt16]
  private let backwards: Bool

  /// A table of words; `backwards` for one that is asked by `match(before:)`.
  init(_ words: [(String, Meaning)], backwards: Bool = false) {
    self.backwards = backwards
    var rows: [(bucket: Int, word: [UInt16], row: Int)] = []
    for (row, word) in words.enumerated() {
      let units = Array(word.0.utf16)
      guard let key = backwards ? units.last : units.first else { continue }
      rows.append((Int(key & 1023), units, row))
    }
    // Of one bucket the longest first.
    rows.sort { ($0.bucket, -$0.word.count, $0.row) < ($1.bucket, -$1.word.count, $1.row) }
    var letters: [UInt16] = []
    var entries: [Entry] = []
    var starts: [UInt16] = []
    for (bucket, word, row) in rows {
      while starts.count <= bucket { starts.append(UInt16(entries.count)) }
      entries.append(Entry(start: Int32(letters.count), length: Int32(word.count), meaning: words[row].1))
      letters += word
    }
    while starts.count <= 1024 { starts.append(UInt16(entries.count)) }
    self.letters = letters
    self.entries = entries
    self.starts = starts
  }

  /// A table in which rows of words, parted by blanks, share a meaning.
  init(rows: [(Meaning, String)], backwards: Bool = false) {
    self.init(
      rows.flatMap { row in row.1.split(separator: " ").map { (String($0), row.0) } }, backwards: backwards)
  }

  /// The letters that words begin with, one for each word.
  var firstLetters: [UInt16] { entries.map { letters[Int($0.start)] } }

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
      let length = Int(entries[entry].length)
      if index + length <= end, isWord(entries[entry], units, index) {
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
      let length = Int(entries[entry].length)
      if index - length >= start, isWord(entries[entry], units, index - length) {
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
  private func isWord(_ entry: Entry, _ units: UnsafeBufferPointer<UInt16>, _ index: Int) -> Bool {
    let first = Int(entry.start)
    for offset in 0..<Int(entry.length) where letters[first + offset] != units[index + offset] {
      return false
    }
    return true
  }
}

extension WordTable where Meaning == Bool {
  /// A set of words parted by blanks.
  init(set words: String, backwards: Bool = false) {
    self.init(rows: [(true, words)], backwards: backwards)
  }
}
