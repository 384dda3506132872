import ReportModel

/// 附件: the list of attachments behind a text, and the pages of those bound in with it.
extension FrontMatter {
  /// 附件:1. … 2. …, and the pages 附件1 behind it.
  func readAttachments(_ paragraphs: inout [DraftParagraph], from body: Int) -> Attachments {
    var found = Attachments()
    var index = body
    while index < paragraphs.count {
      let range = paragraphs[index].range
      if let title = pageTitle(range), index > body {
        if !found.titles.contains(where: { same($0, title) }) { found.titles.append(title) }
        // 附件1 甲表 and 附件2 乙表 in lines side by side are a list, and the last of it has no page either.
        let isListed =
          !isOverTable(index, paragraphs)
          && (index + 1 < paragraphs.count && pageTitle(paragraphs[index + 1].range) != nil
            || pageTitle(paragraphs[index - 1].range) != nil && !hasPage(behind: index, paragraphs))
        if !isListed { found.pages.append((range.lowerBound, title)) }
        paragraphs[index].kind = .matter
        index += 1
        continue
      }
      guard let rest = attachmentHead(range) else {
        index += 1
        continue
      }
      // A page of its own: its title is the next line.
      if rest.isEmpty, index + 1 < paragraphs.count, index > body {
        paragraphs[index].kind = .matter
        index += 1
        let own = paragraphs[index].range
        if !isItem(own), own.count <= 60 {
          if !found.titles.contains(where: { same($0, own) }) { found.titles.append(own) }
          found.pages.append((range.lowerBound, own))
          paragraphs[index].kind = .matter
          index += 1
          continue
        }
      }
      if !rest.isEmpty {
        paragraphs[index].kind = .matter
        found.titles += items(in: rest)
        if index > body, index + 1 < paragraphs.count, holds(paragraphs[index + 1].range) {
          found.pages.append((range.lowerBound, rest))
        }
        index += 1
      }
      while index < paragraphs.count, isItem(paragraphs[index].range), paragraphs[index].range.count <= 80 {
        paragraphs[index].kind = .matter
        found.titles += items(in: paragraphs[index].range)
        index += 1
      }
      if rest.isEmpty, index < paragraphs.count, paragraphs[index].range == range { index += 1 }
    }
    return found
  }

  /// Whether a table stands between a line and the next one.
  private func isOverTable(_ index: Int, _ paragraphs: [DraftParagraph]) -> Bool {
    let next = index + 1 < paragraphs.count ? paragraphs[index + 1].range.lowerBound : units.count
    return tables.contains { (paragraphs[index].range.upperBound...next).contains($0) }
  }

  /// Whether more than an office and a date stands behind a line.
  private func hasPage(behind index: Int, _ paragraphs: [DraftParagraph]) -> Bool {
    paragraphs.count - index - 1 > 2 || paragraphs[(index + 1)...].contains { $0.range.count > 40 }
  }

  private func same(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    left.count == right.count && zip(left, right).allSatisfy { units[$0] == units[$1] }
  }

  /// Whether a line is what an attachment holds, and no further title in a list: it names a document, or ends a sentence.
  private func holds(_ range: Range<Int>) -> Bool {
    attachmentHead(range) == nil
      && (range.contains { units[$0] == Unit.openTitle } || units[range.upperBound - 1] == Unit.stop)
  }

  private func isItem(_ range: Range<Int>) -> Bool {
    marks.mark(at: range.lowerBound, end: range.upperBound)?.scheme == .arabicPoint
  }

  /// The title in a page's head such as 附件1 甲表.
  private func pageTitle(_ range: Range<Int>) -> Range<Int>? {
    guard range.count <= 60,
      let word = Self.attachmentWords.match(at: range.lowerBound, in: units, end: range.upperBound)
    else { return nil }
    var index = range.lowerBound + word.length
    let number = index
    while index < range.upperBound, index - number < 2,
      marks.numerals.isDigit(index) || marks.numerals.kind(index) == .chineseDigit
    { index += 1 }
    guard index > number, index < range.upperBound - 1, units[index] == Unit.space else { return nil }
    return index + 1..<range.upperBound
  }

