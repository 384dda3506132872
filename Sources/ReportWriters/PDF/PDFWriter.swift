public import Foundation
public import ReportModel

/// PDF: the Word file as LibreOffice prints it. Made only when asked for, because it needs a program that is not ours.
public struct PDFWriter: ReportWriter {
  /// `pdf`.
  public let format = "pdf"
  /// How long LibreOffice may take for one report, in seconds.
  private static let patience = 180

  /// A writer of PDF files.
  public init() {}

  /// Writes the report as a PDF file.
  /// - Throws: what the Word writer throws; `OutputFailure` where LibreOffice is missing, fails or takes too long.
  public func write(_ document: ReportDocument, to file: URL) throws {
    let name = file.deletingPathExtension().lastPathComponent
    guard let office = ["soffice", "libreoffice"].lazy.compactMap(ExternalProgram.find).first else {
      throw OutputFailure(
        file: "PDF", "本机没有安装 LibreOffice，不能生成 PDF",
        remedy:
          "请安装 LibreOffice（例如 apt install libreoffice-writer），或用 --format docx 生成 Word 文件后在 WPS 中另存为 PDF")
    }
    let bytes = try WordWriter().bytes(of: document)
    let folder = FileManager.default.temporaryDirectory.appending(path: "reform-report-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw OutputFailure(file: folder.path, "临时文件夹建不了", remedy: "请检查临时目录的权限和磁盘空间")
    }
    let source = folder.appending(path: "report.docx")
    try OutputFailure.write(bytes, to: source)
    // A profile of its own: LibreOffice does nothing while another one, perhaps the clerk's, uses the same.
    let outcome = ExternalProgram.run(
      office,
      [
        "-env:UserInstallation=\(folder.appending(path: "profile").absoluteString)", "--headless",
        "--norestore", "--convert-to", "pdf:writer_pdf_Export", "--outdir", folder.path, source.path,
      ], seconds: Self.patience)
    let result = folder.appending(path: "report.pdf")
    guard outcome != .outOfTime else {
      throw OutputFailure(
        file: name, "LibreOffice 用了 \(Self.patience) 秒还没有转完，已停止",
        remedy: "请先用 --format docx 生成 Word 文件，再手工另存为 PDF")
    }
    guard let data = try? Data(contentsOf: result), data.starts(with: Array("%PDF-".utf8)) else {
      throw OutputFailure(
        file: name, "LibreOffice 没有转出 PDF", remedy: "请确认装有 LibreOffice Writer；或先用 --format docx 生成 Word 文件")
    }
    try OutputFailure.write(data, to: file)
  }

  /// The faces that LibreOffice put in the place of those the document names.
  public func notes(on files: [URL], templates: Templates) -> [Diagnostic] {
    let faces = FontProfile.Face.allCases
    guard let installed = InstalledFonts() else { return [] }
    let replaced = faces.filter { !installed.contains(anyOf: [templates.fonts.name($0)]) }
    guard !replaced.isEmpty, let file = files.first else { return [] }
    let names = replaced.map { "\($0.rawValue)（\(templates.fonts.name($0))）" }.joined(separator: "、")
    let used = Self.fonts(in: file)
    let instead = used.isEmpty ? "" : "；PDF 里实际用的是：" + used.joined(separator: "、")
    return [
      Diagnostic(
        "pdf.fonts", .warning, at: .file("PDF"), "LibreOffice 换掉了本机没有的字体：\(names)\(instead)",
        explanation: "换字体后换行和页数会变，这样的 PDF 只供预览，不能据此定稿、定页数",
        suggestions: [.init("请装上这些字体后再生成，或在装有字体的电脑上由 Word 文件另存")])
    ]
  }

  /// The faces in a PDF, by poppler's `pdffonts`; none where it is not installed.
  private static func fonts(in file: URL) -> [String] {
    guard let program = ExternalProgram.find("pdffonts"),
      case .ended(0, let output) = ExternalProgram.run(program, [file.path], seconds: 30)
    else { return [] }
    // Two lines of heading, then a face a line; a subset bears six letters and a plus sign before its name.
    let names = output.split(separator: "\n").dropFirst(2).compactMap { line -> String? in
      guard let name = line.split(separator: " ").first else { return nil }
      return String(name.split(separator: "+", maxSplits: 1).last ?? name)
    }
    return names.enumerated().filter { !names[..<$0.offset].contains($0.element) }.map(\.element)
  }
}
