public import Foundation
import OfficePackage
public import ReportModel

/// Word: the report as it is circulated, by GB/T 9704-2012, with its attachment tables bound in.
public struct WordWriter: ReportWriter {
  /// `docx`.
  public let format = "docx"

  /// A writer of Word files.
  public init() {}

  /// Writes the report as a Word file. Same report, same bytes.
  public func write(_ document: ReportDocument, to file: URL) throws {
    try OutputFailure.write(bytes(of: document), to: file)
  }

  /// Which of the document's faces this machine lacks.
  public func notes(on files: [URL], templates: Templates) -> [Diagnostic] {
    InstalledFonts().flatMap { templates.fonts.missingNote($0) }.map { [$0] } ?? []
  }

  /// The Word file of a document.
  /// - Throws: `InvalidInput` with every text that holds a character which no Word file may hold.
  public func bytes(of document: ReportDocument) throws -> [UInt8] {
    let composition = WordComposition(document)
    let faults = Self.forbidden(in: composition, of: document)
    guard faults.isEmpty else { throw InvalidInput(faults) }
    do {
      let day = document.report.issueDate ?? PartialDate(year: document.report.year, month: 12, day: 31)
      let writer = try PackageWriter(
        date: PackageDate(year: day?.year ?? 1980, month: day?.month ?? 1, day: day?.day ?? 1))
      let fonts = document.fonts
      try writer.add("[Content_Types].xml", PackageParts.contentTypes())
      try writer.add("_rels/.rels", PackageParts.packageRelationships())
      try writer.add("word/document.xml", DocumentPart.bytes(composition, fonts: fonts))
      try writer.add("word/_rels/document.xml.rels", PackageParts.documentRelationships())
      let styles = StylesPart(fonts: fonts)
      try writer.add("word/styles.xml", styles.styles())
      try writer.add("word/fontTable.xml", styles.fontTable())
      try writer.add("word/settings.xml", PackageParts.settings())
      for footer in SectionPart.Footer.all {
        try writer.add("word/\(footer.part)", SectionPart.footer(footer, fonts: fonts))
      }
      try writer.add("docProps/core.xml", PackageParts.core(document.report, title: document.outline.title))
      try writer.add("docProps/app.xml", PackageParts.application(document.report))
      return try writer.finish()
    } catch let fault as ForbiddenCharacter {
      // Texts of the document were looked through above; these are names in its properties.
      throw InvalidInput([Self.diagnostic(fault, "地区、报告单位或字体的名字", at: .file(document.outline.title))])
    } catch let fault as PackageFault {
      throw OutputFailure(file: "Word 文件", fault.message, remedy: fault.remedy)
    }
  }

  /// Control characters in the texts, each with its paragraph in the document that was to be written.
  private static func forbidden(in composition: WordComposition, of document: ReportDocument) -> [Diagnostic]
  {
    var faults: [Diagnostic] = []
    var number = 0
    let name = document.outline.title.filter { !$0.unicodeScalars.contains { $0.value < 0x20 } }
    func look(_ text: String) {
      number += 1
      guard let fault = ForbiddenCharacter(in: text) else { return }
      let place = SourcePlace.paragraph(
        file: name, number: number, characters: fault.offset..<(fault.offset + 1))
      let before = String.UnicodeScalarView(text.unicodeScalars.prefix(fault.offset).suffix(12))
      let after = String.UnicodeScalarView(text.unicodeScalars.dropFirst(fault.offset + 1).prefix(12))
      let shown = [before, after].map { String($0).filter { !$0.isNewline } }.joined(separator: "□")
      faults.append(diagnostic(fault, "“\(shown)”", at: place))
    }
    for block in composition.blocks {
      switch block {
      case .paragraph(let paragraph): look(paragraph.lines.joined(separator: "\n"))
      case .table(let table, _):
        for column in table.frame.columns { look(column.heading) }
        for section in table.sections {
          for cell in section.rows.flatMap(\.cells) { look(cell.text) }
          if let remark = section.remark { look(remark) }
        }
      }
    }
    return faults
  }

  private static func diagnostic(_ fault: ForbiddenCharacter, _ text: String, at place: SourcePlace)
    -> Diagnostic
  {
    Diagnostic(
      "word.control-character", .error, at: place, "\(text)里有 Word 文件不允许的控制字符 \(fault.name)",
      suggestions: [.init("请在台账中找到这段文字，删去看不见的字符（多半是从别处粘贴带来的）后再试")])
  }
}
