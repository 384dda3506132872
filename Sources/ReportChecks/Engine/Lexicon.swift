import Synchronization

/// 通用词: which stretches of characters are words, and how common each is, in bits: 4 for the commonest, 26 for none.
///
/// The sum of the bits over the cheapest way to cut a text into words tells how likely the text is: a wrong character breaks a common word
/// into rare single characters.
final class Lexicon: Sendable {
  /// What is known of two characters side by side.
  struct Pair {
    fileprivate let entry: UInt32

    /// Whether they are a word.
    var isWord: Bool { entry & Entry.cost != 0 }
    /// How common the word is.
    var bits: Int { Int(entry & Entry.cost) }
    var beginsThree: Bool { entry & Entry.beginsThree != 0 }
    var beginsFour: Bool { entry & Entry.beginsFour != 0 }
    var beginsLonger: Bool { entry & Entry.beginsLonger != 0 }
    /// Whether a word of more than two characters begins so.
    var beginsWord: Bool {
      entry & (Entry.beginsThree | Entry.beginsFour | Entry.beginsLonger) != 0
    }
    var endsFour: Bool { entry & Entry.endsFour != 0 }
  }

  /// The bits of what is no word.
  static let none = 26
  private static let impossible = 1000
  /// The shortest phrase in which a character is missed.
  private static let formula = 5
  /// The longest word.
  static let longest = 8
  /// How common a word of the trade is taken to be.
  static let office = 15

  /// An open table of hashes: five bits of cost, five flags, 22 bits to know a key by.
  private let entries: [UInt32]
  private let shift: UInt64
  private let singles: [UInt8]
  let lookAlikes: LookAlikes
  /// Which characters make common words of two with which.
  let partners: Partners
  let isEmpty: Bool
  /// Long phrases of the trade, where a character is missed.
  let formulas: OnDemand<FormulaTable>
  private let nearby: OnDemand<NearbyWords>
  /// How many characters were searched for wrong ones.
  private let searched = Atomic<Int>(0)

  /// Reads `lexicon.txt`, and `office-words.txt` or words parted by blanks; these count as common ones.
  init(_ bytes: [UInt8], office: [UInt8], lookAlikes: LookAlikes) {
    var size: UInt64 = 1024
    while size < bytes.count / 3 + office.count / 2 { size *= 2 }
    let shift = UInt64(size.leadingZeroBitCount + 1)
    var entries = [UInt32](repeating: 0, count: Int(size))
    var singles = [UInt8](repeating: UInt8(Self.none), count: 0x5200)
    var common: [(first: UInt16, second: UInt16)] = []
    entries.withUnsafeMutableBufferPointer { entries in
      singles.withUnsafeMutableBufferPointer { singles in
        let filling = LexiconFilling(entries: entries, shift: shift, singles: singles)
        Self.words(bytes, office) { word, cost, isProposed in
          filling.add(word, cost, isProposed: isProposed)
          if isProposed, word.count == 2, cost <= Self.office { common.append((word[0], word[1])) }
        }
      }
    }
    self.shift = shift
    self.entries = entries
    self.singles = singles
    self.lookAlikes = lookAlikes
    partners = Partners(common)
    isEmpty = bytes.isEmpty
    formulas = OnDemand {
      var phrases: [[UInt16]] = []
      WordList.each(ofOffice: office) { if $0.count >= Self.formula { phrases.append(Array($0)) } }
      return FormulaTable(phrases)
    }
    nearby = OnDemand {
      NearbyWords(lookAlikes) { add in
        Self.words(bytes, office) { word, _, isProposed in if isProposed { add(word) } }
      }
    }
  }

  /// Goes through both lists: a word, its bits, and whether it is proposed for what differs from it by one character.
  private static func words(
    _ bytes: [UInt8], _ office: [UInt8], _ body: (UnsafeBufferPointer<UInt16>, UInt32, Bool) -> Void
  ) {
    WordList.each(of: bytes) { word, cost in body(word, cost, cost <= rarest(word.count)) }
    // Short names of the trade excuse what they are, but are too many to be proposed.
    WordList.each(ofOffice: office) { word in body(word, UInt32(Self.office), word.count > 2) }
  }

  /// The rarest word of two and of three characters that is proposed; a set phrase of four is proposed however rare.
  @inline(__always)
  private static func rarest(_ length: Int) -> UInt32 { length == 2 ? 20 : length == 3 ? 22 : 26 }

  // MARK: Asking

  @inline(__always)
  func pair(_ first: UInt16, _ second: UInt16) -> Pair {
    Pair(entry: entry(Self.key(Self.key(0, first), second)))
  }

