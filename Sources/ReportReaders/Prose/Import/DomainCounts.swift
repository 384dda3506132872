import ReportModel

/// A field's counts, and those where the noun is left out: 经济体制改革(10项)。已全部完成; 承担8项,完成7项,延期1项.
extension DomainFilling {
  /// The sentences that count tasks: 共10项任务,已全部完成.
  mutating func readCounts(_ domain: inout Domain, _ sentences: [Int], section: Int, path: FieldPath) {
    if readBareCount(&domain, sentences, section: section, path: path)
      || readFraction(&domain, sentences, path: path)
      || readDivision(&domain, sentences, section: section, path: path)
    {
      return
    }
    guard
      let first = sentences.first(where: { sentence in
        draft.claims(inSentence: sentence).contains { isCount(draft.claims[$0], .tasks) }
      }), sentences.prefix(6).contains(first) || draft.role(of: draft.sentences[first].section) == .domain
    else {
      readCompleted(&domain, sentences, path: path)
      return
    }
    var unit: String?
    for index in sentences.drop(while: { $0 < first }).prefix(2) {
      for position in draft.claims(inSentence: index) {
        let claim = draft.claims[position]
        let mention = draft.quantities[claim.quantity]
        guard let value = mention.quantity.whole, unit == nil || unit == mention.quantity.unit else {
          continue
        }
        switch claim.measure {
        case .tasks where isCount(claim, .tasks):
          guard domain.stated.tasks == nil else { continue }
          domain.stated.tasks = value
          unit = mention.quantity.unit
          places[path.field("任务数")] = draft.text.place(mention.range)
          used.insert(index)
        case .completed
        where domain.stated.completed == nil && domain.stated.tasks.map { value <= $0 } ?? false:
          domain.stated.completed = value
          places[path.field("完成数")] = draft.text.place(mention.range)
          used.insert(index)
        case .delayed where domain.stated.delayed == nil && domain.stated.tasks.map { value <= $0 } ?? false:
          domain.stated.delayed = value
          places[path.field("延期数")] = draft.text.place(mention.range)
          used.insert(index)
        default: continue
        }
      }
    }
    divide(&domain, first)
    // 承担任务:7项。全部完成。: a short sentence may say it behind the count.
    let saying = sentences.drop(while: { $0 < first }).prefix(2).filter {
      $0 == first || draft.sentences[$0].range.count <= 10
    }
    for index in saying {
      guard domain.stated.completed == nil, let tasks = domain.stated.tasks,
        let all = Self.allDone.first(in: draft.sentences[index].range, of: units)
      else { continue }
      domain.stated.completed = done(of: tasks, besides: index, before: all.range.lowerBound)
      places[path.field("完成数")] = draft.text.place(draft.sentences[index].range)
      used.insert(index)
    }
  }

  /// 除1项延期外均已完成: what is left of the tasks, or all of them where nothing is taken off; nil where that is not counted.
  private func done(of tasks: Int, besides sentence: Int, before all: Int) -> Int? {
    let range = draft.sentences[sentence].range.lowerBound..<all
    guard let except = Self.exceptions.first(in: range, of: units)?.range,
      (except.upperBound..<all).contains(where: { units[$0] == Unit.of("外") })
    else { return tasks }
    let figures = draft.sentences[sentence].quantities.map { draft.quantities[$0] }
      .filter { (except.upperBound..<all).contains($0.range.lowerBound) }
    guard figures.count == 1, let left = figures[0].quantity.whole, left <= tasks else { return nil }
    return tasks - left
  }

  static let exceptions = WordTable<Bool>(set: "除 除了 除去 除开")

  /// 完成情况:11/12: how many of how many are done, at the head of a field.
  private mutating func readFraction(_ domain: inout Domain, _ sentences: [Int], path: FieldPath) -> Bool {
    for index in sentences.prefix(3) {
      let range = draft.sentences[index].range
      guard let slash = range.first(where: { units[$0] == Unit.of("/") }),
        let cue = ClaimWords.completed.first(in: range.lowerBound..<slash, of: units)?.range,
        slash - cue.upperBound <= 8, let done = number(before: slash, range.lowerBound),
        let tasks = number(behind: slash + 1, range.upperBound), done <= tasks, tasks > 0
      else { continue }
      (domain.stated.tasks, domain.stated.completed) = (tasks, done)
      for field in ["任务数", "完成数"] { places[path.field(field)] = draft.text.place(range) }
      used.insert(index)
      return true
    }
    return false
  }

