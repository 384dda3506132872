import ReportModel

/// 文件清单: documents listed line by line, in an attachment or under a heading of documents, perhaps by field:
/// 经济体制改革(2项) / 1.《甲办法》,某政办〔2024〕5号 / 2.乙细则(某财〔2024〕8号).
struct ListedDocuments {
  private(set) var entries: [OutputTable.Entry] = []
  /// The lines that were read, as stretches of the draft.
  private(set) var lines: [Range<Int>] = []

  init(_ draft: Draft) {
    for (index, section) in draft.sections.enumerated() {
      guard ![.attachments, .plan, .problems, .domain].contains(draft.role(of: section.parent)),
        ![.plan, .problems, .domain].contains(section.role)
      else { continue }
      let isCalledOne = Self.namesDocuments(draft.text.string(section.heading))
      guard isCalledOne || section.role == .attachments else { continue }
      read(index, isCalledOne: isCalledOne, draft)
    }
    for claim in draft.claims where claim.measure == .outputs && claim.period != .plan { read(claim, draft) }
  }

  /// 出台制度性文件3件:甲办法、乙规定、丙规程: as many names behind a colon as are counted before it.
  private mutating func read(_ claim: Claim, _ draft: Draft) {
    guard ![.plan, .problems].contains(draft.role(of: claim.section)),
      let count = draft.quantities[claim.quantity].quantity.whole, count > 1
    else { return }
    let sentence = draft.sentences[claim.sentence].range
    let text = draft.text.string(draft.quantities[claim.quantity].range.upperBound..<sentence.upperBound)
    guard !text.contains("《"), let colon = text.prefix(12).firstIndex(where: { ":\u{FF1A}".contains($0) })
    else { return }
    let names = text[text.index(after: colon)...].split { "、;\u{FF1B}。".contains($0) }
      .compactMap { Self.bare(String($0).trimmed) }
    guard names.count == count else { return }
    entries += names.map { entry in
      var entry = entry
      entry.output.origin.locator = Self.locator(sentence, draft)
      return entry
    }
  }

  private mutating func read(_ index: Int, isCalledOne: Bool, _ draft: Draft) {
    let own = draft.sections[index]
    let paragraphs = draft.paragraphs.filter {
      $0.kind != .matter && $0.range.lowerBound >= own.heading.upperBound
        && $0.range.upperBound <= own.range.upperBound
    }
    var found: [OutputTable.Entry] = []
    var domain: String?
    var read: [Range<Int>] = []
    let isMarked = paragraphs.count { draft.text.string($0.range).contains("《") } * 2 > paragraphs.count
    for paragraph in paragraphs {
      let line = Self.withoutMark(draft.text.string(paragraph.range).trimmingBlanks)
      // 经济组:《甲》、《乙》: the group in the line itself.
      if let title = line.firstIndex(of: "《"), let colon = line[..<title].last, ":\u{FF1A}".contains(colon) {
        domain = TableWords.domainName(String(line[..<title].dropLast()))
      }
      var entries = Self.titled(line)
      if entries.isEmpty, isCalledOne {
        // 三、健全市场化经营机制, over titles in marks: a group, unless it has a number of its own.
        entries = Self.bare(line).flatMap { !isMarked || $0.output.documentNumber != nil ? [$0] : nil } ?? []
      }
      if entries.isEmpty {
        guard line.count <= 30, !line.contains("。") else { continue }
        domain = TableWords.domainName(line.trimmingEnds([":", "\u{FF1A}"]))
      }
      for index in entries.indices {
        entries[index].domain = domain
        entries[index].output.origin.locator = Self.locator(paragraph.range, draft)
      }
      found += entries
      read.append(paragraph.range)
    }
    // Where the heading says nothing of documents, the list itself must: all of it is titles.
    guard found.count >= 2, isCalledOne || found.count * 4 >= paragraphs.count * 3 else { return }
    entries += found
    lines += read
  }

  private static func locator(_ range: Range<Int>, _ draft: Draft) -> String? {
    switch draft.text.place(range) {
    case .text(_, let span): "第\(span.line)行"
    case .paragraph(_, let number, _): "第\(number)段"
    default: nil
    }
  }

