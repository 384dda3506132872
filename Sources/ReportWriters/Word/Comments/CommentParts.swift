import OfficePackage

/// The parts of a draft that name its comments, changed at one place each.
enum CommentParts {
  /// The highest id in a comments part, or -1.
  static func highestID(_ comments: [UInt8]) -> Int {
    var scanner = MarkupScanner(comments, namespaces: DraftMap.namespaces)
    var highest = -1
    while let token = scanner.next() {
      guard case .start(let tag) = token, tag.namespace == 0, tag.local == "comment" else { continue }
      highest = max(highest, scanner.attribute("id").flatMap { Int($0) } ?? -1)
    }
    return highest
  }

  /// A part with elements added at the end of its root.
  static func appending(_ elements: [UInt8], to part: [UInt8]) -> [UInt8] {
    var scanner = MarkupScanner(part, namespaces: [])
    guard case .start(let root)? = firstTag(&scanner) else { return part }
    let tag = scanner.range
    guard root.isEmpty else {
      scanner.skip(root)
      let end = scanner.range.upperBound
      // The end tag of the root is the last thing that was passed over.
      let start = part[..<end].lastIndex(of: UInt8(ascii: "<")) ?? end
      return part[..<start] + elements + part[start...]
    }
    let name = String(decoding: part[root.name], as: UTF8.self)
    let open = part[tag].dropLast(2) + [UInt8(ascii: ">")]
    return part[..<tag.lowerBound] + open + elements + Array("</\(name)>".utf8) + part[tag.upperBound...]
  }

  private static func firstTag(_ scanner: inout MarkupScanner) -> MarkupScanner.Token? {
    while let token = scanner.next() { if case .start = token { return token } }
    return nil
  }

  /// A comments part.
  static func new(_ comments: [UInt8], namespace: String) -> [UInt8] {
    let head =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:comments xmlns:w=\"\(namespace)\">"
    return Array(head.utf8) + comments + Array("</w:comments>".utf8)
  }

  /// An entry in the list of content types.
  static func override(_ part: String, type: String) -> String {
    "<Override xmlns=\"\(WordNamespace.contentTypes)\" PartName=\"\(part)\" ContentType=\"\(type)\"/>"
  }

  /// A name for a comments part beside the main part.
  static func freeName(beside main: String, in package: OfficePackage) -> String {
    let folder = main.split(separator: "/").dropLast().map { $0 + "/" }.joined()
    let names = ["comments.xml"] + (2...10_000).map { "comments\($0).xml" }
    return names.map { folder + $0 }.first { !package.contains($0) } ?? folder + "comments.xml"
  }

  /// Where the relationships of a part stand.
  static func relationships(of part: String) -> String {
    let path = part.split(separator: "/")
    return (path.dropLast() + ["_rels", "\(path.last ?? "").rels"]).joined(separator: "/")
  }

  /// The relationships with one more, to a comments part.
  static func addingRelationship(to target: String, in part: [UInt8]?, strict: Bool) -> [UInt8] {
    let base =
      strict ? "http://purl.oclc.org/ooxml/officeDocument/relationships" : WordNamespace.relationships
    let text = part.map { String(decoding: $0, as: UTF8.self) } ?? ""
    let id = ["rIdFindings"] + (2...10_000).map { "rIdFindings\($0)" }
    let free = id.first { !text.contains("\"\($0)\"") && !text.contains("'\($0)'") } ?? "rIdFindings"
    let namespace = WordNamespace.packageRelationships
    let element =
      "<Relationship xmlns=\"\(namespace)\" Id=\"\(free)\" Type=\"\(base)/comments\" Target=\"\(target)\"/>"
    let root = Array(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Relationships xmlns=\"\(namespace)\"/>".utf8)
    return appending(Array(element.utf8), to: part ?? root)
  }
}
