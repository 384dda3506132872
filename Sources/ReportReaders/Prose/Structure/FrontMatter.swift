import ReportModel

/// 标题、题注、主送、落款、附件: the paragraphs around the running text of an article.
struct FrontMatter {
  let units: UnsafeBufferPointer<UInt16>
  let marks: HeadingMarks
  /// Where in the run of characters tables stand.
  let tables: [Int]

  /// Reads head and foot of an article from its paragraphs, and marks those as matter. Returns the attachments' titles.
  /// What stands outside the running text.
  struct Attachments {
    /// The titles of the attachments.
    var titles: [Range<Int>] = []
    /// Where the pages of attachments begin, with their titles.
    var pages: [(offset: Int, title: Range<Int>)] = []
  }

  func read(_ article: inout DraftArticle, _ paragraphs: inout [DraftParagraph], styles: [Int?])
    -> Attachments
  {
    // What the document says of its own date stands before the day on which a site published it.
    let published = article.date
    article.date = nil
    defer { article.date = article.date ?? published }
    let body = readHead(&article, &paragraphs, styles: styles)
    let attachments = readAttachments(&paragraphs, from: body)
    readFoot(&article, &paragraphs, from: body, before: attachments.pages.first?.offset ?? Int.max)
    // 某区委改革办 / 关于…的报告: the line above the title is who reports, where nobody signs.
    if article.office == nil, let title = article.title,
      let above = paragraphs.prefix(body).last(where: { $0.range.upperBound <= title.lowerBound })?.range,
      isOffice(above), !isLetterhead(above)
    {
      article.office = trimmed(above)
    }
    // 某区委改革办关于…的报告, 某区委改革办2023年工作总结
    if article.office == nil, let title = article.title {
      let about = Self.about.first(in: title, of: units)?.range.lowerBound
      let year = title.first { marks.numerals.isDigit($0) }
      let office = title.lowerBound..<min(about ?? title.upperBound, year ?? title.upperBound)
      if office.count > 4, isOffice(office) { article.office = office }
    }
    return attachments
  }

  private func readHead(_ article: inout DraftArticle, _ paragraphs: inout [DraftParagraph], styles: [Int?])
    -> Int
  {
    var index = 0
    var titles: [Int] = []
    while index < paragraphs.count, index < 12 {
      let range = paragraphs[index].range
      if styles[index] == 0 {
        titles.append(index)
      } else if !titles.isEmpty, isSubtitle(range) {
        titles.append(index)
      } else if let level = styles[index],
        level > 1 || !titles.isEmpty || marks.mark(at: range.lowerBound, end: range.upperBound) != nil
      {
        break
      } else if isAddressee(range), index > 0 {
        article.addressee = article.addressee ?? range.lowerBound..<range.upperBound - 1
      } else if isLetterhead(range) {
        // 某区委改革办文件, 改办〔2023〕3号, 签发人:…: above the title.
      } else if isDate(range) {
        article.date = Imprint.date(in: range, units, marks.numerals)
      } else if readLabels(range, &article) {
        // 报告单位:某区委改革办 报告时间:2025年1月15日
      } else if isOffice(range), !titles.isEmpty, index <= 4 {
        article.office = article.office ?? trimmed(range)
      } else if index <= 4, let (office, date) = officeAndDate(range) {
        article.office = article.office ?? office
        article.date = article.date ?? date
      } else if !titles.isEmpty, isBracketed(range) {
        // (2022年度), (审议稿), (2025年12月26日在区委深改委第五次会议上): what a title says beside itself.
        let isDated =
          isDate(trimmed(range))
          || Self.occasions.match(before: range.upperBound - 1, in: units, start: range.lowerBound) != nil
        article.date = article.date ?? (isDated ? Imprint.date(in: range, units, marks.numerals) : nil)
      } else if !titles.isEmpty, let office = officeOfSpeaker(range) {
        article.office = article.office ?? office
      } else if isTitle(
        range, next: index + 1 < paragraphs.count ? paragraphs[index + 1].range : nil,
        hasTitle: !titles.isEmpty)
      {
        titles.append(index)
      } else {
        break
      }
      paragraphs[index].kind = .matter
      index += 1
    }
    article.title = title(titles.map { paragraphs[$0].range })
    return index
  }

  /// What the second line of a title begins with: 及2025年工作安排.
  private static let joins = Array("及暨和与".utf16)

