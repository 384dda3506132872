import ReportModel

/// 文本中的表: tables that were copied into a text file, a line for each row: cells parted by tabs, by bars, or by blanks under a
/// head whose words name columns.
struct TextTables {
  private let lines: [TextLine]

  init(_ lines: TextLines) { self.lines = Array(lines) }

  /// Whether a text is worth looking through: most hold neither tabs nor bars nor a column of numbers.
  static func mayHold(_ text: String) -> Bool {
    var text = text
    // The whole text passes here: its bytes are looked at, not its characters.
    return text.withUTF8 { bytes in
      if bytes.contains(UInt8(ascii: "|")) { return true }
      var index = bytes.nextControl(from: 0, or: 0xB7)
      while index < bytes.count {
        if bytes[index] == UInt8(ascii: "\t") { return true }
        // 序号 and a blank behind it.
        if bytes[index] == 0xB7, index >= 5, index + 1 < bytes.count,
          bytes[index - 5..<index].elementsEqual([0xE5, 0xBA, 0x8F, 0xE5, 0x8F]),
          bytes[index + 1] == UInt8(ascii: " ") || bytes[index + 1] == 0xE3
        {
          return true
        }
        index = bytes.nextControl(from: index + 1, or: 0xB7)
      }
      return false
    }
  }

  /// The lines as blocks, those of a table as one block.
  func blocks() -> [SourceBlock] {
    var blocks: [SourceBlock] = []
    var index = 0
    while index < lines.count {
      let (rows, count) = table(at: index)
      if rows.count > 1 {
        blocks.append(block(rows))
        index += count
      } else {
        if let block = lines[index].block() { blocks.append(block) }
        index += 1
      }
    }
    return blocks
  }

  /// The rows of the table that begins at a line, and over how many lines it goes; none where it begins none.
  private func table(at first: Int) -> (rows: [[TextLine]], lines: Int) {
    for mark in [Mark.tab, .bar, .blank] {
      let head = cells(lines[first], mark)
      guard head.count >= mark.leastCells,
        mark != .blank || head.count(where: Self.namesColumn) + 1 >= head.count
      else { continue }
      var (rows, count) = ([head], 1)
      while first + count < lines.count {
        var row = cells(lines[first + count], mark)
        if row.isEmpty, mark == .tab, let group = group(at: first + count, width: head.count) { row = group }
        // A row of sums may lack cells at its end.
        guard row.count == head.count || mark == .tab && (2..<head.count).contains(row.count) else { break }
        count += 1
        // |---|---|
        if mark != .bar || !row.allSatisfy(Self.isRule) { rows.append(row) }
      }
      // 首页 | 新闻 | 公告 over two lines is no table.
      let isTable = mark != .bar || rows.count > 2 && rows.dropFirst().joined().contains(where: Self.isNumber)
      if rows.count > 1, isTable { return (rows, count) }
    }
    return ([], 0)
  }

  /// 管理体制改革(4项), alone in a line between two rows: the name of the rows below it.
  private func group(at index: Int, width: Int) -> [TextLine]? {
    let line = lines[index].trimmed
    guard (2...24).contains(line.text.count), index + 1 < lines.count,
      cells(lines[index + 1], .tab).count == width,
      !line.text.unicodeScalars.contains(where: { "。；;，,：:".unicodeScalars.contains($0) })
    else { return nil }
    return [line] + Array(repeating: line.dropping(line.text.count), count: width - 1)
  }

  private enum Mark {
    case tab, bar, blank

    var leastCells: Int { self == .blank ? 4 : 3 }

    func parts(_ scalar: Unicode.Scalar) -> Bool {
      switch self {
      case .tab: scalar == "\t"
      case .bar: scalar == "|" || scalar == "｜"
      case .blank: scalar == " " || scalar == "\u{3000}"
      }
    }
  }

  private static func isRule(_ cell: TextLine) -> Bool {
    !cell.text.isEmpty && cell.text.unicodeScalars.allSatisfy { $0 == "-" || $0 == ":" }
  }

  private static func isNumber(_ cell: TextLine) -> Bool {
    cell.text.unicodeScalars.first.map { $0 == "+" || $0 == "-" || ("0"..."9").contains($0) } ?? false
  }

  private func cells(_ line: TextLine, _ mark: Mark) -> [TextLine] {
    guard line.text.unicodeScalars.contains(where: mark.parts) else { return [] }
    let line = mark == .tab ? line : line.trimmed
    var cells: [TextLine] = []
    var start = 0
    for part in line.text.unicodeScalars.split(
      omittingEmptySubsequences: false, whereSeparator: mark.parts)
    {
      let cell = TextLine(text: Substring(part), number: line.number, offset: line.offset + start)
      if mark != .blank || !part.isEmpty { cells.append(cell.trimmed) }
      start += part.count + 1
    }
    // | 指标 | 2025年 |: outer bars part nothing.
    if mark == .bar, cells.first?.text.isEmpty == true, cells.last?.text.isEmpty == true {
      cells = Array(cells.dropFirst().dropLast())
    }
    return cells
  }

  private static func namesColumn(_ cell: TextLine) -> Bool {
    let words = LedgerSchema.normalized(String(cell.text))
    return TableWords.taskField(words) != nil || TableWords.outputField(words) != nil
  }

  private func block(_ rows: [[TextLine]]) -> SourceBlock {
    let width = rows[0].count
    let filled = rows.map { row in
      row + Array(repeating: row[0].dropping(row[0].text.count), count: max(0, width - row.count))
    }
    return SourceBlock(
      .table(filled.map { $0.map { String($0.text) } }), text: "", number: rows[0][0].number,
      cellPieces: filled.map { $0.map { [.init(number: $0.number, offset: $0.offset)] } })
  }
}
