import Foundation
import ReportModel

/// 列举: N项…:A、B、C; “N个到位”:…; 分别为《》《》: a number against the things named right behind it. Reported with the lists.
struct NamedListRule: RelationRule {
  let page: FigurePage

  func propose(_ book: inout RelationBook) {
    for figure in page.draft.quantities.indices {
      // 12公里,包括…: what is measured has parts, not items.
      guard let number = page.smallCount(figure), page.isAmount(figure),
        page.range(figure).upperBound < page.units.count, case let tail = page.tail(figure), tail.count <= 18,
        !Self.measured.contains(page.unit(figure))
      else { continue }
      // 六个乡镇即甲镇、乙乡: what the list is led in by stands in the words behind the number.
      if let namely = (tail.lowerBound..<tail.upperBound).first(where: { place in
        place > tail.lowerBound + 1 && Self.inner.contains { page.units[place...].starts(with: $0) }
      }) {
        if let list = list(behind: namely) {
          read(list, page.range(figure), number, noun: tail.lowerBound..<namely, figure, &book)
        }
      } else if let dash = tail.dropFirst(2).first(where: { page.units[$0] == Self.dash }) {
        // 四个试点村——甲、乙、丙.
        if let list = list(behind: dash) {
          read(list, page.range(figure), number, noun: tail.lowerBound..<dash, figure, &book)
        }
      } else if tail.count <= 12, let list = list(behind: tail.upperBound) {
        read(list, page.range(figure), number, noun: tail, figure, &book)
      }
    }
    for quotation in page.draft.quotations {
      bare(quotation, &book)
      label(quotation, &book)
      sum(quotation, &book)
    }
  }

  /// “四个到位”, “五个一”: a number and the words that each item bears.
  private func label(_ quotation: Range<Int>, _ book: inout RelationBook) {
    let inner = quotation.lowerBound + 1..<max(quotation.lowerBound + 1, quotation.upperBound - 1)
    guard (2...6).contains(inner.count), let number = Mark.number(page.units[inner.lowerBound]),
      number >= 2
    else { return }
    var noun = inner.lowerBound + 1..<inner.upperBound
    if Self.measures.contains(page.units[noun.lowerBound]), noun.count > 1 {
      noun = noun.lowerBound + 1..<noun.upperBound
    }
    let end = labelEnd(behind: quotation.upperBound)
    // “十病十方”示范专科四个(…): another number stands between.
    if let next = page.figures(from: quotation.upperBound).first, page.range(next).lowerBound < end { return }
    guard let list = list(behind: end) else { return bearing(quotation, number, noun, from: end, &book) }
    if let told = kinds(of: inner) {
      // “三减一增”, “六办一中心”: so many of one kind, so many of another.
      kinds(told, list, quotation, &book)
    } else {
      read(list, quotation, number, noun: noun, nil, &book)
    }
  }

  /// Where the words end behind a label: 示范专科 of “十病十方”示范专科四个.
  private func labelEnd(behind label: Int) -> Int {
    page.units[label...].prefix(8).prefix { Mark.isHan($0) && $0 != Self.namely }.endIndex
  }

  /// 六办一中心 as 6 of 办 and 1 of 中心; nil for a label of one number.
  private func kinds(of label: Range<Int>) -> [(number: Int, word: [UInt16])]? {
    var kinds: [(number: Int, word: [UInt16])] = []
    for index in label {
      if let number = Mark.number(page.units[index]) {
        kinds.append((number, []))
      } else if kinds.isEmpty {
        return nil
      } else {
        kinds[kinds.count - 1].word.append(page.units[index])
      }
    }
    // “三个一批”: what each of the three has is no kind beside them.
    guard kinds.first?.word != [Self.piece] else { return nil }
    return kinds.count == 2 && kinds.allSatisfy { !$0.word.isEmpty } && kinds[0].word != kinds[1].word
      ? kinds : nil
  }

  private func kinds(
    _ kinds: [(number: Int, word: [UInt16])], _ list: Range<Int>, _ place: Range<Int>,
    _ book: inout RelationBook
  ) {
    // …的多,…的少;…的多,…的少: semicolons part the pairs.
    let stop =
      list.first { Self.ends.contains(page.units[$0]) && page.units[$0] != Mark.semicolon } ?? list.upperBound
    let parted = page.units[list.lowerBound..<stop].split {
      $0 == Mark.pause || $0 == Mark.comma || $0 == 0x548C || $0 == Mark.semicolon
    }
    let semicolon = list.first { page.units[$0] == Mark.semicolon } ?? stop
    let items = parted.filter { item in
      item.startIndex < semicolon
        || kinds.contains { item.starts(with: $0.word) || item.suffix($0.word.count).elementsEqual($0.word) }
    }
    let counts = kinds.map { kind in
      items.count { $0.starts(with: kind.word) || $0.suffix(kind.word.count).elementsEqual(kind.word) }
    }
    guard counts.reduce(0, +) == items.count, !counts.contains(0) else { return }
    let told = zip(counts, kinds).map { "\($0)“\(String(utf16CodeUnits: $1.word, count: $1.word.count))”" }
    book.compare(
      holds: counts == kinds.map(\.number), at: place, listed: list.lowerBound..<stop,
      told: "列出" + told.joined(separator: "、"), as: page.text(place))
  }

