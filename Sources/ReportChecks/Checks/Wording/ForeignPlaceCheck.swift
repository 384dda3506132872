import ReportModel

/// 外地名称: the name of another district where one's own must stand.
struct ForeignPlaceCheck: DraftCheck {
  let about = CheckDescription(
    "wording.foreign-place", .warning, "出现了别的区县的名称",
    rationale: "借用外地材料会留下人家的地名。只在地名充当本地主体时提示：后面跟着区委、区政府，或放在本地印发的文件名开头；学习、合作、对比、帮扶等提到外地的不算，也不看“城区”“新城区”这类普通词。",
    source: "GB/T 2260（名单）；实务",
    triggering: [
      .draft("2021年丰台区改革工作总结\n丰台区坚持系统谋划，丰台区委高度重视，丰台区各部门积极落实。出台《[[石景山区]]数据共享管理办法》，我区改革成效明显。"),
      .draft("2021年丰台区改革工作总结\n丰台区坚持系统谋划，丰台区委高度重视，丰台区各部门积极落实。[[石景山区]]委召开深改委会议2次，我区改革成效明显。"),
      .draft("2021年云岭区改革工作总结\n云岭区坚持系统谋划，云岭区委高度重视，云岭区各部门积极落实。下一步，[[荻浦区]]将严把项目准入关口。"),
      .draft(
        "2021年丰台区改革工作总结\n丰台区坚持系统谋划，丰台区委高度重视，丰台区各部门积极落实。[[石景山区]]128个社区全部上线，奋力谱写[[海淀区]]高质量发展新篇章。"),
      .draft(
        "青芦高新区2021年改革工作报告\n青芦高新区坚持系统谋划，青芦高新区各部门积极落实。实施细则经[[苏州工业园区]]管委会同意后推开，青芦高新区面貌一新。下一步，打造[[临浦经开区]]办事最快的窗口。"
      ),
      .draft(
        "2021年云岭县改革工作总结\n云岭县坚持系统谋划，云岭县委高度重视，落实省委、省政府部署。做法被省委改革办推广，被[[自治区]]党委改革办简报刊发。"),
      .draft("2021年云岭县改革工作总结\n云岭县坚持系统谋划，云岭县委高度重视。今年以来，[[我区]]改革成效明显。"),
      .draft("青芦高新区2021年改革工作报告\n高新区管委会落实市委部署，高新区企业增多。在[[全县]]划分网格36个。"),
      .draft("2021年丰台区改革工作总结\n丰台区坚持系统谋划，丰台区委高度重视。垃圾分类在[[石景山区]]217个小区推行。"),
      .draft("2021年丰台区改革工作总结\n丰台区坚持系统谋划，丰台区委高度重视，丰台区各部门积极落实。一是[[石景山区]]一些镇街抓改革的力量偏弱。"),
      .draft("2021年望克旗改革工作总结\n望克旗坚持系统谋划，全旗一盘棋推进。为[[我县]]边疆稳定提供保障。"),
      .draft("2021年丰台区改革工作总结\n丰台区坚持系统谋划，丰台区委高度重视，丰台区各部门积极落实。数据共享仍有堵点，与[[石景山区]]高质量发展的要求还有差距。"),
      .draft("2021年霁山市改革工作总结\n霁山市坚持系统谋划，霁山市委高度重视。全市推开，全市12个镇参与，全市一盘棋，全市上下同心。为带动[[全区]]改革提供样板。"),
      .draft("2021年霁山县改革工作总结\n霁山县坚持系统谋划，霁山县委高度重视，霁山县各部门积极落实。为稳定[[桐柏县]]粮食产能提供了支撑。"),
      .draft(
        "岳汀经济技术开发区2021年改革工作总结\n岳汀经开区改革任务18项。总结“扫码入企”做法，为[[澄湖经开区]]高质量发展再添动力。今年将为[[澄岚经开区]]留住更多技能人才。"
      ),
      .draft("粟岭县2021年改革工作总结\n粟岭县改革任务18项，粟岭县委高度重视。\n中共[[栗岭县]]委改革办\n2022年1月8日"),
      .draft("榕溪苗族侗族自治县2021年改革工作总结\n全县改革任务18项。[[芷江县]]各乡镇普遍修订了村规民约。"),
      .draft("望克旗2021年改革工作总结\n旗委、旗政府高度重视，全旗改革任务18项。清单制度在[[全县]]各级机关推行。"),
      .draft("青溪区2025年改革工作总结\n区委、区政府统筹推进，全区改革任务18项。河长制改革落地，这一做法已在[[全县]]推广。"),
      .draft(
        "云澜县2021年改革工作总结\n云澜县改革任务18项，云澜县委高度重视。为全市大局贡献更多[[萧山]]力量，交出一份优异的[[桐柏]]答卷，打造具有[[义乌]]辨识度的品牌，谱写中国式现代化[[晋江]]新篇章。"
      ),
      .draft("云澜县2021年改革工作总结\n云澜县改革任务18项，云澜县委高度重视。[[云岚县]]将坚持问题导向，[[澜云县]]各乡镇认真落实。"),
      .draft("2021年望克旗改革工作总结\n望克旗旗委、旗政府统筹，全旗推进。[[全县]]68家合作社规范运行。\n由[[县政务服务局]]牵头推进。"),
      .draft("2021年岚溪县改革工作总结\n岚溪县坚持系统谋划，岚溪县委高度重视，全县一盘棋。[[岚溪区]]卫生健康局牵头推进。"),
      .draft("2021年云岭区改革工作总结\n云岭区坚持系统谋划，云岭区委高度重视，云岭区各部门积极落实。下一步，结合[[丰台区]]“十五五”规划编制，提前储备改革项目。"),
    ],
    silent: [
      .draft("2021年岚溪县改革工作总结\n岚溪县坚持系统谋划，岚溪县委高度重视，全县一盘棋。原岚溪区政府旧址修缮，岚溪区域供水改造，岚溪市场运行平稳。"),
      .draft("2021年丰台区改革工作总结\n丰台区坚持系统谋划，丰台区委高度重视。在石景山区12个街道推广我区经验，在缓冲区3个村试点，县处级干部带头。"),
      .draft("云澜县2021年改革工作总结\n云澜县改革任务18项，云澜县委高度重视。与云岚县签订协议，赴澄湖经开区学习考察。全县一盘棋，县委高度重视。对口帮扶青乌旗，帮助全旗建校3所。"),
      .draft("云澜县2021年改革工作总结\n云澜县改革任务18项，云澜县委高度重视。借鉴萧山经验，贡献更多云澜力量、青年力量，交出和平答卷，推广浦江经验。引进义乌品牌，具有和平特色。"),
      .draft("岳汀经济技术开发区2021年改革工作总结\n岳汀经开区改革任务18项。排名仅次于澄湖经开区，打造一流高新区，为澄湖经开区龙头企业配套。国家级经开区扩区，为岳汀高新区减负。"),
      .draft("2021年霁山市改革工作总结\n霁山市坚持系统谋划，霁山市委高度重视。全市推开，全市12个镇参与，全市一盘棋，全市上下同心。青云高新区先行，带动全区改革。"),
      .draft("2021年丰台区改革工作总结\n丰台区坚持系统谋划，丰台区委高度重视。赴苏州工业园区管委会学习考察，落实自治区、直辖市工作要求。"),
      .draft("2021年云岭县改革工作总结\n云岭县坚持系统谋划，云岭县委高度重视。今年以来，我县改革成效明显，我市改革现场会在我县召开。"),
      .draft(
        "2021年云岭区改革工作总结\n云岭区坚持系统谋划，云岭区委高度重视，云岭区各部门积极落实。赴荻浦区学习考察，推动老旧小区、工业园区改造。参照丰台区“标准地”出让规定，复制丰台区“一窗通办”做法。"),
      .draft("2021年丰台区改革工作总结\n丰台区与石景山区政府签订合作协议，赴海淀区学习考察，改造新城区道路。对口帮扶的石景山区128个社区受益，服务海淀区高质量发展的协作机制不断健全。"),
      .draft("2021年丰台区改革工作总结\n丰台区坚持系统谋划，丰台区委高度重视。办件量仅次于海淀区，一季度从石景山区转移项目3个。落实《北京市优化营商环境条例》。"),
      .draft("2021年丰台区改革工作总结\n丰台区坚持系统谋划，丰台区委高度重视，丰台区各部门积极落实。与石景山区高质量发展的水平相比还有差距。"),
      .draft("临江市2021年改革工作总结\n临江市坚持系统谋划，临江市委高度重视。云岭县反映，我县试点有序推进，全县已有12个乡镇参与。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let draft = input.draft, let prose = input.prose else { return }
    let divisions = input.terms.divisions
    var found: [(name: Int, range: Range<Int>)] = []
    var end = 0
    for hit in input.found(.divisions) {
      let (name, range) = (hit.phrase, hit.range)
      guard range.lowerBound >= end, range.count >= 3, prose.isRead(range.lowerBound),
        Self.kinds.contains(prose.units[range.upperBound - 1]),
        !Self.commonWords.contains(divisions.names[name])
      else { continue }
      end = range.upperBound
      found.append((name, range))
    }
    result.recognise("placeNames", "区县名称", found.count)
    for range in ForeignLevels(prose: prose).strays {
      result.report(
        draft.text.place(range), "全文写的上级是省，这里写“自治区”", "请核对是否照搬了外地材料，或改为“省”")
    }
    guard let own = OwnPlace(input, draft, prose) else { return }
    for zone in ForeignZones(own, input.terms, draft, prose).strays {
      report(zone.range, zone.right, draft, &result)
    }
    for stray in ForeignSelves(own, draft, prose, divisions.names).strays {
      result.report(
        draft.text.place(stray.range), stray.said, "请核对是否照搬了外地材料，或改为“\(stray.right)”")
    }
    unlisted(Set(found.map(\.range.lowerBound)), own, input, draft, prose, &result)
    for range in bareNames(own, input, prose) { report(range, nil, draft, &result) }
    guard !found.isEmpty else { return }
    var counts: [Int: Int] = [:]
    for place in found { counts[place.name, default: 0] += 1 }
    let strangers = counts.keys.count { !own.has(divisions.names[$0]) }
    for place in found where !own.has(divisions.names[place.name]) && !own.isRival(counts[place.name] ?? 0) {
      let isCounty = divisions.codes[place.name].allSatisfy { $0 % 100 != 0 }
      guard
        !own.isZone && Self.actsAsOwn(place.range, draft, prose)
          || own.isAlike(place.range, prose) && Self.ownsWhatFollows(place.range, prose)
          || own.kind != nil && isCounty && strangers <= 2 && counts[place.name] == 1
            && Self.standsAlone(place.range, prose)
      else { continue }
      report(place.range, nil, draft, &result)
    }
  }

  /// Another place's name, or one's own misspelled.
  private func report(_ range: Range<Int>, _ right: String?, _ draft: Draft, _ result: inout CheckResult) {
    let name = draft.text.string(range)
    if let right {
      result.report(draft.text.place(range), "“\(name)”疑为“\(right)”，本地的名称写错了", "请核对；确指外地的，请写明关系")
    } else {
      result.report(
        draft.text.place(range), "“\(name)”不是本地，却写在本地的位置上", "请核对是否照搬了外地材料；确指外地的，请写明关系")
    }
  }

  /// Whether a name stands where only one's own can: before 委 or 政府, or at the head of an issued document.
  static func actsAsOwn(_ range: Range<Int>, _ draft: Draft, _ prose: CheckProse) -> Bool {
    let clause = prose.clause(around: range)
    if isSubject(range, prose) {
      return !dealsWithOthers(clause, prose) && !prose.hasAny(settling, in: clause)
    }
    if prose.hasAny(Self.relations, in: clause) { return false }
    if prose.isTitle(range.lowerBound),
      let document = draft.documents.first(where: { draft.titles[$0.title].range.contains(range.lowerBound) })
    {
      let title = draft.titles[document.title]
      return document.kind == .institutional && range.lowerBound - title.inner.lowerBound <= 6
    }
    return prose.hasAny(Self.institutions, at: range.upperBound)
  }

  /// 谱写…高质量发展新篇章, …128个行政村: what only a place of one's own has, and nothing in the sentence deals with another.
  static func ownsWhatFollows(_ range: Range<Int>, _ prose: CheckProse) -> Bool {
    let (start, end) = (range.lowerBound, range.upperBound)
    let (clause, sentence) = (prose.clause(around: range), prose.sentence(around: range))
    guard start > 0, end < sentence.upperBound, !prose.isTitle(start), !prose.isQuoted(start) else {
      return false
    }
    if prose.hasAny(Self.affairs, at: end) {
      // 与…高质量发展的要求还有差距: it is one's own development that asks for it.
      if Self.against.contains(prose.units[start - 1]),
        prose.hasAny(Self.demands, in: end..<clause.upperBound)
      {
        return !dealsWithOthers(end..<clause.upperBound, prose)
          && !prose.hasAny(Self.relations, in: clause.lowerBound..<start - 1)
      }
      return !dealsWithOthers(clause, prose) && !prose.hasAny(Self.relations, in: clause)
    }
    return start == clause.lowerBound && Mark.isDigit(prose.units[end])
      && !dealsWithOthers(sentence, prose)
  }

  /// Whether nothing in the sentence says what one has to do with a place: no visit, no example, no list, no address, no body of its own.
  static func standsAlone(_ range: Range<Int>, _ prose: CheckProse) -> Bool {
    let (start, end) = (range.lowerBound, range.upperBound)
    guard start > 0, end < prose.units.count, !prose.isTitle(start), !prose.isQuoted(start),
      Mark.isHan(prose.units[end]) || opensTheirs(end, prose), !goesOn(range, prose),
      !Self.kinds.contains(prose.units[start - 1]), prose.units[start - 1] != Mark.pause,
      // 新增城区学位, 7项城市更新任务.
      range.count > 3 || !OwnPlace.generic.contains(prose.units[end - 2]),
      !Mark.isDigit(prose.units[start - 1]), !Mark.numerals.contains(prose.units[start - 1])
    else { return false }
    let sentence = prose.sentence(around: range)
    return !dealsWithOthers(sentence, prose)
      && !prose.hasAny(Self.relations, in: prose.clause(around: range))
      && !prose.hasAny(Self.occasions, in: sentence)
      && !prose.hasAny(Self.following, before: start)
      && (Mark.isHan(prose.units[end]) || !prose.hasAny(theirs + spreading, in: prose.clause(around: range)))
  }

  /// Two characters before a kind of place that are no word, and make none with their neighbours.
  private func looksLikeName(_ start: Int, _ kind: UInt16, _ prose: CheckProse, _ lexicon: Lexicon) -> Bool {
    let units = prose.units
    return !lexicon.pair(units[start], units[start + 1]).isWord
      // 一季度报区委: 季度 ends there.
      && (start == 0 || !lexicon.pair(units[start - 1], units[start]).isWord)
      && (!lexicon.pair(units[start + 1], kind).isWord || prose.hasAny(Self.offices, at: start + 3))
  }

  /// 与云岚县签订协议: another place may well have nearly the same name.
  private static func isDealtWith(_ range: Range<Int>, _ prose: CheckProse) -> Bool {
    dealsWithOthers(prose.clause(around: range), prose)
      || range.lowerBound > 0 && against.contains(prose.units[range.lowerBound - 1])
  }

  /// Whether a name opens a sentence or a clause, or stands behind a word that only one's own place follows.
  static func isSubject(_ range: Range<Int>, _ prose: CheckProse) -> Bool {
    let (start, end) = (range.lowerBound, range.upperBound)
    guard end < prose.units.count, !prose.isQuoted(start), !prose.isTitle(start) else { return false }
    if isCounted(range, prose), !prose.units[range].contains(where: Self.functions.contains) { return true }
    guard Mark.isHan(prose.units[end]), !goesOn(range, prose) else { return false }
    let opens = prose.beginsParagraph(start) || start > 0 && Mark.clauseEnds.contains(prose.units[start - 1])
    return opens || prose.hasAny(Self.before, before: start)
  }

  /// 在…217个小区推行, 惠及…3.2万名老人, 将…全域纳入: so many of its own, or all of it, in a sentence that tells of no other.
  static func isCounted(_ range: Range<Int>, _ prose: CheckProse) -> Bool {
    var end = range.upperBound
    while end < prose.units.count, Mark.isDigit(prose.units[end]) || figures.contains(prose.units[end]) {
      end += 1
    }
    let isWhole = end == range.upperBound && prose.hasAny(wholes, at: end)
    guard
      isWhole
        || end > range.upperBound && Mark.isDigit(prose.units[range.upperBound]) && end < prose.units.count
          && measures.contains(prose.units[end]),
      prose.hasAny(before + reaching, before: range.lowerBound)
    else { return false }
    let sentence = prose.sentence(around: range)
    return !dealsWithOthers(sentence, prose) && !prose.hasAny(occasions + spreading, in: sentence)
  }

  /// 封控区, 禁养区: what an area is for.
  private static let functions = UnitSet("禁限封控养冲洪蓄滞置迁陷育采牧耕粮灌供储测保核缓起连集散聚居住商务产业学教医旅游港库尾头口心带")
  private static let figures = UnitSet(".万余多")
  private static let wholes = Mark.words("全域 全部 所有 全体 各")
  private static let measures = UnitSet("%个家所名户人条处座支位宗亩幢栋批")
  private static let reaching = Mark.words(
    "惠及 带动 选择 选取 选定 确定 涵盖 涉及 组织 发动 指导 整合 改造 将 把 对 建成 动员 引导 覆盖到 覆盖了 惠及了 推动了 带动了")

  /// 贡献更多萧山力量: what one's own place alone gives, before it the name of a county without its last character.
  private func bareNames(_ own: OwnPlace, _ input: CheckInput, _ prose: CheckProse) -> [Range<Int>] {
    guard !own.isZone else { return [] }
    var places: [Range<Int>] = []
    for index in prose.units.indices.dropFirst(4) where Self.merits.contains(prose.units[index]) {
      // 晋江新篇章.
      let end = prose.units[index - 1] == Self.new ? index - 1 : index
      let name = end - 2..<end
      guard prose.hasAny(Self.meritWords, at: index), name.allSatisfy({ Mark.isHan(prose.units[$0]) }),
        prose.isRead(index), !prose.isTitle(index), !prose.isQuoted(end - 1),
        !Self.dealsWithOthers(prose.sentence(around: name), prose)
      else { continue }
      var lead = name.lowerBound
      while let word = Self.more.first(where: { prose.has($0, at: lead - $0.count) }) { lead -= word.count }
      if prose.hasAny(Self.giving, before: lead) { places.append(name) }
    }
    guard !places.isEmpty, case let lexicon = input.terms.lexicon.value, !lexicon.isEmpty else { return [] }
    let divisions = input.terms.divisions
    return places.filter { name in
      let stem = Array(prose.units[name])
      let namesakes = divisions.names.indices.filter {
        let full = divisions.names[$0].utf16
        return full.count == 3 && full.starts(with: stem)
      }
      return !namesakes.isEmpty && lexicon.pair(stem[0], stem[1]).bits > Self.common
        && prose.units.indices.count { prose.has(stem, at: $0) } == 1
        && namesakes.allSatisfy {
          !own.has(divisions.names[$0]) && divisions.codes[$0].allSatisfy { $0 % 100 != 0 }
        }
    }
  }

  /// Names of two characters that no list holds: they look like one's own, are named once or twice, and are made of no words.
  private func unlisted(
    _ listed: Set<Int>, _ own: OwnPlace, _ input: CheckInput, _ draft: Draft, _ prose: CheckProse,
    _ result: inout CheckResult
  ) {
    guard let kind = own.kind ?? own.entitledKind, case let lexicon = input.terms.lexicon.value,
      !lexicon.isEmpty
    else { return }
    let units = prose.units
    var places: [[UInt16]: [Int]] = [:]
    for index in units.indices.dropFirst(2)
    where units[index] == kind && (prose.isRead(index) || own.heads(draft).contains { $0.contains(index) }) {
      let start = index - 2
      guard Mark.isHan(units[start]), Mark.isHan(units[start + 1]),
        OwnPlace.mayEnd(units[start + 1], kind),
        !Self.kinds.contains(units[start + 1]), !Self.kinds.contains(units[start]),
        !Self.notFirst.contains(units[start]),
        !Self.particles.contains(units[start]), !Self.particles.contains(units[start + 1]),
        own.misspelled(Array(units[start...index]), lexicon) != nil
          || own.isHalf(units[start...index]) || looksLikeName(start, kind, prose, lexicon)
      else { continue }
      places[Array(units[start...index]), default: []].append(start)
    }
    // A report on several districts names them all.
    // The office that signs may have it wrong as well.
    let others = places.filter { !own.isOwn($0.key) || own.misspelled($0.key, lexicon) != nil }
    guard others.count <= 2 else { return }
    for (name, starts) in others.sorted(by: { $0.value[0] < $1.value[0] }) where starts.count <= 2 {
      for start in starts where !listed.contains(start) && !prose.isQuoted(start) {
        let range = start..<start + 3
        // 云岚市 in the report of 云澜市.
        if let right = own.misspelled(name, lexicon) {
          if !Self.isDealtWith(range, prose),
            !prose.isTitle(start) || prose.has(Self.title, at: start - 1)
              || Self.actsAsOwn(range, draft, prose)
          {
            report(range, right, draft, &result)
          }
        } else if !prose.isTitle(start) || prose.has(Self.title, at: start - 1),
          (own.kind != nil || own.isHalf(units[range])) && Self.actsAsOwn(range, draft, prose)
            || own.isHalf(units[range]) && Self.ownsWhatFollows(range, prose)
              && !prose.hasAny(Self.serving, before: start)
        {
          report(range, nil, draft, &result)
        }
      }
    }
  }

  /// 和平, 建设 and the like are words rather than names.
  private static let common = 15
  private static let merits = UnitSet("力样答智方担范篇实之名速经辨特气路解风底蓝印故做品元标模")
  private static let meritWords = Mark.words(
    "力量 样板 答卷 智慧 方案 担当 范例 篇章 实践 之力 之为 名片 速度 经验 样本 辨识度 特色 特质 气派 路径 解法 风采 底色 蓝本 印记 故事 做法 品牌 元素 标识 模式")
  private static let giving = Mark.words(
    "贡献 贡献了 贡献出 提供 提供了 打造 展现 展现了 彰显 彰显了 交出 交出了 书写 谱写 形成 形成了 拿出 跑出 跑出了 擦亮 树立 作出 具有 富有 体现 体现了 讲好 唱响 打响 凸显 让")
  private static let more = Mark.words(
    "更多 更大 更多的 更大的 新的 的 一份 一批 一个 一张 一项 可复制 可推广 可借鉴 高质量 优异 优秀 亮丽 鲜活 鲜明 鲜明的 浓郁 独特 独特的 生动 精彩 新时代 现代化 现代化的 中国式 、 改革 发展"
  )
  private static let new = Mark.word("新")[0]
  private static let offices = Mark.words("委 政府 人民政府")
  static let behind = UnitSet("等和与及的级属直内外域里间位段块别分至到往")
  private static let title = Mark.word("《")
  private static let before = Mark.words("得到 实现 推动 全 覆盖 成为 由 为 经 在 纳入 列入 按照 使 让 令 建成 建成了 组建 组建了")
  /// Characters that join words: 中以区长, 均经县委.
  static let particles = UnitSet(
    "的了着过得以经均中于从将被把让使及其之而且或者所已为向由对在到与和同跟是有无不都也还仅只可能应须需按依据照当由并各某每第多少两几一二三四五六七八九十")
  static let notFirst = UnitSet("全各本该我在由为对和与及等是新老主城郊片园")

  static let kinds = UnitSet("区县市旗")
  private static let commonWords: Set<String> = Set(
    Mark.texts(
      "市辖区 新城区 新市区 市中区 城中区 城东区 城西区 城北区 城关区 城区 郊区 矿区 东城区 西城区 老城区 河东区 河西区 江北区 江南区 县级市 城厢区 新建区 大兴区 建设区 和平区 新兴区",
      "振兴区 兴安区 开平区 平安区 永定区 海港区 中原区 平原县 新县 高县"))
  private static let institutions = Mark.words("委 人民政府 政府 政协 人大 纪委 深改委 坚持 召开 制定 出台 印发")
  /// What a county does for the city it belongs to.
  private static let serving = Mark.words("服务 融入 支撑 助力 支持")
  private static let against = UnitSet("与同和离距跟")
  private static let demands = Mark.words("的要求 的需要 的需求 的目标 的定位 的任务要求 的期待 的期盼 的形势")
  private static let affairs = Mark.words(
    "高质量 经济社会 现代化 营商环境 特色 样板 干部群众 人民群众 广大 改革发展 改革工作 改革实践 全面深化改革 实践 新篇章 新局面 全域 各项 各级 振兴 经济高质量 事业")
  private static let relations = Mark.words(
    "与 和 同 赴 到 向 学习 借鉴 考察 对接 合作 结对 帮扶 支援 相邻 毗邻 联合 兄弟 等地 来自 转发 贯彻 落实 跨区 原")
}
