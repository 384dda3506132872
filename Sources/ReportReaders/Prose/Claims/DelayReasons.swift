import ReportModel

/// Why an item is delayed, until when, and who approved it: what follows its name or the word for its cause.
///
/// A reason goes on, clause by clause, until a clause tells what was decided: of an approval, of a new date, of how the item stands.
extension DelayReading {
  /// (农业农村改革,权属证明不全,延至6月): the field that stands before the cause is none of it.
  func withoutField(_ reason: Range<Int>, _ draft: Draft) -> Range<Int> {
    guard let comma = reason.prefix(14).first(where: { units[$0] == Unit.comma }),
      comma > reason.lowerBound + 3,
      case let field = reason.lowerBound..<comma,
      draft.sections.contains(where: { section in
        section.role == .domain && section.heading.count >= field.count
          && (section.heading.lowerBound...section.heading.upperBound - field.count).contains {
            units[$0..<$0 + field.count].elementsEqual(units[field])
          }
      })
    else { return reason }
    return comma + 1..<reason.upperBound
  }

  /// (延期原因:甲;延至6月): a reason in brackets without its label.
  func unlabelled(_ reason: Range<Int>) -> Range<Int> {
    guard let label = Self.reasons.match(at: reason.lowerBound, in: units, end: reason.upperBound),
      units[reason.lowerBound + label.length - 1] == Unit.colon, label.length + 2 < reason.count
    else { return reason }
    return reason.lowerBound + label.length..<reason.upperBound
  }

  /// 受争议影响,上半年(未能完成): when it was not done, left over.
  private func untimed(_ reason: Range<Int>) -> Range<Int> {
    guard let comma = reason.last(where: { units[$0] == Unit.comma }), comma > reason.lowerBound + 3,
      let time = Self.leftOver.match(at: comma + 1, in: units, end: reason.upperBound),
      comma + 1 + time.length == reason.upperBound
    else { return reason }
    return reason.lowerBound..<comma
  }

  private static let leftOver = WordTable<Bool>(
    set: "上半年 下半年 年内 今年 全年 本年度 年底前 前三季度 一季度 二季度 三季度 四季度 目前 该任务 该事项 该改革 任务 项目")

  /// 受系统升级影响,平台联调未能按期完成: what another thing did not do is part of the reason.
  private func hasOwnSubject(_ cue: Range<Int>, from start: Int) -> Bool {
    guard Self.undone.match(at: cue.lowerBound, in: units, end: cue.upperBound) != nil,
      let comma = (start..<cue.lowerBound).last(where: { units[$0] == Unit.comma }),
      case let subject = comma + 1..<cue.lowerBound
    else { return false }
    return subject.count >= 4
      && Self.pointingBack.match(at: subject.lowerBound, in: units, end: subject.upperBound) == nil
  }

  private static let undone = WordTable<Bool>(set: "未 没 尚未 难以 无法 不能")

  /// A reason behind 因 or 由于, without the clauses behind it that tell what was decided.
  func reasonEnd(_ range: Range<Int>) -> Range<Int> {
    var stop = decision(in: range, isLabelled: false) ?? range.upperBound
    if let cut = places.first(.afterCause, in: range.lowerBound..<stop),
      cut.range.lowerBound > range.lowerBound, !hasOwnSubject(cut.range, from: range.lowerBound)
    {
      stop = cut.range.lowerBound
    }
    var reason = untimed(tidy(range.lowerBound..<stop))
    while let word = Self.asking.match(before: reason.upperBound, in: units, start: reason.lowerBound),
      word.length + 4 <= reason.count
    {
      reason = tidy(reason.lowerBound..<reason.upperBound - word.length)
    }
    if let frame = Self.frames.match(before: reason.upperBound, in: units, start: reason.lowerBound),
      frame.length + 4 <= reason.count
    {
      reason = tidy(reason.lowerBound..<reason.upperBound - frame.length)
    }
    if let verb = Self.effects.match(before: reason.upperBound, in: units, start: reason.lowerBound),
      verb.length + 4 <= reason.count,
      // 换届推迟,延至2024年6月: what is put off until then was told behind it.
      units[verb.length == 2 ? reason.upperBound - 2 : reason.lowerBound] != Unit.of("推")
        || newDate(in: restOfSentence(reason.upperBound)) == nil,
      Self.ownEffects.match(before: reason.upperBound - verb.length, in: units, start: reason.lowerBound)
        == nil
    {
      reason = tidy(reason.lowerBound..<reason.upperBound - verb.length)
    }
    return unframed(reason)
  }