  /// “1+3”文件,即《》《》《》《》: as many documents as the numbers make.
  private func sum(_ quotation: Range<Int>, _ book: inout RelationBook) {
    let numbers = page.units[
      quotation.lowerBound + 1..<max(quotation.lowerBound + 1, quotation.upperBound - 1)
    ]
    .split(separator: 0x2B, omittingEmptySubsequences: false)
    guard (2...4).contains(numbers.count),
      numbers.allSatisfy({ $0.count == 1 && $0.allSatisfy(Mark.isDigit) })
    else { return }
    let end = labelEnd(behind: quotation.upperBound)
    guard let list = list(behind: end) else { return }
    let values = numbers.map { Int($0[$0.startIndex]) - 0x30 }
    guard let items = marked(list), !items.isOpen else { return sides(values, list, quotation, &book) }
    let number = values.reduce(0, +)
    book.compare(
      number, with: [items.ranges.count], at: quotation, listed: extent(items.ranges), of: "个",
      as: page.text(quotation))
  }

  /// “1+4”制度体系,即1个实施意见和4个配套办法: each number is told again with what it counts.
  private func sides(_ values: [Int], _ list: Range<Int>, _ place: Range<Int>, _ book: inout RelationBook) {
    let figures = page.figures(from: list.lowerBound).prefix {
      page.range($0).upperBound <= list.upperBound && page.isAmount($0) && page.isExact($0)
    }.prefix(values.count)
    let told = figures.map { page.value($0) }
    let misses = zip(values, told).filter { Decimal($0) != $1 }.count
    guard told.count == values.count, misses <= 1, page.lead(figures.startIndex).count <= 1 else { return }
    book.compare(
      holds: misses == 0, at: place, told: "后面写的是" + page.terms(figures),
      as: page.text(place))
  }

  /// Where the list begins that a mark or 即, 分别为 introduces, up to where it ends.
  private func list(behind end: Int) -> Range<Int>? {
    guard end < page.units.count, let sentence = page.draft.sentence(at: end) else { return nil }
    var stop = page.draft.sentences[sentence].range.upperBound
    var start = end
    switch page.units[end] {
    case Mark.colon: start += 1
    case 0x28:
      start += 1
      // (其中两个各含3个街道,一个含2个街道): parts of the number, not the things.
      guard !page.words(start..<stop).hasPrefix("其中"),
        let close = page.units[start..<stop].firstIndex(of: 0x29)
      else { return nil }
      stop = close
    case Mark.comma: start += 1
    // 四个试点嘎查——甲、乙、丙.
    case Self.dash where end + 1 < stop && page.units[end + 1] == Self.dash:
      return end + 2 < stop ? end + 2..<stop : nil
    default: break
    }
    let words = page.text((start..<stop).prefix(4))
    if let word = Self.introductions.first(where: { words.hasPrefix($0) }) {
      start += word.count
      // 就是要把责任压实: what is meant by it, and no list.
      if word.hasSuffix("就是"), start < stop, Self.meaning.contains(page.units[start]) { return nil }
      if start < stop, page.units[start] == Mark.colon { start += 1 }
    } else if page.units[end] != Mark.colon && page.units[end] != 0x28 {
      return nil
    }
    return start < stop ? start..<stop : nil
  }

