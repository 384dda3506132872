import ReportModel

/// 位次: stated rises and falls of a rank that contradict last year's rank.
struct RanksCheck: Check {
  let about = CheckDescription(
    "last-year.ranks", .warning, "位次的升降与上年的位次不符",
    rationale: "“列第7位，较上年提升2位”按上年报告写的位次核对；“由上年的第9位升至第7位”也与上年报告对照。说的是同一项考评、同一个范围（全省、全市）的才比；上年写过几个不同位次的不比。",
    source: "实务",
    triggering: [
      .draft(
        "青溪区2023年改革工作总结\n2023年，营商环境评价列全市第7位，较上年提升[[2位]]。", lastYear: "青溪区2022年改革工作总结\n2022年，营商环境评价列全市第5位。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，在全省48家经济开发区综合考评中居第七，比上年上升[[3个位次]]。",
        lastYear: "青溪区2022年改革工作总结\n2022年，经济开发区在全省综合考评中排名第9位。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，群众安全感测评由上年的[[第8位]]跃升至第4位。", lastYear: "青溪区2022年改革工作总结\n2022年，群众安全感测评居全市第6位。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，改革考核排名较上年前移[[6位]]，列全市第五。", lastYear: "青溪区2022年改革工作总结\n2022年，改革考核列全市第九名。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，营商环境评价列全市[[第7位]]，位次进一步提升。", lastYear: "青溪区2022年改革工作总结\n2022年，营商环境评价列全市第5位。"),
    ],
    silent: [
      .draft(
        "青溪区2023年改革工作总结\n2023年，营商环境评价列全市第3位，位次进一步提升；群众满意度进一步提高。",
        lastYear: "青溪区2022年改革工作总结\n2022年，营商环境评价列全市第5位。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，营商环境评价列全市第3位，较上年提升2位；政务公开评估居全市第四，较上年上升三位。",
        lastYear: "青溪区2022年改革工作总结\n2022年，营商环境评价列全市第5位，政务公开评估居全市第七。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，营商环境评价列全省第31位，较上年提升6位。", lastYear: "青溪区2022年改革工作总结\n2022年，营商环境评价列全市第5位。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，举办第四届技能大赛，参赛选手增加6名。", lastYear: "青溪区2022年改革工作总结\n2022年，在全市技能大赛中获第三名。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let study = input.study, let last = input.lastYear, last.isUsable, last.mismatch == nil,
      let other = last.study
    else { return }
    let (mine, theirs) = (study.facts.standings, other.facts.standings)
    var compared = 0
    for move in mine.moves {
      let rank = mine.ranks[move.rank]
      guard let base = Self.base(of: rank, theirs) else { continue }
      compared += 1
      let difference = move.isRise ? base.number - rank.number : rank.number - base.number
      if move.count == difference { continue }
      let way = (difference > 0) == move.isRise ? "提升" : "下降"
      result.report(
        study.draft.text.place(move.range),
        "与上年的位次不符：上年第\(base.number)位，今年第\(rank.number)位，\(difference == 0 ? "没有变化" : "\(way)\(abs(difference))位")",
        "请核对两年的位次",
        related: [
          .init(study.draft.text.place(rank.range), "今年的位次"),
          .init(other.draft.text.place(base.range), "上年的位次"),
        ])
    }
    for rank in mine.ranks where rank.isPast {
      guard let base = Self.base(of: rank, theirs) else { continue }
      compared += 1
      guard base.number != rank.number else { continue }
      result.report(
        study.draft.text.place(rank.range), "说的是上年的位次，上年报告写的是第\(base.number)位", "请核对两年的位次",
        related: [.init(other.draft.text.place(base.range), "上年的位次")])
    }
    // 列全市第4位,位次进一步提升.
    for (index, rank) in mine.ranks.enumerated()
    where !rank.isPast && !mine.moves.contains(where: { $0.rank == index }) {
      guard let sentence = study.draft.sentence(at: rank.range.lowerBound),
        let isRise = SaidDirection.isRise(
          behind: rank.range.upperBound, study.draft.sentences[sentence].range.upperBound, study.page),
        let base = Self.base(of: rank, theirs)
      else { continue }
      compared += 1
      if isRise ? rank.number < base.number : rank.number > base.number { continue }
      result.report(
        study.draft.text.place(rank.range), "写的是位次\(isRise ? "提升" : "下降")，上年报告写的是第\(base.number)位",
        "请核对两年的位次",
        related: [.init(other.draft.text.place(base.range), "上年的位次")])
    }
    result.recognise("lastYearRanks", "与上年核对的位次", compared)
  }

  /// Last year's rank in the same contest.
  private static func base(of rank: Standings.Rank, _ last: Standings) -> Standings.Rank? {
    let alike = last.ranks.filter {
      !$0.isPast && $0.topic.isTopic(rank.topic)
        && ($0.level == rank.level || $0.level == nil || rank.level == nil)
    }
    guard let base = alike.max(by: { $0.topic.likeness(rank.topic) < $1.topic.likeness(rank.topic) }),
      alike.allSatisfy({
        $0.number == base.number || $0.topic.likeness(rank.topic) < base.topic.likeness(rank.topic)
      })
    else { return nil }
    return base
  }
}
