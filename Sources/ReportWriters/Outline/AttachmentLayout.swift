public import Foundation
public import ReportModel
import YAMLTree

/// 附件栏目: which columns the attachment tables have, as a clerk set them in `Templates/attachments.yaml`.
public struct AttachmentLayout: Sendable {
  /// One table's title and columns.
  struct Table<Item>: Sendable {
    /// 标题.
    var title: String
    /// The columns.
    var columns: [AttachmentTable.Column]
    /// What each column holds.
    var fields: [AttachmentField<Item>]
  }

  /// 附件1.
  var outputs: Table<OutputItem>
  /// 附件2.
  var completion: Table<TaskItem>

  /// A line of A4 landscape holds some 140 half-width characters; tables up to twice that are printed smaller.
  static let widestTable = 280
  /// Excel's widest column is 255; less than 3 holds no character.
  static let widths = 3...120

  /// Reads a columns file.
  /// - Throws: `InvalidInput` with every fault found, each with its line, column and remedy.
  public init(file: URL) throws(InvalidInput) {
    try self.init(templateText(file), file: file.relativePath)
  }

  /// Reads the text of a columns file; `file` is the name that places show.
  /// - Throws: `InvalidInput` with every fault found, each with its line, column and remedy.
  public init(_ text: String, file: String) throws(InvalidInput) {
    var reading = LayoutReading(file: file)
    let root: YAMLNode?
    do throws(YAMLFault) {
      root = try YAMLNode.parse(text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text)
    } catch {
      throw InvalidInput([reading.diagnostic("yaml", error.mark, error.message, error.remedy)])
    }
    guard let root else {
      throw InvalidInput([
        Diagnostic(
          "template.empty", .error, at: .file(file), "文件里没有内容",
          suggestions: [.init("请恢复程序自带的 attachments.yaml")])
      ])
    }
    let tables = reading.map(root, known: ["附件1", "附件2"], required: ["附件1", "附件2"])
    let outputs = reading.table(tables["附件1"], OutputItem.fields, counted: "文件名称")
    let completion = reading.table(tables["附件2"], TaskItem.fields, counted: "完成情况")
    guard reading.faults.isEmpty, let outputs, let completion else { throw InvalidInput(reading.faults) }
    self.outputs = outputs
    self.completion = completion
  }
}

/// One reading of a columns file, collecting its faults.
private struct LayoutReading {
  let file: String
  var faults: [Diagnostic] = []

  init(file: String) { self.file = file }

  func diagnostic(_ rule: String, _ mark: YAMLMark, _ message: String, _ remedy: String) -> Diagnostic {
    Diagnostic(
      "template.\(rule)", .error, at: .text(file: file, TextSpan(line: mark.line, column: mark.column)),
      message,
      suggestions: [.init(remedy)])
  }

  mutating func fault(_ rule: String, _ node: YAMLNode, _ message: String, _ remedy: String) {
    faults.append(diagnostic(rule, node.start, message, remedy))
  }

  /// The values of a map whose keys are all known and stand once.
  mutating func map(_ node: YAMLNode, known: [String], required: [String]) -> [String: YAMLNode] {
    guard case .mapping(let entries) = node.content else {
      fault("type", node, "这里应是“栏目: 值”的形式", "可用的栏目：" + known.joined(separator: "、"))
      return [:]
    }
    var values: [String: YAMLNode] = [:]
    for entry in entries {
      let key = entry.key.text ?? ""
      if !known.contains(key) {
        unknown("key", entry.key, "栏目名", key, known)
      } else if values.updateValue(entry.value, forKey: key) != nil {
        fault("duplicate-key", entry.key, "“\(key)”写了两次", "请删去其中一处")
      }
    }
    for key in required where values[key] == nil {
      fault("missing-key", node, "缺少“\(key)”", "请补上这一栏，写法见文件开头的说明")
    }
    return values
  }

