import ReportModel

extension LedgerSchema {
  private static let origin: [Field] = [
    Field("出处", .text, "在来源文件中的位置，例如“第二部分第三段”"),
    Field("待核", .texts, "需要人工核对的栏目名称"),
  ]

  private static let counts: [Field] = [
    Field("任务数", .integer, "来源只给出数目、未逐项列出任务时填写；能数出来的不填", aliases: ["任务总数", "改革任务数"]),
    Field("完成数", .integer, "来源只给出数目时填写", aliases: ["已完成数"]),
    Field("延期数", .integer, "来源只给出数目时填写"),
    Field("制度性成果数", .integer, "来源只给出数目时填写", aliases: ["成果数", "制度成果数"]),
  ]

  static let reportFields: [Field] =
    [
      Field("年度", .integer, "报告所写的年度，例如 2021", aliases: ["年份"], required: true),
      Field("地区", .item(.place), "全称、简称、自称", aliases: ["区县", "地方"], required: true),
      Field("标题", .text, "报告标题；不填则按年度和地区生成", aliases: ["报告标题"]),
      Field("报告单位", .text, "报告的落款单位", aliases: ["编制单位", "发文机关", "落款单位"]),
      Field("成文日期", .date, "例如 2022-07 或 2022-07-15", aliases: ["报告日期", "落款日期"]),
      Field("署名", .choice(SignaturePlace.allCases.map(\.rawValue)), "单位和日期的位置：题注在标题下，落款在正文后"),
      Field("主送", .text, "主送机关", aliases: ["主送机关"]),
      Field("完成率口径", .choice(CompletionBasis.allCases.map(\.rawValue)), "完成率按哪些任务计算", aliases: ["口径"]),
      Field("导语", .text, "开头一段", aliases: ["前言"]),
      Field("工作成绩", .items(.narrative), "总体工作，一条一项", aliases: ["总体工作", "主要做法", "工作成效", "主要成绩"]),
      Field("领域", .items(.domain), "各领域（专项小组）及其任务，按报告次序", aliases: ["专项小组", "改革领域", "大类"]),
      Field("任务", .items(.task), "不按领域分列时的任务清单，每项须写明领域", aliases: ["改革任务", "改革事项", "任务清单"]),
      Field("制度性成果", .items(.output), "制度性文件；也可写在任务下", aliases: ["成果", "制度成果", "成果清单"]),
      Field("存在问题", .items(.narrative), "存在的问题，一条一项", aliases: ["问题", "问题和不足", "存在不足"]),
      Field("下一步", .items(.narrative), "下一步打算，一条一项", aliases: ["下一步工作", "下一步打算", "工作打算", "下步工作"]),
      Field("附件", .texts, "附件名称，按次序，不写“附件1”", aliases: ["附件清单"]),
    ] + counts + [
      Field("数据", .items(.figure), "来源给出的其他数字", aliases: ["指标数据"]),
      Field("来源", .items(.source), "填写本台账所依据的文件", aliases: ["数据来源", "资料来源"]),
    ] + origin

  static let placeFields: [Field] = [
    Field("全称", .text, "例如 某某市某某区", aliases: ["名称"], required: true),
    Field("简称", .text, "例如 某某区"),
    Field("自称", .text, "报告中对本地的称呼，例如 我区"),
  ]

  static let narrativeFields: [Field] =
    [
      Field("内容", .text, "这一条的正文", aliases: ["正文"]),
      Field("小标题", .text, "这一条的小标题", aliases: ["标题", "题目"]),
    ] + origin

  static let domainFields: [Field] =
    [
      Field("名称", .text, "例如 经济体制改革", aliases: ["领域", "领域名称", "专项小组"], required: true),
      Field("任务", .items(.task), "本领域的改革任务，一条一项", aliases: ["改革任务", "改革事项", "任务清单"]),
      Field("概述", .text, "本领域的总体情况"),
    ] + counts + [
      Field("数据", .items(.figure), "来源给出的其他数字", aliases: ["指标数据"])
    ] + origin

