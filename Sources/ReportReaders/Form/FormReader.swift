import Foundation
import ReportModel

/// 填报表读入: finds the rows of forms in a workbook, wherever they were moved, sorted or pasted to.
///
/// A row is known by its hidden mark, not by its place; without a mark by 编号 and 名称. A column is known by its hidden key,
/// without one by the words of its head. What looks like an answer and cannot be placed is an error with its cell.
struct FormReader {
  private let report: Report
  private let file: String
  private let tasks: [TaskReference: LedgerChange.TaskPlace]
  private let place: String
  private(set) var content = FormContent()

  init(_ report: Report, file: String) {
    self.report = report
    self.file = file
    place = FormMark.placeKey(report.place)
    var tasks: [TaskReference: LedgerChange.TaskPlace] = [:]
    for (d, domain) in report.domains.enumerated() {
      for (t, task) in domain.tasks.enumerated() {
        let position = LedgerChange.TaskPlace(domain: d, index: t)
        if let number = task.number { tasks[.number(number)] = position }
        // A name that two tasks bear names neither.
        tasks[.name(task.name)] = tasks[.name(task.name)] == nil ? position : .init(domain: -1, index: -1)
      }
    }
    self.tasks = tasks.filter { $0.value.domain >= 0 }
  }

  /// Reads a filled form, or a table of conflicts.
  /// - Throws: `InvalidInput` for what is no sound workbook, or one in which nothing looks like a form.
  static func read(_ bytes: [UInt8], file: String, for report: Report) throws(InvalidInput) -> FormContent {
    let workbook = try SheetGrid.sheets(of: bytes, file: file)
    var reader = FormReader(report, file: file)
    reader.content.diagnostics = workbook.notes
    var found = false
    for sheet in workbook.sheets { found = reader.read(sheet) || found }
    guard found else {
      throw InvalidInput([
        Diagnostic(
          "form.not-a-form", .error, at: .file(file), "里面没有填报表：既没有标识，也没有“编号”“改革任务”这样的表头",
          suggestions: [.init("请交回由 form export 发出的表；若是别的表格，用 import 读入")])
      ])
    }
    return reader.content
  }

  private mutating func say(
    _ rule: String, _ severity: Severity, at place: SourcePlace, _ message: String, _ remedy: String
  ) {
    content.diagnostics.append(
      Diagnostic("form.\(rule)", severity, at: place, message, suggestions: [.init(remedy)]))
  }

  /// Reads a sheet; whether a form was found in it.
  private mutating func read(_ sheet: SheetGrid) -> Bool {
    var map: FormColumnMap?
    var previous: SheetGrid.Row?
    var found = false
    var hidden = 0
    for row in sheet.rows {
      defer { previous = row }
      if let keys = FormColumnMap(keys: row) {
        map = keys.adding(previous.flatMap { $0.number == row.number - 1 ? $0 : nil })
        found = true
        check(map, in: sheet)
        continue
      }
      if let heads = FormColumnMap(heads: row), isFurtherHead(row, heads, map) {
        map = heads
        found = true
        // The keys may stand in the next row; they say what is missing better.
        if !sheet.rows.contains(where: { $0.number == row.number + 1 && FormColumnMap(keys: $0) != nil }) {
          check(map, in: sheet)
        }
        continue
      }
      guard let map else {
        if row.cells.values.contains(where: { FormMark($0.text.trimmed) != nil }) {
          found = true
          let column = row.cells.first { FormMark($0.value.text.trimmed) != nil }?.key ?? 1
          say("no-head", .error, at: sheet.place(row.number, column), "有填报的行，上面却没有表头，不知道各格是什么", "请连表头一起交回")
        }
        continue
      }
      if row.isHidden { hidden += 1 }
      if map.isOfDecisions {
        content.isDecisionTable = true
        decision(row, map, sheet)
      } else if map.isOfOutputs {
        newOutput(row, map, sheet)
      } else {
        answer(row, map, sheet)
      }
    }
    if found, hidden > 0 {
      say("hidden-rows", .note, at: .file("\(file)!\(sheet.name)"), "有\(hidden)个隐藏的行，也一并读了", "如不应计入，请删去")
    }
    if !found, !sheet.isHidden, !sheet.rows.isEmpty {
      say("sheet-unread", .warning, at: .file("\(file)!\(sheet.name)"), "这张工作表不是填报表，没有读", "如有要报的内容，请填到填报表里")
    }
    return found
  }

  /// Whether a row of known words is a head and no answer that happens to say 编号, 名称 and the like.
  private func isFurtherHead(_ row: SheetGrid.Row, _ heads: FormColumnMap, _ map: FormColumnMap?) -> Bool {
    guard let map, let mark = map[FormKey.mark] else { return true }
    return FormMark(row.text(mark)) == nil
  }

