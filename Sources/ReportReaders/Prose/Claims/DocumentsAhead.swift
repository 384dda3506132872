import ReportModel

/// 未出台的文件: documents that are not out yet, or came out in an earlier year.
extension DocumentReading {
  /// Whether a document is still to come, or was an earlier year's: 起草《…(征求意见稿)》,正在…; 《…》拟于明年印发; 将于明年出台《…》;
  /// 《…》系2023年12月印发 in the report on 2024.
  func isAhead(_ title: TitleMention, verb: Range<Int>?, _ sentence: DraftSentence, _ draft: Draft)
    -> Bool
  {
    let start = title.range.upperBound
    let stop =
      (start..<min(sentence.range.upperBound, start + 30)).first { units[$0] == Unit.openTitle }
      ?? min(sentence.range.upperBound, start + 30)
    let after = start..<stop
    if let own = draft.articles[draft.paragraphs[sentence.paragraph].article].year,
      let year = WrittenYear.first(in: after.prefix(8), of: units), year < own,
      Self.was.match(at: start, in: units, end: stop) != nil
        || after.count > 6 && units[start] == Unit.openBracket && (0x30...0x39).contains(units[start + 1]),
      Self.issuedAfter.first(in: after, of: units) != nil
    {
      return true
    }
    // 出台《甲》;《乙》正在征求意见: said of the second alone.
    let clauseEnd = after.first { [Unit.comma, Unit.semicolon, Unit.stop].contains(units[$0]) } ?? stop
    if let verb, verb.upperBound < title.range.lowerBound,
      Self.pending.first(in: start..<clauseEnd, of: units) != nil
    {
      return true
    }
    guard let verb else { return Self.pending.first(in: after, of: units) != nil }
    if Self.drafting.match(at: verb.lowerBound, in: units, end: verb.upperBound) != nil,
      Self.pending.first(in: after, of: units) != nil
    {
      return true
    }
    // 起草《…》并报区政府审定: sent up, and nothing says that it came back.
    if Self.drafting.match(at: verb.lowerBound, in: units, end: verb.upperBound)?.length == 2,
      Self.sentUp.first(in: start..<clauseEnd, of: units) != nil,
      Self.issuedAfter.first(in: start..<clauseEnd, of: units) == nil
    {
      return true
    }
    var clause = verb.lowerBound
    while clause > sentence.range.lowerBound, verb.lowerBound - clause < 20,
      ![Unit.comma, Unit.semicolon, Unit.colon].contains(units[clause - 1])
    {
      clause -= 1
    }
    return Self.intended.first(in: clause..<verb.upperBound, of: units) != nil
  }

  /// 在上年印发《…》的基础上: when it came out stands right before the verb.
  func isLastYears(_ verb: Range<Int>?) -> Bool {
    guard let verb else { return false }
    return Self.lastYears.match(before: verb.lowerBound, in: units, start: max(0, verb.lowerBound - 6)) != nil
  }

  private static let lastYears = WordTable<Bool>(
    set: "上年 上年度 上一年 上一年度 前年 往年 前期已 此前", backwards: true)

  /// 《…(征求意见稿)》: not out yet, whatever is said of it.
  func isDraft(_ inner: Range<Int>) -> Bool {
    Self.drafts.first(in: tail(inner)..<inner.upperBound, of: units) != nil
  }

  private static let sentUp = WordTable<Bool>(set: "审定 审议 审查 审核 审批 报批 送审 报审")

  /// 《教育强区规划(2021-2025年)》中期评估完成: a document whose own years began before the report's.
  func isRunning(_ inner: Range<Int>, _ sentence: DraftSentence, _ draft: Draft) -> Bool {
    // (2021-2025年): the first of the two stands without 年.
    let span = tail(inner)..<inner.upperBound
    guard let own = draft.articles[draft.paragraphs[sentence.paragraph].article].year, span.count > 6,
      span.dropFirst().prefix(4).allSatisfy({ (0x30...0x39).contains(units[$0]) })
    else { return false }
    let year = span.dropFirst().prefix(4).reduce(0) { $0 * 10 + Int(units[$1]) - 0x30 }
    return year < own
  }

  private static let drafts = WordTable<Bool>(set: "征求意见稿 送审稿 讨论稿 初稿 审议稿")

  private static let was = WordTable<Bool>(set: "系 为 是 于 已于")
  private static let drafting = WordTable<Bool>(set: "起草 拟定 拟订 代拟 形成 编制 研究制定")
  /// What is said of a document that is not out yet.
  private static let pending = WordTable<Bool>(
    set:
      "正在征求 征求意见阶段 形成征求意见稿 形成初稿 形成送审稿 形成讨论稿 正在起草 起草阶段 正在审 审议中 尚在 尚未印发 尚未出台 尚待 待印发 待公布 待审 待批 拟于 拟提请 将提请 将于 将按程序 争取明年 预计明年 正在修改 正在报批 正征求 正在公开征求 列入立法 列入区人大 列入县人大 列入市人大 列入明年 列入下一年 列入下年 待区 待县 待市 待旗 待党工委 待管委会"
  )
  /// Words before a verb of what is still to be issued.
  private static let intended = WordTable<Bool>(
    set:
      "将于 拟于 计划于 明年 下一步 即将 适时提请 适时出台 适时印发 拟出台 拟印发 拟制定 拟修订 将出台 将印发 将制定 将修订 争取出台 争取印发 争取制定 力争出台 力争印发 力争制定 准备出台 准备印发"
  )
}
