/// 批注锚点: the marks of comments put into a draft's `document.xml`, whose other bytes stay as they are.
///
/// Where a finding begins or ends inside a run, the run is parted in two with the same properties; two findings that
/// meet at one place part it once.
struct CommentAnchors {
  /// A mark at a place.
  private enum Mark {
    case start(Int), end(Int)
  }

  /// How the bytes are opened at a place.
  private enum Cut: Hashable {
    /// Between elements.
    case none
    /// Between two elements of a run.
    case run(Int)
    /// Inside a `w:t` of a run.
    case text(run: Int, startTag: Range<Int>)
  }

  private struct Place: Hashable {
    let byte: Int
    let cut: Cut
  }

  private let map: DraftMap
  private let bytes: [UInt8]
  private var marks: [Place: [Mark]] = [:]

  init(_ map: DraftMap, in bytes: [UInt8]) {
    self.map = map
    self.bytes = bytes
  }

  /// Anchors a comment at characters of a paragraph, or at all of it; false where there is no such paragraph or it
  /// has no room for marks.
  mutating func add(comment id: Int, paragraph number: Int, characters: Range<Int>?) -> Bool {
    guard map.paragraphs.indices.contains(number - 1) else { return false }
    let paragraph = map.paragraphs[number - 1]
    if let whole = paragraph.whole {
      let range = map.wholes[whole]
      put(id, Place(byte: range.lowerBound, cut: .none), Place(byte: range.upperBound, cut: .none))
      return true
    }
    guard !paragraph.isClosed else { return false }
    let atoms = paragraph.atoms.filter { !$0.scalars.isEmpty }
    guard let characters, !characters.isEmpty,
      let first = atoms.first(where: { $0.scalars.upperBound > characters.lowerBound }),
      let last = atoms.last(where: { $0.scalars.lowerBound < characters.upperBound }),
      first.scalars.lowerBound <= last.scalars.lowerBound
    else {
      put(
        id, Place(byte: paragraph.content.lowerBound, cut: .none),
        Place(byte: paragraph.content.upperBound, cut: .none))
      return true
    }
    put(
      id, start(of: max(characters.lowerBound, first.scalars.lowerBound), in: first),
      end(of: min(characters.upperBound, last.scalars.upperBound), in: last))
    return true
  }

  private mutating func put(_ id: Int, _ start: Place, _ end: Place) {
    marks[start, default: []].append(.start(id))
    marks[end, default: []].append(.end(id))
  }

  /// Just before a character.
  private func start(of scalar: Int, in atom: DraftMap.Atom) -> Place {
    let run = map.runs[atom.run]
    if let whole = run.whole { return Place(byte: map.wholes[whole].lowerBound, cut: .none) }
    if let place = inside(scalar, atom) { return place }
    return atom.element.lowerBound == run.content.lowerBound
      ? Place(byte: run.range.lowerBound, cut: .none)
      : Place(byte: atom.element.lowerBound, cut: .run(atom.run))
  }

  /// Just behind a character; `scalar` counts to behind it.
  private func end(of scalar: Int, in atom: DraftMap.Atom) -> Place {
    let run = map.runs[atom.run]
    if let whole = run.whole { return Place(byte: map.wholes[whole].upperBound, cut: .none) }
    if let place = inside(scalar, atom) { return place }
    return atom.element.upperBound == run.content.upperBound
      ? Place(byte: run.range.upperBound, cut: .none)
      : Place(byte: atom.element.upperBound, cut: .run(atom.run))
  }

  /// The place inside a `w:t`, where the character is not at its edge. CDATA is not parted.
  private func inside(_ scalar: Int, _ atom: DraftMap.Atom) -> Place? {
    guard let content = atom.content, !atom.isLiteral else { return nil }
    let byte = ScalarPlaces.place(
      of: scalar - atom.scalars.lowerBound, in: bytes[content], isLiteral: atom.isLiteral)
    let closing = atom.element.upperBound - "</>".utf8.count
    // Behind the content there is nothing but the end tag.
    guard byte > atom.startTag.upperBound, byte < closing,
      bytes[byte...].prefix(2) != [UInt8(ascii: "<"), UInt8(ascii: "/")]
    else { return nil }
    return Place(byte: byte, cut: .text(run: atom.run, startTag: atom.startTag))
  }

  // MARK: Writing

  /// The part with all marks in it.
  func written() -> [UInt8] {
    var insertions: [(byte: Int, order: Int, text: [UInt8])] = []
    var spaced: Set<Int> = []
    for (place, marks) in marks {
      // At one place, comments end before others begin.
      let ends = marks.compactMap { if case .end(let id) = $0 { id } else { nil } }.sorted()
      let starts = marks.compactMap { if case .start(let id) = $0 { id } else { nil } }.sorted()
      let text = ends.map(endMark).joined() + starts.map(startMark).joined()
      switch place.cut {
      case .none: insertions.append((place.byte, ends.isEmpty ? 1 : 0, Array(text.utf8)))
      case .run(let run):
        let parts = parting(run)
        insertions.append((place.byte, 0, Array((parts.close + text + parts.open).utf8)))
      case .text(let run, let startTag):
        let tag = name(in: startTag)
        let parts = parting(run)
        let open = parts.open + "<\(tag) xml:space=\"preserve\">"
        insertions.append((place.byte, 0, Array(("</\(tag)>" + parts.close + text + open).utf8)))
        // A blank at the end of the first part would be dropped.
        if bytes[place.byte - 1] <= 0x20, !keepsSpace(startTag), spaced.insert(startTag.lowerBound).inserted {
          let behindName = startTag.lowerBound + 1 + tag.utf8.count
          insertions.append((behindName, 0, Array(" xml:space=\"preserve\"".utf8)))
        }
      }
    }
    insertions.sort { ($0.byte, $0.order) < ($1.byte, $1.order) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + insertions.reduce(0) { $0 + $1.text.count })
    var position = 0
    for insertion in insertions {
      result += bytes[position..<insertion.byte]
      result += insertion.text
      position = insertion.byte
    }
    return result + bytes[position...]
  }

  /// What ends a run, and what begins its second part.
  private func parting(_ index: Int) -> (close: String, open: String) {
    let run = map.runs[index]
    let name = String(decoding: bytes[run.name], as: UTF8.self)
    let properties = run.properties.map { String(decoding: bytes[$0], as: UTF8.self) } ?? ""
    return ("</\(name)>", "<\(name)>" + properties)
  }

  private func name(in startTag: Range<Int>) -> String {
    let name = bytes[startTag].dropFirst().prefix {
      $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/")
    }
    return String(decoding: name, as: UTF8.self)
  }

  private func keepsSpace(_ startTag: Range<Int>) -> Bool { bytes[startTag].contains("xml:space".utf8) }

  /// The marks declare their prefix where the draft uses another, or none.
  private var declaration: String {
    map.declaresPrefix ? "" : " xmlns:w=\"\(DraftMap.namespaces[0][map.usesStrictNamespace ? 1 : 0])\""
  }

  private func startMark(_ id: Int) -> String { "<w:commentRangeStart\(declaration) w:id=\"\(id)\"/>" }

  private func endMark(_ id: Int) -> String {
    "<w:commentRangeEnd\(declaration) w:id=\"\(id)\"/><w:r\(declaration)><w:commentReference w:id=\"\(id)\"/></w:r>"
  }
}
