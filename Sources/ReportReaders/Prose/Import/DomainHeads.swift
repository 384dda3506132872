import ReportModel

/// What the heads of fields and of their items say.
extension DomainFilling {
  /// 向要素改革要动力,产业发展更有质效 … 向基层治理要效能,平安建设更有根基: where one of several of a form is a name as a whole, all are.
  func areKeptWhole(_ headings: [Range<Int>]) -> Bool {
    headings.count >= 3
      && headings.allSatisfy { heading in heading.contains { units[$0] == Unit.comma } }
      && headings.count { terms.name(in: $0, of: units) == $0 } * 2 >= headings.count
  }

  /// 聚焦创新引领, 聚焦产业协同; 以增值化改革优化营商环境, 以绿色转型…: headings that begin alike and name no field.
  func beginAlike(_ headings: [Range<Int>]) -> Bool {
    guard headings.count >= 3, let first = headings.first else { return false }
    let length = units[first.lowerBound] == Unit.of("以") ? 1 : 2
    return headings.allSatisfy { units[$0.prefix(length)].elementsEqual(units[first.prefix(length)]) }
      && headings.count { terms.names($0, in: units) || terms.endsLikeField($0, in: units) } * 2
        < headings.count
  }

  /// 以改革优化营商环境(9项,完成9项): a heading without the counts in brackets behind it.
  func withoutCounts(_ heading: Range<Int>) -> Range<Int> {
    guard heading.count > 6, units[heading.upperBound - 1] == Unit.closeBracket,
      let open = heading.last(where: { units[$0] == Unit.openBracket }), open > heading.lowerBound + 3,
      (open..<heading.upperBound - 1).contains(where: {
        (0x30...0x39).contains(units[$0])
          || Self.numerals.contains(units[$0]) && units[$0 + 1] == Unit.of("项")
      })
    else { return heading }
    return heading.lowerBound..<open
  }

  private static let numerals = Array("一二三四五六七八九十两".utf16)

  /// 任务7 甲: an item that its number calls a task.
  func isCard(_ section: Int) -> Bool {
    let mark = draft.sections[section].mark
    return Self.cards.match(at: mark.lowerBound, in: units, end: mark.upperBound) != nil
  }

  private static let cards = WordTable<Bool>(set: "任务 事项 任务卡 卡片")

  /// 属于口岸通关的有《甲》《乙》: the field that a line of documents names before them.
  func labelled(_ line: Range<Int>) -> String? {
    let label = draft.text.folded(
      line.lowerBound..<(line.first { units[$0] == Unit.openTitle } ?? line.upperBound))
    return fields.first { name in
      let stem = Self.stem(name)
      return stem.count >= 2 && label.contains(stem)
    }
  }

  /// 一是国资国企改革方面,…下降4.2个百分点。: what a sentence goes on to tell behind the field's name.
  func toldBehindName(of domain: Domain, in sentence: DraftSentence, _ heading: Range<Int>)
    -> Range<Int>?
  {
    let name = terms.name(in: heading, of: units)
    guard units[sentence.range.upperBound - 1] == Unit.stop, draft.text.string(name) == domain.name,
      let comma = separator(behind: name.upperBound, sentence.range.upperBound),
      case let rest = comma + 1..<sentence.range.upperBound,
      rest.count > 6, rest.count > 24 || !sentence.quantities.isEmpty || !sentence.titles.isEmpty
    else { return nil }
    return rest
  }

  /// 一是经济体制改革方面(任务8项,完成7项),推行…改革,出让标准地17宗。: what a sentence goes on to tell behind its counts of tasks.
  func toldBehindCounts(_ index: Int) -> Range<Int>? {
    let sentence = draft.sentences[index]
    let claims = draft.claims(inSentence: index).map { draft.claims[$0] }
    guard !tellsOfDelay(sentence), units[sentence.range.upperBound - 1] == Unit.stop,
      let last = claims.last(where: { $0.measure.isKnown }),
      // 出台制度3项: a count behind what was told.
      last.measure != .outputs
    else { return nil }
    var start = draft.quantities[last.quantity].range.upperBound
    var depth = sentence.range.prefix { $0 < start }.reduce(0) {
      $0 + (units[$1] == Unit.openBracket ? 1 : units[$1] == Unit.closeBracket ? -1 : 0)
    }
    while start < sentence.range.upperBound {
      let unit = units[start]
      if unit == Unit.closeBracket { depth -= 1 }
      if depth <= 0, unit == Unit.comma || unit == Unit.semicolon { break }
      start += 1
    }
    let rest = start + 1..<max(start + 1, sentence.range.upperBound)
    let isTold =
      claims.contains {
        if case .words = $0.measure {
          rest.contains(draft.quantities[$0.quantity].range.lowerBound)
        } else {
          false
        }
      }
      || (documents[index] ?? []).contains {
        $0.kind == .institutional && rest.contains(draft.titles[$0.title].range.lowerBound)
      }
    return rest.count > 12 && isTold && Self.openRemarks.first(in: rest, of: units) == nil ? rest : nil
  }

  /// The comma or colon behind a field's name and what brackets say of it: 经济体制改革方面(任务8项,完成7项),….
  private func separator(behind name: Int, _ end: Int) -> Int? {
    var place = name
    while place < min(name + 4, end) {
      if units[place] == Unit.comma || units[place] == Unit.colon { return place }
      if units[place] == Unit.openBracket,
        let close = (place..<min(place + 60, end)).first(where: { units[$0] == Unit.closeBracket }),
        close + 1 < end, units[close + 1] == Unit.comma || units[close + 1] == Unit.colon
      {
        return close + 1
      }
      place += 1
    }
    return nil
  }

  /// 一是深化国资国企改革。: an item's first sentence that only names what the further ones tell.
  func isLead(_ child: Int) -> Bool {
    let start = draft.sections[child].range.lowerBound
    guard let first = draft.sentence(at: start) else { return false }
    let sentence = draft.sentences[first]
    return sentence.range.count < 25 && sentence.quantities.isEmpty && sentence.titles.isEmpty
      && !sentence.range.contains { units[$0] == Unit.comma }
  }

  /// 聚焦高质量发展,(1)推进…: a short clause before the first item only leads up to it.
  func leadsToItems(_ range: Range<Int>, _ children: [Int]) -> Bool {
    let mark = units[range.upperBound - 1]
    return range.count < 40 && (mark == Unit.comma || mark == Unit.colon)
      && children.contains { draft.sections[$0].range.lowerBound == range.upperBound }
  }
}
