import ReportModel

/// 领域名称: names of fields that part from the ledger's in one word, in headings and at the head of a table's rows.
struct FieldNames {
  let match: LedgerMatch

  /// Each name that the ledger has with another word, where it stands, and the ledger's field.
  func other() -> [(place: SourcePlace, told: String, domain: Int)] {
    let names = match.ledger.report.domains.map(\.name)
    let known = Set(names)
    var found: [(place: SourcePlace, told: String, domain: Int)] = []
    let draft = match.draft
    for (index, section) in draft.sections.enumerated() where section.role == .domain {
      guard let name = other(in: section.heading, match.domains[index]) else { continue }
      found.append((draft.text.place(name.range), draft.text.string(name.range), name.domain))
    }
    for table in draft.textTables {
      guard let column = table.column(["领域", "改革领域", "专项小组", "条线", "板块"]) else { continue }
      let labels = Set(table.body.map { table.text($0, column) })
      for row in table.body where !known.contains(table.text(row, column)) {
        let label = table.text(row, column)
        let near = names.indices.filter {
          !labels.contains(names[$0]) && Self.partInOneWord(label, names[$0])
        }
        if near.count == 1 {
          found.append((table.place(row, column, in: draft.text.source.file), label, near[0]))
        }
      }
    }
    return found
  }

  /// 深化政务保障改革,办事更便捷: where in a heading the name stands.
  private func other(in heading: Range<Int>, _ domain: Int?) -> (range: Range<Int>, domain: Int)? {
    let names = match.ledger.report.domains.map(\.name)
    let said = match.draft.text.folded(heading)
    guard !names.contains(where: said.contains) else { return nil }
    // 文化体制改革 beside 经济体制改革: a field that has a heading of its own is not meant by another one.
    let headings = match.draft.sections.filter { $0.role == .domain }
      .map { match.draft.text.folded($0.heading) }
    for index in domain.map({ [$0] }) ?? Array(names.indices)
    where !headings.contains(where: { $0.contains(names[index]) }) {
      let length = names[index].utf16.count
      guard heading.count >= length else { continue }
      for start in heading.lowerBound...(heading.upperBound - length) {
        let label = match.draft.text.folded(start..<start + length)
        if Self.partInOneWord(label, names[index]) { return (start..<start + length, index) }
      }
    }
    return nil
  }

  /// 政务保障改革 for 政务服务改革: two characters at one place, neither of them a word that says no more than that it is a field.
  static func partInOneWord(_ told: String, _ own: String) -> Bool {
    let (one, other) = (Mark.word(told), Mark.word(own))
    guard one.count == other.count, one.count >= 6 else { return false }
    let parts = one.indices.filter { one[$0] != other[$0] }
    guard let first = parts.first, let last = parts.last, (1...2).contains(parts.count), last - first <= 1,
      parts.allSatisfy({ Mark.isHan(one[$0]) && Mark.isHan(other[$0]) })
    else { return false }
    // The word of two characters that the place is in.
    let words = [max(first - 1, 0)...last, first...min(last + 1, one.count - 1)] + [first...last]
    return !words.contains { generic.contains(Array(one[$0])) || generic.contains(Array(other[$0])) }
  }

  private static let generic = Set(Mark.words("体制 领域 方面 制度 机制 工作 专项 事业 社会 改革 体系 建设 发展"))
}
