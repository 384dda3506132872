import Foundation
import Spreadsheet
import TestSupport
import Testing

@Suite("What a workbook refuses, and the file that it leaves")
struct WorkbookTests {
  private func refusal(
    mode: Workbook.Mode = .inMemory, _ build: @escaping (Workbook) throws -> Void
  ) throws -> SpreadsheetError? {
    try Workplace.withTemporaryFolder { folder in
      let file = folder.appending(path: "表.xlsx")
      try Data("旧文件".utf8).write(to: file)
      let error = #expect(throws: SpreadsheetError.self) { try write(file, mode: mode, build) }
      #expect(try Data(contentsOf: file) == Data("旧文件".utf8), "the old file must stay whole")
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false)) == ["表.xlsx"])
      return error
    }
  }

  private func refusal(of text: String) throws -> SpreadsheetError? {
    try refusal { workbook in
      let style = workbook.prepare(CellStyle())
      try workbook.addSheet("附件2").write(text, row: 6, column: 2, style: style)
    }
  }

  @Test(
    "Characters that XML forbids are refused with their place",
    arguments: Array(0...8) + [11, 12] + Array(14...31) + [0xFFFE, 0xFFFF] as [UInt32])
  func controlCharacters(value: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(value))
    for filler in ["", String(repeating: "长", count: 15_000)] {
      let error = try refusal(of: "建立\(filler)\(scalar)机制")
      let address = CellAddress(sheet: "附件2", row: 6, column: 2)
      #expect(error == .forbiddenCharacter(scalar, position: filler.unicodeScalars.count + 3, at: address))
      #expect(error?.address?.reference == "C7")
      #expect(error?.isOutputFailure == false)
    }
  }

  @Test("A cell holds 32,767 characters and not one more")
  func longText() throws {
    #expect(try refusal(of: String(repeating: "a", count: 32_768)) != nil)
    #expect(
      try refusal(of: String(repeating: "汉", count: 40_000))
        == .textTooLong(length: 40_000, at: CellAddress(sheet: "附件2", row: 6, column: 2)))
    #expect(
      try refusal(of: String(repeating: "😀", count: 16_384)) != nil, "counted in UTF-16 units, as Excel does")
    try Workplace.withTemporaryFolder { folder in
      try write(folder.appending(path: "a.xlsx")) { workbook in
        let sheet = try workbook.addSheet("甲")
        let style = workbook.prepare(CellStyle())
        try sheet.write(String(repeating: "汉", count: 32_767), row: 0, column: 0, style: style)
        try sheet.write(String(repeating: "a", count: 32_767), row: 1, column: 0, style: style)
      }
    }
  }

  @Test(
    "Names that Excel refuses for a sheet",
    arguments: [
      ("", .empty), (String(repeating: "名", count: 32), .tooLong(32)), ("甲/乙", .character("/")),
      ("甲:乙", .character(":")), ("[甲]", .character("[")), ("甲\u{1}", .character("\u{1}")),
      ("'甲", .apostrophe), ("甲'", .apostrophe), ("history", .reserved), ("ABC", .taken),
    ] as [(String, SpreadsheetError.SheetNameFault)])
  func sheetNames(name: String, fault: SpreadsheetError.SheetNameFault) throws {
    let error = try refusal { workbook in
      _ = try workbook.addSheet("abc")
      _ = try workbook.addSheet(name)
    }
    #expect(error == .sheetName(name, fault))
  }

  @Test("Places outside a sheet, numbers that are none, merges that meet, rows that are gone")
  func misuse() throws {
    let address = CellAddress(sheet: "甲", row: 2, column: 0)
    #expect(
      try refusal { workbook in
        let style = workbook.prepare(CellStyle())
        try workbook.addSheet("甲").write("x", row: 1_048_576, column: 0, style: style)
      } == .outsideSheet(at: CellAddress(sheet: "甲", row: 1_048_576, column: 0)))
    #expect(
      try refusal { workbook in
        let style = workbook.prepare(CellStyle())
        try workbook.addSheet("甲").write(Double.nan, row: 2, column: 0, style: style)
      } == .notANumber(at: address))
    #expect(
      try refusal { workbook in
        let sheet = try workbook.addSheet("甲")
        let style = workbook.prepare(CellStyle())
        try sheet.merge(rows: 0...2, columns: 0...0, style: style)
        try sheet.merge(rows: 2...4, columns: 0...1, style: style)
      } == .overlappingMerge(at: address))
    for body in [
      { (sheet: Sheet, style: PreparedStyle) in try sheet.write("x", row: 2, column: 0, style: style) },
      { (sheet: Sheet, style: PreparedStyle) in try sheet.merge(rows: 2...3, columns: 0...0, style: style) },
    ] {
      #expect(
        try refusal(mode: .streamed) { workbook in
          let sheet = try workbook.addSheet("甲")
          let style = workbook.prepare(CellStyle())
          try sheet.write("x", row: 3, column: 0, style: style)
          try body(sheet, style)
        } == .alreadyStreamed(at: address))
    }
    #expect(
      try refusal { workbook in
        var page = Sheet.PageSetup(margins: .init(left: 1, right: 1, top: 1, bottom: 1))
        page.footer = String(repeating: "页", count: 256)
        try workbook.addSheet("甲").setPage(page)
      } == .setting("页脚", limit: 255))
  }

  @Test("Same calls, same bytes; other calls, other bytes")
  func identicalBytes() throws {
    try Workplace.withTemporaryFolder { folder in
      func bytes(_ name: String, _ text: String, _ mode: Workbook.Mode) throws -> Data {
        let file = folder.appending(path: name)
        try write(file, mode: mode) { workbook in
          let sheet = try workbook.addSheet("甲")
          try sheet.write(text, row: 0, column: 0, style: workbook.prepare(CellStyle()))
        }
        return try Data(contentsOf: file)
      }
      for mode in [Workbook.Mode.inMemory, .streamed] {
        let first = try bytes("1.xlsx", "甲", mode)
        // libxlsxwriter's clock would tick over to the next second.
        Thread.sleep(forTimeInterval: 1.1)
        #expect(try bytes("2.xlsx", "甲", mode) == first)
        #expect(try bytes("3.xlsx", "乙", mode) != first)
      }
    }
  }

  @Test("Folders missing, in the way, or closed are failures of output, not of content")
  func outputFailures() throws {
    try Workplace.withTemporaryFolder { folder in
      func fault(_ path: String) -> SpreadsheetError.OutputFault? {
        let error = #expect(throws: SpreadsheetError.self) {
          try write(folder.appending(path: path)) { _ = try $0.addSheet("甲") }
        }
        #expect(error?.isOutputFailure == true)
        guard case .output(_, let fault) = error else { return nil }
        return fault
      }
      #expect(fault("没有/表.xlsx") == .noFolder)
      try FileManager.default.createDirectory(
        at: folder.appending(path: "占位.xlsx"), withIntermediateDirectories: false)
      #expect(fault("占位.xlsx") == .isFolder)
      #expect(fault(String(repeating: "长", count: 200) + ".xlsx") == .nameTooLong)
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false)) == ["占位.xlsx"]
      )
      let closed = URL(filePath: "/proc/表.xlsx")
      #expect(throws: SpreadsheetError.self) { try write(closed) { _ = try $0.addSheet("甲") } }
    }
  }

  /// Mounts a disk of so many KiB while `body` runs; only root may.
  private static func withSmallDisk(_ size: Int, _ body: (URL) throws -> Void) throws {
    try Workplace.withTemporaryFolder { folder in
      let path = folder.path(percentEncoded: false)
      let mounted = try ExternalTool.run(["mount", "-t", "tmpfs", "-o", "size=\(size)k", "none", path])
      try #require(mounted.status == 0)
      defer { #expect(unmounted(path), "a file is still open") }
      try body(folder)
    }
  }

  /// A program that another test starts at the wrong moment holds our files until it ends.
  private static func unmounted(_ path: String) -> Bool {
    for _ in 0..<60 {
      if (try? ExternalTool.run(["umount", path]).status) == 0 { return true }
      Thread.sleep(forTimeInterval: 0.5)
    }
    return false
  }

  private static let mayMount = (try? withSmallDisk(64) { _ in }) != nil

  @Test(
    "A disk that fills up leaves the old file whole, and never a file with rows missing",
    .enabled(if: mayMount, "mounting a small disk needs root"),
    arguments: [Workbook.Mode.inMemory, .streamed])
  func fullDisk(mode: Workbook.Mode) throws {
    let rows = 3_000
    func fill(_ file: URL) throws {
      try write(file, mode: mode) { workbook in
        let sheet = try workbook.addSheet("甲")
        let style = workbook.prepare(CellStyle())
        for row in 0..<rows {
          for column in 0..<8 {
            try sheet.write("第\(row)行第\(column)列", row: row, column: column, style: style)
          }
        }
      }
    }
    var written = 0
    for size in [64, 256, 1_024, 1_500, 2_000, 2_500, 3_000, 4_000, 6_000, 16_000] {
      try Self.withSmallDisk(size) { folder in
        let file = folder.appending(path: "表.xlsx")
        try Data("旧".utf8).write(to: file)
        do {
          try fill(file)
          written += 1
          let xml = try ExternalTool.run([
            "unzip", "-p", file.path(percentEncoded: false), "xl/worksheets/sheet1.xml",
          ])
          #expect(
            String(decoding: xml.output, as: UTF8.self).components(separatedBy: "<row ").count == rows + 1)
        } catch let error as SpreadsheetError {
          #expect(error.isOutputFailure)
          #expect(error.message == "磁盘空间不足")
          #expect(try Data(contentsOf: file) == Data("旧".utf8))
        }
        #expect(
          try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false)) == [
            "表.xlsx"
          ])
      }
    }
    #expect(written > 0)
    #expect(written < 10)
  }

  @Test("A link to a file stays a link, and the file keeps its access rights")
  func links() throws {
    try Workplace.withTemporaryFolder { folder in
      let real = folder.appending(path: "实.xlsx")
      let link = folder.appending(path: "链.xlsx")
      try Data("旧".utf8).write(to: real)
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o640], ofItemAtPath: real.path(percentEncoded: false))
      try FileManager.default.createSymbolicLink(at: link, withDestinationURL: real)
      try write(link) { _ = try $0.addSheet("甲") }
      #expect(
        try FileManager.default.destinationOfSymbolicLink(atPath: link.path(percentEncoded: false)).hasSuffix(
          "实.xlsx"))
      #expect(try Data(contentsOf: real).starts(with: Data("PK".utf8)))
      let rights =
        try FileManager.default.attributesOfItem(atPath: real.path(percentEncoded: false))[.posixPermissions]
        as? Int
      #expect(rights == 0o640)
    }
  }

  @Test("A style taken in twice is one format of the file")
  func styles() throws {
    try Workplace.withTemporaryFolder { folder in
      func styles(_ count: Int) throws -> Int {
        let file = folder.appending(path: "样式\(count).xlsx")
        try write(file) { workbook in
          let sheet = try workbook.addSheet("甲")
          for row in 0..<count {
            let style = workbook.prepare(CellStyle().with { $0.bold = row % 2 == 0 })
            try sheet.write("文", row: row, column: 0, style: style)
          }
        }
        return try Data(contentsOf: file).count
      }
      let growth = try styles(4) - styles(2)
      #expect(growth < 40)
    }
  }

  @Test(
    "Letters of columns",
    arguments: [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")])
  func columns(number: Int, letters: String) {
    #expect(CellAddress.columnName(number) == letters)
  }

  @Test("A sheet's name inside a reference is quoted, its apostrophes doubled")
  func references() {
    let range = CellRange(sheet: "区's 表", rows: 4...13, columns: 2...2)
    #expect(range.absolute == "'区''s 表'!$C$5:$C$14")
    #expect(range.reference == "C5:C14")
  }
}