  /// The digits that end at a place, at most three of them.
  private func number(before place: Int, _ start: Int) -> Int? {
    var first = place
    while first > start, isDigit(first - 1) { first -= 1 }
    return number(first..<place)
  }

  private func number(behind place: Int, _ end: Int) -> Int? {
    var stop = place
    while stop < end, isDigit(stop) { stop += 1 }
    return number(place..<stop)
  }

  private func number(_ digits: Range<Int>) -> Int? {
    (1...3).contains(digits.count) ? digits.reduce(0) { $0 * 10 + Int(units[$1]) - 0x30 } : nil
  }

  private func isDigit(_ index: Int) -> Bool { (0x30...0x39).contains(units[index]) }

  /// 全年完成任务20项: what was done, where the number of all is not told.
  private mutating func readCompleted(_ domain: inout Domain, _ sentences: [Int], path: FieldPath) {
    for index in sentences.prefix(2) {
      guard
        let claim = draft.claims(inSentence: index).first(where: { isCount(draft.claims[$0], .completed) }),
        let value = draft.quantities[draft.claims[claim].quantity].quantity.whole
      else { continue }
      let place = draft.quantities[draft.claims[claim].quantity].range
      domain.stated.completed = value
      places[path.field("完成数")] = draft.text.place(place)
      // 八项任务全部办结: those are all there are.
      let behind = place.upperBound..<min(units.count, place.upperBound + 16)
      if Self.allDone.first(in: behind, of: units) != nil, domain.stated.tasks == nil {
        domain.stated.tasks = value
        places[path.field("任务数")] = draft.text.place(place)
      }
      used.insert(index)
      return
    }
  }

  func isCount(_ claim: Claim, _ measure: Measure) -> Bool {
    claim.measure == measure && claim.change == nil
      && (claim.period == .reported || claim.period == .cumulative)
      && draft.quantities[claim.quantity].quantity.upperBound == nil
  }

  /// Reads a count without a noun at the head of a field; false where there is none.
  mutating func readBareCount(
    _ domain: inout Domain, _ sentences: [Int], section: Int, path: FieldPath
  ) -> Bool {
    guard domain.stated.tasks == nil, let first = sentences.first else { return false }
    let heading = draft.sections[section].heading
    let opening = sentences.prefix { draft.sentences[$0].range.lowerBound < draft.sections[section].body + 2 }
    let lead = Array(sentences.prefix(max(1, opening.count)))
    guard let (count, place) = bareCount(lead, heading: heading) ?? allOf(lead) else { return false }
    domain.stated.tasks = count
    let unit = draft.quantities.first { $0.range == place }?.quantity.unit
    places[path.field("任务数")] = draft.text.place(place)
    // The counts behind it stand in the same sentence or, where the heading holds the number, in the next.
    let sentence = draft.sentence(at: place.lowerBound) ?? first
    let next = sentences.first { $0 > sentence }
    var isDone = false
    for index in [sentence] + (heading.contains(place.lowerBound) ? [next].compactMap { $0 } : []) {
      let range =
        max(
          place.upperBound, draft.sentences[index].range.lowerBound)..<max(
          place.upperBound, draft.sentences[index].range.upperBound)
      var counted = false
      for quantity in draft.sentences[index].quantities {
        let mention = draft.quantities[quantity]
        guard mention.range.lowerBound >= range.lowerBound, mention.quantity.unit == unit,
          let value = mention.quantity.whole, value <= count,
          let standing = standing(mention.range, in: range)
        else { continue }
        counted = true
        switch standing {
        case .completed where domain.stated.completed == nil:
          domain.stated.completed = value
          places[path.field("完成数")] = draft.text.place(mention.range)
        case .delayed where domain.stated.delayed == nil:
          domain.stated.delayed = value
          places[path.field("延期数")] = draft.text.place(mention.range)
        default: continue
        }
      }
      if domain.stated.completed == nil, !isDone, let all = Self.allDone.first(in: range, of: units),
        all.range.lowerBound - range.lowerBound < 12
      {
        domain.stated.completed = done(of: count, besides: index, before: all.range.lowerBound)
        isDone = true
        places[path.field("完成数")] = draft.text.place(all.range)
      }
      if index == sentence { divide(&domain, sentence) }
      let isShort = range.count < 24
      if counted || index == sentence || (isDone && isShort) { used.insert(index) }
    }
    return true
  }

