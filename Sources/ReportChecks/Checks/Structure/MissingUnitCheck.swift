import ReportModel

/// 缺单位: a figure that a clause ends with, without its unit.
struct MissingUnitCheck: DraftCheck {
  let about = CheckDescription(
    "structure.missing-unit", .warning, "数字后面漏了单位",
    rationale: "一个分句以光秃秃的数字收尾，同一句的其他数都带单位；比率没有写百分号；金额写到“万”“亿”为止。年份、编号、热线、比值、指数和得分不算。",
    source: "GB/T 15835-2011,5.1；实务",
    triggering: [
      .draft("其中人行道停车位1772个；广场停车位1542个；小区停车位[[20874]]；路内停车位30个。"),
      .draft("[[328日]]，平台上线试运行。方案于[[202411月]]印发。"),
      .draft("全年完成投资[[2.6亿]]，同比增长5%。"),
      .draft("发现问题立案[[86]]，结案85件。"),
      .draft("收取有偿使用费[[三百四十万]]，成交一百九十八宗、[[一点二六亿]]。"),
      .draft("业委会党员占比由31%提高到[[54]]，矛盾纠纷下降12%。"),
      .draft("居民满意度为93.6%，企业满意度为[[95.1]]，均比上年提升。"),
      .draft("完成5家企业、[[23]]数据集的登记。"),
      .draft("全年培训12期、[[1860]]，考核合格率98%。"),
      .draft("优良天数比例[[89.6]]，同比提高2.3个百分点。"),
      .draft("盘活闲置宅基地[[500]]。承担5项，完成4项，延期[[1]]。"),
      .draft("延期至[[2023年9]]。完成率44.1%，高于去年同期[[6个]]。"),
      .draft("满意度提高[[2.5百分点]]。办理时限压缩3个工作日，平均提前[[5工作日]]办结。"),
      .draft("调解纠纷[[3600余]]，办结率98%。"),
      .draft("新增学位2800个。新增养老床位[[460]]，社区日间照料中心57家。"),
    ],
    silent: [
      .draft("累计交易额2,380万元，其中1—11月1,610万元。"),
      .draft("其中人行道停车位1772个；广场停车位1542个；小区停车位20874个；路内停车位30个。"),
      .draft("3个领域、12个乡镇参与。12部门联合印发，辖3街道2镇，推行“1任务1专班”，2025年5月20日企业反映。办结事项3件企业满意。"),
      .draft("完成征收面积300亩、搬迁120户、安置350人，项目编号2021。"),
      .draft("受理12345、12315等热线诉求4.8万件，拨打12345，2小时内回应。"),
      .draft("城镇居民人均3.2万元，城乡收入比为1.73，企业满意度得分95.1，营商环境指数为86.4。"),
      .draft("建立“1+6+3”机制，覆盖12个街道。惠及企业214户次，资金增长三成，户次增加38。"),
      .draft("农村贫困人口减少1386万，易地扶贫搬迁280万人。"),
      .draft("亩均得分由76.5提高到82.3，每千人口医师数3.2，床位数6.8张，出生性别比106.5，案件比降至1.08。"),
      .draft("走访3个街道、12个社区，受理12345、12315等热线诉求4.8万件。"),
      .draft("平台数量由2个增加到3、4个。升级建设智慧平台2.0。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let draft = input.draft, let prose = input.prose else { return }
    let money = money(draft, prose, &result)
    if let page = input.page { besideUnits(page, prose, &result) }
    for range in BareCounts(prose: prose).find() {
      result.report(
        draft.text.place(range), "“\(draft.text.string(range))”缺量词", "请补上“个”“家”“项”等量词")
    }
    spelledOut(draft, prose, &result)
    for date in IncompleteDates(prose: prose).find() {
      let text = draft.text.string(date.range)
      result.report(
        draft.text.place(date.range), "“\(text)”没有写完", "请补上“\(date.lacks)”",
        replacement: date.isAtEnd ? text + date.lacks : nil)
    }
    if let page = input.page { points(draft, page, prose, &result) }
    for sentence in draft.sentences where !sentence.quantities.isEmpty {
      guard draft.paragraphs[sentence.paragraph].kind == .body else { continue }
      let bare = sentence.quantities.filter { !money.contains($0) && isBare(draft.quantities[$0], prose) }
      guard bare.count == 1, let figure = bare.first, let page = input.page else { continue }
      let range = draft.quantities[figure].range
      // 得分由76.5提高到82.3: what is measured is said before the first of the two.
      let start =
        page.cues.has(.to, in: page.lead(figure))
        ? page.claim(figure).clause.lowerBound : page.lead(figure).lowerBound
      let lead = page.words(min(start, range.lowerBound)..<range.lowerBound)
      let isRate =
        lead.contains("比例") && draft.quantities[figure].quantity.value >= 10
        || lead.containsAny(Self.rates) || lead.hasAnySuffix(Self.rateEnds)
        || figure > sentence.quantities.lowerBound && page.isPercent(figure - 1)
          && (page.cues.last(.to, in: page.lead(figure))?.upperBound == range.lowerBound
            || page.lead(figure).count == 1 && Self.and.contains(prose.units[range.lowerBound - 1]))
      if Self.isYear(figure, page) || Self.isRatio(page.text(min(start, range.lowerBound)..<range.lowerBound))
        || !isRate && lead.containsAny(Self.exempt)
        || lead.hasAnySuffix(Self.scores)
        || lead.hasAnySuffix(Self.exemptEnds)
        || isListed(range, prose)
        // 户次增加38: the measure is named before it.
        || prose.hasAny(Self.named, in: prose.clause(around: range).prefix(5))
        || Self.scales.contains(prose.units[draft.quantities[figure].numeral.upperBound - 1])
          && lead.containsAny(Self.people)
      {
        continue
      }
      let others = sentence.quantities.filter { $0 != figure && !draft.quantities[$0].quantity.unit.isEmpty }
      // Alone in its sentence it may be a name; a neighbour with its unit or a verb tells that it counts.
      guard
        isRate || !others.isEmpty || page.draft.quantities[figure].quantity.precision < 0
          || neighbours(sentence, draft) || lead.containsAny(Self.counting)
          || lead.hasAnySuffix(Self.counted)
      else { continue }
      let units = Set(others.map { draft.quantities[$0].quantity.unit })
      let unit = isRate ? "%" : units.count == 1 && others.count >= 3 ? units.first : nil
      result.report(
        draft.text.place(range), "“\(draft.text.string(range))”没有单位",
        unit.map { "请补上“\($0)”" } ?? "请补上单位", replacement: unit.map { draft.text.string(range) + $0 })
    }
  }

  /// 5家企业、23数据集; 12期、1860,: a number beside one that has its unit, right before what it counts or before nothing.
  private func besideUnits(_ page: FigurePage, _ prose: CheckProse, _ result: inout CheckResult) {
    for figure in page.draft.quantities.indices where !page.unit(figure).isEmpty {
      let tail = page.tail(figure)
      let start = tail.upperBound + 1
      guard tail.count <= 8, start + 2 < page.units.count, page.units[start - 1] == Mark.pause,
        case let digits = page.units[start...].prefix(7).prefix(while: { Mark.isDigit($0) || $0 == 0x2E }),
        (1...6).contains(digits.count), digits.first != 0x2E, digits.last != 0x2E,
        case let end = start + digits.count, prose.isRead(end), !prose.isQuoted(start),
        !(Mark.isHan(page.units[start - 2]) && Self.names.contains(page.units[start - 2])),
        figure + 1 >= page.draft.quantities.count || page.range(figure + 1).lowerBound >= end
      else { continue }
      let place = page.draft.text.place(start..<end)
      let printed = page.draft.text.string(start..<end)
      if Self.ends.contains(page.units[end]), page.units[end] != Mark.pause, page.units[end] != 0x29,
        tail.isEmpty,
        digits.count > 1
      {
        result.report(place, "“\(printed)”没有单位", "请补上单位")
      } else if page.isThing(figure), !tail.isEmpty, digits.count <= 4, Mark.isHan(page.units[end]),
        Mark.isHan(page.units[end + 1]), !Self.behindDigits.contains(page.units[end])
      {
        result.report(place, "“\(printed)”后面缺量词", "请补上“个”“家”“项”等量词")
      }
    }
  }

  private static let named =
    "户人车班架家件场批".flatMap { ["\($0)次", "\($0)数"] }.map(Mark.word)
    + Mark.words("宗数 份数 笔数 个数 次数 项数")
  private static let pointsBehind = [Mark.word("个百分点")]

  /// 完成率44.1%,高于去年同期6个: 百分点 was lost.
  private func points(_ draft: Draft, _ page: FigurePage, _ prose: CheckProse, _ result: inout CheckResult) {
    for sentence in draft.sentences {
      for figure in sentence.quantities.dropFirst()
      where page.unit(figure) == "个" && page.isPercent(figure - 1) {
        let range = draft.quantities[figure].range
        guard range.upperBound < prose.units.count, Self.ends.contains(prose.units[range.upperBound]),
          prose.units[range.upperBound - 1] == Self.piece,
          // 分别提高0.7个、1.1个百分点: the unit stands behind the last of them.
          !prose.hasAny(
            Self.pointsBehind, in: range.upperBound..<min(prose.units.count, range.upperBound + 24)),
          prose.hasAny(Self.moves, in: draft.claims[figure].clause.lowerBound..<range.lowerBound)
        else { continue }
        let text = draft.text.string(range)
        result.report(
          draft.text.place(range), "“\(text)”后面缺“百分点”", "请补上“百分点”", replacement: text + "百分点")
      }
    }
  }

  /// 收取三百四十万: a numeral of several powers in characters that ends its clause.
  private func spelledOut(_ draft: Draft, _ prose: CheckProse, _ result: inout CheckResult) {
    let units = prose.units
    for end in units.indices.dropFirst(4)
    where Self.ends.contains(units[end]) && Self.powers.contains(units[end - 1]) && prose.isRead(end - 1) {
      var start = end
      while start > 0, Self.spelled.contains(units[start - 1]), !prose.beginsParagraph(start) { start -= 1 }
      guard end - start >= 3, start > 0, !prose.beginsParagraph(start), !prose.isTitle(start),
        !prose.isQuoted(start), Mark.isHan(units[start - 1]) || units[start - 1] == 0x3001,
        !Self.before.contains(units[start - 1]), units[start..<end].contains(where: Self.digits.contains),
        !draft.quantities.contains(where: { $0.range.overlaps(start..<end) })
      else { continue }
      let lead = (prose.clause(around: start..<end).lowerBound..<start).suffix(14)
      if prose.hasAny(Self.people.map(Mark.word), in: lead) { continue }
      result.report(
        draft.text.place(start..<end), "“\(draft.text.string(start..<end))”没有单位", "请补上单位")
    }
  }

  /// Whether a clause ends with a figure that has no unit and follows words.
  private func isBare(_ mention: QuantityMention, _ prose: CheckProse) -> Bool {
    let (start, end) = (mention.range.lowerBound, mention.range.upperBound)
    guard mention.quantity.unit.isEmpty, mention.quantity.upperBound == nil,
      [start, start + 1].contains(mention.numeral.lowerBound), end - mention.numeral.upperBound <= 2,
      end < prose.units.count, Self.ends.contains(prose.units[end]),
      prose.units[end] != 0x29, !prose.isTitle(start), !prose.isQuoted(start), start > 1,
      Mark.isHan(prose.units[start - 1]), Mark.isHan(prose.units[start - 2]),
      mention.quantity.value >= 2 || mention.quantity.precision < 0
        || prose.hasAny(Self.states, before: start)
    else { return false }
    // 平台2.0: a version.
    if end - start == 3, prose.units[end - 1] == 0x30, prose.units[end - 2] == 0x2E { return false }
    // 一二三 alone are words more often than counts.
    return Mark.isDigit(prose.units[mention.numeral.lowerBound]) || mention.quantity.value >= 100
  }

  /// 12345、12315: numbers side by side are names.
  private func isListed(_ range: Range<Int>, _ prose: CheckProse) -> Bool {
    prose.units[range.upperBound] == 0x3001 && range.upperBound + 1 < prose.units.count
      && Mark.isDigit(prose.units[range.upperBound + 1])
  }

  /// Whether the sentences beside it count with units.
  private func neighbours(_ sentence: DraftSentence, _ draft: Draft) -> Bool {
    draft.paragraphs[sentence.paragraph].sentences.contains { other in
      draft.sentences[other].quantities.contains { !draft.quantities[$0].quantity.unit.isEmpty }
    }
  }

  /// 完成投资2.6亿: a sum of money that breaks off at 万 or 亿.
  private func money(_ draft: Draft, _ prose: CheckProse, _ result: inout CheckResult) -> Set<Int> {
    var found: Set<Int> = []
    for (index, mention) in draft.quantities.enumerated() where mention.quantity.unit.isEmpty {
      let end = mention.range.upperBound
      guard mention.numeral.upperBound == end, end < prose.units.count, Self.ends.contains(prose.units[end]),
        Self.scales.contains(prose.units[end - 1]), !prose.isTitle(end - 1), !prose.isQuoted(end - 1),
        prose.hasAny(Self.sums, in: draft.claims[index].clause.lowerBound..<mention.range.lowerBound)
      else { continue }
      result.report(
        draft.text.place(mention.range), "“\(draft.text.string(mention.range))”没有单位", "请补上“元”",
        replacement: draft.text.string(mention.range) + "元")
      found.insert(index)
    }
    return found
  }

  /// 展望2025, 走过2024: a year that is looked at, for short.
  private static func isYear(_ figure: Int, _ page: FigurePage) -> Bool {
    page.range(figure).count == 4 && (1978...2060).contains(page.value(figure))
      && page.words(page.lead(figure)).hasAnySuffix(looking)
  }

  private static let looking = Mark.texts(
    "展望 回望 回首 回眸 回顾 走过 告别 挥别 迎接 喜迎 拥抱 奋进 奋战 决胜 冲刺 迈向 迈进 迈入 走进 进入 面向 放眼 站在 盘点 圆梦 聚焦 见证 开局 收官 再见 你好")
  /// Ratios told as plain numbers.
  private static let plainRatios = Mark.texts("容积率 汇率 生育率 周转率 求人倍率 比价 比 系数 指数 评分 得分 比值")
  private static let shares = ["占比", "同比", "环比", "相比"]
  private static let reached = Mark.texts("为 是 达 至 到 在 约 由 从 降 升 下 上 降低 提高 提升 压 优化 改善 缩小 扩大 控制 保持 稳定")

  /// 案件比降至, 容积率为: what leads up to a figure that is a ratio.
  private static func isRatio(_ lead: String) -> Bool {
    var name = lead[...]
    while let verb = reached.first(where: { name.hasSuffix($0) }) { name = name.dropLast(verb.count) }
    return name.hasAnySuffix(plainRatios) && !name.hasAnySuffix(shares)
      || moved.contains { lead.hasSuffix($0) && lead.dropLast($0.count).hasAnySuffix(counters) }
  }

  /// 户次增加38, 份数减少12: what is counted is said by its unit.
  private static let moved = Mark.texts("增加 减少 净增 净减 增加了 减少了 多 少")
  private static let counters = Mark.texts("户次 人次 件次 车次 架次 场次 批次 份数 宗数 户数 件数 家数 笔数 批数 次数 人数 场数 条数 项数 个数")

  /// Words that a bare number may follow.
  private static let exempt = Mark.texts(
    "指数 得分 分数 评分 系数 比为 之比 比值 倍数 编号 代码 热线 电话 号码 拨打 排名 排位 位列 序号 温度 等于 附件 版本 均分 名次 浓度 微信号 邮编 年份 代号 编码 证号 型号",
    "门牌 比例 收入比 基尼 总和 记为 性别比 每千 每万 每百 拥有量 目标值 数值 周岁 公众号 票数 比分 频率 波长 密度 容积率")
  private static let scores = ["指数", "得分", "分值", "评分", "指数为", "得分为", "指数达"]
  private static let exemptEnds = ["第", "表", "图", "年", "标准", "规范", "数字", "系列", "打造", "列"]
  /// What 万 and 亿 count without a unit: 人口减少1386万.
  private static let people = ["人口", "人数", "户数", "用户", "人次", "规模", "数量", "总量", "存量", "粉丝", "点击", "浏览", "阅读"]
  private static let rateEnds = ["占", "上涨", "回落", "同比增长", "同比下降"]
  private static let and = UnitSet("和与及")
  private static let rates = ["率为", "率达", "率超", "率", "满意度", "占比不低于", "占比", "比重", "知晓度"]
  /// Verbs whose objects are counted.
  private static let counting = Mark.texts(
    "新增 完成 建成 组建 选派 配备 发放 盘活 受理 办结 聘任 培育 引进 开展 举办 梳理 划分 累计 组织 新建 改造 化解 调解 查处 办理 整治 排查 整改 解决 培训 招聘 选聘 建设",
    "下放 取消 精简 压减 出台 印发 制定 修订 审议 安排 承担 推出 上线 开通 设立 打造 培养 服务 惠及 覆盖 带动 减少 增加 入选")
  /// Things that are counted.
  private static let piece = Mark.word("个")[0]
  private static let moves = Mark.words("提高 上升 下降 回落 高于 低于 提升 降低")
  private static let counted = Mark.texts(
    "事项 任务 项目 案例 床位 地块 活动 干部 骨干 主体 企业 机构 小区 产品 文件 案件 纠纷 站点 停车位 学位 岗位 做法 网格员 联络员 基地 平台 园区 人才 问题 场次 措施 举措",
    "成果 清单 医院 学校 村庄")
  /// What a task has come to: 延期1 wants its unit although it is but one.
  private static let states = Mark.words("延期 推进 缓慢 完成 未启动 终止 新增")
  /// What a number may stand before without a measure word.
  private static let behindDigits = UnitSet("余多几万亿千百十年月日时分秒号第级点届期元至到和及与或、度类个")
  /// 12号、36: names of things.
  private static let names = UnitSet("号年月日条款章时分版届级第至")
  /// 2.9万余: what a numeral may end with.
  private static let over = UnitSet("余多")
  private static let powers = UnitSet("百千万亿")
  private static let spelled = UnitSet("一二三四五六七八九两十百千万亿零〇点")
  private static let digits = UnitSet("一二三四五六七八九两")
  private static let before = UnitSet("第之分")
  private static let scales = UnitSet("万亿")
  private static let sums = Mark.words(
    "投资 资金 产值 税收 贷款 融资 营收 补贴 补助 成交额 总额 经费 收入 支出 造价 罚没款 利润 租金 预算 奖补 奖励 薪酬 金额 工资")
  private static let ends = UnitSet(",;、。)")
}
