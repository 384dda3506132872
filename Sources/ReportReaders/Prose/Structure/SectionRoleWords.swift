import ReportModel

/// The words by which the role of a section is known. Rows are asked from top to bottom; the first that fits decides.
enum SectionRoleWords {
  struct Row: Sendable {
    var role: SectionRole
    /// Words that may stand anywhere in the heading.
    var anywhere: WordTable<Bool>
    /// Words that the heading must end with.
    var atEnd: WordTable<Bool>

    init(_ role: SectionRole, anywhere: String = "", atEnd: String = "") {
      self.role = role
      self.anywhere = WordTable(set: anywhere)
      self.atEnd = WordTable(set: atEnd, backwards: true)
    }
  }

  static let rows: [Row] = [
    Row(.domains, atEnd: "完成情况 进展情况 落实情况 推进情况 开展情况"),
    Row(.problems, anywhere: faultsAndPlans),
    Row(.delays, anywhere: carriedOver),
    Row(
      .plan,
      anywhere: """
        下一步 下步 下一阶段 下阶段 下一年度 下年度 明年 来年 今后 改革打算 工作打算 工作计划 工作思路 工作安排 工作设想 工作谋划 努力方向 改进措施 改进方向 对策建议 整改措施 意见建议 \
        目标任务 总体要求 发展目标 预期目标 展望 怎么干 干什么 明年看点 来年看点
        """, atEnd: "改革思路 计划 打算 安排 规划 建议 谋划 设想 举措安排 工作要求 保障措施"),
    Row(
      .delays,
      anywhere:
        delayHeads
        + " 未按期完成 暂缓 推迟 撤项任务 撤项事项 撤销任务 终止任务 终止事项 终止情况 取消任务 取消事项 跨年度和 调整事项 调整任务 事项调整 任务调整 没完成的 没办结 没干完 没有干完 延期终止 延期、终止 延期和终止 延长时限 调出清单 未办结",
      atEnd: StandingWords.late.joined(separator: " ")),
    Row(
      .problems,
      anywhere:
        "存在问题 存在的问题 存在主要问题 存在的主要问题 存在的困难 存在困难 存在的不足 存在不足 主要问题 困难和问题 问题和困难 问题与不足 问题和不足 问题短板 短板不足 不足之处 薄弱环节 困难与挑战 面临的问题 面临的困难 问题及原因 清醒认识 清醒看到 正视问题 差在哪 正视不足 查摆问题 认清差距 存在差距 主要差距 需要改进的方面 需改进的方面 短板反思 有待改进的方面 改进方向 差距和不足 差距与不足 制约因素 没办好 没有办好 没做好 没有做好 没做到位 没有做到位 没到位 什么短板 哪些短板 哪些不足 哪些差距 哪些问题",
      atEnd: "问题 不足 困难 短板 弱项 差距 挑战"),
    Row(.attachments, anywhere: "附件 附表 附录"),
    Row(
      .domains,
      anywhere: """
        已完成任务 已销号任务 已办结任务 已完成的任务 已完成事项 已办结事项 已销号事项 各领域 重点领域 大领域 个领域 改革任务完成 任务完成情况 任务进展 任务落实 任务推进 各项任务 改革事项完成 重点任务 重点改革 领域改革 改革进展 改革任务落实 专项改革 改革落实 \
        各专项 分领域 推进落实情况 改革推进情况 任务全面完成
        """),
    Row(
      .overview,
      anywhere:
        "总体情况 总的情况 总的进展 总体概况 总览 总体评价 整体评价 整体进展 基本情况 总体进展 工作概况 整体情况 总体成效 工作总述 概述 综述 改革概况", atEnd: "概况"),
    Row(
      .achievements,
      anywhere: """
        工作成绩 工作成效 主要成效 取得的成效 取得成效 新成绩 新成效 主要做法 工作做法 主要工作 工作开展情况 工作情况 工作回顾 主要亮点 改革亮点 工作亮点 特色亮点 经验做法 \
        统筹调度 组织领导 统筹推进 突出成效 工作总结 主要举措 工作举措 工作进展 完成情况 典型经验
        """, atEnd: "成效 成绩 做法 亮点 回顾 进展 经验 成果"),
  ]

  /// Heads of what is said beside the fields: 需说明的事项.
  static let remarks = WordTable<Bool>(
    set: "说明 备注 其他事项 有关情况 附注 制度性成果 制度成果 成果清单 成果目录 成果一览 成果汇总 文件清单 文件目录 制度清单 制度目录")

