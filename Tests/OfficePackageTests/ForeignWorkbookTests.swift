import Foundation
import TestSupport
import Testing

@testable import OfficePackage

/// Files of other programs: what they wrote and what is read must be the same.
@Suite("别家工作簿")
struct ForeignWorkbookTests {
  private static let hasXlsxWriter = ExternalTool.works(["python3", "-c", "import xlsxwriter"])

  private static let expected = [
    "1: A=\"领域\" B=\"任务数\" C=\"日期\" D=\"备注\"",
    "2h: A=\"经济体制 <改革>\" B=10 C=2021-9-30+0/day D=\"一\\n二\"",
    "3: A=\"行政\" B=29.41 C=2021-12-1+0/month D=true",
  ]

  private static func read(_ script: String, then convert: Bool = false) throws -> [String] {
    try Workplace.withTemporaryFolder { folder in
      let file = folder.appending(path: "表.xlsx")
      let outcome = try ExternalTool.run(["python3", "-c", script, file.path(percentEncoded: false)])
      #expect(outcome.status == 0, "\(outcome.errors)")
      var read = file
      if convert {
        let output = folder.appending(path: "out")
        _ = try ExternalTool.run([
          "soffice", "-env:UserInstallation=\(folder.appending(path: "profile").absoluteString)",
          "--headless",
          "--convert-to", "xlsx", "--outdir", output.path(percentEncoded: false),
          file.path(percentEncoded: false),
        ])
        read = output.appending(path: "表.xlsx")
      }
      let workbook = try WorkbookFile([UInt8](try Data(contentsOf: read)))
      #expect(workbook.sheets.map(\.name) == ["任务", "字典"])
      #expect(workbook.sheets.map(\.isHidden) == [false, true])
      let rows = try workbook.rows(of: workbook.sheets[0])
      var row = SheetRow()
      while try rows.next(into: &row) {}
      #expect(rows.merges == [CellRange("A5:B6")])
      return try dump(workbook)
    }
  }

  private static let openpyxl = """
    import sys, datetime, openpyxl
    b = openpyxl.Workbook(); s = b.active; s.title = '任务'
    s.append(['领域', '任务数', '日期', '备注'])
    s.append(['经济体制 <改革>', 10, datetime.date(2021, 9, 30), '一\\n二'])
    s.append(['行政', 29.41, datetime.date(2021, 12, 1), True])
    s['C2'].number_format = 'yyyy/m/d'; s['C3'].number_format = 'yyyy"年"m"月"'
    s.row_dimensions[2].hidden = True
    s.merge_cells('A5:B6')
    b.create_sheet('字典').sheet_state = 'hidden'
    b.save(sys.argv[1])
    """

  private static let xlsxWriter = """
    import sys, datetime, xlsxwriter
    b = xlsxwriter.Workbook(sys.argv[1]); s = b.add_worksheet('任务'); h = b.add_worksheet('字典'); h.hide()
    for c, t in enumerate(['领域', '任务数', '日期', '备注']): s.write(0, c, t)
    bold = b.add_format({'bold': True})
    s.write_rich_string(1, 0, '经济', bold, '体制', ' <改革>'); s.write(1, 1, 10)
    s.write_datetime(1, 2, datetime.date(2021, 9, 30), b.add_format({'num_format': 14})); s.write(1, 3, '一\\n二')
    s.write(2, 0, '行政'); s.write(2, 1, 29.41); s.write_boolean(2, 3, True)
    s.write_datetime(2, 2, datetime.date(2021, 12, 1), b.add_format({'num_format': 'yyyy"年"m"月"'}))
    s.set_row(1, None, None, {'hidden': True}); s.merge_range('A5:B6', None)
    b.close()
    """

  @Test(.enabled(if: ExternalTool.hasOpenpyxl, "openpyxl is not installed"))
  func openpyxlFiles() throws { #expect(try Self.read(Self.openpyxl) == Self.expected) }

  @Test(.enabled(if: Self.hasXlsxWriter, "XlsxWriter is not installed"))
  func xlsxWriterFiles() throws { #expect(try Self.read(Self.xlsxWriter) == Self.expected) }

  @Test(.enabled(if: ExternalTool.hasOpenpyxl && ExternalTool.hasLibreOffice, "LibreOffice is not installed"))
  func libreOfficeFiles() throws {
    // LibreOffice writes TRUE as a formula.
    let lines = try Self.read(Self.openpyxl, then: true)
    #expect(lines.map { $0.replacing("D==", with: "D=") } == Self.expected)
  }

  @Test(.enabled(if: ExternalTool.hasOpenpyxl, "openpyxl is not installed"))
  func formulasWithoutValues() throws {
    try Workplace.withTemporaryFolder { folder in
      let file = folder.appending(path: "a.xlsx")
      let script = """
        import sys, openpyxl
        b = openpyxl.Workbook(); b.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
        b.active.append([1, '=A1+1', '#DIV/0!']); b.save(sys.argv[1])
        """
      _ = try ExternalTool.run(["python3", "-c", script, file.path(percentEncoded: false)])
      let workbook = try WorkbookFile([UInt8](try Data(contentsOf: file)))
      #expect(workbook.uses1904)
      #expect(try dump(workbook) == ["1: A=1 B==? C=!#DIV/0!"])
    }
  }
}
