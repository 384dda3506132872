import Foundation
import ReportModel

/// 与计划数、其余部分相比: a percentage of the plan told before (计划投资25亿元,完成27.5亿元,为年度计划的110%), by how much it was passed
/// (超出计划10%), and the shares that are left (97.6%…,其余2.4%). Reported with the shares.
struct PlanShareRule: RelationRule {
  let page: FigurePage

  func propose(_ book: inout RelationBook) {
    for figure in page.draft.quantities.indices {
      exceeded(figure, &book)
      passed(figure, &book)
      covered(figure, &book)
    }
    for figure in page.draft.quantities.indices
    where page.isPercent(figure) && page.isExact(figure) {
      let lead = page.words(page.lead(figure))
      if lead.hasAnyPrefix(Self.rests) || lead.contains("之外的占") {
        rest(figure, &book)
      } else if lead.hasAnySuffix(Self.links) {
        ofPlan(figure, beyond: false, &book)
      } else if lead.hasAnySuffix(Self.beyonds) {
        ofPlan(figure, beyond: true, &book)
      }
      guard page.isTold(figure) else { continue }
      bracketed(figure, &book)
      joint(figure, &book)
    }
  }

  // MARK: A类5家、B类11家、C类4家。A、B两类合计占80%

  /// The share of some parts of a list that are named again.
  private func joint(_ figure: Int, _ book: inout RelationBook) {
    let clause = page.claim(figure).clause.lowerBound..<page.range(figure).lowerBound
    guard clause.count <= 30, let share = clause.last(where: { page.units[$0] == Mark.share }),
      let cue = Self.together.first(where: page.words(clause.lowerBound..<share).hasSuffix)
    else { return }
    let words = clause.lowerBound..<share - cue.utf16.count
    let names = page.units[words].split { $0 == Mark.pause || Mark.ands.contains($0) }
    guard (2...3).contains(names.count), let list = list(before: figure) else { return }
    let parts = names.map { name in list.filter { isNamed($0, by: Array(name)) } }
    guard parts.allSatisfy({ $0.count == 1 }) else { return }
    let (named, whole) = (parts.flatMap { $0 }, page.sum(list))
    let ratio = Quotient(page.sum(named) * 100, by: whole)
    let fits = Reckoning.compare(ratio, with: page.quantity(figure)) != .apart
    settle(
      figure, named,
      "(\(page.terms(named)))/\(whole)=\(Percent.text(ratio.value, like: page.quantity(figure)))",
      fits, "占比与所列的数不符", &book)
  }

  /// The list of one unit, joined by 、, that stands last before a figure in its sentence or the one before.
  private func list(before figure: Int) -> [Int]? {
    var last = figure - 1
    while last >= 0, page.claim(figure).sentence - page.claim(last).sentence <= 1,
      !page.isAmount(last) || !page.has(Mark.pause, in: page.before(last))
    {
      last -= 1
    }
    guard last > 0, page.claim(figure).sentence - page.claim(last).sentence <= 1 else { return nil }
    var list = [last]
    while let first = list.first, page.siblings(of: first).contains(first - 1),
      page.sameUnit(first - 1, first),
      page.has(Mark.pause, in: page.before(first)), page.before(first).count <= 12
    {
      list.insert(first - 1, at: 0)
    }
    return list.count > 2 && list.allSatisfy(page.isExact) ? list : nil
  }

  /// A类 by A, 优秀 by 优秀档; 两类企业 behind the last name is no part of it.
  private func isNamed(_ part: Int, by name: [UInt16]) -> Bool {
    var name = name[...]
    if let count = name.firstIndex(where: Self.counts.contains), count > 0 { name = name[..<count] }
    let lead = page.units[page.lead(part)]
    return !name.isEmpty
      && (lead.suffix(name.count).elementsEqual(name)
        || lead.dropLast().suffix(name.count).elementsEqual(name))
  }

  private static let together = ["合计", "共", "总共", "一共", "合起来", "之和"]
  private static let counts = UnitSet("两二三2")

  // MARK: 计划投资25亿元,实际完成27.5亿元,为年度计划的110%

