import ReportModel

/// 孤例异写: a word that the text writes otherwise everywhere else, with a character that sounds alike.
struct OddVariantCheck: Check {
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
    found += sayings(draft, prose, input.terms.sounds)
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
  private func windows(_ prose: CheckProse, _ sounds: [UInt16: UInt16]) -> [Odd] {
    let units = prose.units
    guard units.count >= 5 else { return [] }
    // By the characters around it and the sound in the middle: the first place, how often, and another writing.
    struct Entry {
      var first: Int
      var count = 1
      var other: Int?
      var others = 0
    }
    var table: [UInt64: Entry] = [:]
    table.reserveCapacity(units.count)
    for middle in 2..<units.count - 2 {
      guard let sound = sounds[units[middle]], prose.isRead(middle), Mark.isHan(units[middle - 1]),
        Mark.isHan(units[middle + 1]), Mark.isHan(units[middle - 2]) || Mark.isHan(units[middle + 2])
      else { continue }
      let key = Self.key(units, middle, sound)
      guard var entry = table[key] else {
        table[key] = Entry(first: middle)
        continue
      }
      if units[entry.first] == units[middle] {
        entry.count += 1
      } else {
        entry.other = middle
        entry.others += 1
      }
      table[key] = entry
    }
    return table.values.compactMap { entry in
      guard let other = entry.other else { return nil }
      if entry.others == 1, entry.count >= 2 {
        return Odd(place: other..<other + 1, usual: entry.first..<entry.first + 1)
      }
      if entry.count == 1, entry.others >= 2 {
        return Odd(place: entry.first..<entry.first + 1, usual: other..<other + 1)
      }
      return nil
    }
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
  private func sayings(_ draft: Draft, _ prose: CheckProse, _ sounds: [UInt16: UInt16]) -> [Odd] {
    let units = prose.units
    var known: [ArraySlice<UInt16>: Range<Int>] = [:]
    for quotation in draft.quotations
    where (5...6).contains(quotation.count) && prose.isRead(quotation.lowerBound) {
      let inner = quotation.lowerBound + 1..<quotation.upperBound - 1
      guard units[inner].allSatisfy({ Mark.isHan($0) && !Mark.numerals.contains($0) }) else { continue }
      if known[units[inner]] == nil { known[units[inner]] = inner }
    }
    guard !known.isEmpty else { return [] }
    var bySound: [[UInt16]: [Range<Int>]] = [:]
    for inner in known.values { bySound[units[inner].map { sounds[$0] ?? $0 }, default: []].append(inner) }
    let firsts = Set(bySound.keys.map { $0[0] })
    var found: [Odd] = []
    for start in units.indices
    where firsts.contains(sounds[units[start]] ?? units[start]) && prose.isRead(start) {
      for length in 3...4 where start + length <= units.count {
        let range = start..<start + length
        guard let usual = bySound[units[range].map({ sounds[$0] ?? $0 })], known[units[range]] == nil else {
          continue
        }
        guard let near = usual.first(where: { Self.differences(units[$0], units[range]) == 1 }) else {
          continue
        }
        found.append(Odd(place: range, usual: near))
      }
    }
    return found
  }

  private static func differences(_ left: ArraySlice<UInt16>, _ right: ArraySlice<UInt16>) -> Int {
    zip(left, right).count { $0 != $1 }
  }
}