  /// The title among the lines of the head: the one that says 报告 or 总结, with the lines before it that it completes.
  private func title(_ lines: [Range<Int>]) -> Range<Int>? {
    guard let first = lines.first else { return nil }
    for (index, line) in lines.enumerated()
    where units[line.lowerBound] != Unit.dash
      && Self.titleEnds.match(before: line.upperBound, in: units, start: line.lowerBound) != nil
    {
      // 某区委改革办 / 2023年工作总结: an office's name in a line of its own belongs to the title.
      let isBehindOffice = index > 0 && marks.numerals.isDigit(line.lowerBound) && isOffice(lines[index - 1])
      // 某区委改革办 / 关于…的报告: who reports, what about and in what form make one title.
      let isAbout =
        index > 0 && Self.about.match(at: line.lowerBound, in: units, end: line.upperBound) != nil
        && isOffice(lines[index - 1])
      let complete = index == 0 || line.count > 10 && !isBehindOffice && !isAbout
      // 某区2024年改革工作总结 / 及2025年工作安排: one title in two lines.
      let end =
        index + 1 < lines.count && Self.joins.contains(units[lines[index + 1].lowerBound])
        ? lines[index + 1].upperBound : line.upperBound
      return complete
        ? line.lowerBound..<end
        : (lines[index - 1].upperBound == line.lowerBound ? lines[index - 1].lowerBound : line.lowerBound)..<end
    }
    // 向改革要活力 / ——某区2023年改革工作总结: behind a slogan the line that says what it is, and of which year.
    if let line = lines.dropFirst().first(where: isSubtitle), !isDated(first), isDated(line),
      Self.reports.match(before: line.upperBound, in: units, start: line.lowerBound) != nil,
      let start = line.first(where: { units[$0] != Unit.dash && units[$0] != Unit.space })
    {
      return start..<line.upperBound
    }
    return first
  }

  private func isDated(_ line: Range<Int>) -> Bool { WrittenYear.first(in: line, of: units) != nil }

  private func isTitle(_ range: Range<Int>, next: Range<Int>?, hasTitle: Bool) -> Bool {
    guard range.count <= 60, marks.mark(at: range.lowerBound, end: range.upperBound) == nil,
      // 1 总体情况
      !(marks.numerals.isDigit(range.lowerBound) && range.prefix(3).contains { units[$0] == Unit.space })
    else { return false }
    switch units[range.upperBound - 1] {
    case Unit.stop, Unit.comma, Unit.semicolon, Unit.colon: return false
    default: break
    }
    guard !range.contains(where: { units[$0] == Unit.stop }) else { return false }
    if isSubtitle(range) { return hasTitle }
    if hasTitle {
      // Below a title only its own second line belongs to it; a sub-head comes next.
      return Self.titleEnds.match(before: range.upperBound, in: units, start: range.lowerBound) != nil
    }
    return next != nil
  }

  /// ——某区2023年改革工作报告
  private func isSubtitle(_ range: Range<Int>) -> Bool {
    (2...60).contains(range.count) && units[range.lowerBound] == Unit.dash
      && units[range.upperBound - 1] != Unit.stop
  }

  private func isAddressee(_ range: Range<Int>) -> Bool {
    range.count <= 40 && units[range.upperBound - 1] == Unit.colon
      && marks.mark(at: range.lowerBound, end: range.upperBound) == nil
      && !range.contains { units[$0] == Unit.stop || units[$0] == Unit.comma }
  }

  private func isLetterhead(_ range: Range<Int>) -> Bool {
    guard range.count <= 30 else { return false }
    if Self.letterheads.match(at: range.lowerBound, in: units, end: range.upperBound) != nil { return true }
    if Self.letters.match(before: range.upperBound, in: units, start: range.lowerBound) != nil,
      range.count > 4, isOffice(range.lowerBound..<range.upperBound - 2)
    {
      return true
    }
    // 改办〔2023〕3号
    return units[range.upperBound - 1] == Unit.number
      && range.contains { units[$0] == Unit.closeYear || units[$0] == Unit.closeSquare }
      && !range.contains { units[$0] == Unit.openTitle }
  }

  private func isDate(_ range: Range<Int>) -> Bool {
    guard range.count <= 16 else { return false }
    return range.contains { units[$0] == Unit.year || units[$0] == Unit.hyphen || units[$0] == Unit.point }
      && range.allSatisfy {
        Self.dateLine.contains(units[$0]) || marks.numerals.isDigit($0)
          || marks.numerals.kind($0) == .chineseDigit
          || units[$0] == Unit.ten
      } && Imprint.date(in: range, units, marks.numerals) != nil
  }

