import ReportModel

/// 句子指纹: the sentences of a draft as hashes, with figures and times masked, and their shingles for finding reworded ones.
final class Passages: Sendable {
  /// One sentence.
  struct Passage: Sendable {
    /// The hash of its characters without marks and blanks; figures and times masked.
    var masked: UInt64
    /// The hash with figures and times as they are.
    var exact: UInt64
    /// How many characters the masked form has.
    var length: Int
    /// Its shingles in the list of all.
    var shingles: Range<Int>
  }

  let sentences: [Passage]
  let shingles: [UInt32]
  /// An open table from shingle to the first place it stands at: −1 where empty.
  private let slots: [Int32]
  private let mask: Int
  /// A bit for each shingle: several times as many bits as there are shingles.
  private let present: [UInt64]
  /// From each place to the next one with the same shingle: −1 at the end.
  private let next: [Int32]
  private let owners: [Int32]
  /// Sentences by their masked form.
  let byMask: [UInt64: Int]

  private static let width = 4

  init(_ draft: Draft) {
    var sentences: [Passage] = []
    var shingles: [UInt32] = []
    var owners: [Int32] = []
    var byMask: [UInt64: Int] = [:]
    sentences.reserveCapacity(draft.sentences.count)
    shingles.reserveCapacity(draft.text.count)
    owners.reserveCapacity(draft.text.count)
    for (index, sentence) in draft.sentences.enumerated() {
      let passage = Self.read(sentence, draft, &shingles)
      while owners.count < shingles.count { owners.append(Int32(index)) }
      if byMask[passage.masked] == nil { byMask[passage.masked] = index }
      sentences.append(passage)
    }
    var size = 64
    while size < shingles.count * 2 { size *= 2 }
    var slots = [Int32](repeating: -1, count: size)
    var next = [Int32](repeating: -1, count: shingles.count)
    for position in shingles.indices.reversed() {
      var slot = Int(shingles[position]) & (size - 1)
      while slots[slot] >= 0, shingles[Int(slots[slot])] != shingles[position] {
        slot = (slot + 1) & (size - 1)
      }
      next[position] = slots[slot]
      slots[slot] = Int32(position)
    }
    var present = [UInt64](repeating: 0, count: size / 16)
    for shingle in shingles { present[Int(shingle >> 6) & (present.count - 1)] |= 1 << UInt64(shingle & 63) }
    self.present = present
    self.next = next
    self.sentences = sentences
    self.shingles = shingles
    self.owners = owners
    self.slots = slots
    self.mask = size - 1
    self.byMask = byMask
  }

  /// Hashes one sentence and adds its shingles.
  private static func read(_ sentence: DraftSentence, _ draft: Draft, _ shingles: inout [UInt32]) -> Passage {
    let units = draft.text.units
    let first = shingles.count
    var masked: UInt64 = 0xCBF2_9CE4_8422_2325
    var exact = masked
    var length = 0
    var window: UInt64 = 0
    var quantity = sentence.quantities.lowerBound
    var time = sentence.times.lowerBound
    var index = sentence.range.lowerBound
    func add(_ unit: UInt16) {
      masked = (masked ^ UInt64(unit)) &* 0x100_0000_01B3
      window = window << 16 | UInt64(unit)
      length += 1
      if length >= width {
        shingles.append(UInt32(truncatingIfNeeded: (window &* 0x9E37_79B9_7F4A_7C15) >> 32))
      }
    }
    while index < sentence.range.upperBound {
      while quantity < sentence.quantities.upperBound, draft.quantities[quantity].numeral.upperBound <= index
      { quantity += 1 }
      while time < sentence.times.upperBound, draft.times[time].range.upperBound <= index { time += 1 }
      let unit = units[index]
      if quantity < sentence.quantities.upperBound, draft.quantities[quantity].numeral.contains(index) {
        if draft.quantities[quantity].numeral.lowerBound == index || index == sentence.range.lowerBound {
          add(0x23)
        }
        exact = (exact ^ UInt64(unit)) &* 0x100_0000_01B3
      } else if time < sentence.times.upperBound, draft.times[time].range.contains(index) {
        if draft.times[time].range.lowerBound == index { add(0x40) }
        exact = (exact ^ UInt64(unit)) &* 0x100_0000_01B3
      } else if Mark.isHan(unit) || Mark.isDigit(unit) || (0x41...0x7A).contains(unit) {
        add(unit)
        exact = (exact ^ UInt64(unit)) &* 0x100_0000_01B3
      }
      index += 1
    }
    return Passage(masked: masked, exact: exact, length: length, shingles: first..<shingles.count)
  }

  /// Calls `body` with the sentences that hold a shingle, in order, each as often as it does. What stands in very many places
  /// is a set phrase: only the first of them are told, so that the cost stays linear.
  @inline(__always)
  func each(of shingle: UInt32, _ body: (Int) -> Void) {
    var slot = Int(shingle) & mask
    while slots[slot] >= 0, shingles[Int(slots[slot])] != shingle { slot = (slot + 1) & mask }
    var place = slots[slot]
    var told = 0
    while place >= 0, told < Self.most {
      body(Int(owners[Int(place)]))
      place = next[Int(place)]
      told += 1
    }
  }

  /// Whether a shingle may stand here: most that do not are told by one bit.
  @inline(__always)
  func mayHold(_ shingle: UInt32) -> Bool {
    present[Int(shingle >> 6) & (present.count - 1)] >> UInt64(shingle & 63) & 1 != 0
  }

  private static let most = 64
}

/// 对齐: for each sentence of a draft the sentence of last year's report that is most like it.
struct Alignment: Sendable {
  struct Pair: Sendable {
    /// The sentence of last year's report.
    var last: Int
    /// The share of shingles in common, in hundredths.
    var likeness: Int
  }

  /// One entry for each sentence of the draft.
  let pairs: [Pair?]

  init(_ this: Passages, _ last: Passages) {
    var pairs: [Pair?] = []
    pairs.reserveCapacity(this.sentences.count)
    var hits = [Int32](repeating: 0, count: last.sentences.count)
    var touched: [Int] = []
    for sentence in this.sentences {
      if sentence.length >= 6, let twin = last.byMask[sentence.masked] {
        pairs.append(Pair(last: twin, likeness: 100))
        continue
      }
      // What shares fewer than half of its shingles with the whole report is like none of its sentences.
      let own = this.shingles[sentence.shingles]
      guard sentence.length >= 12, own.count(where: last.mayHold) * 2 >= own.count else {
        pairs.append(nil)
        continue
      }
      for shingle in own {
        var before = -1
        last.each(of: shingle) { owner in
          if owner == before { return }
          before = owner
          if hits[owner] == 0 { touched.append(owner) }
          hits[owner] += 1
        }
      }
      var best: Pair?
      for owner in touched {
        let longer = max(sentence.shingles.count, last.sentences[owner].shingles.count)
        let likeness = Int(hits[owner]) * 100 / max(1, longer)
        if likeness >= 50, likeness > best?.likeness ?? 0 {
          best = Pair(last: owner, likeness: min(99, likeness))
        }
        hits[owner] = 0
      }
      touched.removeAll(keepingCapacity: true)
      pairs.append(best)
    }
    self.pairs = pairs
  }
}
