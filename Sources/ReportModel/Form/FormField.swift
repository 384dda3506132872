/// 填报栏: a field that a lead unit fills in on its form. Practice.
public enum FormField: String, Hashable, Sendable, CaseIterable {
  /// 状态.
  case status = "状态"
  /// 进展情况.
  case progress = "进展情况"
  /// 制度性成果: one title a line.
  case outputs = "制度性成果"
  /// 文号: one a line, beside the titles.
  case numbers = "文号"
  /// 延期原因.
  case delayReason = "延期原因"
  /// 延至.
  case delayedUntil = "延至"
  /// 备注.
  case remark = "备注"

  /// What a form shows for a task with these documents; empty where the ledger says nothing.
  public func text(of task: ReformTask, outputs: [InstitutionalOutput]) -> String {
    switch self {
    case .status: task.status?.wording ?? ""
    case .progress: task.progress ?? ""
    case .outputs: outputs.map { DocumentTitle.quoted($0.title) }.joined(separator: "\n")
    case .numbers:
      outputs.contains { $0.documentNumber != nil }
        ? outputs.map { $0.documentNumber ?? "" }.joined(separator: "\n") : ""
    case .delayReason: task.delay?.reason ?? ""
    case .delayedUntil:
      if case .date(let date)? = task.delay?.until?.meaning {
        date.ledgerText
      } else {
        task.delay?.until?.wording ?? ""
      }
    case .remark: task.remark ?? ""
    }
  }

  /// A text of the field as two of them are compared: line ends, blanks at the ends of lines and the spelling of titles
  /// and dates make no difference.
  public func key(_ text: String) -> String {
    var lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }.map { line in
      let line = Self.trimmed(line)
      switch self {
      case .outputs: return DocumentTitle.key(line)
      case .delayedUntil:
        if case .date(let date) = PartialDate.read(line) { return date.ledgerText }
        return line
      default: return line
      }
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    while self != .numbers, lines.first?.isEmpty == true { lines.removeFirst() }
    return lines.joined(separator: "\n")
  }

  private static func trimmed(_ line: Substring) -> String {
    var view = line.unicodeScalars
    while let last = view.last, last.properties.isWhitespace { view.removeLast() }
    while let first = view.first, first.properties.isWhitespace { view.removeFirst() }
    return String(view)
  }
}
