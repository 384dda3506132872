import ReportModel

/// 断句: a sentence that breaks off.
struct BrokenSentenceCheck: Check {
  let about = CheckDescription(
    "wording.broken-sentence", .warning, "句子没有说完",
    rationale: "“为使…。”“随着…。”只有状语没有主句；以“以及。”“并。”“把。”收尾，或逗号后面直接是句号，是删改时留下的半句。",
    source: "实务；GB/T 15834-2011,4.1",
    triggering: [
      .draft("[[为使体制机制更加健全。]]该区以重点工作为抓手。"),
      .draft("推进审批服务便民化，[[并。]]全年办件12万件。"),
      .draft("[[在区委的坚强领导下。]]各项改革任务按期完成[[,。]]"),
    ],
    silent: [
      .draft("为使体制机制更加健全，该区以重点工作为抓手。为民服务水平不断提升。"),
      .draft("相关机构已完成合并。通过省级验收。在全市考核中位居第一。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let draft = input.draft, let prose = input.prose else { return }
    let stop = Mark.word("。")[0]
    for sentence in draft.sentences where draft.paragraphs[sentence.paragraph].kind == .body {
      let range = sentence.range
      guard range.count > 1, prose.units[range.upperBound - 1] == stop else { continue }
      let end = range.upperBound - 1
      if Self.commas.contains(prose.units[end - 1]) {
        report(end - 1..<end + 1, draft, &result)
      } else if let tail = Self.tails.first(where: { prose.has($0.word, at: end - $0.word.count) }),
        end - tail.word.count >= range.lowerBound, !tail.excused(end - tail.word.count, prose)
      {
        report(end - tail.word.count..<end + 1, draft, &result)
      } else if isAdverbialAlone(range, end, prose) {
        report(range, draft, &result)
      }
    }
  }

  /// Whether a sentence without any comma is nothing but its opening adverbial.
  private func isAdverbialAlone(_ range: Range<Int>, _ end: Int, _ prose: CheckProse) -> Bool {
    guard range.count <= 40, !prose.units[range].contains(where: Self.commas.contains) else { return false }
    if prose.hasAny(Self.openers, at: range.lowerBound) { return true }
    return Self.frames.contains { frame in
      prose.hasAny(frame.openers, at: range.lowerBound) && prose.hasAny(frame.closers, before: end)
    }
  }

  private func report(_ range: Range<Int>, _ draft: Draft, _ result: inout CheckResult) {
    result.report(draft.text.place(range), "“\(draft.text.string(range))”没有说完", "请补全这一句，或与下一句连起来")
  }

  /// A word that no sentence ends with, unless one of some characters stands before it (合并, 名将).
  private struct Tail {
    var word: [UInt16]
    var unless: UnitSet

    init(_ word: String, unless: String = "") {
      self.word = Mark.word(word)
      self.unless = UnitSet(unless)
    }

    func excused(_ start: Int, _ prose: CheckProse) -> Bool {
      start > 0 && unless.contains(prose.units[start - 1])
    }
  }

  private static let commas = UnitSet(",、；：")
  private static let openers = ["为使", "为了", "随着", "为进一步", "为加快", "为切实", "为深入", "为全面", "鉴于"].map(Mark.word)
  private static let frames: [(openers: [[UInt16]], closers: [[UInt16]])] = [
    (
      ["在"].map(Mark.word),
      ["领导下", "基础上", "背景下", "前提下", "指导下", "过程中", "形势下", "支持下", "关怀下", "的同时"].map(Mark.word)
    ),
    (
      ["根据", "按照", "依据", "围绕", "针对"].map(Mark.word),
      ["要求", "部署", "安排", "精神", "规定", "问题", "目标"].map(Mark.word)
    ),
    (["自", "自从"].map(Mark.word), ["以来"].map(Mark.word)),
  ]
  private static let tails = [
    Tail("以及"), Tail("并且"), Tail("并", unless: "合兼一吞归"), Tail("但是"), Tail("而且"), Tail("从而"), Tail("进而"),
    Tail("使得"), Tail("为了"), Tail("由于"), Tail("因为", unless: "是"), Tail("对于"), Tail("关于"), Tail("按照"),
    Tail("把", unless: "火"),
    Tail("被", unless: "植棉"), Tail("或者"), Tail("不仅"), Tail("进一步"),
  ]
}
