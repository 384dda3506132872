import ReportModel

/// 半句: the last clause of a sentence, where all of it is a verb without its object or a phrase that leads to a verb.
struct BareClause {
  private let clause: Range<Int>
  private let prose: CheckProse

  /// The clause without the mark that ends it.
  init(_ clause: Range<Int>, _ prose: CheckProse) {
    self.clause = clause
    self.prose = prose
  }

  var isBroken: Bool {
    isSubjectAlone || isVerbAlone || isBodyAlone || isTargetAlone || lacksChange || lacksPurpose || lacksDeed
      || isSetting || repeatsHead || lacksRole || lacksGift || isJointAlone || lacksDoing || isAimAlone
      || isPairAlone || isTimeAlone
  }

  /// 力争在二季度前, 确保明年6月底前: by when, not what.
  private var isTimeAlone: Bool {
    let start = behindLeads
    guard let verb = Self.aiming.first(where: { prose.has($0, at: start) }),
      clause.upperBound - start >= verb.count + 3
    else { return false }
    return prose.hasAny(Self.beforeTime, before: clause.upperBound)
      && prose.units[start + verb.count..<clause.upperBound].allSatisfy(Self.ofTimes.contains)
  }

  /// 少数手续还要申请人: who still has to, not what.
  private var lacksDoing: Bool {
    // 仍有5个系统需要: what for?
    if prose.hasAny([Self.having[0]], before: clause.upperBound), clause.count > 6,
      prose.hasAny(Self.remaining, in: clause),
      !prose.hasAny(Self.needs, before: clause.upperBound - 2)
    {
      return true
    }
    guard let noun = Self.doers.first(where: { prose.has($0, at: clause.upperBound - $0.count) }),
      case let end = clause.upperBound - noun.count, end > clause.lowerBound + 2
    else { return false }
    if prose.hasAny(Self.still, before: end) { return !prose.hasAny(Self.both, in: sentence) }
    return prose.hasAny(Self.having, before: end) && prose.hasAny(Self.some, in: clause)
      && prose.hasAny(Self.affairs, in: clause)
  }

  /// 将推动部门, 个别乡镇对改革: whom one sets going, or what somebody stands to, and no more.
  private var isAimAlone: Bool {
    let (start, end) = (behindLeads, clause.upperBound)
    if let verb = Self.urging.first(where: { prose.has($0, at: start) }) {
      var noun = start + verb.count
      if let kind = Self.whichever.first(where: { prose.has($0, at: noun) }) { noun += kind.count }
      return Self.doers.contains { noun + $0.count == end && prose.has($0, at: noun) }
    }
    guard let noun = Self.objects.first(where: { prose.has($0, at: end - $0.count) }),
      case let place = end - noun.count - 1, place > clause.lowerBound + 2, prose.units[place] == Self.towards
    else { return false }
    return prose.hasAny(Self.doers, before: place)
  }

  /// 促进社区卫生站与医院、学校: bodies that are to do something with each other, but not what.
  private var isPairAlone: Bool {
    let (start, end) = (behindLeads, clause.upperBound)
    guard let verb = (Self.urging + Self.moving + Self.taking).first(where: { prose.has($0, at: start) }),
      prose.hasAny(Self.partners + Self.houses, before: end)
    else { return false }
    let items = prose.units[start + verb.count..<end].split(
      omittingEmptySubsequences: false, whereSeparator: Self.withs.contains)
    return items.count > 1 && prose.units[start..<end].contains(where: Self.withs.without("、").contains)
      && items.allSatisfy { item in
        (2...9).contains(item.count) && prose.hasAny(Self.partners + Self.houses, before: item.endIndex)
          && !prose.units[item.startIndex..<item.endIndex - 1].contains(where: Self.doing.contains)
          && !prose.hasAny(Self.dealing, in: item.startIndex..<item.endIndex)
      }
  }

  private var sentence: Range<Int> { prose.sentence(around: clause) }

