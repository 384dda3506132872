import ReportModel

/// What a sentence on the whole says of each field: 改革任务31项,其中经济领域9项、社会领域10项; 已完成29项(经济领域8项、…);
/// 经济、社会、生态三个领域分别承担9项、10项、12项.
extension DomainFilling {
  /// Takes over the counts that fields do not state themselves.
  mutating func readShares(_ domains: inout [Domain]) {
    guard domains.count > 1 else { return }
    for index in draft.paragraphs.indices { readLine(index, &domains) }
    let names = domains.map { Array(Self.stem($0.name).utf16) }
    readTriples(&domains, names)
    for index in draft.sentences.indices where draft.sentences[index].quantities.count >= domains.count {
      guard draft.domain(of: draft.sentences[index].section) == nil,
        ![.plan, .problems].contains(draft.role(of: draft.sentences[index].section))
      else { continue }
      for share in inTurn(index, names) + named(index, names) + respectively(index, names) {
        let count = draft.quantities[share.quantity].quantity.whole
        shared.insert(share.quantity)
        let name: String
        switch share.measure {
        case .tasks where domains[share.domain].stated.tasks == nil:
          domains[share.domain].stated.tasks = count
          name = "任务数"
        case .completed where domains[share.domain].stated.completed == nil:
          domains[share.domain].stated.completed = count
          name = "完成数"
        case .delayed where domains[share.domain].stated.delayed == nil:
          domains[share.domain].stated.delayed = count
          name = "延期数"
        default: continue
        }
        places[FieldPath().field("领域").item(share.domain).field(name)] = draft.text.place(
          draft.quantities[share.quantity].range)
        used.insert(index)
      }
    }
    readEach(&domains, names)
  }

  /// 经济体制改革:12项,完成11项,延期1项: a line of a list before the fields.
  private mutating func readLine(_ paragraph: Int, _ domains: inout [Domain]) {
    let range = draft.paragraphs[paragraph].range
    guard let colon = range.prefix(24).firstIndex(where: { units[$0] == Unit.colon }),
      let sentence = draft.paragraphs[paragraph].sentences.first,
      draft.domain(of: draft.sentences[sentence].section) == nil,
      ![.plan, .problems].contains(draft.role(of: draft.sentences[sentence].section)),
      let figure = draft.sentences[sentence].quantities.first,
      draft.quantities[figure].range.lowerBound - colon <= 4,
      let count = draft.quantities[figure].quantity.whole, draft.quantities[figure].quantity.unit == "项"
    else { return }
    let label = Self.stem(TableWords.domainName(draft.text.string(range.lowerBound..<colon)))
    guard let index = domains.firstIndex(where: { Self.stem($0.name) == label }), !label.isEmpty,
      domains[index].stated == StatedCounts(outputs: domains[index].stated.outputs)
    else { return }
    domains[index].stated.tasks = count
    let rest = draft.quantities[figure].range.upperBound..<range.upperBound
    for quantity in draft.sentences[sentence].quantities.dropFirst() {
      let mention = draft.quantities[quantity]
      guard let value = mention.quantity.whole, value <= count else { continue }
      switch standing(mention.range, in: rest) {
      case .completed where domains[index].stated.completed == nil: domains[index].stated.completed = value
      case .delayed where domains[index].stated.delayed == nil: domains[index].stated.delayed = value
      default: continue
      }
    }
    if domains[index].stated.completed == nil, Self.allDone.first(in: rest, of: units) != nil {
      domains[index].stated.completed = count
    }
    let path = FieldPath().field("领域").item(index)
    for field in ["任务数", "完成数", "延期数"] { places[path.field(field)] = draft.text.place(range) }
    used.insert(sentence)
  }

  /// The fields that a report without parts for them names in one sentence with their counts: 经济领域8项…;社会领域9项….
  func fieldsInText(of article: Int) -> [String] {
    for index in draft.sentences.indices where draft.sentences[index].quantities.count > 2 {
      let sentence = draft.sentences[index]
      guard draft.paragraphs[sentence.paragraph].article == article,
        ![.plan, .problems, .delays].contains(draft.role(of: sentence.section))
      else { continue }
      var names: [String] = []
      for quantity in sentence.quantities where draft.quantities[quantity].quantity.unit == "项" {
        if let name = fieldName(before: draft.quantities[quantity].range.lowerBound, sentence.range),
          !names.contains(name)
        {
          names.append(name)
        }
      }
      if names.count > 2 { return names }
    }
    return []
  }

