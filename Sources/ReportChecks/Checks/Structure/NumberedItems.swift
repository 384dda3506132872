import ReportModel

/// 成串的编号: 亮点1:, 任务1-2, 2.1, 做法之一, 其一, 第一步, A档, 甲类, 一盼, 首先: the number that an item opens with, whatever words
/// stand around it. Items of the same words run from one on: at the start of paragraphs through an article, or inside one paragraph.
struct NumberedItems {
  /// One number, with the number before the last point where it has two.
  struct Item {
    var major: Int?
    var number: Int
    var range: Range<Int>
    /// 其三, 做法之三: words that stand nowhere but in a list.
    var isListed: Bool
  }

  /// What the items of one run share.
  private struct Series: Hashable {
    var before: ArraySlice<UInt16>
    var behind: ArraySlice<UInt16>
    /// The paragraph of items inside it; of those that begin paragraphs, the article.
    var place: Int
    var isInside: Bool
  }

  private let draft: Draft
  private let prose: CheckProse
  private let units: [UInt16]

  init(_ draft: Draft, _ prose: CheckProse) {
    self.draft = draft
    self.prose = prose
    units = prose.units
  }

  /// Each number that does not follow the one before it.
  func breaks() -> [(before: Item, item: Item)] {
    var runs: [Series: [Item]] = [:]
    for (number, paragraph) in draft.paragraphs.enumerated() {
      for index in paragraph.range {
        let begins = index == paragraph.range.lowerBound
        guard begins || Self.openings.contains(units[index - 1]),
          let (item, before, behind) = item(at: index, begins: begins, end: paragraph.range.upperBound)
        else { continue }
        var series = Series(before: before, behind: behind, place: paragraph.article, isInside: false)
        // Inside a paragraph numbers with a point only go on with a run that there is.
        if item.major != nil, before.isEmpty, !begins {
          if let last = runs[series]?.last, last.major == item.major, last.number < item.number {
            runs[series]?.append(item)
          }
          continue
        }
        if begins { runs[series, default: []].append(item) }
        (series.place, series.isInside) = (number, true)
        runs[series, default: []].append(item)
      }
    }
    return runs.flatMap { series, items in breaks(items, series) }
      .sorted { $0.item.range.lowerBound < $1.item.range.lowerBound }
  }

  private func breaks(_ items: [Item], _ series: Series) -> [(before: Item, item: Item)] {
    guard items.count > 1 else { return [] }
    if items[0].major != nil {
      return items.count < 3
        ? []
        : zip(items, items.dropFirst()).filter { before, item in
          before.major == item.major
            ? NumberRun.steps([before.number, item.number])[0].isBreak
            : item.major == before.major.map { $0 + 1 }
              ? item.number > 1 : !series.before.isEmpty && item.number > 1
        }
    }
    guard items[0].number == 1 else { return [] }
    // 三件事: as many as there are items, so that they run from one to that number.
    if series.isInside, isCounted(items.count, series) {
      if areTwice(items) { return [] }
      let wrong = items.indices.dropFirst().first { place in
        items[place].number > items.count
          || items[..<place].contains { $0.number == items[place].number }
            && (items[place].number > 1 || items[place - 1].number == 1 || isLoneFirst(place, items, series))
      }
      return wrong.map { [(items[$0 - 1], items[$0])] } ?? []
    }
    let steps = NumberRun.steps(items.map(\.number))
    let place = items.indices.dropFirst().first { place in
      steps[place - 1].isBreak || steps[place - 1] == .restarted && isLoneFirst(place, items, series)
    }
    guard let place, items[place].number - items[place - 1].number < 4,
      series.isInside ? place > 1 && items[place].isListed : items.count > 2
    else { return [] }
    return [(items[place - 1], items[place])]
  }

  /// 第一批4个,第二批8个;第一批2023年启动,第二批2024年启动: the same ones are told of again.
  private func areTwice(_ items: [Item]) -> Bool {
    let numbers = items.map(\.number)
    let half = numbers.count / 2
    return half > 1 && numbers.count == half * 2 && numbers.prefix(half).elementsEqual(1...half)
      && numbers.suffix(half).elementsEqual(1...half)
  }

  /// 首先,其次,首先: nothing is begun anew by the last item of a sentence.
  private func isLoneFirst(_ place: Int, _ items: [Item], _ series: Series) -> Bool {
    series.isInside && items[place].isListed && place == items.count - 1
      && draft.sentence(at: items[place].range.lowerBound)
        == draft.sentence(at: items[place - 1].range.lowerBound)
  }

  /// 三件事, 分四档, 两图: whether a paragraph, or the one above, says how many items there are.
  private func isCounted(_ count: Int, _ series: Series) -> Bool {
    draft.paragraphs[series.place].range.dropLast().contains { index in
      Mark.number(units[index]) == count && Self.counters.contains(units[index + 1])
        && (index == 0 || !Self.beforeNumerals.contains(units[index - 1]))
    }
  }

  // MARK: One item

  private typealias Opening = (item: Item, before: ArraySlice<UInt16>, behind: ArraySlice<UInt16>)

