/// A table of words with what they mean, looked up at a place in the text: longest word first, whatever the number of words.
///
/// The words are a tree of letters. Most characters begin no word, and a bit says so before anything else is looked at.
struct WordTable<Meaning: Sendable>: Sendable {
  /// A bit for each class of characters that a word begins with (or ends with, for words that stand before a place). They
  /// are few, so that those of all tables stay in the processor's cache.
  private let filter: [UInt64]
  /// The branches of the tree, hashed: the node that a branch leaves (24 bits), its letter (16), the node it leads to (24).
  private let branches: [UInt64]
  private let shift: UInt64
  /// What the word means that ends at a node.
  private let meanings: [Meaning?]

  /// A table of words; `backwards` for one that is asked by `match(before:)`.
  init(_ words: [(String, Meaning)], backwards: Bool = false) {
    self.init(words.map { (Array($0.0.utf16)[...], $0.1) }, backwards: backwards)
  }

  /// A table in which rows of words, parted by blanks, share a meaning.
  init(rows: [(Meaning, String)], backwards: Bool = false) {
    self.init(
      rows.flatMap { row in Array(row.1.utf16).split(separator: Unit.space).map { ($0, row.0) } },
      backwards: backwards)
  }

  fileprivate init(_ words: [(ArraySlice<UInt16>, Meaning)], backwards: Bool) {
    let letters = words.reduce(1) { $0 + $1.0.count }
    // At least half of the places stay empty, so that a search ends soon.
    var bits: UInt64 = 4
    while 1 << bits < 2 * letters { bits += 1 }
    var filter = [UInt64](repeating: 0, count: 16)
    var branches = [UInt64](repeating: 0, count: 1 << bits)
    var meanings: [Meaning?] = [nil]
    meanings.reserveCapacity(letters)
    for (word, meaning) in words {
      guard let first = backwards ? word.last : word.first else { continue }
      filter[Int(first >> 6 & 15)] |= 1 << UInt64(first & 63)
      var node = 0
      var index = backwards ? word.endIndex - 1 : word.startIndex
      for _ in word.indices {
        let branch = Self.branch(from: node, word[index])
        var place = Self.place(of: branch, 64 - bits)
        while branches[place] != 0, branches[place] >> 24 != branch { place = (place + 1) % branches.count }
        if branches[place] == 0 {
          branches[place] = branch << 24 | UInt64(meanings.count)
          meanings.append(nil)
        }
        node = Int(branches[place] & 0xFF_FFFF)
        index += backwards ? -1 : 1
      }
      // Of two rows with one word the first counts.
      if meanings[node] == nil { meanings[node] = meaning }
    }
    self.filter = filter
    self.branches = branches
    self.meanings = meanings
    shift = 64 - bits
  }

  /// The letters that words begin with.
  var firstLetters: [UInt16] { letters.filter { $0.depth == 1 }.map(\.letter) }

  /// The first and the second letters of words, and whether a word ends there.
  var letters: [(letter: UInt16, depth: Int, isWord: Bool)] {
    let first = Set(branches.filter { $0 != 0 && $0 >> 40 == 0 }.map { $0 & 0xFF_FFFF })
    return branches.filter { $0 != 0 }.compactMap { branch in
      let (from, to) = (branch >> 40, branch & 0xFF_FFFF)
      guard from == 0 || first.contains(from) else { return nil }
      return (UInt16(truncatingIfNeeded: branch >> 24), from == 0 ? 1 : 2, meanings[Int(to)] != nil)
    }
  }

  /// The longest word that begins at a place.
  @inline(__always)
  func match(at index: Int, in units: UnsafeBufferPointer<UInt16>, end: Int) -> (
    length: Int, meaning: Meaning
  )? {
    guard index < end, mayBegin(units[index]) else { return nil }
    return longest(at: index, in: units, end: end)
  }