  static let summaries = WordTable<Bool>(set: "小结 小计 合计 汇总", backwards: true)

  /// 不足与打算, 问题及下一步: headings over both, whose first part tells of faults.
  private static let faultsAndPlans = ["不足", "问题", "短板", "差距", "困难"].flatMap { fault in
    ["与", "和", "及", "以及", "、"].flatMap { and in
      ["打算", "下步", "下一步", "工作打算", "努力方向", "改进", "建议", "明年", "思路", "对策"].map { fault + and + $0 }
    }
  }.joined(separator: " ")

  /// 延期任务, 未办结的事项, 顺延清单: what is late, and what it is called.
  private static let delayHeads =
    (StandingWords.late + ["未完成", "未完", "未办结", "未办完", "未收官", "未交账", "未销号", "未了", "遗留"])
    .flatMap { verb in
      ["任务", "事项", "项目", "改革", "情况", "清单", "说明", "台账", "的"].map { verb + $0 }
    }.joined(separator: " ")

  /// 转入下年度办理, 留到明年的事项: what goes on in the next year is no plan for it.
  private static let carriedOver = ["转入", "转到", "转至", "结转", "顺延", "延", "推", "留", "拖", "移", "放", "结转到", "跨"]
    .flatMap { verb in
      ["", "到", "至", "入", "转"].flatMap { to in
        ["下年", "下一年", "明年", "次年", "来年", "下年度", "下一年度"].map { verb + to + $0 }
      }
    }.joined(separator: " ")

  /// Verbs of headings that do away with a fault.
  static let mending = WordTable<Bool>(set: "补齐 补强 补足 补短 破解 破除 化解 攻克 消除 疏通 打通")

  /// Words of headings over what was left for the next year: 两件事转入2025年.
  static let unfinished = WordTable<Bool>(set: "转入 未完成 没改完 没有改完 没完成 未办结 尚未")

  /// Words of headings that tell how the reforms were led, spread and supervised.
  static let steering = WordTable<Bool>(
    set: """
      统筹谋划 统筹协调 统筹推进 统筹调度 统筹部署 组织领导 组织保障 加强领导 坚强领导 政治站位 思想认识 高位推动 高位推进 高位部署 谋划部署 系统谋划 科学谋划 精心谋划 高位谋划 整体谋划 靠前谋划 顶层设计 改革合力 工作合力 \
      压实责任 责任落实 责任体系 落实责任 狠抓落实 抓实落实 抓好落实 推动落实 督察 督查 督办 督导 跟踪问效 考核评价 宣传引导 宣传推广 宣传推介 经验推广 总结推广 改革氛围 浓厚氛围 \
      改革部署 改革宣传 改革督察 改革督查 改革调研 改革谋划 改革调度 改革评估 改革推进情况 会议召开 \
      工作机制 运行机制 调度机制 推进机制 落实机制 保障机制 改革保障 工作保障 队伍保障 自身建设
      """)

  /// How headings end that praise the work as a whole.
  static let praiseEnds = WordTable<Bool>(
    set: """
      有力 有效 到位 有序 高效 顺畅 浓厚 扎实 明显 显著 走深走实 落地落实 落地见效 见行见效 有声有色 有力有序 坚强 坚实 健全 完善 严密 紧密 更高 更实 更强 更严 更足 更浓 更优 更深 更紧 \
      更准 提升 增强 强化 凸显
      """, backwards: true)

  /// Sentences that open a theme without a heading.
  static let leads = WordTable<SectionRole>(rows: [
    (.overview, "以上对账 以上各项 以上事项 综合以上 汇总以上 综合各领域 汇总各领域 以上各领域 上述各领域 以上领域 各领域合计 以上合计 综上,全年 综上,年初 总的算下来 归总起来"),
    (
      .plan,
      "下一步 下步 下一阶段 下阶段 我们初步考虑 今后 接下来 明年 来年 新的一年 下一步工作中 面对新形势 下一年 打算: 工作打算: 下步打算: 工作计划: 努力方向: 今年,我们将 今年我们将 今年,我们打算 今年我们打算 今年,我办将 今年,拟 关于今年的工作,建议 关于今年工作,建议 关于今年的工作,我们 关于今年工作,我们 关于今年的工作,拟 新年度 新的一年里"
    ),
    (
      .problems,
      "不足: 存在不足: 问题: 存在问题: 主要问题: 主要不足: 短板: 不足主要体现在 不足主要表现在 问题主要体现在 问题主要表现在 差距主要体现在 差距主要表现在 短板主要体现在 短板主要表现在 主要问题有 主要不足有 当前,还存在 目前,还存在"
    ),
  ])