  /// What is wrong with the columns: missing ones, unknown ones.
  private mutating func check(_ map: FormColumnMap?, in sheet: SheetGrid) {
    guard let map, !map.isOfOutputs, !map.isOfDecisions else { return }
    let missing = FormField.allCases.map(\.rawValue).filter { map[$0] == nil }
    let filled = map.unknown.filter { column, _ in
      sheet.rows.contains { $0.number > map.row && !$0.text(column).isEmpty }
    }
    for (column, head) in filled.sorted(by: { $0.key < $1.key }) {
      // A column that nobody knows may be the missing one under another name.
      say(
        "unknown-column", missing.isEmpty ? .warning : .error, at: sheet.place(map.row, column),
        missing.isEmpty
          ? "不认识的栏目“\(head)”，其中的内容没有并入" : "不认识的栏目“\(head)”，而表里又缺“\(missing.joined(separator: "”“"))”",
        missing.isEmpty ? "如有要报的内容，请移到备注一栏" : "请把表头改回原来的名称")
    }
    if filled.isEmpty, !missing.isEmpty {
      say(
        "missing-column", .warning, at: sheet.place(map.row, 1),
        "缺“\(missing.joined(separator: "”“"))”栏，这些栏按没有填报处理",
        "如果是误删，请恢复后重新交回")
    }
  }

  // MARK: - Rows

  /// The task that a row is about, by its mark or by what it shows.
  private mutating func task(
    of row: SheetGrid.Row, _ map: FormColumnMap, _ sheet: SheetGrid, hasAnswer: Bool
  ) -> LedgerChange.TaskPlace? {
    let number = map["编号"].map(row.text) ?? ""
    let name = map["名称"].map(row.text) ?? ""
    let shownColumn = map["编号"] ?? map["名称"] ?? 1
    let shown: LedgerChange.TaskPlace? =
      (number.isEmpty ? nil : tasks[.number(number)]) ?? (name.isEmpty ? nil : tasks[.name(name)])
    guard let markColumn = map[FormKey.mark], let mark = FormMark(row.text(markColumn)) else {
      if let shown { return shown }
      let isBlank = number.isEmpty && name.isEmpty
      let place = sheet.place(row.number, shownColumn)
      if hasAnswer {
        say(
          "unknown-row", .error, at: place,
          isBlank ? "这一行有填报内容，但没有任务编号和名称" : "这一行不是台账中的任务（\(isBlank ? "" : number + name)）",
          "请填到所属任务的那一行；要新增任务，请先在台账中加上")
      } else if !isBlank {
        say("unknown-row", .warning, at: place, "这一行不是台账中的任务，没有读", "如是说明文字，不必处理")
      }
      return nil
    }
    let markPlace = sheet.place(row.number, shownColumn)
    guard mark.year == report.year else {
      say(
        "other-year", .error, at: markPlace, "这是\(mark.year)年的填报表，台账是\(report.year)年的", "请换成\(report.year)年的表"
      )
      return nil
    }
    guard mark.place == place else {
      say("other-place", .error, at: markPlace, "这是别的地区的填报表", "请换成\(report.place.fullName)的表")
      return nil
    }
    guard case .task(let reference) = mark.subject, let marked = tasks[reference] else {
      if !hasAnswer { return nil }
      say("gone", .error, at: markPlace, "台账里已经没有这项任务（\(number)\(name)）", "请核对台账；如编号改过，请重新发表")
      return nil
    }
    let task = report.domains[marked.domain].tasks[marked.index]
    let agrees =
      !number.isEmpty && number == task.number
      || !name.isEmpty && DocumentTitle.key(name) == DocumentTitle.key(task.name)
      || number.isEmpty && name.isEmpty
    guard agrees else {
      say(
        "mark-mismatch", .error, at: markPlace,
        "这一行显示的是“\([number, name].filter { !$0.isEmpty }.joined(separator: " "))”，隐藏的标识却是“\(task.name)”，可能只排序或移动了一部分列",
        "请让这一行的内容与任务对上后重新交回")
      return nil
    }
    return marked
  }

  private mutating func answer(_ row: SheetGrid.Row, _ map: FormColumnMap, _ sheet: SheetGrid) {
    let fields = FormField.allCases.filter { map[$0.rawValue] != nil }
    let hasAnswer = fields.contains { field in !row.text(map[field.rawValue] ?? 0).isEmpty }
    guard let task = task(of: row, map, sheet, hasAnswer: hasAnswer) else { return }
    var answer = FormAnswer(task: task, fingerprint: nil, values: [:])
    answer.fingerprint = map[FormKey.fingerprint].flatMap { Fingerprint(row.text($0)) }
    for field in fields {
      let column = map[field.rawValue] ?? 0
      var value = value(row, column, sheet, of: field)
      for (other, key) in map.doubled where key == field.rawValue && !row.text(other).isEmpty {
        if field.key(row.text(other)) != field.key(value.text) {
          value.fault = "“\(key)”有两栏，填的不一样"
        }
      }
      answer.values[field] = value
    }
    content.answers.append(answer)
  }