  /// 个别乡镇; 二是高层次人才 behind an item that says more: somebody, but not what of them.
  private var isSubjectAlone: Bool {
    var start = clause.lowerBound
    let opens =
      start == 0 || prose.beginsParagraph(start) || Mark.sentenceEnds.contains(prose.units[start - 1])
      || prose.units[start - 1] == UInt16(ascii: ";")
    guard opens, clause.count <= 10, prose.hasAny(Self.people, before: clause.upperBound) else {
      return false
    }
    if case let words = prose.behindItem(start, in: clause), words > start {
      guard followsLongItem(start) else { return false }
      start = words
      if prose.hasAny(Self.kinds, at: start) { return true }
    }
    return prose.hasAny(Self.some, at: start) && clause.upperBound - start <= 6
  }

  /// Whether the item before is far longer than a name.
  private func followsLongItem(_ start: Int) -> Bool {
    for index in stride(from: start - 2, through: max(0, start - 120), by: -1)
    where prose.units[index + 1] == Mark.item && Mark.numerals.contains(prose.units[index]) {
      return start - index > max(9, clause.count + 2)
    }
    return false
  }

  /// 进一步压缩了; 难以保证; 着力打造: adverbs and a verb that wants an object, nothing else.
  var isVerbAlone: Bool {
    let start = behindLeads
    let rest = clause.upperBound - start
    if rest == 2, start == clause.lowerBound, prose.hasAny(Self.lone, at: start) { return true }
    if rest == 2, opensSentence, prose.hasAny(Self.moving, at: start) { return true }
    if prose.has(Self.done, at: clause.upperBound - 1) {
      return Self.verbs.contains { $0.count == rest - 1 && prose.has($0, at: start) }
    }
    if let word = Self.failing.first(where: { prose.has($0, at: start) }) {
      return Self.failed.contains { $0.count == rest - word.count && prose.has($0, at: start + word.count) }
    }
    return Self.bare.contains { $0.count == rest && prose.has($0, at: start) }
  }

  private var opensSentence: Bool {
    clause.lowerBound == 0 || prose.beginsParagraph(clause.lowerBound)
      || Mark.sentenceEnds.contains(prose.units[clause.lowerBound - 1])
  }

  /// 为企业提供, 为发展奠定了: for whom, but not what.
  var lacksGift: Bool {
    let done = prose.has(Self.done, at: clause.upperBound - 1) ? 1 : 0
    let start = behindLeads
    return clause.upperBound - start > 4 && prose.has(Self.serving, at: start)
      && prose.hasAny(Self.giving, before: clause.upperBound - done)
  }

  /// Where what the adverbs and 一是 before a verb lead to begins.
  var behindLeads: Int {
    var index = prose.behindItem(clause.lowerBound, in: clause)
    while let lead = ClauseWords.adverbs.first(where: { prose.has($0, at: index) }),
      index + lead.count < clause.upperBound
    {
      index += lead.count
    }
    return index
  }

  /// 由区政务服务局; 使全区: who does it, not what is done.
  private var isBodyAlone: Bool {
    let first = prose.units[clause.lowerBound]
    if Self.causing.contains(first) {
      return clause.count <= 7 && prose.hasAny(Self.places + Self.people, before: clause.upperBound)
        && !prose.units[clause.dropFirst()].contains(where: Self.acting.contains)
    }
    guard first == Self.by, (4...16).contains(clause.count),
      let body = Self.bodies.filter({ prose.has($0, at: clause.upperBound - $0.count) }).map(\.count).max()
    else { return false }
    return !prose.units[clause.dropFirst().dropLast(body)].contains(where: Self.acting.contains)
  }

  /// 对表现突出的干部: whom it is about, not what befalls them.
  private var isTargetAlone: Bool {
    guard prose.units[clause.lowerBound] == Self.towards, clause.count > 5,
      !Self.notTowards.contains(prose.units[clause.lowerBound + 1]),
      prose.hasAny(Self.people, before: clause.upperBound),
      let attribute = prose.units[clause].lastIndex(of: Self.attribute)
    else { return false }
    return clause.upperBound - attribute <= 8
      && !prose.units[attribute..<clause.upperBound].contains(where: Self.deeds.contains)
  }

