import Foundation
import ReportModel
import ReportReaders
import TestSupport
import Testing

/// Texts that no one wrote: the reader must neither crash nor hang, and all its ranges must lie in the text.
struct RobustnessTests {
  private static let pieces = [
    "一", "二是", "（", "）", "(一)", "《", "》", "〈", "“", "”", "‘", "。", "，", "；", "：", "、", "1", "23", "4.5", "万",
    "亿", "余", "多", "近", "约", "%", "个",
    "项", "任务", "完成", "延期", "延期任务1：", "延期原因：", "因", "2021年", "1—9月", "-", "—", "～", "至", "〔2021〕5号", "附件",
    "附件1", "\n", "\n\n", "　", " ",
    "领域", "改革", "共", "其中", "印发", "方案", "下一步，", "存在问题", "本报讯", "(通讯员 甲)", "第", "十", "百", "千", "分之", "𠮷", "🙂",
    "é", "\u{0}", "\"", "A", "km", "/",
    "元", "首先，", "一、", "1.", "①", "数", "几", "+", "×", "前", "以上", "以来", "同意", "会议",
  ]

  @Test(arguments: 0..<40) func randomText(seed: Int) throws {
    var numbers = SeededGenerator(seed: UInt64(seed))
    var text = ""
    for _ in 0..<Int.random(in: 1...900, using: &numbers) {
      text += Self.pieces.randomElement(using: &numbers) ?? ""
    }
    try check(text)
  }

  @Test(arguments: ImportTests.reports.dropLast(2)) func mutatedReport(name: String) throws {
    let original = Array(
      try String(contentsOf: Fixture.folder("reports").appending(path: name), encoding: .utf8).unicodeScalars)
    var numbers = SeededGenerator(seed: UInt64(name.utf8.count))
    for _ in 0..<12 {
      var scalars = original
      for _ in 0..<Int.random(in: 1...60, using: &numbers) {
        let index = Int.random(in: 0..<scalars.count, using: &numbers)
        switch Int.random(in: 0..<4, using: &numbers) {
        case 0: scalars.remove(at: index)
        case 1: scalars.insert(scalars[Int.random(in: 0..<scalars.count, using: &numbers)], at: index)
        case 2: scalars.swapAt(index, Int.random(in: 0..<scalars.count, using: &numbers))
        default: scalars.removeSubrange(index..<min(scalars.count, index + 30))
        }
      }
      try check(String(String.UnicodeScalarView(scalars)))
    }
  }

  /// A text may begin and end anywhere: a page is missing, a column was cut. Every mark is a place to cut at.
  @Test(arguments: ImportTests.reports.dropLast(2)) func cutReport(name: String) throws {
    let text = Array(
      try String(contentsOf: Fixture.folder("reports").appending(path: name), encoding: .utf8).unicodeScalars)
    let cuts = text.indices.filter { "。；：\n".unicodeScalars.contains(text[$0]) }
    for cut in cuts {
      try check(String(String.UnicodeScalarView(text[(cut + 1)..<min(text.count, cut + 240)])))
      try check(String(String.UnicodeScalarView(text[max(0, cut - 240)...cut])))
    }
  }

  /// The words of delays, so close that any of them may be the first or the last that there is.
  @Test func cutDelays() throws {
    let text = Array(Self.delays.unicodeScalars)
    for cut in text.indices {
      try check(String(String.UnicodeScalarView(text[cut...])))
      try check(String(String.UnicodeScalarView(text[..<cut])))
    }
  }

  private static let delays = """
    延期至2022年6月。受疫情影响，甲机制建设未完成，延期至2022年6月。终止“乙平台建设”，主要是职能重复。\
    延期任务1：丙改革。延期原因：批复未下达。（因丁，推迟到2023年三季度）调整至2024年2项：戊改革、己改革，分别因庚未定、辛未到。\
    跨年度实施2项：壬改革（两年期，预计2024年11月完成）、癸改革。经区委深改委第九次会议同意，取消一项（“子中心”，研究取消）。
    """

  /// A reason that stands behind the word for the delay, where one before it is looked for.
  @Test(arguments: ["延期因疫情影响，甲任务未完成。", "终止因甲，乙。", "延期（因甲，延期乙）。"])
  func delayWithoutItem(sentence: String) throws { try check("某区改革总结\n\(sentence)") }

  private func check(_ text: String) throws {
    let blocks = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map {
      SourceBlock(text: String($1), number: $0 + 1)
    }
    let draft = ProseReader(terms: Prose.terms).draft(from: SourceText(file: "乱.txt", blocks: blocks))
    let whole = 0..<draft.text.count
    let ranges =
      draft.quantities.map(\.range) + draft.times.map(\.range) + draft.names.map(\.range)
      + draft.titles.map(\.range)
      + draft.sentences.map(\.range) + draft.sections.flatMap { [$0.range, $0.heading, $0.mark] }
      + draft.delays.flatMap { [$0.range, $0.name] + [$0.reason, $0.until, $0.approval].compactMap { $0 } }
    #expect(ranges.allSatisfy { whole.clamped(to: $0) == $0 || $0.isEmpty })
    #expect(draft.claims.count == draft.quantities.count)
    #expect(
      zip(draft.sentences, draft.sentences.dropFirst()).allSatisfy {
        $0.range.upperBound <= $1.range.lowerBound
      })
    for range in ranges { _ = draft.text.place(range) }
    if let imported = try? Prose.imported(draft) {
      let written = LedgerWriter().text(of: imported.report.report)
      let back = try LedgerReader().read([UInt8](written.utf8), file: "台账.yaml")
      #expect(back.report.year == imported.report.report.year)
    }
  }

  /// Cost is linear: ten times the text takes no more than thirty times as long, whatever it holds.
  @Test(arguments: [
    "《", "（", "1", "一", "“甲”", "甲，", "延期任务1：", "一是甲；", "因", "10项任务", "甲\n", "2021年", "经会议", "《甲》", "因（",
    "3个2021年", "1.甲。原因：乙。\n", "延期12项（",
  ])
  func costIsLinear(piece: String) {
    func seconds(_ count: Int) -> Double {
      let text = String(repeating: piece, count: count)
      let blocks = text.split(separator: "\n").enumerated().map {
        SourceBlock(text: String($1), number: $0 + 1)
      }
      let start = ContinuousClock.now
      _ = ProseReader(terms: Prose.terms).draft(from: SourceText(file: "长.txt", blocks: blocks))
      let elapsed = ContinuousClock.now - start
      return Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
    }
    _ = seconds(100)
    #expect(seconds(20_000) < 30 * max(seconds(2_000), 0.01))
  }
}
