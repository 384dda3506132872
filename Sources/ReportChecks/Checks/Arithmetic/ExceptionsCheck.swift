import ReportModel

/// 说全了又有例外: 全部办结 … 剩余3件, 无一延期 … 延期2项, 全覆盖 … 覆盖率93%: a word that leaves nothing out against what is left out.
struct ExceptionsCheck: DraftCheck {
  let about = CheckDescription(
    "arithmetic.exceptions", .error, "前面说全部、没有、唯一，后面又写了例外",
    rationale:
      "“全部办结”之后不会再剩几件，“无一延期”之后不会再有延期几项，“全覆盖”时覆盖率就是100%。只在同一段里紧接着写的、说的又是同一批事项时指出；“没有一家因任务滞后被约谈”“覆盖全部65个村”隔得再远，别处用同样的话写了几家、几个的也指出；全部办结的只是其中一部分的，不算。",
    source: "实务",
    triggering: [
      .draft("全区12个镇街综治中心全部达标运行，受理纠纷3150件。\n基层承接能力不均衡，[[仍有2个镇街综治中心未达到规范化标准]]。"),
      .draft("出台办法，旅游服务实现“零投诉”，接待游客8万人次。\n[[冰雪季旅游投诉4件全部办结]]。"),
      .draft("全年承办提案128件，已全部办结，剩余[[3件]]因涉及规划调整正在办理。"),
      .draft("30项改革任务无一延期，完成28项，延期[[2项]]。"),
      .draft("7个镇均已设立专职消防队，尚未设立的[[2个]]镇由相邻镇代管。"),
      .draft("明厨亮灶实现全覆盖，覆盖率达到[[93%]]。14个村中已有[[12个]]村实施，实现全覆盖。"),
      .draft("登记历史遗留问题全面清零，目前剩余[[46户]]。"), .draft("年度17项改革任务全面完成，其中完成15项，延期[[2项]]。"),
      .draft("我区是全市唯一入选试点的县区，同批入选的还有另外[[两个]]县区。"),
      .draft("连续三年获评优秀等次，今年是[[首次]]获此评价。"),
      .draft("全年没有一家单位因任务滞后被约谈。\n加强督察，[[对进度滞后的2家牵头单位主要负责人进行了约谈]]。"),
      .draft("监管系统已覆盖全部65个村。\n[[仍有5个村尚未接入监管系统]]。"),
      .draft("[[因两期改革信息逾期报送]]，自扣1分。\n全年没有出现信息逾期报送情况。"),
      .draft("终止任务1项，即林下经济经营权流转改革，因政策调整终止。\n下一步，[[继续推进林下经济经营权流转改革]]，争取见效。"),
      .draft(
        "云岭县2021年改革工作总结\n全年安排改革任务20项，完成18项，延期2项，[[民生领域改革任务全部如期完成]]。\n一、经济体制改革\n经济领域9项任务，完成8项，延期1项。\n二、社会民生改革\n民生领域6项任务，完成5项，延期1项。\n三、生态文明体制改革\n生态领域5项任务全部完成。\n四、存在问题\n2项[[延期任务均在民生领域]]。"
      ),
      .draft("全年未发生一起较大火灾，对11月[[发生的那起]]火灾已完成调查。"),
      .draft("该试点不再扩大，经县委深改委第八次会议审议同意终止，[[转入2026年继续推进]]。"),
    ],
    silent: [
      .draft("该试点不再扩大，经县委深改委第八次会议审议同意终止，不再列入2026年任务；其余2项转入2026年继续推进。"),
      .draft("年初还有3个镇街综治中心未达标。全区12个镇街综治中心全部达标运行。全县86个行政村全部接通光纤。\n尚有5个行政村未接通天然气。"),
      .draft("国庆期间旅游景区零投诉。物业服务保持零投诉。示范窗口燃气服务零投诉。\n全年旅游投诉4件、燃气服务投诉3件，均已办结。"),
      .draft(
        "云岭县2021年改革工作总结\n全年安排改革任务20项，完成19项，延期1项，经济领域改革任务全部如期完成。\n一、经济体制改革\n经济领域9项任务，全部完成。\n二、社会民生改革\n民生领域6项任务，完成5项，延期1项。\n三、生态文明体制改革\n生态领域5项任务全部完成。\n四、存在问题\n延期任务均在民生领域。\n五、下一步打算\n确保民生领域改革任务全部完成。"
      ),
      .draft("终止任务1项，即林下经济经营权流转改革，因政策调整终止。\n下一步，继续推进林权抵押贷款改革，不再继续推进林下经济经营权流转改革。"),
      .draft("全年没有一家单位因任务滞后被约谈。\n上年有2家单位因任务滞后被约谈。对进度滞后的单位，2次以上的及时约谈。"),
      .draft("监管系统已覆盖全部65个村。\n仍有5个村的设备老化。\n年初仍有5个村尚未接入监管系统。"),
      .draft("全年没有发生一起安全生产事故。\n排查事故隐患120处，处置交通事故纠纷36起。\n没有一项任务因协调不力延期。\n2项任务因上级政策调整延期。"),
      .draft("全年承办提案128件，其中A类98件已全部办结，剩余30件正在办理。"),
      .draft("排查隐患120处。重大隐患100处全部整改到位，剩余20处正在整改。"),
      .draft("12个小区全部开工建设，剩余工程3个月内完成。"), .draft("30项改革任务无一延期，上年延期2项。"),
      .draft("镇街实现全覆盖，村（社区）覆盖率达到93%。14个村中已有12个村建成养老点，通信网络实现全覆盖。"), .draft("确保年底前全面清零，目前剩余46户。"),
      .draft("连续三年获评优秀等次，今年首次获评标杆。"),
      .draft("22项任务延期2项，其余20项全部完成，完成率90.9%。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let study = input.study else { return }
    let page = study.page
    Self.openers.table.scan(page.units) { number, range in
      guard let index = page.draft.sentence(at: range.lowerBound),
        range.upperBound <= page.draft.sentences[index].range.upperBound
      else { return }
      let reading = Reading(page: page, word: range, sentence: index)
      guard !reading.isPlanned, let fault = reading.fault(Self.openers.kinds[number]) else { return }
      result.report(
        page.draft.text.place(fault),
        "与\(fault.lowerBound < range.lowerBound ? "后" : "前")面的“\(page.text(range))”相矛盾",
        "请核对：或者去掉“\(page.text(range))”，或者改正这里",
        related: [.init(page.draft.text.place(range), "前面是这样写的")])
    }
    for task in TerminatedTasks(page: page, ledger: input.ledger?.report).goingOn {
      result.report(
        page.draft.text.place(task.place), "这项任务已经终止，这里又写“\(page.draft.text.string(task.place))”",
        "请核对任务的状态", related: task.end.map { [.init(page.draft.text.place($0), "终止写在这里")] } ?? [])
    }
    let denials = Denials(page: page, status: study.status).found.map { ($0.fact, $0.denial) }
    let claims = FieldClaims(page: page, status: study.status).found.map { ($0.claim, $0.fact) }
    for (place, other) in denials + claims {
      let told = page.draft.text.string(other)
      result.report(
        page.draft.text.place(place), "与另一处的“\(told)”相矛盾", "请核对两处，改正写错的一处",
        related: [.init(page.draft.text.place(other), "另一处写在这里")])
    }
  }

  fileprivate enum Kind { case all, cleared, covered, none, happened, only, first }

  private static let openers: (table: PhraseTable, kinds: [Kind]) = {
    let rows: [(Kind, String)] = [
      (.all, "全部 全面 均已 全都 全数 均按期 均如期"), (.cleared, "清零"),
      (.covered, "全覆盖 全面覆盖 全域覆盖 应建尽建 应接尽接 应改尽改"),
      (.none, "无一 零延期 零投诉 零事故 零上访 零差错 零感染 没有延期 未出现 没有出现"), (.happened, "未发生 没有发生"),
      (.only, "唯一"), (.first, "首次 第一次"),
    ]
    let words = rows.flatMap { kind, words in Mark.texts(words).map { (kind, $0) } }
    return (PhraseTable(words.map(\.1)), words.map(\.0))
  }()

  /// What follows a word in its sentence, and in the next one of its paragraph.
  fileprivate struct Reading {
    let page: FigurePage
    let word: Range<Int>
    let sentence: Int

    func fault(_ kind: Kind) -> Range<Int>? {
      switch kind {
      case .all: left() ?? postponed() ?? rate(of: page.units[word.upperBound...].prefix(2))
      case .cleared: later.first { isLeft($0) && isNear($0) && isSaidOfSame($0, as: nil) }.map(page.range)
      case .covered: some() ?? rate(of: Mark.word("覆盖")[...])
      case .none: counted()
      case .happened: happened()
      case .only: others()
      case .first: again()
      }
    }

    /// 力争全面清零, 首批全部办结, 基本清零: not of all, or not yet.
    var isPlanned: Bool {
      let before = page.words((whole.lowerBound..<word.lowerBound).suffix(24))
      return before.containsAny(ExceptionsCheck.plans)
    }

    private var whole: Range<Int> { page.draft.sentences[sentence].range }

    /// The figures behind the word: in its sentence, and in the one after it.
    private var later: [Int] {
      var end = whole.upperBound
      if sentence + 1 < page.draft.sentences.count,
        page.draft.sentences[sentence + 1].paragraph == page.draft.sentences[sentence].paragraph
      {
        end = page.draft.sentences[sentence + 1].range.upperBound
      }
      return page.figures(from: word.upperBound).prefix { page.range($0).lowerBound < end }
        .filter { page.isTold($0) && page.claim($0).change == nil }
    }

    // MARK: 128件,已全部办结,剩余3件

    private func left() -> Range<Int>? {
      guard
        let all = page.draft.sentences[sentence].quantities.last(where: {
          page.range($0).upperBound <= word.lowerBound
        }), page.isExact(all),
        page.isAmount(all), page.range(all).upperBound + 16 > word.lowerBound,
        !page.cues.has(.parts, in: page.before(all)),
        let rest = later.first(where: { page.sameUnit($0, all) }), isLeft(rest),
        page.value(rest) <= page.value(all), isSaidOfSame(rest, as: all),
        page.figures(from: max(0, whole.lowerBound - 200)).prefix(while: { $0 < all }).allSatisfy({
          !page.sameUnit($0, all) || page.value($0) <= page.value(all)
        })
      else { return nil }
      let verb = Array(page.units[word.upperBound...].prefix(2))
      // 均已设立消防队,尚未设立的2个: what is said of all is said not to be of some.
      if page.contains(Mark.word("未") + verb, in: page.lead(rest)) { return page.range(rest) }
      return endsClause ? page.range(rest) : nil
    }

    /// 全部完成, 全面办结: with nothing behind it that says what of.
    private var endsClause: Bool {
      ExceptionsCheck.ends.contains { end in
        let stop = word.upperBound + end.count
        return stop < page.units.count && page.units[word.upperBound..<stop].elementsEqual(end)
          && !Mark.isHan(page.units[stop])
      }
    }

    /// 17项任务全面完成,其中完成15项,延期2项: those done and those that are not are told to make up all.
    private func postponed() -> Range<Int>? {
      let told = later.filter { page.claim($0).sentence == sentence }
      guard endsClause, told.count >= 2,
        let all = page.draft.sentences[sentence].quantities.last(where: {
          page.range($0).upperBound <= word.lowerBound
        }),
        page.range(all).upperBound + 16 > word.lowerBound,
        told.prefix(2).allSatisfy({ page.sameUnit($0, all) && page.value($0) >= 1 }),
        page.value(told[0]) + page.value(told[1]) == page.value(all),
        page.words(page.lead(told[1])).hasAnySuffix(ExceptionsCheck.unmet)
      else { return nil }
      return page.range(told[1])
    }

    /// 剩余3件, 尚有2笔, 未办结的5件.
    private func isLeft(_ figure: Int) -> Bool {
      let lead = page.words(page.lead(figure))
      return page.isAmount(figure) && page.value(figure) >= 1
        && (lead.hasAnySuffix(ExceptionsCheck.leaving)
          || lead.hasSuffix("的") && lead.contains("未"))
    }

    private func isNear(_ figure: Int) -> Bool { page.range(figure).lowerBound - word.upperBound <= 24 }

    /// The rest is told without a noun, or by one that stands beside the count of all.
    private func isSaidOfSame(_ rest: Int, as all: Int?) -> Bool {
      guard let first = page.units[page.tail(rest)].first, !ExceptionsCheck.telling.contains(first) else {
        return true
      }
      return all.map { page.has(first, in: page.tail($0)) || page.has(first, in: page.lead($0)) } ?? false
    }

    // MARK: 14个村中已有12个村实施,实现全覆盖

    /// The count right before the word, where it is less than the count of all that it is one part of.
    private func some() -> Range<Int>? {
      var start = word.lowerBound
      while start > whole.lowerBound, !Mark.isListMark(page.units[start - 1]) { start -= 1 }
      let figures = page.draft.sentences[sentence].quantities.prefix { page.range($0).upperBound <= start }
      guard let part = figures.last, start - page.range(part).upperBound <= 24,
        let all = figures.dropLast().last(where: { page.sameUnit($0, part) }),
        [part, all].allSatisfy({
          page.isAmount($0) && page.isThing($0) && page.isExact($0) && page.isTold($0)
        }),
        page.value(part) < page.value(all), page.claim(part).change == nil,
        page.has(Mark.among, in: page.tail(all)),
        case let between = page.range(all).upperBound..<page.range(part).lowerBound, between.count <= 16,
        !page.has(Mark.semicolon, in: between.lowerBound..<word.lowerBound)
      else { return nil }
      // 通信网络实现全覆盖: of something else.
      var name = page.text(start..<word.lowerBound)
      for verb in ExceptionsCheck.reaching { name = name.replacing(verb, with: "") }
      let nouns = Mark.word(name)
      guard nouns.isEmpty || [all, part].contains(where: { page.contains(nouns, in: page.tail($0)) }) else {
        return nil
      }
      return page.range(part)
    }

    // MARK: 全覆盖,覆盖率93%

    private func rate(of verb: ArraySlice<UInt16>) -> Range<Int>? {
      guard verb.count == 2 else { return nil }
      let names = [Array(verb) + [Mark.rate], Mark.word("总") + verb + [Mark.rate]]
      return later.first { figure in
        page.isPercent(figure) && page.value(figure) < 100 && page.claim(figure).sentence == sentence
          && page.range(figure).lowerBound - word.upperBound <= 24
          && page.lead(figure).lowerBound > word.upperBound
          && page.units[page.lead(figure).lowerBound - 1] == Mark.comma
          && names.contains { page.units[page.lead(figure)].starts(with: $0) }
      }.map(page.range)
    }

    // MARK: 无一延期,延期2项

    private func counted() -> Range<Int>? {
      let text = page.units
      var start = word.upperBound
      if text[word].last.map(ExceptionsCheck.trouble.contains) != true {
        while start < text.count, ExceptionsCheck.counters.contains(text[start]) { start += 1 }
      } else {
        start -= 2
      }
      guard start + 2 <= text.count, text[start..<start + 2].allSatisfy(Mark.isHan) else { return nil }
      let name = text[start..<start + 2]
      return later.first { figure in
        page.isAmount(figure) && page.isThing(figure) && page.value(figure) >= 1
          && (page.units[page.lead(figure)].suffix(2).elementsEqual(name)
            || page.contains(Array(name), in: page.tail(figure).prefix(6)))
          && !page.words(page.claim(figure).clause.lowerBound..<page.range(figure).lowerBound).containsAny(
            ExceptionsCheck.otherTimes)
      }.map(page.range)
    }

    /// 未发生火灾 … 11月发生的那起.
    private func happened() -> Range<Int>? {
      let happening = Mark.word("发生的")
      guard
        let place = (word.upperBound..<whole.upperBound).dropLast(5).first(where: {
          page.units[$0...].starts(with: happening)
        }), ExceptionsCheck.those.contains(page.units[place + 3]), page.units[place + 4] == 0x8D77,  // 起
        !page.words(word.upperBound..<place).containsAny(ExceptionsCheck.otherTimes)
      else { return nil }
      return place..<place + 5
    }

    // MARK: 唯一 … 另外两个, 连续三年 … 首次

    private func others() -> Range<Int>? {
      guard
        let stop = (word.upperBound..<whole.upperBound).first(where: { Mark.isListMark(page.units[$0]) }),
        Mark.isHan(page.units[stop - 1])
      else { return nil }
      return later.filter { page.range($0).lowerBound > stop }.first { figure in
        let between = page.words(stop..<page.range(figure).lowerBound)
        return page.claim(figure).sentence == sentence && page.isThing(figure)
          && page.units[page.tail(figure)].prefix(2).contains(page.units[stop - 1])
          && between.hasAnySuffix(["另外", "其他", "其余", "另有"])
          && between.containsAny(["同批", "同期", "同时", "一同", "一起", "一并", "也", "还有"])
      }.map(page.range)
    }

    private func again() -> Range<Int>? {
      let behind = page.words((word.upperBound..<whole.upperBound).prefix(5))
      let before = page.words(whole.lowerBound..<word.lowerBound)
      guard behind.containsAny(["获此", "得此", "获该", "获这"]),
        before.containsAny(["连续", "蝉联"])
      else { return nil }
      return word
    }
  }

  private static let plans = Mark.texts(
    "力争 确保 争取 推动 基本 首批 第一批 以前的 之前的 其中 除 其余 余下 其他 计划 拟 将 预计 逐步 即将 有望 努力 年底前")
  private static let reaching = ["实现了", "实现", "做到", "达到", "已", "基本", "率先", "全面", "全部", "了"]
  private static let ends = Mark.words(
    "办结 完成 整改 整改到位 整改完成 整改完毕 化解 清偿 销号 整改销号 兑现 落实 落实到位 解决 处置到位 处置完毕 拆除 验收 结案 审结 交付 建成 投用 投入使用 到位 达标 办理完毕",
    "答复 办复 清退 兑付 拨付到位 关闭 取缔 化解到位 办理 完工 竣工 结清 清零 通过验收 完成整改 签约 开工 到账 归还 清运")
  private static let leaving = ["剩余", "尚有", "仍有", "尚余", "还剩", "剩下", "余下", "仍剩", "仅剩", "只剩", "还余"]
  private static let unmet = ["延期", "推进中", "未完成", "推迟", "顺延", "结转", "推进", "终止", "暂缓"]
  private static let telling = UnitSet("因由正将已未尚为属约在待预计均按需拟可分转列仍的未，；。)、")
  private static let trouble = UnitSet("期诉故访错染")
  private static let counters = UnitSet("一项件起例个")
  private static let those = UnitSet("那这该一两1234")
  private static let otherTimes = Mark.texts("上年 去年 此前 以前 之前 往年 比上 较上 同比 由 历史 原 前年")
}
