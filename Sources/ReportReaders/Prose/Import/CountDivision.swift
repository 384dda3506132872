import ReportModel

/// 一数分列: a count and the parts that it falls into, known by their sum: 领题31项,收官28项,另有3项要跨年再战. What the offices call
/// their tasks and the finishing of them need not be known where one part says that it is done, or put off, and all parts make the whole.
struct CountDivision {
  /// The figures, as indices into the draft's list.
  var tasks: Int
  var completed: Int?
  var delayed: Int?
}

extension DomainFilling {
  /// The first count in a sentence and the one behind it that falls into parts; `from` gives the figure that it must be.
  func division(at sentence: Int, from whole: Int? = nil, reach: Int = 2) -> CountDivision? {
    let paragraph = draft.sentences[sentence].paragraph
    let own = draft.sentences[sentence].quantities
    var figures: [Int] = []
    for index in sentence..<min(draft.sentences.count, sentence + reach)
    where draft.sentences[index].paragraph == paragraph {
      figures += draft.sentences[index].quantities.filter { isCounted(draft.quantities[$0].quantity) }
    }
    for (position, first) in figures.enumerated() where own.contains(first) && (whole ?? first) == first {
      let all = draft.quantities[first].quantity
      var sum = 0
      var parts: [Int] = []
      for part in figures[(position + 1)...].prefix(3) {
        let quantity = draft.quantities[part].quantity
        guard quantity.unit == all.unit, let value = quantity.whole, let total = all.whole else { break }
        sum += value
        parts.append(part)
        guard sum <= total else { break }
        if sum == total, parts.count > 1, let division = division(of: first, into: parts) { return division }
      }
    }
    return nil
  }

  private func isCounted(_ quantity: Quantity) -> Bool {
    quantity.whole.map { $0 > 0 } ?? false && quantity.unit.utf8.count == 3
      && Self.taskUnits.contains(quantity.unit)
  }

  private func division(of whole: Int, into parts: [Int]) -> CountDivision? {
    var division = CountDivision(tasks: whole)
    var rest: [Int] = []
    for part in parts {
      switch state(of: part) {
      case .completed where division.completed == nil: division.completed = part
      case .delayed where division.delayed == nil: division.delayed = part
      case .other: continue
      case .unknown: rest.append(part)
      default: return nil
      }
    }
    // 收回34张,2张延期: what is not put off was finished; 收官28项,其余3项: what becomes of the rest is not told.
    if division.completed == nil, rest.count == 1, rest[0] == parts[0] {
      division.completed = rest.removeFirst()
    }
    let isTold = division.completed != nil && (parts.count { state(of: $0) != .unknown } > 0)
    return isTold && rest.count <= 1 ? division : nil
  }

  private enum PartState { case completed, delayed, other, unknown }

  /// What the clause of a figure says became of what it counts.
  private func state(of figure: Int) -> PartState {
    let range = draft.quantities[figure].range
    let sentence = draft.sentence(at: range.lowerBound).map { draft.sentences[$0].range } ?? range
    let earlier = figure > 0 ? draft.quantities[figure - 1].range.upperBound : 0
    let next = figure + 1 < draft.quantities.count ? draft.quantities[figure + 1].range.lowerBound : Int.max
    var start = range.lowerBound
    while start > max(sentence.lowerBound, earlier), !Self.clauseEnds.contains(units[start - 1]) {
      start -= 1
    }
    var stop = range.upperBound
    while stop < min(sentence.upperBound, next), !Self.clauseEnds.contains(units[stop]) { stop += 1 }
    // 38项已办结,办理延期两项: a verb right before the next figure is its own.
    let before = start..<range.lowerBound
    let after = range.upperBound..<stop
    for stretch in [after, before] {
      if Self.lateParts.first(in: stretch, of: units) != nil { return .delayed }
      if Self.openParts.first(in: stretch, of: units) != nil { return .other }
      if Self.doneParts.first(in: stretch, of: units) != nil { return .completed }
    }
    // (延期): the bracket behind it says so.
    if stop < units.count, units[stop] == Unit.openBracket,
      let close = (stop..<min(units.count, stop + 12)).first(where: { units[$0] == Unit.closeBracket })
    {
      if Self.lateParts.first(in: stop..<close, of: units) != nil { return .delayed }
      if Self.openParts.first(in: stop..<close, of: units) != nil { return .other }
    }
    return Self.restParts.first(in: before, of: units) != nil ? .other : .unknown
  }

