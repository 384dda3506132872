import Foundation
import ReportModel

/// 先报数、后分述: 分五部分报告 with 第一部分…第四部分 or so many headings, 四个方面: before a list of lines, “三个注重” before paragraphs that
/// begin with 注重. Reported with the lists.
struct AnnouncedRule {
  let page: FigurePage

  func propose(_ book: inout RelationBook) {
    for figure in page.draft.quantities.indices
    where page.isExact(figure) && page.quantity(figure).precision == 0
      && (2...20).contains(page.value(figure))
    {
      lines(figure, &book)
      titles(figure, &book)
      headings(figure, &book)
      sections(figure, &book)
      headed(figure, &book)
    }
    for index in page.units.indices.dropFirst().dropLast(3) {
      if page.units[index] == Self.parting { parts(behind: index + 1, &book) }
      if page.units[index] == Self.measure { frames(index, &book) }
      if page.units[index] == Self.point { points(index, &book) }
    }
  }

  private func settle(
    _ stated: Int, _ count: Int, at place: Range<Int>, _ listed: Range<Int>, _ book: inout RelationBook
  ) {
    let fits = stated == count
    book.propose(
      Relation(
        .list, fits ? .verified : abs(stated - count) <= 3 ? .broken : .undecided, claimed: place,
        result: nil, members: [],
        listed: listed, arithmetic: "列出\(count)项" + (fits ? "" : ",文中写\(stated)"), message: "写的数目与列出的项数不符"),
      as: .place(place.lowerBound))
  }

  // MARK: 从四个方面深化改革:⏎甲;⏎乙;⏎丙。

  private func lines(_ figure: Int, _ book: inout RelationBook) {
    let index = page.draft.sentences[page.claim(figure).sentence].paragraph
    let paragraph = page.draft.paragraphs[index].range
    guard let last = paragraph.last, page.units[last] == Mark.colon, page.siblings(of: figure).last == figure,
      page.unit(figure) == "个" || page.unit(figure) == "项" || page.unit(figure) == "条"
        || page.unit(figure) == "大",
      Self.nouns.contains(where: { page.words(page.tail(figure)).hasPrefix($0) })
    else { return }
    let stated = (page.value(figure) as NSDecimalNumber).intValue
    if let run = numbered(behind: paragraph.upperBound) {
      return settle(stated, run.count, at: page.range(figure), run.range, &book)
    }
    var listed: [Range<Int>] = []
    for next in page.draft.paragraphs[(index + 1)...].prefix(21) {
      guard let end = next.range.last(where: { page.units[$0] != 0x20 }) else { break }
      listed.append(next.range)
      if page.units[end] == Mark.stop { break }
      guard page.units[end] == Mark.semicolon else { return }
    }
    guard listed.count > 1, let first = listed.first, let end = listed.last else { return }
    settle(stated, listed.count, at: page.range(figure), first.lowerBound..<end.upperBound, &book)
  }

  // MARK: 形成三项标准。一是《甲》,二是《乙》

  private func titles(_ figure: Int, _ book: inout RelationBook) {
    let tail = page.tail(figure)
    guard (2...4).contains(tail.count), page.siblings(of: figure).last == figure,
      tail.upperBound < page.units.count,
      page.units[tail.upperBound] == Mark.stop, let run = numbered(behind: tail.upperBound + 1),
      run.items.allSatisfy({ page.units[$0.mark.upperBound] == 0x300A })
    else { return }
    settle(
      (page.value(figure) as NSDecimalNumber).intValue, run.count, at: page.range(figure), run.range, &book)
  }

  // MARK: 呈现六大亮点 … 一、工作亮点 with (一)…(五)