  /// 经济体制改革(10项); 承担10项,….
  private func bareCount(_ lead: [Int], heading: Range<Int>) -> (Int, Range<Int>)? {
    for index in lead {
      for quantity in draft.sentences[index].quantities {
        let mention = draft.quantities[quantity]
        guard let value = mention.quantity.whole, value > 0, mention.range.upperBound < units.count,
          mention.quantity.unit == "项"
            || mention.quantity.unit == "件"
              && (units[mention.range.upperBound] == Unit.of("事") || isLabelled(mention.range, by: heading))
            || ["个", "件", "条"].contains(mention.quantity.unit)
              && Self.bearingNouns.match(
                before: mention.range.lowerBound, in: units, start: heading.lowerBound) != nil
        else { continue }
        let after = units[mention.range.upperBound]
        let before = mention.range.lowerBound > 0 ? units[mention.range.lowerBound - 1] : 0
        let isBracketed =
          (after == Unit.closeBracket
            || (before == Unit.openBracket && (after == Unit.comma || after == Unit.pause)))
          && mention.range.upperBound <= heading.upperBound + 2
          && (before == Unit.openBracket
            || Self.bearing.match(before: mention.range.lowerBound, in: units, start: heading.lowerBound)
              != nil)
        let ends = after == Unit.comma || after == Unit.stop || after == Unit.semicolon || after == Unit.pause
        // 一是经济体制改革8项,完成7项: the number right behind the field's name.
        if isBracketed
          || (ends || mention.range.upperBound == heading.upperBound)
            && terms.uncounted(heading, in: units).upperBound == mention.range.lowerBound
        {
          return (value, mention.range)
        }
        // 营商环境专题组:七件事,都办完了
        if isLabelled(mention.range, by: heading), ends || after == Unit.of("事") {
          return (value, mention.range)
        }
        // 经济改革。10项。 — a sentence of its own.
        let own = draft.sentences[index].range
        if mention.range.lowerBound == own.lowerBound, own.count <= mention.range.count + 1 {
          return (value, mention.range)
        }
        // 经济体制改革。10项,完成9项: a number alone, with what was done of it.
        let sentence = draft.sentences[index].range
        let near = mention.range.upperBound..<min(sentence.upperBound, mention.range.upperBound + 10)
        if ends, mention.range.lowerBound == sentence.lowerBound,
          ClaimWords.completed.first(in: near, of: units) != nil
            || ClaimWords.delayed.first(in: near, of: units) != nil
        {
          return (value, mention.range)
        }
        // 这个领域任务最多,有21项,完成19项
        let isDivided = ClaimWords.completed.first(in: near, of: units) != nil
        if ends,
          mention.range.lowerBound - max(heading.upperBound, draft.sentences[index].range.lowerBound)
            < (isDivided ? 20 : 8),
          let bearing = Self.bearing.match(
            before: mention.range.lowerBound, in: units, start: heading.lowerBound),
          // 完成任务20项 is the number of those done.
          ClaimWords.completed.last(
            in: max(0, mention.range.lowerBound - bearing.length - 2)..<mention.range.lowerBound
              - bearing.length,
            of: units) == nil
        {
          return (value, mention.range)
        }
      }
    }
    return nil
  }

  /// 产业振兴专班:7件
  private func isLabelled(_ figure: Range<Int>, by heading: Range<Int>) -> Bool {
    heading.dropFirst().contains(figure.lowerBound) && units[figure.lowerBound - 1] == Unit.colon
  }

