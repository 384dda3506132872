/// 样式: the paragraph styles of an official document, one row a style, each with its clause and rank.
struct OfficialStyle: Sendable {
  typealias Rank = OfficialFormat.Rank

  /// How lines are spaced.
  enum Pitch: Sendable {
    /// On the grid of 22 lines a page.
    case grid
    /// As the characters need: inside tables and around them.
    case natural
    /// The page number's own height.
    case number
    /// None: a paragraph that must be there but not be seen.
    case none
  }

  enum Alignment: String, Sendable {
    case both, left, center, right
  }

  /// The style's id in the file.
  let id: String
  /// Its name: Word's own English one for built-in styles, so that navigation and tables of contents know them.
  let name: String
  /// The name that a clerk reads beside a built-in one.
  var alias: String?
  /// The style it continues.
  var basedOn: String? = "Normal"
  /// The style of the paragraph typed after it.
  var next: String?
  let face: FontProfile.Face
  /// In half points.
  let size: OfficialFormat.Setting
  var alignment = Alignment.both
  var pitch = Pitch.grid
  /// Lines left blank before it.
  var blankBefore = 0
  /// 首行缩进, in characters.
  var indent = 0
  /// 大纲级别, from 1.
  var outline: Int?
  /// Whether the next paragraph must be on the same page.
  var keepsNext = false
  /// Whether it begins a page.
  var beginsPage = false
  let clause: String
  let rank: Rank

  static let body = OfficialStyle(
    id: "OfficialBody", name: "公文正文", face: .body, size: OfficialFormat.size3, indent: 2,
    clause: "7.3.3", rank: .usual)
  static let title = OfficialStyle(
    id: "Title", name: "Title", alias: "公文标题", next: body.id, face: .title, size: OfficialFormat.size2,
    alignment: .center, keepsNext: true, clause: "7.3.1", rank: .usual)
  static let byline = OfficialStyle(
    id: "Subtitle", name: "Subtitle", alias: "题注行", next: body.id, face: .script,
    size: OfficialFormat.size3, alignment: .center, keepsNext: true, clause: "", rank: .practice)
  static let addressee = OfficialStyle(
    id: "Addressee", name: "主送机关", next: body.id, face: .body, size: OfficialFormat.size3,
    blankBefore: 1, keepsNext: true, clause: "7.3.2", rank: .prescribed)
  /// 一级 to 四级标题.
  static let headings = [
    OfficialStyle(
      id: "Heading1", name: "heading 1", alias: "一级标题", next: body.id, face: .heading,
      size: OfficialFormat.size3, indent: 2, outline: 1, keepsNext: true, clause: "7.3.3", rank: .usual),
    OfficialStyle(
      id: "Heading2", name: "heading 2", alias: "二级标题", next: body.id, face: .script,
      size: OfficialFormat.size3, indent: 2, outline: 2, keepsNext: true, clause: "7.3.3", rank: .usual),
    OfficialStyle(
      id: "Heading3", name: "heading 3", alias: "三级标题", next: body.id, face: .body,
      size: OfficialFormat.size3, indent: 2, outline: 3, keepsNext: true, clause: "7.3.3", rank: .usual),
    OfficialStyle(
      id: "Heading4", name: "heading 4", alias: "四级标题", next: body.id, face: .body,
      size: OfficialFormat.size3, indent: 2, outline: 4, keepsNext: true, clause: "7.3.3", rank: .usual),
  ]
  /// The list of attachments below the body; its indents depend on its numbers.
  static let attachmentNote = OfficialStyle(
    id: "AttachmentNote", name: "附件说明", face: .body, size: OfficialFormat.size3, clause: "7.3.4",
    rank: .prescribed)
  static let office = OfficialStyle(
    id: "IssuingOffice", name: "发文机关署名", face: .body, size: OfficialFormat.size3, alignment: .left,
    blankBefore: 1, keepsNext: true, clause: "7.3.5.2", rank: .prescribed)
  static let date = OfficialStyle(
    id: "IssueDate", name: "成文日期", face: .body, size: OfficialFormat.size3, alignment: .left,
    clause: "7.3.5.2", rank: .prescribed)
  /// 附件1, flush left on the first line of a new page.
  static let attachmentNumber = OfficialStyle(
    id: "AttachmentNumber", name: "附件序号", next: "AttachmentTitle", face: .heading,
    size: OfficialFormat.size3, alignment: .left, keepsNext: true, beginsPage: true, clause: "7.3.7",
    rank: .prescribed)
  /// On the third line of the page.
  static let attachmentTitle = OfficialStyle(
    id: "AttachmentTitle", name: "附件标题", next: body.id, face: .title, size: OfficialFormat.size2,
    alignment: .center, blankBefore: 1, outline: 1, keepsNext: true, clause: "7.3.7", rank: .prescribed)
  static let tableCaption = OfficialStyle(
    id: "TableCaption", name: "附件表说明", face: .script, size: OfficialFormat.captionSize,
    alignment: .center, pitch: .natural, keepsNext: true, clause: "", rank: .practice)
  static let tableText = OfficialStyle(
    id: "TableText", name: "表格文字", face: .body, size: OfficialFormat.tableSizes[0], alignment: .left,
    pitch: .natural, clause: "", rank: .practice)
  static let tableHead = OfficialStyle(
    id: "TableHead", name: "表头", basedOn: "TableText", face: .heading, size: OfficialFormat.tableSizes[0],
    alignment: .center, pitch: .natural, keepsNext: true, clause: "", rank: .practice)
  /// The paragraph that must follow a table; it takes up no room.
  static let afterTable = OfficialStyle(
    id: "AfterTable", name: "表后", face: .body, size: OfficialFormat.afterTableSize, pitch: .none, clause: "",
    rank: .practice)
  static let footer = OfficialStyle(
    id: "Footer", name: "footer", alias: "页码", face: .song, size: OfficialFormat.size4, alignment: .right,
    pitch: .number, clause: "7.5", rank: .usual)

  /// All of them, in the order of the file.
  static let all =
    [body, title, byline, addressee] + headings + [
      attachmentNote, office, date, attachmentNumber, attachmentTitle, tableCaption, tableText, tableHead,
      afterTable, footer,
    ]

  /// The style of a heading; levels below the fourth look like the fourth.
  static func heading(_ level: Int) -> OfficialStyle { headings[min(max(level, 1), headings.count) - 1] }
}
