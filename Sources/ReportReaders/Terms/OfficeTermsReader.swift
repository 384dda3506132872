public import Foundation
public import ReportModel
import YAMLTree

/// 核对用词表读入: reads the word lists of a template folder: `wording.yaml`, `confusables.yaml`, `divisions.tsv`, `office-words.txt`,
/// `lexicon.txt`, `characters.txt`.
///
/// A list that is missing is empty: an office may do without one. What is there must be right.
public struct OfficeTermsReader: Sendable {
  /// The largest list read.
  static let largestFile = 4 << 20

  /// A reader of word lists.
  public init() {}

  /// Reads the lists of a folder.
  /// - Throws: `InvalidInput` with every fault found.
  public func read(_ folder: URL) throws(InvalidInput) -> OfficeTerms {
    var terms = OfficeTerms()
    var faults: [Diagnostic] = []
    for (name, load) in Self.files {
      let file = folder.appending(path: name)
      guard FileManager.default.fileExists(atPath: file.path) else { continue }
      do throws(InvalidInput) {
        let bytes = try readBytes(of: file, limit: Self.largestFile, kind: "词表")
        try load(try decodeText(bytes, file: file.relativePath).text, file.relativePath, &terms)
      } catch {
        faults += error.diagnostics
      }
    }
    do throws(InvalidInput) {
      terms.lexicon = try bytes("lexicon.txt", of: folder)
      terms.lookAlikes = try bytes("characters.txt", of: folder)
    } catch {
      faults += error.diagnostics
    }
    guard faults.isEmpty else { throw InvalidInput(faults) }
    return terms
  }

  /// A list that is laid out from its bytes, where a text first needs it; empty where it is missing.
  private func bytes(_ name: String, of folder: URL) throws(InvalidInput) -> [UInt8] {
    let file = folder.appending(path: name)
    guard FileManager.default.fileExists(atPath: file.path) else { return [] }
    return try readBytes(of: file, limit: Self.largestFile, kind: "词表")
  }

  private typealias Load = @Sendable (String, String, inout OfficeTerms) throws(InvalidInput) -> Void

  private static let files: [(String, Load)] = [
    ("wording.yaml", wording), ("confusables.yaml", confusables), ("divisions.tsv", divisions),
    ("office-words.txt", officeWords),
  ]

  private static let wording: Load = { (text, file, terms) throws(InvalidInput) in
    var map = try TermMap(text, file: file)
    for (right, wrong) in map.map("错字") {
      terms.misspellings += wrong.words.map { Misspelling(wrong: $0, right: right) }
    }
    terms.reduplications += map.words("叠词")
    terms.homophones += map.words("同音字")
    terms.setPhrases += map.words("固定提法")
    for var row in map.rows("旧提法") {
      let (phrase, current, unless) = (row.required("提法"), row.required("现行"), row.list("除非"))
      if case .date(let since) = PartialDate.read(row.text("自")), since.day == nil {
        terms.stalePhrases.append(.init(phrase: phrase, current: current, since: since, unless: unless))
      } else {
        row.fault("“自”应当是年份或月份，例如 2023、2022-10")
      }
      map.take(row)
    }
    try map.finish()
  }

  private static let confusables: Load = { (text, file, terms) throws(InvalidInput) in
    var map = try TermMap(text, file: file)
    for var row in map.rows("易混词") {
      var entry = Confusable(
        wrong: row.required("误"), right: row.required("正"), wrongExample: row.required("错例"),
        rightExample: row.required("对例"))
      entry.before = row.list("紧前")
      entry.after = row.list("紧后")
      entry.near = row.list("句中")
      entry.unless = row.list("除非")
      entry.without = row.list("句中无")
      entry.opensClause = row.text("句首") == "是"
      entry.isDoubtful = row.text("存疑") == "是"
      entry.note = row.text("说明").isEmpty ? nil : row.text("说明")
      if entry.wrong.unicodeScalars.count < 2 { row.fault("“误”至少要写两个字") }
      terms.confusables.append(entry)
      map.take(row)
    }
    try map.finish()
  }

  private static let officeWords: Load = { (text, file, terms) in terms.phrases = Array(text.utf8) }

  private static let divisions: Load = { (text, file, terms) throws(InvalidInput) in
    var lines = TextLines(text)
    while let line = lines.next() {
      if line.text.isEmpty || line.text.utf8.first == UInt8(ascii: "#") { continue }
      let number = line.number
      let cells = line.text.utf8.split(separator: UInt8(ascii: "\t")).map { Substring($0) }
      guard cells.count == 2, let code = Int(cells[0]) else {
        throw InvalidInput([
          Diagnostic(
            "terms.row", .error, at: .text(file: file, TextSpan(line: number, column: 1)),
            "这一行应当是六位代码、制表符、名称", suggestions: [.init("请改成例如：110101（制表符）东城区")])
        ])
      }
      terms.divisions.append(AdministrativeDivision(code: code, name: String(cells[1])))
    }
  }
}

extension StringProtocol {
  /// The words of a text, parted by blanks.
  var words: [String] { split { $0 == " " }.map { String($0) } }
}
