import Foundation
import ReportModel

/// 超过百分之百: a share that cannot exceed 100%.
struct ImpossiblePercentCheck: DraftCheck {
  let about = CheckDescription(
    "arithmetic.over-hundred", .error, "不可能超过100%的比率写成了100%以上",
    rationale: "注册率、覆盖率、办结率、满意率、占比一类，最多是100%。完成目标的百分之多少、参保率的口径、增长幅度可以超过100%，不算。",
    source: "实务",
    triggering: [
      .draft("党内学习组注册人数68人，注册率[[超过100%]]。"), .draft("诉求按期办结率达到[[103%]]。"), .draft("困难群众主动发现率达到[[103%]]。"),
      .draft("高标准农田占耕地的比重达到[[120%]]。"), .draft("力争改革任务按期完成率达到[[110%]]。"),
      .draft("申报材料精简[[120%]]。"), .draft("全部新办企业中，民营企业占到[[108.5%]]。"), .draft("事项网上可办率由92.4%提升到[[103.6%]]。"),
      .draft("行政诉讼败诉案件同比减少[[140%]]。"),
      .draft("三次产业比例由上年的15.1∶38.4∶46.5调整为[[14.2∶38.6∶48.2]]。"),
    ],
    silent: [
      .draft("三次产业结构由15.1∶38.4∶46.5调整为14.2∶38.6∶47.3，两类企业之比为2∶3，12:30:58更新。"),
      .draft("完成年度任务的105%。"), .draft("投资额同比增长130%。"), .draft("净利润下降120%，负债率由150%压缩至110%，审批提速120%。"),
      .draft("在13所幼儿园开设托班，任务完成率130%。"), .draft("覆盖率达到100%。"),
      .draft("在建项目中，省级项目占年度计划的103%。各项贷款余额占存款余额的104%。"),
      .draft("拨备覆盖率达到350%，产能利用率提升到103.6%，床位使用率为102%。"), .draft("税收完成率达到103%，国有资产保值增值率为108%。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let draft = input.draft, let page = input.page else { return }
    for ratio in Self.ratios(page) {
      result.report(
        draft.text.place(ratio.range), "构成比相加是\(ratio.sum)，不等于100", "请核对各部分的比重",
        explanation: "各部分占整体的比重相加应等于100%")
    }
    for figure in draft.quantities.indices where page.isPercent(figure) {
      let quantity = page.quantity(figure)
      if quantity.value > 100, isReduction(figure, page) {
        result.report(
          draft.text.place(page.range(figure)), "减少的幅度不可能超过100%", "请核对百分数和小数点",
          explanation: "减去的不会比原有的还多")
        continue
      }
      let exceeds =
        (quantity.upperBound ?? quantity.value) > 100
        || (quantity.value == 100 && quantity.approximation?.isAbove == true)
      let lead = page.claim(figure).clause.lowerBound..<page.range(figure).lowerBound
      guard exceeds,
        page.claim(figure).change == nil && !page.cues.has([.up, .down], in: lead)
          || isLevel(page.text(lead)),
        !page.cues.has(.target, in: lead) || page.words(lead).containsAny(Self.aims),
        Self.isBounded(page.text(lead)) || isOfThose(figure, lead, page)
      else { continue }
      result.report(
        draft.text.place(page.range(figure)), "这个比率不可能超过100%", "请核对分子、分母和小数点",
        explanation: "“\(draft.text.string(lead))”是部分占整体的比率")
    }
  }

  /// 三次产业比例14.2:38.6:47.2: the parts of a whole that stand as a ratio, where they all but make a hundred.
  private static func ratios(_ page: FigurePage) -> [(range: Range<Int>, sum: Decimal)] {
    var found: [(range: Range<Int>, sum: Decimal)] = []
    var index = 0
    while index < page.units.count {
      guard Mark.isDigit(page.units[index]) else {
        index += 1
        continue
      }
      let start = index
      while index < page.units.count,
        Mark.isDigit(page.units[index]) || page.units[index] == 0x2E || colons.contains(page.units[index])
      {
        index += 1
      }
      let parts = page.units[start..<index].split(whereSeparator: colons.contains).compactMap {
        Decimal(string: String(decoding: $0, as: UTF16.self))
      }
      guard parts.count > 2, parts.count < 6, case let sum = parts.reduce(0, +), sum > 95, sum < 105,
        abs(sum - 100) > Decimal(parts.count) / 10,
        page.words((max(0, start - 36)..<start)).containsAny(["比例", "结构", "构成", "比重", "占比", "之比"])
      else { continue }
      found.append((start..<index, sum))
    }
    return found
  }

  private static let colons = UnitSet(":∶：")

  /// 新出让用地中,“标准地”占到104.3%: of those named before, by 占 alone and not of a plan.
  private func isOfThose(_ figure: Int, _ lead: Range<Int>, _ page: FigurePage) -> Bool {
    guard page.words(lead).hasAnySuffix(Self.holding) else { return false }
    let before = page.sentence(of: figure).range.lowerBound..<lead.upperBound
    return !page.words(before).containsAny(Self.goals)
      && before.contains { index in
        Self.among.contains(page.units[index]) && index + 1 < before.upperBound
          && (page.units[index + 1] == Mark.comma
            || index > before.lowerBound && page.units[index - 1] == Self.those)
      }
  }

  private static let holding = ["占", "占到", "占了", "占到了", "占比", "占比达", "占比达到", "占比为"]
  private static let goals = ["计划", "目标", "任务", "预算", "上年", "去年", "应"]
  private static let among = UnitSet("中里内")
  private static let those: UInt16 = 0x5176  // 其

  /// 申报材料精简120%: no more than all of it can be taken away. Profits may fall below nothing.
  private func isReduction(_ figure: Int, _ page: FigurePage) -> Bool {
    let lead = page.lead(figure)
    guard let verb = page.cues.last(.down, in: lead), !page.cues.has([.to, .up], in: lead),
      Self.reductions.contains(where: { page.words(verb) == $0 }),
      case let between = page.words(verb.upperBound..<lead.upperBound), between.units.count <= 6,
      !between.containsAny(["至", "为原", "的"])
    else { return false }
    let clause = page.words(page.claim(figure).clause)
    return !clause.containsAny(["利润", "效益", "收益", "净", "差额", "逆差", "顺差", "亏", "盈"])
  }

  private static let reductions = Mark.texts("下降 减少 降低 压缩 压减 缩短 精简 精减 减并 裁减 下调 降幅 减幅 缩减 节约 核减 同比降")

  private static func isBounded(_ lead: String) -> Bool {
    if lead.containsAny(unbounded) { return false }
    return lead.containsAny(bounded) || endsInRate(lead)
      || (lead.contains("占")
        && (lead.contains("比重") || lead.contains("占比")
          || lead.hasSuffix("的") && !lead.containsAny(measures)))
  }

  /// 可办率提升到, 处理率由96%提高到: what a share came to, not by how much it grew.
  private func isLevel(_ lead: String) -> Bool {
    guard var words = Self.levels.first(where: { lead.hasSuffix($0) }).map({ lead.dropLast($0.count) })
    else { return false }
    if words.hasSuffix("%"), let from = words.lastIndex(where: { $0 == "由" || $0 == "从" }) {
      words = words[..<from]
    }
    return words.hasAnySuffix(Self.bounded) || words.hasSuffix("率") && !words.hasAnySuffix(Self.free)
  }

  private static let levels =
    Mark.texts("提升 提高 上升 攀升 升 增加 增长 增 达").flatMap { [$0 + "到了", $0 + "到", $0 + "至"] }
    + ["稳定在", "保持在", "维持在", "为"]

  /// 主动发现率达到: any rate of handling, but those of growth, money and targets.
  private static func endsInRate(_ lead: String) -> Bool {
    var words = lead[...]
    while let word = reaching.first(where: { words.hasSuffix($0) }) { words = words.dropLast(word.count) }
    guard words.hasSuffix("率") else { return false }
    return !words.hasAnySuffix(free)
  }

  /// What is aimed at cannot be beyond the whole either; 目标的 leads to what was done of it.
  private static let aims = ["力争", "确保", "争取"]
  private static let reaching = Mark.texts("达到了 达到 高达 达 为 是 至 到 提升 提高 上升 增加 均 保持在 超过 接近 已")
  private static let free = Mark.texts(
    "完成率 增长率 增值率 收益率 回报率 利润率 利税率 负债率 杠杆率 贡献率 依存率 自给率 周转率 换手率 放大率 溢价率 投资率 执行率 参保率 达产率 税负率 覆盖倍率 倍率 产出率 毛利率",
    "抚养率 容积率 渗透率 充足率 备付率 弹性率 增速率 进度率 储备率 保障率 满足率 达成率 实现率 效率 产销率 入学率 配比率 车位率 上座率 开发率 消化率 比率 征收率 入库率 兑换率 汇率",
    "负荷率 负载率 饱和率 占用率 使用率 利用率 出租率 招录率")

  private static let bounded = Mark.texts(
    "注册率 覆盖率 办结率 满意率 满意度 合格率 整改率 化解率 知晓率 参与率 到位率 通过率 普及率 入学率 签约率 使用率 达标率 优良率 解决率 采纳率 好评率 参评率 落地率 兑现率 审结率",
    "结案率 回收率 开通率 归集率 认领率 出勤率 参会率 确权率 颁证率 发证率 接入率 答复率 办复率 销号率 面商率 公示率 及时率 投产率 收缴率 建档率 签订率 履约率 测评率 下沉率 上线率",
    "网办率 可办率 转化率 成功率 巩固率 处置率 收集率 处理率 治愈率 检出率 就业率 入住率 开工率 发放率 拨付率 兑付率 支付率 送达率 响应率 报送率 录入率 上报率 抽检率 检测率 配备率",
    "配置率 落户率 受理率 审核率 报到率 走访率 见面率 培训率 持证率 接种率 签收率 反馈率 清零率 退出率 挂牌率 建成率 竣工率 交付率 复工率 开课率 参训率 升学率 录取率 保留率 留任率",
    "回访率 公布率 备案率 登记率 换证率 安装率 联网率 标准化率 硬化率 处理率 收运率 揭榜率 互认率 对接率 认定率 匹配率 调解率 调撤率 履职率 到课率 在岗率 参保覆盖 直达率 录用率",
    "知情率 占比 结项率 按时率 按期完成率 按时完成率 如期完成率 准确率 通车率 绿化率 森林覆盖 回复率 公开率")
  /// 贷款余额占存款余额的104.2%: of what it is measured by, and no part of.
  private static let measures = ["生产总值", "GDP", "存款", "增加值", "计划", "目标", "上年", "去年", "预算数", "年初", "同期"]
  private static let unbounded = ["拨备", "备付", "资产负债", "产销", "周转", "毛入学", "床位使用"]
}
