import ReportModel

/// 搭配不当: a verb or an adjective that does not go with its noun.
struct CollocationCheck: DraftCheck {
  let about = CheckDescription(
    "wording.collocation", .warning, "词语搭配不当",
    rationale:
      "率和度只有高低，水平只有提高，步伐只有加快，时限只有缩短：“知晓率不明显”“水平扩大”“加大步伐”是改写时换了一半留下的。只在名词紧挨着谓语，或一个分句就是“动词……名词”、当中没有别的动词时才算。",
    source: "实务；现代汉语语法",
    triggering: [
      .draft("部分改革的群众[[知晓率还不明显]]，政务服务[[水平不断扩大]]。"),
      .draft("[[加大改革步伐]]，大幅[[降低办理时限]]。"),
      .draft("进一步[[扩大基层治理水平]]。[[完善窗口办事效率]]。[[加快文旅消费规模]]，[[采取网民合理建议]]41条，[[改善儿童的康复需求]]。联动[[机制还不高]]。"),
    ],
    silent: [
      .draft("群众知晓率还不高，政务服务水平不断提高，加快改革步伐，缩短办理时限。"),
      .draft("加快提升基层治理水平，扩大对外开放，完善提高效率的机制。成效明显，力度不断加大。"),
      .draft("加强产品质量监管，完善水平评价，健全能力建设体系。加快形成高水平开放格局，加快做大产业规模，采取有效措施，采纳建议41条，满足多样化需求。"),
      .draft("扩大“水平”一词的用法，健全服务、效率并重的制度。覆盖率明显提高，参与率显著上升。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let draft = input.draft, let prose = input.prose else { return }
    for range in Collocations(prose).wrong() {
      result.report(
        draft.text.place(range), "“\(draft.text.string(range))”搭配不当", "请换一个与它相配的动词、形容词，或改换名词")
    }
  }
}

/// 搭配: nouns with what is said of them by mistake.
struct Collocations {
  private let prose: CheckProse

  init(_ prose: CheckProse) { self.prose = prose }

  /// Nouns with predicates that do not go with them, in the sequence of the text.
  func wrong() -> [Range<Int>] {
    var found: [Range<Int>] = []
    Self.table.scan(prose.units) { number, range in
      guard range.lowerBound >= found.last?.upperBound ?? 0, prose.isRead(range.lowerBound),
        !prose.isQuoted(range.lowerBound), !prose.isTitle(range.lowerBound)
      else { return }
      let row = Self.rows[Self.rowOfNoun[number]]
      if let end = predicate(behind: range.upperBound, row) {
        found.append(range.lowerBound..<end)
      } else if let start = verb(before: range, row) {
        found.append(start..<range.upperBound)
      }
    }
    return found
  }

  /// Where a wrong predicate ends that is all that the clause has behind its noun.
  private func predicate(behind noun: Int, _ row: Row) -> Int? {
    var index = noun
    while let adverb = Self.adverbs.first(where: { prose.has($0, at: index) }) { index += adverb.count }
    guard let word = (row.verbs + row.states).first(where: { prose.has($0, at: index) }) else { return nil }
    let end = index + word.count
    return endsClause(prose.has(Self.done, at: end) ? end + 1 : end) ? end : nil
  }

  /// Where a wrong verb begins that opens the clause which the noun ends, with no other verb between.
  private func verb(before noun: Range<Int>, _ row: Row) -> Int? {
    guard endsClause(behindFigure(noun.upperBound)) else { return nil }
    let clause = prose.clause(around: noun)
    var index = clause.lowerBound
    while let lead = Self.leads.first(where: { prose.has($0, at: index) }) { index += lead.count }
    guard noun.upperBound - index <= 18, let verb = row.verbs.first(where: { prose.has($0, at: index) })
    else { return nil }
    let object = index + verb.count..<noun.lowerBound
    guard object.lowerBound <= object.upperBound, prose.units[object].allSatisfy(Mark.isHan),
      !prose.units[object].contains(where: Self.breaks.contains), !prose.hasAny(Self.acting, in: object),
      !prose.hasAny(Self.nominal, in: object.dropLast(2))
    else { return nil }
    return index
  }

  /// 建议41条: where the figure behind a noun ends with its measure.
  private func behindFigure(_ noun: Int) -> Int {
    var end = noun
    while end < prose.units.count, Self.figures.contains(prose.units[end]) { end += 1 }
    return end > noun && end < prose.units.count && Mark.isHan(prose.units[end]) ? end + 1 : noun
  }

  private func endsClause(_ index: Int) -> Bool {
    index >= prose.units.count || prose.beginsParagraph(index) || Mark.clauseEnds.contains(prose.units[index])
  }
}

extension Collocations {
  fileprivate struct Row {
    var nouns: [String]
    /// Verbs that neither take the noun for an object nor have it for a subject.
    var verbs: [[UInt16]]
    /// What is told of it by mistake, but only behind it: 加快 takes verbs, too, and opens any clause.
    var states: [[UInt16]]
  }

  private static func row(_ nouns: String, _ verbs: String, _ states: String = "") -> Row {
    Row(
      nouns: Mark.texts(nouns),
      verbs: Mark.words(verbs),
      states: Mark.words(states))
  }

  private static let rows = [
    row(
      "知晓率 覆盖率 满意率 完成率 办结率 参与率 参保率 使用率 达标率 利用率 入住率 就业率 合格率 优良率 普及率 入学率 签约率 化解率 回复率 处置率 绿化率 执行率 到位率 落地率 整改率 转化率 兑现率 响应率",
      "扩大 加强 增强 改善 完善 健全 深化 加深 丰富 壮大 拓宽 夯实 缩短 加大", "加快 不明显 不显著 不充分 不到位 不深入 不健全 不完善 不强 不紧密 不顺畅 不快 充分 到位 明显 显著"),
    row(
      "满意度 知晓度 便利度 参与度 透明度 认可度 美誉度 获得感 幸福感 安全感 归属感 认同感 积极性 主动性 凝聚力 向心力 公信力", "扩大 完善 健全 改善 拓宽 深化 缩短 加大",
      "加快 不明显 不显著 不充分 不健全 不完善 不顺畅 不快"),
    row("水平", "增加 扩大 加强 增强 加大 健全 完善 深化 加深 拓宽 缩短 丰富", "加快 不明显 不健全 不完善 不到位 不充分 不紧密 不深入 不快 不大"),
    row("质量", "增加 扩大 增强 加大 健全 缩短 拓宽 深化", "加快 不明显 不健全 不完善 不大 不快 不深入"),
    row("效率", "增加 扩大 增强 加大 健全 完善 加强 深化 缩短 拓宽 丰富 壮大", "加快 不明显 不健全 不完善 不大 不到位 不深入"),
    row("能力", "加大 缩短 拓宽 健全", "加快 不明显 不健全 不完善 不深入 不快"),
    row("步伐", "提高 扩大 加大 增强 提升 增加 加强 完善 优化 深化 健全", "不高 不强 不深入 不健全 不完善"),
    row("力度", "扩大 丰富 健全 完善 改善 优化 拓宽 深化 缩短", "加快 不高 不快 不健全 不完善 不深入"),
    row("机制 体系 制度", "树立 提高 扩大 增强 加大 缩短 拓宽", "加快 不高 不大 不快 不多"),
    row("成本 费用", "缩短 减慢 减弱 缩小"),
    row("负担", "缩短 缩小 减慢"),
    row("时间 时限 周期 期限", "减小 缩小 减轻 降低 减弱"),
    row("规模", "加快 提高 增强 加强 完善 健全 深化", "加快 不强 不健全 不完善 不到位 不明显"),
    row("范围 覆盖面", "提高 增强 加强 健全 深化", "加快 不高 不强 不快 不健全 不完善"),
    row("环境", "提高 增强 扩大 加大 增加 健全 深化", "加快 不高 不快 不深入 不大"),
    row("作用", "提高 完善 健全 缩短 加大", "加快 不高 不健全 不完善 不快"),
    row("成效 效果", "健全 加强 完善 加大 缩短", "加快 不健全 不完善 不快 不深入"),
    row("氛围", "提高 扩大 健全 完善 加大", "加快 不高 不健全 不完善"),
    row("差距", "降低 减轻"),
    row("压力", "缩小 缩短 减慢"),
    row("活力 动力 潜力 信心 热情", "扩大 健全 完善 加大 缩短 优化 改善 拓宽", "加快 不健全 不完善 不到位 不明显"),
    row("意识 观念 理念", "建立 制定 扩大 健全 加大 优化 完善", "加快 不健全 不完善 不快 不明显"),
    row("人数 数量 总量 总数", "增强 加强 改善 完善 健全 深化 拓宽", "加快 不强 不健全 不完善 不到位 不明显 不高"),
    row("收入", "增强 加强 完善 健全 缩短 扩大", "加快 不强 不健全 不完善"),
    row("短板 弱项 堵点 痛点", "提高 增强 完善 健全 优化 扩大", "加快"),
    row("进度", "扩大 加强 增强 健全 完善 深化 加大 改善", "不强 不健全 不完善 不深入 不大"),
    row("需求", "改善 提高 加强 增强 健全"),
    row("意见 建议", "采取 实行 执行"),
    row("力量 队伍", "提高 扩展 缩短", "加快 不高 不快 不完善"),
  ]
  private static let nouns = rows.flatMap(\.nouns)
  private static let rowOfNoun = rows.enumerated().flatMap { row, content in content.nouns.map { _ in row } }
  private static let table = PhraseTable(nouns)
  private static let done = Mark.word("了")
  private static let adverbs = Mark.words(
    "不断 持续 进一步 明显 显著 大幅 稳步 逐步 有效 切实 得到 有所 全面 大大 极大 日益 更加 得以 还 仍然 仍 较为 比较 尚 依然 也 普遍 总体 整体 有待 需要 亟待 需 正在 逐年",
    "已经 已 很")
  private static let leads = Mark.words(
    "一是 二是 三是 四是 五是 六是 要 着力 进一步 不断 持续 有效 切实 努力 大力 积极 全面 逐步 稳步 深入 扎实 有力 大幅 极大 显著 明显 重点 同时 并 也 还 将 继续 更好 充分",
    "坚决 始终 力争 广泛 认真 主动 有序")
  private static let figures = UnitSet("0123456789.万余多")
  private static let breaks = UnitSet("上对把让使将由被以与和及并向为在是有从到于能会要可")
  /// Other verbs: what the noun is an object of.
  private static let acting = Mark.words(
    "提高 提升 增强 加强 扩大 改善 完善 健全 形成 构建 打造 推进 推动 促进 实现 发挥 达到 解决 化解 破解 优化 培育 壮大 拓展 深化 强化 落实 建立 激发 释放 营造 降低 减少 压缩",
    "缩短 转变 突破 提质 适应 反映 体现 影响 制约 实施 破除 探索 推行 做大 做强 做优 扩充 扩增 补齐 打通 消除 清理 发放 开展 制定 搭建")
  /// Words that are no verbs right before a noun: 保障能力.
  private static let nominal = Mark.words("建设 发展 保障 创新 控制 评价 监测 考核 评估")
}
