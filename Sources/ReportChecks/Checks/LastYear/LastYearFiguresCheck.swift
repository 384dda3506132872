import Foundation
import ReportModel

/// 与上年数字: stated changes against last year's figures, and running totals that fell or stood still.
struct LastYearFiguresCheck: Check {
  let about = CheckDescription(
    "last-year.figures", .error, "“比上年增减”的数与上年报告不符",
    rationale: "任务数、成果数等，以及名称、单位相同的指标，按“今年数∓增减数=上年数”核对；累计数、总数比上年少的也指出。金额的增长率可能按可比口径算，只作提示。",
    source: "实务",
    triggering: [
      .draft(
        "青溪区2023年改革工作总结\n2023年，安排改革任务46项，比上年增加[[4项]]。完成43项，延期3项。",
        lastYear: "青溪区2022年改革工作总结\n2022年，安排改革任务44项，完成42项，延期2项。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，安排改革任务46项，全部完成。基层诊疗人次占比达到61.5%，比上年提高[[4.2个百分点]]。",
        lastYear: "青溪区2022年改革工作总结\n2022年，安排改革任务44项，全部完成。基层诊疗人次占比达到58.3%。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，安排改革任务46项，全部完成。高新技术企业总数达到[[168家]]。",
        lastYear: "青溪区2022年改革工作总结\n2022年，安排改革任务44项，全部完成。高新技术企业总数达到180家。"),
    ],
    silent: [
      .draft(
        "青溪区2023年改革工作总结\n2023年，安排改革任务46项，比上年增加2项，增长4.5%。完成43项，延期3项。基层诊疗人次占比达到61.5%，比上年提高3.2个百分点。",
        lastYear: "青溪区2022年改革工作总结\n2022年，安排改革任务44项，完成42项，延期2项。基层诊疗人次占比达到58.3%。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，安排改革任务46项，全部完成。技术合同成交额达到9.6亿元，比上年增长60%。",
        lastYear: "青溪区2022年改革工作总结\n2022年，安排改革任务44项，全部完成。技术合同成交额达到6亿元。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let study = input.study, let last = input.lastYear, last.isUsable, last.mismatch == nil else {
      return
    }
    let page = study.page
    let table = last.study.map { MeasureTable($0.page) } ?? MeasureTable()
    var compared = 0
    for figure in study.draft.quantities.indices where page.isExact(figure) && page.isTold(figure) {
      if let value = value(of: figure, page), let base = base(of: value, study, last, table) {
        compared += 1
        compare(figure, value, base, study, last, &result)
      } else if let base = table.base(of: figure, page), isRunningTotal(figure, page) {
        compared += 1
        let now = page.value(figure)
        guard now < base.value, let other = last.study else { continue }
        result.report(
          study.draft.text.place(page.range(figure)),
          "累计数、总数比上年报告的还少：\(page.number(figure))<\(other.page.number(base.figure))", "请核对两年的数和口径",
          severity: .warning,
          related: [.init(other.draft.text.place(other.page.range(base.figure)), "上年写的数")])
      }
    }
    result.recognise("lastYearFigures", "与上年核对的数", compared)
  }

  /// The state that a change against last year is a change of.
  private func value(of change: Int, _ page: FigurePage) -> Int? {
    let before = page.before(change)
    guard page.cues.has([.up, .down], in: page.lead(change)) else { return nil }
    let siblings = page.siblings(of: change)
    let reach = before.lowerBound..<before.upperBound
    guard
      page.cues.has(.lastYear, in: reach)
        || (change > siblings.lowerBound && page.cues.has(.lastYear, in: page.before(change - 1))
          && page.claim(change - 1).change != nil)
    else { return nil }
    return (siblings.lowerBound..<change).last { other in
      guard page.claim(other).change == nil, page.isExact(other) else { return false }
      if page.isPoints(change) { return page.isPercent(other) }
      return page.isPercent(change) ? page.isAmount(other) : page.sameUnit(other, change)
    }
  }

  /// Last year's figure of the same measure.
  private func base(of value: Int, _ study: DraftStudy, _ last: LastYear, _ table: MeasureTable) -> (
    value: Decimal, place: SourcePlace?
  )? {
    let layer = study.status.overall.first
    let known: Decimal? =
      if value == layer?.total { last.counts.tasks } else if layer?.done == [value] {
        last.counts.completed
      } else if layer?.delayed == [value] { last.counts.delayed } else if value == study.status.outputs {
        last.counts.outputs
      } else { nil }
    if let known { return (known, nil) }
    guard let base = table.base(of: value, study.page), let other = last.study else { return nil }
    return (base.value, other.draft.text.place(other.page.range(base.figure)))
  }

  private func compare(
    _ change: Int, _ value: Int, _ base: (value: Decimal, place: SourcePlace?), _ study: DraftStudy,
    _ last: LastYear, _ result: inout CheckResult
  ) {
    let page = study.page
    let up = page.cues.has(.up, in: page.lead(change))
    let now = page.value(value)
    let difference = up ? now - base.value : base.value - now
    let stated = page.quantity(change)
    var severity: Severity?
    let (expected, arithmetic): (Decimal, String)
    let sign = page.isPercent(value) ? "%" : ""
    let baseText = FigurePage.number(base.value, precision: page.quantity(value).precision) + sign
    if page.isPercent(change) {
      guard base.value > 0 else { return }
      expected = difference * 100 / base.value
      arithmetic =
        "(\(up ? page.number(value) : baseText)-\(up ? baseText : page.number(value)))/\(baseText)=\(Percent.text(expected, like: stated))"
      if page.unit(value) == "元" { severity = .note }
      let ratio = Interval(
        low: (now - slack(value, page) - base.value) * 100 / base.value - 1,
        high: (now + slack(value, page) - base.value) * 100 / base.value + 1)
      if page.quantity(value).precision != 0, ratio.overlaps(Interval(stated)) { return }
    } else {
      expected = difference
      arithmetic =
        "\(up ? page.number(value) : baseText)-\(up ? baseText : page.number(value))=\(FigurePage.number(expected, precision: stated.precision))"
    }
    guard Reckoning.compare(expected, nil, with: stated) == .apart else { return }
    result.report(
      study.draft.text.place(page.range(change)), "与上年报告的数不符：\(arithmetic),文中写\(page.number(change))",
      "请核对今年的数、上年的数和增减数", severity: severity,
      related: base.place.map { [.init($0, "上年写的数")] } ?? [])
  }

  private func slack(_ figure: Int, _ page: FigurePage) -> Decimal {
    page.value(figure) - Interval(page.quantity(figure)).low
  }

  /// 累计…, 总数达到…: cannot fall as a rule.
  private func isRunningTotal(_ figure: Int, _ page: FigurePage) -> Bool {
    page.isAmount(figure) && page.claim(figure).change == nil
      && ["累计", "总数", "总量", "总户数"].contains { page.text(page.lead(figure)).contains($0) }
      && !["减少", "下降", "压减", "投诉", "事故", "存量"].contains {
        page.text(page.draft.sentences[page.claim(figure).sentence].range).contains($0)
      }
  }
}

/// 指标表: figures by the words that name them, for finding the same measure in another report.
struct MeasureTable {
  private var figures: [String: (figure: Int, value: Decimal)?] = [:]

