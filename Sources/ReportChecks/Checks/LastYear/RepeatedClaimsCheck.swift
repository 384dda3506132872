import ReportModel

/// 重复申报: a document or a first that was claimed last year already.
struct RepeatedClaimsCheck: Check {
  let about = CheckDescription(
    "last-year.repeated", .warning, "上年已经写过的文件、“首次”，今年又写了一遍",
    rationale: "上年写明出台的文件，今年再写出台，就成了重复计算；“首次”只能有一次。修订、落实、深化上年的文件不算。",
    source: "实务",
    triggering: [
      .draft(
        "青溪区2023年改革工作总结\n2023年，对照去年印发的《青溪区分级诊疗办法》（[[青改发〔2022〕9号]]）开展评估。",
        lastYear: "青溪区2022年改革工作总结\n2022年，印发《青溪区分级诊疗办法》（青改发〔2022〕7号）。"),
      .draft(
        "乙县2025年改革总结\n2025年，[[新组建的县农村产权交易中心]]成交312宗。", lastYear: "乙县2024年改革总结\n2024年7月组建县农村产权交易中心，当年成交86宗。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，印发[[《青溪区科技特派员管理办法》]]，选派科技特派员150名。",
        lastYear: "青溪区2022年改革工作总结\n2022年，印发《青溪区科技特派员管理办法》，选派科技特派员120名。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，[[首次实行农村宅基地资格权认定]]。", lastYear: "青溪区2022年改革工作总结\n2022年，首次实行农村宅基地资格权认定。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，[[率先在全省推行“清单制+告知承诺制”审批]]。我区[[首次颁发数据产品登记证书]]。",
        lastYear: "青溪区2022年改革工作总结\n2022年，在全省率先推行“清单制+告知承诺制”审批。颁发了我区第一张数据产品登记证书。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，在全区[[首次推行“改革体验官”制度]]，聘请体验官45名。今年[[首次设立企业服务驿站]]，配备专员12名。",
        lastYear: "青溪区2022年改革工作总结\n2022年，推行“改革体验官”制度，聘请30名。设立企业服务驿站4个。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，今年[[首次设立林权抵押贷款风险补偿金]]，发放贷款2.1亿元。[[第一次开通岛际快船航线]]，方便群众出行。",
        lastYear: "青溪区2022年改革工作总结\n2022年，设立3000万元林权抵押贷款风险补偿金。开通岛际快船航线4条。"),
      .draft(
        "乙县2025年改革总结\n2025年，[[新创办“乙县夜话”政企恳谈]]，举办12期。今年[[县托育服务指导中心]]10月正式揭牌。",
        lastYear: "乙县2024年改革总结\n2024年，创办“乙县夜话”政企恳谈，举办8期。设立县托育服务指导中心，7月挂牌运行。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，[[首次在全区范围内建立田长制]]，落实田长120名。",
        lastYear: "青溪区2022年改革工作总结\n2022年，全面推行田长制，设区镇村田长126名。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，全年印发制度文件2件，比上年多1件：[[《青溪区活体抵押贷款管理办法》]]《青溪区帮办代办规范》。[[首次启用远程异地评标室]]，全年评标27场。",
        lastYear: "青溪区2022年改革工作总结\n2022年，印发制度文件1件：《青溪区活体抵押贷款管理办法》。远程异地评标室于6月启用。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，建成[[上线“溪e办”企业服务平台]]，注册企业1320家。",
        lastYear: "青溪区2022年改革工作总结\n2022年，建成上线“溪e办”企业服务平台，注册企业1050家。"),
      .draft(
        "青溪县2023年改革工作总结\n2023年，印发办法，[[新建成县、乡、村三级农村产权交易平台]]，成交326宗。",
        lastYear: "青溪县2022年改革工作总结\n2022年，建成县、乡、村三级农村产权交易平台，成交241宗。"),
    ],
    silent: [
      .draft(
        "青溪县2023年改革工作总结\n2023年，依托上年建成的县、乡、村三级农村产权交易平台，成交326宗。建成乡镇（街道）综合养老服务中心3个。",
        lastYear: "青溪县2022年改革工作总结\n2022年，建成县、乡、村三级农村产权交易平台，建成乡镇（街道）综合养老服务中心4个。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，“溪e办”企业服务平台上线2.0版，上线“一件事”12项，在上年开通“溪e办”企业服务平台的基础上，开通“就医直通车”3条。",
        lastYear: "青溪区2022年改革工作总结\n2022年，建成上线“溪e办”企业服务平台，上线“一件事”10项，开通“就医直通车”2条。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，《青溪区三年行动方案》今年圆满收官。甲村首次获评“文明村”。",
        lastYear: "青溪区2022年改革工作总结\n2022年，印发《青溪区三年行动方案》。乙村获评“文明村”。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，修订《青溪区帮办代办规范》《青溪区活体抵押贷款管理办法》。首次建设远程异地评标室二期。",
        lastYear: "青溪区2022年改革工作总结\n2022年，印发制度文件1件：《青溪区活体抵押贷款管理办法》。远程异地评标室于6月启用。"),
      .draft(
        "青溪区2023年改革工作总结\n2022年，区委印发《青溪区科技特派员管理办法》，明确了路线图。",
        lastYear: "青溪区2022年改革工作总结\n2022年，印发《青溪区科技特派员管理办法》，选派科技特派员120名。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，自首次颁发数据产品登记证书以来，登记产品45个。首次在全区推行田长制考核办法。首次在全区建立河长制。",
        lastYear: "青溪区2022年改革工作总结\n2022年，推行田长制，在3个镇探索河长制。"),
      .draft(
        "乙县2025年改革总结\n2025年，新创办“乙县茶叙”校地恳谈，新设立县托育服务指导中心分中心2个。依托县托育服务指导中心，新成立家庭托育点12个。",
        lastYear: "乙县2024年改革总结\n2024年，创办“乙县夜话”政企恳谈，举办8期。设立县托育服务指导中心，7月挂牌运行。"),
      .draft(
        "乙县2025年改革总结\n2025年，县农村产权交易中心成交312宗，新组建的乡镇服务站达到8个。",
        lastYear: "乙县2024年改革总结\n2024年7月组建县农村产权交易中心，当年成交86宗。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，首次推行“改革体验官”轮换制度。首次在乡镇设立企业服务驿站。首次设立人才驿站6个。",
        lastYear:
          "青溪区2022年改革工作总结\n2022年，推行“改革体验官”制度，聘请30名。设立企业服务驿站4个。\n二、下一步打算\n2023年将设立人才驿站。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，首次承办全省信访工作现场会。支持东部片区率先发展。",
        lastYear: "青溪区2022年改革工作总结\n2022年，首次承办全省改革现场会。支持东部片区率先发展。"),
      .draft(
        "青溪区2023年改革工作总结\n2023年，修订《青溪区科技特派员管理办法》。《青溪区改革攻坚三年行动计划》进入第二年。落实《青溪区宅基地办法》，认定300户。",
        lastYear: "青溪区2022年改革工作总结\n2022年，印发《青溪区科技特派员管理办法》《青溪区宅基地办法》《青溪区改革攻坚三年行动计划》。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let study = input.study, let last = input.lastYear, last.isUsable else { return }
    documents(study, last, &result)
    guard let other = last.study else { return }
    numbers(study, other, &result)
    firsts(study, other, &result)
    for (own, before) in OpenedAgain(this: study, last: other).found {
      result.report(
        study.draft.text.place(own), "上年报告已经写过“\(other.draft.text.string(before))”",
        "同一件事不能两年各报一次；今年是升级、扩面的，请写明",
        related: [.init(other.draft.text.place(before), "上年写在这里")])
    }
  }

  private func documents(_ study: DraftStudy, _ last: LastYear, _ result: inout CheckResult) {
    let draft = study.draft
    let issued = study.facts.documents
    for (mention, title) in issued where last.documents.contains(title) {
      let document = draft.documents[mention]
      if isOld(document, draft) { continue }
      result.report(
        draft.text.place(draft.titles[document.title].range), "这个文件上年已经作为成果写过", "如果是修订或继续落实，请写明；否则请删去，避免重复计算")
    }
    for table in draft.textTables {
      guard let column = table.column(["名称", "文件", "成果"]),
        table.column(["文号", "印发日期", "印发时间", "发文字号"]) != nil,
        !table.heads.contains(where: { $0.containsAny(["上年", "原", "修订", "废止"]) })
      else { continue }
      for row in table.body where !table.rows[row].contains(where: { $0.containsAny(["修订", "续", "上年"]) }) {
        let title = table.text(row, column)
        guard title.hasPrefix("《"), title.hasSuffix("》"), last.documents.contains(DocumentTitle.key(title))
        else { continue }
        result.report(
          table.place(row, column, in: draft.text.source.file), "这个文件上年已经作为成果写过",
          "如果是修订或继续落实，请写明；否则请删去，避免重复计算")
      }
    }
    result.recognise("lastYearDocuments", "与上年核对的文件", issued.count)
  }

  /// 去年印发的《…》(甲改发〔2022〕9号), where last year's report has number 7 of the same year.
  private func numbers(_ study: DraftStudy, _ last: DraftStudy, _ result: inout CheckResult) {
    let known = last.part(Numbers.self).all
    for told in study.part(Numbers.self).all {
      let same = known.filter { $0.title == told.title && $0.number.starts(with: told.year) }
      guard same.count == 1, same[0].number != told.number else { continue }
      result.report(
        study.draft.text.place(told.range), "上年报告写的文号是\(last.draft.text.string(same[0].range))", "请核对原件",
        related: [.init(last.draft.text.place(same[0].range), "上年写在这里")])
    }
  }

  /// The documents of a report with the numbers right behind their titles.
  private struct Numbers: StudyPart {
    struct Told: Sendable {
      let title: String
      let number: [UInt16]
      let range: Range<Int>
      /// Up to the year's bracket.
      var year: ArraySlice<UInt16> { number.prefix { $0 != 0x5D } }
    }

    let all: [Told]

    init(_ study: DraftStudy) {
      let (draft, units) = (study.draft, study.page.units)
      all = draft.titles.filter { $0.depth == 0 }.compactMap { title in
        let open = title.range.upperBound
        guard open < units.count, units[open] == 0x28,
          let name = draft.names.first(where: {
            $0.kind == .documentNumber && (1...10).contains($0.range.lowerBound - open)
          }), units[open + 1..<name.range.lowerBound].allSatisfy(Mark.isHan)
        else { return nil }
        let range = open + 1..<name.range.upperBound
        return Told(
          title: DocumentTitle.key(draft.text.string(title.inner)),
          number: DetailsAgainstLedgerCheck.bare(draft.text.folded(range)), range: range)
      }
    }
  }

  /// 修订, 落实: the document is known to be last year's.
  private func isOld(_ document: DocumentMention, _ draft: Draft) -> Bool {
    let sentence = draft.sentences[document.sentence]
    // 2024年,县委印发《…》, in the report for 2025: the time says so.
    let year = draft.article(at: sentence.range.lowerBound)?.year ?? .min
    let times = draft.times[sentence.times].filter {
      $0.range.lowerBound < draft.titles[document.title].range.lowerBound
    }
    if case .date(let date)? = times.last?.meaning, date.year < year { return true }
    // 落实《甲》《乙》: what is said before the first of them.
    var end = draft.titles[document.title].range.lowerBound
    while let before = draft.titles.last(where: {
      $0.depth == 0 && (0...1).contains(end - $0.range.upperBound)
    }),
      before.range.lowerBound < end, before.range.lowerBound >= sentence.range.lowerBound
    { end = before.range.lowerBound }
    let before = FoldedWords(units: draft.text.units[max(sentence.range.lowerBound, end - 10)..<end])
    // 比上年多1件:《甲》: of this year.
    let isOfLast = ["上年", "去年"].contains { year in
      before.contains(year) && !["比", "较", "与", "同"].contains { before.contains($0 + year) }
    }
    // 《三年行动方案》今年收官: what came of it.
    let behind = draft.titles[document.title].range.upperBound..<sentence.range.upperBound
    let isEnding = FoldedWords(units: draft.text.units[behind.prefix(10)]).containsAny(Self.ending)
    // 第四版《…清单》 is another one.
    return isOfLast || isEnding || before.hasAnySuffix(["版", "版的"]) || before.containsAny(Self.oldVerbs)
  }

  private static let ending = Mark.texts("收官 进入第 实施以来 到期 期满 届满 评估 所列")

  private static let oldVerbs = Mark.texts("修订 修改 落实 执行 实施 按照 根据 依据 深化 完善 贯彻")

  /// 首次, 率先, of the same thing in the same words or in another order.
  private func firsts(_ this: DraftStudy, _ last: DraftStudy, _ result: inout CheckResult) {
    let known = last.facts.firsts
    var told: [Range<Int>] = []
    for first in this.facts.firsts
    where known.contains(where: { $0.opening == first.opening || $0.topic.isSame(first.topic) }) {
      told.append(first.range)
      result.report(this.draft.text.place(first.range), "上年已经写过这个“首次”", "请核对；上年已是首次的，今年不能再写首次")
    }
    for (first, before) in DoneBefore(this: this, last: last).found
    where !told.contains(where: { $0.overlaps(first) }) {
      result.report(
        this.draft.text.place(first), "这件事上年已经做过，今年写成“首次”", "请核对；上年已经做过的，今年不能写首次",
        related: [.init(last.draft.text.place(before), "上年写在这里")])
    }
  }
}

/// 首次: what a clause claims to be the first of its kind.
struct FirstClaim: Sendable {
  /// The characters right behind 首次.
  let opening: String
  /// What the clause says besides.
  let topic: NameLikeness
  /// From 首次 to the end of its clause.
  let range: Range<Int>

  /// The claims of a draft, in its order.
  static func all(in draft: Draft) -> [FirstClaim] {
    let units = draft.text.units
    var found: [FirstClaim] = []
    for sentence in draft.sentences {
      for index in sentence.range where heads.contains(units[index]) {
        guard
          let word = firstWords.first(where: {
            index + $0.count <= sentence.range.upperBound && units[index..<index + $0.count].elementsEqual($0)
          })
        else { continue }
        var (start, stop) = (index, index + word.count)
        while start > sentence.range.lowerBound, !Mark.isListMark(units[start - 1]) { start -= 1 }
        while stop < sentence.range.upperBound, !Mark.isListMark(units[stop]) { stop += 1 }
        // 推进林场公司化经营,首次实现盈利: the clause before says of what.
        if stop - start < 7, start - 1 > sentence.range.lowerBound {
          start -= 1
          while start > sentence.range.lowerBound, !Mark.isListMark(units[start - 1]) { start -= 1 }
        }
        let behind = index + word.count
        let clause = draft.text.folded(start..<stop)
        // 东部地区率先发展 claims nothing: only what is done first does.
        guard stop - start >= 7, units[index] != leading || stop - behind >= 5,
          !clause.containsAny(pastYears)
        else { continue }
        let topic = draft.text.folded(start..<index) + draft.text.folded(behind..<stop)
        found.append(
          FirstClaim(
            opening: stop - behind >= 5 ? draft.text.folded((behind..<stop).prefix(8)) : clause,
            topic: NameLikeness(fillers.reduce(topic) { $0.replacing($1, with: "") }), range: index..<stop))
      }
    }
    return found
  }

  private static let heads = UnitSet("首率第零")
  private static let leading = Mark.word("率")[0]
  private static let pastYears = ["上年", "去年", "继", "以来", "自首", "自第一"]
  private static let fillers = Mark.texts(
    "在全国 在全省 在全市 全国 全省 全市 全区 全县 我区 我县 我市 我旗 推行 推出 推动 实现 建成 投用 创新 开展 实施 建立 探索 成立 设立 启动 正式 揭牌 运营 使用 试行 了 的 成功")
  /// 首张, 第一张: the first of any kind that is counted. 首台套, 首套房 are kinds of things, 首期 is of one that goes on.
  private static let firstWords =
    Mark.words("首次 首创 率先 首批 首届 零的突破 零突破")
    + "个家例条座部支张份单笔宗所本".utf16.map { Mark.word("首") + [$0] }
    + "个家例张单笔宗所".utf16.map { Mark.word("第一") + [$0] }
}
