import ReportModel

/// What one sentence says of several fields at once: 经济、社会各有1项延期,其余全部完成; (任务数/完成数/延期数)经济8/7/1,社会9/8/1.
extension DomainFilling {
  /// One figure that holds for each of the fields named side by side before it, and what is said of the rest.
  mutating func readEach(_ domains: inout [Domain], _ names: [[UInt16]]) {
    for index in draft.sentences.indices {
      let sentence = draft.sentences[index]
      guard draft.domain(of: sentence.section) == nil,
        ![.plan, .problems].contains(draft.role(of: sentence.section))
      else { continue }
      var late: [Int] = []
      for quantity in sentence.quantities {
        let mention = draft.quantities[quantity]
        guard let count = mention.quantity.whole,
          let word = Self.eachOf.match(
            before: mention.range.lowerBound, in: units, start: sentence.range.lowerBound),
          word.meaning == .delayed || standing(mention.range, in: sentence.range) == .delayed
        else { continue }
        for field in fields(before: mention.range.lowerBound - word.length, index, names)
        where domains[field].stated.delayed == nil {
          domains[field].stated.delayed = count
          places[FieldPath().field("领域").item(field).field("延期数")] = draft.text.place(mention.range)
          late.append(field)
        }
        used.insert(index)
      }
      guard let last = late.last, domains[last].stated.delayed != nil,
        let rest = Self.rest.first(in: sentence.range, of: units)?.range,
        Self.allDone.first(in: rest.upperBound..<sentence.range.upperBound, of: units) != nil
      else { continue }
      for field in domains.indices where domains[field].stated.completed == nil {
        domains[field].stated.delayed = domains[field].stated.delayed ?? 0
        domains[field].stated.completed = domains[field].stated.tasks.map {
          $0 - (domains[field].stated.delayed ?? 0)
        }
      }
    }
  }

  /// The fields named side by side right before a place: 经济体制、社会事业.
  private func fields(before place: Int, _ sentence: Int, _ names: [[UInt16]]) -> [Int] {
    var found: [Int] = []
    var place = place
    while let field = domain(before: place, sentence, names) {
      found.append(field)
      while let tail = Self.tails.match(before: place, in: units, start: 0) { place -= tail.length }
      place -= names[field].count
      guard place > 0, Self.joining.contains(units[place - 1]) else { break }
      place -= 1
    }
    return found
  }

  /// Three numbers behind the name of a field, in the order that a legend gives.
  mutating func readTriples(_ domains: inout [Domain], _ names: [[UInt16]]) {
    for index in draft.sentences.indices {
      let range = draft.sentences[index].range
      guard let legend = Self.legends.first(in: range, of: units) else { continue }
      for (field, name) in names.enumerated()
      where !name.isEmpty && domains[field].stated.tasks == nil && domains[field].stated.completed == nil {
        guard let counts = triple(behind: name, in: range), counts[0] == counts[1] + counts[2] else {
          continue
        }
        domains[field].stated.tasks = counts[0]
        domains[field].stated.completed = counts[1]
        domains[field].stated.delayed = counts[2]
        let path = FieldPath().field("领域").item(field)
        for key in ["任务数", "完成数", "延期数"] { places[path.field(key)] = draft.text.place(legend.range) }
        used.insert(index)
      }
    }
  }

  private func triple(behind name: [UInt16], in range: Range<Int>) -> [Int]? {
    guard range.count > name.count else { return nil }
    for start in range.lowerBound..<range.upperBound - name.count
    where units[start..<start + name.count].elementsEqual(name) {
      var place = start + name.count
      while let tail = Self.behindNames.match(at: place, in: units, end: range.upperBound) {
        place += tail.length
      }
      var counts: [Int] = []
      while counts.count < 3, place < range.upperBound {
        var value: Int?
        while place < range.upperBound, (0x30...0x39).contains(units[place]), value ?? 0 < 1000 {
          value = (value ?? 0) * 10 + Int(units[place]) - 0x30
          place += 1
        }
        guard let value else { break }
        counts.append(value)
        if place < range.upperBound, Self.unitMarks.contains(units[place]) { place += 1 }
        if place < range.upperBound, Self.slashes.contains(units[place]) { place += 1 }
      }
      if counts.count == 3 { return counts }
    }
    return nil
  }

  private static let eachOf = WordTable<Measure>(
    rows: [(.delayed, "各延期 各推迟 各顺延 均延期"), (.tasks, "各有 各 均有 分别有 各自有 都有")], backwards: true)
  private static let rest = WordTable<Bool>(set: "其余 其他 余下 余者")
  private static let joining = Array("、和与及".utf16)
  private static let legends = WordTable<Bool>(
    products: [
      [
        ["任务数", "任务", "下达数", "安排数"], ["/", "、"], ["完成数", "完成", "办结数", "办结"], ["/", "、"],
        ["延期数", "延期", "顺延数", "未完成数"],
      ]
    ])
  private static let behindNames = WordTable<Bool>(
    set: "领域 方面 改革 体制 体制改革 领域改革 体制机制 专项小组 小组 专题组 专项组 任务 事项 : 为 是 分别为")
  private static let unitMarks = Array("项件个".utf16)
  private static let slashes = Array("/、,".utf16)
}