  private func restOfSentence(_ place: Int) -> Range<Int> {
    let limit = min(units.count, place + 60)
    return
      place..<((place..<limit).first {
        numerals.kind($0) == .sentenceEnd || units[$0] == Unit.semicolon
      } ?? limit)
  }

  /// The reason behind its label, which is kept whole but for what was decided, and the new date.
  func reasonText(_ range: Range<Int>) -> (reason: Range<Int>, until: Range<Int>?) {
    guard let stop = decision(in: range, isLabelled: true) else { return (tidy(range), nil) }
    let rest = stop..<range.upperBound
    var date = until(in: rest)
    if date == nil, let label = places.first(.newDates, in: rest) {
      let end = (label.range.upperBound..<range.upperBound).first {
        numerals.kind($0) == .sentenceEnd || numerals.kind($0) == .clauseMark
          || units[$0] == Unit.closeBracket
          || Self.details.match(at: $0, in: units, end: range.upperBound) != nil
      }
      var first = label.range.upperBound
      while first < range.upperBound, Self.beforeDates.contains(units[first]) { first += 1 }
      date = tidy(first..<max(first, end ?? range.upperBound))
    }
    return (tidy(range.lowerBound..<stop), date)
  }

  /// 受…影响: the frame of a cause is no part of it.
  func unframed(_ reason: Range<Int>) -> Range<Int> {
    guard reason.lowerBound > 0, units[reason.lowerBound - 1] == Unit.of("受") else { return reason }
    // 受疫情影响,开工推迟: the frame ends within the reason.
    if let comma = reason.first(where: { units[$0] == Unit.comma }),
      Self.affected.match(before: comma, in: units, start: reason.lowerBound) != nil
    {
      return reason.lowerBound - 1..<reason.upperBound
    }
    guard let frame = Self.affected.match(before: reason.upperBound, in: units, start: reason.lowerBound)
    else {
      // 受疫情影响资产评估中断: what it came to stands behind the frame.
      let isInside = Self.impacts.first(in: reason.dropFirst(2), of: units) != nil
      return isInside ? reason.lowerBound - 1..<reason.upperBound : reason
    }
    // 受疫情影响: of a word alone the frame is kept.
    let inner = reason.lowerBound..<reason.upperBound - frame.length
    return inner.count < 5 ? reason.lowerBound - 1..<reason.upperBound : inner
  }

  // MARK: Decisions

  /// Where the first clause behind the first one begins that tells what was decided.
  private func decision(in range: Range<Int>, isLabelled: Bool) -> Int? {
    // A label may stand in a line of its own, without a mark before it.
    let label = places.first(.newDates, in: range)?.range
    let line = Self.details.first(in: range, of: units)?.range
    for clause in clauses(of: range) {
      if let label, label.lowerBound <= clause.lowerBound { return label.lowerBound }
      // …,需补充测绘 / 延期至:2024年6月: the clause ends with its line.
      let ownLine = [label, line].compactMap { $0 }.filter {
        clause.contains($0.lowerBound) && units[$0.upperBound - 1] == Unit.colon
      }.map(\.lowerBound).min()
      if clause.lowerBound > range.lowerBound,
        decides(
          clause.lowerBound..<(ownLine ?? clause.upperBound), before: range.upperBound, isLabelled: isLabelled
        )
      {
        return clause.lowerBound
      }
      if let line, clause.contains(line.lowerBound) { return ownLine }
    }
    return label?.lowerBound
  }

  /// The stretches between commas, semicolons and full stops.
  func clauses(of range: Range<Int>) -> [Range<Int>] {
    var clauses: [Range<Int>] = []
    var start = range.lowerBound
    for index in range {
      let kind = numerals.kind(index)
      guard kind == .sentenceEnd || kind == .clauseMark && units[index] != Unit.pause,
        units[index] != Unit.colon
      else { continue }
      if index > start { clauses.append(start..<index) }
      start = index + 1
    }
    if start < range.upperBound { clauses.append(start..<range.upperBound) }
    return clauses
  }

  private static let applying = WordTable<Bool>(set: "提出延期 提出展期 提出暂缓 提出顺延 提出推迟 提交延期 申请延期 申请展期 申请顺延 提请延期")

