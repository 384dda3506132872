public import Foundation
public import ReportModel
import YAMLTree

/// 台账读入: reads a ledger file (YAML as clerks really type it) into a report.
///
/// UTF-8 with or without BOM, UTF-16 and GB18030; LF and CRLF; full-width colons, spaces, dashes and brackets, tabs as indents. What was
/// put right is said in notes; real mistakes are collected and thrown together, each with its place and remedy.
public struct LedgerReader: Sendable {
  /// The largest ledger read: 150 tasks take some 60 KB, so 32 MiB is no ledger typed by hand.
  public static let largestFile = 32 << 20

  /// A reader of ledgers.
  public init() {}

  /// Reads a ledger file.
  /// - Throws: `InvalidInput` with every fault found.
  public func read(_ file: URL) throws(InvalidInput) -> SourcedReport {
    try read(readBytes(of: file, limit: Self.largestFile, kind: "台账"), file: file.relativePath)
  }

  /// Reads the bytes of a ledger; `file` is the name that places show.
  /// - Throws: `InvalidInput` with every fault found.
  public func read(_ bytes: [UInt8], file: String) throws(InvalidInput) -> SourcedReport {
    try parsed(bytes, file: file).reading.result
  }

  /// Reads the bytes of a ledger and keeps what they were made of, so that they can be changed in place.
  func parsed(_ bytes: [UInt8], file: String) throws(InvalidInput) -> (text: String, reading: Reading) {
    guard bytes.count <= Self.largestFile else {
      throw InvalidInput.tooLarge(file, bytes.count, limit: Self.largestFile)
    }
    let decoded = try decodeText(bytes, file: file)
    let typed = decoded.text.replacing("\r\n", with: "\n")
    // How wide a tab is meant to be only its writer knows: the first width that makes sense of the file is taken.
    var first: Reading?
    for width in typed.utf8.contains(9) ? [2, 4, 8, 1] : [2] {
      var reading = Reading(typed, file: file, tabWidth: width)
      if reading.faults.isEmpty {
        reading.result.notes = decoded.notes + reading.result.notes
        return (decoded.text, reading)
      }
      first = first ?? reading
    }
    throw InvalidInput(first?.faults ?? [])
  }

  /// One attempt to read the text.
  struct Reading {
    var result = SourcedReport(report: Report(year: 0, place: AdministrativePlace(fullName: "")))
    var faults: [Diagnostic] = []
    /// The text as YAML wants it, with the way back to what was typed.
    let spelling: LedgerSpelling
    /// The ledger's map.
    private(set) var root: YAMLNode?

    init(_ typed: String, file: String, tabWidth: Int) {
      let spelling = LedgerSpelling(typed, tabWidth: tabWidth)
      self.spelling = spelling
      let context = LedgerContext(file: file, spelling: spelling)
      do throws(YAMLFault) {
        guard let root = try YAMLNode.parse(spelling.text) else {
          faults = [
            .init("ledger.empty", .error, at: .file(file), "文件里没有内容", suggestions: [.init("请确认保存的是台账文件")])
          ]
          return
        }
        guard case .mapping = root.content else {
          context.error(
            "not-a-ledger", at: root, "这不是台账：最外层应当是“年度: …”“领域: …”这样的栏目",
            remedy: "请从“年度: 2021”写起，参照 seeds/ 下的样例")
          faults = context.diagnostics
          return
        }
        self.root = root
        if let map = LedgerMap(root, as: .report, at: FieldPath(), in: context) {
          var decoding = LedgerDecoding(context)
          result = SourcedReport(report: decoding.report(map), places: context.places, notes: [])
        }
        let found = context.diagnostics.uniqued
        faults = found.contains { $0.severity == .error } ? found : []
        result.notes = Self.notes(spelling, file) + found
      } catch {
        faults = LedgerSections(spelling, file: file).faults(after: error)
      }
    }

    private static func notes(_ spelling: LedgerSpelling, _ file: String) -> [Diagnostic] {
      spelling.notes.map { note in
        Diagnostic(
          "ledger.spelling", .note, at: .text(file: file, TextSpan(line: note.line, column: note.column)),
          note.message + (note.count > 1 ? "（共\(note.count)行）" : ""))
      }
    }
  }
}

/// The faults of a ledger that is not YAML as a whole: its top-level fields are read one by one, so that one broken line
/// does not hide the faults of all the others.
private struct LedgerSections {
  private let spelling: LedgerSpelling
  private let file: String

  init(_ spelling: LedgerSpelling, file: String) {
    self.spelling = spelling
    self.file = file
  }

  func faults(after first: YAMLFault) -> [Diagnostic] {
    var faults: [Diagnostic] = [diagnostic(first, lines: 0)]
    for section in sections {
      let context = LedgerContext(
        file: file, spelling: spelling.from(line: section.line), lineOffset: section.line)
      do throws(YAMLFault) {
        guard let root = try YAMLNode.parse(section.text), case .mapping = root.content else { continue }
        guard let map = LedgerMap(root, as: .report, at: FieldPath(), in: context) else { continue }
        var decoding = LedgerDecoding(context)
        _ = decoding.report(map)
        // A part of a ledger lacks what stands in the others, and its documents' tasks.
        faults += context.diagnostics.filter {
          !["ledger.missing-field", "ledger.unknown-task"].contains($0.rule)
        }
      } catch {
        faults.append(diagnostic(error, lines: section.line))
      }
    }
    return faults.uniqued
  }

  private func diagnostic(_ fault: YAMLFault, lines: Int) -> Diagnostic {
    var mark = fault.mark
    mark.line += lines
    let place = spelling.typed(mark)
    return Diagnostic(
      "ledger.yaml", .error, at: .text(file: file, TextSpan(line: place.line, column: place.column)),
      fault.message,
      suggestions: [.init(fault.remedy)])
  }

  /// The top-level fields, each with the number of lines before it.
  private var sections: [(text: String, line: Int)] {
    var sections: [(text: String, line: Int)] = []
    for (number, line) in spelling.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let startsField = line.utf8.first.map { $0 != 0x20 && $0 != 0x23 && $0 != 0x2D } ?? false
      if startsField || sections.isEmpty { sections.append(("", number)) }
      sections[sections.count - 1].text += line + "\n"
    }
    return sections
  }
}

extension Array where Element: Hashable {
  /// Each element once, at its first place.
  var uniqued: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
