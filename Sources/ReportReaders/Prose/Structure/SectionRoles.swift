import ReportModel

/// Gives sections their roles from the words of their headings and from their place among their like.
struct SectionRoles {
  let units: UnsafeBufferPointer<UInt16>
  let terms: DomainTerms
  private var reportYear: Int?

  init(units: UnsafeBufferPointer<UInt16>, terms: DomainTerms) {
    self.units = units
    self.terms = terms
  }

  /// Assigns the roles of one article's sections, given as their indices.
  mutating func assign(to sections: inout [DraftSection], _ indices: Range<Int>, year: Int?) {
    reportYear = year
    for index in indices where sections[index].scheme == .lead && sections[index].role == .plan {
      // 2023年,我县计划实施改革40项: the report's own year is no plan.
      if let told = WrittenYear.first(in: sections[index].heading.prefix(5), of: units), let year,
        told <= year
      {
        sections[index].role = .other
      }
    }
    for index in indices where sections[index].role == .other || sections[index].scheme == .lead {
      // (二)…不够平衡。部门之间还存在差距: inside the problems a sentence of one opens no new part.
      if sections[index].scheme == .lead {
        let hasItems = sections.indices.contains(index + 1) && sections[index + 1].parent == index
        if !hasItems, sections[index].role == inherited(sections[index].parent, sections) {
          sections[index].role = .other
        }
        guard sections[index].role == .other else { continue }
      }
      if sections[index].parent == nil, opensNextYear(sections[index]) {
        sections[index].role = .plan
        continue
      }
      // Inside a plan or a list of problems, words such as 延期任务 only name what the plan is about.
      let above = inherited(sections[index].parent, sections)
      if above == .plan || above == .problems { continue }
      let role = wordedRole(sections[index])
      // 存在问题 in a line of its own behind the delayed items: no more of them.
      if above == .delays, role != .problems && role != .plan || sections[index].scheme != .bare { continue }
      sections[index].role = role
    }
    var siblings: [Int?: [Int]] = [:]
    for index in indices where sections[index].scheme != .lead {
      siblings[sections[index].parent, default: []].append(index)
    }
    for index in cardHolders(among: indices, siblings, sections) { sections[index].role = .domain }
    for (parent, group) in siblings.sorted(by: { ($0.value.first ?? 0) < ($1.value.first ?? 0) }) {
      assignDomains(to: &sections, group, parent: parent)
      if parent == nil, !group.contains(where: { sections[$0].role == .domain }) {
        for index in ledAlike(among: group, sections) { sections[index].role = .domain }
      }
    }
    guard !indices.contains(where: { sections[$0].role == .domain }) else { return }
    for group in siblings.values.sorted(by: { ($0.first ?? 0) < ($1.first ?? 0) }) {
      let slogans = slogans(among: group, sections)
      for index in slogans { sections[index].role = .domain }
      if !slogans.isEmpty { return }
    }
  }

  private func inherited(_ section: Int?, _ sections: [DraftSection]) -> SectionRole {
    var index = section
    while let current = index {
      if sections[current].role != .other { return sections[current].role }
      index = sections[current].parent
    }
    return .other
  }

