import ReportModel

/// 孤例异写: a word that the text writes otherwise everywhere else, with a character that sounds alike.
struct OddVariantCheck: DraftCheck {
  let about = CheckDescription(
    "wording.odd-variant", .warning, "同一说法多处一致，只有一处换成了同音字",
    rationale: "拼音输入容易选错同音字。前后各两个字都相同、中间一个字同音不同形，别处至少出现两次而这种写法只出现一次，多半是错字。引号里界定过的说法，别处换了同音字也算。",
    source: "实务",
    triggering: [
      .draft(
        "推选“单元长”“联防长”1920名。吸纳党员单元长为成员。发挥社区网格员、[[单院长]]作用，实现居民向居民普及。"),
      .draft("深化行政审批制度改革。推进行政审批制度创新。加快行政[[身]]批制度完善。"),
    ],
    silent: [
      .draft("深化行政审批制度改革。推进行政审批制度创新。加快行政事业单位改革。"),
      .draft("推选“单元长”1920名，吸纳单元长为成员，医院院长带队走访。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let draft = input.draft, let prose = input.prose, !input.terms.sounds.isEmpty else { return }
    var found = windows(prose, input.terms.sounds)
    found += sayings(draft, prose, input.terms.sounds).filter {
      !joins($0.place, prose.units, input.terms.lexicon.value)
    }
    var last = 0
    for odd in found.sorted(by: { $0.place.lowerBound < $1.place.lowerBound }) {
      guard odd.place.lowerBound >= last else { continue }
      last = odd.place.upperBound
      let text = draft.text.string(odd.place)
      let usual = draft.text.string(odd.usual)
      result.report(
        draft.text.place(odd.place), "“\(text)”在别处都写作“\(usual)”", "如属同音误写，请改为“\(usual)”",
        replacement: usual, related: [.init(draft.text.place(odd.usual), "别处的写法")])
    }
  }

  private struct Odd {
    var place: Range<Int>
    var usual: Range<Int>
  }

  /// Five characters of which only the middle one differs, and sounds alike.
  private func windows(_ prose: CheckProse, _ sounds: SoundTable) -> [Odd] {
    let units = prose.units
    let middles = SurroundingCount.often(units).filter { sounds[units[$0]] != 0 && prose.isRead($0) }
    var table = UsageTable(capacity: middles.count)
    for middle in middles {
      table.add(middle, key: Self.key(units, middle, sounds[units[middle]]), units)
    }
    return table.odd.map { Odd(place: $0.place..<$0.place + 1, usual: $0.usual..<$0.usual + 1) }
  }

  @inline(__always)
  private static func key(_ units: [UInt16], _ middle: Int, _ sound: UInt16) -> UInt64 {
    // Four characters fill 64 bits; the sound is mixed in by a multiplication that loses nothing of them.
    let around =
      UInt64(units[middle - 2]) << 48 | UInt64(units[middle - 1]) << 32 | UInt64(units[middle + 1]) << 16
      | UInt64(units[middle + 2])
    return around &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(sound) &* 0xC2B2_AE3D_27D4_EB4F
  }

  /// Sayings of three or four characters in “”, written with another character of the same sound.
  private func sayings(_ draft: Draft, _ prose: CheckProse, _ sounds: SoundTable) -> [Odd] {
    let units = prose.units
    var bySound: [UInt64: [Range<Int>]] = [:]
    var firsts: [UInt16] = []
    for quotation in draft.quotations
    where (5...6).contains(quotation.count) && prose.isRead(quotation.lowerBound) {
      let inner = quotation.lowerBound + 1..<quotation.upperBound - 1
      guard units[inner].allSatisfy({ Mark.isHan($0) && !Mark.numerals.contains($0) }) else { continue }
      bySound[Self.key(units, inner, sounds), default: []].append(inner)
      firsts.append(sounds.sound(units[inner.lowerBound]))
    }
    guard !bySound.isEmpty else { return [] }
    let begins = UnitSet(firsts)
    let likely = UnitSet(bySound.keys.map { UInt16(truncatingIfNeeded: $0 >> 16 ^ $0) })
    var found: [Odd] = []
    for start in units.indices where begins.contains(sounds.sound(units[start])) && prose.isRead(start) {
      for length in 3...4 where start + length <= units.count {
        let range = start..<start + length
        let key = Self.key(units, range, sounds)
        guard likely.contains(UInt16(truncatingIfNeeded: key >> 16 ^ key)), let usual = bySound[key] else {
          continue
        }
        let differences = usual.map { saying in
          zip(units[saying], units[range]).count { $0 != $1 } + (saying.count == length ? 0 : 9)
        }
        if differences.contains(0) { continue }
        if let near = differences.firstIndex(of: 1) { found.append(Odd(place: range, usual: usual[near])) }
      }
    }
    return found
  }

  /// 区委改革办 against “微改革”: the first or the last character makes a word with what stands beside it.
  private func joins(_ range: Range<Int>, _ units: [UInt16], _ lexicon: Lexicon) -> Bool {
    let (first, end) = (range.lowerBound, range.upperBound)
    return first > 0 && lexicon.pair(units[first - 1], units[first]).isWord
      || end < units.count && lexicon.pair(units[end - 1], units[end]).isWord
  }

  private static func key(_ units: [UInt16], _ range: Range<Int>, _ sounds: SoundTable) -> UInt64 {
    range.reduce(0) { $0 << 16 | UInt64(sounds.sound(units[$1])) }
  }
}

/// Which surroundings of a character a text has three times and more. Most have but one: counting them in a small table, in which
/// two may share a place, leaves few to be looked at.
private enum SurroundingCount {
  /// The places between 汉字 whose surrounding may stand that often.
  static func often(_ units: [UInt16]) -> [Int] {
    guard units.count >= 5 else { return [] }
    var size = 256
    while size < units.count { size *= 2 }
    let shift = UInt64(size.leadingZeroBitCount + 1)
    var counts = [UInt8](repeating: 0, count: size)
    var often: [Int] = []
    units.withUnsafeBufferPointer { units in
      counts.withUnsafeMutableBufferPointer { counts in
        for middle in 2..<units.count - 2 {
          if let slot = slot(middle, units, shift), counts[slot] < 3 { counts[slot] += 1 }
        }
        for middle in 2..<units.count - 2 {
          if let slot = slot(middle, units, shift), counts[slot] >= 3 { often.append(middle) }
        }
      }
    }
    return often
  }

  @inline(__always)
  private static func slot(_ middle: Int, _ units: UnsafeBufferPointer<UInt16>, _ shift: UInt64) -> Int? {
    let (before, after) = (units[middle - 1], units[middle + 1])
    guard Mark.isHan(before), Mark.isHan(after),
      Mark.isHan(units[middle - 2]) || Mark.isHan(units[middle + 2])
    else { return nil }
    let around =
      UInt64(units[middle - 2]) << 48 | UInt64(before) << 32 | UInt64(after) << 16 | UInt64(units[middle + 2])
    return Int(truncatingIfNeeded: (around &* 0x9E37_79B9_7F4A_7C15) >> shift)
  }
}

/// How often each surrounding was met with which character: an open table.
private struct UsageTable {
  private struct Entry {
    var key: UInt64 = 0
    var first: Int32 = -1
    var count: Int32 = 0
    var other: Int32 = -1
    var others: Int32 = 0
  }

  private var entries: [Entry]
  private let mask: Int

  init(capacity: Int) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    entries = [Entry](repeating: Entry(), count: size)
    mask = size - 1
  }

  mutating func add(_ place: Int, key: UInt64, _ units: [UInt16]) {
    var slot = Int(truncatingIfNeeded: key >> 20) & mask
    while entries[slot].first >= 0, entries[slot].key != key { slot = (slot + 1) & mask }
    if entries[slot].first < 0 {
      entries[slot] = Entry(key: key, first: Int32(truncatingIfNeeded: place), count: 1)
    } else if units[Int(entries[slot].first)] == units[place] {
      entries[slot].count += 1
    } else {
      entries[slot].other = Int32(truncatingIfNeeded: place)
      entries[slot].others += 1
    }
  }

  /// Places whose character stands there once, while another of its sound stands there twice and more.
  var odd: [(place: Int, usual: Int)] {
    entries.compactMap { entry in
      guard entry.other >= 0 else { return nil }
      if entry.others == 1, entry.count >= 2 { return (Int(entry.other), Int(entry.first)) }
      if entry.count == 1, entry.others >= 2 { return (Int(entry.first), Int(entry.other)) }
      return nil
    }
  }
}
