import Foundation
import ReportModel

/// 先报数、后分述: 三个方面:一是…二是…, 两点不足。第一,…, 分五部分报告 with 第一部分…第四部分 or so many headings, 四个方面: before a list of lines,
/// “三个注重” before paragraphs that begin with 注重. Reported with the lists.
struct AnnouncedRule: RelationRule {
  let page: FigurePage

  func propose(_ book: inout RelationBook) {
    for figure in page.draft.quantities.indices {
      guard let number = page.smallCount(figure, upTo: 30) else { continue }
      // 其余3个小组: not all of them.
      if page.words(page.lead(figure)).hasAnySuffix(Self.others) { continue }
      let count = ToldCount(figure, number, page)
      items(count, &book)
      lines(count, figure, &book)
      headings(count, figure, &book)
      fieldsBelow(count, figure, &book)
      sections(figure, &book)
      headed(count, figure, &book)
      titled(count, figure, &book)
      pieces(count, &book)
    }
    for quotation in page.draft.quotations where (4...8).contains(quotation.count) { chain(quotation, &book) }
    for index in page.units.indices.dropFirst().dropLast(3) {
      if page.units[index] == Self.parting { parts(behind: index + 1, &book) }
      if page.units[index] == Self.measure { frames(index, &book) }
      if page.units[index] == Self.point, let count = points(index) { items(count, &book) }
    }
  }

  private static let others = ["其余", "其他", "剩余", "另外", "另", "其中"]

  private func settle(_ count: ToldCount, _ counts: [Int], _ listed: Range<Int>, _ book: inout RelationBook) {
    let isNear = abs(count.number - (counts.max() ?? 0)) <= 3
    book.compare(
      count.number, with: counts, at: count.place, figure: count.figure, listed: listed,
      otherwise: isNear ? .broken : .undecided)
  }

  // MARK: 以下三个方面:一是…二是…; 存在两点不足。一是…二是…; 形成三项标准。一是《甲》,二是《乙》

  private func items(_ count: ToldCount, _ book: inout RelationBook) {
    let end = count.noun.upperBound
    guard end < page.units.count, page.units[end] == Mark.colon || page.units[end] == Mark.stop,
      let run = NumberedRun(in: page.draft, at: end + 1), run.scheme != .bare, run.scheme != .firstly,
      announces(count, run)
    else { return }
    let range = run.items[0].range.lowerBound..<run.items[run.items.count - 1].range.upperBound
    // 两点。一是…。另: a single one may go on without a number.
    guard run.items.count > 1 || count.figure == nil && !page.has(Self.other, in: range) else { return }
    let isOpen = page.units[range.suffix(2)].contains(Mark.andSoOn)
    if isOpen, count.number > run.items.count { return }
    settle(count, run.counts, run.extent, &book)
  }

  /// Whether items are announced: before a colon what steps are called by; before a full stop by a verb, too.
  private func announces(_ count: ToldCount, _ run: NumberedRun) -> Bool {
    guard let figure = count.figure else { return true }
    let noun = page.words(count.noun)
    let isStep = noun.containsAny(Self.steps)
    if page.units[count.noun.upperBound] == Mark.colon {
      return isStep || count.noun.isEmpty || Self.counters.contains(page.unit(figure))
    }
    let lead = page.words(page.lead(figure))
    return (isStep || count.noun.isEmpty && lead.containsAny(Self.steps))
      && lead.containsAny(Self.announcing)
      || (2...4).contains(count.noun.count)
        && run.items.allSatisfy { page.units[$0.mark.upperBound] == 0x300A }
  }

  /// 两 of 两点不足。
  private func points(_ point: Int) -> ToldCount? {
    guard let number = Mark.number(page.units[point - 1]), number > 1, point > 1,
      Mark.number(page.units[point - 2]) == nil,
      let end = page.units[point...].prefix(8).firstIndex(where: { !Mark.isHan($0) })
    else { return nil }
    return ToldCount(number: number, place: point - 1..<point + 1, noun: point + 1..<max(point + 1, end))
  }

