import ReportModel

/// The names of delayed items, cut out of the clauses that they stand in.
extension DelayReading {
  /// A name without what leads up to it and what ties it to its verb.
  func trimmedName(_ range: Range<Int>) -> Range<Int> {
    var name = tidy(range)
    while let word = Self.nameLead.match(at: name.lowerBound, in: units, end: name.upperBound)
      ?? Self.consequence.match(at: name.lowerBound, in: units, end: name.upperBound),
      word.length < name.count
    {
      name = tidy(name.lowerBound + word.length..<name.upperBound)
    }
    name = unnumbered(name)
    // 城乡融合发展改革中的甲: the field before it.
    if let inside = Self.inside.first(in: name.dropFirst(4), of: units)?.range,
      inside.upperBound + 4 <= name.upperBound,
      Self.fieldNames.match(before: inside.lowerBound, in: units, start: name.lowerBound) != nil
    {
      name = tidy(inside.upperBound..<name.upperBound)
    }
    // 未完成的1项为甲: the name stands behind its number.
    if let number = places.last(.namedNumbers, in: name),
      number.range.upperBound + 4 <= name.upperBound
    {
      name = tidy(number.range.upperBound..<name.upperBound)
    }
    while let word = Self.nameTail.match(before: name.upperBound, in: units, start: name.lowerBound),
      word.length + 4 <= name.count
    {
      name = tidy(name.lowerBound..<name.upperBound - word.length)
    }
    // 关于推进甲 is named by what is done; 关于…的意见 is the name of a document.
    if let about = Self.about.match(at: name.lowerBound, in: units, end: name.upperBound),
      !name.contains(where: { units[$0] == Unit.of("的") })
    {
      name = name.lowerBound + about.length..<name.upperBound
    }
    if Self.works.match(before: name.upperBound, in: units, start: name.lowerBound) != nil {
      name = name.lowerBound..<name.upperBound - 2
    }
    if name.isEmpty { return name }
    // 经济体制改革“甲”: the field before a quoted name.
    if !name.isEmpty, units[name.upperBound - 1] == Unit.closeQuote,
      let open = name.last(where: { units[$0] == Unit.openQuote }), open + 5 < name.upperBound,
      Self.fields.match(before: open, in: units, start: name.lowerBound) != nil
    {
      name = open + 1..<name.upperBound - 1
    }
    // 甲(再次顺延): what stands in brackets behind a name is said of it.
    if name.count > 6, units[name.upperBound - 1] == Unit.closeBracket,
      let open = name.last(where: { units[$0] == Unit.openBracket }), open >= name.lowerBound + 4,
      postponement(in: open..<name.upperBound) != nil
        || Self.leadLabels.match(at: open + 1, in: units, end: name.upperBound) != nil
    {
      name = name.lowerBound..<open
    }
    return name
  }

  /// 第12项“甲”, 12月底上线的甲: without its number in the ledger and without when it was to be done.
  private func unnumbered(_ name: Range<Int>) -> Range<Int> {
    if units[name].first == Unit.of("第"),
      let number = numerals.arabic(at: name.lowerBound + 1, end: name.upperBound)
        ?? numerals.chinese(at: name.lowerBound + 1, end: name.upperBound, scaleMayLead: false),
      number.end + 4 < name.upperBound, Self.numbered.contains(units[number.end])
    {
      return tidy(number.end + 1..<name.upperBound)
    }
    guard let month = name.prefix(8).first(where: { units[$0] == Unit.of("月") }),
      numerals.isDigit(name.lowerBound),
      let of = (month..<min(month + 10, name.upperBound)).first(where: { units[$0] == Unit.of("的") }),
      of + 4 < name.upperBound
    else { return name }
    return of + 1..<name.upperBound
  }

  private static let inside = WordTable<Bool>(set: "中的")
  private static let fieldNames = WordTable<Bool>(set: "改革 领域 方面 板块 条线 小组", backwards: true)
  private static let numbered = Array("项号件".utf16)
  private static let fields = WordTable<Bool>(
    set: "改革 领域 方面 专项小组 小组 专题组 专项组 任务 事项 项目 的 中 :", backwards: true)
  private static let about = WordTable<Bool>(set: "关于")
  /// 甲建设工作: the word behind a noun of doing adds nothing to a name.
  private static let works = WordTable<Bool>(
    set: "建设工作 改革工作 试点工作 整合工作 推进工作 改造工作 编制工作 修订工作 制定工作 创建工作 清理工作 起草工作 评估工作", backwards: true)
  static let namedNumbers = WordTable<Bool>(
    set: "项为 项是 的为 的是 项即 项任务为 项任务是 项任务即 项改革为 项事项为 项任务: 项事项: 项: 项,即 项,为 项任务,即 项延期,为 项延期,即 项任务中 项中")

