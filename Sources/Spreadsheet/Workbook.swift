internal import CXLSXWriter
import FileReplacement

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// 工作簿: one XLSX file while it is being written.
///
/// ```swift
/// try Workbook.write(to: "附件.xlsx", properties: properties) { workbook in
///   let sheet = try workbook.addSheet("附件1")
///   try sheet.write("制度性成果汇总表", row: 0, column: 0, style: workbook.prepare(CellStyle()))
/// }
/// ```
///
/// The workbook exists only inside that closure. Whatever goes wrong, the old file stays whole and nothing is left
/// beside it. Same calls, same bytes: no clock is read.
public final class Workbook {
  /// How the cells are kept until the end.
  public enum Mode: Sendable {
    /// All cells in memory, in any order.
    case inMemory
    /// Row by row from the top, one row in memory; no merges over rows.
    case streamed
  }

  /// How the cells are kept.
  public let mode: Mode
  let book: UnsafeMutablePointer<lxw_workbook>
  /// The target as the caller named it.
  private let file: String
  private var styles: [CellStyle: PreparedStyle] = [:]
  private var sheets: [Sheet] = []
  private var sheetNames: Set<String> = []
  private var rowBuffers: [UnsafeMutableBufferPointer<CChar>] = []

  /// Writes a workbook to a file: calls `build` with it, then puts the finished file in the target's place.
  /// - Parameters:
  ///   - file: the target's path.
  ///   - mode: how the cells are kept.
  ///   - properties: what the file says about itself.
  ///   - build: fills the workbook; what it throws is passed on, and nothing is written.
  /// - Throws: `SpreadsheetError`, and what `build` throws.
  public static func write(
    to file: String, mode: Mode = .inMemory, properties: DocumentProperties,
    _ build: (Workbook) throws -> Void
  ) throws {
    let replacement: ReplacementFile
    do {
      replacement = try ReplacementFile(for: file)
    } catch {
      throw SpreadsheetError.output(file: file, .init(error.number))
    }
    let workbook: Workbook
    do {
      workbook = try Workbook(at: replacement, mode: mode, file: file)
    } catch {
      replacement.discard()
      throw error
    }
    do {
      try workbook.set(properties)
      try build(workbook)
      try workbook.requireRoom(in: replacement.folder)
    } catch {
      workbook.abandon()
      replacement.discard()
      throw error
    }
    do {
      try workbook.close()
    } catch {
      replacement.discard()
      throw error
    }
    do {
      try replacement.commit()
    } catch {
      throw SpreadsheetError.output(file: file, .init(error.number))
    }
  }

  private init(at place: ReplacementFile, mode: Mode, file: String) throws(SpreadsheetError) {
    self.mode = mode
    self.file = file
    // Temporary files beside the target: then one look tells whether there is room for all of them.
    let made = place.path.withCString { path in
      place.folder.withCString { folder in
        var options = lxw_workbook_options()
        options.constant_memory = mode == .streamed ? 1 : 0
        options.tmpdir = UnsafeMutablePointer(mutating: folder)
        return workbook_new_opt(path, &options)
      }
    }
    guard let made else { throw .output(file: file, .other(Int(LXW_ERROR_MEMORY_MALLOC_FAILED.rawValue))) }
    book = made
    // Column widths count digits of the default font. Calibri, libxlsxwriter's own, is missing on most Linux desktops,
    // and what stands in for it is a third wider, so tables would run off their pages. Verdana's digits are as wide as
    // those of DejaVu Sans, its usual substitute: 7 pixels at 8 pt in both. No cell written here is set in it.
    if let standard = made.pointee.formats?.pointee.stqh_first {
      format_set_font_name(standard, "Verdana")
      format_set_font_size(standard, 8)
    }
  }

  /// Writes the file and frees the workbook, also when that fails.
  private func close() throws(SpreadsheetError) {
    let (code, number) = StandardError.silenced {
      errno = 0
      return (workbook_close(book), errno)
    }
    guard code == LXW_NO_ERROR else {
      throw .output(file: file, number == 0 ? .other(Int(code.rawValue)) : .init(number))
    }
    // After a failure the library may hold the rows' files still, and with them the buffers.
    freeRowBuffers()
  }

