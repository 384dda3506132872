import ReportModel

/// 参见: 见表4, 如下表, 见第五部分, 详见附件: what a text points to must be there.
struct ReferencesCheck: DraftCheck {
  let about = CheckDescription(
    "structure.references", .warning, "正文指到的表、图、部分或附件不存在",
    rationale:
      "“见表4”要有题为“表4”的表，“见下表”后面要有表，“见第五部分”要有第五部分；报告有落款、却没有附件说明的，“详见附件”无处可查。没有编号表题的稿子不查表号，没有落款的稿子可能还没附上附件，不查附件。",
    source: "GB/T 9704-2012,7.3.4；实务",
    triggering: [
      .draft("各镇办件量见表1，好评率见表2，退件原因见[[表4]]。\n表1 各镇办件量\n表2 各镇好评率\n表3 退件原因分布"),
      .draft("全县18项任务按期推进。\n表1 各镇办件量情况\n[[表1]] 各镇好评率情况"),
      .draft("一、总体情况\n完成40项，具体打算见[[第四部分]]。\n二、存在问题\n进度不平衡。\n三、下一步打算\n抓好落实。"),
      .draft("各领域完成情况见[[下表]]。\n一、存在问题\n进度不平衡。"),
      .draft("未完成事项共5项，名单详见[[附件]]。\n中共临江区委全面深化改革委员会办公室\n2023年12月28日"),
    ],
    silent: [
      .draft("各镇办件量见表1，好评率如表2所示。征求意见表3份，填报表5份。\n表1 各镇办件量\n表2 各镇好评率"),
      .draft("全县18项任务按期推进。\n表1 各镇办件量情况\n表1（续） 各镇办件量情况\n表2 各镇好评率情况"),
      .draft("一、总体情况\n完成40项，具体打算见第三部分。\n二、存在问题\n进度不平衡。\n三、下一步打算\n抓好落实。"),
      .draft("各领域完成情况见下表。\n\n| 领域 | 任务 |\n|---|---|\n| 经济 | 12 |\n| 社会 | 8 |"),
      .draft("未完成事项共5项，名单详见附件。\n附件：未完成事项名单\n中共临江区委全面深化改革委员会办公室\n2023年12月28日"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let draft = input.draft, let prose = input.prose else { return }
    numbering(draft, prose, &result)
    var captions: [UInt16: Set<Int>]?
    var missesAttachments = false
    for index in prose.units.indices.dropFirst(2).dropLast()
    where Self.pointers.contains(prose.units[index - 1]) && prose.isRead(index) && !prose.isTitle(index) {
      let rest = index..<prose.units.count
      guard prose.units[index - 1] != Self.seeing || !Self.beforeSeeing.contains(prose.units[index - 2])
      else { continue }
      switch prose.units[index] {
      case Self.table, Self.picture:
        guard let number = prose.units.itemNumber(at: index + 1) else { continue }
        let known = captions ?? self.captions(draft, prose)
        captions = known
        guard let numbers = known[prose.units[index]], !numbers.contains(number.value) else { continue }
        let range = index..<number.end
        result.report(
          draft.text.place(range),
          "没有“\(draft.text.string(range))”：编号有\(numbers.sorted().map(String.init).joined(separator: "、"))",
          "请改正编号，或补上这一张")
      case Self.next where prose.units[index + 1] == Self.table:
        guard let own = draft.text.segment(at: index)?.block, !draft.tables.contains(where: { $0 > own })
        else { continue }
        result.report(
          draft.text.place(index..<index + 2), "说见“下表”，后面没有表", "请补上表格，或删去这句话")
      case Self.first:
        guard let number = prose.units.itemNumber(at: index + 1), prose.has(Self.part, at: number.end) else {
          continue
        }
        let parts = draft.sections.filter { $0.scheme == .part || $0.scheme == .chineseComma }.compactMap(
          \.ordinal)
        guard let last = parts.max(), last > 1, last < number.value else { continue }
        let range = index..<number.end + Self.part.count
        result.report(
          draft.text.place(range), "没有“\(draft.text.string(range))”：正文只有\(last)个部分", "请改正所指的部分，或补上漏掉的部分")
      case Self.attachment[0]
      where prose.has(Self.attachment, at: index) && !missesAttachments && draft.attachments.isEmpty
        && draft.articles.contains { $0.office != nil && $0.range.overlaps(rest) && !$0.isNews }
        && !draft.paragraphs.contains { prose.has(Self.attachment, at: $0.range.lowerBound) }:
        missesAttachments = true
        result.report(
          draft.text.place(index..<index + 2), "正文指到附件，文后没有附件说明", "请在正文后写明附件的名称，或把内容写进正文")
      default: continue
      }
    }
  }

  /// 表1 and 表1 again: the numbers of tables in the order in which they stand; those of an attachment may begin anew.
  private func numbering(_ draft: Draft, _ prose: CheckProse, _ result: inout CheckResult) {
    var last: (number: Int, range: Range<Int>)?
    for paragraph in draft.paragraphs where paragraph.range.count < 60 && paragraph.range.count > 6 {
      let start = paragraph.range.lowerBound
      guard prose.units[start] == Self.table, let number = prose.units.itemNumber(at: start + 1),
        number.end + 2 < paragraph.range.upperBound, !Self.measures.contains(prose.units[number.end]),
        !Mark.sentenceEnds.contains(prose.units[paragraph.range.upperBound - 1])
      else { continue }
      let range = start..<number.end
      if let last, number.value == last.number, prose.units[number.end] != UInt16(ascii: "("),
        prose.units[number.end] != Self.continued
      {
        result.report(
          draft.text.place(range), "前面一张表已经是“\(draft.text.string(last.range))”，表的编号重了", "请改正表的编号",
          related: [.init(draft.text.place(last.range), "前面一张在这里")])
      }
      last = (number.value, range)
    }
  }

  private static let measures = UnitSet("个项份张条家次种类")
  private static let continued = Mark.word("续")[0]

  /// The numbers of tables and of pictures, from the lines that name them.
  private func captions(_ draft: Draft, _ prose: CheckProse) -> [UInt16: Set<Int>] {
    var found: [UInt16: Set<Int>] = [:]
    for paragraph in draft.paragraphs where paragraph.range.count < 60 {
      let mark = prose.units[paragraph.range.lowerBound]
      guard mark == Self.table || mark == Self.picture,
        let number = prose.units.itemNumber(at: paragraph.range.lowerBound + 1)
      else { continue }
      found[mark, default: []].insert(number.value)
    }
    return found
  }

  private static let pointers = UnitSet("见如由从据(")
  private static let beforeSeeing = UnitSet("意预听会看")
  private static let (seeing, next, first) = (Mark.word("见")[0], Mark.word("下")[0], Mark.word("第")[0])
  private static let (table, picture) = (Mark.word("表")[0], Mark.word("图")[0])
  private static let (part, attachment) = (Mark.word("部分"), Mark.word("附件"))
}
