import ReportModel

/// 段末没有句号: a paragraph of running text that ends without any mark, in a draft whose paragraphs end with one.
struct CutOffParagraphs {
  let draft: Draft
  let prose: CheckProse

  /// The last clause of each such paragraph.
  var found: [Range<Int>] {
    let told = draft.paragraphs.filter {
      $0.kind == .body && $0.range.count >= Self.longest && tells($0.range)
    }
    guard told.count >= 4 else { return [] }
    let open = told.filter { isOpen($0.range) }
    // Where many lack it the marks were lost on the way, or it is a style.
    guard (1...2).contains(open.count), open.count * 4 <= told.count else { return [] }
    return open.compactMap { paragraph in
      let clause = prose.clause(around: paragraph.range.upperBound - 1..<paragraph.range.upperBound)
      return max(clause.lowerBound, paragraph.range.lowerBound)..<paragraph.range.upperBound
    }.filter { clause in
      !prose.hasAny(Self.bylines, in: clause) && clause.count <= 40
        && !draft.times.contains { $0.range.upperBound == clause.upperBound }
    }
  }

  /// Running text has full stops or several commas inside.
  private func tells(_ range: Range<Int>) -> Bool {
    let units = prose.units[range.dropLast()]
    return units.contains(Self.stop) || units.count { $0 == UInt16(ascii: ",") } > 1
  }

  private func isOpen(_ range: Range<Int>) -> Bool {
    let (last, before) = (prose.units[range.upperBound - 1], prose.units[range.upperBound - 2])
    if last == Self.closing { return Mark.isHan(before) }
    return (Mark.isHan(last) || Mark.isDigit(last) || last == UInt16(ascii: "%"))
      && !prose.isQuoted(range.upperBound - 1)
  }

  private static let longest = 40
  private static let (stop, closing): (UInt16, UInt16) = (0x3002, 0x201D)
  private static let bylines = Mark.words("供稿 通讯员 记者 来源 作者 办公室 改革办 编辑 附件 见附表 如下")
}