  /// The names in “甲”“乙”、“丙”, where a stretch holds nothing else.
  func sideBySide(_ range: Range<Int>) -> [Range<Int>] {
    var names: [Range<Int>] = []
    var place = range.lowerBound
    while place < range.upperBound {
      if names.count > 0, units[place] == Unit.pause || units[place] == Unit.of("和") { place += 1 }
      guard place < range.upperBound, units[place] == Unit.openQuote,
        let close = (place..<range.upperBound).first(where: { units[$0] == Unit.closeQuote }),
        close - place > 4
      else { break }
      names.append(place + 1..<close)
      place = close + 1
    }
    return place == range.upperBound ? names : []
  }

  /// One item named twice (in its field and in an attachment) is one item; the telling inside its field stays.
  func distinct(_ items: [DelayedItem], _ draft: Draft) -> [DelayedItem] {
    var kept: [DelayedItem] = []
    var places: [ArraySlice<UInt16>: Int] = [:]
    for item in items {
      let name = core(of: item.name)
      guard let place = places[name] else {
        places[name] = kept.count
        kept.append(item)
        continue
      }
      var (best, other) = (kept[place], item)
      if best.domain == nil, item.domain != nil || item.reason?.count ?? 0 > best.reason?.count ?? 0 {
        swap(&best, &other)
      }
      best.approval = approval(in: best.range) ?? approval(in: other.range)
      best.reason = best.reason ?? other.reason
      best.until = best.until ?? other.until
      best.domain = best.domain ?? other.domain
      best.ordinal = best.ordinal ?? other.ordinal
      kept[place] = best
    }
    return kept.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// 建设甲体系, 甲体系改革: a name without the verb before it and the noun of doing behind it, where enough is left of it.
  func core(of name: Range<Int>) -> ArraySlice<UInt16> {
    let lead = Self.doing.match(at: name.lowerBound, in: units, end: name.upperBound)?.length ?? 0
    let tail = Self.deeds.match(before: name.upperBound, in: units, start: name.lowerBound)?.length ?? 0
    let core = lead + tail + 6 <= name.count ? name.dropFirst(lead).dropLast(tail) : name
    return Array(units[core])[...]
  }

  private static let doing = WordTable<Bool>(
    set: "推进 推动 推行 开展 建设 建立 完成 深化 健全 完善 实施 加快 探索 构建 组建 加强 优化 建立健全 加快推进 深入推进 稳步推进 持续推进")
  private static let deeds = WordTable<Bool>(set: "改革 建设 工作 任务 事项 项目 机制改革 试点改革", backwards: true)
  /// How far something has come.
  static let progressed = WordTable<Bool>(
    set:
      "完毕 已定 已完成 基本完成 已建成 已建好 基本建成 已成型 基本成型 已就绪 已落地 已启动 已到位 已通过 已形成 已出炉 已定稿 已确定 已起草 已上线 已开工 过半 做完了 完成了 建好了 做完",
    backwards: true)

  /// “甲”“乙”、“丙”等3项: the quotations side by side with one that names an item.
  func quotedBeside(_ name: Range<Int>, in whole: Range<Int>, _ draft: Draft) -> [Range<Int>] {
    guard name.lowerBound > whole.lowerBound, units[name.lowerBound - 1] == Unit.openQuote else { return [] }
    var names = [name]
    var place = name.upperBound + 1
    while place < whole.upperBound {
      if units[place] == Unit.pause || units[place] == Unit.of("和") || units[place] == Unit.of("及") {
        place += 1
      }
      guard place < whole.upperBound, units[place] == Unit.openQuote,
        let close = (place..<min(whole.upperBound, place + 60)).first(where: { units[$0] == Unit.closeQuote }
        ),
        close - place > 4
      else { break }
      names.append(place + 1..<close)
      place = close + 1
    }
    return names
  }

  /// 甲、乙、丙等3项任务: the names, where there are as many as are counted, or fewer with 等; else none.
  func enumerated(_ name: Range<Int>, _ draft: Draft) -> [Range<Int>] {
    guard let sentence = draft.sentence(at: name.lowerBound),
      let count = draft.sentences[sentence].quantities.last(where: {
        let range = draft.quantities[$0].range
        return range.lowerBound > name.lowerBound && range.upperBound <= name.upperBound
          && ["项", "个", "件"].contains(draft.quantities[$0].quantity.unit)
      })
    else { return [] }
    let figure = draft.quantities[count]
    let tail = Array(units[figure.range.upperBound..<name.upperBound])
    guard tail.isEmpty || Self.itemWords.contains(tail) else { return [] }
    var stop = figure.range.lowerBound
    let isOpen = stop > name.lowerBound && units[stop - 1] == Unit.of("等")
    if isOpen { stop -= 1 }
    var names: [Range<Int>] = []
    var start = name.lowerBound
    var depth = 0
    for index in name.lowerBound..<stop {
      switch units[index] {
      case Unit.openBracket, Unit.openQuote: depth += 1
      case Unit.closeBracket, Unit.closeQuote: depth -= 1
      case Unit.pause where depth <= 0:
        names.append(trimmedName(start..<index))
        start = index + 1
      default: continue
      }
    }
    names.append(trimmedName(start..<stop))
    let counted = figure.quantity.value
    guard names.allSatisfy({ $0.count >= 4 }),
      .init(names.count) == counted || isOpen && .init(names.count) < counted
    else { return [] }
    return names
  }

  private static let itemWords = ["任务", "事项", "改革任务", "改革事项", "工作", "项目", "改革", "改革项目", "工作任务"].map {
    Array($0.utf16)
  }

  /// 甲,由区发改局牵头,因…: the name stands before the clause that says who leads it.
  func unled(_ name: Range<Int>, from limit: Int) -> Range<Int> {
    var (start, end) = (name.lowerBound, name.upperBound)
    while start > limit,
      units[start] == Unit.of("由")
        && Self.leading.match(before: tidy(start..<end).upperBound, in: units, start: start) != nil
        || isLead(tidy(start..<end))
    {
      end = start - 1
      start = clauseStart(end, limit)
    }
    return start..<end
  }

  /// 甲改革由乙牵头,因…: up to who leads it; 6.甲改革。由乙牵头,因…: where the sentence begins with that, the item's head is the name.
  func headed(_ name: Range<Int>, _ draft: Draft) -> Range<Int> {
    guard let first = name.last(where: { units[$0] == Unit.of("由") }),
      Self.leading.match(before: name.upperBound, in: units, start: first) != nil
    else { return name }
    if first >= name.lowerBound + 4 { return name.lowerBound..<first }
    guard first == name.lowerBound,
      let section = draft.sentence(at: first).flatMap({ draft.sentences[$0].section }),
      case let heading = draft.sections[section].heading, (4...40).contains(heading.count),
      heading.upperBound < first, first - heading.upperBound <= 2
    else { return name }
    return heading
  }

  /// 市委编办牵头: a body and that it leads, with no word before it.
  private func isLead(_ clause: Range<Int>) -> Bool {
    guard clause.count <= 16, !units[clause].contains(Unit.of("由")),
      let word = Self.leads.match(before: clause.upperBound, in: units, start: clause.lowerBound)
    else { return false }
    let end = clause.upperBound - word.length
    return end > clause.lowerBound + 2 && Self.bodies.contains(units[end - 1])
  }

  private static let leads = WordTable<Bool>(set: "牵头 牵头负责 牵头实施 牵头推进 牵头办理", backwards: true)
  private static let bodies = "局委办部院会府室厅团行社司".utf16.map { $0 }

  private static let leading = WordTable<Bool>(
    set: "牵头 负责 牵头负责 牵头实施 牵头推进 承担 组织实施 实施 推进 主抓 领衔 具体负责", backwards: true)

  /// 延期任务, 推进中任务: a heading over items, and none of them.
  func isHeading(_ name: Range<Int>) -> Bool {
    var rest = name
    while let word = Self.headings.match(at: rest.lowerBound, in: units, end: rest.upperBound) {
      rest = rest.lowerBound + word.length..<rest.upperBound
    }
    return rest.isEmpty
  }

  static let headings = WordTable<Bool>(
    set:
      StandingWords.late.joined(separator: " ")
      + " 推进中 正在推进 持续推进 继续推进 未完成 尚未完成 终止 上年度 上年 去年 上一年 今年 当年 新增 全年 本年度 本年 年度 任务 事项 改革 项目 工作 重点 情况 说明 办理 原因 的 及 和 、"
  )

  func clauseStart(_ index: Int, _ limit: Int) -> Int {
    var start = index
    var depth = 0
    while start > limit {
      switch units[start - 1] {
      case Unit.closeBracket: depth += 1
      case Unit.openBracket where depth > 0: depth -= 1
      case Unit.comma where start == index: break
      case Unit.comma, Unit.semicolon, Unit.colon, Unit.openBracket: if depth == 0 { return start }
      default: break
      }
      start -= 1
    }
    return start
  }

  /// A quotation in a stretch that names a task: long enough not to be a slogan.
  func quotation(in range: Range<Int>, _ draft: Draft) -> Range<Int>? {
    var low = draft.quotations.prefixEnd { $0.lowerBound < range.lowerBound }
    var best: Range<Int>?
    while low < draft.quotations.count, draft.quotations[low].upperBound <= range.upperBound {
      if draft.quotations[low].count >= 8, best == nil { best = draft.quotations[low] }
      low += 1
    }
    return best
  }

  /// Without blanks, marks and quotation marks at its ends.
  func tidy(_ range: Range<Int>) -> Range<Int> {
    var first = range.lowerBound
    var stop = range.upperBound
    while stop > first, Self.edges.contains(units[stop - 1]) { stop -= 1 }
    while first < stop, Self.edges.contains(units[first]) { first += 1 }
    if stop - first > 2, units[first] == Unit.openQuote, units[stop - 1] == Unit.closeQuote,
      !(first + 1..<stop - 1).contains(where: { units[$0] == Unit.closeQuote })
    {
      return first + 1..<stop - 1
    }
    return first..<stop
  }
}
