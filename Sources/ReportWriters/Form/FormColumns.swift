import ReportModel

/// 填报表栏目: the columns of a unit's form, in order.
struct FormColumn: Sendable {
  /// The key by which a column is known again, also when its heading was changed.
  var key: String
  /// 表头.
  var heading: String
  /// 宽, in half-width characters.
  var width: Int
  /// The field to fill in; nil for what a unit only reads.
  var field: FormField?
  /// What to fill in, said at the column's head.
  var help: String

  /// The columns of the tasks, as wide as the attachment's columns for the same things.
  static func tasks(_ layout: AttachmentLayout) -> [FormColumn] {
    func width(_ names: [String], _ standard: Int) -> Int {
      let index = layout.completion.fields.firstIndex { names.contains($0.name) }
      return index.map { layout.completion.columns[$0].width } ?? standard
    }
    return [
      FormColumn(key: "序号", heading: "序号", width: width(["序号"], 6), help: "不用填写。"),
      FormColumn(key: "编号", heading: "编号", width: 11, help: "任务在台账中的编号，不能改。"),
      FormColumn(key: "领域", heading: "领域", width: width(["领域"], 9), help: "不用填写。"),
      FormColumn(
        key: "名称", heading: "改革任务", width: width(["改革任务"], 28), help: "不用填写；名称有误请告知改革办。"),
      FormColumn(key: "责任单位", heading: "责任单位", width: width(["责任单位"], 17), help: "不用填写。"),
      FormColumn(key: "完成时限", heading: "完成时限", width: width(["完成时限"], 11), help: "不用填写。"),
      .open(.status, width(["完成情况"], 10), "从下拉列表中选一个：已完成、推进中、未启动、延期、终止。"),
      .open(.progress, width(["进展情况", "进展及延期说明"], 36), "写做了什么、取得什么成效；换行用 Alt+Enter。"),
      .open(
        .outputs, width(["制度性成果"], 26), "由这项任务产生的文件，一行一份，写全称。文件的文号写在右边一栏，次序相同。也可写在“新增成果”表。"),
      .open(.numbers, 16, "左边文件的文号，一行一个，次序与左边相同；没有文号的空一行。"),
      .open(.delayReason, 20, "状态为“延期”时必填：为什么不能按时完成。"),
      .open(.delayedUntil, 12, "延期到哪一天，例如 2022-06-30；只知道月份时先输入一个英文单引号再写 2022-06。"),
      .open(.remark, width(["备注"], 10), "其他需要说明的。"),
    ]
  }

  /// The columns of new documents.
  static let outputs: [FormColumn] = [
    FormColumn(key: "任务编号", heading: "任务编号", width: 16, help: "从下拉列表中选这份文件所属的任务。"),
    FormColumn(key: "文件名称", heading: "文件名称", width: 60, help: "文件的全称，写不写书名号都可以。"),
    FormColumn(key: "文号", heading: "文号", width: 22, help: "例如 某政办〔2021〕5号；没有文号的空着。"),
    FormColumn(key: "发文单位", heading: "发文单位", width: 22, help: "印发的机关。"),
    FormColumn(key: "印发日期", heading: "印发日期", width: 14, help: "例如 2021-05-20。"),
  ]

  private static func open(_ field: FormField, _ width: Int, _ help: String) -> FormColumn {
    FormColumn(key: field.rawValue, heading: field.rawValue, width: width, field: field, help: help)
  }
}
