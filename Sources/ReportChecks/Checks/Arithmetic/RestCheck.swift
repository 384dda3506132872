import Foundation
import ReportModel

/// 剩余: what was dealt with and what is left against all there was, without 其中.
struct RestCheck: DraftCheck {
  let about = CheckDescription(
    "arithmetic.rest", .error, "已办的数与剩余的数相加，不等于总数",
    rationale: "“受理A件，办结B件，其余C件正在办理”“原有A人，退出B人，剩余C人”，同一单位的数应当合得上。中间夹着“其中”的分项不计；三项以上说法不一的，只在相差不远时指出。",
    source: "实务",
    triggering: [
      .draft("86个村中有71个设了网点，占82.6%。余下的[[16个]]村路程远，由邮车每周配送两次。"),
      .draft("52个部门已有43个接入平台，没有接入的[[11个]]部门明年接入。"),
      .draft("园区企业460家，签订集体合同的437家，还没有签订的[[33家]]由工会上门指导。"),
      .draft("共排查问题136个，已整改128个，正在整改[[9个]]。"),
      .draft("受理诉求2314件，办结2298件，尚有[[26件]]正在办理。"),
      .draft("年初在册人员245人，退出32人，剩余[[203人]]。"),
      .draft("平台收录机构127家，核减不合规机构8家，保留[[122家]]。"),
      .draft("签约项目58个，其中10亿元以上的6个、5亿元至10亿元的11个，其余[[43个]]均为亿元以上项目。"),
      .draft("一、工作\n清查闲置资产143处，盘活97处。\n二、存在问题\n清查出来的闲置资产仍有[[56处]]没有找到出路。"),
      .draft("一、工作\n摸排隐患点位212处，已治理178处。\n二、存在问题\n尚有[[44处]]隐患点位没有治理到位。"),
    ],
    silent: [
      .draft("截至11月底，全区改革任务完成32项，12月又完成3项，全年完成35项，还有3项延期。"),
      .draft("园区企业460家，签订集体合同的437家，还没有签订的23家由工会上门指导。"),
      .draft("86个村中有71个通了公交，其余12个村正在建设、3个村正在选址。没有通客车的3个村明年开通。"),
      .draft("214所学校中189所用上集中供餐，其余学校中有12所由企业配送。"),
      .draft("审议文件17件，其中第十一次会议5件，其余三次会议各4件。"),
      .draft("一、工作\n清查闲置资产143处，盘活97处，拆除21处。\n二、存在问题\n闲置资产仍有25处没有找到出路。"),
      .draft("一、工作\n督察发现问题46个，已整改43个。\n二、存在问题\n巡察发现的问题仍有5个没有整改到位。"),
      .draft("收集问题207个，办结189个，办结率91.3%，未办结的18个中，正在办理的9个、列入下年计划的6个、作出解释的3个。"),
      .draft("受理诉求880件，办结860件，尚有20件未办结，其中正在办理12件、待答复8件。"),
      .draft("企业净增43家，其中首次认定61家、到期未通过18家。"),
      .draft("新建站点12个，撤并3个，保留20个。"),
      .draft("发现问题37个，已整改34个，剩余3个正在整改。"),
      .draft("受理案件6200件，审结5980件，其中调解撤诉2310件，未结220件。"),
      .draft("督办事项96项，办结88项，其余正在推进。"),
      .draft("处置企业12家，安置职工1560人，还有3家正在处置。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    result.report([.rest], of: input, remedy: "请核对总数、已办数和剩余数，改正写错的一个")
  }
}

struct RestRule: RelationRule {
  let page: FigurePage
  let status: StatusReading

  func propose(_ book: inout RelationBook) {
    // The balance of the tasks is told by their own rule.
    let tasks = Set((status.overall + status.fields.flatMap(\.layers)).flatMap(\.figures))
    for sentence in page.draft.sentences where sentence.quantities.count > 1 {
      for rest in sentence.quantities.dropFirst()
      where page.isAmount(rest) && page.claim(rest).change == nil && page.isTold(rest) && isRest(rest)
        && !tasks.contains(rest)
        // 其余学校中有12所: some of the rest.
        && !page.words(page.lead(rest)).hasSuffix("中有")
        // 其余三次会议各4件: so many for each.
        && !page.words(page.lead(rest)).hasSuffix("各")
      {
        read(rest, sentence, &book)
      }
    }
  }

  private func isRest(_ figure: Int) -> Bool {
    let lead = page.lead(figure)
    let tail = page.tail(figure)
    return page.cues.has(.rest, in: lead.suffix(8))
      || isKept(figure) || isPending(figure) || isDenied(figure)
      || page.cues.first(.rest, in: tail).map { $0.lowerBound - tail.lowerBound <= 2 } ?? false
  }

  /// 签订集体合同的437家,还没有签订的33家: what was said of the others is said not to be of these.
  private func isDenied(_ figure: Int) -> Bool {
    let lead = page.lead(figure)
    guard figure > page.siblings(of: figure).lowerBound, lead.count >= 5, page.units[lead].last == Mark.of,
      case let verb = lead.dropLast().suffix(2),
      Self.denials.contains(where: { page.words(lead.lowerBound..<verb.lowerBound).hasSuffix($0) })
    else { return false }
    let before = page.lead(figure - 1).lowerBound - 12..<lead.lowerBound
    return page.contains(
      Array(page.units[verb]),
      in: max(before.lowerBound, page.sentence(of: figure).range.lowerBound)..<before.upperBound)
  }

  private static let denials = ["还没有", "没有", "尚未", "仍未", "还未", "没能", "未能", "暂未"]

  /// 另有5件在法定期限内, 另有3件正在办理: what else there is has not been dealt with yet.
  private func isPending(_ figure: Int) -> Bool {
    page.words(page.lead(figure)).hasSuffix("另有")
      && page.words(page.tail(figure)).hasAnyPrefix(["在", "正在", "尚", "仍", "未", "待"])
  }

  /// 原有136个,撤并41个,保留95个; 收录127家,核减8家,保留119家.
  private func isKept(_ figure: Int) -> Bool {
    let lead = page.words(page.lead(figure))
    guard ["保留", "现保留", "还保留", "仍保留", "实际保留", "最终保留"].contains(where: { lead == $0 }) else { return false }
    let taken = figure - 1
    if page.words(page.lead(page.siblings(of: figure).lowerBound)).hasPrefix("原") { return true }
    guard page.siblings(of: figure).contains(taken - 1), page.sameUnit(taken, figure),
      page.words(page.lead(taken)).hasAnyPrefix(Self.taking)
    else { return false }
    return page.sameUnit(taken - 1, figure) && page.value(taken - 1) > page.value(figure)
      && page.member(taken - 1) == nil && !page.words(page.lead(taken - 1)).hasPrefix("新")
  }

  private static let kinds = [
    "村", "社区", "乡镇", "镇街", "镇", "乡", "街道", "苏木", "嘎查", "部门", "企业", "事业单位", "学校", "医院",
  ]
  private static let taking = ["核减", "撤并", "撤销", "取消", "注销", "关停", "清退", "淘汰", "压减", "核销", "清理"]

  private func read(_ rest: Int, _ sentence: DraftSentence, _ book: inout RelationBook) {
    var alike = (sentence.quantities.lowerBound..<rest).filter {
      page.sameUnit($0, rest) && page.isAmount($0)
        && (page.claim($0).change == nil
          || page.claim($0).change == .down && page.words(page.lead($0)).hasAnyPrefix(Self.taking))
        && !page.cues.has(.each, in: page.lead($0))
    }
    // 办结189个,未办结的18个中,正在办理的9个: what follows 中 is of those left.
    if let among = alike.last(where: { isPartedBehind($0) || isInner(rest) && isRest($0) }) {
      alike.removeAll { $0 < among }
    }
    if alike.count == 1, let before = whole(before: sentence, like: rest), isDone(alike[0]) {
      alike.insert(before, at: 0)
    }
    guard alike.count > 1 else { return }
    // 正在推进6项,尚未启动2项: what is left is told in two kinds.
    let next = rest + 1
    let isHalf =
      page.siblings(of: rest).contains(next) && page.sameUnit(next, rest)
      && (page.cues.has([.rest, .open], in: page.lead(next))
        // 其余12个正在建设、4个正在选址.
        || page.value(alike[0]) == page.sum(alike.dropFirst()) + page.value(rest) + page.value(next))
    guard !isHalf else { return }
    // 处置1126宗,占应处置1280宗的88.0%,其余154宗: the whole may stand behind what was dealt with.
    if let base = alike.dropFirst().firstIndex(where: isBase) { alike.insert(alike.remove(at: base), at: 0) }
    for start in alike.indices.dropLast() {
      let parts = Array(alike[(start + 1)...])
      let plain = parts.enumerated().filter { $0.offset == 0 || !isInner($0.element) }.map(\.element)
      for reading in Set([parts, plain, [parts[0]]]).sorted(by: { $0.count > $1.count }) {
        settle(rest, reading, of: alike[start], isCertain: start == 0 && reading == plain, &book)
      }
    }
  }

  /// 未办结的18个中,: what a list behind a comma is of.
  private func isPartedBehind(_ figure: Int) -> Bool {
    let tail = page.tail(figure)
    return page.units[tail].last == Mark.among && page.cues.has(.rest, in: page.lead(figure))
      && tail.upperBound < page.units.count && page.units[tail.upperBound] == Mark.comma
  }

  /// 占应处置1280宗的88.0%: what a share is of.
  private func isBase(_ figure: Int) -> Bool {
    page.words(page.lead(figure)).hasPrefix("占") && page.words(page.tail(figure)).hasPrefix("的")
  }

  /// 其中调解2310件: part of a part.
  private func isInner(_ figure: Int) -> Bool { page.cues.has(.parts, in: page.before(figure)) }

  private func isDone(_ figure: Int) -> Bool {
    page.cues.has([.outcome, .done], in: page.lead(figure))
      || page.cues.has([.outcome, .done], in: page.tail(figure))
  }

  /// What the sentence before counted, where this one goes on to tell what became of it.
  private func whole(before sentence: DraftSentence, like rest: Int) -> Int? {
    guard let index = page.draft.sentence(at: sentence.range.lowerBound), index > 0,
      page.draft.sentences[index - 1].paragraph == sentence.paragraph
    else { return nil }
    return page.draft.sentences[index - 1].quantities.last {
      page.sameUnit($0, rest) && page.claim($0).change == nil && page.cues.has(.intake, in: page.lead($0))
    }
  }

  private func settle(
    _ rest: Int, _ parts: [Int], of whole: Int, isCertain: Bool, _ book: inout RelationBook
  ) {
    let members = parts + [rest]
    let sum = page.sum(members)
    let equation = page.terms(members) + "=\(sum)"
    let total = page.value(whole)
    let interval = page.interval(members)
    let agreement = Reckoning.compare(sum, interval, with: page.quantity(whole))
    let verdict: Relation.Verdict =
      switch agreement {
      case .equal, .truncated: .verified
      case .near, .within: .undecided
      case .apart: isCertain && isLikely(members, whole, sum, total) ? .broken : .undecided
      }
    book.propose(
      Relation(
        .rest, verdict, claimed: page.range(rest), result: whole, members: members,
        arithmetic: equation + (verdict == .broken ? ",文中写\(page.number(whole))" : ""),
        message: "已办数与剩余数相加，不等于总数"), as: .figure(rest), isUnlikely: agreement == .apart && !isCertain)
  }

  /// One count dealt with and one left are all there was; more than two must come near.
  private func isLikely(_ members: [Int], _ whole: Int, _ sum: Decimal, _ total: Decimal) -> Bool {
    // 120个社区,其余16个村: of other things.
    let kinds = [whole, members[members.count - 1]].map { figure in
      Self.kinds.first { page.words(page.tail(figure)).hasPrefix($0) }
    }
    guard (members + [whole]).allSatisfy(page.isExact), total > 0,
      kinds.contains(nil) || kinds[0] == kinds[1],
      !page.has(
        Mark.semicolon, in: page.range(whole).upperBound..<page.range(members[members.count - 1]).lowerBound),
      !isInner(whole), members.count > 2 || members.allSatisfy({ page.value($0) <= total }),
      !page.cues.has(.incomplete, in: page.after(members[0]))
    else { return false }
    // 11月底完成32项,12月又完成3项,全年完成35项,还有3项延期: what was done up to a day is not all there is.
    if page.cues.has(.done, in: page.lead(whole).suffix(3)),
      members.contains(where: { page.value($0) > total })
    {
      return false
    }
    let share = sum / total
    return members.count == 2
      ? share > Decimal(0.5) && share < 2 : share > Decimal(0.8) && share < Decimal(1.3)
  }
}
