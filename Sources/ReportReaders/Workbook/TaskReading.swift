import OfficePackage
import ReportModel

/// 单元格的理解: what cells of task tables mean, each word understood once.
final class TaskReading {
  let units: Understood<[String]>
  let deadlines: Understood<Deadline>
  /// 状态一格: a status, with what else stands in its cell.
  struct Standing {
    var status: TaskStatus?
    /// The prose behind it.
    var text: String?
    /// The new date of a postponement: 延后至2022年6月.
    var until: Deadline?
  }

  let standings: Understood<Standing>
  let isStatus: Understood<Bool>
  let isDate: Understood<Bool>
  let isMeeting: Understood<Bool>
  /// Words that may be a reason: neither a term nor the names of units.
  let isProse: Understood<Bool>
  /// 因…, 受…影响: words that are one.
  let givesCause: Understood<Bool>
  private let isBlank: Understood<Bool>
  private let texts: TextPool

  init(_ texts: TextPool) {
    self.texts = texts
    units = Understood(texts, TableWords.units)
    isBlank = Understood(texts, TableWords.blanks.contains)
    deadlines = Understood(texts) { Deadline(wording: $0) }
    standings = Understood(texts, Self.split)
    isStatus = Understood(texts) { text in
      text.unicodeScalars.first.map(Self.statusBeginnings.contains) ?? false && text.utf8.count <= 90
        && (Self.status(text) != nil || Self.postponement(text) != nil)
    }
    isProse = Understood(texts) { text in
      text.utf8.count >= 15 && !text.unicodeScalars.contains("《")
        && !TableWords.units(text).allSatisfy { TableWords.isUnit($0) }
    }
    givesCause = Understood(texts) { text in
      ["因", "由于", "受", "鉴于", "原因", "延期原因"].contains(where: text.hasPrefix)
    }
    isMeeting = Understood(texts) { text in
      text.utf8.count <= 180 && ["会议", "次会", "审议", "全会", "常委会"].contains(where: text.contains)
    }
    isDate = Understood(texts) { text in
      // Every date and term has a figure or one of these characters in it.
      let mayBe =
        text.utf8.count <= 90 && text.unicodeScalars.contains { Self.dateMarks.contains($0.halfWidth) }
      guard mayBe else { return false }
      if case .date = PartialDate.read(text) { return true }
      return ![.unknown, .longTerm].contains(Deadline(wording: text).meaning)
    }
  }

  private static let statusBeginnings = Set(TaskStatus.meanings.keys.compactMap(\.unicodeScalars.first))
  private static let dateMarks = Set("0123456789年月季期".unicodeScalars)

  /// Whether a cell says that there is nothing.
  func isNothing(_ text: TextPool.ID) -> Bool {
    texts.withBytes(text) { $0.count <= 12 } && isBlank[text]
  }

  /// Whether a cell names documents, and does not only say of what kind they are.
  func namesDocuments(_ text: TextPool.ID, under words: String) -> Bool {
    // 《 in UTF-8; the first byte alone begins few other marks.
    let hasMark = texts.withBytes(text) { bytes in
      bytes.indices.dropLast(2).contains {
        bytes[$0] == 0xE3 && bytes[$0 + 1] == 0x80 && bytes[$0 + 2] == 0x8A
      }
    }
    return hasMark || words.contains("制度")
  }

  private func isNothing(_ text: String) -> Bool { text.utf8.count <= 12 && TableWords.blanks.contains(text) }

  /// Whether a text is too long for a serial number, and none.
  func isLong(_ text: TextPool.ID) -> Bool {
    guard texts.withBytes(text, { $0.count > 8 }) else { return false }
    let words = texts.trimmed(text)
    return Int(words) == nil && words.unicodeScalars.count > 8
  }

  /// A text without line breaks.
  func line(_ text: TextPool.ID) -> String {
    let words = texts.trimmed(text)
    return words.utf8.contains(0x0A) ? words.replacing("\n", with: "") : words
  }

  /// 制度性成果 and 成果形式: documents, with the numbers that a column of their own gives; nil for words that name no title, and an
  /// empty list for a cell that says there is none.
  func documents(_ text: TextPool.ID, under words: String, numbers: TextPool.ID?) -> [FormDocument]? {
    guard !isNothing(text) else { return [] }
    guard namesDocuments(text, under: words) else { return nil }
    let cell = texts.trimmed(text)
    let numbers = numbers.flatMap { isNothing($0) ? nil : texts.trimmed($0) }
    return FormDocument.list(titles: cell, numbers: numbers ?? "").filter { !isNothing($0.title) }
  }

