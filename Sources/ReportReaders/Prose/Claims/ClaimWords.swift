import ReportModel

/// The words by which a figure's measure and time are known. Tables: a new cue is a word in a row.
enum ClaimWords {
  /// Nouns that a count of tasks stands before or behind.
  static let tasks = WordTable<Bool>(
    set: """
      改革任务 改革事项 改革举措 改革项目 改革要点 重点改革 重点任务 重点事项 年度任务 年度改革任务 年度事项 工作任务 具体任务 重点工作任务 任务 年度改革 \
      重点改革任务 重点改革事项 重点改革项目 改革重点任务 具体改革任务 子任务 目标任务 要点任务 改革要点共 要点共 区级改革要点 年度要点 要点 工作要点任务 台账任务 改革台账 任务台账 台账 立项改革 部署改革 安排改革 承担改革 实施改革
      """)

  /// Nouns that a count of institutional outputs stands before or behind.
  static let outputs = WordTable<Bool>(
    set: """
      制度性成果 制度成果 制度性文件 制度文件 制度性成果文件 改革制度文件 制度创新成果 改革制度成果 制度规范性文件 建章立制
      """)
  /// Nouns that mean institutional outputs where a verb says that they were issued.
  static let issuedOutputs = WordTable<Bool>(
    set: "改革文件 政策文件 规范性文件 改革成果 制度机制 政策制度 改革方案 制度规范 配套文件 改革制度 制度办法 制度 文件")
  /// The verbs that say so.
  static let issuing = WordTable<Bool>(set: "出台 印发 制定 形成 推出 制订")

  /// What fields of reform are called when they are counted.
  static let domains = WordTable<Bool>(set: "领域 重点领域 改革领域 方面领域 专项领域 专项小组 专项改革 改革专项 专项改革领域 重点改革领域")

  /// Words that say a task is done.
  static let completed = WordTable<Bool>(
    set: "完成 办结 落地见效 全部落实 全部落地 如期落地 按期落地 按时落地 画上句号 交出答卷 交账 交卷 收官 做完 办完 干完 销号 销账 结项 结题")
  /// Words behind them that make a noun of it: 完成情况.
  static let aspects = WordTable<Bool>(set: "率 之年 之战 情况 明细 进度 清单 时限 台账 质量 标准 时间 进展")
  /// Words that say so right before a bare number behind one of tasks.
  static let built = WordTable<Bool>(
    set: "建成 结项 落地 结题 办成 落实 办结 落实到位 落地见效 办理完毕 验收通过 通过验收 交账 收官 交卷 销账 对账销号 兑现 办成了 办完了 办结了 做成了 干成了 交了账",
    backwards: true)
  /// Words that make it a count of other things.
  static let added = WordTable<Bool>(set: "新增 累计 新推出 新上线 新认定")
  /// Words that make a bare number the sum of the numbers of tasks before it.
  private static let sums = WordTable<Bool>(set: "合计 共计 总计 总共", backwards: true)
  /// Items of other kinds than the tasks: what units may do, approve or certify.
  static let otherItems = WordTable<Bool>(
    set: "履职事项 职责事项 收回事项 下放事项 赋权事项 服务事项 政务事项 审批事项 许可事项 执法事项 权力事项 监管事项 证明事项 民生实事 政策措施",
    backwards: true)
  /// Whether the words of a clause before a figure make it a sum: ,共46项.
  static func sums(_ before: Range<Int>, in units: UnsafeBufferPointer<UInt16>) -> Bool {
    sums.match(before: before.upperBound, in: units, start: before.lowerBound) != nil
      || before.count == 1 && units[before.lowerBound] == Unit.of("共")
  }
  /// What may follow a bare number of tasks done: 完成38项均已见效.
  static let behindCounts = WordTable<Bool>(
    set: """
      任务 事项 改革 项目 工作 重点 年度 要点 举措 的 均 已 全部 因 未 按 如期 并 占 较 超 以上 左右 其中 分别 落地 见效 办结 销号 提前 比 另 剩余 其余 还 有 尚 正 推进 延期 终止 顺延 结转 暂缓 推迟 需 \
      完成 达 率 和 与 及 以 同 在 为 是 经 由 都 且 后 中 每 平均 当年 年底 年内 至 到 将 无 从 可
      """)
  /// What a field's tasks are called where its section begins: 7件事项中办结5件.
  static let items = WordTable<Bool>(set: "事项")
  /// What may follow them there.
  static let behindItems = WordTable<Bool>(set: "中 全部 均 都 已 办结 完成 延期 推进 年内 , 、")
  /// Words that say tasks were looked into: 督办改革事项46件.
  static let lookingInto = WordTable<Bool>(set: "督办 督查 督察 交办 转办 抽查 暗访")
  /// Words that say who leads tasks.
  static let leading = WordTable<Bool>(set: "领衔 领办 包抓 包保 领题 领导牵头")
  /// Words that say a task is postponed.
  /// 跨年度任务 may be meant to take longer than a year.
  static let delayed = WordTable<Bool>(
    set: StandingWords.late.filter { !$0.hasSuffix("跨年") && !$0.hasSuffix("年度") }.joined(separator: " ")
      + " 延至 延长时限 延长期限 延长时间 需跨年 转入明年 转入下年 转入次年 跨入明年 跨到明年 移到下年 放到明年 推到明年 转到明年 留到明年 拖到明年 移到明年")
  /// Words that say a task is neither.
  static let open = WordTable<Bool>(
    set:
      "推进中 在途 正在推进 进展未载明 进展不明 未报进展 未完成 正在实施 有序推进 加快推进 持续推进 未启动 正在办理 长期推进 长期坚持 基本完成 没有完成 没完成 没能完成 未能完成 未能按期完成 未能如期完成 未如期完成 未按时完成 尚未完成 未按期完成 不能完成 无法完成 能完成 终止 取消 不再实施 不再推进 中止 撤销 合并实施 调出清单 移出清单"
  )
  /// Words that make a number of tasks the number of all of them.
  static let totals = WordTable<Int>(rows: [
    (3, "共计 总计 合计 共有 全年共 共承担 共部署 共安排 共确定 共明确 共梳理 共涉及 共列出 共实施 共推进"),
    (2, "共 明确 确定 部署 安排 承担 梳理 列出 涉及 谋划 下达 提出 制定 立项"),
    (1, "推进 实施 开展"),
  ])

