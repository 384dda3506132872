import ReportModel

/// 总述与分述: fields, groups or reforms that a sentence names one after another, and those that are then told one by one.
struct ToldNamesCheck: DraftCheck {
  let about = CheckDescription(
    "structure.told-names", .warning, "总述点名的各个方面，与分述的不是同一个",
    rationale:
      "“经济、社会、生态、文化四个领域”这样点了名的几个方面，后面又逐个分述（小标题、段首或“某某改革方面，”）时，名称应当一一对得上。只有一个对不上、而同一位置分述的是另一个名称的，予以指出；简称不算。",
    source: "实务",
    triggering: [
      .draft(
        "全区在经济体制、社会治理、生态文明、文化体制四个领域部署任务44项。\n\n（一）经济体制领域\n部署15项。\n（二）社会治理领域\n部署12项。\n（三）[[城乡融合]]领域\n部署9项。\n（四）文化体制领域\n部署8项。"
      ),
      .draft(
        "全年改革任务20项，其中经济体制8项、生态环保4项、社会治理3项。\n\n（一）经济体制。完成8项。\n（二）生态环保。完成4项。\n（四）[[基层治理]]。3项全部完成。"
      ),
      .draft("围绕产业、科教、民生三条线推进：\n\n产业线：培育企业5家。\n[[教科]]线：引进工作站3个。\n民生线：建成驿站7处。"),
      .draft(
        "全年重点抓投资审批、市场准入、公平竞争三项改革。投资审批改革方面，联合图审率提高；市场准入改革方面，推行承诺制；[[招标投标]]改革方面，审查文件。"),
    ],
    silent: [
      .draft("全县设立林长523名，其中县级34名、乡级142名、村级347名；选聘护林员1460名。\n县级统筹，乡级落实，村级管护。\n\n一是林区基础设施薄弱。"),
      .draft(
        "全年改革任务20项，其中经济体制8项、社会治理5项、党的建设3项。\n\n（一）经济体制改革。完成8项。\n（二）社会治理改革。完成5项。\n（三）党建引领改革。完成3项。"
      ),
      .draft(
        "全区在经济体制、社会治理、生态文明、党的建设四个领域部署任务。\n\n（一）经济体制领域\n部署15项。\n（二）社会治理领域\n部署12项。\n（三）生态文明领域\n部署9项。\n（四）党建领域\n部署8项。"
      ),
      .draft("在经济、社会、生态三个领域推进。\n\n（一）经济领域\n部署15项。\n（二）社会领域\n部署12项。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let draft = input.draft, let page = input.page else { return }
    let told = ToldNames(page)
    let lists = told.lists()
    result.recognise("nameLists", "点名的领域、方面", lists.count)
    var seen: Set<Int> = []
    for list in lists {
      guard let (name, other) = told.stray(of: list), seen.insert(other.lowerBound).inserted else { continue }
      result.report(
        draft.text.place(other), "前面点名的是“\(draft.text.string(name))”，这里分述的是“\(draft.text.string(other))”",
        "请核对名称，统一写法", related: [.init(draft.text.place(name), "前面写在这里")])
    }
  }
}

/// Names in a row, and the places where each is told of.
private struct ToldNames {
  private let page: FigurePage
  private var units: [UInt16] { page.units }
  private let paragraphs: Set<Int>
  private let marks: [Int: DraftSection]

  init(_ page: FigurePage) {
    self.page = page
    paragraphs = Set(page.draft.paragraphs.map(\.range.lowerBound))
    marks = Dictionary(page.draft.sections.map { ($0.mark.upperBound, $0) }) { first, _ in first }
  }

  /// 经济、社会、生态三个领域; 经济12项、社会9项、生态7项.
  func lists() -> [[Range<Int>]] {
    var lists = FieldList.all(in: page.draft, nouns: FieldList.nouns + Self.nouns).map(\.names)
    for sentence in page.draft.sentences where sentence.quantities.count >= 3 {
      var run: [Range<Int>] = []
      var last = 0
      for figure in sentence.quantities {
        var name = page.lead(figure)
        if page.words(name).hasPrefix("其中") { name = name.dropFirst(2) }
        // 经济改革6项,完成5项;民生改革5项,全部完成;…: what became of each is told with it.
        if !run.isEmpty, page.words(name).hasAnyPrefix(Self.outcomes) { continue }
        let gap = run.isEmpty ? 0 : name.lowerBound - page.range(last).upperBound
        let goesOn =
          run.isEmpty
          || page.sameUnit(figure, last)
            && (gap <= 1 || gap < 24 && units[name.lowerBound - 1] == Mark.semicolon)
        last = figure
        // 县级34名、乡级142名、村级347名: persons are no fields.
        let isName =
          page.tail(figure).isEmpty && !Self.persons.contains(page.unit(figure))
          && (2...16).contains(name.count)
          && name.allSatisfy { Mark.isHan(units[$0]) } && !page.words(name).hasAnyPrefix(Self.sums)
        if isName, goesOn {
          run.append(name)
        } else {
          if run.count >= 3 { lists.append(run) }
          run = isName ? [name] : []
        }
      }
      if run.count >= 3 { lists.append(run) }
    }
    return lists
  }

  /// The one name of a list that is told of nowhere, and what is told of in its place.
  func stray(of list: [Range<Int>]) -> (name: Range<Int>, other: Range<Int>)? {
    guard let end = list.last?.upperBound, Set(list.map { Array(units[$0]) }).count == list.count else {
      return nil
    }
    let places = list.map { place(of: units[$0], from: end) }
    guard places.count(where: { $0 == nil }) == 1, let missing = places.firstIndex(of: nil) else {
      return nil
    }
    let told = places.compactMap { $0 }
    guard told.count >= 2, zip(told, told.dropFirst()).allSatisfy({ $0.upperBound <= $1.lowerBound }) else {
      return nil
    }
    var frame = told.dropFirst().reduce(behind(told[0].upperBound)) { common, next in
      Array(zip(common, behind(next.upperBound)).prefix { $0 == $1 }.map(\.0))
    }
    let areSections = told.allSatisfy { marks[$0.lowerBound] != nil }
    guard
      frame.contains(where: { Mark.isHan($0) || $0 == Mark.colon || $0 == Self.end })
        || areSections && frame.first == Self.stop
    else { return nil }
    // 牧区改革。6项全部完成, 民生保障。完成5项: headings that end with a full stop.
    if areSections, frame.first == Self.stop { frame = [Self.stop] }
    let from = missing == 0 ? end : told[missing - 1].upperBound
    let next = areSections ? marks.keys.filter { $0 > from }.min().map { min($0 + 18, units.count) } : nil
    let to =
      missing < told.count ? told[missing].lowerBound : max(from, next ?? min(from + Self.reach, units.count))
    let others = (from..<to).compactMap { start in self.other(at: start, frame, like: told[0], before: to) }
    guard others.count == 1, let other = others.first, !isShort(units[other], units[list[missing]]),
      !list.contains(where: { units[$0].elementsEqual(units[other]) && $0 != list[missing] }),
      missing < told.count || follows(other, told[missing - 1])
    else { return nil }
    return (list[missing], other)
  }

  /// Where a name opens a paragraph, a section or a clause.
  private func place(of name: ArraySlice<UInt16>, from start: Int) -> Range<Int>? {
    guard let head = name.first, units.count - start >= name.count else { return nil }
    return (start...(units.count - name.count)).lazy.first { index in
      units[index] == head && opens(index) && units[index..<index + name.count].elementsEqual(name)
    }.map { $0..<$0 + name.count }
  }

  private func opens(_ index: Int) -> Bool {
    paragraphs.contains(index) || marks[index] != nil
      || index > 0 && Mark.clauseEnds.contains(units[index - 1])
      // 聚焦共建共治,深化基层治理改革.
      || index > 2 && Self.leads.contains { units[index - 2..<index].elementsEqual($0) } && opens(index - 2)
  }

  /// The few characters behind a name, ended where its paragraph ends.
  private func behind(_ place: Int) -> [UInt16] {
    var frame: [UInt16] = []
    for index in (place..<units.count).prefix(6) {
      if paragraphs.contains(index) { return frame + [Self.end] }
      frame.append(units[index])
    }
    return place + 6 > units.count ? frame + [Self.end] : frame
  }

  /// Words that stand where a name might, in the same frame: 城乡融合 of 城乡融合领域.
  private func other(at start: Int, _ frame: [UInt16], like told: Range<Int>, before limit: Int) -> Range<
    Int
  >? {
    // 一是…: an ordinal is no name.
    guard opens(start), Mark.number(units[start]) == nil || units[start + 1] != Self.being,
      (marks[start] != nil) == (marks[told.lowerBound] != nil),
      marks[start]?.scheme == marks[told.lowerBound]?.scheme
    else { return nil }
    var end = start
    while end < min(start + 17, limit), Mark.isHan(units[end]) {
      if end - start >= 2, behind(end).starts(with: frame) { return start..<end }
      end += 1
    }
    return end - start >= 2 && behind(end).starts(with: frame) ? start..<end : nil
  }

  /// Of the last name: the next section of the run, or the next clause in its frame.
  private func follows(_ other: Range<Int>, _ last: Range<Int>) -> Bool {
    guard let section = marks[other.lowerBound], let before = marks[last.lowerBound] else { return true }
    return section.parent == before.parent && section.ordinal ?? 0 > before.ordinal ?? 0
  }

  /// 党建 and 党的建设: one is made of characters of the other; 科教 and 教科 are not.
  private func isShort(_ left: ArraySlice<UInt16>, _ right: ArraySlice<UInt16>) -> Bool {
    let (short, long) = left.count < right.count ? (left, right) : (right, left)
    // 纪检监察 and 纪律检查体制, 党的建设 and 党建引领: half of its characters, and the first.
    return short.count < long.count && short.allSatisfy(long.contains)
      || short.first == long.first && short.first.map(Self.parties.contains) ?? false
  }

  private static let leads = Mark.words("深化 推进 加快 抓好 抓实 完善 加强 优化 创新 统筹 推动")
  private static let parties = UnitSet("党纪")
  private static let (stop, being) = (Mark.word("。")[0], Mark.word("是")[0])
  /// Stands for the end of a paragraph.
  private static let end: UInt16 = 0
  private static let reach = 1200
  private static let persons: Set<String> = ["人", "名", "人次", "位"]
  private static let outcomes = ["完成", "已完成", "延期", "推进", "全部", "序时", "正在"]
  private static let sums = ["合计", "共", "总计", "其中", "完成", "延期"]
  private static let nouns = ["项改革", "项重点改革", "条主线", "条线", "大工程", "大行动", "大板块", "方面"]
}