  private func ofPlan(_ figure: Int, beyond: Bool, _ book: inout RelationBook) {
    let before = page.siblings(of: figure).lowerBound..<figure
    let plans = before.filter { plan in
      page.isAmount(plan) && page.isExact(plan)
        && (page.words(page.lead(plan)).containsAny(Self.plans)
          || page.words(page.lead(plan)).hasAnySuffix(["任务", "任务为"]))
    }
    guard plans.count == 1, let plan = plans.first, plan + 1 == figure - 1, case let done = figure - 1,
      page.sameUnit(plan, done), page.isExact(done), !page.cues.has(.lastYear, in: page.before(done)),
      !page.has(Mark.semicolon, in: page.range(plan).upperBound..<page.range(figure).lowerBound),
      let ratio = Quotient(page.quantity(done), by: page.quantity(plan), times: 100)
    else { return }
    let (value, stated) = (beyond ? ratio.value - 100 : ratio.value, page.quantity(figure))
    let interval = Interval(
      low: ratio.interval.low - (beyond ? 100 : 0), high: ratio.interval.high - (beyond ? 100 : 0))
    let fits = Reckoning.compare(value, interval, with: stated) != .apart
    let quotient =
      beyond
      ? "(\(page.number(done))-\(page.number(plan)))/\(page.number(plan))"
      : "\(page.number(done))/\(page.number(plan))"
    settle(
      figure, [done, plan], "\(quotient)=\(Percent.text(value, like: stated))", fits, "与计划数相比的百分比不符", &book)
  }

  /// 确定开发岗位500个,已开发480个,超额完成: less than was planned.
  private func exceeded(_ done: Int, _ book: inout RelationBook) {
    let plan = done - 1
    guard page.isAmount(done), page.siblings(of: done).contains(plan), page.sameUnit(plan, done),
      page.isExact(plan), page.isExact(done), page.claim(plan).change == nil, page.claim(done).change == nil,
      page.words(page.lead(plan)).containsAny(Self.plans + ["确定", "下达", "任务"]),
      page.words(page.after(done).prefix(24)).containsAny(Self.exceeding),
      !page.has(Mark.semicolon, in: page.range(plan).upperBound..<page.after(done).upperBound),
      // 分三年建成500个,今年建成180个: of a part.
      !page.words(page.before(done)).containsAny(["年度", "今年", "本年", "半年", "季度", "月", "其中", "每", "均"]),
      !page.words(page.before(plan)).containsAny(["三年", "五年", "四年", "两年", "规划", "总任务"])
    else { return }
    let fits = page.value(done) >= page.value(plan)
    book.weigh(
      done, by: [plan], .share, fits ? .verified : .broken, on: page,
      "\(page.number(done))\(fits ? "≥" : "<")\(page.number(plan))", "写了超额完成，实际数却少于计划数", stating: false,
      as: .place(page.range(done).lowerBound))
  }

  /// 新建食堂14个,超额完成年初确定的15个目标: the goal stands behind what was done.
  private func passed(_ plan: Int, _ book: inout RelationBook) {
    let done = plan - 1
    guard page.isAmount(plan), page.siblings(of: plan).contains(done), page.sameUnit(plan, done),
      page.isExact(plan), page.isExact(done), page.claim(plan).change == nil, page.claim(done).change == nil,
      page.before(plan).count <= 20,
      page.words(page.before(plan)).containsAny(Self.exceeding.map { "," + $0 }),
      page.words(page.after(plan)).hasAnyPrefix(["目标", "的目标", "任务", "的任务", "计划", "的计划", "建设目标", "建设任务"])
    else { return }
    let fits = page.value(done) >= page.value(plan)
    book.weigh(
      done, by: [plan], .share, fits ? .verified : .broken, on: page,
      "\(page.number(done))\(fits ? "≥" : "<")\(page.number(plan))", "写了超额完成，实际数却少于目标数", stating: false,
      as: .place(page.range(done).lowerBound))
  }

