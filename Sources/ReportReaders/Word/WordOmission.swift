import ReportModel

/// 未读内容: what a Word file holds beside its running text and what the reader says of it.
enum WordOmission: Hashable, CaseIterable {
  case footnote, header, picture, embedded, imported, formula, hiddenText, contents, nestedTable, openField

  /// The omission that an element stands for, if it does.
  init?(_ name: WordName) {
    switch name {
    case .footnoteReference, .endnoteReference: self = .footnote
    case .headerReference, .footerReference: self = .header
    case .drawing, .picture: self = .picture
    case .embedded: self = .embedded
    case .imported: self = .imported
    case .formula: self = .formula
    default: return nil
    }
  }

  /// What a clerk is told.
  func note(_ count: Int, file: String) -> Diagnostic {
    let message =
      switch self {
      case .footnote: "脚注、尾注 \(count) 处，注文没有读"
      case .header: "页眉、页脚没有读"
      case .picture: "图片、图形 \(count) 个，其中的文字只读文本框里的"
      case .embedded: "嵌入的对象（表格、图表等）\(count) 个，内容没有读"
      case .imported: "插入的外部文档 \(count) 个，内容没有读"
      case .formula: "公式 \(count) 个，没有读"
      case .hiddenText: "隐藏文字 \(count) 处，没有读"
      case .contents: "目录 \(count) 行与正文重复，没有读"
      case .nestedTable: "嵌套在单元格里的表格 \(count) 个，按行并入所在的单元格"
      case .openField: "有没有结束的域，其后的文字可能不全"
      }
    let severity: Severity = self == .openField || self == .imported ? .warning : .note
    return Diagnostic("word.not-read", severity, at: .file(file), message)
  }
}