  /// A status that a whole cell says; our own tables write 推进中(超进度) where the source has other words.
  private static func status(_ text: String) -> TaskStatus? {
    let status = TaskStatus(wording: text)
    if status.kind != nil { return status }
    let scalars = text.unicodeScalars
    guard scalars.last?.halfWidth == ")", let open = scalars.firstIndex(where: { $0.halfWidth == "(" }) else {
      return nil
    }
    let inner = TaskStatus(wording: String(text[scalars.index(after: open)...].dropLast()))
    let outer = TaskStatus(wording: String(text[..<open]))
    return outer.kind != nil && inner.kind == outer.kind ? inner : nil
  }

  /// 已完成。出台…: a status at the head of prose.
  static func split(_ text: String) -> Standing {
    if text.utf8.count <= 90, let status = status(text) { return Standing(status: status) }
    if let put = postponement(text) {
      return Standing(status: TaskStatus(.delayed), text: put.rest, until: put.until)
    }
    let scalars = text.unicodeScalars
    var cut = scalars.startIndex
    // No status is longer than this.
    for _ in 0..<24 where cut < scalars.endIndex && !isMark(scalars[cut]) { scalars.formIndex(after: &cut) }
    guard cut < scalars.endIndex, isMark(scalars[cut]) else { return Standing(text: text) }
    let head = TaskStatus(wording: String(text[..<cut]).trimmed)
    guard head.kind != nil else { return Standing(text: text) }
    let rest = String(text[scalars.index(after: cut)...]).trimmed
    return Standing(status: head, text: rest.isEmpty ? nil : rest)
  }

  /// 延后至2022年6月, 暂缓(2022年底), 调整为2023年完成: the date in a cell that says of a task that it is put off, and until when.
  static func postponement(_ text: String) -> (until: Deadline, rest: String?)? {
    guard let verb = postponing.first(where: text.hasPrefix) else { return nil }
    let body = text.dropFirst(verb.count)
    let marks: Set<Character> = ["。", ",", "\u{FF0C}", ";", "\u{FF1B}", "\n"]
    let end = body.firstIndex(where: marks.contains) ?? body.endIndex
    let parts = body[..<end].split { "(\u{FF08})\u{FF09}:\u{FF1A}".contains($0) }
    guard parts.count == 1, let part = parts.first, part.count <= 20 else { return nil }
    var date = part.trimmingPrefix { "至到为实施推进完成".contains($0) }
    for end in ["前完成", "完成", "实施"] where date.hasSuffix(end) { date = date.dropLast(end.count) }
    let deadline = Deadline(wording: String(date).trimmed)
    let namesTerm = date.prefix(4).allSatisfy(\.isNumber) && date.dropFirst(4).first == "年"
    guard namesTerm || ![.unknown, .longTerm].contains(deadline.meaning) else { return nil }
    let rest = end < body.endIndex ? String(body[body.index(after: end)...]).trimmed : ""
    return (deadline, rest.isEmpty ? nil : rest)
  }

  private static let postponing = [
    "申请延期", "拟延期", "同意延期", "延期", "延后", "延至", "延长", "延迟", "推迟", "顺延", "暂缓", "结转", "调整", "跨年", "转入",
  ]

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.halfWidth {
    case "。", ",", ";", ":", "\n": true
    default: false
    }
  }

  /// Takes the lines 延期原因:…, 延至:… and 审议:… out of prose.
  static func take(_ text: String, into delay: inout Delay) -> String? {
    let beginsLine = { (word: String) in text.hasPrefix(word) || text.contains("\n" + word) }
    guard text.utf8.contains(0x0A) || text.hasPrefix("延") || text.hasPrefix("审") else { return text }
    guard ["延期原因", "延至", "审议"].contains(where: beginsLine) else { return text }
    var rest: [Substring] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let folded = String(
        String.UnicodeScalarView(line.unicodeScalars.map { $0.halfWidth == ":" ? ":" : $0 }))
      let value = folded.firstIndex(of: ":").map { String(folded[folded.index(after: $0)...]).trimmed }
      switch folded.prefix(while: { $0 != ":" }) {
      case "延期原因" where delay.reason == nil && value != nil: delay.reason = value
      case "延至" where delay.until == nil && value != nil: delay.until = value.map { Deadline(wording: $0) }
      case "审议" where delay.approval == nil && value != nil: delay.approval = value
      default: rest.append(line)
      }
    }
    let words = rest.joined(separator: "\n").trimmed
    return words.isEmpty ? nil : words
  }
}