  /// 报告时间:2025年1月15日 报告单位:某区委改革办: a line of labels; false for any other.
  private func readLabels(_ range: Range<Int>, _ article: inout DraftArticle) -> Bool {
    guard range.count <= 60,
      Self.lineLabels.match(at: range.lowerBound, in: units, end: range.upperBound) != nil
    else { return false }
    var start = range.lowerBound
    while start < range.upperBound {
      guard let label = Self.lineLabels.match(at: start, in: units, end: range.upperBound) else {
        start += 1
        continue
      }
      var first = start + label.length
      while first < range.upperBound, units[first] == Unit.space { first += 1 }
      // 某区委改革办(以下简称“区委改革办”)
      let end =
        (first..<range.upperBound).first {
          $0 > first && [Unit.space, Unit.openBracket].contains(units[$0])
        } ?? range.upperBound
      switch label.meaning {
      case .office: if first < end { article.office = article.office ?? first..<end }
      case .addressee: if first < end { article.addressee = article.addressee ?? first..<end }
      case .date: article.date = article.date ?? Imprint.date(in: first..<end, units, marks.numerals)
      }
      start = end
    }
    return true
  }

  private enum Label { case office, addressee, date }

  private static let lineLabels = WordTable<Label>(rows: [
    (.office, "报告单位: 报送单位: 填报单位: 编制单位: 汇报单位: 总结单位: 呈报单位: 上报单位: 起草单位: 单位:"),
    (.addressee, "报送对象: 呈报对象: 主送: 主送单位: 主送机关: 呈报: 报送: 上报:"),
    (.date, "报告时间: 报告日期: 报送时间: 报送日期: 填报时间: 填报日期: 编制时间: 汇报时间: 汇报日期: 编制日期: 上报时间: 上报日期: 成文日期: 日期: 时间:"),
  ])

  /// 某区委改革办 2021年12月, (某区委改革办,2021年12月30日): office and date in one line.
  private func officeAndDate(_ range: Range<Int>) -> (office: Range<Int>, date: PartialDate?)? {
    guard range.count <= 50,
      let blank = trimmed(range).last(where: {
        [Unit.space, Unit.openBracket, Unit.comma].contains(units[$0])
      })
    else { return nil }
    let whole = trimmed(range)
    var office = whole.lowerBound..<blank
    while let last = office.last, units[last] == Unit.space { office = office.lowerBound..<last }
    // 某区委改革办编 2024年1月18日: the head of a bulletin.
    if let edits = Self.edits.match(before: office.upperBound, in: units, start: office.lowerBound) {
      office = office.lowerBound..<office.upperBound - edits.length
    }
    let date = blank + 1..<whole.upperBound
    guard !office.isEmpty, !date.isEmpty, isOffice(office),
      isDate(units[whole.upperBound - 1] == Unit.closeBracket ? date.lowerBound..<date.upperBound - 1 : date)
    else { return nil }
    return (office, Imprint.date(in: date, units, marks.numerals))
  }

  /// 某区委改革办主任 方毅: the office of the one who reports, whose post may be left out.
  private func officeOfSpeaker(_ range: Range<Int>) -> Range<Int>? {
    guard range.count <= 36, let blank = range.first(where: { units[$0] == Unit.space }),
      (2...5).contains(range.upperBound - blank - 1),
      Self.titleEnds.match(before: range.upperBound, in: units, start: range.lowerBound) == nil
    else { return nil }
    let post = Self.posts.match(before: blank, in: units, start: range.lowerBound)?.length ?? 0
    let office = range.lowerBound..<blank - post
    return !office.isEmpty && isOffice(office) ? office : nil
  }

  private static let edits = WordTable<Bool>(set: "编 编印 编发 主编 主办 印发 编辑", backwards: true)
  private static let occasions = WordTable<Bool>(set: "会议上 全会上 会上 会议 全会", backwards: true)
  private static let posts = WordTable<Bool>(set: "主任 副主任 常务副主任 专职副主任 书记 局长 部长 组长 秘书长", backwards: true)

  private func isOffice(_ range: Range<Int>) -> Bool {
    let range = trimmed(range)
    guard range.count >= 2, range.count <= 36 else { return false }
    return Self.offices.match(before: range.upperBound, in: units, start: range.lowerBound) != nil
      && !range.contains { units[$0] == Unit.comma || units[$0] == Unit.stop }
  }