  /// The completion rate's names.
  static let rates = WordTable<Bool>(set: "完成率 任务办结率 事项办结率 年度办结率 改革办结率")
  /// Names that a rate of completion goes by where tasks were counted just before: 排定任务39件,落地35件,落地率89.74%.
  static let contextualRates = WordTable<Bool>(set: "落地率 销号率 办结率 完结率")
  /// What may stand right before 完成率 when it is that of the tasks.
  static let rateOwners = WordTable<Bool>(set: "任务 改革 总体 整体 按期 总 全年 年度 综合 事项 后 , : ; 。 的", backwards: true)

  /// Words between a figure and its noun that end the noun's words.
  static let verbs = WordTable<Bool>(
    set: """
      全部 已 均 完成 参与 得到 获得 实现 达到 用于 投入 进行 开展 占 同比 较 比 以上 左右 左右的 其中 分别 被 由 在 为 将 可 能 并 且 来自 进入 受益 落户 落地 入库 挂牌 正式 \
      顺利 建成 投产 开工 竣工 升级 通过 提供 覆盖 惠及 增长 下降 增加 减少 提高 提升 以及 和 与 及 或 到 至 给 向 从 对 让 使 因 等 赴 前往 加入 担任 兼任 下沉 签订
      """)

  /// Words before a figure that are not part of what it measures.
  static let fillers = WordTable<Bool>(
    set: """
      达到 达 为 共 共计 总计 合计 累计 完成 实现 新增 增加 增长 下降 减少 提高 提升 近 约 超 超过 突破 有 了 已 已经 共有 其中 分别 高达 仅 只 至 到 占 是 计 总 均 各 全年 目前 年均 \
      同比 同比增长 同比下降 较上年 比上年 均达 已达 分别达 分别为 约为 已有 拥有 设有 建成 建立 组织 开展 举办 新建 累计完成 共完成
      """, backwards: true)

  /// Words that a measure does without at its beginning.
  static let leads = WordTable<Bool>(
    set: "、 已为 已 其中 该区 该县 该市 全区 全县 全市 共计 共完成 共 目前 同时 还在 还 也 并 截至目前 累计 为 今年 全年 又 和 及 与 以及 实现 完成")

  /// Words right before a figure that make it a change.
  static let changes = WordTable<Change>(
    rows: [
      (.up, "增长 增加 增长了 增加了 提高 提高了 提升 提升了 上升 上升了 多 增长约 增长近 增长超 上涨 扩大 增长至少 翻 增幅 增速 涨幅 增幅达 增速达 多出"),
      (.down, "下降 下降了 减少 减少了 降低 降低了 压缩 压缩了 缩短 缩短了 低于 下调 少 降幅 压减 精简 下滑 回落 降幅达 减少约 减少近 降低约"),
    ], backwards: true)