  /// 《甲》(某办发〔2024〕1号)、《乙》: the titles of a line, each with the number behind it.
  private static func titled(_ line: String) -> [OutputTable.Entry] {
    var entries: [OutputTable.Entry] = []
    // 以上文件均已施行,其中两项被《甲》刊载: a sentence is no line of the list.
    guard !line.prefix(while: { $0 != "《" }).contains(where: { ",\u{FF0C}。;\u{FF1B}".contains($0) }) else {
      return []
    }
    for part in line.split(separator: "《").dropFirst(line.hasPrefix("《") ? 0 : 1) {
      guard let close = part.lastIndex(of: "》") else { continue }
      entries.append(entry(String(part[..<close]), rest: String(part[part.index(after: close)...])))
    }
    return entries
  }

  /// 甲办法(某财〔2024〕8号): a line that is a title by its end, perhaps with its number behind it.
  private static func bare(_ line: String) -> OutputTable.Entry? {
    let marks: Set<Character> = ["(", "\u{FF08}", ",", "\u{FF0C}", " ", "\u{3000}", ";", "\u{FF1B}", "。"]
    // 甲办法(试行)(某财〔2024〕8号): the number's own brackets.
    let rest: (Substring) -> Bool = { rest in
      let own =
        rest.first.map { "(\u{FF08}".contains($0) } ?? false
        ? rest.prefix { !")\u{FF09}".contains($0) } : rest
      return own.contains("〔") || own.contains("[20") || rest.count <= 1
    }
    let cut = line.indices.first { marks.contains(line[$0]) && rest(line[$0...]) } ?? line.endIndex
    let title = String(line[..<cut]).trimmed
    guard (6...60).contains(title.count), !title.contains("。"),
      isDocument(title.trimmingEnds(["(试行)", "\u{FF08}试行\u{FF09}"]))
    else { return nil }
    return entry(title, rest: String(line[cut...]))
  }

  private static func entry(_ title: String, rest: String) -> OutputTable.Entry {
    var output = InstitutionalOutput(title: title)
    let number = rest.split { "()\u{FF08}\u{FF09},\u{FF0C};\u{FF1B} \u{3000}。、".contains($0) }
      .first { $0.hasSuffix("号") && ($0.contains("〔") || $0.contains("[")) }
    output.documentNumber = number.map { String($0).trimmed }
    return OutputTable.Entry(output: output, domain: nil, tasks: [])
  }

  private static func isDocument(_ title: String) -> Bool {
    let units = Array(title.utf16)
    return units.withUnsafeBufferPointer {
      DocumentReading.kinds.match(before: units.count, in: $0, start: 0) != nil
    }
  }

  /// A line without the number of its item: 1. (2) 三、 ④.
  private static func withoutMark(_ line: String) -> String {
    let scalars = Array(line.unicodeScalars)
    var index = 0
    let isBracketed = scalars.first?.halfWidth == "("
    if isBracketed { index = 1 }
    let first = index
    while index < scalars.count, index - first < 3, isNumeral(scalars[index]) { index += 1 }
    guard index > first, index < scalars.count else { return line }
    if (0x2460...0x2473).contains(scalars[first].value) { return rest(scalars[index...]) }
    let mark = scalars[index].halfWidth
    guard isBracketed ? mark == ")" : ".、)".unicodeScalars.contains(mark) || scalars[index].isBlank else {
      return line
    }
    return rest(scalars[(index + 1)...])
  }

  private static func rest(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars)).trimmed
  }

  private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    scalar.halfWidth.decimalDigit != nil || (0x2460...0x2473).contains(scalar.value)
      || "一二三四五六七八九十".unicodeScalars.contains(scalar)
  }

  /// Whether a heading is one over documents.
  private static func namesDocuments(_ heading: String) -> Bool {
    TableWords.namesDocuments(heading)
      || [
        "出台文件", "印发文件", "制度清单", "文件清单", "文件目录", "文件汇总", "文件一览", "制度名录", "成果名录", "制度汇编", "成果一览", "出台的文件",
        "印发的文件", "制度建设清单", "制度建设成果", "出台制度", "改革文件", "配套文件",
      ]
      .contains(where: heading.contains)
  }
}
