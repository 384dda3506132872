import ReportModel

/// How an item stands, said in a word behind its name: 推动提货点布局调整。延期。原因:…。延期至2024年8月。
extension DelayReading {
  func standing(in paragraph: DraftParagraph, _ draft: Draft) -> DelayedItem? {
    for index in paragraph.sentences.dropFirst() {
      let sentence = draft.sentences[index].range
      let isTerminated = isOnly(sentence, Self.givingUp)
      guard isTerminated || isOnly(sentence, Self.standings) else { continue }
      let name = tidy(behindMark(draft.sentences[index - 1], draft))
      guard (4...60).contains(name.count), index - 1 == paragraph.sentences.lowerBound else { return nil }
      var item = DelayedItem(range: name.lowerBound..<paragraph.range.upperBound, name: name)
      item.isTerminated = isTerminated
      let rest = sentence.upperBound..<paragraph.range.upperBound
      if let label = Self.reasons.first(in: rest, of: units) {
        item.reason = reasonText(label.range.upperBound..<rest.upperBound).reason
      } else if let because = cause(in: rest) {
        item.reason = reasonEnd(because.upperBound..<rest.upperBound)
      }
      item.until = until(in: rest)
      return item
    }
    return nil
  }

  /// Whether a sentence holds one of some words and nothing else.
  private func isOnly(_ sentence: Range<Int>, _ words: WordTable<Bool>) -> Bool {
    guard sentence.count <= 9 else { return false }
    let range = tidy(sentence)
    return words.match(at: range.lowerBound, in: units, end: range.upperBound)?.length == range.count
  }

  private static let standings = WordTable<Bool>(set: spread("延期 已延期 申请延期 延期实施 延期推进 状态:延期"))
}
