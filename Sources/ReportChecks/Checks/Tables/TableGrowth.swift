import ReportModel

/// 全部增长: what is told of all rows of a table (7项指标全部实现增长), where one of them has fallen.
struct TableGrowth {
  private let table: FigureTable
  private let page: FigurePage

  init(_ table: FigureTable, _ page: FigurePage) {
    self.table = table
    self.page = page
  }

  /// The words that say so, with the cell of the first row that has fallen.
  func fallen(in sentence: Range<Int>, _ items: [Int]) -> TableTelling.Miss? {
    guard let word = Self.growing.first(where: { page.contains($0, in: sentence) }),
      let place = page.places(of: word, in: sentence).first, !page.has(Mark.except, in: sentence)
    else { return nil }
    let columns = table.heads.indices.filter { table.heads[$0].containsAny(Self.changes) }
    guard columns.count == 1,
      let row = items.first(where: { row in
        let text = table.text(row, columns[0])
        return Self.falls.contains { text.hasPrefix($0) }
          && text.unicodeScalars.contains { ("1"..."9").contains($0) }
      })
    else { return nil }
    let name = table.label(row).isEmpty ? table.text(row, 0) : table.label(row)
    return .init(
      place: place..<place + word.count, message: "表中“\(name)”是“\(table.text(row, columns[0]))”",
      cells: [.init(row: row, column: columns[0])])
  }

  private static let growing = Mark.words(
    "全部实现增长 全部实现正增长 全部增长 全部正增长 均实现增长 均实现正增长 均为正增长 全面实现增长 均有增长 都有增长 全线增长 全部实现同比增长")
  private static let changes = ["增减", "增速", "同比", "增幅", "变化", "比上年", "较上年", "增长"]
  private static let falls = ["-", "−", "－", "下降", "减少", "回落", "↓"]
}
