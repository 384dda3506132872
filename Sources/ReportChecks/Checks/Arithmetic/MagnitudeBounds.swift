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
      if let small = small(value, lead) { return "“\(small)”只有\(number)元，疑似“亿”误作“万”" }
      if isPart(figure, page) { return "其中一项只有\(number)元，不到总数的千分之一，疑似“亿”误作“万”" }
      if let (count, least) = sharers(figure, page), value < page.value(count) * least {
        return "\(page.draft.text.string(page.range(count)))分\(number)元，每户不到\(least)元，疑似“亿”误作“万”"
      }
      if value >= 100_000_000, averages.contains(where: { lead.contains($0) }),
        !output.contains(where: { lead.contains($0) })
      {
        return "每户、每村平均达到\(number)元，疑似单位有误"
      }
      if value >= 10_000_000, each.contains(where: { lead.hasPrefix($0) }),
        !excepted.contains(where: { lead.contains($0) })
      {
        return "每户、每人达到\(number)元，疑似单位有误"
      }
    } else if value >= leastOfMost, let most = most[page.unit(figure)], value >= most {
      let sentence = page.words(page.draft.sentences[page.claim(figure).sentence].range)
      if !wide.contains(where: { sentence.contains($0) }), isLocal() {
        return "一个区县的数达到\(number)\(page.unit(figure))，疑似单位有误"
      }
    }
    return nil
  }

  /// 地区生产总值286.4万元: the measure that a place cannot have so little of.
  private static func small(_ value: Decimal, _ lead: FoldedWords) -> String? {
    guard value > 0, let last = lead.units.last, lasts.contains(last), !shares.contains(where: lead.contains)
    else { return nil }
    return least.first { $0.forms.contains(where: lead.hasSuffix) && value < $0.least }?.measure
  }

  /// 减免税费6.8亿元,其中小微企业4.2万元: written alike, four digits apart.
  private static func isPart(_ figure: Int, _ page: FigurePage) -> Bool {
    let whole = figure - 1
    return page.siblings(of: figure).contains(whole) && page.unitKey(whole) == FigurePage.yuan
      && page.cues.has(.parts, in: page.before(figure)) && page.value(whole) >= 100_000_000
      && page.value(figure) < 1_000_000 && page.value(figure) * 1000 < page.value(whole)
      && page.quantity(figure).precision > 0 && page.claim(whole).change == nil
  }

  /// 减税3.6万元,惠及企业1.2万户: those who share a sum of money, right behind it.
  private static func sharers(_ figure: Int, _ page: FigurePage) -> (Int, Decimal)? {
    let count = figure + 1
    guard page.siblings(of: figure).contains(count), ["家", "户", "家次", "户次"].contains(page.unit(count)),
      page.before(count).count <= 10,
      benefits.contains(where: { page.words(page.lead(count)).hasPrefix($0) }),
      let least = handedOut.first(where: { page.words(page.lead(figure)).contains($0.0) })?.1,
      page.value(count) > 20
    else { return nil }
    return (count, least)
  }

  /// The least of each measure, with the words that may stand before its figure.
  private static let least = measures.map { measure, least in
    (measure: measure, least: least, forms: endings.map { measure + $0 })
  }
  /// The characters that those words end with.
  private static let lasts = UnitSet(least.flatMap(\.forms).compactMap(\.utf16.last))
  private static let measures: [(String, Decimal)] = [
    ("生产总值", 100_000_000), ("一般公共预算收入", 10_000_000), ("财政收入", 10_000_000), ("固定资产投资", 100_000_000),
    ("社会消费品零售总额", 100_000_000), ("工业总产值", 100_000_000), ("工业增加值", 10_000_000), ("贷款余额", 10_000_000),
    ("存款余额", 100_000_000), ("旅游收入", 1_000_000), ("旅游综合收入", 1_000_000), ("税收收入", 10_000_000),
    ("进出口总额", 1_000_000), ("进出口总值", 1_000_000), ("技术合同成交额", 1_000_000),
  ]
  private static let endings = ["", "达", "达到", "完成", "实现", "为", "超过", "突破", "约"]
  private static let shares = ["人均", "均", "每", "村", "户", "镇", "企业", "增加", "新增", "净增"]
  private static let each = ["每户", "每人", "每名", "每月", "每生"]
  private static let excepted = ["企业", "项目", "最高", "不超", "累计"]
  private static let most: [String: Decimal] = [
    "人": 100_000_000, "名": 100_000_000, "户": 100_000_000, "家": 100_000_000, "亩": 100_000_000,
    "人次": 10_000_000_000, "套": 100_000_000, "平方公里": 1_000_000,
  ]
  private static let leastOfMost = most.values.min() ?? 0
  private static let wide = ["全国", "全球", "世界", "我国", "中国", "阅读", "点击", "浏览", "播放", "粉丝", "流量", "曝光"]
  private static let benefits = ["惠及", "支持", "服务", "受益", "扶持", "覆盖", "帮助", "受惠"]
  /// What each of those who share it gets at least.
  private static let handedOut: [(String, Decimal)] = [
    ("贷款", 5000), ("融资", 5000), ("减税", 50), ("降费", 50), ("减负", 50), ("减免", 50), ("补贴", 50), ("奖补", 50),
    ("补助", 50), ("兑现", 50),
    ("让利", 50), ("节约", 50),
  ]
  private static let averages = ["户均", "村均"]
  private static let output = ["产值", "营收", "税", "销售", "资产", "投资", "营业", "出口"]
}
