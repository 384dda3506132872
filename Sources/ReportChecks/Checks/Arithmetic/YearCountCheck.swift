import ReportModel

/// 年数: so many years, held against the years that the sentence names: 连续五年 of 2019年至2022年, 成立九周年 of 2014年 and 2024年, 1958年出生…75岁.
struct YearCountCheck: DraftCheck {
  let about = CheckDescription(
    "arithmetic.year-count", .error, "年数与写明的年份不符",
    rationale:
      "“连续N年”按首尾年份都算在内，后面逐年列出的也按列出的年数核对；“三年（2021年、2022年、2023年）”“四个月（9月至12月）”按括号里的年月核对；周年按成立、挂牌的年份算，建党、新中国成立等年份是公认的；年龄允许虚一岁。没有写明起止年份的不作判定。",
    source: "实务",
    triggering: [
      .draft("该镇2019年至2022年[[连续5年]]获评省级卫生镇。"),
      .draft("自2018年起，[[连续3年]]位居全市前列，2021年为第四个年头。"),
      .draft("改革案例[[连续四年]]入选，2021年入选2个、2022年入选3个、2023年入选1个。"),
      .draft("投诉量[[连降4个季度]]：2022年四季度和2023年一、二季度分别下降2%、3%、5%。"),
      .draft("2022年以来的[[三年]]（2022年、2023年），建成公园46个。"),
      .draft("办法试行以来的[[半年]]（9月至12月），遴选干部35名。"),
      .draft("2021年是中国共产党成立[[90周年]]。"),
      .draft("区政务中心2014年挂牌，2024年迎来成立[[九周年]]。"),
      .draft("徐某，1958年出生，2023年[[75岁]]，担任改革顾问。"),
      .draft("五年过渡期从2021年算起，到2024年底已走过[[三个年头]]。"),
      .draft("三年行动[[自2020年起，到2023年]]结束，三年间压减法人户数41户。"),
      .draft("三年行动（2022—2024年）稳步推进，前两年即[[2022年、2024年]]改造企业64家。"),
    ],
    silent: [
      .draft("该镇2018年至2022年连续5年获评省级卫生镇，2019年到2022年连续三年增长。"),
      .draft("自2018年起连续4年位居前列，2021年为第四个年头。连续三年入选，2022年入选3个、2023年入选1个等情况见附表。"),
      .draft("投诉量连降3个季度：2022年四季度和2023年一、二季度分别下降2%、3%、5%。"),
      .draft("近三年（2020—2023年）建成公园46个，2021年以来的三年（2021年、2022年、2023年）改造管网。"),
      .draft("2021年是中国共产党成立100周年。2024年，新中国成立75周年、政务中心成立五周年系列活动举行。"),
      .draft("区政务中心2014年挂牌，2024年迎来成立十周年。徐某1958年出生，2023年65岁。"),
      .draft("2014年建成的社区，2024年慰问75岁以上老人63名。"),
      .draft("三年行动自2020年6月启动，到2023年6月结束。2021年启动，到2024年走过三个年头。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let draft = input.draft, let prose = input.prose else { return }
    let counts = YearCounts(draft: draft, prose: prose)
    for sentence in draft.sentences where !sentence.times.isEmpty {
      for fault in counts.faults(in: sentence) {
        result.report(draft.text.place(fault.range), fault.message, "请核对年份和年数")
      }
    }
  }
}
