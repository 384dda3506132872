import ReportModel

/// 成果的位置: which documents stand under their tasks and which in the list, so that reading them gives the same order.
///
/// Reading goes task by task. Documents are kept under their one task as long as that leads to the report's order; all that follow the
/// first that cannot be are listed.
struct OutputPlacing {
  private let outputs: [InstitutionalOutput]
  /// The task of each document that stands under one, counted through all domains.
  private var tasks: [Int32] = []
  /// The first document whose task has not been asked for.
  private var next = 0

  /// The documents of the list.
  var listed: ArraySlice<InstitutionalOutput> { outputs[tasks.count...] }

  /// - Parameter references: how documents name each task, through all domains.
  init(_ outputs: [InstitutionalOutput], references: some Sequence<TaskReference>) {
    self.outputs = outputs
    guard !outputs.isEmpty else { return }
    var orders: [TaskReference: Int32] = [:]
    for (order, reference) in references.enumerated() {
      // Two tasks of one name cannot be told apart: their documents go into the list.
      orders[reference] = orders[reference] == nil ? Int32(order) : -1
    }
    for output in outputs {
      guard output.tasks.count == 1, output.domain == nil, let order = orders[output.tasks[0]],
        order >= tasks.last ?? 0
      else { break }
      tasks.append(order)
    }
  }

  /// The documents under a task; tasks are asked for in their order.
  mutating func take(for task: Int) -> ArraySlice<InstitutionalOutput> {
    let from = next
    while next < tasks.count, tasks[next] == task { next += 1 }
    return outputs[from..<next]
  }
}
