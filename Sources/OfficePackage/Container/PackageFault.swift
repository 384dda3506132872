/// 文件包读取失败: why an Office file could not be read; a closed list, so that a reader can act on the kind.
///
/// The words are for a clerk; the name of the file is added by whoever knows it.
public struct PackageFault: Error, Hashable, Sendable {
  /// What is wrong, as a closed list.
  public enum Kind: String, Hashable, Sendable {
    /// Not an Office file at all: PDF, a picture, text.
    case foreign = "foreign"
    /// Word 97–2003, Excel 97–2003 or another file of that age.
    case oldFormat = "old-format"
    /// Protected by a password.
    case encrypted = "encrypted"
    /// Cut off or changed on its way.
    case damaged = "damaged"
    /// Grows beyond the limits when unpacked: a bomb, or far more than a report.
    case tooLarge = "too-large"
    /// Names that point out of the package, or the same name twice.
    case unsafeNames = "unsafe-names"
    /// A part that the file must have is not there.
    case missingPart = "missing-part"
    /// XML that declares a document type or entities, which Office files never do.
    case declaration = "xml-declaration"
    /// XML that is not well-formed.
    case malformed = "xml-malformed"
    /// Elements inside one another beyond any real document.
    case tooDeep = "xml-too-deep"
  }

  /// What is wrong.
  public var kind: Kind
  /// What is wrong, in one Chinese sentence without a full stop.
  public var message: String
  /// What to do next, in Chinese.
  public var remedy: String
  /// The part of the package, such as `word/document.xml`, where the fault lies in one.
  public var part: String?
  /// The line in the part, from 1, where known.
  public var line: Int?

  /// A fault, with its part and line where it has them.
  public init(_ kind: Kind, _ message: String, remedy: String, part: String? = nil, line: Int? = nil) {
    self.kind = kind
    self.message = message
    self.remedy = remedy
    self.part = part
    self.line = line
  }

  static func damaged(_ message: String, part: String? = nil) -> PackageFault {
    PackageFault(.damaged, message, remedy: "请重新复制或下载原文件，或用 WPS、Word 打开后另存一份", part: part)
  }

  static func tooLarge(_ message: String, part: String? = nil) -> PackageFault {
    PackageFault(.tooLarge, message, remedy: "请确认文件来源；确是报告或表格的，请用 WPS 打开，只留需要的内容后另存", part: part)
  }
}
