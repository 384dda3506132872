import Foundation
import ReportModel

/// 牵头单位数和时限分布: how many units lead the year's tasks, and how many tasks are due in a month, a quarter or a half year.
struct SheetCounts {
  struct Wrong {
    var figure: Int
    var what: String
    var count: Int
  }

  private let page: FigurePage
  private let tasks: [ReformTask]
  private let year: Int
  private let delayed: Int?

  init(_ page: FigurePage, _ report: Report, _ tally: Tally) {
    self.page = page
    // A ledger that states more tasks than it lists knows neither.
    tasks = tally.tasks.value == tally.tasks.listed ? report.tasks : []
    year = report.year
    delayed = tally.delayed.value
  }

  /// The counts that the ledger's tasks do not bear out.
  func wrong() -> [Wrong] {
    guard !tasks.isEmpty else { return [] }
    let units = Set(tasks.compactMap(\.leadUnit))
    let knowsUnits =
      tasks.allSatisfy { $0.leadUnit != nil } && !units.contains { $0.contains(where: "、,; \n".contains) }
    let knowsDeadlines = tasks.allSatisfy { $0.deadline.map { months(of: $0) != nil } ?? false }
    return page.draft.claims.indices.compactMap { figure in
      let claim = page.claim(figure)
      guard page.isExact(figure), page.isAmount(figure), claim.change == nil,
        claim.domain == nil
      else { return nil }
      if knowsUnits, countsUnits(figure), page.value(figure) != Decimal(units.count) {
        return Wrong(figure: figure, what: "牵头单位数", count: units.count)
      }
      if let (what, count) = approved(figure) ?? (knowsUnits ? led(figure) : nil) {
        return page.value(figure) == Decimal(count) ? nil : Wrong(figure: figure, what: what, count: count)
      }
      if let delayed, page.countsDelayed(figure), !page.words(page.before(figure)).contains("次会议"),
        page.value(figure) != Decimal(delayed)
      {
        return Wrong(figure: figure, what: "延期数", count: delayed)
      }
      guard knowsDeadlines, page.unit(figure) == "项", let span = span(figure) else { return nil }
      let due = tasks.count { $0.deadline.flatMap(months).map { span.contains($0.upperBound) } ?? false }
      return page.value(figure) == Decimal(due) ? nil : Wrong(figure: figure, what: "在这一时限内的任务数", count: due)
    }
  }

  /// 第六次会议审议同意延期的任务有2项: those that one meeting put off.
  private func approved(_ figure: Int) -> (what: String, count: Int)? {
    let before = page.before(figure)
    let mark = before.last { Mark.clauseEnds.contains(page.units[$0]) }
    let clause = (mark.map { $0 + 1 } ?? before.lowerBound)..<before.upperBound
    let meetings = tasks.filter(\.isDelayed).map { $0.delay?.approval.flatMap(MeetingNumber.init)?.number }
    guard page.unit(figure) == "项", page.tail(figure).isEmpty, !meetings.contains(nil),
      page.words(clause).hasAnySuffix(["延期的任务有", "延期的有", "延期任务", "延期的任务共", "延期", "延期的事项有"]),
      let meeting = MeetingNumber(page.text(clause)), meetings.contains(meeting.number)
    else { return nil }
    return ("第\(meeting.number)次会议同意延期的任务数", meetings.count { $0 == meeting.number })
  }

  /// 9项改革任务中,区医保局牵头3项: those that one unit leads, beside the count of all.
  private func led(_ figure: Int) -> (what: String, count: Int)? {
    let lead = page.lead(figure)
    guard page.unit(figure) == "项", page.tail(figure).isEmpty,
      let verb = ["牵头", "牵头任务", "牵头的有"].first(where: page.words(lead).hasSuffix),
      case let unit = page.text(lead.lowerBound..<lead.upperBound - verb.utf16.count), unit.count >= 3,
      let own = tasks.lazy.compactMap(\.leadUnit).first(where: { $0 == unit }),
      page.sentence(of: figure).quantities.contains(where: {
        $0 < figure && page.value($0) == Decimal(tasks.count) && page.words(page.tail($0)).contains("任务")
      })
    else { return nil }
    return ("\(own)牵头的任务数", tasks.count { $0.leadUnit == own })
  }

