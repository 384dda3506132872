import ReportModel

/// 全半角混用: a mark, a bracket or a digit of another width than all others of its draft, and a blank inside a word.
struct OddWidths {
  let draft: Draft
  let prose: CheckProse
  let lexicon: Lexicon

  typealias Fault = (range: Range<Int>, message: String, remedy: String, replacement: String?)

  /// Half-width marks behind Chinese characters.
  var halfMarks: [Int] { marks.half }

  /// What stands out, once or twice; where there is more of it, it is the way of the text, or it was lost on the way.
  func faults() -> [Fault] {
    [few(loneMarks()), few(stops()), few(pairs()), few(digits()), few(blanks())].flatMap { $0 }
  }

  private func few(_ faults: [Fault]) -> [Fault] { faults.count <= Self.few ? faults : [] }

  private var marks: (half: [Int], full: Int) {
    var half: [Int] = []
    var full = 0
    for index in prose.units.indices.dropFirst() where Self.marks.contains(prose.units[index]) {
      if draft.text.isFolded(index) {
        full += 1
      } else if prose.isRead(index), !prose.beginsParagraph(index), Mark.isHan(prose.units[index - 1]) {
        half.append(index)
      }
    }
    return (half, full)
  }

  /// A half-width mark where all others have full width.
  private func loneMarks() -> [Fault] {
    let marks = marks
    guard marks.full >= Self.many else { return [] }
    return marks.half.map {
      ($0..<$0 + 1, "全文用全角标点，这里用了半角的“\(draft.text.string($0..<$0 + 1))”", "请换成全角标点", fullWidth($0))
    }
  }

  /// 推进改革.落实任务: a point for a full stop.
  private func stops() -> [Fault] {
    let units = prose.units
    return units.indices.dropFirst().compactMap { index in
      guard units[index] == Self.point, prose.isRead(index), !prose.beginsParagraph(index),
        Mark.isHan(units[index - 1]) || Self.closes.contains(units[index - 1]),
        index + 1 == units.count || prose.beginsParagraph(index + 1) || Mark.isHan(units[index + 1])
      else { return nil }
      return (index..<index + 1, "句号写成了半角的点", "请改为“。”", "。")
    }
  }

  /// Brackets of which one has full width.
  private func pairs() -> [Fault] {
    var open: Int?
    var found: [Fault] = []
    for index in prose.units.indices {
      if prose.beginsParagraph(index) { open = nil }
      if prose.units[index] == Self.brackets.0 {
        open = index
      } else if prose.units[index] == Self.brackets.1, let start = open {
        open = nil
        guard draft.text.isFolded(start) != draft.text.isFolded(index), prose.isRead(index) else { continue }
        // What stands behind a Chinese character is told as a lone mark.
        if !draft.text.isFolded(start), Mark.isHan(prose.units[max(0, start - 1)]) { continue }
        let half = draft.text.isFolded(start) ? index : start
        found.append((half..<half + 1, "括号一半全角、一半半角", "请统一用全角括号", fullWidth(half)))
      }
    }
    return found
  }

  /// Full-width digits in a text whose figures have half width.
  private func digits() -> [Fault] {
    var found: [Fault] = []
    var half = 0
    var last = -2
    for index in prose.units.indices where Mark.isDigit(prose.units[index]) {
      guard draft.text.isFolded(index) else {
        half += 1
        continue
      }
      if last + 1 < index, prose.isRead(index) {
        found.append((index..<index + 1, "数字用了全角", "请改为半角数字", draft.text.folded(index..<index + 1)))
      }
      last = index
    }
    return half >= Self.many ? found : []
  }

  /// 经济发 展: a blank between characters that only together are a word.
  private func blanks() -> [Fault] {
    let units = prose.units
    return units.indices.dropFirst(2).compactMap { index in
      guard units[index] == Self.blank, prose.isRead(index), !prose.beginsParagraph(index),
        index + 2 < units.count,
        Mark.isBasicHan(units[index - 1]), Mark.isBasicHan(units[index + 1]),
        !prose.beginsParagraph(index - 1), Mark.isBasicHan(units[index - 2])
      else { return nil }
      var (low, high) = (index, index + 1)
      while low > 0, index - low < 5, Mark.isBasicHan(units[low - 1]), !prose.beginsParagraph(low) {
        low -= 1
      }
      while high < units.count, high - index < 6, Mark.isBasicHan(units[high]), !prose.beginsParagraph(high) {
        high += 1
      }
      // 主 任: set apart to fill a line.
      guard high - low > 4 else { return nil }
      let together = bits(Array(units[low..<index]) + units[index + 1..<high])
      let apart = bits(Array(units[low..<index])) + bits(Array(units[index + 1..<high]))
      guard apart - together >= Self.sure else { return nil }
      let word = draft.text.string(index - 1..<index) + draft.text.string(index + 1..<index + 2)
      return (index - 1..<index + 2, "“\(word)”中间多了一个空格", "请删去空格", word)
    }
  }

  private func bits(_ units: [UInt16]) -> Int { units.withUnsafeBufferPointer { lexicon.bits($0) } }

  private func fullWidth(_ index: Int) -> String? {
    let unit = prose.units[index]
    return Unicode.Scalar(UInt32(unit) + 0xFEE0).map { String(Character($0)) }
  }

  private static let few = 2
  private static let many = 30
  /// By how many bits a text is likelier without the blank.
  private static let sure = 5
  private static let marks = UnitSet(",;:!?(")
  private static let closes = UnitSet("%”》)")
  private static let point = UInt16(ascii: ".")
  private static let blank = UInt16(ascii: " ")
  private static let brackets = (UInt16(ascii: "("), UInt16(ascii: ")"))
}
