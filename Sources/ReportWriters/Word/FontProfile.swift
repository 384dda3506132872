public import Foundation
public import ReportModel
import YAMLTree

/// 公文字体: which faces a document names, and under which names a machine may have them.
public struct FontProfile: Hashable, Sendable {
  /// 字体: the faces of an official document (GB/T 9704-2012, 5.2.2, 7.3.1, 7.3.3, 7.5).
  public enum Face: String, Hashable, Sendable, CaseIterable {
    /// 小标宋, of titles.
    case title = "小标宋"
    /// 仿宋, of the body.
    case body = "仿宋"
    /// 黑体, of first-level headings and heads of tables.
    case heading = "黑体"
    /// 楷体, of second-level headings and the line under the title.
    case script = "楷体"
    /// 宋体, of page numbers.
    case song = "宋体"
    /// 西文: of digits and letters, which the standard leaves open.
    case latin = "西文"
  }

  /// The names of each face; the first one is written into documents.
  public private(set) var names: [Face: [String]]

  /// The names that every Windows has, where no file says otherwise.
  public static let standard = FontProfile(
    names: [
      .title: ["方正小标宋简体"], .body: ["仿宋"], .heading: ["黑体"], .script: ["楷体"], .song: ["宋体"],
      .latin: ["Times New Roman"],
    ])

  private init(names: [Face: [String]]) { self.names = names }

  /// The name that documents bear.
  func name(_ face: Face) -> String { names[face]?.first ?? face.rawValue }

  /// Reads a profile, such as `Templates/fonts.yaml`.
  /// - Throws: `InvalidInput` with every fault found, each with its line, column and remedy.
  public init(file: URL) throws(InvalidInput) {
    try self.init(templateText(file), file: file.relativePath)
  }

  /// Reads the text of a profile; `file` is the name that places show. Faces that are not in it keep their names.
  /// - Throws: `InvalidInput` with every fault found, each with its line, column and remedy.
  public init(_ text: String, file: String) throws(InvalidInput) {
    var faults: [Diagnostic] = []
    func fault(_ rule: String, _ mark: YAMLMark, _ message: String, _ remedy: String) {
      let place = SourcePlace.text(file: file, TextSpan(line: mark.line, column: mark.column))
      faults.append(
        Diagnostic("template.\(rule)", .error, at: place, message, suggestions: [.init(remedy)]))
    }
    var names = Self.standard.names
    let known = Face.allCases.map(\.rawValue)
    do throws(YAMLFault) {
      let root = try YAMLNode.parse(text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text)
      guard case .mapping(let entries) = root?.content else {
        throw YAMLFault(
          at: root?.start ?? YAMLMark(line: 1, column: 1, offset: 0), "这里应是“字体: [名字, 名字]”的形式",
          remedy: "可用的字体：" + known.joined(separator: "、"))
      }
      var seen: Set<Face> = []
      for entry in entries {
        let key = entry.key.text ?? ""
        guard let face = Face(rawValue: key) else {
          let near = nearestName(to: key, among: known).map { "是否指“\($0)”？" } ?? ""
          fault(
            "unknown-key", entry.key.start, "不认识的字体“\(key)”", near + "可用的有：" + known.joined(separator: "、"))
          continue
        }
        if !seen.insert(face).inserted { fault("duplicate-key", entry.key.start, "“\(key)”写了两次", "请删去其中一处") }
        let list: [YAMLNode] =
          if case .sequence(let nodes) = entry.value.content { nodes } else { [entry.value] }
        let texts = list.compactMap(\.text).filter { !$0.isEmpty && ForbiddenFontName.isFine($0) }
        guard texts.count == list.count, !texts.isEmpty else {
          fault("type", entry.value.start, "“\(key)”应是一个或几个字体名字", "写法如：仿宋: [仿宋, 仿宋_GB2312]")
          continue
        }
        names[face] = texts
      }
    } catch {
      fault("yaml", error.mark, error.message, error.remedy)
    }
    guard faults.isEmpty else { throw InvalidInput(faults) }
    self.names = names
  }
}

/// What no font is called: Word's own limit is 31 characters, and marks would end the name.
private enum ForbiddenFontName {
  static func isFine(_ name: String) -> Bool {
    name.count <= 63
      && !name.unicodeScalars.contains { $0.value < 0x20 || ",;\"<>".unicodeScalars.contains($0) }
  }
}
