import ReportModel

/// One line of the source in the run of characters.
struct FoldedLine {
  /// Where it stands in the run, without blanks at its ends.
  var range: Range<Int>
  /// The index of its block.
  var block: Int
  /// Whether it is set in from the margin.
  var isIndented: Bool
  /// Its level, where the file itself says that it is a heading; 0 for a title.
  var styleLevel: Int?
}

/// Lays the blocks of a document out as one run of folded characters.
struct TextFolding {
  private(set) var units: [UInt16] = []
  private(set) var originals: [UInt16] = []
  private(set) var beyond: [Int: Unicode.Scalar] = [:]
  private(set) var segments: [DraftText.Segment] = []
  private(set) var lines: [FoldedLine] = []
  private(set) var tables: [Int] = []

  init(_ source: SourceText, table: CharacterTable) {
    // No text has more characters than bytes; room that is not filled is never touched.
    let room = source.blocks.reduce(0) { $0 + $1.text.utf8.count }
    // The buffers are filled in place: reading characters one by one out of strings costs more than all that is done with them.
    var own = [UInt16]()
    units = [UInt16](unsafeUninitializedCapacity: room) { folded, count in
      own = [UInt16](unsafeUninitializedCapacity: room) { raw, rawCount in
        table.folded.withUnsafeBufferPointer { forms in
          for (index, block) in source.blocks.enumerated() {
            if case .table = block.kind {
              tables.append(index)
              continue
            }
            if PageNumbers.isOne(block.text) { continue }
            lay(block, index, into: folded, raw, at: &count, forms)
          }
        }
        rawCount = count
      }
    }
    originals = own
  }

  /// Lays out one block: without blanks at its ends, so that a word cut by a column break reads on.
  private mutating func lay(
    _ block: SourceBlock, _ index: Int, into folded: UnsafeMutableBufferPointer<UInt16>,
    _ raw: UnsafeMutableBufferPointer<UInt16>, at count: inout Int, _ forms: UnsafeBufferPointer<UInt16>
  ) {
    let start = count
    var skipped = 0
    var isOpen = false
    var hasBlank = false
    var text = block.text
    text.withUTF8 { bytes in
      var position = 0
      var next = start
      var rest = 0
      while rest < bytes.count, forms[Int(Self.unit(of: Self.scalar(bytes, &rest)))] == Unit.space {
        skipped += 1
        position = rest
      }
      while position < bytes.count {
        // Nearly all characters are of three bytes, and none of those stands for anything but its folded form.
        if bytes[position] & 0xF0 == 0xE0 {
          let unit =
            UInt16(truncatingIfNeeded: bytes[position]) &<< 12
            | UInt16(truncatingIfNeeded: bytes[position &+ 1] & 0x3F) &<< 6
            | UInt16(truncatingIfNeeded: bytes[position &+ 2] & 0x3F)
          folded[next] = forms[Int(unit)]
          raw[next] = unit
          next &+= 1
          position &+= 3
          continue
        }
        // Digits and letters stand for themselves.
        if Self.isAlphanumeric(bytes[position]) {
          folded[next] = UInt16(bytes[position])
          raw[next] = UInt16(bytes[position])
          next &+= 1
          position &+= 1
          continue
        }
        let scalar = Self.scalar(bytes, &position)
        let unit = Self.unit(of: scalar)
        var form = forms[Int(unit)]
        if form == Unit.space { hasBlank = true }
        if scalar >= 65_536 { beyond[next] = Unicode.Scalar(scalar) }
        // Straight quotation marks open and close by turns.
        if unit == 0x22 {
          isOpen.toggle()
          form = isOpen ? Unit.openQuote : Unit.closeQuote
        }
        folded[next] = form
        // What cannot be seen is a blank, in the source's own spelling too.
        raw[next] = unit < 0x20 || (0x7F...0x9F).contains(unit) ? Unit.space : unit
        next += 1
      }
      while next > start, folded[next - 1] == Unit.space { next -= 1 }
      count = next
    }
    guard count > start else { return }
    segments.append(DraftText.Segment(start: start, block: index, skipped: skipped))
    if hasBlank { closeUp(start, index, skipped, folded, raw, at: &count) }
    var level: Int?
    switch block.kind {
    case .heading(let own): level = own
    case .title: level = 0
    case .paragraph, .table: level = nil
    }
    lines.append(
      FoldedLine(
        range: start..<count, block: index, isIndented: skipped > 0 || block.offset > 0, styleLevel: level))
  }

