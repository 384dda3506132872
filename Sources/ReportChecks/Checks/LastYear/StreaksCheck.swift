import ReportModel

/// 连续: runs of years that were not moved on.
struct StreaksCheck: Check {
  let about = CheckDescription(
    "last-year.streaks", .warning, "“连续N年”“第N次”没有比上年加一",
    rationale: "“连续三年获评”“蝉联三届”“第四次入选”第二年还写，数要往上加一。上年与今年说的是同一件事的才比，说法不必逐字相同。",
    source: "实务",
    triggering: [
      .draft(
        "青溪区2023年改革工作总结\n2023年，[[连续三年]]获评全省改革先进单位。", lastYear: "青溪区2022年改革工作总结\n2022年，连续三年获评全省改革先进单位。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，群众安全感测评[[连续五年]]居全市首位。",
        lastYear: "青溪区2022年改革工作总结\n2022年，群众安全感测评得分连续五年位列全市第一。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，[[第四次]]获评全省平安建设先进区。", lastYear: "青溪区2022年改革工作总结\n2022年，第四次获评全省平安建设先进区。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，在全市改革评估中得分94.6分，[[连续三年]]进入全市前三名。",
        lastYear: "青溪区2022年改革工作总结\n2022年，在全市改革评估中，我区得分92.1分，首次进入全市前三名。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，“社区焕新”入选全省改革典型案例，这是我区[[连续3年]]有案例入选。",
        lastYear: "青溪区2022年改革工作总结\n2022年，“老街更新”做法首次入选全省改革典型案例。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，群众安全感99.3%，[[首次突破99%]]。旅游收入31.2亿元，[[连续两年突破30亿元]]。",
        lastYear: "青溪区2022年改革工作总结\n2022年，群众安全感99.1%，旅游收入27.4亿元。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年是[[全面实施“十四五”改革规划的收官之年]]。安排改革任务46项，全部完成。",
        lastYear: "青溪区2022年改革工作总结\n2022年是实施“十四五”改革规划的收官之年，安排改革任务44项，全部完成。"),
      .draft(
        "向海图强谱新篇\n医保基金实现[[连续五年]]收支平衡。", lastYear: "改革破浪风正劲\n基本医保基金实现连续五年收支平衡。"),
    ],
    silent: [
      .draft(
        "青溪区2023年改革工作总结\n2023年是改革攻坚三年行动的收官之年，也是加快发展的关键之年。2024年是“十五五”规划的谋划之年。",
        lastYear: "青溪区2022年改革工作总结\n2022年是改革攻坚三年行动的第二年，也是加快发展的关键之年。2023年是改革攻坚三年行动的收官之年。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，群众安全感99.3%，首次突破99%。旅游收入31.2亿元，连续两年突破30亿元。",
        lastYear: "青溪区2022年改革工作总结\n2022年，群众安全感98.7%，旅游收入30.4亿元。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，在全市改革评估中连续两年进入全市前三名，首次获评全省信访工作先进区。",
        lastYear: "青溪区2022年改革工作总结\n2022年，在全市改革评估中首次进入全市前三名，首次获评全省双拥模范区。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，连续四年获评全省改革先进单位，第五次获评全省平安建设先进区。",
        lastYear: "青溪区2022年改革工作总结\n2022年，连续三年获评全省改革先进单位，第四次获评全省平安建设先进区。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，连续三年开展干部作风评议。连续两个季度居全市第一。",
        lastYear: "青溪区2022年改革工作总结\n2022年，连续三年获评全省改革先进单位。连续两个季度居全市第一。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，“社区焕新”入选全省改革典型案例，这是我区连续两年有案例入选。连续四年承办全省青创大赛，连续三年举办读书节。",
        lastYear: "青溪区2022年改革工作总结\n2022年，“老街更新”做法首次入选全省改革典型案例。连续三年承办全省青创大赛。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let study = input.study, let last = input.lastYear, last.isUsable, let other = last.study
    else { return }
    if let year = study.facts.year, let before = other.facts.year, before != year - 1 { return }
    let known = other.facts.standings.runs
    for run in study.facts.standings.runs {
      let alike = known.filter { $0.topic.isTopic(run.topic) }
      guard let before = alike.max(by: { $0.topic.likeness(run.topic) < $1.topic.likeness(run.topic) }),
        // Two runs of one wording tell of two things.
        !alike.contains(where: { $0.count + 1 == run.count }),
        run.count > 1 && (run.count == before.count || before.count == 1)
          || before.topic.likeness(run.topic) >= 80,
        // 首次 twice is told by another check.
        run.count > 1 || before.count > 1
      else { continue }
      let words = study.draft.text.string(run.range)
      result.report(
        study.draft.text.place(run.range),
        "上年写的是“\(other.draft.text.string(before.range))”，今年写“\(words)”，按年份应加一（\(before.count + 1)）",
        "请核对年数、次数",
        related: [.init(other.draft.text.place(before.range), "上年写的")])
    }
    thresholds(study, last, &result)
    openings(study, other, &result)
  }

  /// 2024年是…开局之年, which last year's report said of 2023: there is but one such year.
  private func openings(_ this: DraftStudy, _ last: DraftStudy, _ result: inout CheckResult) {
    let known = last.part(OnlyYears.self).all
    for own in this.part(OnlyYears.self).all {
      guard
        let before = known.first(where: {
          $0.kind == own.kind && $0.numerals == own.numerals && $0.topic.likeness(own.topic) >= 80
        }), !known.contains(where: { $0.kind == own.kind && $0.year == own.year }), before.year != own.year
      else { continue }
      result.report(
        this.draft.text.place(own.range),
        "上年报告把\(before.year)年称作“\(last.draft.text.string(before.range))”，这里说的是\(own.year)年",
        "请核对是哪一年；照抄上年的，请改写",
        related: [.init(last.draft.text.place(before.range), "上年写的")])
    }
  }

  /// What a report calls a year that only one year can be: 开局之年, 第一年, 70周年.
  private struct OnlyYears: StudyPart {
    let all: [(range: Range<Int>, kind: Int, topic: NameLikeness, numerals: [UInt16], year: Int)]

    init(_ study: DraftStudy) {
      let (draft, page) = (study.draft, study.page)
      var found: [(range: Range<Int>, kind: Int, topic: NameLikeness, numerals: [UInt16], year: Int)] = []
      StreaksCheck.onlyYears.scan(page.units) { kind, range in
        guard let index = draft.sentence(at: range.lowerBound),
          let reported = draft.reportYear(at: range.lowerBound),
          case let sentence = draft.sentences[index],
          let start = (sentence.range.lowerBound..<range.lowerBound).last(where: {
            StreaksCheck.beforeTopic.contains(page.units[$0])
          }), range.lowerBound - start > 4, range.lowerBound - start <= 40
        else { return }
        // 是 and 作为 in one sentence with the year they tell of.
        let year =
          draft.times[sentence.times].filter { $0.range.upperBound <= start + 1 }.compactMap {
            switch $0.meaning {
            case .date(let date): date.year
            case .lastYear: reported - 1
            case .nextYear: reported + 1
            // 今年 among the tasks of the next year is that year.
            case .thisYear: draft.role(of: sentence.section) == .plan ? reported + 1 : reported
            default: nil
            }
          }.last ?? (draft.role(of: sentence.section) == .plan ? reported + 1 : reported)
        let words = start + 1..<range.upperBound
        found.append(
          (
            words, kind, NameLikeness(draft.text.folded(words)),
            page.units[words].filter { Mark.isDigit($0) || StreaksCheck.numerals.contains($0) }, year
          ))
      }
      all = found
    }
  }

  private static let onlyYears = PhraseTable(
    ["开局之年", "起步之年", "收官之年", "收尾之年", "开局年", "收官年", "第一年", "第二年", "第三年", "第四年", "第五年", "首年", "元年", "周年"])
  private static let beforeTopic = UnitSet("是为系")
  private static let numerals = UnitSet("零一二三四五六七八九十百")

  /// 首次突破99% where last year's figure was above it; 连续两年突破30亿元 where it was below.
  private func thresholds(_ study: DraftStudy, _ last: LastYear, _ result: inout CheckResult) {
    let (draft, page) = (study.draft, study.page)
    for threshold in study.part(Thresholds.self).all {
      let (words, limit) = (threshold.words, threshold.limit)
      guard
        let base = LastYearFiguresCheck().base(of: threshold.reached ?? limit, study, last, isSaid: true),
        base.isNamedAlike || threshold.reached != nil,
        threshold.isFirst ? base.value > page.value(limit) : base.value < page.value(limit)
      else { continue }
      result.report(
        draft.text.place(words.lowerBound..<page.range(limit).upperBound),
        "写的是“\(draft.text.string(words.lowerBound..<page.range(limit).upperBound))”，上年报告写的是\(FigurePage.number(base.value, precision: base.precision))\(page.isPercent(limit) ? "%" : "")",
        "请核对两年的数", related: base.place.map { [.init($0, "上年写的数")] } ?? [])
    }
  }

  /// What one report tells as passed.
  private struct Thresholds: StudyPart {
    struct Threshold: Sendable {
      var words: Range<Int>
      var isFirst: Bool
      var limit: Int
      /// The figure that passed it.
      var reached: Int?
    }

    let all: [Threshold]

    init(_ study: DraftStudy) {
      var all: [Threshold] = []
      passing.scan(study.page.units) { _, range in
        if let threshold = StreaksCheck.threshold(range, isFirst: true, study) { all.append(threshold) }
      }
      for run in study.facts.standings.runs where run.count > 1 {
        let behind = study.page.words((run.range.upperBound..<study.page.units.count).prefix(5))
        guard let verb = keeping.first(where: behind.hasPrefix) else { continue }
        let words = run.range.lowerBound..<run.range.upperBound + verb.utf16.count
        if let threshold = StreaksCheck.threshold(words, isFirst: false, study) { all.append(threshold) }
      }
      self.all = all
    }
  }

  private static func threshold(_ words: Range<Int>, isFirst: Bool, _ study: DraftStudy)
    -> Thresholds.Threshold?
  {
    let (draft, page) = (study.draft, study.page)
    guard let index = draft.sentence(at: words.lowerBound),
      let limit = draft.sentences[index].quantities.first(where: {
        (words.upperBound - 2...words.upperBound + 2).contains(page.range($0).lowerBound)
      })
    else { return nil }
    let stated = draft.sentences[index].quantities.last {
      page.range($0).upperBound <= words.lowerBound && words.lowerBound - page.range($0).upperBound <= 12
        && page.sameUnit($0, limit) && page.isExact($0)
    }
    // 首次突破20万元,达到22.9万元.
    let reached = stated ?? LastYearFiguresCheck.state(reachedBy: limit, page)
    return Thresholds.Threshold(words: words, isFirst: isFirst, limit: limit, reached: reached)
  }

  private static let passing = PhraseTable(
    ["首次", "首度", "第一次", "历史性"].flatMap { first in
      ["突破", "超过", "迈上", "跨上", "站上", "越过", "跃上"].map { first + $0 }
    })
  private static let keeping = ["突破", "超过", "稳定在", "保持在", "达到", "超", "保持"]
}
