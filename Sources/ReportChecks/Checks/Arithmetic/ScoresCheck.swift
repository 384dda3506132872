import Foundation
import ReportModel

/// 自评得分: what a self-assessment gives itself under a heading (15分,自评14分) against what it takes off below (此项自扣0.5分).
struct ScoresCheck: DraftCheck {
  let about = CheckDescription(
    "arithmetic.scores", .error, "自评得分与分值、所扣的分对不上",
    rationale: "标题里写明分值和自评得分的，分值减去本项写明扣的分，应等于自评得分。“每期扣0.5分”一类的标准不算所扣的分；本项没有写扣分的，不核对。",
    source: "实务",
    triggering: [
      .draft("（一）任务完成（15分，自评[[14分]]）\n因1项任务未达到预期，此项自扣0.5分。"),
      .draft("（一）信息报送（分值5分，自评得分[[4.5分]]）\n逾期报送2期，扣1分。"),
    ],
    silent: [
      .draft("（一）任务完成（15分，自评14.5分）\n因1项任务未达到预期，此项自扣0.5分。"),
      .draft("（一）信息报送（5分，自评4分）\n逾期报送2期，每期扣0.5分，自扣1分。"),
      .draft("（一）制度建设（15分，自评12.5分）\n因2件文件未备案，扣2分；因1件文件未公开，扣0.5分。"),
      .draft("（一）制度建设（15分，自评15分）\n上年因文件未备案被扣2分，今年已整改。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let page = input.page else { return }
    let scores = page.draft.sections.map { score($0, page) }
    for (index, section) in page.draft.sections.enumerated() {
      guard let score = scores[index] else { continue }
      let inner = page.draft.sections.indices.first {
        $0 > index && scores[$0] != nil && section.range.contains(page.draft.sections[$0].range.lowerBound)
      }
      let end = inner.map { page.draft.sections[$0].range.lowerBound } ?? section.range.upperBound
      let deductions = deductions(score.place.upperBound..<max(score.place.upperBound, end), page)
      guard let last = deductions.last, score.given + score.off(deductions) != score.full,
        // The sum may be told behind what it is made of, or before it.
        !deductions.contains(where: { score.given + $0.value == score.full })
      else { continue }
      let taken = FigurePage.number(score.off(deductions), precision: 0)
      result.report(
        page.draft.text.place(score.place),
        "自评得分与扣分不符：\(score.full)-\(taken)=\(score.full - score.off(deductions)),文中写\(score.given)",
        "请核对分值、扣分和自评得分", related: [.init(page.draft.text.place(last.place), "扣分写在这里")])
    }
    result.recognise("scores", "自评得分", scores.count { $0 != nil })
  }

  private struct Score {
    var full: Decimal
    var given: Decimal
    var place: Range<Int>

    /// What was taken off in all.
    func off(_ deductions: [Deduction]) -> Decimal { deductions.reduce(0) { $0 + $1.value } }
  }

  private struct Deduction {
    var value: Decimal
    var place: Range<Int>
  }

  /// (15分,自评14分) in a heading.
  private func score(_ section: DraftSection, _ page: FigurePage) -> Score? {
    let end = min(max(section.heading.upperBound, section.body), section.heading.lowerBound + 60)
    let heading = section.heading.lowerBound..<max(section.heading.lowerBound, end)
    guard let place = page.places(of: Self.own, in: heading).first,
      let open = page.units[heading.lowerBound..<place].lastIndex(of: 0x28),
      let full = number(from: open + 1, to: place, page),
      let given = number(from: place + 2, to: min(page.units.count, place + 12), page)
    else { return nil }
    return Score(full: full.value, given: given.value, place: given.place)
  }

  /// The first number with 分 behind it.
  private func number(from start: Int, to end: Int, _ page: FigurePage) -> (
    value: Decimal, place: Range<Int>
  )? {
    var low = start
    while low < end, !Mark.isDigit(page.units[low]) { low += 1 }
    var high = low
    while high < end, Mark.isDigit(page.units[high]) || page.units[high] == 0x2E { high += 1 }
    guard low < high, high - low < 7, high < page.units.count, page.units[high] == Self.point,
      low - start <= 6, let value = Decimal(string: page.text(low..<high))
    else { return nil }
    return (value, low..<high + 1)
  }

  /// 自扣0.5分, 扣1分: not 每期扣0.5分.
  private func deductions(_ range: Range<Int>, _ page: FigurePage) -> [Deduction] {
    page.figures(from: range.lowerBound).prefix { page.range($0).lowerBound < range.upperBound }.compactMap {
      figure in
      guard page.unit(figure) == "分", page.isExact(figure),
        case let lead = page.words(page.lead(figure)), Self.taking.contains(where: { lead.hasSuffix($0) }),
        !Self.standards.contains(where: { page.words(page.claim(figure).clause).contains($0) })
      else { return nil }
      return Deduction(value: page.value(figure), place: page.range(figure))
    }
  }

  private static let own = Mark.word("自评")
  private static let point: UInt16 = 0x5206  // 分
  private static let taking = ["扣", "扣除", "扣减", "扣了", "扣去"]
  private static let standards = [
    "每", "规定", "最多", "最高", "上年", "去年", "不扣", "起扣", "封顶", "以内", "次扣", "期扣", "处扣",
  ]
}