  /// The clause before a number, where it is nothing but the name of a field.
  private func fieldName(before place: Int, _ sentence: Range<Int>) -> String? {
    var start = place
    while start > sentence.lowerBound, place - start < 20, !Self.parting.contains(units[start - 1]) {
      start -= 1
    }
    var end = place
    while let word = Self.counting.match(before: end, in: units, start: start) { end -= word.length }
    while let word = Self.heads.match(at: start, in: units, end: end) { start += word.length }
    // 分条线看,投资贸易便利化十二项: a lead that promises fields.
    let isPromised = Self.byField.first(in: sentence.lowerBound..<place, of: units) != nil
    guard (4...14).contains(end - start), isPromised || terms.endsLikeField(start..<end, in: units),
      !isPromised
        || ClaimWords.completed.match(at: start, in: units, end: end) == nil
          && ClaimWords.delayed.match(at: start, in: units, end: end) == nil,
      DomainTerms.doing.match(at: start, in: units, end: end) == nil
    else { return nil }
    return draft.text.string(terms.name(in: start..<end, of: units))
  }

  private static let byField = WordTable<Bool>(
    products: [
      [
        ["分", "按", "从各", "从", "各", "按照"], ["领域", "条线", "板块", "专项", "小组", "方面"],
        ["看", "分", "来看", "统计", "划分", "情况看"],
      ]
    ])
  private static let parting = [
    Unit.comma, Unit.semicolon, Unit.pause, Unit.stop, Unit.colon, Unit.openBracket, Unit.closeBracket,
  ]
  private static let counting = WordTable<Bool>(
    set: "任务 事项 改革任务 类任务 类 共 各 有 为 占 承担 承接 安排 部署 牵头", backwards: true)
  private typealias Share = (domain: Int, quantity: Int, measure: Measure)

  /// 经济领域5项,完成4项,延期1项;社会领域…: what is told of each field between semicolons.
  private func inTurn(_ sentence: Int, _ names: [[UInt16]]) -> [Share] {
    let range = draft.sentences[sentence].range
    var shares: [Share] = []
    var open: (domain: Int, clause: Range<Int>)?
    for quantity in draft.sentences[sentence].quantities {
      let mention = draft.quantities[quantity]
      guard mention.quantity.whole != nil else { continue }
      if let domain = domain(before: mention.range.lowerBound, sentence, names), open?.domain != domain {
        let start = mention.range.upperBound
        let end = (start..<range.upperBound).first { units[$0] == Unit.semicolon || units[$0] == Unit.stop }
        // 营商环境完成7项、延期1项: what is told of it.
        let told = standing(mention.range, in: range)
        guard start < range.upperBound,
          told != nil || units[start] == Unit.comma
            || Self.goingOn.match(at: start, in: units, end: range.upperBound) != nil
        else { continue }
        open = (domain, start..<(end ?? range.upperBound))
        shares.append((domain, quantity, told ?? .tasks))
        if told != nil { continue }
        // 城市管理改革8项,全部完成;
        let first = start + 1..<min(end ?? range.upperBound, start + 6)
        if !first.isEmpty, Self.allDone.first(in: first, of: units) != nil {
          shares.append((domain, quantity, .completed))
        }
      } else if let open, open.clause.contains(mention.range.lowerBound),
        let standing = standing(mention.range, in: open.clause)
      {
        shares.append((open.domain, quantity, standing))
      }
    }
    return Set(shares.map(\.domain)).count * 2 > names.count && shares.contains { $0.measure != .tasks }
      ? shares : []
  }