  /// Frees the workbook without writing it. What closing would have closed is closed here.
  private func abandon() {
    for sheet in sheets {
      guard let rows = sheet.pointer.pointee.optimize_tmpfile else { continue }
      fclose(rows)
      sheet.pointer.pointee.optimize_tmpfile = nil
    }
    lxw_workbook_free(book)
    freeRowBuffers()
  }

  /// Gives the file in which a sheet's rows wait a longer buffer than stdio's 4 KiB, which a few rows fill: without it,
  /// writing them and reading them back would be a call of the system every few rows.
  private func widenRowBuffer(of sheet: UnsafeMutablePointer<lxw_worksheet>) {
    guard let rows = sheet.pointee.optimize_tmpfile else { return }
    let buffer = UnsafeMutableBufferPointer<CChar>.allocate(capacity: 1 << 15)
    setvbuf(rows, buffer.baseAddress, _IOFBF, buffer.count)
    rowBuffers.append(buffer)
  }

  private func freeRowBuffers() {
    for buffer in rowBuffers { buffer.deallocate() }
    rowBuffers = []
  }

  /// Adds a sheet behind the others.
  /// - Throws: `.sheetName` for a name that Excel refuses.
  public func addSheet(_ name: String) throws(SpreadsheetError) -> Sheet {
    if let fault = Self.fault(inSheetName: name) { throw .sheetName(name, fault) }
    guard sheetNames.insert(name.lowercased()).inserted else { throw .sheetName(name, .taken) }
    // The name is in order, so only a temporary file can stand in the way.
    guard let sheet = workbook_add_worksheet(book, name) else {
      throw .output(file: file, .init(errno))
    }
    widenRowBuffer(of: sheet)
    let added = Sheet(name: name, pointer: sheet, workbook: book, mode: mode)
    sheets.append(added)
    return added
  }

  /// libxlsxwriter does not notice when a temporary file of its own cannot grow: rows would be missing from a file that
  /// opens well. So the rows already streamed are asked for errors, and what closing will need must be free before.
  private func requireRoom(in folder: String) throws(SpreadsheetError) {
    var needed = 1 << 20
    for sheet in sheets {
      if let rows = sheet.pointer.pointee.optimize_tmpfile, fflush(rows) != 0 || ferror(rows) != 0 {
        throw .output(file: file, .diskFull)
      }
      // Once as XML, once in the archive.
      needed += 2 * sheet.volume
    }
    var system = statvfs()
    guard statvfs(folder, &system) == 0 else { return }
    guard Int(system.f_bavail) * Int(system.f_frsize) >= needed else { throw .output(file: file, .diskFull) }
  }

  /// What Excel would refuse in a sheet's name, whatever other sheets there are.
  public static func fault(inSheetName name: String) -> SpreadsheetError.SheetNameFault? {
    if name.isEmpty { return .empty }
    if name.utf16.count > 31 { return .tooLong(name.utf16.count) }
    let forbidden = name.unicodeScalars.first {
      $0.value < 0x20 || $0.value == 0xFFFE || $0.value == 0xFFFF || "[]:*?/\\".unicodeScalars.contains($0)
    }
    if let forbidden { return .character(forbidden) }
    if name.hasPrefix("'") || name.hasSuffix("'") { return .apostrophe }
    return name.lowercased() == "history" ? .reserved : nil
  }

  /// Takes a style in; the same style is taken in once.
  public func prepare(_ style: CellStyle) -> PreparedStyle {
    if let known = styles[style] { return known }
    guard let format = workbook_add_format(book) else { preconditionFailure("out of memory") }
    style.apply(to: format)
    let prepared = PreparedStyle(format: format)
    styles[style] = prepared
    return prepared
  }

  /// 名称: gives a range a name that formulas and validations may use.
  public func define(_ name: String, as range: CellRange) throws(SpreadsheetError) {
    guard workbook_define_name(book, name, "=" + range.absolute) == LXW_NO_ERROR else {
      throw .setting("名称“\(name)”", limit: 128)
    }
  }
}
