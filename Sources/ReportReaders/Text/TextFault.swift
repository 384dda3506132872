import ReportModel

/// 文本读取失败: why bytes are not text, in the words of a clerk.
enum TextFault {
  case tooLarge
  case binary
  /// Bytes that the encoding does not know, with their line where it is known.
  case damaged(String, line: Int?)
  /// The system has no converter for GB18030.
  case noConverter

  /// The fault as the one diagnostic of an invalid input.
  func invalid(_ file: String) -> InvalidInput {
    switch self {
    case .tooLarge:
      InvalidInput([
        error(
          "text.too-large", .file(file), "文件超过 \(TextLimits.bytes >> 20) MB，不像是一份报告", "请确认选对了文件；确是报告的，请拆成几份")
      ])
    case .binary:
      InvalidInput([
        error(
          "text.binary", .file(file), "文件内容不是文字（可能是图片、压缩包，或没有标记的 UTF-16 文本）",
          "请确认选对了文件；是文本的，请用编辑器另存为 UTF-8 编码")
      ])
    case .damaged(let encoding, let line):
      InvalidInput([
        error(
          "text.damaged",
          line.map { .text(file: file, TextSpan(line: $0, column: 1)) } ?? .file(file),
          "这里有不符合 \(encoding) 编码的内容，文件可能损坏、被截断，或混用了两种编码", "请用编辑器打开核对这一行，另存为 UTF-8 编码后重试")
      ])
    case .noConverter:
      InvalidInput([
        error(
          "text.no-converter", .file(file), "文件不是 UTF-8 编码，而这台机器缺少 GB18030 转换组件",
          "请用编辑器另存为 UTF-8 编码，或请管理员安装 libc 的 gconv 组件")
      ])
    }
  }

  /// Something assumed while reading that the user should know.
  static func note(_ rule: String, _ message: String, _ file: String) -> Diagnostic {
    Diagnostic(rule, .note, at: .file(file), message)
  }

  private func error(_ rule: String, _ place: SourcePlace, _ message: String, _ remedy: String) -> Diagnostic
  {
    Diagnostic(rule, .error, at: place, message, suggestions: [.init(remedy)])
  }
}