  private func item(at start: Int, begins: Bool, end: Int) -> Opening? {
    var index = start
    // 首先摸清底数; 首批: without a numeral.
    if units[index] == Self.head, index + 2 < end {
      if units[index + 1] == Self.ahead {
        return opening(1, start..<start + 2, Self.inTurn, [], isListed: true)
      }
      let counter = units[index + 1...index + 1]
      guard Self.ordinals.contains(counter) else { return nil }
      return opening(1, start..<start + 2, [Self.first], counter)
    }
    if index + 1 < end, units[index + 1] == Self.following, let turn = Self.turns.firstIndex(of: units[index])
    {
      return opening(turn + 2, start..<start + 2, Self.inTurn, [], isListed: true)
    }
    if units[index] == Self.first {
      guard let numeral = prose.units.itemNumber(at: index + 1) else { return nil }
      let counter = Self.ordinals.first { units[numeral.end..<end].starts(with: $0) }
      guard let counter else { return nil }
      return opening(
        numeral.value, start..<numeral.end + counter.count, [Self.first], counter)
    }
    if index + 1 < end, let rank = Self.rank(of: units[index]), Self.classes.contains(units[index + 1]) {
      return opening(rank, start..<start + 2, [], units[index + 1...index + 1])
    }
    while index < end, index - start < 8, Mark.isHan(units[index]), !Mark.numerals.contains(units[index]) {
      index += 1
    }
    guard let numeral = prose.units.itemNumber(at: index), numeral.end < end || begins && index > start else {
      return nil
    }
    // 附件2: a line of its own.
    let next = numeral.end < end ? units[numeral.end] : Mark.colon
    let words = units[start..<index]
    guard Mark.isDigit(units[index]) else {
      if words.isEmpty {
        // 一盼…,二盼…: one word behind each numeral.
        guard !begins, Mark.isHan(next), !Self.counted.contains(next), Mark.number(next) == nil
        else { return nil }
        return opening(
          numeral.value, start..<numeral.end + 1, [], units[numeral.end...numeral.end], isListed: true)
      }
      guard Self.closings.contains(next) || next == Mark.pause && begins else { return nil }
      let isListed = words.count == 1 ? words.first == Self.its : words.last == Self.being
      return opening(numeral.value, start..<numeral.end, words, [], isListed: isListed)
    }
    return counted(words, numeral, start..<end, begins: begins)
  }

  /// 亮点1:甲, 图1为乙, 任务1-2 丙, 2.1 丁.
  private func counted(
    _ words: ArraySlice<UInt16>, _ first: (value: Int, end: Int), _ place: Range<Int>, begins: Bool
  ) -> Opening? {
    var (major, number, stop): (Int?, Int, Int) = (nil, first.value, first.end)
    let joint = stop < place.upperBound ? units[stop] : Mark.colon
    if joint == UInt16(ascii: ".") || joint == UInt16(ascii: "-") && !words.isEmpty,
      stop + 1 < place.upperBound, Mark.isDigit(units[stop + 1]),
      let second = prose.units.itemNumber(at: stop + 1)
    {
      (major, number, stop) = (first.value, second.value, second.end)
    }
    guard (1...30).contains(number), (1...30).contains(major ?? 1), !words.isEmpty || major != nil else {
      return nil
    }
    let next = stop < place.upperBound ? units[stop] : Mark.colon
    if words.isEmpty {
      var behind = stop
      while behind < place.upperBound, units[behind] == 0x20 || units[behind] == Mark.pause { behind += 1 }
      guard behind < place.upperBound, Mark.isHan(units[behind]), !Self.measures.contains(units[behind]),
        behind > stop || begins
      else { return nil }
    } else {
      // The blank of 案例1 甲 may be gone from the text.
      guard
        Self.closings.contains(next) || next == 0x20 || begins && next == Mark.pause
          || begins && draft.text.segment(at: stop)?.start == stop,
        !Self.dated.contains(words[words.endIndex - 1])
      else { return nil }
    }
    return opening(number, place.lowerBound..<stop, words, [], major: major)
  }

  private func opening(
    _ number: Int, _ range: Range<Int>, _ before: ArraySlice<UInt16>, _ behind: ArraySlice<UInt16>,
    major: Int? = nil, isListed: Bool = false
  ) -> Opening {
    (Item(major: major, number: number, range: range, isListed: isListed), before, behind)
  }

  /// 甲, 乙, 丙; A, B, C.
  private static func rank(of unit: UInt16) -> Int? {
    (0x41...0x48).contains(unit) ? Int(unit) - 0x40 : stems.firstIndex(of: unit).map { $0 + 1 }
  }

  private static let openings = UnitSet(",;:。(、")
  private static let stems = Mark.word("甲乙丙丁戊己庚辛")
  private static let classes = UnitSet("类档级区组标线包型等")
  private static let ordinals = [
    "阶段", "批次", "梯队", "环节", "层次", "步", "批", "档", "位", "层", "类", "期", "轮", "点", "条",
  ]
  .map { Mark.word($0)[...] }
  /// 其次, 再次.
  private static let (turns, following) = (Mark.word("其再"), Mark.word("次")[0])
  private static let inTurn = Mark.word("首先")[...]
  private static let (head, ahead, first) = (Mark.word("首")[0], Mark.word("先")[0], Mark.word("第")[0])
  private static let (its, being) = (Mark.word("其")[0], Mark.word("之")[0])
  /// What may stand behind the number of an item.
  private static let closings = UnitSet(",:.(为是")
  private static let dated = UnitSet("年月第")
  /// 1.5亿元 is a figure.
  private static let measures = UnitSet("亿万千百十元个公米吨平倍项家人户亩克升度分秒小年月日多余左")
  /// 一家, 一起, 一致: no item is opened by them.
  private static let counted = UnitSet(
    "亿万千百十元个公米吨平倍项家人户亩克升度分秒小年月日多余左季期级楼号条件批次方种类周天名位座所套间处片门起体般切直律些村镇街区县市省带路站网把手边面旦致定共统行")
  private static let counters = UnitSet("个条项件种类档步批处点份位图表大方级阶层期轮篇张幅套")
  private static let beforeNumerals = UnitSet("第十百千0123456789.—-~至")
}
