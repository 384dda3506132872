import ReportModel

/// 上年延期事项的表: what a table says to have been last year's deadline of an item against last year's report.
struct CarriedTables {
  let draft: Draft
  let last: LastYear

  typealias Fault = (place: SourcePlace, name: String, told: String, right: PartialDate)

  var faults: [Fault] {
    guard !last.delayedUntil.isEmpty else { return [] }
    var faults: [Fault] = []
    for table in draft.tables.compactMap({ TextTable(draft.text.source.blocks[$0]) }) {
      guard let date = table.heads.firstIndex(where: isLastDeadline), let name = table.nameColumn,
        name != date
      else { continue }
      for row in table.body {
        let words = NameLikeness(table.text(row, name))
        guard case let told = table.text(row, date), let day = LastYear.date(told), let month = day.month,
          let item = last.delayed.first(where: { words.likeness(NameLikeness($0)) >= 90 }),
          let right = last.delayedUntil[item], let own = right.month, (day.year, month) != (right.year, own)
        else { continue }
        faults.append((table.place(row, date, in: draft.text.source.file), item, told, right))
      }
    }
    return faults
  }

  /// 上年确定的时限, 原定时限, 上年延至.
  private func isLastDeadline(_ head: String) -> Bool {
    Self.times.contains { head.contains($0) } && Self.before.contains { head.contains($0) }
  }

  private static let before = ["上年", "去年", "原定", "原延", "原确定", "原时限"]
  private static let times = ["时限", "期限", "延至", "延期至", "完成时间", "延到"]
}