  /// 各位委员,…: whom a speaker turns to anew, behind the fields.
  static let addressees = WordTable<SectionRole>(rows: [(.overview, "各位委员 各位领导 各位代表 同志们 各位同志")])

  /// How an address goes over to what comes next: 再汇报…, 最后讲讲….
  static let turns = WordTable<Bool>(set: "再 最后 下面 接着 接下来 然后 其次 第二 第三 第四 还要")
  static let telling = WordTable<Bool>(set: "汇报 报告 讲 谈 说")
  static let announced = WordTable<SectionRole>(
    rows: [
      (.problems, "不足 问题 短板 差距 困难"),
      (.plan, "考虑 打算 安排 思路 计划 想法 设想 怎么干 怎么干\u{201D} 怎么抓 怎么抓\u{201D} 怎么办 怎么办\u{201D}"),
      (.delays, "欠账 欠账\u{201D}"),
    ], backwards: true)

  /// 工作中的问题,…: what a speaker turns to.
  static let topics = WordTable<SectionRole>(rows: [
    (
      .problems,
      ["工作中的", "工作中存在的", "工作上的", "改革中的", "存在的", "目前的", "当前的"].flatMap { of in
        ["问题,", "不足,", "短板,", "差距,", "困难,"].map { of + $0 }
      }.joined(separator: " ")
    ),
    (
      .plan,
      ["明年", "来年", "下一年", "新一年", "下一步"].flatMap { year in
        ["的打算,", "的考虑,", "的安排,", "的工作,"].map { year + $0 }
      }.joined(separator: " ")
    ),
  ])

  /// What so many of are told of: 发现两点不足:.
  static let counted = WordTable<Bool>(
    set: "问题 不足 短板 差距 困难 薄弱环节 短板弱项 薄弱之处 不足之处 不足和短板 困难和问题 问题和不足 问题短板", backwards: true)
  static let counters = WordTable<Bool>(set: "个方面 方面 个 点 条 项 处 类 大", backwards: true)

  /// 还有自身的不足: how a sentence begins that owns to faults.
  static let stillThere = WordTable<Bool>(
    set: "还有 还存在 仍有 仍存在 尚有 尚存在 也有 也存在 依然有 依然存在 仍然有 仍然存在 同样有 同样存在 还看到 也看到")

  /// Words that tell what a year is to bring: 2023年,我县考虑….
  static let intents = WordTable<Bool>(set: "考虑 打算 拟 将 计划 准备 力争 谋划")
  /// The same, before a list: 2025年重点抓好三件事:.
  static let emphases = WordTable<Bool>(set: "重点抓 重点推进 重点做 着力抓 集中抓 主要抓 主抓 要抓 抓好 突出抓 将 拟 计划 打算 力争 准备")

  /// Words that make a sentence one about faults, when 问题, 不足 … stands in it too.
  static let faults = WordTable<Bool>(
    set:
      "存在着一些问题 存在一些问题 还存在一些 仍存在一些 还存在着 还存在以下 仍存在以下 存在以下问题 存在的问题 存在的主要问题 存在的不足 主要问题是 仍存在不少 还存在不少 存在不少 也存在一些 存在一定差距 存在一些不足 面临一些困难 面临不少困难 存在问题 存在困难 还有短板 仍有短板 还有不足 仍有不足 还存在短板 仍存在短板 不足也很明显 问题也很明显 短板也很明显 差距也很明显 不足同样明显 问题同样明显 短板同样明显 不足也较明显 问题也较明显 还存在差距 存在差距 还存在一定 还有一些不足 还有不少差距 仍有差距 还有差距 尚有差距 还有不小差距 还有一定差距 不足之处 不少薄弱环节 一些薄弱环节 薄弱环节: 短板比较突出 短板较为突出 短板仍较突出 短板依然 问题比较突出 问题较为突出 困难不少 不足主要 差距主要 没有做好的地方 还不够好的地方 也清醒看到 也清醒地看到 也清醒认识到 也清醒地认识到 也要清醒看到 存在的短板 存在短板 存在的差距 存在的薄弱 短板和不足 不足和短板 也有遗憾 留有遗憾 也有不足 也有短板 不容忽视 不容回避 不能回避 不可忽视 不能忽视 需要正视 需正视 必须正视 应当正视"
  )
}