  private func read(
    _ list: Range<Int>, _ place: Range<Int>, _ number: Int, noun: Range<Int>, _ figure: Int?,
    _ book: inout RelationBook
  ) {
    guard var items = items(list), items.ranges.count > 1 else { return }
    // 审议文件18份,依次为5份、3份、10份, 包括方案8份、办法5份、报告5份: parts of the number, not the things.
    if let figure {
      let told = items.ranges.compactMap { item in
        page.figures(from: item.lowerBound).first.flatMap {
          page.sameUnit($0, figure) && item.contains(page.range($0).lowerBound) ? (item, $0) : nil
        }
      }
      // 4家(工作站1家、实验室1家、创新中心1家): each of them is one thing; 国家级1个、省级2个 are so many of a kind.
      if told.count == items.ranges.count,
        told.contains(where: { page.value($0.1) > 1 })
          || told.allSatisfy({ page.range($0.1).lowerBound == $0.0.lowerBound })
      {
        return
      }
    }
    if !items.isMarked { part(&items.ranges) }
    let isOpen = items.isMarked ? items.isOpen : cutLast(&items.ranges)
    let areNamed = page.bear(&items.ranges, noun)
    let last = items.ranges[items.ranges.count - 1]
    var counts = [items.ranges.count]
    if !items.isMarked, let join = last.first(where: { Mark.ands.contains(page.units[$0]) }) {
      counts =
        (page.endAlike(last.parted(at: join) + items.ranges.dropLast()) ? [] : counts) + [counts[0] + 1]
    }
    // 3项工作:推进甲、乙改革,深化丙改革: 、 parts what one of the items names.
    let isInner =
      !items.isMarked && last.upperBound < list.upperBound && page.units[last.upperBound] == Mark.comma
      && isVerbFirst(items.ranges[0])
    let isCertain =
      items.isMarked || !isInner && (isUniform(items.ranges, noun) || areNamed && items.ranges.count > 2)
      || isWhole(list, items.ranges, number, figure) || !isInner && isNamed(list, items.ranges, number)
      || isInBrackets(list, items.ranges) && abs(items.ranges.count - number) <= 2
    let isOff = isCertain && counts.count == 1 && !(isOpen && items.ranges.count < number)
    book.compare(
      number, with: counts, at: place, figure: figure, listed: extent(items.ranges),
      otherwise: isOff ? .broken : .undecided)
  }

  private func extent(_ items: [Range<Int>]) -> Range<Int>? {
    items.first.map { $0.lowerBound..<(items.last ?? $0).upperBound }
  }

  /// The items of a list: titles and quotations side by side, or words parted by 、; where there is no 、, clauses parted by commas.
  private func items(_ list: Range<Int>) -> (ranges: [Range<Int>], isMarked: Bool, isOpen: Bool)? {
    if let marked = marked(list) { return marked }
    var stop = list.lowerBound
    var pauses = 0
    var commas = 0
    while stop < list.upperBound, !Self.ends.contains(page.units[stop]) {
      if page.units[stop] == Mark.pause { pauses += 1 }
      if page.units[stop] == Mark.comma {
        if pauses > 0 { break }
        commas += 1
      }
      stop += 1
    }
    guard pauses > 0 || commas > 0 else { return nil }
    // 甲改革,因…,延至…;乙改革,因…: semicolons part the items, commas what is told of each.
    if pauses == 0, stop < list.upperBound, page.units[stop] == Mark.semicolon,
      page.units[stop + 1..<list.upperBound].prefix(while: { !Self.ends.contains($0) }).contains(Mark.comma)
    {
      return nil
    }
    let mark = pauses > 0 ? Mark.pause : Mark.comma
    let items = page.items(of: list.lowerBound..<stop, at: mark)
    guard items.allSatisfy({ !$0.isEmpty && $0.count <= 24 }) else { return nil }
    return (items, false, false)
  }

  private func marked(_ list: Range<Int>) -> (ranges: [Range<Int>], isMarked: Bool, isOpen: Bool)? {
    var items: [Range<Int>] = []
    var place = list.lowerBound
    while place < list.upperBound {
      let item =
        page.draft.titles.first { $0.range.lowerBound == place && $0.depth == 0 }?.range
        ?? page.draft.quotations.first { $0.lowerBound == place }
      guard let item else { break }
      items.append(item)
      place = item.upperBound
      if place < list.upperBound, Self.between.contains(page.units[place]) { place += 1 }
      // 《甲》《乙》和《丙》: the last one is joined by a word.
      let rest = page.units[place..<list.upperBound]
      if let word = Self.also.first(where: rest.starts(with:)) { place += word.count - 1 }
    }
    guard items.count > 1 else { return nil }
    // “放管服”改革、国企改革: quotations that only begin an item.
    guard
      place >= list.upperBound || Self.closing.contains(page.units[place])
        || place == items[items.count - 1].upperBound + 1
    else { return nil }
    if page.units[place - 1] == Mark.pause { return nil }
    return (items, true, place < list.upperBound && page.units[place] == Mark.andSoOn)
  }