  /// 覆盖171个村,占91.9%,实现全覆盖: a share that is not the whole.
  private func covered(_ share: Int, _ book: inout RelationBook) {
    let behind = page.after(share)
    let clause = behind.dropFirst().prefix { !Mark.clauseEnds.contains(page.units[$0]) }
    guard page.isPercent(share), page.isExact(share), page.claim(share).change == nil,
      page.value(share) < 100, page.value(share) > 0,
      page.words(page.lead(share)).containsAny(["占", "覆盖率", "覆盖面", "覆盖"]),
      behind.first.map({ page.units[$0] == Mark.comma }) ?? false, clause.count <= 14,
      page.words(clause.startIndex..<clause.endIndex).hasAnyPrefix(["实现", "已实现", "做到", "达到"]),
      page.words(clause.startIndex..<clause.endIndex).hasSuffix("全覆盖")
    else { return }
    book.propose(
      Relation(
        .share, .broken, claimed: page.range(share).lowerBound..<clause.endIndex, result: nil,
        members: [],
        arithmetic: "\(page.number(share))<100%", message: "占比不到100%，后面却写实现全覆盖", severity: nil,
        isTruncated: false),
      as: .place(page.range(share).lowerBound))
  }

  private static let exceeding = ["超额完成", "超额实现", "超额落实"]

  // MARK: 满意的占97.6%,其余2.4%

  /// The last share of a sentence and those before it make a whole.
  private func rest(_ figure: Int, _ book: inout RelationBook) {
    let siblings = page.siblings(of: figure)
    let shares = (siblings.lowerBound..<figure).filter(page.isPercent)
    guard (1...4).contains(shares.count), !(figure + 1..<siblings.upperBound).contains(where: page.isPercent),
      shares.allSatisfy({
        page.isExact($0) && page.claim($0).change == nil
          && page.claim($0).sentence == page.claim(figure).sentence
          && (page.has(Mark.share, in: page.lead($0)) || page.units[page.tail($0)].first == Mark.of)
          && !page.cues.has(.parts, in: page.before($0))
      }), !page.has(Mark.semicolon, in: page.range(shares[0]).upperBound..<page.range(figure).lowerBound)
    else { return }
    let all = shares + [figure]
    let sum = page.sum(all)
    let slack = page.slack(all)
    let fits = abs(sum - 100) <= (shares.count == 1 ? 0 : slack)
    settle(
      figure, shares, page.terms(all) + "=\(sum)%", fits, "各部分的占比相加不是100%", &book)
  }

  // MARK: 240家企业里,35%(84家)反映…

  /// A count in brackets behind its share, of the whole told before.
  private func bracketed(_ figure: Int, _ book: inout RelationBook) {
    let (whole, part) = (figure - 1, figure + 1)
    let siblings = page.siblings(of: figure)
    guard siblings.contains(whole), siblings.contains(part), page.sameUnit(whole, part), page.isAmount(part),
      page.isExact(whole), page.isExact(part), page.claim(figure).change == nil,
      page.units[page.before(part)].first == 0x28, page.before(part).count <= 3,
      page.tail(part).upperBound < page.units.count, page.units[page.tail(part).upperBound] == 0x29,
      page.tail(part).isEmpty, page.value(part) <= page.value(whole),
      let ratio = Quotient(page.quantity(part), by: page.quantity(whole), times: 100)
    else { return }
    let fits = Reckoning.compare(ratio, with: page.quantity(figure)) != .apart
    settle(
      figure, [part, whole],
      "\(page.number(part))/\(page.number(whole))=\(Percent.text(ratio.value, like: page.quantity(figure)))",
      fits,
      "占比与所列的数不符", &book)
  }

  private func settle(
    _ figure: Int, _ members: [Int], _ equation: String, _ fits: Bool, _ message: String,
    _ book: inout RelationBook
  ) {
    book.weigh(figure, by: members, .share, fits ? .verified : .broken, on: page, equation, message)
  }

  private static let rests = ["其余", "剩余", "余下", "剩下", "另外"]
  private static let plans = ["计划", "目标", "预算", "下达", "任务数", "预期"]
  private static let links = Mark.texts("年度计划的 计划数的 计划的 年度目标的 目标的 目标任务的 年初预算的 预算的 年度任务的 任务数的 任务的 计划投资的")
  private static let beyonds = Mark.texts(
    "超出计划 超计划 超过计划 超额完成 比计划增加 比计划多 较计划增加 超目标 超出目标 超过目标 超预算 超出预算 超年度计划 超出年度计划")
}
