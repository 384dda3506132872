import ReportModel

/// 残句: the last clause of a sentence, where what it wants is missing from inside.
struct UnfinishedClause {
  private let sentence: Range<Int>
  private let prose: CheckProse
  /// The last clause, without the mark that ends it.
  private let clause: Range<Int>

  /// The last clause of what stands before the mark that ends a sentence, or of what stands before a comma.
  init(sentence: Range<Int>, _ prose: CheckProse) {
    self.sentence = sentence
    self.prose = prose
    let end = sentence.upperBound
    let clause = prose.clause(around: end - 1..<end)
    self.clause = max(clause.lowerBound, sentence.lowerBound)..<end
  }

  var isBroken: Bool {
    switch prose.units[clause.upperBound - 1] {
    case Self.middle:
      prose.hasAny(Self.solving, in: clause) && !prose.hasAny(Self.during, in: clause)
        || BareClause(clause, prose).isSetting
    case Self.attribute: isAttributeAlone
    case Self.rate: isRateAlone
    default:
      isBareItem || isListAlone || lacksTrouble || lacksReceiving || lacksObstacle
        || BareClause(clause, prose).isBroken
    }
  }

  /// The same of a clause that a comma follows: what of it is broken wherever it stands.
  var isBrokenInside: Bool {
    let bare = BareClause(clause, prose)
    return lacksHead || bare.lacksGift || clause.lowerBound == sentence.lowerBound && bare.isVerbAlone
  }

  /// …党组织的, 占总任务数的: an attribute of nothing.
  private var isAttributeAlone: Bool {
    let end = clause.upperBound
    guard clause.count >= 4, !prose.isQuoted(end - 1), !isTopic else { return false }
    if prose.units[clause.lowerBound] == Self.shares || prose.hasAny(Self.leading, at: clause.lowerBound) {
      return true
    }
    // 与日常考核相结合,对推进不力的: not the last of several.
    if prose.hasAny(Self.targeting, at: clause.lowerBound), !followsAttribute { return true }
    if prose.hasAny(Self.verbs, at: clause.lowerBound), !prose.units[clause].contains(Mark.item) {
      return true
    }
    // 开展以“减证便民”为主题的, 没有转化为可复制的: 为 judges nothing there.
    if !followsAttribute, !prose.units[clause].contains(Mark.item),
      prose.hasAny(Self.holding, at: clause.lowerBound) || prose.hasAny(Self.becoming, in: clause.dropLast(4))
    {
      return true
    }
    return !prose.hasAny(Self.judging, in: clause)
      && (prose.hasAny(Self.nouns, before: end - 1) || !prose.hasAny(Self.judging, in: sentence))
  }

  /// 先讲延期的。 第二,评估已经印发的。: what a paragraph goes on to tell of, said short at its head.
  private var isTopic: Bool {
    let end = sentence.upperBound
    guard sentence.count <= 14, prose.beginsParagraph(sentence.lowerBound), end + 2 < prose.units.count,
      !prose.beginsParagraph(end + 1), !prose.hasAny(Self.nouns, before: end - 1)
    else { return false }
    return prose.hasAny(Self.telling, in: sentence) || prose.hasAny(Self.states, in: clause.dropLast())
  }

  private static let telling = Mark.words("讲 说 看 谈 报告 汇报 介绍")
  private static let states = Mark.words(
    "已经 已 没有 没 未 尚 还 正在 推进中 延期 终止 完成 做完 办完 印发 查出 存在 欠缺")

  /// Whether the sentence goes on after another 的, or tells by a colon or 主要 what there is.
  private var followsAttribute: Bool {
    let before = sentence.lowerBound..<clause.lowerBound
    return before.count > 1
      && (prose.units[before.upperBound - 2] == Self.attribute || prose.units[before].contains(Self.colon))
  }

