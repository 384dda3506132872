import ReportModel

/// 标题: two parts of one level under the same heading, and a heading with nothing under it.
struct HeadingsCheck: DraftCheck {
  let about = CheckDescription(
    "structure.headings", .warning, "同级标题重复，或者标题下没有内容",
    rationale:
      "套用上一节的格式时，标题容易忘改，内容容易漏贴。只比同一部分里编号不同的同级标题，逐字相同才指出；别的同级标题下都有内容，只有一个空着时指出。目录、清单和各领域里同名的小标题（如“主要做法”）不算。",
    source: "实务",
    triggering: [
      .draft("一、社会救助\n低保标准提高到每月860元。\n二、社会组织\n清理社会组织27家。\n三、[[社会组织]]\n婚姻登记跨区通办410对。"),
      .draft("工作成效\n（一）优化营商环境。企业开办半日办结。\n（二）[[优化营商环境]]。供应用地860亩。\n（三）激发创新活力。新认定企业53家。"),
      .draft("（一）统计体制改革\n在3个镇试行派驻，退改率降到2%以内。\n（二）[[审计体制改革]]\n（三）档案体制改革\n数字化室藏档案31万页。"),
    ],
    silent: [
      .draft("一、去年的工作\n完成40项任务。\n二、今年的工作\n各位委员、同志们，今年是规划开局之年，我们初步谋划改革任务32项，确定重点8项。"),
      .draft("一、经济领域\n（一）主要做法\n推行并联审批。\n（二）存在问题\n进度不平衡。\n二、社会领域\n（一）主要做法\n推行社区议事。\n（二）存在问题\n经费不足。"),
      .draft("目录\n一、总体情况\n二、主要做法\n一、总体情况\n完成40项。\n二、主要做法\n推行周调度。"),
      .draft("一、总体情况\n完成40项。\n二、重点改革任务\n（一）推进并联审批\n（二）推进社区议事\n三、存在问题\n进度不平衡。"),
      .draft("（一）院团改革落地。2家院团签订责任书。\n（二）场馆延时开放。"),
      .draft("一、总体情况\n完成40项。\n二、任务清单\n\n| 任务 | 单位 |\n|---|---|\n| 甲改革 | 区发改委 |\n\n三、存在问题\n进度不平衡。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let draft = input.draft, let prose = input.prose else { return }
    var groups: [Group: [Int]] = [:]
    for (index, section) in draft.sections.enumerated() where section.scheme.rank <= Self.deepest {
      groups[Group(parent: section.parent, article: section.article, scheme: section.scheme), default: []]
        .append(index)
    }
    for siblings in groups.values.sorted(by: { $0[0] < $1[0] }) where siblings.count > 1 {
      repeated(siblings.map { draft.sections[$0] }, draft, prose, &result)
      empty(siblings, draft, prose, &result)
    }
  }

  /// Sections of one level under one heading.
  private struct Group: Hashable {
    var parent: Int?
    var article: Int
    var scheme: HeadingScheme
  }

  private func repeated(
    _ sections: [DraftSection], _ draft: Draft, _ prose: CheckProse, _ result: inout CheckResult
  ) {
    var seen: [ArraySlice<UInt16>: DraftSection] = [:]
    for section in sections {
      let name = name(of: section, prose)
      guard name.count >= 4, let earlier = seen[prose.units[name]] else {
        if seen[prose.units[name]] == nil { seen[prose.units[name]] = section }
        continue
      }
      // A list of contents bears the same numbers.
      guard section.ordinal != earlier.ordinal || section.ordinal == nil, hasBody(earlier, draft) else {
        continue
      }
      result.report(
        draft.text.place(name), "同级标题“\(draft.text.string(name))”写了两次", "请按这一部分的内容改正标题，或把两部分并为一部分",
        related: [.init(draft.text.place(earlier.heading), "前一处在这里")])
    }
  }

  private func empty(
    _ siblings: [Int], _ draft: Draft, _ prose: CheckProse, _ result: inout CheckResult
  ) {
    let empty = siblings.filter { !hasBody(draft.sections[$0], draft) }
    guard let index = empty.first, empty.count == 1 else { return }
    let section = draft.sections[index]
    let name = name(of: section, prose)
    guard section.ordinal != nil || section.scheme.rank < 10, (3...40).contains(name.count),
      !draft.sections.contains(where: { $0.parent == index }),
      section.role != .attachments,
      siblings.allSatisfy({ isLine(self.name(of: draft.sections[$0], prose), draft, prose) }),
      !isOverTable(section, draft), !isFollowedByProse(section, draft, prose),
      draft.sections.allSatisfy({
        $0.range == section.range || prose.units[self.name(of: $0, prose)] != prose.units[name]
      })
    else { return }
    result.report(
      draft.text.place(name), "标题“\(draft.text.string(name))”下面没有内容", "请补上这一部分的内容，或删去标题")
  }

  /// The words of a heading, without a number that was read as part of them.
  private func name(of section: DraftSection, _ prose: CheckProse) -> Range<Int> {
    let start = section.heading.first { Mark.isHan(prose.units[$0]) } ?? section.heading.upperBound
    return start..<section.heading.upperBound
  }

  /// Whether more than the foot of a report stands under a heading.
  private func hasBody(_ section: DraftSection, _ draft: Draft) -> Bool {
    let rest = section.heading.upperBound + 1..<max(section.heading.upperBound + 1, section.range.upperBound)
    return rest.count > 300
      || draft.paragraphs.contains { $0.kind != .matter && $0.range.overlaps(rest) }
  }

  /// Whether a heading is a line of its own.
  private func isLine(_ name: Range<Int>, _ draft: Draft, _ prose: CheckProse) -> Bool {
    draft.paragraphs.contains {
      $0.kind == .heading && $0.range.contains(name.lowerBound)
        && !Mark.sentenceEnds.contains(prose.units[$0.range.upperBound - 1])
    }
  }

  /// 四、今年的工作, and then 各位委员、同志们,…: what was taken for another article is what stands under the heading.
  private func isFollowedByProse(_ section: DraftSection, _ draft: Draft, _ prose: CheckProse) -> Bool {
    guard let next = draft.paragraphs.first(where: { $0.range.lowerBound >= section.heading.upperBound })
    else { return false }
    return next.range.count > 20
      && draft.sections.allSatisfy { $0.heading.lowerBound != next.range.lowerBound || $0.ordinal == nil }
      && Mark.sentenceEnds.contains(prose.units[next.range.upperBound - 1])
  }

  /// Whether a table stands between a heading and the next paragraph.
  private func isOverTable(_ section: DraftSection, _ draft: Draft) -> Bool {
    guard let own = draft.text.segment(at: section.heading.upperBound - 1)?.block else { return false }
    let next = draft.text.segment(at: section.range.upperBound)?.block ?? Int.max
    return draft.tables.contains { own < $0 && $0 < max(next, own + 2) }
  }

  /// Parts and their numbered points; items inside running text are no headings.
  private static let deepest = HeadingScheme.chineseBracket.rank
}
