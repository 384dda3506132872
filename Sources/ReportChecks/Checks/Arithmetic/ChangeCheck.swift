import Foundation
import ReportModel

/// 增减: from A to B, by N or by N%; V, more by D than before, a growth of P%.
struct ChangeCheck: Check {
  let about = CheckDescription(
    "arithmetic.change", .error, "增减的数或百分比与前后两个数不符",
    rationale: "“由A到B，压减N%”“比上年的A增加N项”“总数V，比上年增加D，增长P%”“A%，高于B%N个百分点”，按写出的两头核对差额、比率和方向。只写增长率、没有写基数的不作判定。",
    source: "实务",
    triggering: [
      .draft("审批用时由60个工作日压减到42个工作日，压减[[40%]]。"),
      .draft("县域就诊率由上年的86.4%提高到89.1%，提高[[3.7个百分点]]。"),
      .draft("签约项目48个，比上年增加8个，增长[[25%]]。"),
      .draft("全年出台制度性成果[[26项]]，比上年的20项增加4项。"),
      .draft("窗口由22个压缩到[[58个]]。"),
      .draft("设立资金池5000万元，撬动贷款4.5亿元，放大[[8倍]]。"),
      .draft("完成率93.5%，高于全市平均水平（90.3%）[[3.5个百分点]]。"),
    ],
    silent: [
      .draft("审批用时由60个工作日压减到42个工作日，压减30%。"),
      .draft("高新技术企业净增36家，总数达到216家，比上年增长20%。"),
      .draft("考核权重由3分提高到5分，提高2分。"),
      .draft("地区生产总值达到320亿元，增长6.6%。"),
      .draft("新登记企业1360户，增长8%，新增就业5200人。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    result.report([.change], of: input, remedy: "请核对前后两个数和增减幅度，改正写错的一个")
  }
}

struct ChangeRule {
  let page: FigurePage

  func propose(_ book: inout RelationBook) {
    for sentence in page.draft.sentences where sentence.quantities.count > 1 {
      for figure in sentence.quantities.dropFirst() where page.isTold(figure) {
        fromTo(figure, sentence.quantities, &book)
        onBase(figure, sentence.quantities, &book)
        growth(figure, sentence.quantities, &book)
        points(figure, sentence.quantities, &book)
        multiple(figure, sentence.quantities, &book)
      }
    }
  }

  private func isUp(_ range: Range<Int>) -> Bool? {
    if page.cues.has(.up, in: range) { return true }
    return page.cues.has(.down, in: range) ? false : nil
  }

  // MARK: 由A到B

  private func fromTo(_ end: Int, _ figures: Range<Int>, _ book: inout RelationBook) {
    let start = end - 1
    let lead = page.lead(end)
    guard let to = page.cues.last(.to, in: lead), lead.upperBound - to.upperBound <= 4,
      page.sameUnit(start, end),
      page.isExact(start), page.isExact(end), begins(start)
    else { return }
    if let up = isUp(to), to.count > 1 {
      let grew = page.value(end) > page.value(start)
      if grew != up, page.value(end) != page.value(start), !page.has(Mark.stop, in: page.before(end)) {
        book.propose(
          Relation(
            .change, .broken, claimed: page.range(end), result: end, members: [start],
            arithmetic: "\(page.number(start))→\(page.number(end))",
            message: "写的是“\(page.text(to))”，数却\(grew ? "变大" : "变小")了"), as: .figure(end))
        return
      }
    }
    let next = end + 1
    guard next < figures.upperBound, page.before(next).count <= 16, isUp(page.before(next)) != nil,
      !page.has(Mark.stop, in: page.before(next)),
      !page.cues.has(.lastYear, in: page.before(next))
    else { return }
    measure(next, from: start, to: end, isCertain: true, &book)
  }

  /// 由 or 从 stands before the figure that a change starts from.
  private func begins(_ figure: Int) -> Bool {
    page.lead(figure).contains { page.units[$0] == Mark.from || page.units[$0] == Mark.since }
      || page.cues.has(.from, in: page.lead(figure))
      || page.before(figure).suffix(14).contains {
        page.units[$0] == Mark.from || page.units[$0] == Mark.since
      }
  }

  /// A change said as a difference, a percentage, points or a multiple.
  private func measure(
    _ figure: Int, from start: Int, to end: Int, isCertain: Bool, _ book: inout RelationBook
  ) {
    let (a, b) = (page.value(start), page.value(end))
    let difference = abs(b - a)
    let (x, y) = b > a ? (end, start) : (start, end)
    let isPoints = page.isPoints(figure)
    if isPoints || page.sameUnit(figure, end) && !page.isPercent(figure) {
      guard !isPoints || page.isPercent(start) else { return }
      settle(figure, [start, end], difference, nil, "\(page.number(x))-\(page.number(y))", isCertain, &book)
    } else if page.isPercent(figure), !page.isPercent(start), a > 0 {
      let interval = Interval(
        low: difference * 100 / Interval(page.quantity(start)).high,
        high: difference * 100 / max(Interval(page.quantity(start)).low, 1))
      settle(
        figure, [start, end], difference * 100 / a, interval,
        "(\(page.number(x))-\(page.number(y)))/\(page.number(start))", isCertain, &book)
    } else if page.isMultiple(figure), a > 0 {
      settle(figure, [start, end], b / a, nil, "\(page.number(end))/\(page.number(start))", false, &book)
      settle(
        figure, [start, end], (b - a) / a, nil, "(\(page.number(x))-\(page.number(y)))/\(page.number(start))",
        isCertain, &book)
    }
  }

  // MARK: 比上年的A增加D

  private func onBase(_ change: Int, _ figures: Range<Int>, _ book: inout RelationBook) {
    let base = change - 1
    guard let up = isUp(page.lead(change)), page.sameUnit(base, change), page.isAmount(change),
      page.lead(change).count <= 6,
      page.cues.has(.lastYear, in: page.before(base)), !page.has(Mark.comma, in: page.after(base)),
      let value = (figures.lowerBound..<base).last(where: {
        page.sameUnit($0, base) && page.claim($0).change == nil
      }),
      [value, base, change].allSatisfy(page.isExact)
    else { return }
    let sum = up ? page.value(base) + page.value(change) : page.value(base) - page.value(change)
    let sign = up ? "+" : "-"
    settle(value, [base, change], sum, nil, "\(page.number(base))\(sign)\(page.number(change))", true, &book)
    let next = change + 1
    if next < figures.upperBound, page.isPercent(next), isUp(page.before(next)) != nil,
      page.before(next).count <= 8, page.value(base) > 0
    {
      settle(
        next, [change, base], page.value(change) * 100 / page.value(base), nil,
        "\(page.number(change))/\(page.number(base))", true, &book)
    }
  }

  // MARK: V,比上年增加D,增长P%

  private func growth(_ percent: Int, _ figures: Range<Int>, _ book: inout RelationBook) {
    guard page.isPercent(percent), let up = isUp(page.lead(percent)), page.lead(percent).count <= 10 else {
      return
    }
    let before = (figures.lowerBound..<percent).reversed().prefix(3)
    for change in before where page.isAmount(change) && isIncrement(change) {
      for value in before
      where value != change && page.sameUnit(value, change) && page.claim(value).change == nil
        && !isIncrement(value)
      {
        let base = up ? page.value(value) - page.value(change) : page.value(value) + page.value(change)
        guard [value, change].allSatisfy(page.isExact) else { continue }
        // Side by side, and the value the state that the change led to.
        let isCertain =
          change == percent - 1 && value == change - 1
          && !page.has(Mark.semicolon, in: page.range(value).upperBound..<page.range(percent).lowerBound)
          && page.cues.has(.lastYear, in: page.before(change))
          || (value == percent - 1 && change == value - 1 && page.words(page.before(value)).contains("总"))
        guard base > 0 else {
          if isCertain { exceeds(change, value, &book) }
          continue
        }
        let interval = Interval(
          low: Interval(page.quantity(change)).low * 100 / (base + slack(value, change)),
          high: Interval(page.quantity(change)).high * 100 / max(1, base - slack(value, change)))
        settle(
          percent, [change, value], page.value(change) * 100 / base, interval,
          "\(page.number(change))/(\(page.number(value))\(up ? "-" : "+")\(page.number(change)))", isCertain,
          &book)
      }
    }
  }

  /// An increment cannot be more than what it led to.
  private func exceeds(_ change: Int, _ value: Int, _ book: inout RelationBook) {
    book.propose(
      Relation(
        .change, .broken, claimed: page.range(change), result: change, members: [value],
        arithmetic: "\(page.number(change))≥\(page.number(value))", message: "增加的数不小于增加后的总数"),
      as: .figure(change))
  }

  private func slack(_ a: Int, _ b: Int) -> Decimal {
    let (x, y) = (Interval(page.quantity(a)), Interval(page.quantity(b)))
    return (x.high - x.low + y.high - y.low) / 2
  }

  /// 比上年增加8个, 净增36家.
  private func isIncrement(_ figure: Int) -> Bool {
    page.claim(figure).change != nil || page.words(page.lead(figure)).hasSuffix("净增")
  }

  // MARK: A%,高于B%N个百分点

  private func points(_ figure: Int, _ figures: Range<Int>, _ book: inout RelationBook) {
    guard page.isPoints(figure) else { return }
    let percents = (figures.lowerBound..<figure).filter(page.isPercent)
    guard percents.count >= 2, let last = percents.last, last == figure - 1, page.after(last).count <= 12
    else { return }
    let first = percents[percents.count - 2]
    let between = page.range(first).upperBound..<page.range(figure).lowerBound
    guard isUp(between) != nil, !page.has(Mark.semicolon, in: between),
      [first, last].allSatisfy(page.isExact)
    else { return }
    let isComparison =
      page.cues.first([.up, .down], in: page.range(first).upperBound..<page.range(last).lowerBound) != nil
    let (x, y) = page.value(first) > page.value(last) ? (first, last) : (last, first)
    settle(
      figure, [first, last], page.value(x) - page.value(y), nil, "\(page.number(x))-\(page.number(y))",
      isComparison, &book)
  }

  // MARK: 放大9倍

  private func multiple(_ figure: Int, _ figures: Range<Int>, _ book: inout RelationBook) {
    guard page.isMultiple(figure), page.text(page.lead(figure)).contains("放大"),
      figure - 2 >= figures.lowerBound
    else { return }
    let (a, b) = (figure - 2, figure - 1)
    guard page.sameUnit(a, b), let ratio = Reckoning.quotient(page.quantity(b), page.quantity(a)) else {
      return
    }
    settle(figure, [b, a], ratio.value, ratio.interval, "\(page.number(b))/\(page.number(a))", true, &book)
  }

  private func settle(
    _ figure: Int, _ members: [Int], _ value: Decimal, _ interval: Interval?,
    _ left: @autoclosure () -> String, _ isCertain: Bool, _ book: inout RelationBook
  ) {
    let stated = page.quantity(figure)
    let agreement = Reckoning.compare(value, interval, with: stated)
    let exact = (members + [figure]).allSatisfy(page.isExact)
    let verdict: Relation.Verdict =
      switch agreement {
      case .equal, .truncated, .near: .verified
      case .within: .undecided
      case .apart: isCertain && exact ? .broken : .undecided
      }
    book.propose(
      Relation(
        .change, verdict, claimed: page.range(figure), result: figure, members: members,
        arithmetic:
          "\(left())=\(page.isPercent(figure) ? Percent.text(value, like: stated) : Reckoning.text(value, like: stated))"
          + (verdict == .broken ? ",文中写\(page.number(figure))" : ""),
        message: "增减幅度与前后两个数不符",
        isTruncated: agreement == .truncated), as: .figure(figure),
      isUnlikely: agreement == .apart && !isCertain)
  }
}
