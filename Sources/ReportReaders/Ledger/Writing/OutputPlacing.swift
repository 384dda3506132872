import ReportModel

/// 成果的位置: which documents stand under their tasks and which in the list, so that reading them gives the same order.
struct OutputPlacing {
  /// The documents under each task, by the task's path.
  private(set) var inline: [FieldPath: [InstitutionalOutput]] = [:]
  /// The documents of the list.
  private(set) var listed: [InstitutionalOutput] = []

  init(_ report: Report) {
    var paths: [TaskReference: (path: FieldPath, order: Int)] = [:]
    var order = 0
    for (d, domain) in report.domains.enumerated() {
      for (t, task) in domain.tasks.enumerated() {
        let own: TaskReference = task.number.map(TaskReference.number) ?? .name(task.name)
        // Two tasks of one name cannot be told apart: their documents go into the list.
        paths[own] =
          paths[own] == nil ? (FieldPath().field("领域").item(d).field("任务").item(t), order) : (FieldPath(), -1)
        order += 1
      }
    }
    // Reading goes task by task. A document is kept under its one task as long as that leads to the report's order.
    var reached = 0
    for output in report.outputs {
      if listed.isEmpty, output.tasks.count == 1, output.domain == nil, let place = paths[output.tasks[0]],
        place.order >= reached
      {
        reached = place.order
        inline[place.path, default: []].append(output)
      } else {
        listed.append(output)
      }
    }
  }
}