  /// 实现了从“被动应付”到“主动服务”, without 的转变.
  private var lacksChange: Bool {
    guard prose.units[clause.upperBound - 1] == Self.closing,
      let change = prose.first(Self.reaching, in: clause),
      let from = prose.first(Self.from, in: change..<clause.upperBound)
    else { return false }
    return from - change <= 4 && prose.first(Self.to, in: from..<clause.upperBound) != nil
  }

  /// 把改革创新作为: as what is not said.
  private var lacksPurpose: Bool {
    let end = clause.upperBound
    guard prose.hasAny(Self.puttingAs, before: end), end - 3 >= clause.lowerBound,
      !Self.whole.contains(prose.units[end - 3])
    else { return false }
    return prose.units[clause.lowerBound..<end - 2].contains(where: Self.putting.contains)
  }

  /// 区委改革办会同有关部门开展: a body and a verb that wants an object.
  private var lacksDeed: Bool {
    let end = clause.upperBound - 2
    return prose.hasAny(Self.founding, before: clause.upperBound) && end > clause.lowerBound
      && prose.hasAny(Self.bodies, before: end)
      && !prose.units[clause.lowerBound..<end].contains(where: Self.passive.contains)
  }

  /// 市政务服务局会同市公安局、市民政局: a body with others, not what they do.
  private var isJointAlone: Bool {
    let (start, end) = (behindLeads, clause.upperBound)
    guard prose.hasAny(Self.partners, before: end),
      clause.lowerBound == 0 || prose.units[clause.lowerBound - 1] != Mark.colon,
      let joint = (start..<end).last(where: { prose.hasAny(Self.joining, at: $0) }),
      joint == start || prose.hasAny(Self.bodies, before: joint),
      !prose.hasAny(Self.charged, in: start..<joint)
    else { return false }
    return prose.units[joint + 2..<end].split(whereSeparator: Self.joints.contains).allSatisfy { item in
      let range = item.startIndex..<item.endIndex
      return (2...12).contains(range.count) && prose.hasAny(Self.partners, before: range.upperBound)
        && (prose.hasAny(Self.partnerHeads, at: range.lowerBound) || range.lowerBound > joint + 2)
        && !range.dropLast().contains { Self.offices.contains(prose.units[$0]) }
    }
  }

  /// 亲自部署、亲自过问、亲自: the last item is but what the others begin with.
  private var repeatsHead: Bool {
    let items = prose.units[clause].split(separator: Mark.pause)
    guard items.count > 2, let last = items.last, (2...3).contains(last.count) else { return false }
    return items.dropLast().suffix(2).allSatisfy { $0.count > last.count && $0.starts(with: last) }
  }

  /// 充分发挥改革督察“利剑”, without 作用.
  private var lacksRole: Bool {
    prose.units[clause.upperBound - 1] == Self.closing && prose.has(Self.playing, at: behindLeads)
      && !prose.hasAny(Self.roles, in: clause)
  }

  /// ,在市委改革办的指导下: under what, behind what happened; 今后将在优化流程等方面: in what, but not what is to be done.
  var isSetting: Bool {
    let (start, end) = (clause.lowerBound, clause.upperBound)
    if prose.has(Self.at, at: start), prose.hasAny(Self.settings, before: end) { return true }
    guard let place = clause.last(where: { prose.units[$0] == Self.at[0] }), end - place >= 5 else {
      return false
    }
    if prose.hasAny(Self.grounds, before: end) {
      return place == start || !Self.placing.contains(prose.units[place - 1])
    }
    guard prose.hasAny(Self.aspects, before: end) else { return false }
    // 将在, 还要继续在: a verb is still to come.
    var lead = place
    while let word = Self.goingOn.first(where: { prose.has($0, at: lead - $0.count) }) { lead -= word.count }
    if lead > start, prose.hasAny(Self.modals, before: lead), !prose.hasAny(Self.mainly, before: lead) {
      return true
    }
    return prose.hasAny(Self.manifold, before: end)
      && (place == start && end - start >= 9 || prose.hasAny(Self.turns, at: start) && place == start + 1)
  }
}