  private func decides(_ clause: Range<Int>, before end: Int, isLabelled: Bool) -> Bool {
    if newDate(in: clause) != nil || outlook(in: clause) != nil { return true }
    // 区国资委提出延期申请: who asked for it.
    if Self.applying.first(in: clause, of: units) != nil { return true }
    // 区级不再单独推进,…,延期至2023年: what is put off was not given up.
    if let ending = places.first(.endings, in: clause),
      !isLabelled || units[ending.range.lowerBound] != Unit.of("不"),
      newDate(in: clause.upperBound..<end) == nil
    {
      return true
    }
    if let meeting = places.first(.meetings, in: clause),
      Self.agrees.first(in: meeting.range.upperBound..<clause.upperBound, of: units) != nil
    {
      return true
    }
    if Self.approvalLeads.match(at: clause.lowerBound, in: units, end: clause.upperBound) != nil,
      Self.agrees.first(in: clause, of: units) != nil
    {
      return true
    }
    return !isLabelled
      && Self.stillOpen.match(at: clause.lowerBound, in: units, end: clause.upperBound) == nil
      && Self.decisions.match(at: clause.lowerBound, in: units, end: clause.upperBound) != nil
      || Self.asks.match(at: clause.lowerBound, in: units, end: clause.upperBound) != nil
  }

  /// The first word of delay in a stretch that is not said of payments or events: 贷款延期还本付息, 现场会延期至9月召开.
  func postponement(in range: Range<Int>) -> (range: Range<Int>, meaning: Bool)? {
    var start = range.lowerBound
    while let word = places.first(.delayed, in: start..<range.upperBound) {
      let stop = (word.range.upperBound..<min(range.upperBound, word.range.upperBound + 14)).first {
        numerals.kind($0) == .clauseMark || numerals.kind($0) == .sentenceEnd
      }
      let after = word.range.upperBound..<(stop ?? min(range.upperBound, word.range.upperBound + 14))
      if Self.notPostponed.first(in: after, of: units) == nil,
        !isTerm(word.range) || isMoved(word.range, range)
      {
        return word
      }
      start = word.range.upperBound
    }
    return nil
  }

  /// 时限由, 期限调整: words that postpone nothing by themselves.
  private func isTerm(_ word: Range<Int>) -> Bool {
    Self.termHeads.match(at: word.lowerBound, in: units, end: word.upperBound) != nil
  }

  /// 完成时限由2025年11月调整为2026年9月; not 办理时限由5个工作日调整为3个工作日.
  private func isMoved(_ word: Range<Int>, _ range: Range<Int>) -> Bool {
    let next = newDate(in: word.lowerBound..<range.upperBound)
    guard let next, next.lowerBound - word.upperBound <= 20 else { return false }
    guard Self.movedFrom.contains(units[word.upperBound - 1]) else { return true }
    var start = word.upperBound
    while start < range.upperBound, Self.originals.contains(units[start]) { start += 1 }
    let date = date(at: start, end: next.lowerBound)
    return date.count > 1 && saysWhen(date)
  }

  private static let termHeads = WordTable<Bool>(set: "时限 期限 时间 节点")
  private static let originals = Array("原来定的".utf16)
  private static let notPostponed = WordTable<Bool>(
    set: "还本 还款 还贷 付息 缴 纳税 申报 支付 付款 举办 召开 举行 开学 返校 开工 复工 收取 服务 利息 手续 开放 放学 退休 就诊 开庭 开考 考试 贷款 交房 上市 录取 息费")

  // MARK: The new date

  /// Where a stretch says until when: 延期至2023年6月底; 预计2023年6月完成.
  func until(in range: Range<Int>) -> Range<Int>? {
    if let date = newDate(in: range) { return date }
    return clauses(of: range).lazy.compactMap { outlook(in: $0) }.first
  }

  /// The date behind a word that puts off: 延期至2023年6月底, 完成时限调整为2023年6月.
  func newDate(in range: Range<Int>) -> Range<Int>? {
    var place = range.lowerBound
    while let word = places.first(.untilWords, in: place..<range.upperBound)?.range {
      place = word.lowerBound + 1
      var start = word.upperBound
      while start < range.upperBound, Self.beforeDates.contains(units[start]) { start += 1 }
      let date = date(at: start, end: range.upperBound)
      if date.count > 1, saysWhen(date) { return date }
    }
    return nil
  }

  /// 前者延至3月,后者延至9月; 依次延至3月、9月: all dates that a stretch puts off to.
  func newDates(in range: Range<Int>) -> [Range<Int>] {
    var dates: [Range<Int>] = []
    var start = range.lowerBound
    while let date = newDate(in: start..<range.upperBound) {
      dates.append(date)
      start = date.upperBound
      while start + 1 < range.upperBound, Self.datesApart.contains(units[start]),
        case let next = self.date(at: start + 1, end: range.upperBound), next.count > 1, saysWhen(next)
      {
        dates.append(next)
        start = next.upperBound
      }
    }
    return dates
  }

  private static let datesApart = Array("、和与及".utf16)

  /// 2023年, 6月底, 三季度; not 第三 of 列入第三批.
  func saysWhen(_ date: Range<Int>) -> Bool {
    date.contains { Self.dateWords.contains(units[$0]) } || date.count { numerals.isDigit($0) } >= 4
  }

