#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// 表格错误: why a workbook could not be made.
///
/// Faults of content name their cell; `isOutputFailure` tells those of the file system from them.
public enum SpreadsheetError: Error, Hashable, Sendable {
  /// A control character that XML forbids; `position` counts scalars from 1.
  case forbiddenCharacter(Unicode.Scalar, position: Int, at: CellAddress)
  /// A cell's text over Excel's 32,767 UTF-16 units.
  case textTooLong(length: Int, at: CellAddress)
  /// A number that is not one (NaN, infinite).
  case notANumber(at: CellAddress)
  /// A row or column outside Excel's 1,048,576 × 16,384 cells.
  case outsideSheet(at: CellAddress)
  /// A row before one that was already streamed out, or a merge over streamed rows.
  case alreadyStreamed(at: CellAddress)
  /// Two merged ranges on one cell: Excel would ask to repair the file.
  case overlappingMerge(at: CellAddress)
  /// A sheet's name that Excel refuses.
  case sheetName(String, SheetNameFault)
  /// A text beside the cells (footer, hint, title …) that is too long or holds a control character.
  case setting(String, limit: Int)
  /// More page breaks than Excel's 1,023 a sheet.
  case tooManyPageBreaks(Int, sheet: String)
  /// The output could not be written.
  case output(file: String, OutputFault)

  /// What is wrong with a sheet's name.
  public enum SheetNameFault: Hashable, Sendable {
    /// Nothing in it.
    case empty
    /// Over 31 UTF-16 units.
    case tooLong(Int)
    /// One of `[ ] : * ? / \`, or a control character.
    case character(Unicode.Scalar)
    /// An apostrophe first or last.
    case apostrophe
    /// There already, letter case aside.
    case taken
    /// `History`, which Excel keeps for itself.
    case reserved
  }

  /// What stands in the way of an output.
  public enum OutputFault: Hashable, Sendable {
    /// The folder does not exist.
    case noFolder
    /// A folder has the file's name.
    case isFolder
    /// Not allowed, or a read-only disk.
    case notAllowed
    /// No room left.
    case diskFull
    /// The file's name is too long.
    case nameTooLong
    /// Anything else, with the system's or the library's number.
    case other(Int)
  }

  /// Whether the file system and not the content is at fault.
  public var isOutputFailure: Bool {
    if case .output = self { return true }
    return false
  }

  /// The cell at fault, where it is one cell's.
  public var address: CellAddress? {
    switch self {
    case .forbiddenCharacter(_, _, let address), .textTooLong(_, let address), .notANumber(let address),
      .outsideSheet(let address), .alreadyStreamed(let address), .overlappingMerge(let address):
      address
    case .sheetName, .setting, .tooManyPageBreaks, .output: nil
    }
  }
}

extension SpreadsheetError: CustomStringConvertible {
  /// What is wrong and what to do, in Chinese.
  public var description: String { "\(message)\u{FF1B}\(remedy)" }

  /// What is wrong, in Chinese.
  public var message: String {
    switch self {
    case .forbiddenCharacter(let scalar, let position, _):
      "文字第\(position)个字符是不能写入表格的控制字符（\(Self.code(scalar))）"
    case .textTooLong(let length, _): "文字有\(length)个字符，超过一个单元格最多容纳的\(CellText.longest)个字符"
    case .notANumber: "数值不是有效的数字"
    case .outsideSheet: "位置超出工作表的范围（最多1048576行、16384列）"
    case .alreadyStreamed: "大表逐行写出，不能回头修改前面的行"
    case .overlappingMerge: "合并单元格的区域相互重叠"
    case .sheetName(let name, let fault): "工作表名称“\(name)”不能使用：\(Self.words(fault))"
    case .setting(let what, let limit): "\(what)过长或含有控制字符（最多\(limit)个字符）"
    case .tooManyPageBreaks(let count, let sheet): "工作表“\(sheet)”有\(count)处分页，超过Excel允许的1023处"
    case .output(_, let fault): Self.words(fault)
    }
  }

  /// What to do next, in Chinese.
  public var remedy: String {
    switch self {
    case .forbiddenCharacter: "请在台账中删去这个看不见的字符（常由复制粘贴带来）"
    case .textTooLong: "请缩短这段文字，或把它拆成几项"
    case .notANumber, .outsideSheet, .alreadyStreamed, .overlappingMerge, .tooManyPageBreaks: "请减少一张表中的内容"
    case .sheetName: "请换一个31个字符以内、不含 [ ] : * ? / \\ 的名称"
    case .setting: "请缩短这段文字"
    case .output(_, let fault):
      switch fault {
      case .noFolder: "请先建立该文件夹，或换一个输出位置"
      case .isFolder: "请给同名文件夹改名，或换一个输出文件名"
      case .notAllowed: "请检查文件夹权限，或换一个可以写入的位置"
      case .diskFull: "请清理磁盘后重试"
      case .nameTooLong: "请缩短文件名"
      case .other: "请换一个输出位置后重试"
      }
    }
  }

  private static func code(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  private static func words(_ fault: SheetNameFault) -> String {
    switch fault {
    case .empty: "名称为空"
    case .tooLong(let length): "有\(length)个字符，最多31个"
    case .character(let scalar) where scalar.value < 0x20: "含有控制字符（\(code(scalar))）"
    case .character(let scalar): "含有不允许的字符“\(scalar)”"
    case .apostrophe: "不能以单引号开头或结尾"
    case .taken: "已有同名的工作表"
    case .reserved: "这是Excel保留的名称"
    }
  }

  private static func words(_ fault: OutputFault) -> String {
    switch fault {
    case .noFolder: "输出文件夹不存在"
    case .isFolder: "同名的文件夹占用了输出文件的位置"
    case .notAllowed: "没有写入权限"
    case .diskFull: "磁盘空间不足"
    case .nameTooLong: "文件名过长"
    case .other(let number): "写入失败（错误号\(number)）"
    }
  }
}

extension SpreadsheetError.OutputFault {
  /// The fault that a system error number stands for.
  init(_ number: Int32) {
    self =
      switch number {
      case ENOENT, ENOTDIR: .noFolder
      case EISDIR: .isFolder
      case EACCES, EPERM, EROFS: .notAllowed
      case ENOSPC, EDQUOT, EFBIG: .diskFull
      case ENAMETOOLONG: .nameTooLong
      default: .other(Int(number))
      }
  }
}