  private func wordedRole(_ section: DraftSection) -> SectionRole {
    // The first phrase of an item is a sentence, not a heading: 存在…问题 in it says nothing.
    if section.scheme.isInline || section.heading.count > 40 { return .other }
    // (1)甲,因…,顺延至2023年9月: when an item is put off to makes it no plan.
    if let year = WrittenYear.first(in: section.heading, of: units)
      ?? WrittenYear.last(of: section.heading, in: units), let reportYear, year > reportYear,
      ClaimWords.delayed.first(in: section.heading, of: units) == nil,
      SectionRoleWords.unfinished.first(in: section.heading, of: units) == nil
    {
      return .plan
    }
    let clause = firstClause(section.heading)
    // 正视差距,持续用力: of faults the first clause tells.
    if clause != section.heading,
      SectionRoleWords.rows.contains(where: {
        $0.role == .problems
          && $0.atEnd.match(before: clause.upperBound, in: units, start: clause.lowerBound) != nil
      })
    {
      return .problems
    }
    let heading = section.heading
    for index in SectionRoleWords.rows.indices {
      let ends =
        SectionRoleWords.rows[index].atEnd.match(
          before: heading.upperBound, in: units, start: heading.lowerBound) != nil
      let holds = SectionRoleWords.rows[index].anywhere.first(in: heading, of: units) != nil
      guard ends || holds else { continue }
      let role = SectionRoleWords.rows[index].role
      // 部分重点任务进展 are not all fields.
      if role == .domains,
        Self.partial.match(at: heading.lowerBound, in: units, end: heading.upperBound) != nil
      {
        continue
      }
      // 产业专班:7件,办结6件,1件留到明年: what was put off is no plan, and what else is told no list of it.
      if role == .plan, countsDelays(heading) { continue }
      if role == .delays, let colon = heading.first(where: { units[$0] == Unit.colon }),
        SectionRoleWords.rows[index].anywhere.first(in: heading.lowerBound..<colon, of: units) == nil
      {
        continue
      }
      // 补齐民生短板: what was done about a fault is none.
      let isMended = role == .problems && SectionRoleWords.mending.first(in: heading, of: units) != nil
      // 加强统筹谋划 tells how the work was led, not what comes next.
      let isSteered = role == .plan && SectionRoleWords.steering.first(in: heading, of: units) != nil
      if holds || !isMended && !isSteered { return role }
    }
    return .other
  }

  private static let partial = WordTable<Bool>(set: "部分 其他 有关 个别")

  private func countsDelays(_ heading: Range<Int>) -> Bool {
    heading.contains { Self.digits.contains(units[$0]) || (0x30...0x39).contains(units[$0]) }
      && ClaimWords.delayed.first(in: heading, of: units) != nil
  }

  /// 四、明确主攻方向。2022年,…: a part whose text begins with a later year than the report's.
  private func opensNextYear(_ section: DraftSection) -> Bool {
    guard let reportYear, !section.scheme.isInline, section.body < section.range.upperBound else {
      return false
    }
    let opening = section.body..<min(section.range.upperBound, section.body + 6)
    return WrittenYear.first(in: opening, of: units).map { $0 > reportYear } ?? false
  }

  /// A heading without its counts: 经济体制领域(9项,延期1项).
  private func label(of heading: Range<Int>) -> Range<Int> {
    let end = heading.first { units[$0] == Unit.openBracket || units[$0] == Unit.comma }
    return heading.lowerBound..<(end ?? heading.upperBound)
  }

  private func firstClause(_ heading: Range<Int>) -> Range<Int> {
    heading.lowerBound..<(heading.first { units[$0] == Unit.comma } ?? heading.upperBound)
  }

