import Foundation
import ReportModel

/// 数目与清单: 出台制度性成果8件,清单见表3 against the rows of the table that lists them. Reported with the lists.
struct TableListRule: RelationRule {
  let page: FigurePage

  func propose(_ book: inout RelationBook) {
    let tables = page.draft.textTables
    attached(tables, &book)
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

  // MARK: 制度性成果9项,目录见附件2

  /// What an attachment lists that stands below the text, as a table or line by line.
  private func attached(_ tables: [TextTable], _ book: inout RelationBook) {
    for (figure, claim) in page.draft.claims.enumerated()
    where page.isThing(figure) && claim.change == nil && !page.cues.has(.parts, in: page.before(figure)) {
      let behind = page.range(figure).upperBound..<page.sentence(of: figure).range.upperBound
      guard let place = page.places(of: Self.attachment, in: behind).first,
        place - behind.lowerBound <= 16, place + 2 < behind.upperBound,
        let number = Mark.isDigit(page.units[place + 2])
          ? Int(page.units[place + 2]) - 0x30 : Mark.number(page.units[place + 2]),
        case let words = page.words(behind.lowerBound..<place), words.containsAny(Self.lists),
        words.units.count(where: Mark.isListMark) <= 1,
        !page.cues.has([.done, .delayed, .open, .outcome], in: page.lead(figure)),
        let stated = page.smallCount(figure, upTo: 100), stated > 2,
        let rows = entries(of: number, behind: figure, tables), rows > 1
      else { continue }
      book.compare(
        stated, with: [rows], at: page.range(figure), figure: figure,
        otherwise: abs(rows - stated) <= 2 ? .broken : .undecided, told: "附件中列出", message: "写的数目与附件列出的项数不符")
    }
  }

  /// How many things stand below the line 附件2, up to the next one.
  private func entries(of number: Int, behind figure: Int, _ tables: [TextTable]) -> Int? {
    let paragraphs = page.draft.paragraphs
    guard
      let first = paragraphs.indices.first(where: {
        paragraphs[$0].range.lowerBound > page.range(figure).upperBound
          && Self.heading(page.units[paragraphs[$0].range]) == number
      })
    else { return nil }
    let last =
      paragraphs.indices.first { $0 > first && Self.heading(page.units[paragraphs[$0].range]) != nil }
      ?? paragraphs.endIndex
    func line(_ index: Int) -> Int? { page.draft.text.place(paragraphs[index].range).number }
    guard let start = line(first) else { return nil }
    let stop = last < paragraphs.endIndex ? line(last) ?? Int.max : Int.max
    let inside = tables.filter { $0.block.number > start && $0.block.number < stop }
    if let table = inside.first {
      guard inside.count == 1, listsThings(table) else { return nil }
      return table.body.count { !Self.sums.contains(table.text($0, 0)) }
    }
    // 1.《…》 2.《…》: numbered from one on, without a gap.
    var count = 0
    for paragraph in paragraphs[first + 1..<last] {
      let digits = page.units[paragraph.range].prefix(while: Mark.isDigit)
      guard (1...2).contains(digits.count), digits.endIndex < paragraph.range.upperBound,
        Self.points.contains(page.units[digits.endIndex])
      else { continue }
      guard digits.number == count + 1 else { return nil }
      count += 1
    }
    return count > 1 ? count : nil
  }

  /// The number of 附件2 at the head of a line of its own.
  private static func heading(_ units: ArraySlice<UInt16>) -> Int? {
    let rest = units.drop { $0 == 0x23 || $0 == 0x20 }
    guard rest.starts(with: attachment), let unit = rest.dropFirst(2).first else { return nil }
    let number = Mark.isDigit(unit) ? Int(unit) - 0x30 : Mark.number(unit)
    let behind = rest.dropFirst(3).first
    return behind == nil || behind == Mark.colon || behind == 0x20 || behind == 0x3000 ? number : nil
  }

  private static let attachment = Mark.word("附件")
  private static let lists = ["目录", "清单", "名单", "名录", "一览", "明细"]
  private static let points = UnitSet(".\u{3001}")

  /// Right behind the count: 8件,清单见表3.
  private func isPointing(_ figure: Int) -> Bool {
    let behind = page.after(figure)
    return behind.count <= 16
      && (page.words(behind).containsAny(Self.pointing)
        || page.siblings(of: figure).contains(figure + 1)
          && page.words(behind).hasAnySuffix(Self.pointing))
  }

  private func table(behind figure: Int, _ tables: [TextTable]) -> TextTable? {
    // 列表如下: only the table right below.
    let isBelow = page.words(page.after(figure)).containsAny(Self.below)
    return page.draft.text.place(page.range(figure)).number.flatMap { line in
      tables.first { $0.block.number > line && (!isBelow || $0.block.number <= line + 4) }
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

  private static let pointing = ["见表", "详见表", "如表", "见下表", "如下表", "见附表"] + below
  private static let below = ["列表如下", "清单如下", "目录如下", "名单如下", "明细如下", "详列如下", "列于下表", "具体如下", "分列如下"]
  private static let back = ["以上", "上述", "以上共", "上表", "上表所列"]
  private static let names = ["名称", "任务", "事项", "文件", "成果", "项目"]
  private static let sums: Set<String> = ["合计", "总计", "小计"]
}