  static let taskFields: [Field] =
    [
      Field(
        "名称", .text, "改革任务的名称",
        aliases: ["任务名称", "工作任务", "改革任务", "改革事项", "事项", "事项名称", "任务", "项目内容", "重点任务"], required: true),
      Field("编号", .text, "台账内唯一的编号，例如 经济-01", aliases: ["任务编号", "序号"]),
      Field("领域", .text, "所属领域；写在领域下的任务不填", aliases: ["所属领域", "专项小组", "大类"]),
      Field(
        "牵头单位", .text, "对任务负总责的单位",
        aliases: ["主要责任单位", "牵头责任单位", "市级牵头责任单位", "牵头部门", "牵头单位及主要负责人"]),
      Field("责任单位", .units, "配合单位；没有牵头单位一栏时，第一个是牵头单位", aliases: ["配合单位", "协同责任单位", "协同配合单位", "配合部门"]),
      Field("完成时限", .deadline, "例如 2021-09、三季度、年底、长期", aliases: ["时限", "完成时间", "完成期限", "时间节点"]),
      Field(
        "状态", .status, "已完成、推进中、未启动、延期、终止；其他说法照原文填写",
        aliases: ["完成状态", "任务状态", "办理状态", "调整类型", "调整方式", "处理方式", "处置方式"]),
      Field(
        "进展情况", .text, "做了什么、取得什么成效", aliases: ["进展", "落实进展情况", "工作进展", "完成情况", "落实情况", "推进情况"]),
      Field("制度性成果", .items(.output), "由此产生的文件", aliases: ["成果", "成果形式", "制度成果"]),
      Field("延期", .item(.delay), "延期的原因、延至何时、由哪次会议审议", aliases: ["延期情况"]),
      Field("延期原因", .text, "同“延期”中的“原因”", aliases: ["未完成原因"]),
      Field("延至", .deadline, "同“延期”中的“延至”"),
      Field("原任务", .item(.earlierTask), "上年结转任务在上年台账中的编号"),
      Field("数据", .items(.figure), "来源给出的其他数字", aliases: ["指标数据"]),
      Field("备注", .text, "其他需要说明的"),
    ] + origin

  static let delayFields: [Field] = [
    Field("原因", .text, "为什么延期", aliases: ["延期原因", "未完成原因"]),
    Field("延至", .deadline, "新的完成时限", aliases: ["延期至", "新时限", "调整后时限", "调整后完成时限", "完成时限调整为", "延期后时限"]),
    Field("审议", .text, "同意延期的会议", aliases: ["审议会议", "批准会议", "审批"]),
  ]

  static let earlierTaskFields: [Field] = [
    Field("年度", .integer, "上年台账的年度", required: true),
    Field("编号", .text, "在该年台账中的编号"),
    Field("名称", .text, "在该年台账中的名称"),
  ]

  static let outputFields: [Field] =
    [
      Field("名称", .text, "文件标题，可不写书名号", aliases: ["文件名称", "标题", "成果名称"], required: true),
      Field("文号", .text, "例如 某政办〔2021〕5号", aliases: ["发文字号"]),
      Field("发文单位", .text, "印发的机关", aliases: ["印发单位", "制发单位"]),
      Field("印发日期", .date, "例如 2021-05-20", aliases: ["印发时间", "发文日期"]),
      Field("任务", .texts, "所属任务的编号", aliases: ["对应任务", "任务编号", "所属任务"]),
      Field("领域", .text, "所属领域；写了任务的不填", aliases: ["所属领域"]),
    ] + origin

  static let figureFields: [Field] =
    [
      Field("指标", .text, "量的是什么，例如 停车位", aliases: ["名称", "指标名称"], required: true),
      Field("数值", .number, "例如 25808、1.5万、3-5、91.4%", aliases: ["数", "值"], required: true),
      Field("单位", .text, "例如 个、项、平方米、%", aliases: ["计量单位"]),
      Field("约数", .choice(Approximation.allCases.map(\.rawValue)), "原文中表示不确切的字"),
      Field("截至", .text, "数字截至何时，例如 2022-11", aliases: ["截至时间", "截止"]),
    ] + origin

  static let sourceFields: [Field] = [
    Field("名称", .text, "文件或报道的名称", aliases: ["文件名称", "标题"], required: true),
    Field("日期", .text, "文件或报道的日期", aliases: ["发布日期"]),
    Field("发布单位", .text, "由谁发布", aliases: ["发布者", "出处"]),
    Field("说明", .text, "其他需要说明的", aliases: ["备注"]),
  ]
}