  /// Sections side by side are fields of reform where most of them are named like ones.
  private func assignDomains(to sections: inout [DraftSection], _ group: [Int], parent: Int?) {
    // 部分重点任务进展, beside fields: what it names are tasks.
    if let parent, sections[parent].role != .domains,
      sections.contains(where: {
        $0.role == .domain && $0.parent == sections[parent].parent && $0.article == sections[parent].article
      })
    {
      return
    }
    var above = parent
    while let current = above {
      switch sections[current].role {
      case .plan, .problems, .attachments, .delays, .domain: return
      default: above = sections[current].parent
      }
    }
    let namedSections = Set(group.filter { terms.names(sections[$0].heading, in: units) })
    // 民生领域改革 among fields of reform is one of them, whatever role its words would give it elsewhere.
    let alike =
      group.count { index in
        namedSections.contains(index)
          && (sections[index].role == .other
            || sections[index].role == .domains
              && Self.generic.first(in: sections[index].heading, of: units) == nil)
      } >= 2
    let open = group.filter {
      // 【05号·已销号】甲改革: an item that says how it stands is no field.
      if StandingMark.says(sections[$0].mark, units) != nil { return false }
      // ①经济领域延后的是“甲”,起因是…: an item that is put off names its field, too.
      if ClaimWords.delayed.first(in: label(of: sections[$0].heading), of: units) != nil { return false }
      return sections[$0].role == .other
        || (alike && [.domains, .achievements, .overview].contains(sections[$0].role)
          && Self.generic.first(in: sections[$0].heading, of: units) == nil
          && namedSections.contains($0))
    }
    let byScheme = Dictionary(grouping: open) { sections[$0].scheme }
    for members in byScheme.values {
      let named = members.filter { namedSections.contains($0) }
      // ——承接市级任务14项,完成12项;: a share of all tasks tells nothing but its count.
      let counted = members.filter {
        statesCount(sections[$0])
          && (sections[$0].range.upperBound - sections[$0].body > 30 || named.contains($0))
      }
      let reforms = members.filter {
        terms.mayName(sections[$0].heading, in: units) || named.contains($0)
      }
      let areReforms = reforms.count >= 3 && reforms.count * 3 >= members.count * 2
      // 经济体制方面, 社会事业方面: aspects of the kind that fields are.
      let areAspects =
        members.count >= 3
        && members.allSatisfy {
          Self.aspects.match(
            before: sections[$0].heading.upperBound, in: units, start: sections[$0].heading.lowerBound) != nil
        }
        && members.count { terms.field(of: sections[$0].heading, in: units) != nil } * 2 > members.count
      let parentSays = parent.map { sections[$0].role == .domains } ?? false
      let likely = named.count * 2 >= members.count && named.count >= 2 && members.count >= 3
      guard
        // A report may be on one field alone.
        likely || areReforms || areAspects || counted.count >= 2
          || (parentSays && named.count == members.count)
          || (parentSays && members.count >= 3 && named.count * 3 >= members.count)
          || (named.count == members.count && named.count >= 2)
      else {
        continue
      }
      // Beside what is called a reform, 小结 and the like are no field; nor is 五、主要经济指标 beside 一、甲(4项任务).
      let labelled = members.filter { countsInHeading(sections[$0]) }
      let fields =
        likely
        ? members
        : areReforms
          ? members.filter { reforms.contains($0) || counted.contains($0) }
          : counted.count >= 2 && labelled.count == counted.count ? labelled : members
      // 改革推动有力有效 beside 产业改革 and 民生改革 is praise of all; beside praise of each field it names its own.
      let praises = members.filter {
        let heading = sections[$0].heading
        return !named.contains($0)
          && SectionRoleWords.praiseEnds.match(
            before: heading.upperBound, in: units, start: heading.lowerBound) != nil
      }
      for index in fields where !isSummary(sections[index].heading) {
        // 强化统筹谋划 beside fields by name tells how the work was led.
        let isSteering =
          named.count >= 2 && !named.contains(index)
          && SectionRoleWords.steering.first(in: sections[index].heading, of: units) != nil
        let isRemark =
          !named.contains(index)
          && SectionRoleWords.remarks.first(in: sections[index].heading, of: units) != nil
        let isPraise = named.count >= 2 && praises.count * 3 <= members.count && praises.contains(index)
        sections[index].role = isSteering || isRemark || isPraise ? .achievements : .domain
      }
    }
  }

  /// Whether a section opens with a count of tasks: 共10项任务.
  private func statesCount(_ section: DraftSection) -> Bool {
    let stop = min(section.range.upperBound, section.range.lowerBound + 60)
    guard section.heading.lowerBound < stop else { return false }
    if opensWithCount(section.heading.upperBound, stop) { return true }
    if countsInHeading(section) { return true }
    if bearsCount(section.heading.upperBound, stop) { return true }
    if dividesCount(section.heading.upperBound, stop) { return true }
    guard let cue = Self.counting.first(in: section.heading.lowerBound..<stop, of: units) else {
      return false
    }
    let rest = cue.range.upperBound..<max(cue.range.upperBound, min(stop, cue.range.upperBound + 12))
    return Self.tasks.first(in: rest, of: units) != nil
  }

  /// 对账小结: what all fields come to.
  private func isSummary(_ heading: Range<Int>) -> Bool {
    SectionRoleWords.summaries.match(before: heading.upperBound, in: units, start: heading.lowerBound) != nil
  }

  /// 以试点破题(4项任务).
  private func countsInHeading(_ section: DraftSection) -> Bool {
    section.heading.first { units[$0] == Unit.openBracket }
      .map { opensWithCount($0, section.heading.upperBound) } ?? false
  }

