import Foundation
import ReportModel
import ReportReaders
import TestSupport

/// Drafts and imports as tests need them.
enum Prose {
  /// The fields that come with the command.
  static let terms: DomainTerms = {
    do { return try DomainTerms(file: Workplace.repository.appending(path: "Templates/domains.yaml")) } catch
    {
      return DomainTerms([])
    }
  }()

  /// A draft from text, a line a block.
  static func draft(_ text: String, name: String = "稿.txt") throws -> Draft {
    ProseReader(terms: terms).draft(from: try SourceTextReader.read([UInt8](text.utf8), name: name).text)
  }

  /// A draft of a file.
  static func draft(of file: URL) throws -> Draft {
    ProseReader(terms: terms).draft(from: try SourceTextReader.read(file).text)
  }

  /// The ledger of a draft.
  static func imported(_ draft: Draft) throws -> ImportedReport {
    try DraftImport(terms: terms).report(from: draft)
  }

  /// The folder of the seed originals, where the environment names it.
  static let seeds = ProcessInfo.processInfo.environment["REFORM_SEEDS"].map { URL(filePath: $0) }

  /// The seed original whose name begins with a number.
  static func seed(_ number: String) throws -> URL? {
    guard let seeds else { return nil }
    return try FileManager.default.contentsOfDirectory(at: seeds, includingPropertiesForKeys: nil)
      .first { $0.lastPathComponent.hasPrefix(number) }
  }

  /// A figure as the tests write it: value, upper end, unit, approximation.
  static func line(_ quantity: Quantity) -> String {
    [
      "\(quantity.value)", quantity.upperBound.map { "\($0)" } ?? "", quantity.unit,
      quantity.approximation?.rawValue ?? "",
    ].joined(separator: "|")
  }
}
