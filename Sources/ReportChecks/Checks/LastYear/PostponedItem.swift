import ReportModel

/// 今年的延期事项: an item that a report postpones, with what is said of its having been postponed before.
struct PostponedItem: Sendable {
  /// Its number among the delays of the draft.
  let delay: Int
  let name: NameLikeness
  /// Where the text says of it, or of it and all the others, that it is postponed for the first time.
  let first: Range<Int>?
  /// Whether it is said to be postponed again, or given up.
  let isToldAgain: Bool

  init(_ delay: Int, _ draft: Draft) {
    let stretch = Self.stretch(of: delay, draft)
    self.delay = delay
    name = NameLikeness(draft.text.folded(draft.delays[delay].name))
    first = Self.place(of: Self.firsts, in: stretch, draft) ?? Self.saidOfAll(from: delay, draft)
    isToldAgain =
      first == nil
      && FoldedWords(units: draft.text.units[stretch]).containsAny(CarriedItemsCheck.repeating)
  }

  /// 两项任务均为首次延期: what is said of all the delayed items of a paragraph, behind the last of them or before the first.
  private static func saidOfAll(from number: Int, _ draft: Draft) -> Range<Int>? {
    guard
      let last = draft.delays[number...].last(where: { same in
        draft.paragraphs.contains {
          $0.range.contains(same.name.lowerBound) && $0.range.contains(draft.delays[number].name.lowerBound)
        }
      }), let paragraph = draft.paragraphs.first(where: { $0.range.contains(last.name.lowerBound) })
    else { return nil }
    let rest = last.name.upperBound..<max(last.name.upperBound, paragraph.range.upperBound)
    let first = draft.delays.first { paragraph.range.contains($0.name.lowerBound) } ?? last
    return place(of: ofAll, in: rest, draft)
      ?? place(of: ofAll, in: paragraph.range.lowerBound..<first.name.lowerBound, draft)
  }

  /// Where the first of some words stands.
  private static func place(of words: [String], in range: Range<Int>, _ draft: Draft) -> Range<Int>? {
    range.lazy.compactMap { start in
      words.first { FoldedWords(units: draft.text.units[start..<range.upperBound]).hasPrefix($0) }
        .map { start..<start + $0.utf16.count }
    }.first
  }

  /// What is said of one delayed item: from the item before it, or the start of its sentence, to the next one.
  private static func stretch(of number: Int, _ draft: Draft) -> Range<Int> {
    let delay = draft.delays[number]
    var (low, high) = (delay.range.lowerBound, delay.range.upperBound)
    if let first = draft.sentence(at: delay.name.lowerBound) {
      low = min(low, draft.sentences[first].range.lowerBound)
    }
    if let last = draft.sentence(at: max(delay.name.upperBound, high) - 1) {
      high = max(high, draft.sentences[last].range.upperBound)
      // 该任务系首次延期: what the next sentence goes on to say of it.
      let next = last + 1
      if next < draft.sentences.count, draft.sentences[next].paragraph == draft.sentences[last].paragraph,
        case let words = FoldedWords(units: draft.text.units[draft.sentences[next].range]),
        words.hasAnyPrefix(goingOn) || words.hasPrefix(draft.text.folded(delay.name))
      {
        high = max(high, draft.sentences[next].range.upperBound)
      }
    }
    for (other, item) in draft.delays.enumerated() where other != number {
      if item.name.upperBound <= delay.name.lowerBound { low = max(low, item.name.upperBound) }
      if item.name.lowerBound >= delay.name.upperBound { high = min(high, item.name.lowerBound) }
    }
    return min(low, delay.name.lowerBound)..<max(high, delay.name.upperBound)
  }

  private static let goingOn = ["该任务", "该项", "该改革", "该试点", "此项", "此任务", "本任务", "本项", "这项", "这是", "系", "属"]
  private static let ofAll = [
    "均为首次延期", "均系首次延期", "均是首次延期", "都是首次延期", "都为首次延期", "均属首次延期", "此前均未延期", "此前均未调整", "此前都没有延期",
  ]
  private static let firsts =
    [
      "首次申请延期", "首次延期", "第一次延期", "首次申请", "首度延期", "初次延期", "第一次申请延期", "首次提出延期", "首次办理延期",
      "首次调整时限", "从未延期", "从未延过期", "未曾延期", "没有延期过", "未延过期",
    ]
    + ["从未调整", "从未调整过", "未曾调整", "没有调整过", "未调整过", "从未推迟过", "从未改过"].flatMap { never in
      ["完成时限", "时限", "期限", "办结时限"].map { never + $0 }
    }
}