  /// Figures right behind the names of fields, parts of the number of tasks before them. All fields or nearly all are named.
  private func named(_ sentence: Int, _ names: [[UInt16]]) -> [Share] {
    var shares: [Share] = []
    var total: (measure: Measure, value: Int, unit: String)?
    var sum = 0
    var groups: [[Share]] = []
    // 任务24项,逐项建账。其中营商环境8项,…: the number may stand in the sentence before.
    if sentence > 0,
      Self.among.match(at: draft.sentences[sentence].range.lowerBound, in: units, end: units.count) != nil,
      let claim = draft.claims(inSentence: sentence - 1).first(where: { draft.claims[$0].measure == .tasks })
    {
      let mention = draft.quantities[draft.claims[claim].quantity]
      total = mention.quantity.whole.map { (.tasks, $0, mention.quantity.unit) }
    }
    func close() {
      // Delays are told of the fields that have some, tasks of all of them.
      if let total, sum <= total.value, shares.count * 2 >= names.count || total.measure == .delayed {
        groups.append(shares)
      }
      (shares, sum) = ([], 0)
    }
    for claim in draft.claims(inSentence: sentence) {
      let mention = draft.quantities[draft.claims[claim].quantity]
      guard let value = mention.quantity.whole else { continue }
      if let total, mention.quantity.unit == total.unit,
        let domain = domain(before: mention.range.lowerBound, sentence, names)
      {
        // 除经济领域1项外: a field is not named twice among the parts of one number.
        guard !shares.contains(where: { $0.domain == domain }), sum + value <= total.value else { break }
        shares.append((domain, draft.claims[claim].quantity, total.measure))
        sum += value
      } else if [.tasks, .completed, .delayed].contains(draft.claims[claim].measure) {
        close()
        total = (draft.claims[claim].measure, value, mention.quantity.unit)
      }
    }
    close()
    return groups.flatMap { $0 }
  }

  /// The field whose name stands right before a figure, apart from 领域, 改革任务 and the like.
  func domain(before place: Int, _ sentence: Int, _ names: [[UInt16]]) -> Int? {
    let start = draft.sentences[sentence].range.lowerBound
    var end = place
    while let word = Self.tails.match(before: end, in: units, start: start) { end -= word.length }
    let fitting = names.indices.filter { index in
      let name = names[index]
      return !name.isEmpty && end - start >= name.count
        && units[end - name.count..<end].elementsEqual(name)
        && (end - name.count == start || !Self.isIdeograph(units[end - name.count - 1])
          || Self.leadWords.match(before: end - name.count, in: units, start: start) != nil)
    }
    return fitting.max { names[$0].count < names[$1].count }
  }

  /// Names side by side and, behind 分别, as many figures.
  private func respectively(_ sentence: Int, _ names: [[UInt16]]) -> [Share] {
    let range = draft.sentences[sentence].range
    guard let word = Self.respective.first(in: range, of: units)?.range else { return [] }
    var told: [(domain: Int, place: Int)] = []
    for (index, name) in names.enumerated() where !name.isEmpty {
      let last = word.lowerBound - name.count
      guard range.lowerBound <= last,
        let place = (range.lowerBound...last).first(where: {
          units[$0..<$0 + name.count].elementsEqual(name)
        })
      else { continue }
      told.append((index, place))
    }
    told.sort { $0.place < $1.place }
    let figures = draft.sentences[sentence].quantities.filter {
      draft.quantities[$0].range.lowerBound >= word.upperBound && draft.quantities[$0].quantity.whole != nil
    }
    guard told.count >= 2, told.count == figures.count, Set(told.map(\.place)).count == told.count else {
      return []
    }
    let behind = word.upperBound..<draft.quantities[figures[0]].range.lowerBound
    let measure: Measure =
      ClaimWords.delayed.first(in: behind, of: units) != nil
      ? .delayed : ClaimWords.completed.first(in: behind, of: units) != nil ? .completed : .tasks
    return zip(told, figures).map { ($0.domain, $1, measure) }
  }

  /// 经济 of 经济体制改革: what a list of fields names them by.
  static func stem(_ name: String) -> String {
    var text = name
    for _ in 0..<3 {
      text = text.trimmingEnds(["专项小组", "小组", "专题组", "专项组", "方面", "领域", "体制机制", "体制", "制度", "改革", "工作"])
    }
    return text
  }

  private static func isIdeograph(_ unit: UInt16) -> Bool { (0x4E00...0x9FFF).contains(unit) }

  static let tails = WordTable<Bool>(
    set: "领域 方面 改革 体制 体制改革 领域改革 体制机制 专项小组 小组 专题组 专项组 任务 事项 工作 类 共 各 有 为 占 承担 完成 延期 :", backwards: true)
  private static let heads = WordTable<Bool>(set: headWords)
  private static let leadWords = WordTable<Bool>(set: headWords, backwards: true)
  private static let headWords = "其中 涉及 包括 分别为 分别是 即 含 和 及 与 :"
  /// What may follow the number of a field's tasks without a comma: 8项任务办结7项, 8项完成7项.
  private static let goingOn = WordTable<Bool>(
    set: "任务 事项 改革任务 改革事项 改革 完成 已完成 办结 已办结 全部 均 已全部 悉数 都")
  private static let among = WordTable<Bool>(set: "其中")
  private static let respective = WordTable<Bool>(set: "分别 依次")
}
