import Foundation
import ReportModel

/// 数量级界限: what a place, a head or an enterprise may come to at most or at least. A table: a new measure is a row.
enum MagnitudeBounds {
  /// What is odd about the size of a figure; nil where nothing is.
  static func remark(on figure: Int, _ page: FigurePage, isLocal: () -> Bool) -> String? {
    var number: String { page.number(figure) }
    let value = page.value(figure)
    let lead = page.words(page.lead(figure))
    if page.unitKey(figure) == FigurePage.yuan {
      // 财政每出1元带动贷款8元.
      let isOfEachYuan =
        page.siblings(of: figure).contains(figure - 1) && page.unit(figure - 1) == "元"
        && page.value(figure - 1) <= 100 && page.words(page.lead(figure - 1)).contains("每")
      if !isOfEachYuan, let small = small(value, lead) {
        return "“\(small)”只有\(number)元，疑似\(value < 10_000 ? "漏写“万”或“亿”" : "“亿”误作“万”")"
      }
      if isPart(figure, page) { return "其中一项只有\(number)元，不到总数的千分之一，疑似“亿”误作“万”" }
      if let remark = MoneyPerHead(page: page).remark(on: figure) { return remark }
      if value >= 100_000_000, lead.containsAny(averages),
        !lead.containsAny(output)
      {
        return "每户、每村平均达到\(number)元，疑似单位有误"
      }
      if value >= 10_000_000, lead.hasAnyPrefix(each),
        !lead.containsAny(excepted)
      {
        return "每户、每人达到\(number)元，疑似单位有误"
      }
      if let most = shares(lead), value >= most { return "平均达到\(number)元，疑似单位有误" }
      if counts(lead) { return "“\(page.draft.text.string(page.lead(figure)))”后面不应是金额，疑似单位有误" }
    } else if let fault = misfits.first(where: {
      $0.units.contains(page.unitKey(figure)) && lead.containsAny($0.nouns)
    }) {
      return
        "“\(page.draft.text.string(page.lead(figure)))”后面应是\(fault.what)，却写成\(number)\(page.unit(figure))"
    } else if page.unit(figure) == "平方公里", value >= 1000,
      lead.hasAnySuffix(floors) || page.words(page.tail(figure)).hasAnyPrefix(floors)
        || lead.hasAnySuffix(extents)
          && page.words(
            (page.sentence(of: figure).range.lowerBound..<page.range(figure).lowerBound).suffix(40)
          )
          .containsAny(buildings)
    {
      return "房屋、场所的面积达到\(number)平方公里，疑似“平方米”误作“平方公里”"
    } else if value >= 100_000_000, dealings.contains(page.unitKey(figure)),
      lead.containsAny(handled),
      !page.words(page.sentence(of: figure).range).containsAny(wide)
    {
      return "办理、受理的数达到\(number)\(page.unit(figure))，疑似“万”误作“亿”"
    } else if measures.contains(page.unitKey(figure)), lead.hasAnySuffix(money) {
      return "“\(page.draft.text.string(page.lead(figure)))”后面应是金额，却写成\(number)\(page.unit(figure))"
    } else if value >= leastOfMost, let most = most[page.unit(figure)], value >= most {
      let sentence = page.words(page.sentence(of: figure).range)
      if !sentence.containsAny(wide), isLocal() {
        return "一个区县的数达到\(number)\(page.unit(figure))，疑似单位有误"
      }
    }
    return nil
  }

  /// 地区生产总值286.4万元: the measure that a place cannot have so little of.
  private static func small(_ value: Decimal, _ lead: FoldedWords) -> String? {
    guard value > 0, let last = lead.units.last, lasts.contains(last), !lead.containsAny(shares)
    else { return nil }
    return least.first { lead.hasAnySuffix($0.forms) && value < $0.least }?.measure
  }

  /// 减免税费6.8亿元,其中小微企业4.2万元: written alike, four digits apart.
  private static func isPart(_ figure: Int, _ page: FigurePage) -> Bool {
    let whole = figure - 1
    return page.siblings(of: figure).contains(whole) && page.unitKey(whole) == FigurePage.yuan
      && page.cues.has(.parts, in: page.before(figure)) && page.value(whole) >= 100_000_000
      && page.value(figure) < 1_000_000 && page.value(figure) * 1000 < page.value(whole)
      && page.quantity(figure).precision > 0 && page.claim(whole).change == nil
  }

  /// 亩均成本12亿元: what each may come to at most.
  private static func shares(_ lead: FoldedWords) -> Decimal? {
    averagesAtMost.first { average, words, _ in
      lead.contains(average) && (words.isEmpty || lead.containsAny(words))
    }?.2
  }

  /// 惠及群众3.2万元, 流转面积2.6万元: words that count people or measure land.
  private static func counts(_ lead: FoldedWords) -> Bool {
    !lead.containsAny(spending)
      && (lead.hasAnySuffix(extents)
        || lead.containsAny(reaching) && lead.hasAnySuffix(people))
  }

