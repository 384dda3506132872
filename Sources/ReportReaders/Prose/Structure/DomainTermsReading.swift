public import Foundation
public import ReportModel
import YAMLTree

extension DomainTerms {
  /// Reads a table of fields, as in `Templates/domains.yaml`.
  /// - Throws: `InvalidInput` with every fault found, each with its place.
  public init(file: URL) throws(InvalidInput) {
    let bytes = try readBytes(of: file, limit: 1 << 20, kind: "领域词表")
    try self.init(decodeText(bytes, file: file.relativePath).text, file: file.relativePath)
  }

  /// Reads the text of a table of fields; `file` is the name that places show.
  /// - Throws: `InvalidInput` with every fault found, each with its place.
  public init(_ text: String, file: String) throws(InvalidInput) {
    let root: YAMLNode?
    do throws(YAMLFault) {
      root = try YAMLNode.parse(text)
    } catch {
      throw InvalidInput([Self.fault(file, error.mark, error.message, error.remedy)])
    }
    var faults: [Diagnostic] = []
    var entries: [Entry] = []
    for node in Self.list(root, file, &faults) {
      guard let name = node.value("名称")?.text, !name.isEmpty else {
        faults.append(Self.fault(file, node.start, "这个领域没有写“名称”", "请写成“名称: 经济体制改革”"))
        continue
      }
      var terms: [String] = []
      if let value = node.value("词语"), !value.isNull {
        guard case .sequence(let words) = value.content, words.allSatisfy({ $0.text != nil }) else {
          faults.append(Self.fault(file, value.start, "“词语”应当是一列词", "请写成“词语: [营商环境, 招商]”"))
          continue
        }
        terms = words.compactMap(\.text).filter { !$0.isEmpty }
      }
      entries.append(Entry(name: name, terms: terms))
    }
    guard faults.isEmpty else { throw InvalidInput(faults) }
    self.init(entries)
  }

  private static func list(_ root: YAMLNode?, _ file: String, _ faults: inout [Diagnostic]) -> [YAMLNode] {
    if let value = root?.value("领域"), case .sequence(let nodes) = value.content { return nodes }
    let mark = root?.start ?? YAMLMark(line: 1, column: 1, offset: 0)
    faults.append(fault(file, mark, "领域词表里没有“领域”一列", "请恢复程序自带的 domains.yaml"))
    return []
  }

  private static func fault(_ file: String, _ mark: YAMLMark, _ message: String, _ remedy: String)
    -> Diagnostic
  {
    Diagnostic(
      "template.domains", .error, at: .text(file: file, TextSpan(line: mark.line, column: mark.column)),
      message,
      suggestions: [.init(remedy)])
  }
}

extension YAMLNode {
  /// The value of a key in a map.
  fileprivate func value(_ key: String) -> YAMLNode? {
    guard case .mapping(let entries) = content else { return nil }
    return entries.first { $0.key.text == key }?.value
  }
}