  /// 延期任务3项:智慧停车、管线入廊、污水提质。 The list is all that its sentence says behind the number, and its items are about as long
  /// as one another.
  private func isWhole(_ list: Range<Int>, _ items: [Range<Int>], _ number: Int, _ figure: Int?) -> Bool {
    guard let first = items.first, let last = items.last, abs(items.count - number) == 1,
      last.upperBound == list.upperBound || Self.closing.contains(page.units[last.upperBound]),
      last.upperBound >= list.upperBound || page.units[last.upperBound] != Mark.comma,
      items.allSatisfy({ item in item.count >= 2 && item.allSatisfy { Mark.isHan(page.units[$0]) } }),
      let sentence = page.draft.sentence(at: first.lowerBound)
    else { return false }
    let lengths = items.map(\.count)
    guard let shortest = lengths.min(), let longest = lengths.max() else { return false }
    // 收集、研判、交办、办理、反馈.
    if shortest == longest, items.count >= 4 { return true }
    guard figure != nil, longest - shortest <= 2, longest <= 12,
      page.draft.sentences[sentence].range.upperBound - last.upperBound <= 1
    else { return false }
    return !items.contains(where: isVerbFirst)
  }

  /// 4项制度,即工作规则、督察办法、考核细则; 4项:甲、乙、丙,均已批准: 即 leaves nothing out, nor does what is said of all.
  private func isNamed(_ list: Range<Int>, _ items: [Range<Int>], _ number: Int) -> Bool {
    let behind = page.units[(items.last?.upperBound ?? list.upperBound)...].prefix(2)
    return
      (Self.naming.contains { page.ends($0, at: list.lowerBound) }
      || behind.first == Mark.comma && behind.last.map(Self.ofAll.contains) == true)
      && abs(items.count - number) == 1
      // 3项分别是甲、乙: so few are all of them only where they are told one by one to the end.
      && (items.count > 2
        || behind.first != Mark.comma && Self.inner[1...4].contains { page.ends($0, at: list.lowerBound) })
      && items.allSatisfy { item in
        (2...16).contains(item.count) && item.allSatisfy { Mark.isHan(page.units[$0]) }
      }
      && !items.contains(where: isVerbFirst)
  }

  private func isVerbFirst(_ item: Range<Int>) -> Bool { page.words(item).hasAnyPrefix(Self.beginnings) }

  /// Verbs that one item may share with the next: 推进甲、乙建设.
  private static let beginnings = Mark.texts("推进 加强 完善 深化 健全 建立 优化 加快 强化 落实 开展 实施 推动 提升 构建 规范")
  private static let ofAll = UnitSet("均都分")

  /// Whether items are worded as members of one list: all end or begin as the label says, end in the same two characters, or are
  /// as long as one another.
  private func isUniform(_ items: [Range<Int>], _ noun: Range<Int>) -> Bool {
    let texts = items.map { page.text($0) }
    let label = page.text(noun)
    // “三个一”: each item has one of something.
    if label == "一" { return items.allSatisfy { item in item.contains { page.units[$0] == Self.one } } }
    if let first = label.first, texts.allSatisfy({ $0.hasPrefix(String(first)) }) { return true }
    if let last = label.last {
      if texts.allSatisfy({ $0.hasSuffix(label) || $0.hasSuffix(String(label.suffix(2))) }) { return true }
      if label.count == 1, texts.allSatisfy({ $0.last == last }) { return true }
    }
    if texts.count > 2, Set(texts.map(\.last)).count == 1, texts.allSatisfy({ (2...6).contains($0.count) }) {
      return true
    }
    let ends = Set(texts.map { $0.suffix(2) })
    if ends.count == 1, texts.allSatisfy({ $0.count > 2 }) { return true }
    return Set(items.map(\.count)).count == 1 && items.count > 2 && items[0].count >= 3
  }

  static let measured: Set<String> = ["分", "公里", "亩", "平方米", "平方公里", "公顷", "吨", "米", "元", "千瓦", "兆瓦"]
  private static let measures = UnitSet("个大项张种类条")
  private static let meaning = UnitSet("要把让在对为将使")
  private static let piece = Mark.word("个")[0]
  /// The same words inside what is said behind a number.
  private static let inner = Mark.words("即 分别为 分别是 依次为 依次是 具体为 具体是 包括")
  private static let introductions = [
    "也就是", "就是", "也即", "亦即", "指的是", "具体包括", "具体指", "分别为", "分别是", "分别有", "具体为", "具体是", "依次为", "依次是", "即", "包括",
    "为", "是",
  ]
  /// Words behind which nothing but the things themselves can stand.
  private static let naming = Mark.words("也就是 就是 也即 亦即 指的是 即 分别为 分别是 依次为 依次是 具体为 具体是")
  private static let between = UnitSet("、，")
  private static let also = Mark.words("以及《 和《 及《 与《 以及“ 和“ 及“ 与“")
  static let ends = UnitSet(";:。！？！？()")
  private static let closing = UnitSet("。；，)等")
  private static let (one, namely, dash): (UInt16, UInt16, UInt16) = (0x4E00, 0x5373, 0x2014)  // 一, 即
}
