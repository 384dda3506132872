import Foundation
import ReportModel

/// 数目与所列项: N项, 三个…文件, 八大领域 against what is listed.
struct ListCountCheck: Check {
  let about = CheckDescription(
    "arithmetic.list", .error, "写的数目与列出的项数不符",
    rationale: "书名号、引号并列后接“N个文件”“N项任务”的，“以下N个方面”后面一是二是的，“N大领域”与正文分节，逐项数过再核对。有“等”字的只在列得比写的还多时指出。",
    source: "实务",
    triggering: [
      .draft("出台《招商办法》《用地办法》《人才办法》[[四个]]文件。"),
      .draft("上年延期的“制定养老服务标准”“推进再生资源改革”[[3项]]任务，均已完成。"),
      .draft("编发《甲的探索》《乙的做法》《丙的经验》[[4篇]]。"),
      .draft("坚持[[“四个到位”]]：思想到位、组织到位、责任到位。"),
      .draft("健全[[五大]]机制：统筹协调机制、督察督办机制、考核评价机制、容错纠错机制。"),
      .draft("组建[[4支]]服务队（商会服务队、园区服务队、市场服务队）。"),
      .draft("突出抓好[[三个]]方面工作。一是抓谋划。二是抓落实。三是抓督察。四是抓宣传。"),
      .draft("重点做好以下[[四个]]方面工作：一是抓谋划。二是抓落实。三是抓督察。"),
      .draft("建立财政、审计、发改[[四]]部门联动机制。"),
      .draft("将企业划分为A、B、C、D[[五类]]实行差别化管理。"),
      .draft("15项改革事项分布在[[五个]]领域，其中经济领域5项、社会领域4项、文化领域3项、生态领域3项。"),
      .draft("推行[[“三个一”]]制度，即每月读一本书、每周下一次基层、每季写一篇体会、每年讲一堂课。"),
      .draft("[[六大]]领域改革全面推开。\n一、各领域进展\n（一）经济体制改革。共9项任务，全部完成。\n（二）社会体制改革。共6项任务，全部完成。\n（三）生态体制改革。共5项任务，全部完成。"),
    ],
    silent: [
      .draft("出台《招商办法》《用地办法》以及《人才甲》《人才乙》《人才丙》三个指导性文件。"),
      .draft("印发《甲办法》《乙清单》两份文件。"),
      .draft("存在问题：一是统筹不够。二是宣传不够。三是人手不够。下步抓好三项工作：一是抓谋划。二是抓落实。三是抓督察。"),
      .draft("健全两项机制：统筹协调机制和督察督办机制。"),
      .draft("新建站点4处：东门、西门等。"),
      .draft("工业产值、投资、税收等7项指标实现增长。"),
      .draft("产业、城建和民生等三个方面。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    result.report([.list], of: input, remedy: "请核对数目和所列各项，补上漏掉的或改正数目")
  }
}

struct ListRule {
  let page: FigurePage
  let status: StatusReading
  /// The titles and quotations by where they end.
  private let titles: [Int: Range<Int>]
  private let quotations: [Int: Range<Int>]

  init(page: FigurePage, status: StatusReading) {
    self.page = page
    self.status = status
    let outer = page.draft.titles.lazy.filter { $0.depth == 0 }.map { ($0.range.upperBound, $0.range) }
    titles = Dictionary(outer) { _, last in last }
    quotations = Dictionary(page.draft.quotations.map { ($0.upperBound, $0) }) { _, last in last }
  }

  func propose(_ book: inout RelationBook) {
    for figure in page.draft.quantities.indices {
      if page.claim(figure).period != .plan { namesRespectively(figure, &book) }
      guard page.isExact(figure), page.quantity(figure).precision == 0, page.value(figure) >= 2,
        page.value(figure) <= 30
      else { continue }
      marked(figure, &book)
      plain(figure, &book)
      ordinals(figure, &book)
      fields(figure, &book)
      respectively(figure, &book)
      namedParts(figure, &book)
    }
  }

  private func settle(
    _ figure: Int, _ counts: [Int], at place: Range<Int>? = nil, isOpen: Bool = false, isCertain: Bool = true,
    what: String,
    _ book: inout RelationBook
  ) {
    guard let count = counts.first else { return }
    let stated = page.value(figure)
    let fits = counts.contains { Decimal($0) == stated }
    let verdict: Relation.Verdict =
      fits
      ? .verified
      : isOpen
        ? (Decimal(counts.min() ?? 0) > stated && isCertain ? .broken : .undecided)
        : isCertain ? .broken : .undecided
    book.propose(
      Relation(
        .list, verdict, claimed: place ?? page.range(figure), result: place == nil ? figure : nil,
        members: [],
        arithmetic: fits ? "列出\(page.number(figure))\(what)" : "列出\(count)\(what),文中写\(page.number(figure))",
        message: "写的数目与列出的项数不符"),
      as: .place((place ?? page.range(figure)).lowerBound))
  }

  // MARK: 《甲》《乙》两份文件, “甲”“乙”2项任务

  private func marked(_ figure: Int, _ book: inout RelationBook) {
    var place = page.range(figure).lowerBound
    var isOpen = false
    if place > 0, page.units[place - 1] == Mark.andSoOn {
      isOpen = true
      place -= 1
    }
    let lead = place
    guard place > 0, page.units[place - 1] == 0x300B || page.units[place - 1] == 0x201D else { return }
    let closing = page.units[place - 1]
    var groups: [Int] = []
    var count = 0
    while let mark = mark(endingAt: place, closing) {
      count += 1
      place = mark.lowerBound
      // 《甲》以及《乙》: the number may be of the last group only.
      let (joined, length) = connective(before: place)
      if length > 0 {
        if joined { groups.append(count) }
        place -= length
      }
    }
    guard count > 0 else { return }
    // “尊重历史、兼顾现实、程序规范”三条原则: the things stand in one quotation.
    if count == 1, closing == 0x201D, !page.words(page.tail(figure)).hasPrefix("字"),
      let quotation = quotations[lead]
    {
      let items = page.units[quotation.lowerBound + 1..<quotation.upperBound - 1].split { $0 == Mark.pause }
      if items.count > 2, Set(items.map(\.count)).count == 1 {
        return settle(figure, [items.count], isOpen: isOpen, what: "项", &book)
      }
    }
    groups.append(count)
    guard count > 1 || !isOpen && !isLabel(figure), lead > place else { return }
    settle(figure, groups.reversed(), isOpen: isOpen, isCertain: count > 1, what: "个", &book)
  }

  /// 个 that belongs to a label behind a quotation: “书记项目”31个 counts what the quotation names.
  private func isLabel(_ figure: Int) -> Bool {
    let tail = page.tail(figure)
    return tail.isEmpty
  }

  private func mark(endingAt end: Int, _ closing: UInt16) -> Range<Int>? {
    closing == 0x300B ? titles[end] : quotations[end]
  }

  private func connective(before place: Int) -> (Bool, Int) {
    for (word, joins) in Self.connectives
    where place >= word.count && page.units[(place - word.count)..<place].elementsEqual(word) {
      return (joins, word.count)
    }
    return (false, 0)
  }

  // MARK: 财政、审计、发改四部门

  private func plain(_ figure: Int, _ book: inout RelationBook) {
    let lead = page.before(figure)
    guard lead.count >= 3, page.value(figure) <= 12 else { return }
    var stop = lead.upperBound
    var isOpen = false
    if page.units[stop - 1] == Mark.andSoOn {
      isOpen = true
      stop -= 1
    }
    // 按水面、水体、海床、底土分成五层: the verb stands between.
    let parted = Self.partings.first { page.words(lead.lowerBound..<stop).hasSuffix($0) }
    if let parted { stop -= parted.utf16.count }
    guard stop > lead.lowerBound,
      Mark.isHan(page.units[stop - 1]) || Self.isLetter(page.units[stop - 1]),
      parted != nil || !Self.notNouns.contains(page.units[stop - 1])
    else { return }
    var start = stop
    while start > lead.lowerBound,
      Mark.isHan(page.units[start - 1]) || page.units[start - 1] == Mark.pause
        || Self.isLetter(page.units[start - 1])
    {
      start -= 1
    }
    let list = start..<stop
    let pauses = list.count { page.units[$0] == Mark.pause }
    guard pauses > 0, start == lead.lowerBound || page.units[start - 1] != 0x300B,
      parted != nil || isNoun(figure)
    else {
      return
    }
    // The last item is a name of its own only if it is about as long as the others.
    var items: [Range<Int>] = []
    var from = list.lowerBound
    for index in list where page.units[index] == Mark.pause {
      items.append(from..<index)
      from = index + 1
    }
    items.append(from..<list.upperBound)
    // 统一为甲、乙、丙三个阶段: the verb tells where the first item begins.
    let verb = items[0].dropLast().last { Self.copulas.contains(page.units[$0]) }
    if let verb { items[0] = verb + 1..<items[0].upperBound }
    let inner = items.dropFirst().dropLast().map(\.count) + [items.last?.count ?? 0]
    guard let longest = inner.max(), longest <= (verb == nil ? 6 : 9) else { return }
    let joins = list.count { Self.joins.contains(page.units[$0]) }
    var counts = [items.count]
    if joins > 0 { counts += (1...joins).map { items.count + $0 } }
    settle(
      figure, counts, isOpen: isOpen,
      isCertain: joins == 0 && pauses >= 2
        && (longest <= 4 && (items.last?.count ?? 9) <= 4 || verb != nil && items[0].count <= 9), what: "项",
      &book)
  }

  /// The figure counts the listed things: 四部门, 三个环节; not 新增、改造12处.
  private func isNoun(_ figure: Int) -> Bool {
    let tail = page.tail(figure)
    return page.unit(figure) == "大" && tail.count >= 2 || Self.kinds.contains(page.unit(figure))
      || Self.nouns.contains { page.words(tail).hasPrefix($0) }
  }

  // MARK: 以下三个方面:一是…二是…

  private func ordinals(_ figure: Int, _ book: inout RelationBook) {
    let tail = page.tail(figure)
    guard tail.upperBound < page.units.count else { return }
    let isStep = Self.steps.contains { page.words(tail).contains($0) }
    switch page.units[tail.upperBound] {
    case Mark.colon: guard isStep || tail.isEmpty else { return }
    // 抓好三方面工作。一是…: announced by a verb.
    case Mark.stop:
      let lead = page.words(page.lead(figure))
      guard isStep, Self.announcing.contains(where: { lead.contains($0) }) else { return }
    default: return
    }
    let next = tail.upperBound + 1
    guard let first = page.draft.sections.firstIndex(where: { $0.range.lowerBound >= next }),
      page.draft.sections[first].range.lowerBound - next <= 2, page.draft.sections[first].ordinal == 1,
      page.draft.sections[first].scheme != .bare
    else { return }
    let (parent, scheme) = (page.draft.sections[first].parent, page.draft.sections[first].scheme)
    var count = 0
    for section in page.draft.sections[first...] {
      if section.parent == parent, section.scheme == scheme {
        guard section.ordinal == count + 1 else { break }
        count += 1
      } else if section.range.lowerBound
        >= (parent.map { page.draft.sections[$0].range.upperBound } ?? Int.max)
      {
        break
      }
    }
    settle(figure, [count], isCertain: count > 1, what: "项", &book)
  }

  // MARK: 八大领域

  private func fields(_ figure: Int, _ book: inout RelationBook) {
    let claim = page.claim(figure)
    guard claim.measure == .domains, claim.domain == nil, page.isTold(figure), status.fields.count > 2,
      !["跨", "涉及"].contains(where: { page.words(page.lead(figure)).hasSuffix($0) })
    else {
      return
    }
    switch page.draft.role(of: claim.section) {
    case .plan, .problems, .attachments: return
    default: break
    }
    // Fields that stand elsewhere than side by side were not meant to be counted together.
    let sections = status.fields.map { page.draft.sections[$0.section] }
    let isNumbered =
      sections.allSatisfy { $0.scheme != .bare } || status.fields.allSatisfy { !$0.layers.isEmpty }
    let isCertain = isNumbered && Set(sections.map(\.parent)).count == 1
    let counts = [status.fields.count, status.fields.count { !$0.layers.isEmpty }]
    // 城乡建设与社会民生改革: one heading may tell of two fields.
    let isJoined = sections.contains { section in
      section.heading.contains { Self.joins.contains(page.units[$0]) || page.units[$0] == Mark.pause }
    }
    settle(figure, counts, isOpen: isJoined, isCertain: isCertain, what: "个领域", &book)
  }

  // MARK: 五个领域,其中经济领域5项、社会领域4项

  /// So many fields, and behind 其中 one count for each that bears their name, all of them together as many as was said before.
  private func namedParts(_ figure: Int, _ book: inout RelationBook) {
    let noun = page.tail(figure)
    let siblings = page.siblings(of: figure)
    guard (2...4).contains(noun.count), siblings.contains(figure + 3),
      page.cues.has(.parts, in: page.before(figure + 1))
    else { return }
    let name = page.units[noun]
    var last = figure
    while siblings.contains(last + 1), page.sameUnit(last + 1, figure + 1), page.tail(last + 1).isEmpty,
      page.units[page.lead(last + 1)].suffix(name.count).elementsEqual(name)
    {
      last += 1
    }
    let count = last - figure
    let sum = (figure..<last).reduce(Decimal(0)) { $0 + page.value($1 + 1) }
    guard count > 2,
      (siblings.lowerBound..<figure).contains(where: {
        page.sameUnit($0, last) && page.value($0) == sum
      })
    else { return }
    settle(figure, [count], what: "项", &book)
  }

  // MARK: 四方面分别压减68%、57%、72%、80%

  /// So many things, and behind 分别 one figure for each.
  private func respectively(_ figure: Int, _ book: inout RelationBook) {
    let siblings = page.siblings(of: figure)
    guard page.isAmount(figure), let first = siblings.first(where: { $0 > figure }),
      // 省级4项、市级3项、区级5项,分别占…: one figure for each of the parts before.
      !(siblings.lowerBound..<figure).contains(where: { page.sameUnit($0, figure) }),
      let cue = page.cues.first(
        .respectively, in: page.range(figure).upperBound..<page.range(first).lowerBound),
      case let between = page.range(figure).upperBound..<cue.lowerBound, between.count <= 36,
      // 投资和产值分别为: one figure for each measure, not for each thing.
      between.count(where: { Mark.isListMark(page.units[$0]) }) <= 1, !page.has(Mark.pause, in: between),
      !between.contains(where: { Self.joins.contains(page.units[$0]) }),
      page.range(first).lowerBound - cue.upperBound <= 6
    else { return }
    var last = first
    while siblings.contains(last + 1), page.unit(last + 1) == page.unit(first),
      Self.between.contains(page.text(page.before(last + 1)))
    {
      last += 1
    }
    guard last > first, page.unit(first) != page.unit(figure) else { return }
    let isOpen = page.units[page.tail(last)].first == Mark.andSoOn
    settle(
      figure, [last - first + 1], at: page.range(first).lowerBound..<page.range(last).upperBound,
      isOpen: isOpen, what: "个数", &book)
  }

  /// 城区、城郊、乡村学校分别有14所、19所: as many figures as names.
  private func namesRespectively(_ first: Int, _ book: inout RelationBook) {
    let siblings = page.siblings(of: first)
    let lead = page.lead(first)
    guard let cue = page.cues.last([.respectively, .parts], in: lead), lead.upperBound - cue.upperBound <= 6,
      page.words(cue).hasPrefix("分别"),
      case let names = nameList(before: cue.lowerBound, from: page.before(first).lowerBound), !names.isEmpty
    else { return }
    var last = first
    while siblings.contains(last + 1), page.unit(last + 1) == page.unit(first),
      Self.between.contains(page.text(page.before(last + 1)))
    {
      last += 1
    }
    guard last > first, page.units[page.tail(last)].first != Mark.andSoOn,
      last + 1 >= siblings.upperBound || page.units[page.before(last + 1)].first != Mark.pause
    else { return }
    let count = last - first + 1
    // Two figures for each of them fit as well.
    let fits = names.contains { count % $0 == 0 }
    book.propose(
      Relation(
        .list, fits ? .verified : .broken,
        claimed: page.range(first).lowerBound..<page.range(last).upperBound, result: nil,
        members: [], arithmetic: fits ? "列出\(count)个数" : "前面\(names[0])项,后面\(count)个数",
        message: "“分别”前后的项数不一致",
        severity: .warning), as: .place(page.range(first).lowerBound))
  }

  /// How many names stand before 分别: each 和 may belong to a name or part two of them. Empty where there is no plain list.
  private func nameList(before end: Int, from limit: Int) -> [Int] {
    var start = end
    var pauses = 0
    while start > limit, Mark.isHan(page.units[start - 1]) || page.units[start - 1] == Mark.pause {
      if page.units[start - 1] == Mark.pause { pauses += 1 }
      start -= 1
    }
    let list = page.units[start..<end]
    guard pauses > 0, list.count <= 40, list.first != Mark.pause, !list.contains(Mark.andSoOn),
      start == limit || Mark.isListMark(page.units[start - 1])
        || start == page.draft.sentence(at: start).map({ page.draft.sentences[$0].range.lowerBound }) ?? -1
    else { return [] }
    let joins = list.count { Self.joins.contains($0) }
    return Array(pauses + 1...pauses + 1 + joins)
  }

  private static func isLetter(_ unit: UInt16) -> Bool { (0x41...0x5A).contains(unit) }

  private static let kinds: Set<String> = ["类", "级", "档", "色"]
  private static let between = ["、", "和", ",", "及"]

  private static let connectives: [([UInt16], Bool)] = [
    (Array("、以及".utf16), true), (Array(",以及".utf16), true), (Array("以及".utf16), true),
    (Array("和".utf16), true), (Array("及".utf16), true), (Array("与".utf16), true),
    (Array("、".utf16), false), (Array(",".utf16), false),
  ]
  private static let joins = Array("和及与".utf16)
  private static let partings = ["划分为", "划分成", "分成", "分为", "归为", "归并成"]
  private static let copulas = Array("为括即是分按成".utf16)
  private static let notNouns = Array("的了为有共达约增成建近超过到至等各每第前".utf16)
  private static let nouns = [
    "部门", "方面", "环节", "领域", "单位", "类型", "体系", "机制", "行动", "工程", "平台", "维度", "清单", "试点", "中心", "要素", "层面",
    "层级", "指标", "镇街", "街镇", "乡镇", "街道", "区县", "县区", "村", "社区", "园区", "国家", "城市", "措施", "举措", "制度", "功能", "服务",
    "业务", "职能", "标准", "原则", "要求", "关系", "特点", "优势", "难题", "难点", "阶段", "步骤", "渠道", "方式", "途径", "模式", "关口",
    "专科",
    "专题", "板块", "产业", "功能区", "队伍", "载体", "关键", "支柱", "目标", "主题", "路径", "环节", "事项", "领域",
  ]
  private static let announcing = ["抓", "做好", "做", "围绕", "突出", "以下", "存在", "聚焦", "着力", "开展", "从", "重点"]
  private static let steps = [
    "方面", "工作", "问题", "重点", "任务", "举措", "措施", "环节", "机制", "文章", "关键", "抓手", "行动", "事", "目标", "经验", "体会", "特点",
    "转变", "突破", "坚持", "不足", "短板",
  ]
}
