import Foundation
import ReportModel
import ReportReaders
import TestSupport
import Testing

@testable import ReportWriters

/// Comments stand at places that the Word reader gave: both must number paragraphs and characters alike.
@Suite(
  "Places of the Word reader and anchors of comments",
  .enabled(if: WordDump.isAvailable, "python-docx is missing"))
struct ReaderAgreementTests {
  /// A finding at every paragraph and every line of every cell that the reader sees, each saying what it read.
  private func findings(_ bytes: [UInt8]) throws -> [Diagnostic] {
    let source = try SourceTextReader.read(bytes, name: "草稿.docx").text
    var findings: [Diagnostic] = []
    func add(_ place: SourcePlace, _ text: Substring.UnicodeScalarView) {
      findings.append(Diagnostic("a.b", .note, at: place, String(Substring(text))))
    }
    for block in source.blocks {
      guard case .table(let rows) = block.kind else {
        let scalars = Array(block.text.unicodeScalars)
        // What a list's number adds stands in no paragraph.
        let start = max(0, -block.offset)
        guard start < scalars.count else { continue }
        for range in [start..<scalars.count, start..<(start + 1), (scalars.count - 1)..<scalars.count] {
          let text = String(String.UnicodeScalarView(scalars[range]))
          add(block.place(of: range, in: source.file), text[...].unicodeScalars)
        }
        continue
      }
      for (row, cells) in rows.enumerated() {
        for (column, cell) in cells.enumerated() {
          let scalars = Array(cell.unicodeScalars)
          var start = 0
          for line in scalars.split(separator: "\n", omittingEmptySubsequences: false) {
            defer { start += line.count + 1 }
            guard !line.isEmpty else { continue }
            let text = String(String.UnicodeScalarView(line))
            let range = start..<(start + line.count)
            add(block.place(ofCell: row, column, range, in: source.file), text[...].unicodeScalars)
          }
        }
      }
    }
    return findings
  }

  private func check(_ bytes: [UInt8], atLeast count: Int) throws {
    let findings = try findings(bytes)
    #expect(findings.count >= count)
    let commented = try CommentedDraft(bytes, file: "草稿.docx", findings: findings)
    #expect(commented.unplaced.isEmpty)
    let dump = try Workplace.withTemporaryFolder { folder in
      let file = folder.appending(path: "draft.docx")
      try Data(commented.bytes).write(to: file)
      // What the reader reads does not change with comments in it.
      let again = try SourceTextReader.read([UInt8](Data(contentsOf: file)), name: "草稿.docx").text
      let before = try SourceTextReader.read(bytes, name: "草稿.docx").text
      #expect(again == before)
      return try WordDump(reading: file)
    }
    #expect(dump.comments.count == findings.count)
    for (comment, finding) in zip(dump.comments, findings) {
      #expect(comment.isWhole && comment.anchored == finding.message, "\(finding.place)")
    }
  }

  @Test("in what this package writes")
  func ownFile() throws {
    let document = try WordSamples.document(WordSamples.long(tasks: 20, signature: .atEnd))
    try check(WordWriter().bytes(of: document), atLeast: 200)
  }

  @Test("in the same file saved by LibreOffice", .enabled(if: ExternalTool.hasLibreOffice, "no LibreOffice"))
  func savedElsewhere() throws {
    let document = try WordSamples.document(WordSamples.long(tasks: 12))
    let bytes = try Workplace.withTemporaryFolder { folder in
      let file = folder.appending(path: "report.docx")
      try WordWriter().write(document, to: file)
      let out = folder.appending(path: "out")
      _ = try ExternalTool.run([
        "soffice", "-env:UserInstallation=\(folder.appending(path: "profile").absoluteString)", "--headless",
        "--convert-to", "docx:MS Word 2007 XML", "--outdir", out.path, file.path,
      ])
      return [UInt8](try Data(contentsOf: out.appending(path: "report.docx")))
    }
    try check(bytes, atLeast: 100)
  }

  @Test("in drafts with tracked changes, fields, entities and many runs")
  func drafts() throws {
    var random = SeededGenerator(seed: 23)
    var body = ""
    for number in 0..<80 {
      var runs = ""
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let text = ["改革事项", "a&amp;b", "𠮷 ", " 17项", "&#x4E00;"].randomElement(using: &random)!
        let run = "<w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
        switch Int.random(in: 0..<9, using: &random) {
        case 0: runs += "<w:ins w:id=\"1\" w:author=\"a\">\(run)</w:ins>"
        case 1: runs += "<w:del w:id=\"1\" w:author=\"a\"><w:r><w:delText>旧</w:delText></w:r></w:del>"
        case 2: runs += "<w:r><w:tab/></w:r>" + run
        case 3:
          runs +=
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r><w:r>"
            + "<w:fldChar w:fldCharType=\"separate\"/></w:r>\(run)<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
        case 4: runs += "<w:hyperlink w:anchor=\"a\">\(run)</w:hyperlink>"
        default: runs += run
        }
      }
      let paragraph = "<w:p><w:pPr><w:spacing w:line=\"400\"/></w:pPr>\(runs)</w:p>"
      body +=
        number % 7 == 3
        ? "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>\(paragraph)<w:p/></w:tc><w:tc>\(paragraph)</w:tc></w:tr></w:tbl>"
        : paragraph + "<w:p/>"
    }
    try check(DraftFixture.draft(body), atLeast: 100)
  }
}
