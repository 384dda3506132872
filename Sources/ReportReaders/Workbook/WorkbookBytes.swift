public import Foundation
import OfficePackage
public import ReportModel

/// 工作簿文件: the bytes of a workbook file.
public enum WorkbookBytes {
  /// The largest workbook that is read: forms have some 20 KB, tables of 50,000 rows some 10 MB.
  public static let most = 64 << 20

  /// Whether bytes are a workbook by what is inside them, whatever the file is called.
  public static func isWorkbook(_ bytes: [UInt8]) -> Bool {
    guard FileSignature(of: bytes) == .zip, let package = try? OfficePackage(bytes),
      let main = try? package.mainPart(), let type = try? package.contentType(of: main)
    else { return false }
    return type.contains("spreadsheetml") || type.contains("ms-excel")
  }

  /// Reads a file.
  /// - Throws: `InvalidInput` for a missing file, a folder, a file that may not be read or is too large.
  public static func read(_ file: URL) throws(InvalidInput) -> [UInt8] {
    try readBytes(of: file, limit: most, kind: "Excel 工作簿")
  }
}