  /// 加强与周边地区的, and a comma: what of theirs is not said.
  private var lacksHead: Bool {
    let end = clause.upperBound - 1
    return clause.count >= 6 && prose.units[end] == Self.attribute
      && (prose.hasAny(Self.verbs, at: clause.lowerBound) && prose.hasAny(Self.nouns, before: end)
        || prose.hasAny(Self.making, at: BareClause(clause, prose).behindLeads)
          && prose.hasAny(Self.qualities, before: end)
        || prose.hasAny(Self.wholes, before: end)
          && (clause.prefix { $0 < end - 2 }.last { prose.units[$0] == Self.shares }.map { end - $0 <= 12 }
            ?? false))
  }

  /// 办结2832件,办结率: a rate behind figures, without its own.
  private var isRateAlone: Bool {
    // 人员流动性大、设备使用率: how high it is, is not said.
    if let pause = prose.units[clause].lastIndex(of: Mark.pause),
      (3...6).contains(clause.upperBound - pause - 1),
      pause > clause.lowerBound + 2, Self.extents.contains(prose.units[pause - 1]),
      prose.units[clause.lowerBound..<pause].contains(where: Self.measured.contains)
    {
      return true
    }
    return (2...5).contains(clause.count) && clause.lowerBound > sentence.lowerBound
      && prose.units[clause.lowerBound - 1] == UInt16(ascii: ",")
      && !prose.units[clause].contains(where: Self.acting.contains)
      && prose.units[sentence.lowerBound..<clause.lowerBound].contains(where: Self.figures.contains)
  }

  private static let extents = UnitSet("大小高低强弱多少慢快差")
  private static let measured = UnitSet("性率度量力")

  /// 二是深化和完善: an ordinal, two verbs, nothing else.
  private var isBareItem: Bool {
    let start = prose.behindItem(clause.lowerBound, in: clause)
    guard start > clause.lowerBound, clause.upperBound - start == 5, Self.and.contains(prose.units[start + 2])
    else { return false }
    return prose.hasAny(Self.verbs, at: start) && prose.hasAny(Self.verbs, at: start + 3)
  }

  /// 围绕破解数据不畅、协同不足等: what leads to a verb, and a list that it ends with.
  private var isListAlone: Bool {
    prose.units[clause.upperBound - 1] == Self.andSoOn && clause.count > 6
      && prose.hasAny(Self.towards, at: prose.behindItem(clause.lowerBound, in: clause))
  }

  private static let andSoOn: UInt16 = 0x7B49  // 等
  private static let towards = Mark.words("围绕 针对 根据 按照 随着 基于 鉴于")

  /// 缓解了独居老年人: people or places where a trouble is wanted.
  private var lacksTrouble: Bool {
    guard prose.hasAny(Self.people, before: clause.upperBound), let verb = relievingVerb else { return false }
    let object = verb.upperBound..<clause.upperBound
    return !prose.units[object].contains(where: Self.troubles.contains)
      && !prose.hasAny(Self.reaching, in: object)
  }

  /// 缓解了; or 缓解, 有效缓解 at the beginning of the clause.
  private var relievingVerb: Range<Int>? {
    for start in clause {
      guard let verb = Self.relieving.first(where: { prose.has($0, at: start) }) else { continue }
      let end = start + verb.count
      if end < clause.upperBound, prose.units[end] == Self.done { return start..<end + 1 }
      var lead = clause.lowerBound
      while let adverb = ClauseWords.adverbs.first(where: { prose.has($0, at: lead) }) {
        lead += adverb.count
      }
      if lead == start { return start..<end }
    }
    return nil
  }

  /// 破除制约发展的体制机制: what is broken up are its obstacles.
  private var lacksObstacle: Bool {
    guard prose.hasAny(Self.systems, before: clause.upperBound) else { return false }
    return clause.contains { prose.hasAny(Self.breaking, at: $0) }
  }

  /// 使群众就能预约挂号的便民服务: what they can do, and behind it a service that nothing receives.
  private var lacksReceiving: Bool {
    guard prose.hasAny(Self.services, before: clause.upperBound),
      Self.causing.contains(prose.units[clause.lowerBound]),
      let can = clause.first(where: { Self.able.contains(prose.units[$0]) }),
      let attribute = clause.last(where: { prose.units[$0] == Self.attribute }), attribute > can + 4,
      clause.upperBound - attribute <= 7
    else { return false }
    return !prose.units[can..<attribute].contains(where: Self.receiving.contains)
  }
}

