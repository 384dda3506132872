import ReportModel

/// 写出前的提示: what a clerk should know about the figures before the report goes out.
enum BuildNotes {
  /// Notes on a report that was read from `file`.
  static func notes(_ result: SourcedReport, file: String) -> [Diagnostic] {
    let report = result.report
    let tally = Tally(of: report)
    var notes: [Diagnostic] = []
    func note(_ rule: String, _ severity: Severity, _ path: FieldPath, _ message: String, _ remedy: String) {
      notes.append(
        Diagnostic(
          "build.\(rule)", severity, at: result.places[path] ?? .file(file), message,
          suggestions: [.init(remedy)]))
    }
    if report.completionBasis == nil, tally.rate(.allTasks) != nil {
      note("basis", .note, FieldPath(), "没有写完成率口径，按全部任务计算", "请加一栏“完成率口径”：全部，或扣除延期")
    }
    let counts: [(String, Tally.Count)] = [
      ("任务数", tally.tasks), ("完成数", tally.completed), ("延期数", tally.delayed), ("制度性成果数", tally.outputs),
    ]
    for (name, count) in counts {
      guard let stated = count.value, let difference = count.difference, count.listed > 0 else { continue }
      note(
        "stated", difference < 0 ? .warning : .note, FieldPath().field(name),
        "\(name)写的是\(stated),列出的有\(count.listed)项", difference < 0 ? "列出的比写的多，请核对" : "差数在报告和附件表中都会写明")
    }
    for (d, domain) in report.domains.enumerated() {
      for (t, task) in domain.tasks.enumerated() {
        let path = FieldPath().field("领域").item(d).field("任务").item(t).field("状态")
        guard let status = task.status else { continue }
        if status.kind == nil {
          note(
            "status", .warning, path, "不认识的状态“\(status.wording)”，“\(task.name)”不计入完成、延期等任何一类",
            "请改为：已完成、推进中、未启动、延期、终止")
        } else if status.wording == "基本完成" {
          note("status", .note, path, "“\(task.name)”的状态是“基本完成”，按推进中计，不算完成", "如已完成，请改为“已完成”")
        }
      }
    }
    let missing = report.tasks.filter { $0.isDelayed && $0.delay?.reason == nil }.map(\.name)
    if !missing.isEmpty {
      note("reason", .warning, FieldPath(), "延期任务没有写原因：\(missing.joined(separator: "、"))", "请在任务的“延期”下补上“原因”")
    }
    return notes
  }
}