extension BareClause {
  private static let aiming = Mark.words("力争 争取 确保 务必 力求 计划 预计")
  private static let beforeTime = Mark.words("前 之前 内 之内")
  private static let ofTimes = UnitSet("0123456789在于到至年月日季度上下半一二三四五六七八九十底末前之内中旬明今本")
  private static let done = Mark.word("了")
  private static let serving = Mark.word("为")
  private static let giving = Mark.words("提供 奠定 注入 营造 创造 打下")
  private static let some = Mark.words("部分 个别 一些 少数 多数 有的 不少 各级")
  private static let kinds = Mark.words("部分 个别 一些 少数 有的 高层次 高素质 高技能 复合型 专业 年轻 青年 基层 中小 小微 民营 农村 乡镇")
  private static let (by, towards) = (Mark.word("由")[0], Mark.word("对")[0])
  private static let (attribute, closing) = (Mark.word("的")[0], Mark.word("”")[0])
  private static let (at, from, to, reaching) = (
    Mark.word("在"), Mark.word("从"), Mark.word("到"), Mark.word("实现")
  )
  private static let playing = Mark.word("发挥")
  private static let roles = Mark.words("作用 优势 功能 效应 效能 效用 职能 余热 特长 长处 潜力 力量 效益 威力")
  /// Verbs that take an object where nothing stands before them.
  static let verbs =
    ClauseWords.verbs
    + Mark.words(
      "增强 压缩 压减 减轻 激发 降低 缩短 提高 改善 拓宽 释放 打通 破解 解决 缓解 明确 促进 保障 维护 夯实 凝聚 形成 实现 构建 制定 印发 出台 打造 开展 组织 消除 化解 满足",
      "减少 增加 扩大 节约 方便 带动 引导 吸引 确立 印证")
  private static let bare = Mark.words(
    "打造 构建 搭建 建立 建立健全 制定 制定出台 组建 加强 强化 推出 培育 营造 树立 凝聚 聚焦 负责 发挥 采取 提供 形成 明确 设立 实现 探索建立 研究制定")
  /// What is whole behind an adverb, and nothing by itself.
  private static let lone = Mark.words("存在 通过 围绕 依托")
  /// 进一步推动。 by itself.
  private static let moving = Mark.words("推动 促进 激发 助推 带动")
  private static let failing = Mark.words("难以 无法 不能 未能 不足以 尚不能 很难 没有 难")
  private static let failed = Mark.words("保证 保障 满足 适应 形成 发挥 达到 提供 支撑 做到 取得 覆盖 承担 建立 体现 开展 具备 提高 提升 享受")
  private static let doers = Mark.words(
    "企业 群众 申请人 办事人 当事人 部门 街道 乡镇 村民 居民 群众和企业 企业和群众 企业群众 办事群众 村干部 基层干部 社区 单位 镇街")
  private static let still = Mark.words("仍需 还需 仍要 还要 尚需 仍须 还须 仍由 还由 仍让 还得 仍得 仍需要 还需要 仍然要 依然要 仍然由 需由 须由")
  private static let having = Mark.words("需要 需 要 须")
  private static let remaining = Mark.words("仍有 还有 尚有 有的 部分 个别 少数 不少 一些 多数")
  private static let needs = Mark.words("满足 的 实际 现实 群众 发展 工作 生活 迫切 客观 不 所 应 有 一 企业 生产 基本 多样化")
  private static let both = Mark.words("不仅 不但 既 除了 光 不只 不能只 不光 离不开")
  private static let affairs = Mark.words("事项 手续 材料 证明 项目 业务 数据 环节 流程 表格 信息")
  private static let urging = Mark.words("推动 引导 督促 促使 倒逼 要求")
  private static let whichever = Mark.words("各 有关 相关 广大 各级 各类 中小")
  private static let objects = Mark.words("改革 政策 工作 制度 任务 群众 企业 基层 项目 创新")
  private static let causing = UnitSet("使让令")
  private static let places = Mark.words("全区 全市 全县 全省 全镇 全街道 各地 各级 我区 我市 我县")
  private static let bodies = Mark.words(
    "局 委 管委会 改革办 政府办 部门 单位 小组 专班 街道 社区 乡镇 中心 政府 党委 支部 书记 区长 县长 市长 局长 主任 组长 委员会 负责人 主要领导 分管领导 领导小组")
  private static let people = ClauseWords.people + Mark.words("对象 机构 社区 项目 问题 事项 任务 人才 队伍")
  /// Characters of verbs by which somebody does something.
  private static let acting = UnitSet("牵负承派管审办变改划升转建成立为任主领兼实施执推落统协指监组编报发签批开设享受得能更安放省少多满暖过")
  private static let deeds = UnitSet("予进给实行开落加提予以严作施启采建核查整清约通问追奖处分督考帮救助评")
  private static let notTowards = UnitSet("口外标照接内症于比手岸策话应立等称齐面准")
  private static let puttingAs = Mark.words("作为 纳入 列入 融入 贯穿")
  private static let putting = UnitSet("把将")
  private static let whole = UnitSet("部均已应未尽统要也全予可并起步体")
  private static let joining = Mark.words("会同 联合 协同")
  private static let joints = UnitSet("、和与及")
  private static let partners = Mark.words("局 委 改革办 政府办 督查室 组织部 宣传部 统战部 总工会 部门 单位 公司 银行 法院 检察院")
  private static let partnerHeads = Mark.words("省 市 区 县 旗 州 盟 有关 相关 各 多 财政 公安 民政 税务 属地 行业 职能")
  private static let offices = UnitSet("局")
  private static let dealing = Mark.words(
    "联系 指导 对接 结对 包联 督导 走访 培训 支援 挂钩 监督 检查 滴灌 帮办 参观 辐射 面向 干部 骨干 专家 衔接 落户 吸纳 培育 发展 做强 做大")
  private static let taking = Mark.words("把 将")
  private static let withs = UnitSet("、和与及同")
  private static let houses = Mark.words(
    "派出所 法庭 司法所 卫生院 卫生室 医院 学校 院校 高校 院所 企业 机构 街道 乡镇 社区 中心 网格 队伍 机关 站 点 支行 商会 协会 合作社")
  /// What makes of two bodies the object of a verb: 推动设立人民法庭与派出所.
  private static let doing = UnitSet("设立建新进入下沉到向开延伸合覆盖化强优支持扶配升改引领帮选送对在至增直达抵惠走回有者移转赋贯搬迁给让用")
  private static let charged = Mark.words("牵头 负责 承担 单位 部门为")
  private static let founding = Mark.words("开展 制定 建立 组建 搭建 打造 出台 印发 推出 成立")
  private static let passive = UnitSet("由被可应共未已需须经得予")
  private static let grounds = Mark.words("基础上 前提下 背景下 的同时")
  /// 建立在…基础上, 体现在.
  private static let placing = UnitSet("立放落体现站建存定止稳持处留停")
  private static let aspects = Mark.words("方面 领域 环节 上 中 下 里")
  private static let manifold = Mark.words("等方面 等领域 等环节")
  private static let goingOn = Mark.words("继续 持续 重点 着重 进一步 努力 着力")
  private static let modals = Mark.words("将 要 应 需 需要 应当 会")
  private static let mainly = Mark.words("主要 重要 次要 紧要 机会 社会 议会 只要 还要会")
  private static let turns = Mark.words("但 并 而 且")
  private static let settings = Mark.words("领导下 指导下 支持下 推动下 努力下 关怀下 背景下 前提下 形势下 统筹下 带领下 帮助下 配合下")
}
