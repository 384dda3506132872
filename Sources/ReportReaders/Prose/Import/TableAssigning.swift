import ReportModel

/// 归入领域: what prose tells without a field, brought to the fields of a table.
extension TableMatching {
  /// Items that the text tells of without a field go where the table puts them; the field without a name takes that of its first row.
  mutating func assign(from index: Int) {
    let tasks = domains[index].tasks
    let labels = tasks.map { task in
      let key = DocumentTitle.key(task.name)
      return tables.tasks.first { TaskTelling.isSame(DocumentTitle.key($0.task.name), key) }?.domain
    }
    let rows = tables.tasks.compactMap(\.domain)
    guard let first = rows.first, !labels.contains(nil), !rows.contains(where: isField) else { return }
    domains[index].name = first
    domains[index].origin.toVerify.removeAll { $0 == "名称" }
    domains[index].tasks = []
    fields[Self.stem(DomainFilling.unassigned)] = nil
    fields[Self.stem(first)] = index
    for label in rows { _ = newField(label, isGuessed: false) }
    for (task, label) in zip(tasks, labels) {
      let field = label.map { newField($0, isGuessed: false) } ?? index
      var task = task
      task.origin.toVerify.removeAll { $0 == "领域" }
      domains[field].tasks.append(task)
      told[DocumentTitle.key(task.name)] = field
    }
  }
}
