import ReportModel

/// 据表说完成与否: what the prose around a table says of the tasks in it, against its column of states.
struct TableStatesCheck: DraftCheck {
  let about = CheckDescription(
    "structure.table-states", .error, "正文说的完成与否与表格的状态栏不符",
    rationale: "表格前后几段写到表中某项任务“仍在推进”“已完成”，或者写“N项均已办结”而N就是表中的项数时，与状态栏对照。",
    source: "实务",
    triggering: [
      .draft("| 项目 | 进度 |\n|---|---|\n| 零碳园区 | 已完成 |\n| 森林碳汇 | 推进中 |\n\n除[[零碳园区]]仍在推进外，其余均已完成。"),
      .draft("| 任务 | 状态 |\n|---|---|\n| 慢病长处方 | 已完成 |\n| 送药下乡 | 未启动 |\n| 名医工作室 | 已完成 |\n\n[[3项]]任务均已办结。"),
    ],
    silent: [
      .draft("| 项目 | 进度 |\n|---|---|\n| 零碳园区 | 已完成 |\n| 森林碳汇 | 推进中 |\n\n除森林碳汇仍在推进外，其余均已完成。"),
      .draft("| 任务 | 状态 |\n|---|---|\n| 慢病长处方 | 已完成 |\n| 送药下乡 | 推进中 |\n\n送药下乡方案已完成，2项任务的经费均已到位。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let page = input.page else { return }
    let text = page.draft.text
    for block in page.draft.tables {
      guard let table = TextTable(text.source.blocks[block]), let state = table.stateColumn,
        let name = table.nameColumn,
        let labels = TableLabels(
          table.block, table.body, page, name: { FigureTable.core(table.text($0, name)) })
      else { continue }
      for index in labels.sentences {
        let range = page.draft.sentences[index].range
        for (hit, said) in told(labels.hits(in: range), range, page) {
          guard let written = TaskState(table.text(hit.row, state)), written != said else { continue }
          result.report(
            text.place(hit.range), "表中“\(text.string(hit.range))”是“\(table.text(hit.row, state))”",
            "请核对正文和表格的状态栏",
            related: [.init(table.place(hit.row, state, in: text.source.file), "表中写在这里")])
        }
        guard let figure = all(table.body.count, index, page),
          let row = table.body.first(where: { TaskState(table.text($0, state)) == .open })
        else { continue }
        result.report(
          text.place(page.range(figure)),
          "正文说\(text.string(page.range(figure)))都完成了，表中“\(table.text(row, name))”是“\(table.text(row, state))”",
          "请核对正文和表格的状态栏",
          related: [.init(table.place(row, state, in: text.source.file), "表中写在这里")])
      }
    }
  }

  /// 零碳园区仍在推进; 零碳园区、森林碳汇已完成: right behind the name, or behind the last of some names.
  private func told(_ hits: [TableLabels.Hit], _ range: Range<Int>, _ page: FigurePage)
    -> [(TableLabels.Hit, TaskState)]
  {
    hits.enumerated().compactMap { place, hit in
      var last = hit
      for next in hits.dropFirst(place + 1) {
        guard page.units[last.range.upperBound..<next.range.lowerBound].allSatisfy(Mark.listJoints.contains)
        else { break }
        last = next
      }
      let words = page.words(last.range.upperBound..<range.upperBound)
      if words.hasAnyPrefix(Self.open) { return (hit, .open) }
      guard let done = Self.done.first(where: words.hasPrefix),
        case let end = last.range.upperBound + done.utf16.count,
        end >= range.upperBound || Mark.clauseEnds.contains(page.units[end])
      else { return nil }
      return (hit, .done)
    }
  }

  /// 3项任务均已办结, where the table holds three.
  private func all(_ count: Int, _ sentence: Int, _ page: FigurePage) -> Int? {
    let range = page.draft.sentences[sentence].range
    guard !page.has(Mark.except, in: range) else { return nil }
    return page.draft.sentences[sentence].quantities.first { figure in
      let words = page.words(page.after(figure))
      return page.isExact(figure) && page.value(figure) == .init(count) && page.isThing(figure)
        && Self.nouns.contains { noun in Self.finished.contains { words.hasPrefix(noun + $0) } }
    }
  }

  private static let open = Mark.texts("仍在推进 正在推进 尚在推进 还在推进 仍在进行 尚未完成 仍未完成 未完成 尚未启动 未启动 延期")
  private static let done = ["已完成", "已全部完成", "均已完成", "全部完成", "已办结", "均已办结", "按期完成", "如期完成", "已经完成"]
  private static let nouns = ["", "任务", "改革任务", "事项", "工作", "改革"]
  private static let finished = ["均已完成", "均已办结", "全部完成", "已全部完成", "全部办结", "均完成", "均已落实", "均按期完成", "已全部办结"]
}