extension UnfinishedClause {
  private static let (middle, attribute) = (Mark.word("中")[0], Mark.word("的")[0])
  private static let (rate, done, shares) = (Mark.word("率")[0], Mark.word("了")[0], Mark.word("占")[0])
  private static let colon = UInt16(ascii: ":")
  private static let targeting = Mark.words("对 针对 把 将")
  private static let and = UnitSet("和与及、并")
  private static let solving = Mark.words("解决 破解 针对 化解 消除 纠正 克服")
  private static let during = Mark.words("正在 之中 在 处于 融入 贯穿 当中")
  private static let judging = Mark.words("是 有 凡 对 者 让 使 为 属 如 应 算 像 把 被 由 无 谁")
  /// Kinds of bodies and things: what ends with one of them and 的 leads to something that they have.
  private static let nouns = Mark.words(
    "组织 机构 部门 单位 高校 院校 院所 企业 群体 群众 队伍 干部 机制 体系 平台 项目 领域 地区 社区 街道 乡镇 工作 改革 制度 政策 方案 任务 服务 事项 中心 学校 医院 窗口 资源 产业 建设 发展",
    "治理 管理")
  private static let verbs = ClauseWords.verbs + Mark.words("落实")
  private static let making = Mark.words("形成 构建 打造 建成 建立 健全 完善 聚焦 围绕 探索 总结 培育")
  private static let qualities = Mark.words("可推广 可复制 可借鉴 为基础 为核心 为主体 为支撑 为导向 为引领 为重点 急难愁盼 愁难急盼 相适应 相匹配 相衔接")
  /// 占总数的: the share of them that is not said.
  private static let wholes = Mark.words("总数 总量 总额 总面积 任务数 全部")
  private static let holding = Mark.words("开展 推出 打造 构建 举办 搭建 推行 探索")
  private static let becoming = Mark.words("转化为 转变为 提炼为 升华为 总结成 提炼成")
  private static let figures = UnitSet("0123456789")
  /// Characters of verbs: 提高办结率 is whole.
  private static let acting = UnitSet("提降增保促稳控改推优减压抓强测算统公布看要重有达超为高低查设定和与")
  private static let relieving = Mark.words(
    "缓解 解决 破解 化解 消除 减轻 提升 增强 降低 缩短 满足 拓宽 激发 提高 发挥 调动 凝聚 释放 压实 维护 营造")
  private static let people = ClauseWords.people + Mark.words("周边 老城区 老旧小区")
  /// What the objects of these verbs are made of.
  private static let troubles = UnitSet("难题问矛盾压力忧困痛堵点瓶颈紧张负担险患纷障碍愁盼急事短缺需求感度率量本间时活程贫乱象")
  /// Verbs that take people for their object.
  private static let reaching = Mark.words(
    "惠 服务 方便 便利 覆盖 到 至 给 让 使 帮助 吸引 带动 引导 组织 动员 发动 为 面向 深入 联系 凝聚 团结 教育 培 关 救助 安置 引进 招 表彰 奖励 选 配备 造福 靠 扶持 支持",
    "支撑 保护 保障 成 及 于 进 向 送 对 由 把 是 有 零")
  private static let leading = Mark.words("导致 造成 引发 带来")
  private static let breaking = Mark.words("破除制约 破除影响 破除阻碍 破除束缚 清除制约 扫除制约 消除制约")
  private static let systems = Mark.words("体制机制 深层次体制 的体制")
  private static let causing = UnitSet("使让令")
  private static let able = UnitSet("能可")
  private static let services = Mark.words("服务 便利 模式 机制 体验 方式 待遇 渠道 平台 场景 措施 举措")
  private static let receiving = UnitSet("享获得到体感有成拿提接看用找领买了解收拥走进达实形处融适参选了")
}
