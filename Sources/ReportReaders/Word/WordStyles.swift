import OfficePackage

/// Word 样式表: what the styles of a document say about headings and automatic numbers.
struct WordStyles {
  /// What a style, with all that it is based on, says of its paragraphs.
  struct Resolved: Hashable {
    /// What the style makes of a paragraph.
    var role = Role.ordinary
    /// The list that numbers its paragraphs.
    var numberID: Int?
    /// The level in that list.
    var level: Int?
  }

  /// What a paragraph is by its style.
  enum Role: Hashable {
    case ordinary, title
    /// A heading; levels from 1.
    case heading(Int)
    /// A line of the table of contents, which repeats what stands elsewhere.
    case contents
  }

  private struct Style {
    var name = ""
    var basedOn: String?
    var outline: Int?
    var numberID: Int?
    var level: Int?
  }

  private var styles: [String: Style] = [:]
  private var standard: String?

  /// No styles at all: every paragraph is ordinary.
  init() {}

  /// Reads `styles.xml`.
  init(_ reader: WordXML) throws(PackageFault) {
    var id: String?
    while let event = try reader.next() {
      switch event {
      case .start(.style):
        id = reader[.type] == "paragraph" ? reader[.styleID] : nil
        guard let id else { continue }
        styles[id] = Style()
        if ["1", "true", "on"].contains(reader[.standard]) { standard = id }
      case .end(.style): id = nil
      case .start(.paragraphChange), .start(.runChange): try reader.skipElement()
      case .start(let name?):
        guard let id else { continue }
        switch name {
        case .name: styles[id]?.name = reader[.value] ?? ""
        case .basedOn: styles[id]?.basedOn = reader[.value]
        case .outlineLevel: styles[id]?.outline = reader.number
        case .numberID: styles[id]?.numberID = reader.number
        case .level: styles[id]?.level = reader.number
        default: break
        }
      default: break
      }
    }
  }

  /// The style of a paragraph that names it, or the document's usual one for nil.
  func resolve(_ id: String?) -> Resolved {
    var resolved = Resolved()
    var outline: Int?
    var next = id ?? standard
    var seen: Set<String> = []
    while let id = next, seen.insert(id).inserted, let style = styles[id] {
      if resolved.role == .ordinary { resolved.role = Self.role(named: style.name) }
      outline = outline ?? style.outline
      resolved.numberID = resolved.numberID ?? style.numberID
      resolved.level = resolved.level ?? style.level
      next = style.basedOn
    }
    if resolved.role == .ordinary, let outline, (0...8).contains(outline) {
      resolved.role = .heading(outline + 1)
    }
    return resolved
  }

  /// The styles' own names: Word and WPS store the built-in ones in English, templates have them in Chinese.
  private static func role(named name: String) -> Role {
    let name = name.lowercased().filter { $0 != " " }
    if ["title", "标题", "文档标题", "公文标题"].contains(name) { return .title }
    if name.hasPrefix("toc"), name.dropFirst(3).allSatisfy(\.isNumber) || name == "tocheading" {
      return .contents
    }
    if name.hasPrefix("目录"), name.dropFirst(2).allSatisfy(\.isNumber) { return .contents }
    for prefix in ["heading", "标题"] where name.hasPrefix(prefix) {
      if let level = Int(name.dropFirst(prefix.count)), (1...9).contains(level) { return .heading(level) }
    }
    return .ordinary
  }
}