  /// How common a character is as a word of its own.
  @inline(__always)
  func single(_ unit: UInt16) -> Int {
    Mark.isBasicHan(unit) ? Int(singles[Int(unit) - 0x4E00]) : Self.none
  }

  /// The characters that a word may end with.
  var fourths: [UInt16] { singles.indices.filter { singles[$0] < Self.none }.map { UInt16($0) + 0x4E00 } }

  /// How common a stretch is as a word; nil where it is none.
  @inline(__always)
  func word(_ units: UnsafeBufferPointer<UInt16>, _ start: Int, _ length: Int) -> Int? {
    var key: UInt64 = 0
    for offset in 0..<length { key = Self.key(key, units[start + offset], offset) }
    let cost = entry(key) & Entry.cost
    return cost == 0 ? nil : Int(cost)
  }

  /// How common a stretch of two to four would be as a word with a character in its open place; nil where it is none that is proposed.
  @inline(__always)
  func proposed(_ stretch: OpenStretch, _ character: UInt16) -> Int? {
    let entry = entry(stretch.key | UInt64(character) << stretch.place)
    return entry & Entry.isProposed == 0 ? nil : Int(entry & Entry.cost)
  }

  /// What settles nearly every place of a text without a search: worth being laid out once much text was searched.
  func nearby(forSearching count: Int) -> NearbyWords? {
    searched.add(count, ordering: .relaxed).newValue > Self.much ? nearby.value : nil
  }

  private static let much = 100_000

  /// How common a stretch would be as a word with another character at one place; nil where it is none.
  @inline(__always)
  func word(
    _ units: UnsafeBufferPointer<UInt16>, _ start: Int, _ length: Int, with character: UInt16, at place: Int
  ) -> Int? {
    var key: UInt64 = 0
    for offset in 0..<length {
      key = Self.key(key, start + offset == place ? character : units[start + offset], offset)
    }
    let cost = entry(key) & Entry.cost
    return cost == 0 ? nil : Int(cost)
  }

  /// What is known of each character of a text with the one behind it, where it is a Chinese one.
  func pairs(of units: UnsafeBufferPointer<UInt16>) -> [Pair] {
    [Pair](unsafeUninitializedCapacity: units.count) { pairs, count in
      for index in units.indices {
        let isPair = index + 1 < units.count && Mark.isBasicHan(units[index])
        pairs.initializeElement(at: index, to: isPair ? pair(units[index], units[index + 1]) : Pair(entry: 0))
      }
      count = units.count
    }
  }

  /// The bits of the cheapest way to cut a short stretch into words; none of the characters of `whole` may stand alone.
  func bits(_ units: UnsafeBufferPointer<UInt16>, whole: Range<Int> = 0..<0) -> Int {
    bits(units, whole: whole) { pair(units[$0], units[$0 + 1]) }
  }

  /// The same, where `pair` knows what each character is with the one behind it.
  @inline(__always)
  func bits(_ units: UnsafeBufferPointer<UInt16>, whole: Range<Int> = 0..<0, pair: (Int) -> Pair) -> Int {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: units.count + 1) { best in
      best.initialize(repeating: .max)
      best[0] = 0
      for start in units.indices {
        let before = best[start]
        let alone = whole.contains(start) ? Self.impossible : single(units[start])
        best[start + 1] = min(best[start + 1], before + alone)
        guard start + 1 < units.count else { break }
        let pair = pair(start)
        if pair.isWord { best[start + 2] = min(best[start + 2], before + pair.bits) }
        guard pair.beginsWord else { continue }
        for length in pair.lengths where start + length <= units.count {
          if let word = word(units, start, length) {
            best[start + length] = min(best[start + length], before + word)
          }
        }
      }
      return best[units.count]
    }
  }

  /// By how many bits a text becomes likelier with other characters in the place of a stretch, told by five characters of `run` on each side.
  func gain(
    of right: [UInt16], at stretch: Range<Int>, _ units: UnsafeBufferPointer<UInt16>, run: Range<Int>
  ) -> Int {
    let low = max(run.lowerBound, stretch.lowerBound - 5)
    let high = min(run.upperBound, stretch.upperBound + 5)
    let then = Array(units[low..<stretch.lowerBound]) + right + units[stretch.upperBound..<high]
    return bits(UnsafeBufferPointer(rebasing: units[low..<high])) - then.withUnsafeBufferPointer { bits($0) }
  }

  @inline(__always)
  private func entry(_ key: UInt64) -> UInt32 {
    let product = key &* Entry.spread
    let known = Entry.mark(product)
    let mask = entries.count - 1
    var slot = Int(truncatingIfNeeded: product >> shift)
    return entries.withUnsafeBufferPointer { entries in
      while entries[slot] != 0 {
        if entries[slot] & Entry.known == known { return entries[slot] }
        slot = (slot + 1) & mask
      }
      return 0
    }
  }

  /// Four characters fill a key; further ones are mixed in.
  @inline(__always)
  fileprivate static func key(_ key: UInt64, _ unit: UInt16, _ offset: Int = 0) -> UInt64 {
    offset < 4 ? key << 16 | UInt64(unit) : key &* 0xC2B2_AE3D_27D4_EB4F ^ UInt64(unit)
  }

  fileprivate enum Entry {
    static let cost: UInt32 = 0x1F
    static let beginsThree: UInt32 = 0x20
    static let beginsFour: UInt32 = 0x40
    static let beginsLonger: UInt32 = 0x80
    static let endsFour: UInt32 = 0x100
    static let isProposed: UInt32 = 0x200
    static let known: UInt32 = 0xFFFF_FC00

    static let spread: UInt64 = 0x9E37_79B9_7F4A_7C15

    @inline(__always)
    static func mark(_ product: UInt64) -> UInt32 {
      UInt32(truncatingIfNeeded: product >> 14) & known
    }
  }
}

