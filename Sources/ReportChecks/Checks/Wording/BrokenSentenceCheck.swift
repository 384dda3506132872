import ReportModel

/// 断句: a sentence that breaks off.
struct BrokenSentenceCheck: DraftCheck {
  let about = CheckDescription(
    "wording.broken-sentence", .warning, "句子没有说完",
    rationale: "“为使…。”“随着…。”只有状语没有主句；以“以及。”“并。”“把。”收尾，“缓解了老年人。”没有说缓解什么，或逗号后面直接是句号，都是删改时留下的半句。",
    source: "实务；GB/T 15834-2011,4.1",
    triggering: [
      .draft("[[着力破除制约高质量发展的体制机制。]][[协调配合不够，导致数据归集等方面的。]]"),
      .draft("[[为使体制机制更加健全。]]该区以重点工作为抓手。"),
      .draft("推进审批服务便民化，[[并。]]全年办件12万件。"),
      .draft("[[为解决办证难，市政务服务局会同市公安局、市民政局。]][[区财政局联合各有关部门。]]"),
      .draft("[[在区委的坚强领导下。]]各项改革任务按期完成[[,。]]"),
      .draft("实行挂图作战、销号管理，[[确保。]]办结486件，[[由。]]队伍的专业化水平[[亟待。]]形成初稿并[[征求各。]]"),
      .draft("一是健全机制。[[二是深化和完善。]][[着力解决经济运行中。]]推进改革[[，、]]优化环境。"),
      .draft("[[今后将在完善利益联结、壮大集体经济等方面。]][[专项小组要在深入调研的基础上。]]"),
      .draft("部门之间没有打通，同一企业信息[[仍需要。]]改革成果为发展[[打下了。]]依法维护渔民群众的[[合法权。]]"),
      .draft("[[覆盖快递、网约车等新就业群体党组织的。]]印发实施意见。关键在于把机构、编制[[一并。]]"),
      .draft("推动执法力量进一步[[向，]]执法效能明显提升。改革成果[[更加，]]群众满意。[[为企业提供。]]"),
      .draft("[[新建社区食堂36家，有效缓解了高龄、独居、失能老年人。]][[开发手机应用，使群众在家就能预约挂号、在线支付的便民服务。]]"),
      .draft("[[受理诉求640件，办结620件，办结率。]]把更多精力用[[在。]]"),
      .draft("[[改革专干多为兼职，难以保证。]][[推行告知承诺制，进一步压缩了。]][[跨部门事项，由区政务服务局。]]"),
      .draft("[[实现从“被动应付”到“主动服务”。]][[坚持把改革创新作为。]][[对表现突出的干部。]][[把督察与考核相结合，对推进不力的。]]取得[[了明显。]]"),
      .draft("从事改革工作的人员[[仅有。]]每名医师每月坐诊[[不少于，]]诊疗量提高。[[整改问题占总数的]]，其余正在整改。"),
      .draft("形成可复制、可推广、[[可。]]一是政策申报材料偏多；[[二是高层次人才。]]三是公共交通不便。[[个别乡镇。]]"),
      .draft("[[领导带头领衔，亲自部署、亲自过问、亲自。]][[充分发挥改革督察“利剑”。]][[开展以“减证便民”为主题的。]]"),
      .draft("一、主要做法\n强化水源保护，从源头上守住供水安全[[线，]]\n二、存在问题\n试点经会议审议，延[[期至]]完成。"),
      .draft(
        "[[少数手续还要申请人。]][[促进社区卫生站与医院、学校。]][[仍有5个系统需要。]][[下一步，将推动有关部门。]][[个别乡镇对改革。]][[人员流动性大、设备使用率。]]改革红利[[尚未惠及。]]"
      ),
      .draft("[[围绕破解数据共享不畅、业务协同不足等。]]各部门要抓好落实。"),
      .draft("[[通过建立“一窗受理”机制。]]数据共享壁垒尚未完全打通；[[由于部分乡镇改革力量薄弱。]]"),
      .draft("[[一些改革举措由于部门之间信息不畅。]][[为推动物业服务质价相符、提升居民满意度。]]"),
      .draft("[[改革工作有力有序，在市委改革办的指导下。]][[充分调动各级干部。]][[加强与周边地区的]]，推动产业协作。"),
      .draft(
        "一、主要做法\n全县安排改革任务46项，完成41项。县委深改委全年召开会议4次，审议通过改革文件15份，听取汇报12个。\n健全统筹机制，压实改革责任。各牵头单位责任意识明显增强，任务调度更加有力有序，群众办事更加便捷。\n推进审批制度改革，压减审批环节12个。网上可办率提高到93.2%，群众和企业办事更加便捷，满意度提高。\n二、存在问题\n宣传推介力度不够。经验总结提炼不够深入，在省级以上媒体刊发的稿件数量总体上仍然偏少，[[影响力]]\n三、工作打算\n扎实推进各项改革。督察发现问题57个，整改54个，其余3个正在整改，全年进展总体上较为顺利。"
      ),
    ],
    silent: [
      .draft("少数手续还要申请人线下提交材料。促进社区卫生站与医院、学校对接。不仅要靠政府，还需要群众。推动部门协同。完善制度，方便群众。仍有部分群众的需要。设备使用率不高。"),
      .draft("现有服务还不能满足需要。坚实基础已经打下了。这项改革是企业发展的需要。维护群众合法权益。"),
      .draft("图书实现通借通还，押金应还尽还。一项办法把收费、执法、养护一并纳入。由市政务服务局会同市公安局成立专班。由区改革办牵头，会同区民政局、区司法局推进。"),
      .draft("全县仅有3人，不少于上年。占比高的，优先安排。"),
      .draft("差距主要在服务意识、服务能力等方面。机制建立在协商的基础上。项目在建设过程中。"),
      .draft("先讲延期的。延期任务2项，均经会议审议同意。\n第二，评估已经印发的。对去年的成果开展评估。"),
      .draft(
        "一、主要做法\n全县安排改革任务46项，完成41项。县委深改委全年召开会议4次，审议通过改革文件15份，听取汇报12个\n健全统筹机制，压实改革责任。各牵头单位责任意识明显增强，任务调度更加有力有序，群众办事更加便捷\n推进审批制度改革，压减审批环节12个。网上可办率提高到93.2%，群众和企业办事更加便捷，满意度提高\n二、存在问题\n宣传推介力度不够。经验总结提炼不够深入，在省级以上媒体刊发的稿件数量总体上仍然偏少，影响力\n三、工作打算\n扎实推进各项改革。督察发现问题57个，整改54个，其余3个正在整改，全年进展总体上较为顺利。"
      ),
      .draft("组长陆秉和，副组长李向，改革方向更加明确，资料由企业提供，市场持续向好，稳中有进、以点带面，关系更加温和，请老渔民出面说和，人人参与。该改的，坚决改到位。"),
      .draft("着力破除制约高质量发展的体制机制障碍。损失主要是管理不善造成的。"),
      .draft("为使体制机制更加健全，该区以重点工作为抓手。为民服务水平不断提升。"),
      .draft("相关机构已完成合并。通过省级验收。在全市考核中位居第一。"),
      .draft("市场更加自由。关系趋于缓和。群众积极参与。改革动力源源不断。讲明了事由。工作仍在进行中。"),
      .draft("成绩是全区干部群众干出来的。制度得到深化和完善。矛盾在发展中解决。二是深化和完善监管机制。"),
      .draft("新建社区食堂36家，有效缓解了老年人就餐难。开发手机应用，使群众在家就能享受到便捷的服务。"),
      .draft("办结620件，努力提高办结率。主要矛盾依然存在。"),
      .draft("主要问题有数据共享不畅、业务协同不足等。议题围绕数据共享、业务协同等。"),
      .draft("时间难以保证。服务质量有效提升了。事项由区政务服务局牵头。推进不力的，予以通报。问责两类人：对任务敷衍的，对推进不力的。实现了从无到有。"),
      .draft("问题集中在三类：一是重点群体。二是重点企业。三是重点项目。凭证均可。服务企业、群众，即可。"),
      .draft("对表现突出的干部予以表彰。积极担当作为。印发实施。团结广大职工。关爱基层干部。改革活力有效激发。"),
      .draft("一是数据共享壁垒尚未打通，主要是由于标准不一；二是进度不平衡，多是由于部分乡镇力量薄弱。"),
      .draft("为推动高质量发展提供支撑。这主要是由于部门之间信息不畅。一些举措由于部门之间信息不畅推进缓慢。个别项目因资金未到位延期。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let draft = input.draft, let prose = input.prose else { return }
    let stop = Mark.word("。")[0]
    for sentence in draft.sentences where draft.paragraphs[sentence.paragraph].kind == .body {
      let range = sentence.range
      guard range.count > 1, prose.units[range.upperBound - 1] == stop else { continue }
      let end = range.upperBound - 1
      if Self.commas.contains(prose.units[end - 1]) {
        report(end - 1..<end + 1, draft, &result)
      } else if let start = danglingWord(range.lowerBound..<end, prose, input.terms.lexicon.value) {
        report(start..<end + 1, draft, &result)
      } else if isAdverbialAlone(range, end, prose)
        || UnfinishedClause(sentence: range.lowerBound..<end, prose).isBroken
      {
        report(range, draft, &result)
      }
      // …尚未打通;由于部分乡镇力量薄弱。: the last of several.
      if let mark = range.last(where: { prose.units[$0] == Mark.semicolon }), mark + 1 < end,
        isAdverbialAlone(mark + 1..<range.upperBound, end, prose)
      {
        report(mark + 1..<range.upperBound, draft, &result)
      }
      for comma in range where prose.units[comma] == UInt16(ascii: ",") && comma > range.lowerBound {
        if let start = DanglingTails.beforeComma.start(endingAt: comma, in: range, prose) {
          report(start..<comma + 1, draft, &result)
        } else if let link = danglingLink(before: comma, in: range, prose, input.terms.lexicon.value) {
          report(link..<comma + 1, draft, &result)
        } else if UnfinishedClause(sentence: range.lowerBound..<comma, prose).isBrokenInside {
          report(prose.clause(around: comma - 1..<comma), draft, &result)
        }
      }
    }
    // …守住底线, and then the next heading.
    let heads = Set(draft.sections.map(\.range.lowerBound))
    for (paragraph, next) in zip(draft.paragraphs, draft.paragraphs.dropFirst())
    where paragraph.kind == .body && paragraph.range.count > 12 && heads.contains(next.range.lowerBound) {
      let end = paragraph.range.upperBound
      if Self.openEnds.contains(prose.units[end - 1]), Mark.isHan(prose.units[end - 2]) {
        report(end - 2..<end, draft, &result)
      }
    }
    // 延期至完成: until when?
    for index in prose.units.indices where prose.units[index] == Self.until && prose.isRead(index) {
      if prose.hasAny(Self.delaying, before: index), prose.hasAny(Self.finishing, at: index + 1) {
        report(index - 1..<index + 1, draft, &result)
      }
    }
    for range in CutOffParagraphs(draft: draft, prose: prose).found {
      result.report(
        draft.text.place(range), "段末“\(draft.text.string(range))”后面没有句号，可能没有写完", "请补全这一句，并加上句号")
    }
    for index in prose.units.indices where Self.pauses.contains(prose.units[index]) {
      guard prose.isRead(index) else { continue }
      if index == 0 || prose.beginsParagraph(index) {
        report(index..<index + 1, draft, &result)
      } else if case let before = prose.units[index - 1], before != prose.units[index],
        Self.beforeNoPause.contains(before)
      {
        report(index - 1..<index + 1, draft, &result)
      }
    }
  }

  /// Where a word begins that ends a stretch and wants something behind it.
  private func danglingWord(_ range: Range<Int>, _ prose: CheckProse, _ lexicon: Lexicon) -> Int? {
    let end = range.upperBound
    if let start = DanglingTails.all.start(endingAt: end, in: range, prose) { return start }
    // 自由, 温和, 参与: the last character belongs to a word.
    let last = end - 1
    if last > range.lowerBound, Self.commas.contains(prose.units[last - 1]),
      Self.modals.contains(prose.units[last])
    {
      return last
    }
    guard Self.links.contains(prose.units[last]), !lexicon.isEmpty else { return nil }
    if last == range.lowerBound { return last }
    let before = prose.units[last - 1]
    // 看病更近, 离得不远又不近: a quality.
    if prose.units[last] == Self.nearby, Self.degrees.contains(before) { return nil }
    // 通借通还, 应还尽还: the fourth of two pairs that begin or end alike.
    if last - 3 >= range.lowerBound,
      before == prose.units[last - 3] || prose.units[last] == prose.units[last - 2]
    {
      return nil
    }
    if !Mark.isHan(before) { return Self.commas.contains(before) ? last : nil }
    for length in 2...4 where end - length >= range.lowerBound {
      let isWord = prose.units.withUnsafeBufferPointer { lexicon.word($0, end - length, length) != nil }
      if isWord { return nil }
    }
    return last
  }

  /// 进一步向, and a comma: what leads to another word, within a sentence.
  private func danglingLink(before comma: Int, in range: Range<Int>, _ prose: CheckProse, _ lexicon: Lexicon)
    -> Int?
  {
    let last = comma - 1
    let unit = prose.units[last]
    guard last > range.lowerBound, Self.insideLinks.contains(unit) || Self.loneLinks.contains(unit),
      !lexicon.isEmpty, !prose.isQuoted(last), prose.isRead(last)
    else { return nil }
    let before = prose.units[last - 1]
    if Self.commas.contains(before) { return Self.loneLinks.contains(unit) ? last : nil }
    guard Self.insideLinks.contains(unit), Mark.isHan(before) || before == Self.closing,
      !Self.beforeLinks.contains(before)
    else { return nil }
    for length in 2...4 where comma - length >= range.lowerBound {
      let isWord = prose.units.withUnsafeBufferPointer { lexicon.word($0, comma - length, length) != nil }
      if isWord { return nil }
    }
    // 组长陆秉和: a name.
    for family in [last - 1, last - 2] where family > range.lowerBound {
      let calling = prose.units[family - 1]
      if Mark.familyNames.contains(prose.units[family]),
        !Mark.isHan(calling) || Mark.callings.contains(calling)
      {
        return nil
      }
    }
    return last
  }

  /// Whether a sentence without any comma is nothing but its opening adverbial.
  private func isAdverbialAlone(_ range: Range<Int>, _ end: Int, _ prose: CheckProse) -> Bool {
    guard range.count <= 40, !prose.units[range].contains(where: Self.breaks.contains) else { return false }
    if prose.hasAny(Self.openers, at: range.lowerBound) { return true }
    if prose.units[range.lowerBound] == Self.purpose, prose.hasAny(BareClause.verbs, at: range.lowerBound + 1)
    {
      return !prose.hasAny(Self.serving, in: range)
    }
    if isCauseAlone(range, end, prose) { return true }
    return Self.frames.contains { frame in
      prose.hasAny(frame.openers, at: range.lowerBound) && prose.hasAny(frame.closers, before: end)
    }
  }

  /// 一些举措由于部门之间信息不畅: who, and why, but not what became of them.
  private func isCauseAlone(_ range: Range<Int>, _ end: Int, _ prose: CheckProse) -> Bool {
    guard prose.hasAny(Self.troubles, before: end),
      let cause = range.first(where: {
        prose.hasAny(Self.causes, at: $0) && !prose.hasAny(Self.judging, before: $0)
      }),
      end - cause <= 18
    else { return false }
    return !prose.hasAny(Self.outcomes, in: range)
      && prose.units[cause..<end].count { Self.negations.contains($0) } < 2
  }

  private func report(_ range: Range<Int>, _ draft: Draft, _ result: inout CheckResult) {
    result.report(draft.text.place(range), "“\(draft.text.string(range))”没有说完", "请补全这一句，或与下一句连起来")
  }
}

extension BrokenSentenceCheck {
  fileprivate static let commas = UnitSet(",、；：")
  private static let breaks = commas.without("、")
  fileprivate static let beforeNoPause = UnitSet(",。；：、")
  fileprivate static let openers = Mark.words(
    "为使 为了 随着 为进一步 为加快 为切实 为深入 为全面 鉴于",
    "通过建立 通过推行 通过实施 通过开展 通过完善 通过健全 通过搭建 通过推进 通过加强 通过优化 通过整合 通过组建 通过构建 通过深化")
  fileprivate static let openEnds = UnitSet(",、")
  fileprivate static let until = Mark.word("至")[0]
  fileprivate static let delaying = Mark.words("延期 延 推迟 顺延 延后 延长")
  fileprivate static let finishing = Mark.words("完成 办结 实施 建成 落实")
  private static let purpose = Mark.word("为")[0]
  /// 为…提供支撑: what is done for something.
  private static let serving = Mark.words(
    "提供 奠定 打下 注入 创造 贡献 作出 做出 积累 探索 蹚出 树立 增添 赢得 赋能 助力 夯实 筑牢 保驾 制定 制订 印发 出台 开展 组织 成立 现 特 将 了 我 根据 按照")
  private static let causes = Mark.words("由于 因为")
  private static let judging = Mark.words("是 主要 多 均 都 在于 原因 乃 正")
  private static let troubles = Mark.words(
    "不畅 不足 不够 不到位 不强 不高 不完善 不健全 不统一 不一致 不清 不明 不明确 不紧密 不充分 不及时 不对称 紧张 有限 薄弱 短缺 滞后 脱节 欠缺")
  /// What becomes of something.
  private static let outcomes = Mark.words(
    "进展 推进 进度 效果 成效 落实 落地 知晓 参与 覆盖 满意 影响 导致 造成 难 未 无法 没有 延期 推迟 停 原因 之所以 缓 慢 问题")
  private static let negations = UnitSet("不滞弱缺紧欠")
  fileprivate static let frames: [(openers: [[UInt16]], closers: [[UInt16]])] = [
    (
      Mark.words("在"),
      Mark.words("领导下 基础上 背景下 前提下 指导下 过程中 形势下 支持下 关怀下 的同时 等方面")
    ),
    (
      Mark.words("根据 按照 依据 围绕 针对"),
      Mark.words("要求 部署 安排 精神 规定 问题 目标")
    ),
    (Mark.words("自 自从"), Mark.words("以来")),
  ]
  /// 近 and what makes a quality of it: 看病更近.
  fileprivate static let (nearby, degrees): (UInt16, UnitSet) = (0x8FD1, UnitSet("更很最较不越太挺真"))
  /// Words of one character that lead to another; most words that end with one of them are in the word list.
  fileprivate static let links = UnitSet("由和与及将使让令但而且若如虽因且各每其这该某约近占较对于以向第不很最太也又仍却未已均还就更给共")
  /// Those that no clause ends with, either, and those that are no clause by themselves.
  private static let insideLinks = UnitSet("由和与及将使让向以把被")
  /// 说和, 普及, 导向: what makes a word with one of them that no list may hold.
  private static let beforeLinks = UnitSet("说讲劝求议缓温平谦饱总柔随祥涉波普企顾遍触危导方走流取去投志趋转意指偏朝单双横纵风航参赠施授出受退割避火车拖植棉")
  private static let loneLinks = UnitSet("由和与及将使让向以把被对从为并令")
  private static let closing = Mark.word("”")[0]
  /// 可复制、可推广、可: what leads to a verb, alone behind a mark.
  fileprivate static let modals = UnitSet("可能应须需要会愿敢不未已正更最")
  /// What stands behind no other mark, and at the head of no paragraph.
  fileprivate static let pauses = UnitSet("、，；")
}
