import Foundation
import ReportModel

/// 细节与台账: 文号, dates, lead units and the figures of the progress texts, held against the ledger.
struct DetailsAgainstLedgerCheck: Check {
  let about = CheckDescription(
    "against-ledger.details", .error, "文号、印发日期、牵头单位、时限、进展数字与台账不一致",
    rationale: "文稿里写在文件名后面的文号和日期、“由某单位牵头”的单位，以及台账进展情况里写过、文稿用同样的话再写一遍的数，逐一与台账对照。台账没有填的、说法不同的不对照。",
    source: "实务",
    triggering: [
      .draft(
        "2021年甲区改革工作总结报告\n一是经济体制改革方面。印发《甲区优化营商环境实施方案》（[[甲政〔2021〕15号]]），兑现资金[[4200亿元]]。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {名称: 优化营商环境, 状态: 已完成, 进展情况: 兑现资金4200万元。}\n制度性成果: [{名称: 甲区优化营商环境实施方案, 文号: 甲政〔2021〕51号}]"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n一是经济体制改革方面。由[[区民政局]]牵头推进按病种分值付费改革。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {名称: 推进按病种分值付费改革, 牵头单位: 区医保局, 状态: 已完成}"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n一是经济体制改革方面。[[甲政〔2021〕15号]]《甲区优化营商环境实施方案》于[[5月2日]]印发。按病种分值付费机制建立。由[[区民政局]]牵头，全面推开。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {名称: 建立按病种分值付费机制, 牵头单位: 区医保局, 状态: 已完成}\n制度性成果: [{名称: 甲区优化营商环境实施方案, 文号: 甲政〔2021〕51号, 印发日期: 2021-05-20}]"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n一是经济体制改革方面。推行投资项目承诺制，平均审批用时由[[25个工作日]]压缩到15个工作日。建立灵活就业服务机制，目前正在推进，计划[[2022年10月]]完成。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {名称: 推行投资项目承诺制, 状态: 已完成, 进展情况: 平均审批用时由24个工作日压缩到15个工作日}\n      - {名称: 建立灵活就业服务机制, 完成时限: 2022-06, 状态: 推进中}"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n一、结转事项\n（一）社区嵌入式服务设施建设。该项上年因场地未定延期。由[[区民政局]]牵头，最后2处设施于3月投用。",
        ledger: "年度: 2021\n地区: 甲区\n领域: [{名称: 社会改革, 任务: [{名称: 社区嵌入式服务设施建设, 牵头单位: 区发展改革委, 状态: 已完成}]}]"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n一是经济体制改革方面。组建园区开发集团，承接物业运营。此项任务由[[区财政局]]牵头，区政府办配合。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {名称: 组建园区开发集团, 牵头单位: 区国资局, 状态: 已完成}"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n一是经济体制改革方面。推进乡村治理积分制，在[[96个]]行政村推行，该项任务[[7月落地，较时限提前2个月]]。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {名称: 推进乡村治理积分制, 完成时限: 2021-05, 状态: 已完成, 进展情况: 覆盖69个行政村}"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n一是经济体制改革方面。[[区委办公室]]印发《甲区优化营商环境实施方案》。区医保局牵头推进按病种分值付费改革，完成时限为[[6月]]。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {名称: 推进按病种分值付费改革, 牵头单位: 区医保局, 完成时限: 2021-09, 状态: 已完成}\n制度性成果: [{名称: 甲区优化营商环境实施方案, 发文单位: 区政府办公室}]"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n一是经济体制改革方面。印发承包地延包试点方案（[[甲政〔2021〕15号]]），调解条例宣传手册（甲政〔2021〕8号）同步印发。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - {名称: 经济体制改革, 任务数: 2}\n制度性成果: [{名称: 甲区承包地延包试点方案, 文号: 甲政〔2021〕51号}]"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n一是经济体制改革方面。按病种分值付费改革由[[区民政局]]负责实施。组建园区开发集团由[[区财政局]]统一牵头，5月20日以[[甲政〔2021〕15号]]印发《甲区优化营商环境实施方案》。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {名称: 按病种分值付费改革, 牵头单位: 区医保局, 状态: 已完成}\n      - {名称: 组建园区开发集团, 牵头单位: 区国资局, 状态: 已完成}\n制度性成果: [{名称: 甲区优化营商环境实施方案, 文号: 甲政〔2021〕51号}]"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n一是经济体制改革方面。按病种分值付费改革由[[区民政局]]牵头，正在试点；组建园区开发集团由区国资局牵头，已经挂牌。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {名称: 按病种分值付费改革, 牵头单位: 区医保局, 状态: 推进中}\n      - {名称: 组建园区开发集团, 牵头单位: 区国资局, 状态: 推进中}"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n一是经济体制改革方面。《甲区优化营商环境实施方案》《甲区零基预算办法》分别于4月18日、[[5月22日]]印发。[[三季度]]出台《甲区公平竞争审查办法》。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - {名称: 经济体制改革, 任务数: 2}\n制度性成果: [{名称: 甲区优化营商环境实施方案, 印发日期: 2021-04-18}, {名称: 甲区零基预算办法, 印发日期: 2021-05-20}, {名称: 甲区公平竞争审查办法, 印发日期: 2021-06-08}]"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n一是经济体制改革方面。责任分工上，按病种分值付费改革归[[区民政局]]，组建园区开发集团归区国资局，两项均已完成。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {名称: 按病种分值付费改革, 牵头单位: 区医保局, 状态: 已完成}\n      - {名称: 组建园区开发集团, 牵头单位: 区国资局, 状态: 已完成}"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n一、存在问题\n停车资源共享改革因流标，延至2022年6月；公共数据授权运营改革因标准调整，申请延长到2022年9月。\n二、下一步打算\n停车资源共享改革力争[[2021年6月底]]前收官。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {名称: 停车资源共享改革, 状态: 延期, 延期: {原因: 流标, 延至: 2022-06}}\n      - {名称: 公共数据授权运营改革, 状态: 延期, 延期: {原因: 标准调整, 延至: 2022-09}}"
      ),
    ],
    silent: [
      .draft(
        "2021年甲区改革工作总结报告\n一、下一步打算\n停车资源共享改革力争2022年3月底前收官，2022年6月底前完成验收。2022年12月底前完成5个车场建设，深化停车资源共享改革。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {名称: 停车资源共享改革, 状态: 延期, 延期: {延至: 2022-06}}"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n一是经济体制改革方面。责任分工上，按病种分值付费改革归区医保局，组建园区开发集团归区国资局，两项均已完成。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {名称: 按病种分值付费改革, 牵头单位: 区医保局, 状态: 已完成}\n      - {名称: 组建园区开发集团, 牵头单位: 区国资局, 状态: 已完成}"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n一是经济体制改革方面。全年出台2项：4月18日印发的《甲区优化营商环境实施方案》，5月20日印发的《甲区零基预算办法》。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - {名称: 经济体制改革, 任务数: 2}\n制度性成果: [{名称: 甲区优化营商环境实施方案, 印发日期: 2021-04-18}, {名称: 甲区零基预算办法, 印发日期: 2021-05-20}]"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n一是经济体制改革方面。按病种分值付费改革由区卫健局负责日常培训。由区医院牵头、9家卫生院参加的园区开发集团组建。依据省政发〔2021〕15号文件印发《甲区优化营商环境实施方案》，与甲政〔2021〕8号文件衔接。服务体系建设由区供销社牵头，正在遴选；组建园区开发集团由区国资局牵头。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {名称: 按病种分值付费改革, 牵头单位: 区医保局, 状态: 已完成}\n      - {名称: 组建园区开发集团, 牵头单位: 区国资局, 状态: 已完成}\n制度性成果: [{名称: 甲区优化营商环境实施方案, 文号: 甲政〔2021〕51号}]"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n一是经济体制改革方面。4月18日、5月20日先后印发《甲区优化营商环境实施方案》《甲区零基预算办法》。上半年出台《甲区公平竞争审查办法》。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - {名称: 经济体制改革, 任务数: 2}\n制度性成果: [{名称: 甲区优化营商环境实施方案, 印发日期: 2021-04-18}, {名称: 甲区零基预算办法, 印发日期: 2021-05-20}, {名称: 甲区公平竞争审查办法, 印发日期: 2021-06-08}]"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n一是经济体制改革方面。该项原定延至2021年6月，我区于5月20日印发《甲区优化营商环境实施方案》，按期完成。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - {名称: 经济体制改革, 任务数: 2}\n制度性成果: [{名称: 甲区优化营商环境实施方案, 印发日期: 2021-05-20}]"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n一是经济体制改革方面。区政府办印发《甲区优化营商环境实施方案》。区医保局牵头推进按病种分值付费改革，完成时限为9月。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {名称: 推进按病种分值付费改革, 牵头单位: 区医保局, 完成时限: 2021-09, 状态: 已完成}\n制度性成果: [{名称: 甲区优化营商环境实施方案, 发文单位: 区政府办公室}]"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n一是经济体制改革方面。突出两件事：一抓收尾，延期任务由区委常委牵头，9月底前完成；二抓拓展，将按病种分值付费改革向乡镇延伸。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {名称: 推进按病种分值付费改革, 牵头单位: 区医保局, 状态: 已完成}"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n一是经济体制改革方面。推进乡村治理积分制，在69个行政村推行，其中示范村20个行政村，该项任务3月落地，较时限提前2个月。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {名称: 推进乡村治理积分制, 完成时限: 2021-05, 状态: 已完成, 进展情况: 覆盖69个行政村}"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n一是经济体制改革方面。组建园区开发集团，承接物业运营。此项任务由区国有资产监督管理局牵头，区财政局负责注资。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {名称: 组建园区开发集团, 牵头单位: 区国资局, 状态: 已完成}"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n一是经济体制改革方面。甲政〔2021〕51号《甲区优化营商环境实施方案》于5月20日印发。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - {名称: 经济体制改革, 任务数: 2}\n制度性成果: [{名称: 甲区优化营商环境实施方案, 文号: 甲政〔2021〕51号, 印发日期: 2021-05-20}]"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n一是经济体制改革方面。由区医疗保障局、区医保局牵头推进按病种分值付费改革，印发《甲区优化营商环境实施方案》（甲政〔2021〕51号），兑现资金0.42亿元。",
        ledger:
          "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {名称: 推进按病种分值付费改革, 牵头单位: 区医保局, 状态: 已完成, 进展情况: 兑现资金4200万元。}\n制度性成果: [{名称: 甲区优化营商环境实施方案, 文号: 甲政〔2021〕51号}]"
      ),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let match = input.match, let study = input.study else { return }
    let places = LedgerPlaces(match.ledger)
    documents(match, study.prose, places, &result)
    leads(match, study.prose, places, &result)
    let told = ToldTasks(match.draft, places.tasks.map(\.task))
    ProgressFigures(match, study.page, told).compare(places, &result)
    terms(match, study.page, told, places, &result)
    issuers(match, study.page, places, &result)
    numbers(match, study.page, places, &result)
    deadlines(match, study.page, places, &result)
    finishes(match, study.page, places, &result)
  }

  /// 《…》(文号), and 2021年5月20日印发《…》.
  private func documents(
    _ match: LedgerMatch, _ prose: CheckProse, _ places: LedgerPlaces, _ result: inout CheckResult
  ) {
    let draft = match.draft
    let outputs = match.ledger.report.outputs
    let keys = outputs.map { DocumentTitle.key($0.title) }
    for title in draft.titles where title.depth == 0 {
      guard let index = draft.sentence(at: title.range.lowerBound) else { continue }
      let sentence = draft.sentences[index]
      guard let output = keys.firstIndex(of: DocumentTitle.key(draft.text.string(title.inner))) else {
        continue
      }
      if let known = outputs[output].documentNumber,
        let name = draft.names[sentence.names].first(where: {
          $0.kind == .documentNumber
            && ((0...12).contains($0.range.lowerBound - title.range.upperBound)
              && !prose.hasAny(Self.beside, at: title.range.upperBound)
              || $0.range.upperBound == title.range.lowerBound
              || issues($0.range, title.range.lowerBound, prose))
        })
      {
        let floor =
          name.range.lowerBound > title.range.lowerBound ? title.range.upperBound : sentence.range.lowerBound
        var start = name.range.lowerBound
        while start > floor, name.range.lowerBound - start < 8, Mark.isHan(prose.units[start - 1]),
          prose.units[start - 1] != Self.by
        {
          start -= 1
        }
        let range = start..<name.range.upperBound
        result.recognise("ledgerDetails", "与台账对照的文号、日期、单位", 1)
        if !Self.bare(draft.text.folded(range)).suffix(Self.bare(known).count).elementsEqual(Self.bare(known))
        {
          result.report(
            draft.text.place(range), "\(draft.text.string(title.range))的文号与台账不一致：台账是\(known)", "请核对原件，改正其中一个",
            related: [.init(places.place(of: output, "文号"), "台账在这里")])
        }
      }
      guard let known = outputs[output].issueDate else { continue }
      for time in draft.times[sentence.times] {
        // 4月18日、5月20日先后印发《甲》《乙》: each of the dates is of one of them.
        if let own = listed(with: time, sentence, draft, prose) {
          guard own == title.range.lowerBound else { continue }
        } else if let months = time.months, let due = known.month, time.relation == .during,
          !months.contains(due),
          time.inMonth == nil, time.isOf(known.year), issues(time.range, title.range, draft, prose)
        {
          result.report(
            draft.text.place(time.range), "\(draft.text.string(title.range))的印发时间与台账不一致：台账是\(known.chinese)",
            "请核对原件，改正其中一个", related: [.init(places.place(of: output, "印发日期"), "台账在这里")])
          continue
        }
        let isPaired = listed(with: time, sentence, draft, prose) != nil
        if let (year, month, day) = time.inMonth, year == nil || day == nil, let due = known.month,
          month != due || day != nil && known.day != nil && day != known.day,
          (isPaired || issues(time.range, title.range, draft, prose))
        {
          result.report(
            draft.text.place(time.range), "\(draft.text.string(title.range))的印发时间与台账不一致：台账是\(known.chinese)",
            "请核对原件，改正其中一个", related: [.init(places.place(of: output, "印发日期"), "台账在这里")])
        }
        guard case .date(let date) = time.meaning, date.day != nil, known.day != nil, date != known,
          (isPaired || issues(time.range, title.range, draft, prose))
        else { continue }
        result.report(
          draft.text.place(time.range), "\(draft.text.string(title.range))的印发日期与台账不一致：台账是\(known.chinese)",
          "请核对原件，改正其中一个", related: [.init(places.place(of: output, "印发日期"), "台账在这里")])
      }
    }
  }

  /// Of a date in a row of them the document of its place in a row of as many titles: none of other rows, nil of a date alone.
  private func listed(with time: TimeMention, _ sentence: DraftSentence, _ draft: Draft, _ prose: CheckProse)
    -> Int?
  {
    func joined(_ a: Range<Int>, _ b: Range<Int>, _ marks: UnitSet) -> Bool {
      (a.upperBound...a.upperBound + 1).contains(b.lowerBound)
        && (a.upperBound..<b.lowerBound).allSatisfy { marks.contains(prose.units[$0]) }
    }
    let days = draft.times[sentence.times].filter { $0.inMonth?.day != nil }.map(\.range)
    guard let place = days.firstIndex(of: time.range) else { return nil }
    var (first, last) = (place, place)
    while first > 0, days[first - 1].upperBound < days[first].lowerBound,
      joined(days[first - 1], days[first], Mark.listJoints)
    { first -= 1 }
    while last + 1 < days.count, days[last].upperBound < days[last + 1].lowerBound,
      joined(days[last], days[last + 1], Mark.listJoints)
    { last += 1 }
    guard last > first else { return nil }
    let titles = draft.titles.filter { $0.depth == 0 && sentence.range.contains($0.range.lowerBound) }.map(
      \.range)
    guard titles.count == last - first + 1,
      zip(titles, titles.dropFirst()).allSatisfy({ joined($0, $1, Mark.listJoints) }),
      prose.hasAny(Self.issuing, in: sentence.range)
    else { return -1 }
    return titles[place - first].lowerBound
  }

  /// 以甲政发〔2021〕15号[文件]印发《…》: nothing but the words of issuing between a number behind 以 and the title; no second number.
  private func issues(_ number: Range<Int>, _ title: Int, _ prose: CheckProse) -> Bool {
    var start = number.lowerBound
    while start > 0, number.lowerBound - start < 10, !prose.beginsParagraph(start),
      prose.units[start] != Self.by,
      Mark.isHan(prose.units[start - 1]) || prose.units[start - 1] == 0x201C
    {
      start -= 1
    }
    let isBy = prose.units[start] == Self.by
    var place = number.upperBound
    var isFile = false
    while place < title, let word = Self.issuedBy.first(where: { prose.has($0, at: place) }) {
      isFile = isFile || word == Self.file
      place += word.count
    }
    guard place == title, number.upperBound < title else { return false }
    let begins = prose.beginsParagraph(start) || !Mark.isHan(prose.units[max(0, start - 1)])
    return isBy || isFile && begins && !prose.hasAny(Self.referring, at: start)
  }

  /// Whether a date is that of the document's issue: before 印发《…》, before 《…》出台, or behind it with a word of issuing.
  private func issues(_ date: Range<Int>, _ title: Range<Int>, _ draft: Draft, _ prose: CheckProse) -> Bool {
    let between =
      date.upperBound <= title.lowerBound
      ? date.upperBound..<title.lowerBound : title.upperBound..<max(title.upperBound, date.lowerBound)
    guard !draft.titles.contains(where: { $0.depth == 0 && $0.range.overlaps(between) }) else { return false }
    // 原定延至6月,于5月16日印发: another date stands nearer.
    if let index = draft.sentence(at: date.lowerBound),
      draft.times[draft.sentences[index].times].contains(where: { time in
        between.contains(time.range.lowerBound) && time.inMonth != nil
      })
    {
      return false
    }
    if date.upperBound <= title.lowerBound {
      // 改革于8月完成,区政府办印发《…》: the date is of something else.
      let clause = between.prefix { prose.units[$0] != Mark.comma }
      let isOfOther =
        clause.count < between.count && clause.count > 1 && !prose.hasAny(Self.issuing, in: clause)
      if between.count <= 16, !isOfOther, prose.hasAny(Self.issuing, in: between) { return true }
      // 印发时间为5月2日的《…》.
      if between.count == 1, prose.hasAny(Self.issueTimes, before: date.lowerBound) { return true }
      // 7月3日《…》(甲政〔2021〕15号)出台
      let behind = (title.upperBound..<prose.units.count).prefix(20)
      return between.count <= 1
        && prose.hasAny(Self.issuing, in: behind.prefix { prose.units[$0] != Mark.comma })
    }
    // 《…》9月1日由区民政局印发.
    let told = (date.upperBound..<prose.units.count).prefix(16).prefix { Mark.isHan(prose.units[$0]) }
    if between.isEmpty, prose.units[told].first == Mark.from, prose.hasAny(Self.issuing, in: told) {
      return true
    }
    // 《甲》,4月22日印发的《乙》: the date is the next document's.
    let next = draft.titles.first { $0.depth == 0 && $0.range.lowerBound >= date.upperBound }?.range
      .lowerBound
    if let next, next - date.upperBound <= 16, prose.hasAny(Self.issuing, in: date.upperBound..<next),
      !prose.units[date.upperBound..<next].contains(where: Mark.clauseEnds.contains)
    {
      return false
    }
    let reach = between.lowerBound..<min(prose.units.count, date.upperBound + 3)
    guard between.count <= 24, prose.hasAny(Self.issuing, in: reach),
      !between.contains(where: { prose.units[$0] == Mark.stop || prose.units[$0] == Mark.semicolon })
    else { return false }
    // 《…》(甲政〔2021〕15号),7月16日印发: the clause begins with the date.
    return prose.first(Self.that, in: between) != nil
      || between.count { prose.units[$0] == Mark.comma }
        <= (prose.hasAny(Self.opening, before: date.lowerBound) ? 1 : 0)
  }

  /// A document's number without blanks and with one kind of brackets.
  static func bare(_ number: String) -> [UInt16] {
    Mark.word(number).compactMap { unit in
      switch unit {
      case 0x20: nil
      case 0x3014, 0x5B, 0x28: 0x5B
      case 0x3015, 0x5D, 0x29: 0x5D
      default: unit
      }
    }
  }

  private static let that = Mark.word("该")
  private static let by = Mark.word("以")[0]
  private static let file = Mark.word("文件")
  private static let referring = Mark.words("依据 根据 按照 按 依 落实 贯彻 参照 对照 结合 遵照 执行")
  private static let issuedBy = Mark.words("文件 文 \u{201D} 正式 联合 制定 印发 出台 下发 发布 公布 了 的 形式 关于")
  /// ,与…文件衔接: another document's.
  private static let beside = Mark.words(",与 ,同 ,和 ,按 ,依 ,根据 ,结合 ,配合 ,落实 ,并与 ,对照 和 与 及 、")
  private static let issuing = Mark.words("印发 出台 发布 下发")
  private static let issueTimes = Mark.words("印发时间为 印发时间是 印发日期为 印发日期是 印发于 出台于 发布于 出台时间为 出台时间是")
  private static let opening = Mark.words(", ,于 ,并于 ,已于")
}
