import ReportModel

/// 文本中的表: tables that were copied into a text file, a line for each row: cells parted by tabs, or by blanks under a head
/// whose words name columns.
struct TextTables {
  private let lines: [TextLine]

  init(_ lines: TextLines) { self.lines = Array(lines) }

  /// Whether a text is worth looking through: most hold neither tabs nor a column of numbers.
  static func mayHold(_ text: String) -> Bool {
    var text = text
    // The whole text passes here: its bytes are looked at, not its characters.
    return text.withUTF8 { bytes in
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
      let rows = table(at: index)
      if rows.count > 1 {
        blocks.append(block(rows))
        index += rows.count
      } else {
        if let block = lines[index].block() { blocks.append(block) }
        index += 1
      }
    }
    return blocks
  }

  /// The rows of the table that begins at a line; none where it begins none.
  private func table(at first: Int) -> [[TextLine]] {
    for mark in [Mark.tab, .blank] {
      let head = cells(lines[first], mark)
      guard head.count >= mark.leastCells,
        mark == .tab || head.count(where: Self.namesColumn) + 1 >= head.count
      else { continue }
      var rows = [head]
      while first + rows.count < lines.count {
        let row = cells(lines[first + rows.count], mark)
        // A row of sums may lack cells at its end.
        guard row.count == head.count || mark == .tab && (2..<head.count).contains(row.count) else { break }
        rows.append(row)
      }
      if rows.count > 1 { return rows }
    }
    return []
  }

  private enum Mark {
    case tab, blank

    var leastCells: Int { self == .tab ? 3 : 4 }

    func parts(_ scalar: Unicode.Scalar) -> Bool {
      self == .tab ? scalar == "\t" : scalar == " " || scalar == "\u{3000}"
    }
  }

  private func cells(_ line: TextLine, _ mark: Mark) -> [TextLine] {
    guard line.text.unicodeScalars.contains(where: mark.parts) else { return [] }
    let line = mark == .blank ? line.trimmed : line
    var cells: [TextLine] = []
    var start = 0
    for part in line.text.unicodeScalars.split(
      omittingEmptySubsequences: false, whereSeparator: mark.parts)
    {
      let cell = TextLine(text: Substring(part), number: line.number, offset: line.offset + start)
      if mark == .tab || !part.isEmpty { cells.append(cell.trimmed) }
      start += part.count + 1
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