  /// 9项任务全部完成; 6项任务完成5项: the number at the head of a field is that of its tasks.
  private func allOf(_ lead: [Int]) -> (Int, Range<Int>)? {
    guard let index = lead.last, let quantity = draft.sentences[index].quantities.first else { return nil }
    let mention = draft.quantities[quantity]
    guard mention.range.lowerBound - draft.sentences[index].range.lowerBound < 4,
      let value = mention.quantity.whole,
      value > 0, let word = Self.allTasks.match(at: mention.range.upperBound, in: units, end: units.count),
      word.length > 0
    else { return nil }
    return (value, mention.range)
  }

  func standing(_ figure: Range<Int>, in range: Range<Int>) -> Measure? {
    let near = max(range.lowerBound, figure.lowerBound - 4)..<figure.lowerBound
    // 8项完成、1项延期: a word before the mark belongs to the figure before it.
    let mark = near.last { Self.parting.contains(units[$0]) }
    let before = (mark.map { $0 + 1 } ?? near.lowerBound)..<figure.lowerBound
    if ClaimWords.delayed.last(in: before, of: units) != nil { return .delayed }
    if ClaimWords.completed.last(in: before, of: units) != nil
      || Self.did.match(before: before.upperBound, in: units, start: before.lowerBound) != nil
    {
      return .completed
    }
    var after = figure.upperBound..<min(range.upperBound, figure.upperBound + 8)
    while let word = Self.adverbs.match(at: after.lowerBound, in: units, end: after.upperBound) {
      after = after.lowerBound + word.length..<after.upperBound
    }
    if ClaimWords.delayed.match(at: after.lowerBound, in: units, end: after.upperBound) != nil {
      return .delayed
    }
    if let word = ClaimWords.completed.match(at: after.lowerBound, in: units, end: after.upperBound)
      ?? Self.done.match(at: after.lowerBound, in: units, end: after.upperBound),
      after.lowerBound + word.length == range.upperBound
        || Self.parting.contains(units[after.lowerBound + word.length])
    {
      return .completed
    }
    return nil
  }

  private static let adverbs = WordTable<Bool>(set: "已 均 都 全部 如期 按期 按时 悉数")
  private static let parting = [Unit.pause, Unit.comma, Unit.semicolon, Unit.stop]
  private static let did = WordTable<Bool>(set: doing + " 已落实", backwards: true)
  private static let done = WordTable<Bool>(set: doing)
  private static let doing = "落实 落实到位 落地 兑现 办了 办成 办成了 办完 办完了 做完 做完了 干成 干完 交账 收官 结项"
  /// 承担, 共安排: verbs before the number of a field's tasks, with or without the noun.
  private static let bearingVerbs = [
    "承担", "承接", "牵头", "负责", "安排", "部署", "下达", "实施", "确定", "列入", "纳入", "入库", "认领", "领衔", "立项",
  ]
  private static let borne =
    bearingVerbs.flatMap { verb in ["任务", "事项", "项目"].map { verb + $0 } }
    + ["改革项目", "改革任务", "改革事项"]
  private static let bearing = WordTable<Bool>(
    set: (bearingVerbs.filter { !["下达", "实施", "入库"].contains($0) } + borne).joined(separator: " ")
      + " 排 排了 定了 领了 接了 列了 安排了 承担了 共 共计 共有 合计 计 涉及 有 任务 年度任务 年度事项 列入计划 纳入计划 列入要点 年度计划 计划任务 计划安排 计划列入 本领域列入",
    backwards: true)
  private static let bearingNouns = WordTable<Bool>(
    set: (borne + ["任务", "项目", "事项"]).joined(separator: " "), backwards: true)
  private static let allTasks: WordTable<Bool> = {
    let nouns = ["任务", "改革任务", "改革事项", "改革项目", "改革", "年度任务", "重点任务", "项目", "事项"]
    let ends = ["全部", "均", "已", "中", ",", "。"] + StandingWords.done
    let alone = ["全部", "均已", "已全部"].flatMap { all in StandingWords.done.map { all + $0 } }
    return WordTable<Bool>(
      set: (nouns.flatMap { noun in ends.map { noun + $0 } } + alone).joined(separator: " "))
  }()
}
