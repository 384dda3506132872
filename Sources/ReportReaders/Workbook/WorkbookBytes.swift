public import Foundation
public import ReportModel

/// 工作簿文件: the bytes of a workbook file.
public enum WorkbookBytes {
  /// The largest workbook that is read: forms have some 20 KB, tables of 50,000 rows some 10 MB.
  public static let most = 64 << 20

  /// Reads a file.
  /// - Throws: `InvalidInput` for a missing file, a folder, a file that may not be read or is too large.
  public static func read(_ file: URL) throws(InvalidInput) -> [UInt8] {
    try readBytes(of: file, limit: most, kind: "Excel 工作簿")
  }
}
