import ReportModel

/// How an item stands, said in a word behind its name: 推动提货点布局调整。延期。原因:…。延期至2024年8月; …。〔推迟〕牵头单位:….
extension DelayReading {
  func standing(in paragraph: DraftParagraph, _ draft: Draft) -> DelayedItem? {
    for index in paragraph.sentences.dropFirst() {
      let sentence = draft.sentences[index].range
      let word = bracketed(atStartOf: sentence) ?? sentence
      let isTerminated = isOnly(word, Self.givingUp)
      guard isTerminated || isOnly(word, Self.standings) else { continue }
      let name = tidy(behindMark(draft.sentences[index - 1], draft))
      guard (4...60).contains(name.count), index - 1 == paragraph.sentences.lowerBound else { return nil }
      var item = DelayedItem(range: name.lowerBound..<paragraph.range.upperBound, name: name)
      item.isTerminated = isTerminated
      let rest = word.upperBound..<paragraph.range.upperBound
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

  /// The word in brackets that a sentence begins with: 〔推迟〕, (延期).
  private func bracketed(atStartOf sentence: Range<Int>) -> Range<Int>? {
    guard let first = sentence.first, StandingMark.openers.contains(units[first]),
      let close = sentence.prefix(10).first(where: { StandingMark.closers.contains(units[$0]) })
    else { return nil }
    return first + 1..<close
  }

  /// Whether a sentence holds one of some words and nothing else.
  private func isOnly(_ sentence: Range<Int>, _ words: WordTable<Bool>) -> Bool {
    guard sentence.count <= 9 else { return false }
    let range = tidy(sentence)
    return words.match(at: range.lowerBound, in: units, end: range.upperBound)?.length == range.count
  }

  private static let standings = WordTable<Bool>(set: spread("延期 已延期 申请延期 延期实施 延期推进 状态:延期"))
}

/// The brackets around a word that says how an item stands: 〔已办结〕, 【推迟】.
enum StandingMark {
  static let openers = Array("(〔[【".utf16)
  static let closers = Array(")〕]】".utf16)
}