  /// What follows 附件: or 附件1 at the start of a line; nil for any other line.
  private func attachmentHead(_ range: Range<Int>) -> Range<Int>? {
    guard let word = Self.attachmentWords.match(at: range.lowerBound, in: units, end: range.upperBound) else {
      return nil
    }
    var index = range.lowerBound + word.length
    // 附件(3件):1.甲表
    if index < range.upperBound, units[index] == Unit.openBracket,
      let close = units[index..<min(index + 8, range.upperBound)].firstIndex(of: Unit.closeBracket)
    {
      index = close + 1
    }
    let bare = index
    while index < range.upperBound, marks.numerals.isDigit(index) || units[index] == Unit.space { index += 1 }
    // 附件一:甲表
    if index == bare, index + 1 < range.upperBound, marks.numerals.kind(index) == .chineseDigit,
      units[index + 1] == Unit.colon
    {
      index += 1
    }
    if index == range.upperBound { return index..<index }
    guard units[index] == Unit.colon || (index > bare && units[index] == Unit.point) else { return nil }
    index += 1
    while index < range.upperBound, units[index] == Unit.space { index += 1 }
    return range.count <= 300 ? index..<range.upperBound : nil
  }

  /// The titles in a line such as 1.甲表 2.乙表.
  private func items(in range: Range<Int>) -> [Range<Int>] {
    var titles: [Range<Int>] = []
    var start = range.lowerBound
    if let mark = marks.mark(at: start, end: range.upperBound), mark.scheme == .arabicPoint {
      start += mark.length
    }
    var index = start
    while index < range.upperBound {
      if index > start, let mark = marks.mark(at: index, end: range.upperBound), mark.scheme == .arabicPoint,
        !marks.numerals.isDigit(index - 1)
      {
        titles.append(start..<index)
        start = index + mark.length
        index = start
      } else {
        index += 1
      }
    }
    titles.append(start..<range.upperBound)
    return titles.flatMap(sides).filter { !$0.isEmpty }
  }

  /// 甲清单、乙表(略): titles without numbers, where each part ends as such titles do.
  private func sides(_ range: Range<Int>) -> [Range<Int>] {
    let whole = tidied(range)
    let marks = [Unit.pause, Unit.semicolon, Unit.comma, Unit.space]
    let cuts = [whole.lowerBound - 1] + whole.filter { marks.contains(units[$0]) } + [whole.upperBound]
    let parts = zip(cuts, cuts.dropFirst()).map { tidied($0 + 1..<$1) }.filter { !$0.isEmpty }
    let areTitles = parts.allSatisfy {
      $0.count > 5 && Self.attachmentEnds.match(before: $0.upperBound, in: units, start: $0.lowerBound) != nil
    }
    return parts.count > 1 && areTitles ? parts : [whole]
  }

  private func tidied(_ range: Range<Int>) -> Range<Int> {
    var stop = range.upperBound
    while stop > range.lowerBound,
      [Unit.space, Unit.semicolon, Unit.stop, Unit.pause].contains(units[stop - 1])
    { stop -= 1 }
    if let left = Self.leftOut.match(before: stop, in: units, start: range.lowerBound) { stop -= left.length }
    return range.lowerBound..<stop
  }

  private static let attachmentEnds = WordTable<Bool>(
    set: "表 清单 目录 台账 汇编 名单 情况 说明 图 汇总 一览 统计 简介 案例", backwards: true)
  /// What is said of an attachment behind its title.
  private static let leftOut = WordTable<Bool>(set: "(略) (另附) (附后) (另报) (另行报送) (见后)", backwards: true)
  private static let attachmentWords = WordTable<Bool>(set: "附件 附表 附 附录")
}