  private static let taskUnits: Set<String> = ["项", "个", "件", "条", "笔", "张", "桩"]
  private static let clauseEnds = Array(",;:。、()".utf16)
  private static let lateParts = WordTable<Bool>(
    set: StandingWords.late.joined(separator: " ")
      + " 延至 延到 跨到 跨入 推到 留到 转入 转到 放到 拖到 欠 才能 明年 次年 下年 来年 没办成 没改成 没做完 未办结 未销号 补考 补交 补课")
  private static let openParts = WordTable<Bool>(
    set: "终止 取消 撤销 中止 不再 撤项 推进中 正在 正 尚 仍在 持续 有序推进 按计划推进 长期 未启动")
  private static let doneParts = WordTable<Bool>(
    set: StandingWords.done.joined(separator: " ")
      + " 验收 交出 交卷 清零 改成 改好 实现预期 达到预期 见效 建成 做成 画上句号 通过 销")
  private static let restParts = WordTable<Bool>(set: "其余 其他 另有 另外 剩余 剩下 余下 还有 还剩 没 未")

  /// 9个题目,8个收官,1个跨年; 5个题目,全部收官: at the head of a field.
  mutating func readDivision(
    _ domain: inout Domain, _ sentences: [Int], section: Int, path: FieldPath
  ) -> Bool {
    for index in sentences.prefix(2) where domain.stated.tasks == nil {
      guard let first = draft.sentences[index].quantities.first else { continue }
      let place = draft.quantities[first].range
      let start = max(draft.sentences[index].range.lowerBound, draft.sections[section].heading.upperBound)
      guard place.lowerBound - start < 12,
        !draft.claims(inSentence: index).contains(where: { draft.claims[$0].measure == .tasks })
      else { continue }
      if let division = division(at: index, from: first) {
        domain.stated.tasks = draft.quantities[division.tasks].quantity.whole
        domain.stated.completed = division.completed.flatMap { draft.quantities[$0].quantity.whole }
        domain.stated.delayed = division.delayed.flatMap { draft.quantities[$0].quantity.whole }
      } else if let count = draft.quantities[first].quantity.whole,
        Self.topics.match(at: place.upperBound, in: units, end: units.count) != nil,
        Self.allDone.first(
          in: place.upperBound..<min(draft.sentences[index].range.upperBound, place.upperBound + 12),
          of: units)
          != nil
      {
        (domain.stated.tasks, domain.stated.completed) = (count, count)
      }
      guard domain.stated.tasks != nil else { continue }
      for field in ["任务数", "完成数", "延期数"] { places[path.field(field)] = draft.text.place(place) }
      used.insert(index)
      return true
    }
    return false
  }

  /// 任务8项,交卷7项,1项缓交: what became of a field's tasks by words that no table knows, where the parts make the whole.
  mutating func divide(_ domain: inout Domain, _ sentence: Int) {
    guard let tasks = domain.stated.tasks, domain.stated.completed == nil || domain.stated.delayed == nil,
      let whole = draft.sentences[sentence].quantities.first(where: {
        draft.quantities[$0].quantity.whole == tasks
      }),
      let division = division(at: sentence, from: whole)
    else { return }
    domain.stated.completed =
      domain.stated.completed ?? division.completed.flatMap { draft.quantities[$0].quantity.whole }
    domain.stated.delayed =
      domain.stated.delayed ?? division.delayed.flatMap { draft.quantities[$0].quantity.whole }
  }

  /// What the tasks of a field are called where all of them are done.
  private static let topics = WordTable<Bool>(set: "题目 课题 项目 任务 改革 事项 , 件事")
}
