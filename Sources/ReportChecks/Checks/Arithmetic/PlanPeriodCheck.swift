import Foundation
import ReportModel

/// 规划期: the years behind the name of a plan that says how long it runs: “十四五”规划(2021—2025年), 三年行动(2021—2023年).
struct PlanPeriodCheck: DraftCheck {
  let about = CheckDescription(
    "arithmetic.plan-period", .error, "规划、行动方案的起止年份与名称里的期限不符，或者年份不在规划期里",
    rationale:
      "五年规划期是固定的：“十三五”2016—2020年，“十四五”2021—2025年，“十五五”2026—2030年。“三年行动”“五年规划”按首尾年份都算在内。写了月份的、跨两个规划期的不作判定。“开局之年”“收官之年”“第N年”按规划期核对；规划期过后仍写对照、实施该规划的，多半留自旧稿，回顾、评估的不算。",
    source: "实务",
    triggering: [
      .draft("编制《临江市云岭区“十四五”人才发展规划[[（2021—2026年）]]》。"),
      .draft("出台《临江市云岭区营商环境三年行动方案[[（2021—2024年）]]》。"),
      .draft("谋划“十五五”规划[[（2025—2030年）]]。“十四五”期间[[（2020年至2025年）]]，投入试点资金2亿元。"),
      .draft("落实县域医改五年计划[[（2022—2025年）]]。"),
      .draft("2023年改革工作总结\n2023年是“十四五”规划的[[开局之年]]。"),
      .draft("2023年改革工作总结\n对照“[[十三五]]”生态环境保护规划确定的年度目标，完成减排项目11个。"),
      .draft("编制《第十四个五年规划和二〇三五年远景目标纲要》[[（2021—2026年）]]。"),
    ],
    silent: [
      .draft("编制《临江市云岭区“十四五”人才发展规划（2021—2025年）》。"),
      .draft("出台《临江市云岭区营商环境三年行动方案（2021—2023年）》。"),
      .draft("出台《“十四五”及中长期水网规划（2021—2035年）》。"),
      .draft("实施三年行动（2021年9月—2024年9月）。"),
      .draft("编制《第十四个五年规划和二〇三五年远景目标纲要》（2021—2035年）。"),
      .draft("2023年改革工作总结\n2021年是“十四五”规划的开局之年，2023年是承上启下之年。完成“十三五”规划总结评估。"),
      .draft("五年来（2017—2022年），改革不断深化。"),
      .draft("落实三年行动，编制国土空间规划（2021—2035年）。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let draft = input.draft, let prose = input.prose else { return }
    for fault in PlanStages(draft: draft, prose: prose).faults() {
      result.report(draft.text.place(fault.range), fault.message, "请核对是哪个五年规划，年份是否留自旧稿")
    }
    let units = prose.units
    for open in units.indices where units[open] == Self.open && prose.isRead(open) {
      guard let span = span(behind: open, units), let term = term(before: open, units) else { continue }
      let fault: String
      switch term {
      case .plan(let name, let years, let isBare):
        // A plan for longer than the five years says so by its name.
        guard span.years != years,
          isBare
            || abs(span.years.lowerBound - years.lowerBound) <= 1
              && abs(span.years.upperBound - years.upperBound) <= 1
        else { continue }
        fault = "“\(name)”时期是\(years.lowerBound)—\(years.upperBound)年"
      case .years(let count):
        guard span.years.count != count, abs(span.years.count - count) <= 2 else { continue }
        fault = "\(span.years.lowerBound)—\(span.years.upperBound)年首尾算在内是\(span.years.count)年，名称里写\(count)年"
      }
      result.report(draft.text.place(open..<span.end), "起止年份与期限不符：" + fault, "请核对起止年份和名称里的期限")
    }
  }

  private enum Term {
    /// The five-year plan itself, or one named after it.
    case plan(String, ClosedRange<Int>, isBare: Bool)
    case years(Int)
  }

  /// (2021—2025年) behind a bracket that opens.
  private func span(behind open: Int, _ units: [UInt16]) -> (years: ClosedRange<Int>, end: Int)? {
    guard let first = year(open + 1, units) else { return nil }
    var place = open + 5
    if place < units.count, units[place] == Self.year { place += 1 }
    let joint = place
    while place < units.count, Self.joints.contains(units[place]) { place += 1 }
    guard place > joint, let last = year(place, units), first < last else { return nil }
    place += 4
    if place < units.count, units[place] == Self.year { place += 1 }
    guard place < units.count, units[place] == Self.close else { return nil }
    return (first...last, place + 1)
  }

  private func year(_ start: Int, _ units: [UInt16]) -> Int? {
    guard start + 4 <= units.count, units[start..<start + 4].allSatisfy(Mark.isDigit),
      let year = units[start..<start + 4].number, (1990...2060).contains(year)
    else { return nil }
    return year
  }

  /// The term in the name before the bracket: “十四五”…规划, 三年行动方案.
  private func term(before open: Int, _ units: [UInt16]) -> Term? {
    var start = open
    while start > 0, open - start < 30, !Mark.clauseEnds.contains(units[start - 1]),
      units[start - 1] != Self.title
    {
      start -= 1
    }
    let name = units[start..<open]
    let text = String(decoding: name, as: UTF16.self)
    guard
      Self.kinds.contains(where: {
        text.hasSuffix($0) || text.hasSuffix($0 + "》") || text.hasSuffix($0 + "”")
      })
    else { return nil }
    if let plan = Self.plans.last(where: { text.contains($0.name) }),
      let behind = text.components(separatedBy: plan.name).last
    {
      return .plan(plan.name, plan.years, isBare: Self.bare.contains(behind))
    }
    guard let place = name.indices.dropFirst().last(where: { units[$0] == Self.year }),
      let count = Mark.number(units[place - 1]), (2...9).contains(count),
      place - 1 == start || Mark.number(units[place - 2]) == nil
    else { return nil }
    // 三年行动方案, 五年发展规划; 第三年, 近三年 are no terms.
    guard place - 1 == start || !Self.notBefore.contains(units[place - 2]) else { return nil }
    return open - place <= 14 ? .years(count) : nil
  }

  private static let plans: [(name: String, years: ClosedRange<Int>)] = [
    ("十二五", 2011...2015), ("十三五", 2016...2020), ("十四五", 2021...2025), ("十五五", 2026...2030),
    ("第十二个五年", 2011...2015), ("第十三个五年", 2016...2020), ("第十四个五年", 2021...2025), ("第十五个五年", 2026...2030),
  ]
  private static let bare: Set<String> = [
    "规划", "”规划", "时期", "”时期", "规划》", "”规划》", "\"规划", "规划期", "”规划期", "期间", "”期间",
  ]
  private static let kinds = ["规划", "计划", "行动", "方案", "纲要", "工程", "攻坚", "时期", "期间", "任务书", "路线图"]
  private static let notBefore = Mark.word("第近前后过未来这每下上")
  private static let joints = UnitSet("—-~－–至")
  private static let (open, close, title, year): (UInt16, UInt16, UInt16, UInt16) = (
    0x28, 0x29, 0x300A, 0x5E74
  )
}

/// 构成比: a:b:c of a whole makes a hundred.
struct CompositionCheck: DraftCheck {
  let about = CheckDescription(
    "arithmetic.composition", .error, "构成比各项相加不等于100",
    rationale: "“三次产业结构为5.2:41.5:53.3”一类的构成比，各项相加应是100；四舍五入到整数的允许差1，到一位小数的允许差0.2。",
    source: "实务",
    triggering: [
      .draft("三次产业结构为[[5:42:51]]。"), .draft("三次产业比例调整为[[6.1∶40.2∶54.7]]。"),
    ],
    silent: [
      .draft("三次产业结构为5:42:53。"), .draft("三次产业结构由6.0:41.1:52.9调整为5.4:40.3:54.3。"), .draft("人员结构按3:4:3配备。"),
      .draft("会议于9:30:00开始，场地结构为2:1。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let draft = input.draft, let prose = input.prose else { return }
    let units = prose.units
    var index = 0
    while index < units.count {
      guard Self.marks.contains(units[index]), prose.isRead(index), index > 0, Mark.isDigit(units[index - 1])
      else {
        index += 1
        continue
      }
      var start = index
      while start > 0, Mark.isDigit(units[start - 1]) || units[start - 1] == Self.point { start -= 1 }
      var end = index
      while end < units.count,
        Mark.isDigit(units[end])
          || units[end] == Self.point && end + 1 < units.count && Mark.isDigit(units[end + 1])
          || Self.marks.contains(units[end])
      { end += 1 }
      index = end
      let parts = units[start..<end].split { Self.marks.contains($0) }.map(Array.init)
      let decimals = parts.map { part in part.firstIndex(of: Self.point).map { part.count - $0 - 1 } ?? 0 }
      guard parts.count == 3, let places = decimals.max(), places <= 2,
        prose.hasAny(Self.names, in: (0..<start).suffix(16))
      else { continue }
      // In hundredths: whole numbers, so that nothing is rounded.
      let scaled = zip(parts, decimals).map { part, decimals in
        (part.filter(Mark.isDigit).number ?? 0)
          * (decimals == 0 ? 100 : decimals == 1 ? 10 : 1)
      }
      let sum = scaled.reduce(0, +)
      // 3:4:3 is a ratio of another kind.
      guard (9_000...11_000).contains(sum), abs(sum - 10_000) > (places == 0 ? 100 : places == 1 ? 20 : 2)
      else { continue }
      let shown = parts.map { String(decoding: $0, as: UTF16.self) }.joined(separator: "+")
      let total =
        "\(sum / 100)" + (places == 0 ? "" : "." + String("\(100 + sum % 100)".dropFirst().prefix(places)))
      result.report(draft.text.place(start..<end), "构成比各项相加不等于100：\(shown)=\(total)", "请核对各项比重")
    }
  }

  private static let marks = UnitSet(":∶")
  private static let names = Mark.words("结构 比例 比重 构成 占比")
  private static let point: UInt16 = 0x2E
}