  mutating func unknown(_ rule: String, _ node: YAMLNode, _ what: String, _ name: String, _ known: [String]) {
    let all = "可用的有：" + known.joined(separator: "、")
    let near = nearestName(to: name, among: known)
    var diagnostic = diagnostic(
      "unknown-\(rule)", node.start, "不认识的\(what)“\(name)”", near.map { "是否指“\($0)”？\(all)" } ?? all)
    diagnostic.suggestions[0].replacement = near
    faults.append(diagnostic)
  }

  mutating func table<Item>(_ node: YAMLNode?, _ fields: [AttachmentField<Item>], counted: String)
    -> AttachmentLayout.Table<Item>?
  {
    guard let node else { return nil }
    let values = map(node, known: ["标题", "栏目"], required: ["标题", "栏目"])
    guard let title = values["标题"].flatMap({ text($0, "标题") }), let list = values["栏目"] else { return nil }
    guard case .sequence(let nodes) = list.content, !nodes.isEmpty else {
      fault("type", list, "“栏目”下应逐行列出各栏，每行以“- ”开头", "写法见文件开头的说明")
      return nil
    }
    let columns = nodes.compactMap { column($0, fields) }
    guard columns.count == nodes.count else { return nil }
    // Totals are counted in this column, so the table cannot do without it.
    if !columns.contains(where: { $0.field.name == counted }) {
      fault("missing-field", list, "缺少内容为“\(counted)”的栏目，小计和合计要从这一栏统计", "请补上这一栏")
    }
    for (index, column) in columns.enumerated()
    where columns[..<index].contains(where: { $0.field.name == column.field.name }) {
      fault("duplicate-field", nodes[index], "内容“\(column.field.name)”已有一栏", "请删去其中一栏")
    }
    let width = columns.reduce(0) { $0 + $1.column.width }
    if width > AttachmentLayout.widestTable {
      fault(
        "too-wide", list, "各栏宽度合计\(width)，A4横向印不清楚（最多\(AttachmentLayout.widestTable)）", "请减小栏宽或减少栏目，合计140左右为宜"
      )
    }
    return AttachmentLayout.Table(title: title, columns: columns.map(\.column), fields: columns.map(\.field))
  }

  private mutating func column<Item>(_ node: YAMLNode, _ fields: [AttachmentField<Item>])
    -> (column: AttachmentTable.Column, field: AttachmentField<Item>)?
  {
    let values = map(node, known: ["表头", "内容", "宽", "对齐"], required: ["内容", "宽"])
    guard let name = values["内容"].flatMap({ text($0, "内容") }), let widthNode = values["宽"] else { return nil }
    let field = fields.first { $0.name == name }
    if field == nil, let node = values["内容"] { unknown("field", node, "内容", name, fields.map(\.name)) }
    let width = widthNode.text.flatMap(Int.init)
    if width.map(AttachmentLayout.widths.contains) != true {
      let range = "\(AttachmentLayout.widths.lowerBound)到\(AttachmentLayout.widths.upperBound)"
      fault("width", widthNode, "“宽”应是\(range)之间的整数", "宽度按半角字符计，一个汉字为2，例如 14")
    }
    var alignment = AttachmentTable.Alignment.left
    if let node = values["对齐"] {
      if let known = node.text.flatMap(AttachmentTable.Alignment.init) {
        alignment = known
      } else {
        unknown(
          "alignment", node, "对齐方式", node.text ?? "", AttachmentTable.Alignment.allCases.map(\.rawValue))
      }
    }
    let heading = values["表头"].map { text($0, "表头") } ?? name
    guard let field, let width, let heading else { return nil }
    return (.init(heading: heading, width: width, alignment: alignment), field)
  }

  private mutating func text(_ node: YAMLNode, _ what: String) -> String? {
    guard let text = node.text, !node.isNull else {
      fault("type", node, "“\(what)”应是一段文字", "请在冒号后写上文字")
      return nil
    }
    return text
  }
}