  /// The longest word that ends just before a place.
  @inline(__always)
  func match(before index: Int, in units: UnsafeBufferPointer<UInt16>, start: Int) -> (
    length: Int, meaning: Meaning
  )? {
    guard index > start, mayBegin(units[index - 1]) else { return nil }
    return longest(before: index, in: units, start: start)
  }

  /// The first word that begins in a stretch, and where it stands; it ends there too, or before `end`.
  func first(in range: Range<Int>, upTo end: Int? = nil, of units: UnsafeBufferPointer<UInt16>) -> (
    range: Range<Int>, meaning: Meaning
  )? {
    filter.withUnsafeBufferPointer { filter in
      for index in range where Self.isSet(units[index], filter) {
        if let found = longest(at: index, in: units, end: end ?? range.upperBound) {
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
    filter.withUnsafeBufferPointer { filter in
      var index = range.upperBound
      while index > range.lowerBound {
        index &-= 1
        guard Self.isSet(units[index], filter) else { continue }
        if let found = longest(at: index, in: units, end: range.upperBound) {
          return (index..<index + found.length, found.meaning)
        }
      }
      return nil
    }
  }

  /// Whether a word may begin (or end) with a character.
  @inline(__always)
  private func mayBegin(_ unit: UInt16) -> Bool {
    filter.withUnsafeBufferPointer { Self.isSet(unit, $0) }
  }

  @inline(__always)
  private static func isSet(_ unit: UInt16, _ filter: UnsafeBufferPointer<UInt64>) -> Bool {
    filter[Int(unit &>> 6 & 15)] &>> UInt64(unit & 63) & 1 != 0
  }

  @inline(__always)
  private static func branch(from node: Int, _ letter: UInt16) -> UInt64 {
    UInt64(truncatingIfNeeded: node) &<< 16 | UInt64(letter)
  }

  @inline(__always)
  private static func place(of branch: UInt64, _ shift: UInt64) -> Int {
    Int(truncatingIfNeeded: (branch &* 0x9E37_79B9_7F4A_7C15) &>> shift)
  }

  /// The node that a letter leads to; 0 where none does.
  @inline(__always)
  private func node(behind node: Int, _ letter: UInt16) -> Int {
    let branch = Self.branch(from: node, letter)
    var place = Self.place(of: branch, shift)
    while branches[place] != 0 {
      if branches[place] &>> 24 == branch { return Int(truncatingIfNeeded: branches[place] & 0xFF_FFFF) }
      place = (place &+ 1) & (branches.count &- 1)
    }
    return 0
  }

  private func longest(at index: Int, in units: UnsafeBufferPointer<UInt16>, end: Int) -> (
    length: Int, meaning: Meaning
  )? {
    var found: (length: Int, meaning: Meaning)?
    var node = 0
    var place = index
    while place < end {
      node = self.node(behind: node, units[place])
      guard node != 0 else { break }
      place &+= 1
      if let meaning = meanings[node] { found = (place &- index, meaning) }
    }
    return found
  }

  private func longest(before index: Int, in units: UnsafeBufferPointer<UInt16>, start: Int) -> (
    length: Int, meaning: Meaning
  )? {
    var found: (length: Int, meaning: Meaning)?
    var node = 0
    var place = index
    while place > start {
      place &-= 1
      node = self.node(behind: node, units[place])
      guard node != 0 else { break }
      if let meaning = meanings[node] { found = (index &- place, meaning) }
    }
    return found
  }
}

extension WordTable where Meaning == Bool {
  /// A set of words put together of parts: each of the first with each of the second and so on; and of other words beside them.
  init(products: [[[String]]], words: String = "") {
    var all = Array(words.utf16).split(separator: Unit.space)
    for parts in products {
      all += parts.reduce([[]]) { words, parts in
        let parts = parts.map { Array($0.utf16) }
        return words.flatMap { word in parts.map { word + $0 } }
      }
    }
    self.init(all.map { ($0, true) }, backwards: false)
  }

  /// A set of words parted by blanks.
  init(set words: String, backwards: Bool = false) {
    self.init(rows: [(true, words)], backwards: backwards)
  }
}