  /// 任务 41 项 → 任务41项: drops the blanks that set figures apart from their words, so that both spellings read alike.
  private mutating func closeUp(
    _ start: Int, _ block: Int, _ skipped: Int, _ folded: UnsafeMutableBufferPointer<UInt16>,
    _ raw: UnsafeMutableBufferPointer<UInt16>, at count: inout Int
  ) {
    let line = Array(folded[start..<count])
    var end = start
    for index in line.indices {
      if line[index] == Unit.space, Self.isPadding(index, in: line) {
        segments.append(DraftText.Segment(start: end, block: block, skipped: skipped + index + 1))
        continue
      }
      if end < start + index {
        folded[end] = folded[start + index]
        raw[end] = raw[start + index]
        if let scalar = beyond.removeValue(forKey: start + index) { beyond[end] = scalar }
      }
      end += 1
    }
    count = end
  }

  /// Whether a blank stands between a figure and the word that it belongs to. Between an office and a date, in a time, behind
  /// the number of a heading or of an attachment it parts two things.
  private static func isPadding(_ index: Int, in line: [UInt16]) -> Bool {
    guard index > 0, index + 1 < line.count else { return false }
    let (before, after) = (line[index - 1], line[index + 1])
    if isHan(after), isDigit(before) || before == Unit.percent {
      guard
        let last = line[..<index].lastIndex(where: { !isDigit($0) && $0 != Unit.percent && $0 != Unit.point }
        ),
        !(timeMarks.contains(line[last]) && last > 0 && isDigit(line[last - 1]))
      else { return false }
      // 2.5 抓宣传: a number of parts behind a mark.
      if line[last..<index].contains(Unit.point), !isHan(line[last]), line[last] != Unit.space {
        return false
      }
      let owner = line[last] == Unit.space && last > 0 ? line[last - 1] : line[last]
      return !numbered.contains(owner) || last > 3
    }
    guard isHan(before), isDigit(after) else { return false }
    let end =
      line[(index + 1)...].firstIndex { !isDigit($0) && $0 != Unit.point && $0 != Unit.comma } ?? line.count
    guard end < line.count else { return false }
    if line[end] == Unit.percent { return true }
    let next = line[end] == Unit.space ? end + 1 : end
    return next < line.count && isHan(line[next]) && !(end - index == 5 && line[next] == Unit.year)
  }

  private static func isDigit(_ unit: UInt16) -> Bool { (0x30...0x39).contains(unit) }
  private static func isHan(_ unit: UInt16) -> Bool { (0x4E00...0x9FFF).contains(unit) }
  private static let timeMarks = Array(":-/".utf16)
  private static let numbered = Array("件表图".utf16)

  @inline(__always)
  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
  }

  /// The unit that a scalar stands as.
  private static func unit(of scalar: UInt32) -> UInt16 {
    scalar < 65_536 ? UInt16(truncatingIfNeeded: scalar) : 0xFFFD
  }

  /// The scalar at a place in UTF-8 that Swift has already made valid.
  @inline(__always)
  private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int) -> UInt32 {
    let first = UInt32(bytes[position])
    if first < 0x80 {
      position += 1
      return first
    }
    func tail(_ offset: Int) -> UInt32 { UInt32(bytes[position + offset]) & 0x3F }
    defer { position += first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4 }
    if first < 0xE0 { return (first & 0x1F) << 6 | tail(1) }
    if first < 0xF0 { return (first & 0x0F) << 12 | tail(1) << 6 | tail(2) }
    return (first & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3)
  }
}