  /// What is measured by weight or by area, with units that measure the other.
  private static let misfits: [(nouns: [String], units: Set<UInt64>, what: String)] = [
    (
      ["减排量", "碳汇量", "碳排放量", "排放量", "粮食产量", "粮食总产", "化肥使用量", "农药使用量", "处理垃圾", "减排二氧化碳"],
      keys(["亩", "公里", "平方米", "平方公里", "公顷", "米"]), "重量"
    ),
    (["播种面积", "种植面积", "造林面积", "绿地面积", "流转面积", "耕地面积", "建筑面积"], keys(["吨", "公斤", "公里", "立方米", "千瓦时"]), "面积"),
    (["通车里程", "公路里程", "河道长度", "管网长度"], keys(["亩", "吨", "平方米", "平方公里", "立方米"]), "长度"),
  ]
  private static func keys(_ units: [String]) -> Set<UInt64> { Set(units.map(FigurePage.key)) }
  private static let dealings = keys(["件", "份", "起", "宗", "项", "笔", "件次"])
  private static let floors = [
    "厂房", "用房", "楼宇", "建筑面积", "经营面积", "营业面积", "使用面积", "办公面积", "厂房面积", "场馆面积", "用房面积",
  ]
  private static let buildings = ["厂房", "楼宇", "综合体", "口袋公园", "场馆", "农贸市场", "校舍", "楼栋", "公寓", "驿站", "服务中心"]
  /// What an office does with them; data are counted by the hundred million.
  private static let handled = ["受理", "办理", "办结", "审批", "证明材料", "申请材料", "调解", "化解", "查处", "接访", "代办", "立案"]
  private static let averagesAtMost: [(String, [String], Decimal)] = [
    ("亩均", [], 100_000_000), ("床均", [], 100_000_000), ("次均", [], 10_000_000), ("件均", [], 100_000_000),
    ("户均", ["增收", "补助", "补贴", "救助", "减负", "奖补", "节约", "报销"], 10_000_000),
    ("人均", ["增收", "补助", "补贴", "救助", "报销", "可支配"], 1_000_000),
  ]
  private static let spending = ["投", "补", "资金", "用于", "费", "奖", "贷", "收入", "产值", "支付", "兑", "款", "减", "增收"]
  private static let extents = ["面积", "里程", "总里程", "长度", "建筑面积", "人数", "户数", "人次", "件数", "家数"]
  private static let reaching = ["惠及", "覆盖", "服务", "培训", "吸纳", "带动", "受益"]
  private static let people = ["群众", "居民", "人员", "农户", "学生", "老年人", "职工", "农民", "人口", "就业", "劳动力"]
  private static let measures = keys(Mark.texts("亩 公里 平方米 米 吨 公斤 千瓦时 立方米 平方公里 公顷"))
  private static let money = Mark.texts("金额 资金 经费 费用 款项 租金 税费 流转费 补助金 救助金 产值 投资额 贷款额 成交额 销售额 利润 成本")

  /// The least of each measure, with the words that may stand before its figure.
  private static let least = leastByMeasure.map { measure, least in
    (measure: measure, least: least, forms: endings.map { measure + $0 })
  }
  /// The characters that those words end with.
  private static let lasts = UnitSet(least.flatMap(\.forms).compactMap(\.utf16.last))
  private static let leastByMeasure: [(String, Decimal)] = [
    ("生产总值", 100_000_000), ("一般公共预算收入", 10_000_000), ("财政收入", 10_000_000), ("固定资产投资", 100_000_000),
    ("社会消费品零售总额", 100_000_000), ("工业总产值", 100_000_000), ("工业增加值", 10_000_000), ("贷款余额", 10_000_000),
    ("存款余额", 100_000_000), ("旅游收入", 1_000_000), ("旅游综合收入", 1_000_000), ("税收收入", 10_000_000),
    ("进出口总额", 1_000_000), ("进出口总值", 1_000_000), ("技术合同成交额", 1_000_000),
    ("总投资", 10_000), ("总投资额", 10_000), ("社会资本", 10_000), ("财政资金", 10_000), ("专项资金", 10_000),
    ("成交金额", 1000), ("成交额", 1000), ("交易额", 1000), ("交易金额", 1000), ("社会投资", 10_000), ("授信", 1000),
    ("资金", 100), ("经费", 100), ("贷款", 1000), ("产值", 1000), ("经营性收入", 1000), ("减税降费", 1000), ("利润", 1000),
    ("专项债券", 10_000), ("专项债", 10_000), ("计划投资", 1000), ("协议投资", 10_000), ("引进资金", 10_000),
  ]
  private static let endings = ["", "达", "达到", "完成", "实现", "为", "超过", "突破", "约"]
  private static let shares = ["人均", "均", "每", "村", "户", "镇", "企业", "增加", "新增", "净增"]
  private static let each = ["每户", "每人", "每名", "每月", "每生"]
  private static let excepted = ["企业", "项目", "最高", "不超", "累计"]
  private static let most: [String: Decimal] = [
    "人": 30_000_000, "名": 30_000_000, "户": 20_000_000, "家": 20_000_000, "亩": 100_000_000,
    "人次": 1_000_000_000, "套": 100_000_000, "平方公里": 1_000_000,
  ]
  private static let leastOfMost = most.values.min() ?? 0
  private static let wide = ["全国", "全球", "世界", "我国", "中国", "阅读", "点击", "浏览", "播放", "粉丝", "流量", "曝光"]
  private static let averages = ["户均", "村均"]
  private static let output = ["产值", "营收", "税", "销售", "资产", "投资", "营业", "出口"]
}
