import OfficePackage
public import ReportModel

/// 带批注的草稿: a clerk's Word draft with each finding as a comment at its words. The draft itself stays as it is.
///
/// All parts but the text, the comments and the two lists that name them are copied byte for byte, and in the text
/// nothing changes but around the anchors. Findings in a text box are anchored at the box, those in a field or a
/// content control at the whole of it; those about the file as a whole, at its first paragraph with text.
///
/// ```swift
/// let commented = try CommentedDraft(bytes, file: "草稿.docx", findings: findings)
/// try OutputFailure.write(commented.bytes, to: target)
/// print(commented.count, commented.unplaced)
/// ```
public struct CommentedDraft: Sendable {
  /// The commented copy.
  public let bytes: [UInt8]
  /// How many comments were added.
  public let count: Int
  /// Findings that have no place in the draft: they are about another file, or about a paragraph that is not there.
  public let unplaced: [Diagnostic]

  private static let commentsType =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"

  /// Puts findings into a draft. `file` is the name that their places bear; paragraph and character numbers are those
  /// of this package's Word reader.
  /// - Throws: `InvalidInput` where the draft is damaged, protected, or not a Word file.
  public init(_ draft: [UInt8], file: String, findings: [Diagnostic]) throws(InvalidInput) {
    do throws(PackageFault) {
      self = try Self(package: OfficePackage(draft), draft, file, findings)
    } catch {
      throw InvalidInput([
        Diagnostic(
          "package.\(error.kind.rawValue)", .error, at: .file(file), error.message,
          suggestions: [.init(error.remedy)])
      ])
    }
  }

  private init(bytes: [UInt8], count: Int, unplaced: [Diagnostic]) {
    self.bytes = bytes
    self.count = count
    self.unplaced = unplaced
  }

  private init(package: OfficePackage, _ draft: [UInt8], _ file: String, _ findings: [Diagnostic])
    throws(PackageFault)
  {
    // Names are compared without regard to case; what is changed must bear the name it is stored under.
    func stored(_ part: String) -> String {
      package.partNames.first { $0.lowercased() == part.lowercased() } ?? part
    }
    let main = stored(try package.mainPart())
    let text = try package.bytes(of: main)
    try Self.check(text, part: main)
    let map = DraftMap(text)
    let existing = try package.relationships(of: main).first { $0.type == "comments" }?.part.map(stored)
    let old = try existing.flatMap { part throws(PackageFault) in
      package.contains(part) ? try package.bytes(of: part) : nil
    }
    if let old, let existing { try Self.check(old, part: existing) }
    var next = max(map.highestComment, old.map(CommentParts.highestID) ?? -1) + 1

    var anchors = CommentAnchors(map, in: text)
    var comments: [UInt8] = []
    var unplaced: [Diagnostic] = []
    var count = 0
    let namespace = DraftMap.namespaces[0][map.usesStrictNamespace ? 1 : 0]
    for finding in findings {
      guard let place = Self.place(of: finding, file, map),
        anchors.add(comment: next, paragraph: place.number, characters: place.characters)
      else {
        unplaced.append(finding)
        continue
      }
      comments += CommentText.element(finding, id: next, namespace: namespace)
      next += 1
      count += 1
    }
    guard count > 0 else {
      self.init(bytes: draft, count: 0, unplaced: unplaced)
      return
    }
    var changed = [main: anchors.written()]
    if let old, let existing {
      changed[existing] = CommentParts.appending(comments, to: old)
    } else {
      let part = CommentParts.freeName(beside: main, in: package)
      changed[part] = CommentParts.new(comments, namespace: namespace)
      let types = stored("[Content_Types].xml")
      changed[types] = CommentParts.appending(
        Array(CommentParts.override("/" + part, type: Self.commentsType).utf8),
        to: try package.bytes(of: types))
      let relations = stored(CommentParts.relationships(of: main))
      let oldRelations = package.contains(relations) ? try package.bytes(of: relations) : nil
      changed[relations] = CommentParts.addingRelationship(
        to: "/" + part, in: oldRelations, strict: map.usesStrictNamespace)
    }
    self.init(bytes: try Self.rewritten(package, changed), count: count, unplaced: unplaced)
  }

  /// A part that is to be changed at its bytes must be sound, and in UTF-8 as all word processors write it.
  private static func check(_ bytes: [UInt8], part: String) throws(PackageFault) {
    let reader = XMLPullReader<AnyWordName>(bytes, part: part)
    while try reader.next() != nil {}
    let head = String(decoding: bytes.prefix(200), as: UTF8.self).lowercased()
    let isOther = head.contains("encoding=") && !head.contains("utf-8") && !head.contains("us-ascii")
    guard !isOther, !bytes.starts(with: [0xFF, 0xFE]), !bytes.starts(with: [0xFE, 0xFF]) else {
      throw PackageFault(
        .malformed, "文件内部不是通常的 UTF-8 编码，不能加批注", remedy: "请用 WPS 或 Word 打开后另存一份再试", part: part)
    }
  }

  private static func place(of finding: Diagnostic, _ file: String, _ map: DraftMap) -> (
    number: Int, characters: Range<Int>?
  )? {
    guard finding.place.file == file else { return nil }
    switch finding.place {
    case .paragraph(_, let number, let characters): return (number, characters)
    case .file, .text, .cell:
      return map.paragraphs.firstIndex { $0.count > 0 && !$0.isClosed }.map { ($0 + 1, nil) }
    }
  }

  /// A copy of a package with some parts changed or added; the rest as it is packed.
  private static func rewritten(_ package: OfficePackage, _ changed: [String: [UInt8]]) throws(PackageFault)
    -> [UInt8]
  {
    // Copied parts keep their bytes; the date is that of containers without one.
    let writer = try PackageWriter(date: PackageDate(year: 1980, month: 1, day: 1))
    var rest = changed
    for part in package.partNames {
      if let bytes = rest.removeValue(forKey: part) {
        try writer.add(part, bytes)
      } else {
        try writer.copy(part, from: package)
      }
    }
    for part in rest.keys.sorted() { try writer.add(part, rest[part] ?? []) }
    return try writer.finish()
  }
}

/// No names: the part is only read through to see that it is sound.
private enum AnyWordName: String, XMLName {
  case document = "w:document"
  static let namespaces = ["w": DraftMap.namespaces[0]]
}
