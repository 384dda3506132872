import Foundation
import ReportModel
import ReportReaders
import TestSupport

/// A clean fixture with what is known of it, to inject faults into.
struct CleanReport: Sendable {
  var name: String
  var text: String
  var lastYear: String?
  /// The relations that hold in it: `46-3=43`, `1470/1500=98%`.
  var equations: [Equation]

  /// One relation with its figures as printed.
  struct Equation: Sendable {
    enum Kind: Sendable { case sum, difference, quotient, rate }
    var kind: Kind
    var operands: [String]
    var result: String
  }

  var lines: [String] { text.components(separatedBy: "\n") }

  static let all: [CleanReport] = load()

  private static func load() -> [CleanReport] {
    let years = [
      "a-inline-tangwan-2023": "a-inline-tangwan-2022", "b-headings-muyuan-2022": "b-headings-muyuan-2021",
    ]
    let folder = Fixture.folder("reports")
    let files = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
    return files.filter { $0.hasSuffix(".expected.yaml") }.compactMap { file in
      let name = String(file.dropLast(".expected.yaml".count))
      guard let text = text(name),
        let expected = try? String(contentsOf: folder.appending(path: file), encoding: .utf8)
      else { return nil }
      return CleanReport(
        name: name, text: text, lastYear: years[name].flatMap { Self.text($0) },
        equations: equations(expected))
    }
  }

  private static func text(_ name: String) -> String? {
    for ending in ["txt", "md"] {
      if let text = try? String(
        contentsOf: Fixture.folder("reports").appending(path: "\(name).\(ending)"), encoding: .utf8)
      {
        return text
      }
    }
    return nil
  }

  /// The list under 算式; relations that lean on last year's figures are left out.
  private static func equations(_ yaml: String) -> [Equation] {
    let lines = yaml.components(separatedBy: "\n")
    func list(_ key: String) -> [String] {
      guard let start = lines.firstIndex(of: "\(key):") else { return [] }
      return lines[(start + 1)...].prefix { $0.hasPrefix("  - ") }.map {
        $0.dropFirst(4).filter { $0 != "'" }
      }
    }
    let bases = Set(list("上年基数"))
    return list("算式").compactMap { line in
      let sides = line.split(separator: "=").map(String.init)
      guard sides.count == 2 else { return nil }
      let operands = sides[0].split { "+-/()".contains($0) }.map(String.init)
      if operands.contains(where: bases.contains) { return nil }
      let kind: Equation.Kind =
        sides[1].hasSuffix("%")
        ? .rate : sides[0].contains("/") ? .quotient : sides[0].contains("-") ? .difference : .sum
      return Equation(kind: kind, operands: operands, result: sides[1])
    }
  }

  /// The draft that the checks see.
  static func draft(_ text: String, markdown: Bool, file: String) -> Draft {
    guard let read = try? SourceTextReader.read(Array(text.utf8), name: file + (markdown ? ".md" : ".txt"))
    else {
      return Reading.draft(text, file: file)
    }
    return ProseReader().draft(from: read.text)
  }

  var isMarkdown: Bool { name.hasPrefix("d-") }
}
