public import Foundation

/// A workbook as openpyxl sees it.
public struct WorkbookDump: Decodable, Sendable {
  /// One sheet.
  public struct Sheet: Decodable, Sendable {
    /// The sheet's name.
    public var name: String
    /// `visible` or `hidden`.
    public var state: String
    /// Formulas and texts, by cell.
    public var cells: [String: String]
    /// Cached values, by cell.
    public var values: [String: String]
    /// openpyxl's type letter by cell: `s` text, `n` number, `f` formula.
    public var types: [String: String]
    /// Fill colours by cell, where a fill is solid.
    public var fills: [String: String]
    /// Comments by cell.
    public var comments: [String: String]
    /// Cells that a protected sheet leaves open.
    public var unlocked: [String]
    /// Merged ranges, sorted.
    public var merged: [String]
    /// Row heights by row number.
    public var heights: [String: Double]
    /// Column widths by letters.
    public var widths: [String: Double]
    /// Hidden columns.
    public var hiddenColumns: [String]
    /// The cell at which panes are frozen.
    public var freeze: String?
    /// Repeated rows, such as `$2:$2`.
    public var repeatedRows: String?
    /// The print area.
    public var printArea: String?
    /// `landscape` or `portrait`.
    public var orientation: String?
    /// 9 is A4.
    public var paper: String?
    /// The middle of the footer.
    public var footer: String?
    /// The rows after which a page ends.
    public var breaks: [Int]
    /// Whether the sheet is protected.
    public var isProtected: Bool
    /// Validations as `type range formula`.
    public var validations: [String]
    /// How many charts it bears.
    public var charts: Int
  }

  /// The sheets, in order.
  public var sheets: [Sheet]
  /// The document's title.
  public var title: String?
  /// The document's author.
  public var author: String?
  /// The date of creation, ISO 8601.
  public var created: String
  /// Defined names.
  public var names: [String]

  /// Reads a workbook with openpyxl.
  public init(reading file: URL) throws {
    let outcome = try ExternalTool.run(["python3", "-c", Self.script, file.path(percentEncoded: false)])
    guard outcome.status == 0 else {
      throw CocoaError(.fileReadCorruptFile, userInfo: [NSLocalizedDescriptionKey: outcome.errors])
    }
    self = try JSONDecoder().decode(Self.self, from: outcome.output)
  }

  /// The sheet of a name.
  public subscript(name: String) -> Sheet? { sheets.first { $0.name == name } }

  private static let script = """
    import json, sys, openpyxl
    book = openpyxl.load_workbook(sys.argv[1])
    cached = openpyxl.load_workbook(sys.argv[1], data_only=True)
    def sheet(s):
        cells = [c for row in s.iter_rows() for c in row]
        full = [c for c in cells if c.value is not None]
        return {
            "name": s.title, "state": s.sheet_state,
            "cells": {c.coordinate: str(c.value) for c in full},
            "values": {c.coordinate: str(c.value) for row in cached[s.title].iter_rows() for c in row
                       if c.value is not None},
            "types": {c.coordinate: c.data_type for c in full},
            "fills": {c.coordinate: c.fill.fgColor.rgb for c in cells if c.fill.patternType == "solid"},
            "comments": {c.coordinate: c.comment.text for c in cells if c.comment},
            "unlocked": [c.coordinate for c in cells if not c.protection.locked],
            "merged": sorted(str(r) for r in s.merged_cells.ranges),
            "heights": {str(k): d.height for k, d in s.row_dimensions.items() if d.height is not None},
            "widths": {k: d.width for k, d in s.column_dimensions.items()},
            "hiddenColumns": [k for k, d in s.column_dimensions.items() if d.hidden],
            "freeze": s.freeze_panes, "repeatedRows": s.print_title_rows or None,
            "printArea": s.print_area or None, "orientation": s.page_setup.orientation,
            "paper": str(s.page_setup.paperSize), "footer": s.oddFooter.center.text,
            "breaks": [b.id for b in s.row_breaks.brk], "isProtected": s.protection.sheet,
            "validations": [f"{v.type} {v.sqref} {v.formula1}" for v in s.data_validations.dataValidation],
            "charts": len(s._charts),
        }
    print(json.dumps({
        "sheets": [sheet(s) for s in book.worksheets], "title": book.properties.title,
        "author": book.properties.creator, "created": book.properties.created.isoformat(),
        "names": sorted(book.defined_names.keys()),
    }))
    """
}
