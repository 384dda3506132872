import ReportModel

/// One line of the source in the run of characters.
struct FoldedLine {
  /// Where it stands in the run, without blanks at its ends.
  var range: Range<Int>
  /// The index of its block.
  var block: Int
  /// Whether it is set in from the margin.
  var isIndented: Bool
  /// Its level, where the file itself says that it is a heading; 0 for a title.
  var styleLevel: Int?
}

/// Lays the blocks of a document out as one run of folded characters.
struct TextFolding {
  private(set) var units: [UInt16] = []
  private(set) var originals: [UInt16] = []
  private(set) var beyond: [Int: Unicode.Scalar] = [:]
  private(set) var segments: [DraftText.Segment] = []
  private(set) var lines: [FoldedLine] = []
  private(set) var tables: [Int] = []
  private let table: CharacterTable

  init(_ source: SourceText, table: CharacterTable) {
    self.table = table
    let bytes = source.blocks.reduce(0) { $0 + $1.text.utf8.count }
    units.reserveCapacity(bytes / 2)
    originals.reserveCapacity(bytes / 2)
    for (index, block) in source.blocks.enumerated() {
      if case .table = block.kind {
        tables.append(index)
        continue
      }
      append(block, index)
    }
  }

  private mutating func append(_ block: SourceBlock, _ index: Int) {
    let start = units.count
    var isOpen = false
    // Blanks before the text are dropped, so that a word cut by a column break reads on.
    var skipped = 0
    for scalar in block.text.unicodeScalars {
      let unit = scalar.value < 65_536 ? UInt16(scalar.value) : 0xFFFD
      var folded = table.folded[Int(unit)]
      if folded == Unit.space, units.count == start {
        skipped += 1
        continue
      }
      if scalar.value >= 65_536 { beyond[units.count] = scalar }
      // Straight quotation marks open and close by turns.
      if unit == 0x22 {
        isOpen.toggle()
        folded = isOpen ? Unit.openQuote : Unit.closeQuote
      }
      originals.append(unit)
      units.append(folded)
    }
    var last = units.count
    while last > start, units[last - 1] == Unit.space { last -= 1 }
    units.removeSubrange(last...)
    originals.removeSubrange(last...)
    guard last > start else { return }
    segments.append(DraftText.Segment(start: start, block: index, skipped: skipped))
    var level: Int?
    switch block.kind {
    case .heading(let own): level = own
    case .title: level = 0
    case .paragraph, .table: level = nil
    }
    lines.append(
      FoldedLine(
        range: start..<units.count, block: index, isIndented: skipped > 0 || block.offset > 0, styleLevel: level))
  }
}
