/// 工作表行流: the rows of one sheet, one after the other, without holding the sheet in memory.
///
/// The dimension that a sheet claims is not looked at; rows and cells without a place of their own follow the one
/// before. Rows without any value are passed over, be there a million of them.
///
/// ```swift
/// let rows = try workbook.rows(of: 0)
/// var row = SheetRow()
/// while try rows.next(into: &row) { … }
/// let merged = rows.merges
/// ```
public final class SheetRows {
  /// The hidden columns; known once the first row has been read.
  public private(set) var hiddenColumns: [ClosedRange<Int>] = []
  /// The merged ranges; known once all rows have been read, because files hold them behind the rows.
  public private(set) var merges: [CellRange] = []

  /// The texts of the workbook's cells.
  public let texts: TextPool

  private let reader: SheetXML
  private let styles: CellStyles
  private let uses1904: Bool
  private let part: String
  private var lastRow = 0
  private var lastColumn = 0
  private var scratch: [UInt8] = []

  /// The most merged ranges that are kept.
  private static let mostMerges = 200_000

  private enum Kind { case number, shared, text, logical, error, date }

  private struct Head {
    var column = 0
    var style = 0
    var kind = Kind.number
  }

  init(_ reader: SheetXML, texts: TextPool, styles: CellStyles, uses1904: Bool, part: String) {
    self.reader = reader
    self.texts = texts
    self.styles = styles
    self.uses1904 = uses1904
    self.part = part
  }

  /// Reads the next row that holds anything.
  /// - Returns: false at the end of a sheet that was read whole and found sound.
  public func next(into row: inout SheetRow) throws(PackageFault) -> Bool {
    row.cells.removeAll(keepingCapacity: true)
    while let event = try reader.next() {
      switch event {
      case .start(.cell): try cell(into: &row)
      case .start(.row): try begin(&row)
      case .end(.row): if !row.cells.isEmpty { return true }
      case .start(.column): column()
      case .start(.merge):
        if let range = reader[.range].flatMap(CellRange.init) {
          guard merges.count < Self.mostMerges else { throw .tooLarge("工作表的合并单元格过多", part: part) }
          merges.append(range)
        }
      default: break
      }
    }
    return false
  }

  private func begin(_ row: inout SheetRow) throws(PackageFault) {
    var number: Int? = lastRow + 1
    var isHidden = false
    reader.forEachAttribute { name, value in
      switch name {
      case .reference: number = Self.integer(value)
      case .hidden: isHidden = value.count == 1 ? value[0] == UInt8(ascii: "1") : value.count == 4
      default: break
      }
    }
    guard let number, (1...CellReference.lastRow).contains(number) else {
      throw .damaged("工作表的行号不对（\(part)）", part: part)
    }
    lastRow = number
    row.number = number
    row.isHidden = isHidden
    lastColumn = 0
  }

  private func cell(into row: inout SheetRow) throws(PackageFault) {
    var head = Head()
    var isMisplaced = false
    reader.forEachAttribute { name, value in
      switch name {
      case .reference:
        head.column = CellReference.parse(value)?.column ?? 0
        isMisplaced = head.column == 0
      case .style: head.style = Self.integer(value) ?? -1
      case .type: head.kind = Self.kind(value)
      default: break
      }
    }
    if head.column == 0 { head.column = lastColumn + 1 }
    guard !isMisplaced, head.column <= CellReference.lastColumn else {
      throw .damaged("工作表的单元格编号不对（\(part)）", part: part)
    }
    lastColumn = head.column

    scratch.removeAll(keepingCapacity: true)
    var isFormula = false
    var hasValue = false
    var takesText = false
    reading: while let event = try reader.next() {
      switch event {
      case .start(.value), .start(.text):
        takesText = true
        hasValue = true
      case .end(.value), .end(.text): takesText = false
      case .text: if takesText { reader.withText { scratch.append(contentsOf: $0) } }
      case .end(.cell): break reading
      case .start(.formula): isFormula = true
      case .start(.phonetic): try reader.skipElement()
      default: break
      }
    }
    if let value = try value(head, hasValue: hasValue, isFormula: isFormula) {
      row.cells.append(SheetCell(column: head.column, value: value, isFormula: isFormula))
    }
  }

  private func value(_ head: Head, hasValue: Bool, isFormula: Bool) throws(PackageFault) -> SheetCell.Value? {
    // A formula may give an empty text; a formula that nobody has calculated has no value at all.
    guard hasValue, !scratch.isEmpty || isFormula else { return isFormula ? .uncalculated : nil }
    switch head.kind {
    case .shared:
      guard let text = Self.integer(scratch).flatMap({ texts.shared($0) }) else {
        return .error(try texts.add("#SST!"))
      }
      return texts.isEmpty(text) ? nil : .text(text)
    case .text: return .text(try stored())
    case .logical: return .logical(scratch.first == UInt8(ascii: "1") || scratch.count == 4)
    case .error: return .error(try stored())
    case .date:
      if let date = SheetDate(iso: String(decoding: scratch, as: UTF8.self)) {
        return .date(date, serial: nil)
      }
      return .text(try stored())
    case .number:
      guard let number = scratch.withUnsafeBufferPointer({ SheetNumber($0) }) else {
        return scratch.isEmpty ? .uncalculated : .text(try stored())
      }
      if let shown = styles[head.style],
        let date = SheetDate(serial: number, uses1904: uses1904, shown: shown)
      {
        return .date(date, serial: number)
      }
      return .number(number)
    }
  }

  /// The bytes of the cell that was read as a text.
  private func stored() throws(PackageFault) -> TextPool.ID {
    try scratch.withUnsafeBufferPointer { bytes throws(PackageFault) in try texts.add(bytes) }
  }

  private func column() {
    guard let hidden = reader[.hidden], hidden == "1" || hidden == "true",
      let least = reader[.least].flatMap({ Int($0) }), let most = reader[.most].flatMap({ Int($0) }),
      1 <= least, least <= most, hiddenColumns.count <= CellReference.lastColumn
    else { return }
    hiddenColumns.append(least...most)
  }

  private static func kind(_ value: UnsafeBufferPointer<UInt8>) -> Kind {
    switch (value.first, value.count) {
    case (UInt8(ascii: "s"), 1): .shared
    case (UInt8(ascii: "s"), _), (UInt8(ascii: "i"), _): .text
    case (UInt8(ascii: "b"), _): .logical
    case (UInt8(ascii: "e"), _): .error
    case (UInt8(ascii: "d"), _): .date
    default: .number
    }
  }

  /// The whole number that some digits spell, up to nine of them.
  private static func integer(_ digits: some Collection<UInt8>) -> Int? {
    guard (1...9).contains(digits.count) else { return nil }
    var value = 0
    for byte in digits {
      guard byte &- 0x30 <= 9 else { return nil }
      value = value * 10 + Int(byte &- 0x30)
    }
    return value
  }
}