  /// So many of what one later heading names, with the headings below it.
  private func headed(_ figure: Int, _ book: inout RelationBook) {
    let tail = page.tail(figure)
    guard ["大", "个", "项", "条", "方面"].contains(page.unit(figure)), page.isTold(figure),
      let noun = Self.heads.first(where: page.words(tail).hasPrefix), tail.count <= noun.utf16.count + 2,
      case let headed = page.draft.sections.indices.filter({
        page.draft.sections[$0].range.lowerBound > page.range(figure).upperBound
          && page.words(page.draft.sections[$0].heading).hasSuffix(noun)
      }), headed.count == 1, let parent = headed.first
    else { return }
    let below = page.draft.sections.filter { $0.parent == parent && !$0.scheme.isInline }
    guard below.count > 1, let first = below.first, let last = below.last,
      below.enumerated().allSatisfy({ $1.scheme == first.scheme && $1.ordinal == $0 + 1 })
    else { return }
    settle(
      (page.value(figure) as NSDecimalNumber).intValue, below.count, at: page.range(figure),
      first.range.lowerBound..<last.mark.upperBound, &book)
  }

  private static let heads = ["亮点", "特点", "成效", "特色", "突破", "做法", "经验", "体会", "启示", "变化", "问题", "短板"]

  // MARK: 印发制度9项,按领域分:⏎一、经济领域3项⏎…

  private func sections(_ figure: Int, _ book: inout RelationBook) {
    let paragraph = page.draft.paragraphs[page.draft.sentences[page.claim(figure).sentence].paragraph].range
    guard page.isAmount(figure), page.siblings(of: figure).last == figure,
      let run = numbered(behind: paragraph.upperBound), run.count >= 3
    else { return }
    let figures = run.items.compactMap { item in
      page.figures(from: item.range.lowerBound).first { other in
        page.sameUnit(other, figure) && page.isExact(other) && page.tail(other).isEmpty
          && page.range(other).upperBound == item.heading.upperBound
      }
    }
    guard figures.count == run.count else { return }
    let sum = figures.reduce(Decimal(0)) { $0 + page.value($1) }
    let fits = sum == page.value(figure)
    let terms = figures.map(page.number).joined(separator: "+")
    book.propose(
      Relation(
        .total, fits ? .verified : .broken, claimed: page.range(figure), result: figure, members: figures,
        arithmetic: "\(terms)=\(sum)" + (fits ? "" : ",文中写\(page.number(figure))"), message: "各部分之和与总数不符"),
      as: .figure(figure))
  }

  // MARK: 存在两点不足。一是…二是…; what is told in points is no figure of the text

  private func points(_ point: Int, _ book: inout RelationBook) {
    guard let stated = NamedListRule.number(page.units[point - 1]), stated > 1, point > 1,
      !Mark.isDigit(page.units[point - 2]), !Self.numerals.contains(page.text(point - 2..<point - 1)),
      let end = page.units[point...].prefix(8).firstIndex(where: { !Mark.isHan($0) }),
      page.units[end] == Mark.colon || page.units[end] == Mark.stop,
      let run = numbered(behind: end + 1, atLeast: 1), run.items[0].scheme != .firstly,
      run.count > 1 || !page.has(Self.other, in: run.range.lowerBound..<run.items[0].range.upperBound)
    else { return }
    settle(stated, run.count, at: point - 1..<point + 1, run.range, &book)
  }

  // MARK: 围绕四大板块推进改革。⏎一、产业发展板块⏎二、民生保障板块⏎…

  private func headings(_ figure: Int, _ book: inout RelationBook) {
    let tail = page.tail(figure)
    guard page.unit(figure) == "大" || page.unit(figure) == "个", tail.count >= 2,
      case let noun = Array(page.units[tail.prefix(2)]), noun.allSatisfy(Mark.isHan),
      let first = page.draft.sections.first(where: {
        $0.ordinal == 1 && !$0.scheme.isInline && $0.range.lowerBound > tail.upperBound
          && $0.range.lowerBound - tail.upperBound < 300 && page.contains(noun, in: $0.heading)
      })
    else { return }
    let run = page.draft.sections.filter { $0.parent == first.parent && $0.scheme == first.scheme }
    let named = run.filter { page.contains(noun, in: $0.heading) }
    let stated = (page.value(figure) as NSDecimalNumber).intValue
    // A part under another name may be one of them.
    guard named.count > 2, let last = named.last,
      stated < named.count || stated > run.count || stated == named.count
    else { return }
    settle(
      stated, named.count, at: page.range(figure), first.range.lowerBound..<last.heading.upperBound, &book)
  }

