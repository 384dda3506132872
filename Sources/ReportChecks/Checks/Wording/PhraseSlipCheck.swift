import ReportModel

/// 常用语同音误写: a phrase that every report uses, with one character that sounds alike.
struct PhraseSlipCheck: Check {
  let about = CheckDescription(
    "wording.phrase-slip", .warning, "常用语里混进了一个同音字",
    rationale: "按 Templates/wording.yaml 的“常用语”和“同音字”查：四个字以上的固定说法，只有一个字不同而又同音，几乎都是拼音输入选错了字。",
    source: "实务",
    triggering: [
      .draft("一是健全工作机制。[[改革认务]]按期完成，[[制渡建设]]不断加强。")
    ],
    silent: [
      .draft("一是健全工作机制。改革任务按期完成，制度建设不断加强，推动制度见实效。")
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let draft = input.draft, let prose = input.prose else { return }
    let phrases = input.terms.phrases
    var end = 0
    for index in phrases.likely(in: prose.units, sounds: input.terms.sounds) where index >= end {
      guard prose.isRead(index),
        let slip = phrases.slip(at: index, in: prose.units, sounds: input.terms.sounds)
      else { continue }
      let range = index..<index + slip.utf16.count
      result.report(
        draft.text.place(range), "“\(draft.text.string(range))”疑为“\(slip)”", "如属同音误写，请改为“\(slip)”",
        replacement: slip)
      end = range.upperBound
    }
    result.recognise("commonPhrases", "常用语（词表条数）", input.terms.lists.phrases.count)
  }
}

/// Phrases by the sounds of their first four characters.
struct SoundPhrases: Sendable {
  private let bySound: [UInt64: [(units: [UInt16], text: String)]]
  /// Keys that may be there, by 16 bits of them: nearly every place of a text is settled here.
  private let likely: UnitSet

  init(_ phrases: [String], sounds: SoundTable) {
    var bySound: [UInt64: [(units: [UInt16], text: String)]] = [:]
    for phrase in phrases where !sounds.isEmpty {
      let units = Mark.word(phrase)
      guard units.count >= 4 else { continue }
      bySound[Self.key(units, 0, sounds), default: []].append((units, phrase))
    }
    self.bySound = bySound
    likely = UnitSet(bySound.keys.map(Self.digest))
  }

  /// The places of a text where one of the phrases may begin: four 汉字 that may sound like its first four.
  func likely(in units: [UInt16], sounds: SoundTable) -> [Int] {
    guard !bySound.isEmpty else { return [] }
    var places: [Int] = []
    var key: UInt64 = 0
    var run = 0
    for (index, unit) in units.enumerated() {
      guard Mark.isHan(unit) else {
        run = 0
        continue
      }
      key = key << 16 | UInt64(sounds.sound(unit))
      run += 1
      if run >= 4, likely.contains(Self.digest(key)) { places.append(index - 3) }
    }
    return places
  }

  /// The phrase that stands at a place but for one character of the same sound; nil where one stands there rightly.
  func slip(at index: Int, in units: [UInt16], sounds: SoundTable) -> String? {
    guard !bySound.isEmpty, index + 4 <= units.count else { return nil }
    guard let candidates = bySound[Self.key(units, index, sounds)] else { return nil }
    var found: String?
    for candidate in candidates where index + candidate.units.count <= units.count {
      var differences = 0
      for (offset, unit) in candidate.units.enumerated() where units[index + offset] != unit {
        differences += sounds[unit] != 0 && sounds[units[index + offset]] == sounds[unit] ? 1 : 9
      }
      if differences == 0 { return nil }
      if differences == 1 { found = candidate.text }
    }
    return found
  }

  @inline(__always)
  private static func digest(_ key: UInt64) -> UInt16 {
    UInt16(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 48)
  }

  @inline(__always)
  private static func key(_ units: [UInt16], _ index: Int, _ sounds: SoundTable) -> UInt64 {
    var key: UInt64 = 0
    for offset in 0..<4 {
      let unit = units[index + offset]
      key = key << 16 | UInt64(sounds.sound(unit))
    }
    return key
  }
}
