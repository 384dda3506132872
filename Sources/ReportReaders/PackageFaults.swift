import OfficePackage
import ReportModel

extension PackageFault {
  /// The fault of an Office file as the one diagnostic of an invalid input.
  func invalid(_ file: String) -> InvalidInput {
    let inside = part.map { part in line.map { "文件内部 \(part) 第 \($0) 行" } ?? "文件内部 \(part)" }
    return InvalidInput([
      Diagnostic(
        "package.\(kind.rawValue)", .error, at: .file(file), message, explanation: inside,
        suggestions: [.init(remedy)])
    ])
  }
}
