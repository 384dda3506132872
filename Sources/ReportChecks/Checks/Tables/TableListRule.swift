import Foundation
import ReportModel

/// 数目与清单: 出台制度性成果8件,清单见表3 against the rows of the table that lists them. Reported with the lists.
struct TableListRule: RelationRule {
  let page: FigurePage

  func propose(_ book: inout RelationBook) {
    let tables = page.draft.textTables
    guard !tables.isEmpty else { return }
    for (last, claim) in page.draft.claims.enumerated()
    where page.isThing(last) && claim.change == nil {
      let isPointing = isPointing(last)
      // 6个,其中省级2个、市级3个,见表4: the table lists all of them.
      let figure = isPointing ? page.listWhole(endingAt: last)?.whole ?? last : last
      guard let stated = page.smallCount(figure, upTo: 1000), stated > 2,
        figure != last || !page.cues.has(.parts, in: page.before(figure)),
        let table = isPointing ? table(behind: figure, tables) : table(before: figure, tables),
        listsThings(table)
      else { continue }
      let rows = table.body.count { !Self.sums.contains(table.text($0, 0)) }
      book.compare(
        stated, with: [rows], at: page.range(figure), figure: figure,
        otherwise: abs(rows - stated) <= 2 ? .broken : .undecided, told: "表中列出", message: "写的数目与表中列出的项数不符")
    }
  }

  /// Right behind the count: 8件,清单见表3.
  private func isPointing(_ figure: Int) -> Bool {
    let behind = page.after(figure)
    return behind.count <= 16
      && (page.words(behind).containsAny(Self.pointing)
        || page.siblings(of: figure).contains(figure + 1)
          && page.words(behind).hasAnySuffix(Self.pointing))
  }

  private func table(behind figure: Int, _ tables: [TextTable]) -> TextTable? {
    page.draft.text.place(page.range(figure)).number.flatMap { line in
      tables.first { $0.block.number > line }
    }
  }

  /// 以上4份文件 in the first paragraph below a table.
  private func table(before figure: Int, _ tables: [TextTable]) -> TextTable? {
    guard page.words(page.lead(figure)).hasAnySuffix(Self.back),
      let line = page.draft.text.place(page.range(figure)).number,
      let table = tables.last(where: { $0.block.number < line }),
      line - (table.block.cellPieces.last?.last?.last?.number ?? table.block.number) <= 2
    else { return nil }
    return table
  }

  /// Whether a table has a name in each row, and no figures to add up.
  private func listsThings(_ table: TextTable) -> Bool {
    guard let name = table.column(Self.names), table.body.count > 2 else { return false }
    return table.body.allSatisfy { !table.text($0, name).isEmpty }
      && !table.heads.indices.contains { column in
        table.heads[column] != "序号"
          && table.body.allSatisfy { table.text($0, column).utf16.allSatisfy(Mark.isDigit) }
      }
  }

  private static let pointing = ["见表", "详见表", "如表", "见下表", "如下表", "见附表"]
  private static let back = ["以上", "上述", "以上共", "上表", "上表所列"]
  private static let names = ["名称", "任务", "事项", "文件", "成果", "项目"]
  private static let sums: Set<String> = ["合计", "总计", "小计"]
}
