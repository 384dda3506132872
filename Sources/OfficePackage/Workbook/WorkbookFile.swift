/// 工作簿: an .xlsx or .xlsm file: its sheets in their order, its names, and the rows of each sheet as a stream.
///
/// Formulas are not calculated and macros never run; that they are there is said. Not `Sendable`, because the
/// container behind it is not.
public final class WorkbookFile {
  /// A sheet of cells; sheets that are charts are not listed.
  public struct Sheet: Hashable, Sendable {
    /// The name on its tab.
    public var name: String
    /// Whether the tab is hidden, for a clerk or for Excel itself too.
    public var isHidden: Bool
    let part: String
  }

  /// 名称: a name that the workbook gives to a range or a value.
  public struct DefinedName: Hashable, Sendable {
    /// The name, such as `_xlnm.Print_Titles` or one of our own.
    public var name: String
    /// What it stands for, such as `任务!$A$1:$K$50`.
    public var text: String
    /// Whether it is hidden.
    public var isHidden: Bool
    /// The place among all tabs of the sheet it belongs to; nil for the whole workbook.
    public var sheet: Int?
  }

  /// The sheets of cells in the order of their tabs.
  public private(set) var sheets: [Sheet] = []
  /// The defined names.
  public private(set) var definedNames: [DefinedName] = []
  /// Whether dates count from 1904.
  public private(set) var uses1904 = false
  /// Whether macros are inside.
  public let hasMacros: Bool
  /// Whether cells may take values from other workbooks.
  public let hasExternalLinks: Bool

  private let package: OfficePackage
  private let related: [Relationship]
  private var loaded: (texts: TextPool, styles: CellStyles)?

  /// The most names that are kept, of sheets and of ranges.
  private static let mostNames = 100_000

  /// Opens a workbook.
  /// - Throws: what the file is instead, or what is wrong with it.
  public init(_ bytes: [UInt8], limits: PackageLimits = PackageLimits()) throws(PackageFault) {
    package = try OfficePackage(bytes, limits: limits)
    let main = try package.mainPart()
    let type = try package.contentType(of: main) ?? ""
    if type.contains("sheet.binary") {
      throw PackageFault(.foreign, "这是二进制工作簿（.xlsb）", remedy: "请用 WPS 或 Excel 打开，另存为 .xlsx")
    }
    if type.contains("wordprocessingml") || type.contains("ms-word") {
      throw PackageFault(.foreign, "这是 Word 文档，不是 Excel 工作簿", remedy: "请给 .xlsx 文件")
    }
    related = try package.relationships(of: main)
    hasMacros = type.contains("macroEnabled") || related.contains { $0.type == "vbaProject" }
    hasExternalLinks = related.contains { $0.type == "externalLink" }
    try readWorkbook(SheetXML(try package.stream(main)))
    guard !sheets.isEmpty else {
      throw PackageFault(.missingPart, "工作簿里没有工作表", remedy: "请确认选对了文件")
    }
  }

  /// Opens a sheet for reading from its first row.
  public func rows(of sheet: Sheet) throws(PackageFault) -> SheetRows {
    if loaded == nil { loaded = (try texts(), try styles()) }
    let (texts, styles) = loaded ?? (TextPool(), CellStyles())
    return SheetRows(
      SheetXML(try package.stream(sheet.part)), texts: texts, styles: styles, uses1904: uses1904,
      part: sheet.part)
  }

  private func readWorkbook(_ reader: SheetXML) throws(PackageFault) {
    while let event = try reader.next() {
      guard sheets.count + definedNames.count < Self.mostNames else { throw .tooLarge("工作簿里的名称过多") }
      switch event {
      case .start(.workbookProperties): uses1904 = ["1", "true", "on"].contains(reader[.date1904])
      case .start(.sheet):
        let target = reader[.id].flatMap { id in related.first { $0.id == id } }
        guard let target, target.type == "worksheet", let part = target.part else { continue }
        let state = reader[.state] ?? "visible"
        sheets.append(Sheet(name: reader[.name] ?? "", isHidden: state != "visible", part: part))
      case .start(.definedName):
        let hidden = reader[.hidden]
        let sheet = reader[.localSheet].flatMap { Int($0) }
        let name = reader[.name] ?? ""
        definedNames.append(
          DefinedName(
            name: name, text: try reader.elementText(), isHidden: hidden == "1" || hidden == "true",
            sheet: sheet)
        )
      default: break
      }
    }
  }

  private func texts() throws(PackageFault) -> TextPool {
    guard let reader = try part("sharedStrings") else { return TextPool() }
    return try TextPool(reader)
  }

  private func styles() throws(PackageFault) -> CellStyles {
    guard let reader = try part("styles") else { return CellStyles() }
    return try CellStyles(reader)
  }

  private func part(_ type: String) throws(PackageFault) -> SheetXML? {
    for relationship in related where relationship.type == type {
      if let part = relationship.part, package.contains(part) { return SheetXML(try package.stream(part)) }
    }
    return nil
  }
}
