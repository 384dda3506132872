public import Foundation
public import ReportModel

/// 台账文件: a ledger that can be changed where its values stand.
///
/// Comments, order, quotes, line ends, byte order mark and encoding stay as they are. A changed ledger is read back and
/// compared with what it must say before anyone gets its bytes.
///
/// ```swift
/// let ledger = try LedgerFile(URL(filePath: "台账.yaml"))
/// let bytes = try ledger.changed([LedgerChange(.init(domain: 0, index: 3), .set(.status, "已完成"))])
/// ```
public struct LedgerFile: Sendable {
  /// What the file says, with places and notes.
  public let content: SourcedReport
  /// The file's bytes as they were read.
  public let bytes: [UInt8]
  private let file: String
  private let text: String

  /// Reads a ledger file.
  /// - Throws: `InvalidInput` with every fault found.
  public init(_ file: URL) throws(InvalidInput) {
    try self.init(
      readBytes(of: file, limit: LedgerReader.largestFile, kind: "台账"), file: file.relativePath)
  }

  /// Reads the bytes of a ledger; `file` is the name that places show.
  /// - Throws: `InvalidInput` with every fault found.
  public init(_ bytes: [UInt8], file: String) throws(InvalidInput) {
    let parsed = try LedgerReader().parsed(bytes, file: file)
    content = parsed.reading.result
    text = parsed.text
    self.bytes = bytes
    self.file = file
  }

  /// The file's bytes after some changes; those it already has without any.
  /// - Throws: `InvalidInput` where a change finds no place in the text, or where the changed text would not read back as it must.
  public func changed(_ changes: [LedgerChange]) throws(InvalidInput) -> [UInt8] {
    let changes = Self.lastWords(changes)
    guard !changes.isEmpty else { return bytes }
    var expected = content.report
    for change in changes { change.apply(to: &expected) }
    let encoding = TextEncoding(of: bytes)
    var text = self.text
    var waiting = changes
    // A change waits for the next pass where it meets another one; each pass makes at least the first of them.
    while !waiting.isEmpty {
      let current = try LedgerReader().parsed(Array(text.utf8), file: file)
      guard let root = current.reading.root else { throw refusal(waiting) }
      var pass = TaskEditing(
        LedgerSource(text, current.reading.spelling), root: root, report: current.reading.result.report)
      for change in waiting { pass.make(change) }
      guard pass.refused.isEmpty, pass.waiting.count < waiting.count || !pass.edits.isEmpty else {
        throw refusal(pass.refused.isEmpty ? pass.waiting : pass.refused)
      }
      text = LedgerSource(text, current.reading.spelling).replacing(pass.edits)
      waiting = pass.waiting
    }
    guard let result = encoding.encode(text) else { throw refusal(changes) }
    let found = try LedgerReader().read(result, file: file).report
    guard found.settled == expected.settled else { throw refusal(changes) }
    return result
  }

  /// The changes without those that a later one to the same field overrides.
  private static func lastWords(_ changes: [LedgerChange]) -> [LedgerChange] {
    struct Target: Hashable {
      var task: LedgerChange.TaskPlace
      var field: LedgerChange.Field
    }
    var seen: Set<Target> = []
    let kept = changes.reversed().filter { change in
      guard case .set(let field, _) = change.edit else { return true }
      return seen.insert(Target(task: change.task, field: field)).inserted
    }
    return kept.reversed()
  }

  private func refusal(_ changes: [LedgerChange]) -> InvalidInput {
    let tasks = Set(changes.map(\.task)).sorted { ($0.domain, $0.index) < ($1.domain, $1.index) }
    return InvalidInput(
      tasks.map { place in
        let path = FieldPath().field("领域").item(place.domain).field("任务").item(place.index)
        let name = content.report.domains[place.domain].tasks[place.index].name
        return Diagnostic(
          "ledger.not-changed", .error, at: content.places[path] ?? .file(file),
          "“\(name)”的改动无法就地写入台账\u{FF0C}台账没有改动", suggestions: [.init("请在台账中手工修改这项任务，再重新运行")])
      })
  }
}