  func date(at start: Int, end: Int) -> Range<Int> {
    var stop = start
    if let year = Self.yearWords.match(at: start, in: units, end: end) { stop += year.length }
    while stop < end,
      Self.timeUnits.contains(units[stop]) || numerals.isDigit(stop) || numerals.kind(stop) == .chineseDigit
        || units[stop] == Unit.ten
    {
      stop += 1
    }
    // 结转下年四项: a number of items behind the date is none of it.
    if stop < end, Self.counters.match(at: stop, in: units, end: end) != nil {
      while stop > start, !Self.dateWords.contains(units[stop - 1]) { stop -= 1 }
    }
    return start..<stop
  }

  private static let counters = WordTable<Bool>(set: "项 个 件 条")

  // MARK: Words

  private static let dateWords = Array("年月季底末".utf16)
  static let timeUnits = Array("年月日底末初第季度上下半前中旬".utf16)
  /// What may stand between a word that puts off and its date.
  private static let beforeDates = Array("为于在到至: ".utf16)
  static let untilWords = WordTable<Bool>(
    set: spread("延期实施于 延期至 延期到 延期于 延期实施至 延期后于 延期后 延期后完成时限 延期后完成时间 延期完成时限 延期完成时间 延期后时限 延期实施到 延期推进至")
      + " 改期至 改期到 拖到 拖至 放宽到 放宽至 宽限到 宽限至 改到 调到 定到 暂缓至 暂缓到 延缓至 延缓到 缓至 缓到 推后到 延至 延到 推迟至 推迟到 顺延至 顺延到 延后至 延后到 延长至 延长到 结转至 结转到 结转 调整至 调整到 调整为 转入 转至 列入 纳入 推后至 推至 改为 改至 新的完成时限 新的完成时间 新完成时限 新时限 展期至 放宽至 宽限至 延迟至 延迟到 推到 放到 拖到 留到 移到 完成时限调 时限延 顺延"
  )
  static let newDates = WordTable<Bool>(
    products: [
      [
        ["新", "新定", "新的", "现定", "重定", "调整后", "调整后的", "变更后", "变更后的", "延期后的", "拟定", "预计", "计划"],
        ["完成时限", "时限", "完成期限", "期限", "完成时间", "时间", "办结时限", "办结时间", "时间表", "节点"], [":", "为", "是", "调整为"],
      ]
    ],
    words: spread("延期后: 延期期限: 延期时限: 延期时间: 延期到: 延期到 延期至: 拟延期至: 延期至 延期后完成时限 延期后完成时间 延期完成时限 延期完成时间")
      + " 时限: 完成时间: 完成时间调整为 完成时限调整为 完成时限: 延至: 顺延至")
  private static let yearWords = WordTable<Bool>(set: "今年 明年 次年 来年")
  /// 系…所致: the end of a frame that is no part of the cause.
  private static let frames = WordTable<Bool>(set: "所致 造成 引起 的缘故 的原因", backwards: true)
  private static let impacts = WordTable<Bool>(set: "影响 制约")
  private static let affected = WordTable<Bool>(set: "影响 的影响 等影响 等因素影响 因素影响 制约 所限 等制约", backwards: true)
  /// Words within the clause of the cause that end it.
  static let afterCause = WordTable<Bool>(
    products: [
      [
        ["未", "未能", "没能", "没有", "尚未", "难以", "无法", "不能"],
        ["按期", "如期", "按时", "在年内", "年内", "于年内", "在年底前", "按计划"], StandingWords.done,
      ]
    ],
    words:
      "申请延期 延期至 延期到 拟延期 予以延期 同意延期 而延期 推迟至 顺延至 延至20 调整至20 而终止 予以终止 未能完成 需跨年度 需跨年 跨年度实施 需延期 需顺延 需结转 需推迟 结转至 结转到 延后至 推迟到 顺延到 ,原定 ,原计划"
  )
  /// What came of a cause, right behind it.
  private static let effects = WordTable<Bool>(
    set: "延期 暂缓 顺延 推迟 终止 而延期 导致延期 致延期 需延期 拟延期 暂缓实施 延期实施", backwards: true)
  /// What asks for a delay, left over before its word.
  private static let asking = WordTable<Bool>(set: "申请 需 拟 故 现 予以 决定 建议 已申请 故申请 特申请 现申请", backwards: true)
  /// 批复时间推迟: what is late is part of the reason.
  private static let ownEffects = WordTable<Bool>(
    set: "时间 工期 进度 期限 周期 日期 节点 建设 开工 出台 印发 批复 会议", backwards: true)
}
