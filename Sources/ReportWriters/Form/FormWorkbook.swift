import ReportModel
import Spreadsheet

/// 一个单位的填报表: the tasks, a sheet for new documents, and the hidden choices.
struct FormWorkbook {
  private let form: FormPackage.Form
  private let report: Report
  private let columns: [FormColumn]
  private let links: TaskLinks

  init(_ form: FormPackage.Form, _ report: Report, _ layout: AttachmentLayout) {
    self.form = form
    self.report = report
    columns = FormColumn.tasks(layout)
    links = TaskLinks(report)
  }

  static let choicesName = "字典"
  /// The rows for new documents.
  private static let outputRows = 40

  func write(to file: String) throws {
    try WorkbookFailure.translated(file) {
      try Workbook.write(to: file, properties: properties) { workbook in
        let tasks = try FormSheet("填报", columns: columns, in: workbook)
        let outputs = try FormSheet("新增成果", columns: FormColumn.outputs, in: workbook)
        let choices = try FormChoices(ids: taskIDs, in: workbook)
        try writeTasks(tasks, choices)
        try writeOutputs(outputs, choices)
      }
    }
  }

  private var title: String { "\(report.place.short)\(report.year)年改革任务填报表" }

  private var properties: DocumentProperties {
    DocumentProperties(
      title: title, subject: form.unitName, author: report.reportingUnit ?? "",
      company: report.place.fullName,
      created: AttachmentWorkbook.seconds(report.issueDate, year: report.year))
  }

  private func task(_ place: (domain: Int, index: Int)) -> ReformTask {
    report.domains[place.domain].tasks[place.index]
  }

  private var taskIDs: [String] { form.tasks.map { task($0).number ?? task($0).name } }

  private func writeTasks(_ sheet: FormSheet, _ choices: FormChoices) throws {
    try sheet.writeHead([
      title, "填报单位\u{FF1A}\(form.unitName)      共\(form.tasks.count)项任务",
      "只填白色的格；其余各格已锁定。不要删除隐藏的行和列，填好后按原文件名交回。",
    ])
    for (number, place) in form.tasks.enumerated() {
      let task = task(place)
      let outputs = links.outputs(of: task)
      let known = [
        "序号": String(number + 1), "编号": task.number ?? "", "领域": report.domains[place.domain].name,
        "名称": task.name, "责任单位": task.supportingUnits.joined(separator: "、"),
        "完成时限": task.deadline?.chinese ?? "",
      ]
      let texts = columns.map { column in
        column.field?.text(of: task, outputs: outputs) ?? known[column.key] ?? ""
      }
      let reference: TaskReference = task.number.map(TaskReference.number) ?? .name(task.name)
      try sheet.writeRow(
        number, texts, mark: FormMark(.task(reference), in: report),
        fingerprint: Fingerprint(of: task, outputs: outputs))
    }
    try sheet.finish(rows: form.tasks.count, freezeColumns: 4) { column in
      switch column.field {
      case .status: .choice(choices.statuses)
      case .delayedUntil: .date(FormSheet.days(report.year))
      case nil: nil
      default: .textLength(10_000)
      }
    }
  }

  private func writeOutputs(_ sheet: FormSheet, _ choices: FormChoices) throws {
    try sheet.writeHead([
      "新增制度性成果", "填报单位\u{FF1A}\(form.unitName)", "“填报”表里没有列出的文件，一行一份写在这里；没有就不填。",
    ])
    for number in 0..<Self.outputRows {
      try sheet.writeRow(
        number, FormColumn.outputs.map { _ in "" }, mark: FormMark(.newOutput, in: report), fingerprint: nil)
    }
    try sheet.finish(rows: Self.outputRows, freezeColumns: 0) { column in
      switch column.key {
      case "任务编号": .choice(choices.ids)
      case "印发日期": .date(FormSheet.days(report.year))
      default: .textLength(1_000)
      }
    }
  }
}

/// 字典: the hidden sheet of what may be chosen.
struct FormChoices {
  let statuses: CellRange
  let ids: CellRange

  init(ids: [String], in workbook: Workbook) throws {
    let name = FormWorkbook.choicesName
    let sheet = try workbook.addSheet(name)
    let plain = workbook.prepare(CellStyle().with { $0.numberFormat = "@" })
    let statuses = TaskStatus.Kind.allCases.map(\.rawValue)
    for (column, texts) in [["状态"] + statuses, ["任务编号"] + ids].enumerated() {
      for (row, text) in texts.enumerated() { try sheet.write(text, row: row, column: column, style: plain) }
    }
    self.statuses = CellRange(sheet: name, rows: 1...statuses.count, columns: 0...0)
    self.ids = CellRange(sheet: name, rows: 1...max(1, ids.count), columns: 1...1)
    sheet.protect()
    sheet.hide()
  }
}
