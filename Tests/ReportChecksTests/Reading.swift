import Foundation
import ReportChecks
import ReportModel
import ReportReaders
import TestSupport

/// Texts as the checks see them.
enum Reading {
  /// A draft from lines of text.
  static func draft(_ text: String, file: String = "草稿.txt") -> Draft {
    var blocks: [SourceBlock] = []
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let indent = line.prefix { $0.isWhitespace }
      let body = line.dropFirst(indent.count)
      if body.isEmpty { continue }
      blocks.append(
        SourceBlock(text: String(body), number: number + 1, offset: indent.unicodeScalars.count))
    }
    return ProseReader().draft(from: SourceText(file: file, blocks: blocks))
  }

  /// A draft from Markdown, which may hold tables.
  static func markdown(_ text: String, file: String = "草稿.md") throws -> Draft {
    try ProseReader().draft(from: SourceTextReader.read(Array(text.utf8), name: file).text)
  }

  /// A ledger from YAML.
  static func ledger(_ text: String, file: String = "台账.yaml") throws -> SourcedReport {
    try LedgerReader().read(Array(text.utf8), file: file)
  }

  /// What an example gives its rule to look at.
  static func input(_ example: CheckExample) throws -> CheckInput {
    switch example.kind {
    case .ledger:
      return try CheckInput(
        ledger: ledger(example.text),
        lastYearLedger: example.lastYear.map { try ledger($0, file: "上年.yaml") },
        terms: terms)
    case .draft:
      return try CheckInput(
        draft: example.isMarkdown ? markdown(example.text) : draft(example.text),
        ledger: example.ledger.map { try ledger($0) },
        lastYearDraft: example.lastYear.map { draft($0, file: "上年.txt") }, terms: terms)
    }
  }

  /// The word lists as they come.
  static let terms = CheckTerms(lists)
  static let lists =
    (try? OfficeTermsReader().read(Workplace.repository.appending(path: "Templates"))) ?? OfficeTerms()
}