  init() {}

  init(_ page: FigurePage) {
    for figure in page.draft.quantities.indices {
      guard let key = Self.key(figure, page) else { continue }
      // A measure named twice is not known by its name.
      if figures[key] == nil {
        figures[key] = .some((figure, page.value(figure)))
      } else {
        figures[key] = .some(nil)
      }
    }
  }

  /// The figure of the same name and unit.
  func base(of figure: Int, _ page: FigurePage) -> (figure: Int, value: Decimal)? {
    Self.key(figure, page).flatMap { figures[$0] ?? nil }
  }

  /// The words before a figure and its unit; nil where they are too few to be a name.
  private static func key(_ figure: Int, _ page: FigurePage) -> String? {
    guard page.isExact(figure), page.claim(figure).change == nil, page.isTold(figure) else { return nil }
    let words = name(of: figure, page)
    guard words.count >= 5, page.tail(figure).count <= 2 else { return nil }
    return words + "|" + page.unit(figure)
  }

  /// The words before a figure without fillers.
  static func name(of figure: Int, _ page: FigurePage) -> String {
    var words = page.text(page.lead(figure))
    for filler in fillers where words.hasSuffix(filler) { words = String(words.dropLast(filler.count)) }
    for lead in leads where words.hasPrefix(lead) { words = String(words.dropFirst(lead.count)) }
    return words
  }

  private static let fillers = ["达到", "达", "为", "已达", "约", "共", "有"]
  private static let leads = ["全区", "全县", "全市", "全年", "其中", "年内"]
}