  // MARK: 从四个方面深化改革:⏎甲;⏎乙;⏎丙。 五项机制:⏎甲机制⏎乙机制⏎丙机制

  private func lines(_ count: ToldCount, _ figure: Int, _ book: inout RelationBook) {
    let index = page.paragraph(of: figure)
    let paragraph = page.draft.paragraphs[index].range
    guard let last = paragraph.last, page.units[last] == Mark.colon, page.siblings(of: figure).last == figure
    else { return }
    let isNamed =
      ["个", "项", "条", "大"].contains(page.unit(figure))
      && page.words(count.noun).hasAnyPrefix(Self.steps)
    if isNamed, let run = NumberedRun(in: page.draft, at: paragraph.upperBound), run.items.count > 1 {
      return settle(count, run.counts, run.extent, &book)
    }
    var isOver = false
    if isNamed,
      let run = page.paragraphs(
        from: index + 1,
        while: { next in
          let end = next.range.last { page.units[$0] != 0x20 }.map { page.units[$0] }
          defer { isOver = isOver || end == Mark.stop }
          return !isOver && (end == Mark.stop || end == Mark.semicolon)
        }), isOver
    {
      return settle(count, [run.count], run.extent, &book)
    }
    guard (2...6).contains(count.noun.count), count.noun.upperBound == last else { return }
    let noun = page.units[count.noun.suffix(2)]
    let run = page.paragraphs(from: index + 1) { next in
      let end = next.range.last { Mark.isHan(page.units[$0]) } ?? next.range.lowerBound
      return next.range.count <= 32 && page.units[...end].suffix(2).elementsEqual(noun)
    }
    if let run { settle(count, [run.count], run.extent, &book) }
  }

  // MARK: 呈现六大亮点 … 一、工作亮点 with (一)…(五)

  /// So many of what one later heading names, with the headings below it.
  private func headed(_ count: ToldCount, _ figure: Int, _ book: inout RelationBook) {
    let tail = count.noun
    guard ["大", "个", "项", "条", "方面"].contains(page.unit(figure)), page.isTold(figure),
      let noun = Self.heads.first(where: page.words(tail).hasPrefix), tail.count <= noun.utf16.count + 2,
      case let headed = page.draft.sections.indices.filter({
        page.draft.sections[$0].range.lowerBound > page.range(figure).upperBound
          && page.words(page.draft.sections[$0].heading).hasSuffix(noun)
      }), headed.count == 1,
      let run = NumberedRun(in: page.draft, from: { $0.parent == headed[0] && !$0.scheme.isInline }),
      run.items.count > 1
    else { return }
    settle(count, run.counts, run.extent, &book)
  }

  // MARK: 归纳出以下6个亮点。⏎亮点一:…⏎…⏎亮点五:…

  /// So many of what the lines below are numbered by: 亮点一, 【案例二】, 特点之三.
  private func titled(_ count: ToldCount, _ figure: Int, _ book: inout RelationBook) {
    let (lead, tail) = (page.words(page.lead(figure)), page.words(count.noun))
    guard ["大", "个", "项", "条", "方面", "种"].contains(page.unit(figure)), count.noun.count <= 14,
      page.isTold(figure),
      let noun = (Self.heads + ["案例", "举措", "措施", "创新", "抓手"]).first(where: { tail.contains($0) }),
      lead.containsAny(Self.announcing) || lead.containsAny(Self.making) || tail.containsAny(Self.telling),
      !tail.containsAny(["入选", "获评", "被"]), case let word = Mark.word(noun),
      // 亮点工程 are something else.
      let place = page.places(of: word, in: count.noun).last,
      case let rest = page.words(place + word.count..<count.noun.upperBound),
      rest.units.isEmpty || rest.containsAny(Self.telling)
    else { return }
    var (titles, isOver): ([Range<Int>], Bool) = ([], false)
    for paragraph in page.draft.paragraphs[(page.paragraph(of: figure) + 1)...] where !isOver {
      let line = page.units[paragraph.range].prefix(12)
      guard
        let place = line.indices.dropLast(word.count).prefix(4).first(where: {
          line[$0...].starts(with: word)
        })
      else {
        // Another list is announced between.
        isOver = titles.isEmpty && paragraph.range.count > 200
        continue
      }
      var mark = place + word.count
      if line[mark] == Self.its, mark + 1 < line.endIndex { mark += 1 }
      let ends = mark + 1 >= line.endIndex || !Mark.isNumeral(line[mark + 1])
      guard ends, Mark.number(line[mark]) == titles.count + 1 else { continue }
      titles.append(place..<mark + 1)
    }
    guard titles.count > 1, let first = titles.first, let last = titles.last else { return }
    // Only the number told nearest to the list.
    let between = page.figures(from: page.range(figure).upperBound).prefix {
      page.range($0).upperBound < first.lowerBound
    }
    guard between.allSatisfy({ page.smallCount($0) == nil || page.unit($0) == "%" }) else { return }
    settle(count, [titles.count], first.lowerBound..<last.upperBound, &book)
  }