  /// The run of numbered items that begins at a place with the first.
  private func numbered(
    behind place: Int, atLeast least: Int = 2
  ) -> (count: Int, items: [DraftSection], range: Range<Int>)? {
    guard
      let first = page.draft.sections.firstIndex(where: {
        $0.ordinal == 1 && (place...place + 2).contains($0.range.lowerBound)
      })
    else { return nil }
    let head = page.draft.sections[first]
    var items: [DraftSection] = []
    for section in page.draft.sections[first...]
    where section.scheme == head.scheme && section.parent == head.parent {
      guard section.ordinal == items.count + 1 else { break }
      items.append(section)
    }
    guard items.count >= least, let last = items.last else { return nil }
    return (items.count, items, head.range.lowerBound..<last.mark.upperBound)
  }

  // MARK: 本报告分五部分,第一部分为…

  private func parts(behind cue: Int, _ book: inout RelationBook) {
    var place = page.units[cue] == Self.into ? cue + 1 : cue
    guard place + 2 < page.units.count, let stated = NamedListRule.number(page.units[place]), stated > 1
    else { return }
    let number = place
    place += 1
    if place < page.units.count, page.units[place] == Self.measure { place += 1 }
    guard
      let noun = Self.steps.first(where: {
        page.words(place..<min(place + 2, page.units.count)).hasPrefix($0)
      })
    else { return }
    let rest = place + noun.utf16.count..<page.units.count
    // 第一部分…第四部分, one behind another.
    var (count, from) = (0, rest.lowerBound)
    while count < Self.numerals.count {
      let word = Mark.word("第\(Self.numerals[count])\(noun)")
      guard let next = page.places(of: word, in: from..<min(from + 400, page.units.count)).first else {
        break
      }
      (count, from) = (count + 1, next + word.count)
    }
    if count >= 2 { return settle(stated, count, at: number..<number + 1, rest.lowerBound..<from, &book) }
    guard count == 0, noun == "部分",
      Self.reporting.contains(where: { page.words(rest.prefix(8)).contains($0) }),
      let first = page.draft.sections.first(where: {
        $0.range.lowerBound > number && $0.ordinal == 1 && ($0.scheme == .chineseComma || $0.scheme == .part)
      }), let run = numbered(behind: first.range.lowerBound)
    else { return }
    settle(stated, run.count, at: number..<number + 1, run.range, &book)
  }

  // MARK: “三个注重”。⏎注重…⏎注重…⏎注重…

  private func frames(_ measure: Int, _ book: inout RelationBook) {
    guard let stated = NamedListRule.number(page.units[measure - 1]), stated > 1,
      case let word = page.units[measure + 1...measure + 2], word.allSatisfy(Mark.isHan),
      Self.closing.contains(page.units[measure + 3]), let sentence = page.draft.sentence(at: measure)
    else { return }
    let paragraphs = page.draft.paragraphs[(page.draft.sentences[sentence].paragraph + 1)...]
    let run = paragraphs.prefix { paragraph in
      let mark = page.draft.sections.first { $0.range.lowerBound == paragraph.range.lowerBound }?.mark
        .upperBound
      return page.units[(mark ?? paragraph.range.lowerBound)...].starts(with: word)
    }
    guard run.count > 1, let first = run.first, let last = run.last else { return }
    settle(
      stated, run.count, at: measure - 1..<measure, first.range.lowerBound..<last.range.upperBound, &book)
  }

  private static let (parting, into) = (Mark.word("分")[0], Mark.word("为")[0])
  private static let steps = ["部分", "阶段", "批次", "步骤"]
  private static let reporting = ["报告", "汇报", "总结"]
  private static let numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
  private static let nouns = ["方面", "工作", "问题", "举措", "措施", "环节", "重点", "机制", "任务", "事项", "步骤", "制度"]
  private static let (measure, point, other) = (Mark.word("个")[0], Mark.word("点")[0], Mark.word("另")[0])
  private static let closing = UnitSet("”。，：")
}
