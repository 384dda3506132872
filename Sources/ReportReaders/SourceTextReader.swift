public import Foundation
import OfficePackage
public import ReportModel

/// 文稿读取: any document that may hold a report (Word, Markdown, text) as its blocks.
///
/// What a file is goes by its content, whatever its name says; only Markdown and text are told apart by name, or
/// by Markdown's headings where the name says nothing.
public enum SourceTextReader {
  /// The largest file that is opened; most of such a Word file are pictures.
  static let fileLimit = 256 << 20

  /// Reads a file.
  /// - Returns: the blocks, and notes on what was assumed or not read.
  /// - Throws: what keeps the file from being read, in a clerk's words: missing, a folder, empty, PDF, .doc,
  ///   .xlsx, a picture, encrypted, damaged, too large.
  public static func read(_ file: URL) throws(InvalidInput) -> (text: SourceText, notes: [Diagnostic]) {
    let bytes = try readBytes(of: file, limit: fileLimit, kind: "文稿")
    return try read(bytes, name: file.relativePath)
  }

  /// Reads the bytes of a file, or of standard input; `name` is what messages call it.
  public static func read(_ bytes: [UInt8], name: String) throws(InvalidInput) -> (
    text: SourceText, notes: [Diagnostic]
  ) {
    let signature = FileSignature(of: bytes)
    if signature == .zip { return try readWord(bytes, file: name) }
    if signature != .unknown, let refusal = signature.refusal(of: bytes) { throw refusal.invalid(name) }
    let decoded = try decodeText(bytes, file: name)
    var notes = decoded.notes
    let ending = name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
    if officeEndings.contains(ending) {
      notes.append(
        Diagnostic(
          "text.named-otherwise", .warning, at: .file(name), "扩展名是 .\(ending)，内容却是纯文本，已按文本读取",
          suggestions: [.init("请确认文件没有存错")]))
    }
    guard ending != "txt", markdownEndings.contains(ending) || looksLikeMarkdown(decoded.text) else {
      return (readPlainText(decoded.text, file: name), notes)
    }
    let markdown = readMarkdown(decoded.text, file: name)
    return (markdown.text, notes + markdown.notes)
  }

  private static let markdownEndings: Set = ["md", "markdown", "mdown"]
  private static let officeEndings: Set = ["docx", "doc", "wps", "xlsx", "xls", "et", "pdf"]

  /// Whether one of the first lines is a heading by Markdown's marks.
  private static func looksLikeMarkdown(_ text: String) -> Bool {
    TextLines(String(text.prefix(20_000))).contains { line in
      let marks = line.text.prefix { $0 == "#" }.count
      return (1...6).contains(marks) && line.text.dropFirst(marks).first == " "
    }
  }
}