  /// A short line in one pair of brackets.
  private func isBracketed(_ range: Range<Int>) -> Bool {
    (3...50).contains(range.count) && units[range.lowerBound] == Unit.openBracket
      && range.firstIndex { units[$0] == Unit.closeBracket } == range.upperBound - 1
      && marks.mark(at: range.lowerBound, end: range.upperBound) == nil
  }

  /// Without the brackets around it.
  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var range = range
    if units[range.lowerBound] == Unit.openBracket, units[range.upperBound - 1] == Unit.closeBracket,
      range.count > 2
    {
      range = range.lowerBound + 1..<range.upperBound - 1
    }
    return range
  }

  /// 落款: the office and the date behind the last paragraph of the text; pages of attachments may be bound in behind them.
  private func readFoot(
    _ article: inout DraftArticle, _ paragraphs: inout [DraftParagraph], from body: Int, before pages: Int
  ) {
    var index = (paragraphs.firstIndex { $0.range.lowerBound >= pages } ?? paragraphs.count) - 1
    var steps = 0
    while index >= body, steps < 6 {
      if paragraphs[index].kind == .matter {
        index -= 1
        continue
      }
      let range = paragraphs[index].range
      if isDate(range) {
        article.date = article.date ?? Imprint.date(in: range, units, marks.numerals)
      } else if isOffice(range) {
        article.office = article.office ?? trimmed(range)
      } else if let (office, date) = officeAndDate(range) {
        article.office = article.office ?? office
        article.date = article.date ?? date
      } else if range.count <= 80, isClosing(range) || isPrinted(range) {
        // (联系人:…), 请予审阅。
      } else {
        return
      }
      paragraphs[index].kind = .matter
      index -= 1
      steps += 1
    }
  }

  /// 某区委办公室 2025年1月6日印发: the last line of the imprint (版记), which tells when it was printed and by whom.
  private func isPrinted(_ range: Range<Int>) -> Bool {
    Self.printed.match(before: range.upperBound, in: units, start: range.lowerBound) != nil
      && Imprint.date(in: range, units, marks.numerals) != nil
  }

  private static let printed = WordTable<Bool>(set: "印发 印制", backwards: true)

  /// 请予审阅。 特此报告。 (联系人:…): what closes a letter.
  private func isClosing(_ range: Range<Int>) -> Bool {
    var first = range.lowerBound
    while first < range.upperBound - 1, Self.openings.contains(units[first]) { first += 1 }
    return Self.closings.match(at: first, in: units, end: range.upperBound) != nil
  }

  private static let letterheads = WordTable<Bool>(set: "签发人 签发: 密级 特急 加急 内部资料 内部文件 紧急程度 (内部资料 机密 秘密")
  private static let letters = WordTable<Bool>(set: "文件", backwards: true)
  private static let openings = Array("( [【".utf16)
  private static let closings = WordTable<Bool>(
    set:
      "请予审阅 请审阅 请审议 请予审议 请审示 特此报告 专此报告 特此汇报 此报告 以上报告 以上汇报 妥否 当否 如有不妥 不妥之处 联系人 联系电话 联系方式 经办人 抄送 抄报 此件 印发: 分送 共印 报送: 主题词 谢谢 汇报完毕 汇报完了 报告完毕 专报 呈报"
  )
  static let titleEnds = WordTable<Bool>(
    set:
      "报告 总结 小结 函 工作计划 工作安排 工作打算 工作思路 工作谋划 改革思路 打算 汇报 汇编 情况 综述 纪实 通报 专报 简报 要点 报告(稿) 总结报告 情况报告 情况的报告 总结的报告 (审议稿) (征求意见稿) (送审稿) (讨论稿) (初稿)",
    backwards: true)
  /// Of them, those of reports to an office: a paper's 综述 goes by its headline.
  private static let reports = WordTable<Bool>(set: "报告 总结 小结 汇报", backwards: true)
  private static let about = WordTable<Bool>(set: "关于")
  private static let offices = WordTable<Bool>(
    set:
      "办 局 委 委员会 办公室 政府 人民政府 党委 党工委 管委会 领导小组 街道 中心 工作组 改革办 深改办 改革委 区委 县委 市委 旗委 州委 秘书处 党组 有限公司 公司 集团 指挥部 编发 编印",
    backwards: true)
  private static let dateLine = Array("年月日元()-./ ".utf16)
}
