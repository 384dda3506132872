import OfficePackage
import ReportModel

/// Word 文档读取: a .docx file as its blocks.
///
/// Headings and titles go by styles (also by what a style is based on and by outline level), automatic numbers
/// are written out, tracked changes read as accepted, text boxes read once. What was not read is in the notes.
/// - Throws: what the file is instead, or what is wrong with it.
func readWord(_ bytes: [UInt8], file: String) throws(InvalidInput) -> (text: SourceText, notes: [Diagnostic])
{
  do throws(PackageFault) {
    return try readWord(OfficePackage(bytes, limits: WordLimits.package), file: file)
  } catch {
    throw error.invalid(file)
  }
}

/// 上限: how large a Word document may be.
enum WordLimits {
  /// The most text, in bytes: as for text files.
  static let textBytes = TextLimits.bytes
  /// The most paragraphs; a thousand pages have some 30,000.
  static let paragraphs = 1_000_000
  /// Limits of the package; pictures do not count, because they are not unpacked.
  static let package: PackageLimits = {
    var limits = PackageLimits()
    limits.unpackedBytes = 512 << 20
    return limits
  }()
}

private func readWord(_ package: OfficePackage, file: String) throws(PackageFault) -> (
  text: SourceText, notes: [Diagnostic]
) {
  let main = try package.mainPart()
  if let type = try package.contentType(of: main), !type.contains("wordprocessingml"),
    !type.contains("ms-word")
  {
    throw type.contains("spreadsheetml") || type.contains("ms-excel")
      ? PackageFault(.foreign, "这是 Excel 工作簿，不是 Word 文档", remedy: "报告请给 .docx、.md 或 .txt 文件；表格请用 import 导入")
      : PackageFault(.foreign, "这不是 Word 文档", remedy: "请给 .docx、.md 或 .txt 文件")
  }
  func part(_ type: String) throws(PackageFault) -> WordXML? {
    for relationship in try package.relationships(of: main) where relationship.type == type {
      if let part = relationship.part, package.contains(part) { return WordXML(try package.stream(part)) }
    }
    return nil
  }
  var styles = WordStyles()
  if let reader = try part("styles") { styles = try WordStyles(reader) }
  var numbering = WordNumbering()
  if let reader = try part("numbering") { numbering = try WordNumbering(reader) }

  var body = WordBody(styles: styles, numbering: numbering)
  try body.read(WordXML(try package.stream(main)))
  let notes = WordOmission.allCases.compactMap { omission in
    body.omissions[omission].map { omission.note($0, file: file) }
  }
  return (SourceText(file: file, blocks: body.blocks), notes)
}
