import Foundation
import ReportModel

/// 数量级: a sum of money that no district hands out or saves: 亿 written for 万.
struct MagnitudeCheck: DraftCheck {
  let about = CheckDescription(
    "arithmetic.magnitude", .warning, "区县的兑现、补贴、节约等金额写到了百亿元以上，疑似“万”误作“亿”",
    rationale: "区县一级兑现奖补、发放补贴、节约费用、减税降费，一般在亿元上下；写成百亿、千亿元的，多半是单位写错。只看自称“区”“县”的文稿，投资额、产值、贷款余额等不看。",
    source: "实务",
    triggering: [
      .draft("全区建立惠企政策“免申即享”机制，区委改革办牵头，兑现资金[[4200亿元]]，惠及企业1130家。"),
      .draft("盘活土地1120亩，引进项目19个，总投资[[37.5万元]]。"),
      .draft("全年地区生产总值[[286.4万元]]，增长4.1%。"),
      .draft("区委改革办牵头，全区改造老旧小区126个，惠及居民[[3.2亿户]]。"),
      .draft("为企业减税降费[[3.6万元]]，惠及企业1.2万户。"),
      .draft("减免税费6.8亿元，其中小微企业[[4.2万元]]。"),
      .draft("落实课后服务经费，生均[[不低于600万元]]。"),
      .draft("县委改革办牵头推进，我县集中采购药品平均降价53%，为群众节约费用[[2860亿元]]。"),
      .draft("医疗救助结算9800人次、支付救助金[[1470元]]。"),
      .draft("落实衔接资金[[3.2元]]，整合涉农资金1.2亿元。"),
      .draft("为企业转贷[[6.2万元]]，节约融资成本980万元。"),
    ],
    silent: [
      .draft("为2300名教师发放月补贴500元。每吨节约资金3.2元，贴息后户均贷款成本下降60元。"),
      .draft("全区建立惠企政策“免申即享”机制，区委改革办牵头，兑现资金4200万元。"),
      .draft("全国新增减税降费23600亿元，兑现资金4200亿元。"),
      .draft("全年地区生产总值286.4亿元，惠及居民3.2万户，人均地区生产总值8.6万元。"),
      .draft("为企业减税降费3.6亿元，惠及企业1.2万户，向12家企业发放奖补2.4万元。"),
      .draft("全区区委改革办牵头，各项贷款余额520亿元。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let draft = input.draft, let page = input.page, let prose = input.prose else { return }
    let large = draft.quantities.indices.filter { figure in
      page.unitKey(figure) == FigurePage.yuan && page.value(figure) >= Self.limit
        && page.words(page.lead(figure)).containsAny(Self.handedOut)
    }
    for figure in draft.quantities.indices
    where page.unitKey(figure) == FigurePage.yuan && page.value(figure) >= Self.perHead {
      let lead = page.words(page.lead(figure))
      guard lead.containsAny(Self.heads),
        !lead.containsAny(Self.output)
      else { continue }
      result.report(
        draft.text.place(page.range(figure)), "人均、生均达到\(page.number(figure))元，疑似单位有误", "请核对单位和小数点")
    }
    for figure in draft.quantities.indices.dropFirst()
    where page.unitKey(figure) == FigurePage.yuan
      && page.words(page.lead(figure)).hasAnySuffix(Self.investment)
    {
      let count = figure - 1
      guard page.siblings(of: figure).contains(count), page.isThing(count), page.lead(figure).count <= 6,
        page.before(figure).count <= 8, page.value(count) > 1,
        let least = Self.leastProject.first(where: { page.words(page.before(count)).contains($0.word) })?
          .least,
        page.value(figure) < page.value(count) * least,
        page.words(page.before(count)).contains("项目") || page.words(page.tail(count)).contains("项目")
      else { continue }
      result.report(
        draft.text.place(page.range(figure)),
        "\(page.number(count))个项目合计只有\(page.number(figure))元，疑似“亿”误作“万”", "请核对单位和小数点")
    }
    let isLocal = OnDemand { Self.isLocal(prose) }
    for figure in draft.quantities.indices where page.claim(figure).change == nil {
      guard let remark = MagnitudeBounds.remark(on: figure, page, isLocal: { isLocal.value })
      else { continue }
      result.report(draft.text.place(page.range(figure)), remark, "请核对单位和小数点")
    }
    guard !large.isEmpty, isLocal.value else { return }
    for figure in large {
      result.report(
        draft.text.place(page.range(figure)), "区县的这类金额达到\(page.number(figure))元，疑似“万”误作“亿”", "请核对单位和小数点")
    }
  }

  /// Whether the text speaks of a district or a county as its own.
  private static func isLocal(_ prose: CheckProse) -> Bool {
    var count = 0
    for index in prose.units.indices where begins.contains(prose.units[index]) {
      if ours.contains(where: { prose.has($0, at: index) }) { count += 1 }
      if prose.has(nation, at: index) { count -= 1 }
    }
    return count > 1
  }

  private static let investment = ["总投资", "投资额", "计划投资", "协议投资", "总投资额", "合同金额", "协议资金", "引资"]
  /// What a project costs at least: one that is brought in, one that the place carries out itself.
  private static let leastProject: [(word: String, least: Decimal)] =
    ["引进", "签约", "招引", "落地", "开工", "落户", "新建", "引入"].map { ($0, 100_000) }
    + ["技改", "实施", "谋划", "储备"].map { ($0, 20_000) }
  private static let perHead = Decimal(1_000_000)
  private static let heads = ["人均", "生均"]
  private static let output = Mark.texts("产值 产出 税 营收 营业 效益 资产 销售 管理 投资 贡献 生产总值 GDP")
  private static let limit = Decimal(10_000_000_000)
  private static let ours = Mark.words("全区 全县 我区 我县 区委 县委 区级 县级")
  private static let begins = UnitSet("全我区县")
  private static let nation = Mark.word("全国")
  private static let handedOut = ["兑现", "补贴", "奖补", "补助", "救助", "节约", "节省", "减免", "减负", "让利", "降费", "发放"]
}
