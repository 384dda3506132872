import ReportModel

/// 分类任务: the kinds of tasks that a total falls into, 其中重点任务12项、一般任务24项, each with its own count of what is done.
extension ReportFilling {
  /// What is done of each kind makes up what is done; of one kind alone it is no count of all.
  mutating func addKinds(_ report: inout Report, _ total: Claim, _ claims: [Claim]) {
    let kinds = self.kinds(of: total)
    guard kinds.count > 1 else { return }
    let last = min(draft.sentences.count - 1, total.sentence + 1)
    let paragraph = draft.sentences[total.sentence].paragraph
    let end =
      draft.sentences[last].paragraph == paragraph
      ? draft.sentences[last].range.upperBound : draft.sentences[total.sentence].range.upperBound
    let start = kinds[kinds.count - 1].end
    let told = kinds.map { self.told(of: $0, in: start..<max(start, end)) }
    if told.allSatisfy({ $0 != nil }) {
      report.stated.completed = told.reduce(0) { $0 + ($1?.done ?? 0) }
    } else if let stated = claims.first(where: {
      $0.measure == .completed && draft.quantities[$0.quantity].quantity.whole == report.stated.completed
    }),
      told.contains(where: { $0?.range.contains(draft.quantities[stated.quantity].range.lowerBound) ?? false }
      )
    {
      report.stated.completed = nil
      places[FieldPath().field("完成数")] = nil
    }
  }

  private struct Kind {
    var name: [UInt16]
    var count: Int
    var end: Int
  }

  /// The numbers right behind the total that make it up, with what stands before each.
  private func kinds(of total: Claim) -> [Kind] {
    let all = draft.quantities[total.quantity]
    guard let whole = all.quantity.whole else { return [] }
    let sentence = draft.sentences[total.sentence]
    var kinds: [Kind] = []
    var sum = 0
    var start = all.range.upperBound
    for index in (total.quantity + 1)..<max(total.quantity + 1, sentence.quantities.upperBound) {
      let part = draft.quantities[index]
      guard part.quantity.unit == all.quantity.unit, let value = part.quantity.whole,
        start < part.range.lowerBound
      else { return [] }
      var name = start..<part.range.lowerBound
      if let mark = name.last(where: { Self.kindMarks.contains(units[$0]) }) {
        name = mark + 1..<name.upperBound
      }
      if let lead = Self.kindLeads.match(at: name.lowerBound, in: units, end: name.upperBound) {
        name = name.lowerBound + lead.length..<name.upperBound
      }
      guard (2...10).contains(name.count) else { return [] }
      kinds.append(Kind(name: Array(units[name]), count: value, end: part.range.upperBound))
      start = part.range.upperBound
      sum += value
      if sum == whole { return kinds }
      if sum > whole { return [] }
    }
    return []
  }

  /// What is said to be done of a kind behind its name: 重点任务全部完成, 一般任务完成22项.
  private func told(of kind: Kind, in range: Range<Int>) -> (done: Int, range: Range<Int>)? {
    let length = kind.name.count
    guard range.count > length + 3,
      let place = (range.lowerBound..<range.upperBound - length).first(where: {
        units[$0..<$0 + length].elementsEqual(kind.name)
      })
    else { return nil }
    let first = place + length
    let stop = (first..<range.upperBound).first { Self.kindEnds.contains(units[$0]) } ?? range.upperBound
    let rest = first..<stop
    if let all = DomainFilling.allDone.first(in: rest, of: units), all.range.lowerBound - first < 6 {
      return (kind.count, rest)
    }
    guard let done = ClaimWords.completed.first(in: rest, of: units)?.range, done.lowerBound - first < 6,
      let figure = draft.quantities.first(where: { $0.range.lowerBound == done.upperBound }),
      let value = figure.quantity.whole, value <= kind.count
    else { return nil }
    return (value, rest)
  }

  private static let kindMarks = Array(",、;(:".utf16)
  private static let kindEnds = Array(",;。、".utf16)
  private static let kindLeads = WordTable<Bool>(set: "其中 包括 含 有 分别为")
}