  /// 由8个部门牵头, 12个牵头单位中, 涉及牵头单位10个; not 3个牵头单位进展缓慢.
  private func countsUnits(_ figure: Int) -> Bool {
    let (lead, tail) = (page.words(page.lead(figure)), page.words(page.tail(figure)))
    guard ["个", "家"].contains(page.unit(figure)), !lead.contains("其中"),
      // 对15项任务逐项明确1个牵头单位: one for each; 督察覆盖牵头单位16家: those that were looked at.
      !lead.containsAny(Self.ofSome)
    else { return false }
    if lead.hasAnySuffix(Self.nouns) { return true }
    guard let lead = Self.nouns.first(where: tail.hasPrefix) else {
      return page.words(page.lead(figure)).hasSuffix("由")
        && Self.led.contains { tail.units.count < 12 && tail.hasSuffix($0) }
    }
    let behind = FoldedWords(units: tail.units.dropFirst(lead.utf16.count))
    return behind.units.isEmpty || behind.hasPrefix("中")
  }

  private static let ofSome = Mark.texts("逐项 逐一 每项 每个 各明确 各确定 分别明确 分别确定 均明确 均确定 覆盖 督察 检查 约谈 走访 通报 抽查")
  private static let nouns = ["牵头单位", "牵头部门", "牵头责任单位"]
  private static let led = ["部门牵头", "单位牵头", "部门分别牵头", "单位分别牵头", "单位牵头实施", "部门牵头负责", "单位牵头负责"]

  /// 9项定在四季度完成, 完成时限在10至12月的7项: the months that the figure is of.
  private func span(_ figure: Int) -> ClosedRange<Int>? {
    let reach = page.lead(figure).lowerBound..<page.tail(figure).upperBound
    let words = page.words(reach)
    let before = page.words(page.sentence(of: figure).range.lowerBound..<reach.lowerBound)
    // 8项已完成任务中,6月底前到期5项: of some of them.
    guard words.containsAny(Self.due), !words.containsAny(Self.others), !before.containsAny(Self.some)
    else { return nil }
    let times = page.draft.times.filter { reach.contains($0.range.lowerBound) }
    guard times.count == 1 else { return nil }
    switch times[0].meaning {
    case .month(let month, nil): return month...month
    case .date(let date): return date.year == year && date.day == nil ? date.month.map { $0...$0 } : nil
    default: return times[0].relation == .upTo ? nil : times[0].months
    }
  }

  private static let due = ["时限", "定在", "到期", "应于"]
  private static let others = ["延期", "延至", "提前", "已完成", "完成了", "调整"]
  /// What only some of the tasks are called.
  private static let some = ["已完成任务", "已完成的", "完成任务中", "未完成", "其余", "延期的", "延期任务中"]

  /// The months within which a task is due.
  private func months(of deadline: Deadline) -> ClosedRange<Int>? {
    switch deadline.meaning {
    case .date(let date): date.year == year ? date.month.map { $0...$0 } : nil
    case .month(let month): month...month
    case .quarter(let quarter, let own): own ?? year == year ? quarter * 3...quarter * 3 : nil
    case .yearEnd(let own): own ?? year == year ? 12...12 : nil
    case .firstHalf(let own): own ?? year == year ? 6...6 : nil
    case .longTerm, .unknown: nil
    }
  }
}

extension CountsAgainstLedgerCheck {
  /// 按发文单位分,…: counts by unit or by time.
  func parted(_ match: LedgerMatch, _ study: DraftStudy, _ tally: Tally, _ result: inout CheckResult) {
    for miss in Self.sheets(match.ledger.report, tally).flatMap({ $0.misses(study.page) }) {
      result.report(
        match.draft.text.place(miss.place), "与台账“\(miss.head)”不符：台账是\(miss.held)", "请核对文稿和台账，改正其中一个")
    }
  }

  /// The lists of the ledger that a draft may count so: its documents, its tasks, those put off.
  private static func sheets(_ report: Report, _ tally: Tally) -> [CountedSheet] {
    let (outputs, tasks) = (report.outputs, tally.tasks.value == tally.tasks.listed ? report.tasks : [])
    let delayed = tasks.filter(\.isDelayed)
    return [
      CountedSheet([
        .init(head: "发文单位", entries: outputs.map { $0.issuer ?? "" }),
        .init(head: "印发日期", entries: outputs.map { $0.issueDate.map(SpanLength.text) ?? "" }),
      ]),
      CountedSheet([.init(head: "牵头单位", entries: tasks.map { $0.leadUnit ?? "" })]),
      CountedSheet([.init(head: "延至", entries: delayed.map { $0.delay?.until?.wording ?? "" })]),
    ]
  }
}
