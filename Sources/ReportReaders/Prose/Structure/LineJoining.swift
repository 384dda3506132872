import ReportModel

/// A paragraph, whole again, before anything is known of it.
struct JoinedParagraph {
  var range: Range<Int>
  var styleLevel: Int?
  var firstLine: Int
  /// Lines of the source between this paragraph and the one before it.
  var gap: Int
}

/// Joins the lines that a column, a page or a fixed width has broken.
///
/// A line reads on where it is running text that ends without a closing mark and the next line does not begin like something
/// new: a heading, an item, a dateline, an indented paragraph. Paragraphs of a Word file are whole as they stand.
struct LineJoining {
  let units: UnsafeBufferPointer<UInt16>
  /// The characters as the file has them: a wide mark takes two columns, whatever it is read as.
  let originals: [UInt16]
  let marks: HeadingMarks
  let lines: [FoldedLine]
  let source: SourceText

  func paragraphs() -> [JoinedParagraph] {
    let indented = lines.count { $0.isIndented }
    let bodies = lines.count { $0.range.count >= 20 }
    let usesIndents = bodies > 0 && indented * 3 >= bodies
    let width = commonWidth()
    var paragraphs: [JoinedParagraph] = []
    paragraphs.reserveCapacity(lines.count)
    for (index, line) in lines.enumerated() {
      let number = source.blocks[line.block].number
      let gap = index == 0 ? 0 : number - source.blocks[lines[index - 1].block].number
      if let last = paragraphs.last,
        readsOn(lines[index - 1], line, paragraph: last, usesIndents: usesIndents, width: width)
      {
        paragraphs[paragraphs.count - 1].range = last.range.lowerBound..<line.range.upperBound
      } else {
        paragraphs.append(
          JoinedParagraph(range: line.range, styleLevel: line.styleLevel, firstLine: number, gap: gap))
      }
    }
    return paragraphs
  }

  /// The width at which a text file breaks its lines, where most long lines have one and the same, in columns: an ideograph has
  /// two. Narrow ones, as newspapers have, are believed only where the lines are running text that goes on.
  private func commonWidth() -> Int? {
    var counts: [Int: Int] = [:]
    var long = 0
    for line in lines {
      let width = width(of: line.range)
      guard width >= Self.narrowest else { continue }
      long += 1
      counts[width, default: 0] += 1
    }
    guard long >= 8, let best = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) })?.key,
      best <= 160
    else { return nil }
    let near = lines.filter { isFull($0.range, best) }
    guard near.count * 2 > long else { return nil }
    if best >= 40 { return best }
    let open = near.count { !Self.closing.contains(units[$0.range.upperBound - 1]) }
    guard open * 10 > near.count * 7 else { return nil }
    let count = lines.reduce(0) { $0 + (width(of: $1.range) < Self.narrowest ? 0 : pauses(in: $1.range)) }
    return count * 2 > long ? best : nil
  }

  private func pauses(in range: Range<Int>) -> Int {
    range.count { units[$0] == Unit.comma || units[$0] == Unit.stop || units[$0] == Unit.pause }
  }

  private func width(of range: Range<Int>) -> Int {
    range.count > 100 ? range.count * 2 : range.reduce(0) { $0 + (originals[$1] < 0x80 ? 1 : 2) }
  }

  /// Whether a line is as wide as lines are; the first of a paragraph is narrower by its indent, and marks may hang over.
  private func isFull(_ range: Range<Int>, _ width: Int) -> Bool {
    (width - 5...width + 4).contains(self.width(of: range))
  }

  private func readsOn(
    _ line: FoldedLine, _ next: FoldedLine, paragraph: JoinedParagraph, usesIndents: Bool, width: Int?
  ) -> Bool {
    guard line.styleLevel == nil, next.styleLevel == nil, !(usesIndents && next.isIndented) else {
      return false
    }
    guard !source.blocks[next.block].isParagraph else { return false }
    guard next.block == line.block + 1 || !hasTable(line.block + 1..<next.block) else { return false }
    let last = units[line.range.upperBound - 1]
    if Self.closing.contains(last) { return false }
    if last == Unit.closeQuote, line.range.count > 1, Self.closing.contains(units[line.range.upperBound - 2])
    {
      return false
    }
    if marks.mark(at: next.range.lowerBound, end: next.range.upperBound) != nil { return false }
    if Self.beginnings.match(at: next.range.lowerBound, in: units, end: next.range.upperBound) != nil {
      return false
    }
    if Self.heads.match(at: line.range.lowerBound, in: units, end: line.range.upperBound) != nil {
      return false
    }
    if endsInByline(line.range) { return false }
    let continues = last == Unit.comma || last == Unit.pause
    if continues { return true }
    // A heading keeps to itself, and so does a short line.
    let isRunning = paragraph.range.count > line.range.count || hasSentence(line.range)
    if let width, isFull(line.range, width) {
      // Titles and dates may be as wide as a narrow column; running text is indented or goes on.
      if width < 40 {
        return isRunning || line.isIndented || line.range.contains { units[$0] == Unit.comma }
      }
      return isRunning || marks.mark(at: line.range.lowerBound, end: line.range.upperBound) == nil
        || line.range.count >= 30
    }
    return isRunning && line.range.count >= 30
  }

  /// 全媒体记者 … 通讯员 … behind the last full stop of a line.
  private func endsInByline(_ range: Range<Int>) -> Bool {
    var tail = range.upperBound
    while tail > range.lowerBound, range.upperBound - tail < 40, units[tail - 1] != Unit.stop { tail -= 1 }
    return ShellWords.bylines.match(at: tail, in: units, end: range.upperBound) != nil
  }

  private func hasTable(_ blocks: Range<Int>) -> Bool {
    blocks.contains { if case .table = source.blocks[$0].kind { true } else { false } }
  }

  /// Whether a line is running text: it holds a full stop or several commas.
  private func hasSentence(_ range: Range<Int>) -> Bool {
    var commas = 0
    for index in range {
      switch units[index] {
      case Unit.stop: return true
      case Unit.comma, Unit.semicolon: commas += 1
      default: continue
      }
    }
    return commas >= 2 || (commas == 1 && range.count >= 40)
  }

  /// The narrowest line that may be running text: eight characters.
  private static let narrowest = 16
  private static let closing = Array("。!?:;…)】|》".utf16)
  /// Words that begin something new.
  private static let beginnings = WordTable<Bool>(
    set: "本报讯 本网讯 本刊讯 附件 附: 通讯员 全媒体记者 本报记者 记者 来源: 时间: (通讯员 (记者 (全媒体记者 —— 责任编辑 抄送 主送 各位代表 # * - •")
  /// Lines that stand for themselves.
  private static let heads = WordTable<Bool>(set: "附件 附: —— 来源: 时间: 索引号 您的位置 当前位置 责任编辑")
}