  /// 经济生态组:牵头项目13个,…: what the group bears, and how many.
  private func bearsCount(_ place: Int, _ stop: Int) -> Bool {
    var index = place
    while index < stop, index - place < 2, Self.marks.contains(units[index]) { index += 1 }
    guard let word = Self.bearing.match(at: index, in: units, end: stop) else { return false }
    index += word.length
    if let noun = Self.nouns.match(at: index, in: units, end: stop) { index += noun.length }
    let first = index
    while index < stop, (0x30...0x39).contains(units[index]) || Self.digits.contains(units[index]) {
      index += 1
    }
    return index > first && Self.countUnits.match(at: index, in: units, end: stop) != nil
  }

  /// 管理体制更加顺畅。突出“瘦身强体”,4项任务完成3项: what became of so many tasks, in the first sentence.
  private func dividesCount(_ place: Int, _ stop: Int) -> Bool {
    var index = place
    while let word = Self.dividing.first(in: index..<max(index, stop), of: units)?.range {
      if word.lowerBound > place,
        (0x30...0x39).contains(units[word.lowerBound - 1])
          || Self.digits.contains(units[word.lowerBound - 1])
      {
        return true
      }
      index = word.upperBound
    }
    return false
  }

  private static let dividing = WordTable<Bool>(
    products: [
      [
        ["项", "个", "件"], ["任务", "改革任务", "事项", "改革事项", "改革项目", "年度任务", "改革"],
        ["", "已", "均", "均已", "全部", "中", "按期", "如期"], StandingWords.done,
      ]
    ])
  private static let bearing = WordTable<Bool>(
    set:
      "牵头 承担 负责 共承担 共牵头 承接 安排 共安排 下达 共下达 实施 共实施 部署 共部署 确定 共确定 入库 共入库 列入 共列入 本领域列入 本领域 本领域共 纳入 共纳入")
  private static let nouns = WordTable<Bool>(set: "项目 任务 事项 改革任务 改革事项 改革项目 年度任务")
  private static let countUnits = WordTable<Bool>(set: "项 个 件 条")

  /// 产业改革。6个项目全部完成: the number itself is what the text begins with.
  private func opensWithCount(_ place: Int, _ stop: Int) -> Bool {
    var index = place
    while index < stop, index - place < 2, Self.marks.contains(units[index]) { index += 1 }
    if let lead = Self.wholes.match(at: index, in: units, end: stop) { index += lead.length }
    let first = index
    while index < stop, (0x30...0x39).contains(units[index]) || Self.digits.contains(units[index]) {
      index += 1
    }
    guard index > first, index - first <= 3 else { return false }
    if Self.counted.match(at: index, in: units, end: stop) != nil { return true }
    // 全市21件经济类改革事项办结19件
    guard let unit = Self.countUnits.match(at: index, in: units, end: stop) else { return false }
    let rest = index + unit.length..<min(stop, index + unit.length + 10)
    return Self.nouns.first(in: rest, of: units).map { noun in
      !(rest.lowerBound..<noun.range.lowerBound).contains { units[$0] == Unit.comma }
    } ?? false
  }

  private static let wholes = WordTable<Bool>(set: "全市 全区 全县 全旗 全州 本领域 该领域 全年 年度")
  private static let marks = Array("。:,(".utf16)
  private static let digits = Array("一二三四五六七八九十".utf16)
  private static let counted = WordTable<Bool>(
    set: "项, 项。 项; 项) 项任务 项改革任务 项改革事项 项年度任务 项重点任务 个项目 个改革项目 个任务 项全部 项均 项已 项完成 个全部 个均")
  /// Words of headings over all fields: 重点领域改革, 各领域改革进展.
  private static let generic = WordTable<Bool>(set: "重点领域 各领域 大领域 个领域 分领域 各专项 重点改革 重点任务 改革任务 任务完成 各项")
  private static let aspects = WordTable<Bool>(set: "方面 领域 条线 板块 篇", backwards: true)
  private static let counting = WordTable<Bool>(set: "共 共计 共有 承担 涉及 计划 部署 安排 明确 总计 合计 任务 改革事项")
  private static let tasks = WordTable<Bool>(set: "项任务 项改革 项重点 项年度 项工作 个任务 个改革 条任务 项,已 项,全部 项,完成 项、已 项;")
}
