import ReportModel

/// 语病: words that cannot stand together in one clause: a sentence without a subject, one negation too many, two predicates of two drafts.
struct FaultySentenceCheck: DraftCheck {
  let about = CheckDescription(
    "wording.faulty-sentence", .warning, "句子有语病",
    rationale:
      "“通过……，使……”没有主语；“防止不发生”“切忌不要”多了一层否定，意思相反；“目的是为了”“不超过……以内”意思重复；“组建由……组成”“由……负责……承担”是两种写法各留了一半。只查词与词的固定搭法，不猜句子的意思。",
    source: "实务；现代汉语语法",
    triggering: [
      .draft("[[有力的推动了]]任务落地。坚持用[[群众地获得感]]检验成色。3[[个以交付]]使用。改革由旗农牧局[[牵头的组织实施]]。"),
      .draft("推进集团化办学。[[进一步行政复议与行政诉讼衔接机制]]，办结率[[百分之98.6%]]。"),
      .draft("[[开展了为期五个月的集中]]，查处问题73起。全年共[[受群众诉求]]98件。区生态环境[[局区交通运输]]局联合监管。全年[[受理群众]]。"),
      .draft("[[通过推行集成授权，使]]审批链条大幅缩短。[[在区委的坚强领导下，使]]改革蹄疾步稳。[[随着流转平台的开通，方便了]]群众购药。"),
      .draft("推行执法全过程记录，[[防止不发生]]随意执法。[[切忌不要]]搞盆景式示范点。各单位[[无不没有]]怨言。"),
      .draft("改革的[[目的是为了]]方便群众，两地[[互相互]]认证照26种，[[目前现在]]已有8个镇建成队伍。"),
      .draft("区级[[组建由公安、城管等部门组成]]。厂网由水务集团[[负责统一运营管理承担]]。[[关键在于坚持党的领导是根本保证]]。"),
      .draft("小组[[制定了年度要点制定完成]]。平台上线后，[[实现对资金流向实时监控得到实现]]。[[让纳税人]]。"),
      .draft("煤炭消费占比[[控制60%以内]]。区委编办[[召开座谈1]]4场。[[举全区之]]创建文明城市。"),
      .draft("[[尽管项目大小、投资多少，都]]由专人帮办。投诉量[[下降了两倍]]。保障[[范围从低保群体逐步扩大]]低收入家庭。"),
      .draft("区文旅局[[完成了文化馆总分馆制改革已覆盖]]全部乡镇。低空经济、先进制造业[[、等]]产业用地弹性供应。"),
      .draft("改革[[涉及到]]14个部门，审批时间[[不超过10个工作日以内]]。我区这一[[做法国家发展改革委列为]]典型案例。"),
    ],
    silent: [
      .draft("有力的推动作用，3个以完成验收为前提，把改革作为牵引，将以改革为牵引，进一步机制化，接受群众投诉，市公安局市区分局。"),
      .draft("通过推行集成授权，审批链条大幅缩短。区委通过改革，使链条缩短。我们坚持改革，使群众受益。"),
      .draft("防止事故反弹，确保不发生重大风险。切忌急躁。群众无不称赞。目前，现在的做法已推广。"),
      .draft("组建由公安、城管等部门组成的专班。由水务集团负责运营、环保部门承担监管。管护由各村分头负责改为镇级统一负责。关键在于落实，党的领导是根本保证。"),
      .draft("制定了年度要点，方案制定完成。实现监控，目标得到实现。让企业满意。"),
      .draft("煤炭消费占比控制在60%以内，召开座谈会14场，召开专题会议3次，举全区之力创建文明城市。"),
      .draft("尽管任务繁重，都按期完成。由2倍降为1.5倍，投诉量下降六成。保障范围从低保群体逐步扩大到低收入家庭。"),
      .draft("完成了改革的乡镇已覆盖九成。钢铁、等离子焊接等产业。时间不超过10个工作日，至少3年，至少打造1个市级以上品牌。习惯于等文件、等资金。相关做法被国家发展改革委列为典型，经验省级推广。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let draft = input.draft, let prose = input.prose else { return }
    var end = 0
    Self.openers.scan(prose.units) { number, opener in
      let row = Self.rows[Self.rowOfOpener[number]]
      guard opener.lowerBound >= end, prose.isRead(opener.lowerBound), !prose.isQuoted(opener.lowerBound),
        !prose.isTitle(opener.lowerBound), let range = row.fault(opener, prose)
      else { return }
      end = range.upperBound
      result.report(
        draft.text.place(range), "“\(draft.text.string(range))”\(row.fault.message)", row.fault.advice)
    }
  }

  private static let openers = PhraseTable(rows.flatMap(\.openers))
  private static let rowOfOpener = rows.enumerated().flatMap { row, content in
    content.openers.map { _ in row }
  }
}

/// 语病的一种: what opens it, what completes it, and where the two must stand.
private struct FaultRow {
  enum Fault {
    case noSubject, negation, repetition, twoPredicates, noObject, lostWord, mismatch, pause, particle,
      stray, already, lostPause

    var message: String {
      switch self {
      case .noSubject: "没有主语"
      case .negation: "多了一层否定，意思相反"
      case .repetition: "意思重复"
      case .twoPredicates: "前后两种写法各留了一半"
      case .noObject: "没有说完"
      case .lostWord: "中间漏了字"
      case .mismatch: "前后的词不相配"
      case .pause: "多了一个顿号"
      case .particle: "“的”“地”用错了"
      case .stray: "多了一个“的”"
      case .already: "的“以”疑为“已”"
      case .lostPause: "两个单位之间漏了顿号"
      }
    }

    var advice: String {
      switch self {
      case .noSubject: "请删去前面的介词或后面的“使”，或补出主语"
      case .negation: "请删去一个否定词"
      case .repetition: "请删去一个"
      case .twoPredicates: "请只留一种写法"
      case .noObject: "请补全这一句，或与下一句连起来"
      case .lostWord: "请补上漏掉的字"
      case .mismatch: "请换用相配的词：无条件的用“不管”“无论”，减少的幅度不用“倍”"
      case .pause: "“等”前面不用顿号，请删去"
      case .particle: "名词前用“的”，动词前用“地”，请改正"
      case .stray: "请删去“的”"
      case .already: "如指已经做到，请改为“已”"
      case .lostPause: "请补上顿号"
      }
    }
  }

  let fault: Fault
  let openers: [String]
  /// What must follow: at most so many characters on, in the same clause.
  var closers: [[UInt16]] = []
  var reach = 0
  /// Whether the opener must begin its sentence, and the closer the clause behind its first comma.
  var frames = false
  /// What must end the first clause of a frame, where its opener alone is no sign of one.
  var frameEnds: [[UInt16]] = []
  /// Whether the closer must end its clause.
  var atEnd = false
  /// Whether the opener must begin its clause.
  var begins = false
  /// What excuses it between the two, or right behind the opener where no closer is wanted.
  var unless: [[UInt16]] = []
  /// What excuses it in the clause behind the closer, or behind an opener that wants none.
  var unlessBehind: [[UInt16]] = []
  /// What excuses it in the clause before the opener.
  var unlessBefore: [[UInt16]] = []

  init(
    _ fault: Fault, _ openers: String, then closers: String = "", within reach: Int = 0, unless: String = ""
  ) {
    self.fault = fault
    self.openers = Mark.texts(openers)
    self.closers = Mark.words(closers)
    self.reach = reach
    self.unless = Mark.words(unless)
  }

  /// Where the fault stands that an opener begins.
  func fault(_ opener: Range<Int>, _ prose: CheckProse) -> Range<Int>? {
    if frames { return frame(opener, prose) }
    if begins, !Self.beginsClause(opener.lowerBound, prose) { return nil }
    let clause = opener.lowerBound..<prose.clause(around: opener).upperBound
    let before = prose.clause(around: opener).lowerBound..<opener.lowerBound
    if prose.hasAny(unlessBefore, in: before) { return nil }
    guard !closers.isEmpty else {
      return atEnd && clause.upperBound != opener.upperBound || prose.hasAny(unless, at: opener.upperBound)
        || prose.hasAny(unlessBehind, in: opener.upperBound..<clause.upperBound) ? nil : opener
    }
    let last = min(clause.upperBound, opener.upperBound + reach + 1)
    for place in opener.upperBound..<max(opener.upperBound, last) {
      let ends = closers.lazy.filter { prose.has($0, at: place) }.map { place + $0.count }
      guard let end = ends.first(where: { atEnd ? $0 == clause.upperBound : $0 <= clause.upperBound }) else {
        continue
      }
      guard !prose.hasAny(unless, in: opener.upperBound..<end),
        !prose.hasAny(unlessBehind, in: end..<clause.upperBound)
      else { return nil }
      return opener.lowerBound..<end
    }
    return nil
  }

  /// 通过…,使…: the clause at the head of a sentence and the word behind its comma.
  private func frame(_ opener: Range<Int>, _ prose: CheckProse) -> Range<Int>? {
    guard Self.beginsSentence(opener.lowerBound, prose) else { return nil }
    let comma = prose.clause(around: opener).upperBound
    guard comma < prose.units.count, prose.units[comma] == UInt16(ascii: ","),
      frameEnds.isEmpty || prose.hasAny(frameEnds, before: comma),
      let closer = closers.first(where: { prose.has($0, at: comma + 1) }),
      !prose.hasAny(unless, in: opener.upperBound..<comma)
    else { return nil }
    return opener.lowerBound..<comma + 1 + closer.count
  }

  private static func beginsClause(_ index: Int, _ prose: CheckProse) -> Bool {
    prose.beginsParagraph(index) || index > 0 && Mark.clauseEnds.contains(prose.units[index - 1])
      || prose.hasAny(leads, before: index)
  }

  private static func beginsSentence(_ index: Int, _ prose: CheckProse) -> Bool {
    var index = index
    for lead in leads where prose.has(lead, at: index - lead.count) { index -= lead.count }
    return prose.beginsParagraph(index) || index > 0 && Mark.sentenceEnds.contains(prose.units[index - 1])
  }

  private static let leads = Mark.words("一是 二是 三是 四是 五是 六是 七是 充分 积极 切实 更好 有效 进一步 最大限度")
}

extension FaultySentenceCheck {
  fileprivate static let rows: [FaultRow] = {
    var through = FaultRow(.noSubject, "通过 经过 随着 由于", then: "使 使得 令")
    through.frames = true
    var under = FaultRow(.noSubject, "在区委 在县委 在市委 在省委 在党 在上级 在各 在全 在社会 在有关 在部门", then: "使 使得 令 让")
    under.frames = true
    under.frameEnds = Mark.words("下 中 推动下 同时")
    var along = FaultRow(
      .noSubject, "随着", then: "方便了 提高了 提升了 促进了 推动了 增强了 解决了 改善了 缩短了 减轻了 降低了 带动了 激发了 保障了 满足了 优化了")
    along.frames = true
    var made = FaultRow(.twoPredicates, "组建由 成立由 设立由 组织由", then: "组成 构成", within: 60)
    made.atEnd = true
    var borne = FaultRow(
      .twoPredicates, "负责", then: "承担 负责 完成", within: 14,
      unless: "人 单位 部门 同志 由 、 并 和 的 制 按 全面 圆满 如期 任务 改 变 转 调整 到 归 各自 分别")
    borne.atEnd = true
    var key = FaultRow(
      .twoPredicates, "关键在于 根本在于 重点在于 核心在于", then: "是关键 是根本 是根本保证 是保证 是前提 是基础 是保障 是核心 是重点 是关键所在", within: 30)
    key.atEnd = true
    var users = FaultRow(.noObject, receivers)
    users.begins = true
    users.atEnd = true
    return [
      through, under, along, made, borne, key, users,
      FaultRow(
        .negation, "防止 避免 杜绝 严防 谨防 以防 防范", then: "不发生 不再发生 不出现 不再出现 不要", within: 16, unless: "确保 做到 保证"),
      FaultRow(.negation, "切忌 切勿 严禁 禁止", then: "不要 不得 不准 不能 不可 不许"),
      FaultRow(.negation, "无不没有 无一不没有"),
      FaultRow(
        .repetition,
        "目的是为了 目的就是为了 目前现在 现在目前 互相互 相互互 原因是由于 原因是因为 因由于 大约大概 总共共计 共计总共 一共共计 涉及到 最多不超过 最少不低于 最低不低于 至少不低于 至少不少于 凯旋归来 亲眼目睹"
      ),
      FaultRow(.repetition, "由于因", unless: "地 素 果 人 时 势 病 公 故 循 为 此 数 缘 袭 子"),
    ] + predicates + lostWords + mismatches + typed
  }()

  /// 控制60%以内, 召开座谈14场, 举全区之创建: a word of a fixed frame was left out.
  private static let lostWords: [FaultRow] = {
    var scope = FaultRow(
      .lostWord, "范围从 对象从 领域从 主体从 内容从 人群从", then: "扩大 拓展 延伸 扩展", within: 20, unless: "到 至 向 为 成 、")
    scope.unlessBehind = Mark.words("到 至 向 为 成")
    var wholeChain = FaultRow(
      .noObject, "加强对 强化对 加大对 实行对 实施对 开展对",
      then: "的全链条 的全过程 的全流程 的全周期 的全生命周期 的全方位 的常态化 的日常 的闭环 的动态", within: 30)
    wholeChain.atEnd = true
    var solved = FaultRow(.lostWord, "有效解了 切实解了 较好解了 彻底解了 有力解了 进一步解了 及时解了 逐步解了", then: "问题", within: 40)
    solved.atEnd = true
    var accepted = FaultRow(
      .noObject,
      ["受理", "办结", "化解", "回应"].flatMap { verb in
        ["群众", "企业", "居民", "市民", "职工", "村民"].map { verb + $0 }
      }.joined(separator: " "))
    accepted.atEnd = true
    let digits = (0...9).map(String.init)
    let told = ["做法", "经验", "模式", "案例"].flatMap { thing in
      ["国家", "省", "市", "中央", "全国"].map { thing + $0 }
    }
    return [
      scope, wholeChain, solved, accepted,
      FaultRow(
        .lostWord, digits.map { "控制" + $0 }.joined(separator: " "), then: "以内 以下 之内", within: 12,
        unless: "在 于 到 、"),
      FaultRow(
        .lostWord, "召开座谈 召开调度 召开推进 召开协调 召开现场 召开专题 召开联席 召开动员 召开部署 召开听证 召开研判 召开观摩",
        then: digits.joined(separator: " ")),
      FaultRow(.lostWord, "举全区之 举全市之 举全县之 举全省之 举全旗之 举全镇之", unless: "力"),
      FaultRow(
        .lostWord, told.joined(separator: " "), then: "列为 评为 确定为 认定为 命名为 选为 推广 转发 刊发 采纳 推介", within: 14,
        unless: "被 由 获 经 将 把 受 得 、 的 在 向 先后 级 内 外 直"),
    ]
  }()

  /// 有力的推动了, 3个以交付使用: a character typed for another, or one too many or too few, that only the frame around it tells.
  private static let typed: [FaultRow] = {
    func joined(_ parts: [String]...) -> String {
      parts.reduce([""]) { heads, tails in heads.flatMap { head in tails.map { head + $0 } } }
        .joined(separator: " ")
    }
    var already = FaultRow(
      .already,
      joined(
        Mark.texts("个 项 户 家 座 处 条 件 套"), ["以"],
        Mark.texts("交付 投入使用 投入运营 建成投用 全部完成 基本完成 办结 开工 竣工 通过验收 完成验收 完成整改 整改到位 启用 投用")))
    already.unlessBehind = Mark.words("为 方式 形式 作为")
    var verbless = FaultRow(
      .noObject,
      joined(
        ["进一步"],
        Mark.texts("行政 机制 制度 体制 体系 营商环境 政务 农村 农业 公共 城乡 人才 队伍 基层治理 党建 法治建设 生态环境 权责")),
      then: "机制 体系 制度 环境 能力 水平 建设 格局 流程", within: 20,
      unless: "化 完 健 推 强 优 提 升 建立 明确 规范 理顺 压实 打通 下沉 下放 延伸 精简 改善 扩 得到 更 向 集")
    verbless.atEnd = true
    var cut = FaultRow(.noObject, "开展", then: "的集中 的专项 的联合 的全方位", within: 24)
    cut.atEnd = true
    var received = FaultRow(
      .lostWord, joined(["受"], Mark.texts("群众 企业 各类 市民 居民"), Mark.texts("诉求 投诉 来电 来信 咨询")))
    received.unlessBefore = Mark.words("接 承 享 遭 深 收")
    return [
      already, verbless, cut, received,
      FaultRow(
        .particle,
        joined(
          Mark.texts("有力 有效 极大 大力 明显 显著 扎实 深入 充分 切实 较好 稳步 大幅 积极"), ["的"],
          Mark.texts("推动 促进 提升 保障 解决 增强 激发 调动 缓解 改善 支撑 维护 遏制 降低 减轻 带动"), ["了"])),
      FaultRow(
        .particle,
        joined(
          Mark.texts("群众 企业 百姓 居民 人民 职工 农民"), ["地"],
          Mark.texts("获得感 幸福感 安全感 满意度 诉求 需求 利益 意见 期盼 积极性 主动性 认可"))),
      FaultRow(.stray, "牵头的组织实施 牵头的组织推进", unless: "工作 机制 方案 情况 的 体系 机构 单位 部门"),
      FaultRow(
        .lostPause,
        joined(
          ["局"], Mark.texts("区 县 市 旗"),
          Mark.texts(
            "交通运输 生态环境 自然资源 住房 城市管理 城管 公安局 财政局 司法局 教育局 人社局 人力资源 卫生健康 卫健 水利局 水务局 农业农村 市场监管 文化 文旅 应急 审计局 商务局 医保 医疗保障 统计局 信访局 行政审批"
          ))),
      FaultRow(
        .repetition, (0...9).map { "百分之\($0)" }.joined(separator: " "), then: "%", within: 5,
        unless: "、 , 和 。 ；"),
    ]
  }()

  /// 尽管项目大小,都; 下降了两倍; 、等: words and marks that do not go together.
  private static let mismatches: [FaultRow] = {
    var though = FaultRow(.mismatch, "尽管", then: "都 均 一律 皆")
    though.frames = true
    though.frameEnds = Mark.words("大小 多少 高低 与否 远近 长短 强弱 新旧 难易 轻重 好坏 先后 早晚")
    // 等文件、等资金: a verb.
    var pause = FaultRow(.pause, "、等", unless: "级 离 额 效 位 比 候 待 同 值 边 距 高 份 幅 、")
    pause.unlessBefore = Mark.words("等")
    pause.unlessBehind = Mark.words("、等")
    // 至少打造1个市级以上品牌: a level, no number.
    let levels = "、 的 级以上 级及以上 级以下 级及以下 规模以上 限额以上 本科以上 大专以上 专科以上 高中以上 科以上 处以上 星以上 等以上"
    let times = "0123456789一两二三四五六七八九十几数".map { "\($0)倍" }.joined(separator: " ")
    return [
      though,
      FaultRow(
        .mismatch, "下降 减少 降低 缩短 压缩 压减 缩小 精简", then: times, within: 4, unless: "、 的 到 至 为 前"),
      FaultRow(
        .twoPredicates, "完成了 推行了 建立了 开展了 实施了 制定了 出台了 印发了 设立了 组建了 建成了 搭建了",
        then: "已覆盖 已完成 已实现 已全部 已建成 已达 已超过 已惠及 已有", within: 24,
        unless: "的 后 使 并 目前 现 、 且 让 这 其 均"),
      pause,
      FaultRow(.repetition, "不超过", then: "以内 之内 以下", within: 8, unless: "、 的 在"),
      FaultRow(.repetition, "至少", then: "以上", within: 6, unless: levels),
      FaultRow(.repetition, "最多", then: "以内 以下 之内", within: 6, unless: levels),
    ]
  }()

  /// 让纳税人。: whom something was to be done to.
  private static let receivers = ["让", "使", "令"].flatMap { verb in
    ["", "广大", "更多", "全体", "各类", "每位"].flatMap { lead in
      ["群众", "企业", "纳税人", "居民", "老人", "老年人", "农民", "学生", "干部", "职工", "市民", "百姓", "村民", "人才", "单位", "部门"].map {
        verb + lead + $0
      }
    }
  }.joined(separator: " ")

  /// 制定了年度要点制定完成, 实现…监控得到实现: the verb of the old sentence left behind the new one.
  private static let predicates = [
    "制定", "编制", "修订", "起草", "改造", "整改", "审核", "落实", "实现", "解决", "改善", "提升", "保障", "化解",
  ].map { verb in
    var row = FaultRow(
      .twoPredicates, verb, then: "\(verb)完成 \(verb)完毕 \(verb)到位 得到\(verb)", within: 30,
      unless: "、 和 并 已 使 让 的\(verb) 未 均")
    row.atEnd = true
    return row
  }
}