  /// 比上年多办, 较2024年少接: how much more or less was done, by the word before the verb.
  static let comparedVerbs = WordTable<Change>(rows: [(.up, "多"), (.down, "少")])
  static let notCompared = WordTable<Bool>(set: "多数 多次 多家 多个 多种 多项 少数 少年 少儿 多元 多样 多跨")
  /// 高出上年208张: by how much, and not what there was.
  static let above = WordTable<Change>(
    rows: [
      (.up, beyond(["高出", "高于", "多于", "多出", "超出"])), (.down, beyond(["低于", "少于", "低出", "少出"])),
    ], backwards: true)

  private static func beyond(_ verbs: [String]) -> String {
    verbs.flatMap { verb in ["上年", "去年", "上年同期", "去年同期", "上一年"].map { verb + $0 } }.joined(separator: " ")
  }

  /// Words that make a clause speak of a plan.
  static let plans = WordTable<Bool>(
    set:
      "力争 计划 预计 拟 将达 将新增 将完成 将建 将全面 将实现 目标为 确保到 争取在 争取实现 争取完成 争取达到 争取到20 争取于 争取年 将打造 将培育 将实施 将推进 将再 将超过 将增加 逐步为 要达到 要实现 年增长将"
  )

  /// Words beside 计划 that make it a noun: what was planned, not a plan.
  static let plannedBefore = WordTable<Bool>(set: "年度 全年 年初 原 原定", backwards: true)
  static let plannedAfter = WordTable<Bool>(set: "的 数 任务 目标")

  /// Of them, those by which a year's tasks are told of when it is over: 年初计划实施改革任务40项.
  static let yearsPlan = WordTable<Bool>(set: "计划实施 计划完成 计划推进 计划安排 计划开展 计划部署 计划 改革计划")

  /// Words that make a figure a running total.
  static let cumulative = WordTable<Bool>(set: "累计 以来 历年 总数达 总量达 总计已")

  /// Verbs right before a figure, which belong to it and not to the figure before.
  static let verbsBefore = WordTable<Bool>(
    set: (StandingWords.done + StandingWords.late).joined(separator: " ")
      + " 交卷 交出答卷 画上句号 已完成 完成了 共 已 终止 已经 累计 约 近 超 超过 中有 中 有 , :", backwards: true)

  /// Words that tell of fields one by one.
  static let oneByOne = WordTable<Bool>(set: "依次完成 依次办结 依次延期 分别完成 分别办结 分别延期 各完成 各延期")

  /// How tasks were done, of those that were.
  static let manners = WordTable<Bool>(
    set: "提前完成的 按期完成的 按时完成的 如期完成的 逾期完成的 超期完成的 补完的 滞后完成的", backwards: true)

  /// Words of what is asked, not told.
  static let questions = WordTable<Bool>(set: "怎么 如何 怎样 为什么 为何 什么")

  /// What bears some of the tasks: 3项以上任务的部门.
  static let bearers = WordTable<Bool>(
    set: "任务的有 任务的单位 任务的部门 任务的乡镇 任务的街道 任务的镇街 任务的领域 任务的小组 事项的有 事项的单位 事项的部门")

  /// Words before a number of what is left.
  static let rest = WordTable<Bool>(set: "其余 其他 另有 另外 剩余 余下 还有 其中", backwards: true)

  /// Words before a number of tasks that came over from the year before.
  static let carriedOver = WordTable<Bool>(
    set: "含结转 上年结转 去年结转 上年度结转 往年结转 历年结转 含上年 上年延期 去年延期 上年度延期")

  /// What tasks are grouped by, where they are counted: 八大类七十三项.
  static let kinds: Set<String> = ["大类", "类", "方面", "个方面", "大方面", "领域", "大", "块", "大块", "大项"]

  /// Words between a noun and its count.
  static let between = WordTable<Bool>(set: "共 共计 总计 合计 总数 总量 数 有 为 是 达 计 累计 已 : 等")
  /// Words between them that make the count one of something else.
  static let verbsBetween = WordTable<Bool>(
    set: "完成 参与 实现 开展 推进 形成 出台 印发 制定 产生 得到 因 已 均 由 涉及 用于 以上 的 按 分")
}
