import ReportModel

/// 表里的先后: of two columns of dates that are steps of one work (审议日期, 印发日期) the later step comes first in a row, and in that row only.
struct StageColumns {
  let draft: Draft

  /// Each cell that lies too early, with the cell it should follow.
  func faults() -> [(place: SourcePlace, other: SourcePlace, message: String)] {
    draft.textTables.flatMap(faults)
  }

  private func faults(_ table: TextTable) -> [(place: SourcePlace, other: SourcePlace, message: String)] {
    let steps = table.heads.indices.flatMap { column in
      WorkStages.named(in: table.heads[column]).map { (column: column, stage: $0) }
    }
    for (index, first) in steps.enumerated() {
      for second in steps[(index + 1)...]
      where second.stage.kind == first.stage.kind && second.column != first.column
        && second.stage.rank != first.stage.rank
      {
        let (early, late) =
          first.stage.rank < second.stage.rank ? (first.column, second.column) : (second.column, first.column)
        let rows = table.body.compactMap { row -> (row: Int, fits: Bool)? in
          guard let one = date(table.text(row, early)), let two = date(table.text(row, late)) else {
            return nil
          }
          return (row, !(two < one))
        }
        let wrong = rows.filter { !$0.fits }
        guard rows.count > 1, wrong.count == 1 else { continue }
        let file = draft.text.source.file
        return wrong.map { row, _ in
          (
            table.place(row, late, in: file), table.place(row, early, in: file),
            "\(table.heads[late])（\(table.text(row, late))）早于\(table.heads[early])（\(table.text(row, early))）"
          )
        }
      }
    }
    return []
  }

  private func date(_ written: String) -> PartialDate? {
    if case .date(let date) = PartialDate.read(written), date.month != nil { return date }
    return nil
  }
}
