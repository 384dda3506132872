/// 近义词: words that clerks write for one another in the name of one and the same thing, and words that are easily left out of
/// one. They never make two names one by themselves: all else of the names must agree.
enum NearWords {
  /// Words of two characters of which each may have slipped in for any other of its row.
  private static let rows = [
    "奖励 激励 奖补 奖扶", "考核 考评 评价 评估 测评 评议 点评 评定 评比", "督察 督查 督导 督办 督促", "调处 调解 化解 疏导", "指挥 调度", "监管 监督 监察 监测 监控",
    "协调 协同 协作 联动", "审批 审查 审核 评审", "培育 培养 孵化", "救助 救济 帮扶 援助 扶助", "预警 预报 预测", "处置 处理", "整治 治理 整顿", "试点 示范 试验",
    "共享 共用 互享", "融合 融通", "推进 促进 推动", "流转 交易", "转诊 分诊 服务", "引进 引育 引入", "保护 防护 保育", "补偿 补助 补贴", "征收 征迁 征拆",
    "招引 招商", "提升 提质 提振", "巡察 巡查 巡视", "反馈 回复 回访", "公示 公开 公布", "认定 认证", "分析 研判", "会商 联席 会议", "登记 备案", "接诉 受诉",
    "托育 托幼 托管 照护", "养老 助老 为老", "互助 共助", "志愿 义务", "供给 供应", "退出 退役", "考察 调研", "报告 汇报 通报", "研究 研发", "培训 实训",
    "信访 来访", "议事 协商 商议 说事 论事", "巡回 巡游", "派驻 驻派", "联系 联络 对接", "容错 免责", "诉求 诉请", "办理 受理", "快速 快捷", "绩效 业绩",
    "物流 配送", "检测 检验 检查", "核查 稽查", "改造 改建", "风险 隐患", "应急 救援", "便民 为民 利民", "帮办 代办", "专窗 窗口", "大厅 中心", "平台 系统",
    "殡葬 殡仪", "广播 播报", "指导 辅导 引导", "运行 运营 运转 运维 经营", "宣讲 宣传", "采购 购买", "储备 收储", "征集 收集", "巡护 管护 养护", "接待 接访",
    "监护 看护", "防控 防治 防范", "托养 供养", "科创 科技", "品质 质量", "文旅 旅游", "老年 老人 长者", "儿童 少儿", "困难 困境", "农村 乡村",
    "群众 百姓 市民 居民", "诊疗 诊治", "救护 救治", "筛查 普查 排查", "仲裁 裁决", "兜底 托底", "创业 创新", "推介 推广", "集采 招采",
    "直播 电商",
    "约谈 谈话", "警示 警戒", "数智 数字 智慧 智能", "信用 诚信", "维权 护权", "防灾 减灾",
  ]

  /// The row of each word, by its two characters.
  private static let groups: [UInt32: Int] = {
    var groups: [UInt32: Int] = [:]
    for (number, row) in rows.enumerated() {
      for word in row.split(separator: " ") { groups[key(Array(word.utf16)[...])] = number }
    }
    return groups
  }()

  private static func key(_ word: ArraySlice<UInt16>) -> UInt32 { word.reduce(0) { $0 << 16 | UInt32($1) } }

  /// The first characters of the words.
  private static let likely = UnitSet(words.compactMap(\.utf16.first))

  /// All words, for finding them in a text.
  static let words = rows.flatMap { Mark.texts($0) }
  static let table = PhraseTable(words)
  /// The row of each of `words`.
  static let rowOfWord = words.map { groups[key(Array($0.utf16)[...])] ?? 0 }

  /// Words that a name of a unit may have or lack without becoming another one's.
  static let light: [[UInt16]] = [
    "服务", "综合", "专项", "工作", "专属", "协同", "联动", "运营", "智慧", "公共", "统一", "共享", "交换", "信息", "信息化", "流转", "交易",
    "事务", "保障", "指挥", "专门", "联合", "常态化", "一体化", "数字化", "智能化",
  ].map { Array($0.utf16) }

  /// More of them, which the short names of offices lack by custom.
  static let lightBesidesOffices: [[UInt16]] = ["管理", "救助", "促进", "发展", "指导", "推广", "建设"].map {
    Array($0.utf16)
  }

  /// Words before the head of a title that it may have or lack.
  static let lightInTitles: [[UInt16]] = ["工作", "专项", "改革", "暂行", "若干", "进一步", "区域", "生命"].map {
    Array($0.utf16)
  }

  /// Whether two words of a name may stand for one another.
  static func areNear(_ left: ArraySlice<UInt16>, _ right: ArraySlice<UInt16>) -> Bool {
    guard likely.contains(left[left.startIndex]), let group = groups[key(left)] else { return false }
    return groups[key(right)] == group
  }

  /// Words that say what a unit does rather than what it is for: more alike there than elsewhere. 产业 and 业 are one in 林产业, 林业.
  private static let unitRows = [
    "服务 受理 办理 代办 事务 保障", "服务 管理 发展 促进 推广 指导", "运营 经营 运行 管理 监管", "协同 联动 协调 统筹 指挥 调度", "监管 监测 监督 管控 监控 管理",
    "数据 信息", "产业 叶 业", "政务 行政", "治理 管理 整治", "养老 康养 托养", "交易 交换 流通 流转", "登记 备案 注册", "物流 配送 快递 寄递 运输",
    "综合 联合 统一 集成", "投资 招商 招引 引资", "水务 水利 供水", "生态 环境 环保", "融资 金融", "财政 财务", "融媒 传媒 新媒", "房产 房屋 住房",
    "人才 人事 人力",
    "文化 文旅 文体", "企业 营商", "预防 防控 防治", "林业 林草 林木", "征收 收储 储备", "就业 创业", "供销 购销", "劳动 用工", "救助 保障",
    "促进 推进 推广 服务",
    "共享 交换 融合 整合", "评估 评价 考核 考评 认证 认定", "处置 处理 受理", "审批 审核 审查",
  ]

  /// The rows of each word in names of units, those of `rows` behind these.
  private static let unitGroups: [UInt32: [Int]] = {
    var groups: [UInt32: [Int]] = [:]
    for (number, row) in (unitRows + rows).enumerated() {
      for word in row.split(separator: " ") {
        groups[key(Array(word.utf16)[...]), default: []].append(number)
      }
    }
    return groups
  }()

  /// The rows in which a word of a unit's name stands.
  static func rowsInUnits(_ word: ArraySlice<UInt16>) -> [Int] { unitGroups[key(word)] ?? [] }

  /// Whether a unit's name may lack a word of two characters, or the second character of 茶叶, 林业, 食品.
  static func mayLack(_ word: ArraySlice<UInt16>) -> Bool { lacked.contains(key(word)) }

  private static let lacked = Set(
    ((light + lightBesidesOffices).filter { $0.count == 2 } + "叶业品果".utf16.map { [$0] }).map { key($0[...]) })
}
