/// 填报事项: what a form is asked about a task; titles and numbers of documents belong together.
public enum FormTopic: String, Hashable, Sendable, CaseIterable {
  /// 状态.
  case status = "状态"
  /// 进展情况.
  case progress = "进展情况"
  /// 制度性成果 with their 文号.
  case outputs = "制度性成果"
  /// 延期原因.
  case delayReason = "延期原因"
  /// 延至.
  case delayedUntil = "延至"
  /// 备注.
  case remark = "备注"

  /// The form's columns for it.
  public var fields: [FormField] {
    switch self {
    case .status: [.status]
    case .progress: [.progress]
    case .outputs: [.outputs, .numbers]
    case .delayReason: [.delayReason]
    case .delayedUntil: [.delayedUntil]
    case .remark: [.remark]
    }
  }

  /// The texts of its columns as one, for lists and decisions: a document's number stands behind its title.
  public func joined(_ texts: [String]) -> String {
    guard self == .outputs else { return texts.first ?? "" }
    return FormDocument.list(titles: texts.first ?? "", numbers: texts.count > 1 ? texts[1] : "")
      .map(\.text).joined(separator: "\n")
  }

  /// A text of `joined` as two of them are compared; the order of documents makes no difference.
  public func key(_ joined: String) -> String {
    guard self == .outputs else { return fields[0].key(joined) }
    return FormDocument.list(joined).map { DocumentTitle.key($0.title) + "\t" + ($0.number ?? "") }
      .sorted().joined(separator: "\n")
  }
}

/// A document as a form names it.
public struct FormDocument: Hashable, Sendable {
  /// The title without 《》.
  public var title: String
  /// 文号.
  public var number: String?

  /// A document.
  public init(title: String, number: String?) {
    self.title = title
    self.number = number
  }

  /// The document as one line.
  public var text: String { DocumentTitle.quoted(title) + (number.map { " \($0)" } ?? "") }

  /// The documents of the two columns: one title a line, its number on the same line of the other column.
  public static func list(titles: String, numbers: String) -> [FormDocument] {
    let numbers = lines(numbers)
    var documents: [FormDocument] = []
    for line in lines(titles) where !line.isEmpty {
      for title in DocumentTitle.split(withoutOrdinal(line)) {
        let number = documents.count < numbers.count ? numbers[documents.count] : ""
        documents.append(FormDocument(title: title, number: number.isEmpty ? nil : number))
      }
    }
    return documents
  }

  /// The documents of lines as `text` writes them.
  public static func list(_ text: String) -> [FormDocument] {
    lines(text).filter { !$0.isEmpty }.map { line in
      var depth = 0
      for index in line.unicodeScalars.indices {
        if line.unicodeScalars[index] == "《" { depth += 1 }
        if line.unicodeScalars[index] == "》" {
          depth -= 1
          guard depth == 0, line.hasPrefix("《") else { continue }
          let end = line.unicodeScalars.index(after: index)
          let number = line[end...].drop { $0.isWhitespace }
          let title = String(line[..<end].dropFirst().dropLast())
          return FormDocument(title: title, number: number.isEmpty ? nil : String(number))
        }
      }
      return FormDocument(title: line, number: nil)
    }
  }

  private static func lines(_ text: String) -> [String] {
    // Nearly all cells are one line without white space at its ends.
    let scalars = text.unicodeScalars
    if let first = scalars.first, let last = scalars.last, !first.isBlank, !last.isBlank,
      !scalars.contains(where: { $0.isBlank && $0 != " " && $0 != "\u{3000}" })
    {
      return [text]
    }
    return text.split(omittingEmptySubsequences: false) { $0.isNewline }.map { line in
      let start = line.drop { $0.isWhitespace }
      return String(start.reversed().drop { $0.isWhitespace }.reversed())
    }
  }

  /// A line without a number that a clerk put before 《: `1.《…》`.
  private static func withoutOrdinal(_ line: String) -> String {
    let scalars = line.unicodeScalars
    guard let start = scalars.firstIndex(of: "《"), start > scalars.startIndex else { return line }
    let isOrdinal = line[..<start].unicodeScalars.allSatisfy {
      $0.halfWidth.decimalDigit != nil || ".、() ".unicodeScalars.contains($0.halfWidth)
    }
    return isOrdinal ? String(line[start...]) : line
  }
}