  private static let making = ["形成", "打造", "推出", "梳理", "呈现", "总结", "提炼", "推行", "实施", "现将", "如下", "打造出"]
  private static let telling = ["如下", "汇报", "报告"]
  private static let its: UInt16 = 0x4E4B  // 之

  private static let heads = ["亮点", "特点", "成效", "特色", "突破", "做法", "经验", "体会", "启示", "变化", "问题", "短板"]

  // MARK: 印发制度9项,按领域分:⏎一、经济领域3项⏎…

  private func sections(_ figure: Int, _ book: inout RelationBook) {
    let paragraph = page.draft.paragraphs[page.paragraph(of: figure)].range
    guard page.isAmount(figure), page.siblings(of: figure).last == figure,
      let run = NumberedRun(in: page.draft, at: paragraph.upperBound), run.items.count >= 3
    else { return }
    let figures = run.items.compactMap { item in
      page.figures(from: item.range.lowerBound).prefix {
        page.range($0).upperBound <= item.heading.upperBound
      }.first { other in
        page.sameUnit(other, figure) && page.isExact(other) && page.tail(other).isEmpty
          && page.range(other).upperBound == item.heading.upperBound
      }
    }
    guard figures.count == run.items.count else { return }
    book.add(figures, to: figure, of: .total, on: page, message: "各部分之和与总数不符", as: .figure(figure))
  }

  // MARK: 围绕四大板块推进改革。⏎一、产业发展板块⏎二、民生保障板块⏎…

  private func headings(_ count: ToldCount, _ figure: Int, _ book: inout RelationBook) {
    let end = count.noun.upperBound
    guard page.unit(figure) == "大" || page.unit(figure) == "个",
      case let noun = Array(page.units[count.noun.prefix(2)]), noun.count == 2, noun.allSatisfy(Mark.isHan),
      let run = NumberedRun(
        in: page.draft,
        from: {
          !$0.scheme.isInline && (end + 1..<end + 300).contains($0.range.lowerBound)
            && page.contains(noun, in: $0.heading)
        })
    else { return }
    let named = run.items.count { page.contains(noun, in: $0.heading) }
    // A part under another name may be one of them.
    guard named > 2, count.number <= named || count.number > run.items.count else { return }
    settle(count, [named], run.extent, &book)
  }

  // MARK: 从四个方面推进改革。⏎一、上半年工作情况⏎（一）深化产权改革⏎（二）深化服务改革⏎…

  /// So many aspects that a reform was carried on in, told in the opening, and the fields below the first heading.
  private func fieldsBelow(_ count: ToldCount, _ figure: Int, _ book: inout RelationBook) {
    let paragraph = page.draft.paragraphs[page.paragraph(of: figure)].range
    guard page.words(count.noun).hasAnyPrefix(["方面推进", "方面深化", "方面抓", "方面发力", "方面着手"]),
      page.words(page.lead(figure)).hasAnySuffix(["从", "围绕", "重点从", "着重从"]), count.number > 2,
      !page.draft.sections.contains(where: { $0.range.lowerBound < paragraph.upperBound }),
      let first = page.draft.sections.first(where: { $0.role == .domain && $0.ordinal == 1 }),
      let run = NumberedRun(in: page.draft, from: { $0.range.lowerBound == first.range.lowerBound }),
      run.items.count > 2, run.items.allSatisfy({ $0.role == .domain })
    else { return }
    settle(count, run.counts, run.extent, &book)
  }