/// 搭字: which characters make common words of two with which.
struct Partners: Sendable {
  private let seconds: LookAlikes.Rows
  private let firsts: LookAlikes.Rows

  fileprivate init(_ words: [(first: UInt16, second: UInt16)]) {
    let words = words.filter { Mark.isBasicHan($0.first) && Mark.isBasicHan($0.second) }
    seconds = LookAlikes.Rows(words.map { (Int($0.first) - 0x4E00, $0.second) }, count: 0x5200)
    firsts = LookAlikes.Rows(words.map { (Int($0.second) - 0x4E00, $0.first) }, count: 0x5200)
  }

  /// The characters behind a Chinese one.
  func following(_ unit: UInt16) -> LookAlikes.Rows.Row { seconds[Int(unit) - 0x4E00] }

  /// The characters before a Chinese one.
  func preceding(_ unit: UInt16) -> LookAlikes.Rows.Row { firsts[Int(unit) - 0x4E00] }
}

/// The table of a lexicon while it is filled.
private struct LexiconFilling {
  let entries: UnsafeMutableBufferPointer<UInt32>
  let shift: UInt64
  let singles: UnsafeMutableBufferPointer<UInt8>

  @inline(__always)
  func add(_ word: UnsafeBufferPointer<UInt16>, _ cost: UInt32, isProposed: Bool) {
    if word.count == 1 {
      if Mark.isBasicHan(word[0]) { singles[Int(word[0]) - 0x4E00] = UInt8(truncatingIfNeeded: cost) }
      return
    }
    var key: UInt64 = 0
    for offset in 0..<word.count {
      key = Lexicon.key(key, word[offset], offset)
      if offset == 1, word.count > 2 {
        put(
          key,
          word.count == 3
            ? Lexicon.Entry.beginsThree
            : word.count == 4 ? Lexicon.Entry.beginsFour : Lexicon.Entry.beginsLonger)
      }
    }
    put(key, isProposed ? cost | Lexicon.Entry.isProposed : cost)
    if word.count == 4 { put(Lexicon.key(Lexicon.key(0, word[2]), word[3]), Lexicon.Entry.endsFour) }
  }

  @inline(__always)
  private func put(_ key: UInt64, _ bits: UInt32) {
    let product = key &* Lexicon.Entry.spread
    let known = Lexicon.Entry.mark(product)
    let mask = entries.count - 1
    var slot = Int(truncatingIfNeeded: product >> shift)
    var steps = 0
    while entries[slot] != 0, entries[slot] & Lexicon.Entry.known != known, steps < 64 {
      slot = (slot + 1) & mask
      steps += 1
    }
    if steps == 64 { return }
    let entry = entries[slot]
    if bits & Lexicon.Entry.cost != 0, entry & Lexicon.Entry.cost != 0 {
      let cost = min(entry & Lexicon.Entry.cost, bits & Lexicon.Entry.cost)
      entries[slot] = (entry | bits) & ~Lexicon.Entry.cost | cost
    } else {
      entries[slot] = entry | known | bits
    }
  }
}

extension Lexicon.Pair {
  /// The lengths over two of words that begin so.
  fileprivate var lengths: ClosedRange<Int> {
    let least = beginsThree ? 3 : beginsFour ? 4 : 5
    let most = beginsLonger ? Lexicon.longest : beginsFour ? 4 : beginsThree ? 3 : 5
    return least...max(least, most)
  }
}

extension Mark {
  /// Whether a character is one of the basic block: all that word lists hold.
  @inline(__always)
  static func isBasicHan(_ unit: UInt16) -> Bool { (0x4E00...0x9FFF).contains(unit) }
}
