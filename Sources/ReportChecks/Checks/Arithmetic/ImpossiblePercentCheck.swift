import Foundation
import ReportModel

/// 超过百分之百: a share that cannot exceed 100%.
struct ImpossiblePercentCheck: Check {
  let about = CheckDescription(
    "arithmetic.over-hundred", .error, "不可能超过100%的比率写成了100%以上",
    rationale: "注册率、覆盖率、办结率、满意率、占比一类，最多是100%。完成目标的百分之多少、参保率的口径、增长幅度可以超过100%，不算。",
    source: "实务",
    triggering: [
      .draft("党内学习组注册人数68人，注册率[[超过100%]]。"), .draft("诉求按期办结率达到[[103%]]。"), .draft("高标准农田占耕地的比重达到[[120%]]。"),
    ],
    silent: [
      .draft("完成年度任务的105%。"), .draft("投资额同比增长130%。"), .draft("在13所幼儿园开设托班，任务完成率130%。"), .draft("覆盖率达到100%。"),
      .draft("拨备覆盖率达到350%。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let draft = input.draft, let page = input.page else { return }
    for figure in draft.quantities.indices where page.isPercent(figure) {
      let quantity = page.quantity(figure)
      let exceeds =
        (quantity.upperBound ?? quantity.value) > 100
        || (quantity.value == 100 && quantity.approximation == .exceeds)
      let lead = page.claim(figure).clause.lowerBound..<page.range(figure).lowerBound
      guard exceeds, page.claim(figure).change == nil, !page.cues.has([.up, .down, .target], in: lead),
        Self.isBounded(page.text(lead))
      else { continue }
      result.report(
        draft.text.place(page.range(figure)), "这个比率不可能超过100%", "请核对分子、分母和小数点",
        explanation: "“\(draft.text.string(lead))”是部分占整体的比率")
    }
  }

  private static func isBounded(_ lead: String) -> Bool {
    if unbounded.contains(where: { lead.contains($0) }) { return false }
    return bounded.contains { lead.contains($0) }
      || (lead.contains("占") && (lead.contains("比重") || lead.contains("占比") || lead.hasSuffix("的")))
  }

  private static let bounded = [
    "注册率", "覆盖率", "办结率", "满意率", "满意度", "合格率", "整改率", "化解率", "知晓率", "参与率", "到位率", "通过率", "普及率", "入学率", "签约率",
    "使用率", "达标率", "优良率", "解决率", "采纳率", "好评率", "参评率",
    "落地率", "兑现率", "审结率", "结案率", "回收率", "开通率", "归集率", "认领率", "出勤率", "参会率", "确权率", "颁证率", "发证率",
    "接入率", "答复率", "办复率", "销号率", "面商率", "公示率", "及时率", "投产率", "收缴率", "建档率", "签订率", "履约率", "测评率",
    "下沉率", "上线率", "网办率", "可办率", "转化率", "成功率", "巩固率", "处置率", "收集率", "处理率", "治愈率", "检出率", "就业率", "入住率", "开工率",
    "结项率", "按时率", "准确率", "通车率", "绿化率", "森林覆盖", "回复率", "公开率",
  ]
  private static let unbounded = ["拨备", "备付", "资产负债", "产销", "周转", "毛入学"]
}
