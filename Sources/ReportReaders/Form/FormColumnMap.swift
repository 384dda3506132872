import ReportModel

/// 栏目对应: which column of a form holds what, by the hidden keys or, where these are lost, by the words of the heads.
struct FormColumnMap {
  /// The columns by key.
  private(set) var columns: [String: Int] = [:]
  /// Columns with a head that says nothing known.
  private(set) var unknown: [Int: String] = [:]
  /// Heads that name a key a second time.
  private(set) var doubled: [Int: String] = [:]
  /// The row of the heads.
  let row: Int

  /// What the head of a form's column may be called, beside the ledger's own names for a task's fields.
  private static let words: [String: String] = {
    var words: [String: String] = [:]
    for field in LedgerSchema.fields(of: .task) {
      for name in [field.key] + field.aliases { words[LedgerSchema.normalized(name)] = field.key }
    }
    for name in ["延期至", "新时限"] { words[name] = "延至" }
    for name in ["文件名称", "成果名称", "发文单位", "印发单位", "印发日期", "文号", "发文字号"] {
      words[name] = LedgerSchema.field(named: name, of: .output)?.key
    }
    words["文件名称"] = "文件名称"
    words["成果名称"] = "文件名称"
    words["任务编号"] = "任务编号"
    words["序号"] = "序号"
    for key in [FormKey.mark, FormKey.fingerprint] { words[key] = key }
    return words
  }()

  /// The map that a row of hidden keys gives; nil for any other row.
  init?(keys row: SheetGrid.Row) {
    self.row = row.number
    for (column, cell) in row.cells.sorted(by: { $0.key < $1.key }) {
      guard let key = FormKey.key(cell.text.trimmed) else { continue }
      if columns[key] == nil { columns[key] = column } else { doubled[column] = key }
    }
    guard columns.count >= 2 else { return nil }
  }

  /// The map that a row of heads gives; nil for a row of anything else.
  init?(heads row: SheetGrid.Row) {
    self.row = row.number
    for (column, cell) in row.cells.sorted(by: { $0.key < $1.key }) {
      let text = LedgerSchema.normalized(cell.text)
      if let key = Self.words[text] {
        if columns[key] == nil { columns[key] = column } else { doubled[column] = key }
      } else if !text.isEmpty {
        unknown[column] = cell.text.trimmed
      }
    }
    let named = ["名称", "编号", "任务编号", FormKey.mark].contains { columns[$0] != nil }
    guard named, columns.count >= 3, columns.count > unknown.count else { return nil }
  }

  /// This map with what the row of heads above knows of columns that the keys do not name.
  func adding(_ heads: SheetGrid.Row?) -> FormColumnMap {
    guard let heads else { return self }
    var map = self
    let known = Set(columns.values)
    for (column, cell) in heads.cells where !known.contains(column) && !cell.text.trimmed.isEmpty {
      map.unknown[column] = cell.text.trimmed
    }
    return map
  }

  subscript(key: String) -> Int? { columns[key] }

  /// Whether these are the columns of new documents.
  var isOfOutputs: Bool { columns["文件名称"] != nil && columns[FormField.progress.rawValue] == nil }

  /// Whether these are the columns of a table of conflicts.
  var isOfDecisions: Bool { columns[FormConflict.Key.taken] != nil && columns[FormConflict.Key.offer] != nil }
}