  /// A cell's content as the field's text.
  private mutating func value(
    _ row: SheetGrid.Row, _ column: Int, _ sheet: SheetGrid, of field: FormField
  ) -> FormAnswer.Value {
    let place = sheet.place(row.number, column)
    guard let cell = row.cells[column] else {
      let merge = sheet.mergeAbove(row.number, column)
      return .init(text: "", place: place, fault: merge == nil ? nil : "单元格与上一行合并了，不知道内容属于哪项任务")
    }
    let text = field == .numbers ? FormText.lineFeeds(cell.text) : FormText.clean(cell.text)
    var value = FormAnswer.Value(text: text, place: place, fault: nil)
    switch cell.kind {
    case .error: value.fault = "单元格是错误值 \(cell.text)"
    case .uncalculated: value.fault = "单元格是没有算出结果的公式"
    case .number where field == .delayedUntil:
      value.text = FormText.date(serialOrYear: cell.text) ?? value.text
    default: break
    }
    if cell.isFormula, value.fault == nil {
      say("formula", .note, at: place, "这里是公式，取的是它的结果“\(value.text)”", "请改成文字，以免日后变化")
    }
    if value.fault == nil, !value.text.isEmpty { value.fault = FormText.fault(value.text, in: field) }
    return value
  }

  private mutating func newOutput(_ row: SheetGrid.Row, _ map: FormColumnMap, _ sheet: SheetGrid) {
    func text(_ key: String) -> String { map[key].map { FormText.clean(row.text($0)) } ?? "" }
    let titleText = text("文件名称")
    let keys = ["任务编号", "文号", "发文单位", "印发日期"]
    guard !titleText.isEmpty else {
      if let key = keys.first(where: { !text($0).isEmpty }), let column = map[key] {
        say("output-title", .error, at: sheet.place(row.number, column), "这一行没有写文件名称", "请补上文件名称，或清空这一行")
      }
      return
    }
    let place = sheet.place(row.number, map["文件名称"] ?? 1)
    if let mark = map[FormKey.mark].flatMap({ FormMark(row.text($0)) }) {
      guard mark.year == report.year, mark.place == self.place else {
        say("other-place", .error, at: place, "这是别的年度或地区的填报表", "请换成\(report.place.fullName)\(report.year)年的表")
        return
      }
    }
    let id = text("任务编号").isEmpty ? text("编号") : text("任务编号")
    guard let task = tasks[.number(id)] ?? tasks[.name(id)] else {
      let column = map["任务编号"] ?? map["编号"] ?? 1
      say(
        "output-task", .error, at: sheet.place(row.number, column),
        id.isEmpty ? "没有写《\(titleText)》属于哪项任务" : "没有编号为“\(id)”的任务", "请从下拉列表中选任务编号")
      return
    }
    let dateText = text("印发日期")
    var date: PartialDate?
    if !dateText.isEmpty {
      guard case .date(let read) = PartialDate.read(FormText.date(serialOrYear: dateText) ?? dateText) else {
        say(
          "output-date", .error, at: sheet.place(row.number, map["印发日期"] ?? 1), "“\(dateText)”不是日期",
          "请写成 2021-05-20")
        return
      }
      date = read
    }
    for title in DocumentTitle.split(titleText) {
      var output = InstitutionalOutput(title: title)
      output.documentNumber = text("文号").isEmpty ? nil : text("文号")
      output.issuer = text("发文单位").isEmpty ? nil : text("发文单位")
      output.issueDate = date
      content.newOutputs.append(FormNewOutput(task: task, output: output, place: place))
    }
  }

  private mutating func decision(_ row: SheetGrid.Row, _ map: FormColumnMap, _ sheet: SheetGrid) {
    func text(_ key: String) -> String { map[key].map { FormText.clean(row.cells[$0]?.text ?? "") } ?? "" }
    let taken = text(FormConflict.Key.taken)
    let instead = text(FormConflict.Key.instead)
    guard !taken.isEmpty || !instead.isEmpty else { return }
    let place = sheet.place(row.number, map[FormConflict.Key.taken] ?? 1)
    guard let mark = FormMark(text(FormKey.mark)),
      let topic = FormTopic(rawValue: text(FormConflict.Key.topic)),
      mark.year == report.year, mark.place == self.place
    else {
      return say("decision", .error, at: place, "这一行的决定认不出属于哪项任务", "请在程序写出的待定表里决定，不要删改隐藏的列")
    }
    guard ["是", "√", "1", "y", "Y", "采用"].contains(taken) || !instead.isEmpty else {
      if !["否", "不", "×", "x", "0", "n", "N"].contains(taken) {
        say("decision", .error, at: place, "“采用”一栏写的是“\(taken)”", "请写“是”或留空")
      }
      return
    }
    var chosen = instead
    if instead.isEmpty {
      chosen = text(FormConflict.Key.text)
      if chosen == FormConflict.blank { chosen = "" }
      guard Fingerprint.hash(topic.key(chosen)) == text(FormConflict.Key.offer) else {
        return say("decision", .error, at: place, "“内容”一栏被改过，与写出时不一样", "要改成别的内容，请写在“另填”一栏")
      }
    }
    content.decisions.append(
      FormDecision(
        mark: mark, topic: topic, text: chosen, ledger: text(FormConflict.Key.ledger), place: place))
  }
}