  // MARK: 本报告分五部分,第一部分为…

  private func parts(behind cue: Int, _ book: inout RelationBook) {
    var place = page.units[cue] == Self.into ? cue + 1 : cue
    guard place + 2 < page.units.count, let stated = Mark.number(page.units[place]), stated > 1
    else { return }
    let number = place
    place += 1
    if place < page.units.count, page.units[place] == Self.measure { place += 1 }
    guard
      let noun = Self.portions.first(where: {
        page.words((place..<page.units.count).prefix(2)).hasPrefix($0)
      })
    else { return }
    let rest = place + noun.utf16.count..<page.units.count
    // 第一部分…第四部分, one behind another.
    var (count, from) = (0, rest.lowerBound)
    while count < Self.numerals.count {
      let word = Mark.word("第\(Self.numerals[count])\(noun)")
      guard let next = page.places(of: word, in: (from..<page.units.count).prefix(400)).first else { break }
      (count, from) = (count + 1, next + word.count)
    }
    let told = ToldCount(number: stated, place: number..<number + 1, noun: rest)
    if count >= 2 { return settle(told, [count], rest.lowerBound..<from, &book) }
    guard count == 0, noun == "部分",
      page.words(rest.prefix(8)).containsAny(Self.reporting),
      let run = NumberedRun(
        in: page.draft,
        from: { $0.range.lowerBound > number && ($0.scheme == .chineseComma || $0.scheme == .part) }),
      run.items.count > 1
    else { return }
    settle(told, run.counts, run.extent, &book)
  }

  // MARK: “三个注重”。⏎注重…⏎注重…⏎注重…

  private func frames(_ measure: Int, _ book: inout RelationBook) {
    guard let stated = Mark.number(page.units[measure - 1]), stated > 1,
      case let word = page.units[measure + 1...measure + 2], word.allSatisfy(Mark.isHan),
      Self.closing.contains(page.units[measure + 3]), let sentence = page.draft.sentence(at: measure)
    else { return }
    let run = page.paragraphs(from: page.draft.sentences[sentence].paragraph + 1) { paragraph in
      let mark = page.draft.sections.first { $0.range.lowerBound == paragraph.range.lowerBound }?.mark
        .upperBound
      return page.units[(mark ?? paragraph.range.lowerBound)...].starts(with: word)
    }
    guard let run else { return }
    settle(
      ToldCount(number: stated, place: measure - 1..<measure, noun: measure + 1..<measure + 3), [run.count],
      run.extent, &book)
  }

  private static let (parting, into) = (Mark.word("分")[0], Mark.word("为")[0])
  private static let portions = ["部分", "阶段", "批次", "步骤"]
  private static let reporting = ["报告", "汇报", "总结"]
  private static let numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
  private static let counters: Set<String> = ["个", "条", "项", "种", "类", "大"]
  private static let announcing = Mark.texts("有 是 呈现 主要 体现 表现 取得 归纳 概括 总结 抓 做好 做 围绕 突出 以下 存在 聚焦 着力 开展 从 重点")
  private static let steps = Mark.texts(
    "方面 工作 问题 重点 任务 举措 措施 环节 机制 文章 关键 抓手 行动 事 目标 经验 体会 特点 转变 突破 坚持 不足 短板 原因 做法 成果 成效 亮点 启示 教训 建议 打算 差距 困难",
    "收获 特征 重点 步骤 制度 事项")
  private static let (measure, point, other) = (Mark.word("个")[0], Mark.word("点")[0], Mark.word("另")[0])
  private static let closing = UnitSet("”。，：")
}
