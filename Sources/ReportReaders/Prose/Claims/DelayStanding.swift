import ReportModel

/// How an item stands, said in a word behind its name: 推动提货点布局调整。延期。原因:…。延期至2024年8月; …。〔推迟〕牵头单位:…; in an
/// item told like a card the word has a label, and other labelled lines may stand before it: 甲。牵头单位:乙。状态:延期。. In brackets it may
/// close the item: 甲(牵头单位:乙)。已勘察航线。【延期】.
extension DelayReading {
  /// 甲延期。因…,延至2026年6月: the sentence before says nothing but the name and that it was put off.
  func announced(_ range: Range<Int>, _ position: Int, _ draft: Draft) -> DelayedItem? {
    guard position > 0, let because = cause(in: range), because.lowerBound <= range.lowerBound + 3,
      let until = until(in: range)
    else { return nil }
    let before = draft.sentences[position - 1]
    guard before.paragraph == draft.sentences[position].paragraph else { return nil }
    let sentence = tidy(behindMark(before, draft))
    guard sentence.count <= 44,
      let word = Self.announcing.match(before: sentence.upperBound, in: units, start: sentence.lowerBound),
      !sentence.contains(where: { numerals.kind($0) == .clauseMark && units[$0] != Unit.pause })
    else { return nil }
    let name = trimmedName(sentence.lowerBound..<sentence.upperBound - word.length)
    guard (4...40).contains(name.count), !draft.quantities(in: name),
      Self.vague.match(at: name.lowerBound, in: units, end: name.upperBound) == nil
    else { return nil }
    var item = DelayedItem(range: before.range.lowerBound..<range.upperBound, name: name)
    item.reason = reasonEnd(because.upperBound..<range.upperBound)
    item.until = until
    return item
  }

  static let announcing = WordTable<Bool>(
    set: StandingWords.late.joined(separator: " ")
      + " 延期实施 暂缓实施 推迟实施 延期推进 延期完成 推迟完成 慢了半拍 慢了一步 晚了一步 滞后 进度滞后 进展滞后 "
      + ["未", "没", "未能", "没能", "没有", "尚未"].flatMap { not in
        ["", "如期", "按期", "按时", "年内"].flatMap { time in StandingWords.done.map { not + time + $0 } }
      }.joined(separator: " "), backwards: true)

  func standing(in paragraph: DraftParagraph, _ draft: Draft) -> DelayedItem? {
    if let item = closed(paragraph, draft) { return item }
    var name: Range<Int>?
    for (position, index) in paragraph.sentences.enumerated() {
      let sentence = draft.sentences[index]
      for piece in parts(of: position == 0 ? behindMark(sentence, draft) : sentence.range) {
        guard let name else {
          name = tidy(piece)
          guard let name, (4...60).contains(name.count) else { return nil }
          continue
        }
        let word = bracketed(atStartOf: piece) ?? piece
        let isTerminated = isOnly(word, Self.givingUp)
        guard isTerminated || isOnly(word, Self.standings) else {
          let start = tidy(piece).lowerBound
          guard Self.details.match(at: start, in: units, end: piece.upperBound) != nil else { return nil }
          continue
        }
        return told(name, by: word, isTerminated: isTerminated, paragraph.range)
      }
    }
    return nil
  }

  func told(_ name: Range<Int>, by word: Range<Int>, isTerminated: Bool, _ paragraph: Range<Int>)
    -> DelayedItem
  {
    var item = DelayedItem(range: name.lowerBound..<paragraph.upperBound, name: name)
    item.isTerminated = isTerminated
    let rest = word.upperBound..<paragraph.upperBound
    if let label = places.first(.reasons, in: rest) {
      (item.reason, item.until) = reasonText(label.range.upperBound..<rest.upperBound)
    } else if let because = cause(in: rest) {
      item.reason = reasonEnd(because.upperBound..<rest.upperBound)
    }
    item.until = item.until ?? until(in: rest)
    return item
  }

  /// The item of a paragraph that a word in brackets closes.
  private func closed(_ paragraph: DraftParagraph, _ draft: Draft) -> DelayedItem? {
    guard paragraph.sentences.count > 1, let first = paragraph.sentences.first,
      let last = paragraph.sentences.last.map({ draft.sentences[$0].range }),
      let word = bracketed(atStartOf: last), word.upperBound == last.upperBound - 1,
      isOnly(word, Self.standings) || isOnly(word, Self.givingUp),
      let name = parts(of: behindMark(draft.sentences[first], draft)).first.map(tidy)
    else { return nil }
    let own = name.lowerBound..<UnitLabels.cut(name, of: units)
    guard (4...60).contains(own.count) else { return nil }
    var item = DelayedItem(range: name.lowerBound..<paragraph.range.upperBound, name: own)
    item.isTerminated = isOnly(word, Self.givingUp)
    return item
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
    guard sentence.count <= 12 else { return false }
    var range = tidy(sentence)
    if let label = Self.states.match(at: range.lowerBound, in: units, end: range.upperBound) {
      range = range.lowerBound + label.length..<range.upperBound
    }
    return words.match(at: range.lowerBound, in: units, end: range.upperBound)?.length == range.count
  }

  private static let standings = WordTable<Bool>(set: spread("延期 已延期 申请延期 延期实施 延期推进 延期完成 再次延期 再次申请延期 继续延期"))
  static let states = WordTable<Bool>(
    set: ["", "任务", "目前", "当前", "完成", "办理", "推进"].flatMap { [$0 + "状态:", $0 + "情况:"] }.joined(separator: " ")
      + " 进展: 进度: 结果:")
}

/// The brackets around a word that says how an item stands: 〔已办结〕, 【推迟】.
enum StandingMark {
  static let openers = Array("(〔[【".utf16)
  static let closers = Array(")〕]】".utf16)

  /// What a mark before an item says of it: 【06号·延期】, 6.【延期】.
  static func says(_ mark: Range<Int>, _ units: UnsafeBufferPointer<UInt16>) -> TaskStatus.Kind? {
    guard let open = mark.first(where: { openers.contains(units[$0]) }), mark.upperBound - open >= 4
    else { return nil }
    return words.first(in: open..<mark.upperBound, of: units)?.meaning
  }

  private static let words = WordTable<TaskStatus.Kind>(rows: [
    (.inProgress, "未完成 推进中 正在推进 在推进 进行中 持续推进"), (.notStarted, "未启动 尚未启动"),
    (.completed, StandingWords.done.joined(separator: " ")),
    (.delayed, StandingWords.late.joined(separator: " ")), (.terminated, "终止 取消 撤销 中止 撤项"),
  ])
}
