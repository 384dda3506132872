import Foundation
import ReportModel

/// 本机字体: the names of all font families on this machine, in every language that the fonts give.
struct InstalledFonts {
  private let families: Set<String>

  /// Asks fontconfig; nil where it is not installed.
  init?() {
    guard let program = ExternalProgram.find("fc-list"),
      case .ended(0, let output) = ExternalProgram.run(program, [":", "family"], seconds: 20)
    else { return nil }
    self.init(list: output)
  }

  /// The families of a list by `fc-list : family`: lines of names parted by commas, with `\` before marks.
  init(list: String) {
    var families: Set<String> = []
    for name in list.split(whereSeparator: { $0 == "\n" || $0 == "," }) {
      families.insert(Self.key(String(name).replacing("\\", with: "")))
    }
    self.families = families
  }

  /// Whether one of the names is there; case and blanks do not count, as for fontconfig.
  func contains(anyOf names: [String]) -> Bool { names.contains { families.contains(Self.key($0)) } }

  private static func key(_ name: String) -> String { name.lowercased().filter { $0 != " " } }
}

extension FontProfile {
  /// The faces that this machine has under none of their names, and what that means for a file that was made here.
  func missingNote(_ installed: InstalledFonts) -> Diagnostic? {
    let missing = Face.allCases.filter { $0 != .latin && !installed.contains(anyOf: names[$0] ?? []) }
    guard !missing.isEmpty else { return nil }
    let list = missing.map { "\($0.rawValue)（\(name($0))）" }.joined(separator: "、")
    return Diagnostic(
      "word.fonts", .warning, at: .file("本机字体"), "本机没有公文要用的字体：\(list)",
      explanation: "Word 文件里写的是这些字体的名字，内容和版式设置不受影响；但在本机打开时会换成别的字体，看到的样子、换行和页数都不能作准",
      suggestions: [
        .init("请在装有这些字体的电脑上核对页数后再印发；字体另有名字的，请写进 Templates/fonts.yaml")
      ])
  }
}
