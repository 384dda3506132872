import Foundation
import ReportModel

extension FigurePage {
  /// 未能按期完成的有三项, 申请延期并获批的任务有3项: how many of all tasks were put off.
  func countsDelayed(_ figure: Int) -> Bool {
    guard unit(figure) == "项", isExact(figure), claim(figure).change == nil,
      claim(figure).period == .reported,
      claim(figure).domain == nil, tail(figure).isEmpty
    else { return false }
    let lead = words(lead(figure))
    return lead.hasAnySuffix(["有", "共有", "共", "共计", "计"])
      && lead.containsAny(Self.delayed) && !lead.containsAny(Self.otherDelays)
  }

  /// 民生保障改革(4项,完成4项,推进1项): the bracket of a heading begins with how many there are and goes on to what became of them.
  func opensBracket(_ figure: Int) -> Bool {
    guard unit(figure) == "项", lead(figure).isEmpty, tail(figure).isEmpty, range(figure).lowerBound > 0,
      units[range(figure).lowerBound - 1] == 0x28
    else { return false }
    if cues.has(.allDone, in: range(figure).upperBound..<min(units.count, range(figure).upperBound + 8)) {
      return true
    }
    guard siblings(of: figure).contains(figure + 1), sameUnit(figure, figure + 1) else { return false }
    return cues.has([.done, .open, .delayed], in: lead(figure + 1))
  }

  /// 分阶段看, 按层级分, 从时间看: a clause that says by what is told one by one.
  func divides(_ range: Range<Int>) -> Bool {
    let clauses = range.split { Mark.isListMark(units[$0]) }
    return clauses.contains { clause in
      guard (3...8).contains(clause.count), clause.upperBound < units.count,
        units[clause.upperBound] == Mark.comma
      else { return false }
      return words(clause).hasAnyPrefix(["分", "按", "从"])
        && words(clause).hasAnySuffix(["看", "分", "来说", "划分"])
    }
  }

  /// 市级1项 of 延期2项(市级1项、县级1项): in brackets right behind one of some figures.
  func standsInBrackets(_ figure: Int, behind others: some Sequence<Int>) -> Bool {
    let place = range(figure).lowerBound
    guard let open = (sentence(of: figure).range.lowerBound..<place).last(where: { units[$0] == 0x28 }),
      !has(0x29, in: open..<place)
    else { return false }
    return others.contains { tail($0).upperBound == open }
  }

  private static let delayed = ["延期", "未能按期完成", "未按期完成", "未能如期完成", "未如期完成", "未能按时完成", "推迟完成"]
  private static let otherDelays = ["上年", "去年", "再次", "领域", "方面", "其中", "牵头"]
}

/// What goes on from one count of tasks to the next.
extension StatusReading {
  /// 办结7项,甲改革、乙改革2项按程序延期: those postponed are named before their count.
  static func isNamed(_ figure: Int, _ layer: Layer, _ page: FigurePage) -> Bool {
    page.claim(figure).sentence == layer.lastSentence
      && page.cues.has([.delayed, .ended], in: page.tail(figure))
  }

  /// 书记、区长各领办2项任务: the share of those who lead them.
  static func isOfLeaders(_ figure: Int, _ page: FigurePage) -> Bool {
    let lead = page.lead(figure)
    return page.cues.has(.each, in: lead) || page.words(lead).containsAny(leading)
  }

  /// 分领域看,甲改革(4项)、乙改革(3项)全部完成: one of several that stand side by side, no count of all.
  static func isOneOfSeveral(_ figure: Int, _ page: FigurePage) -> Bool {
    page.opensBracket(figure) && page.divides(page.sentence(of: figure).range.prefix(12))
  }

  private static let leading = ["领办", "领衔", "领题", "包抓", "包联", "挂帅"]

  /// 推进2项,均为跨年度任务;延期2项: what is said of some of them stands between.
  static func isNextOutcome(_ figure: Int, _ layer: Layer, _ page: FigurePage) -> Bool {
    page.claim(figure).sentence == layer.lastSentence && page.lead(figure).count <= 6
      && page.has(Mark.semicolon, in: page.before(figure))
      && page.cues.has([.delayed, .ended, .open], in: page.lead(figure))
  }

  /// 若再扣除2项跨年度任务,其余16项…; 2项跨年度任务除外: what is taken off is not all there is.
  static func isLeftOut(_ figure: Int, _ page: FigurePage) -> Bool {
    let (lead, tail) = (page.words(page.lead(figure)), page.words(page.tail(figure)))
    let clause = page.words(page.claim(figure).clause.lowerBound..<page.range(figure).lowerBound)
    return leavingOut.contains(where: lead.hasSuffix) || takingOff.contains(where: clause.contains)
      || ["除外", "以外", "之外", "不计"].contains(where: tail.hasSuffix)
  }

  private static let takingOff = Mark.texts(
    "扣除 剔除 除去 减去 刨除 扣减 不计入 不列入 不纳入 不包含 未计入 未列入 未纳入 不在")
  private static let leavingOut = [
    "扣除", "剔除", "除去", "除", "减去", "不含", "不包括", "不计", "去掉", "刨除", "撇开", "除了", "扣减",
  ]

  /// 二季度完成9项, 前三季度累计完成16项, 6月完成2项, once what was done up to a later time is told.
  static func isOfPartOfYear(_ figure: Int, _ layer: Layer, _ page: FigurePage) -> Bool {
    guard let done = layer.done.first, case let before = page.before(figure),
      !page.words(before).containsAny(["又", "再"])
    else { return false }
    let end = page.months(in: page.before(done))?.upperBound ?? 12
    return page.words(before).containsAny(["季度", "半年"])
      || page.months(in: before).map { $0.upperBound <= end } ?? false
  }

  /// 从时间看,…; 按领域分,甲、乙两个方面共9项全部完成,…: parts one behind the other of what is counted, to the end of the sentence. What became of
  /// the tasks may be told so as well: 从完成情况看,….
  static func isDivided(_ figure: Int, _ layer: Layer, _ page: FigurePage) -> Bool {
    let sentence = page.sentence(of: figure).range
    guard let done = layer.done.first, page.claim(done).sentence < page.claim(figure).sentence,
      let comma = PartsRule(page: page).division(sentence, isInside: true),
      comma <= page.range(figure).lowerBound
    else { return false }
    return !page.words(sentence.lowerBound..<comma).containsAny(outcomes)
  }

  private static let outcomes = ["完成", "进度", "进展", "状态", "结果", "情况", "办理", "推进", "总体", "整体"]
}

extension StatusReading {
  /// 延期的2项, 上述2项: the count of those told of before, once more.
  static func refersBack(_ figure: Int, _ layer: Layer, _ page: FigurePage) -> Bool {
    let lead = page.words(page.lead(figure))
    // 完成24项…扣除延期事项,其余24项全部完成.
    if lead.hasSuffix("其余"), page.cues.has([.done, .allDone], in: page.tail(figure)) {
      return page.sum(layer.done) == page.value(figure)
    }
    // 完成22项,…,22项任务全部完成: the same ones.
    if page.cues.has(.allDone, in: page.tail(figure)), !layer.done.isEmpty,
      page.sum(layer.done) == page.value(figure)
    {
      return true
    }
    // 延期3项。延期任务3项:…: the head of their list.
    guard lead.hasSuffix("的") || lead.hasAnySuffix(pointing) || heads.contains(where: { lead == $0 }) else {
      return false
    }
    return [layer.done, layer.delayed, layer.ended, layer.open].contains { told in
      // 推进中20项,未启动3项。未启动的3项: one of two that are told apart.
      !told.isEmpty
        && (page.sum(told) == page.value(figure) || told.contains { page.value($0) == page.value(figure) })
    }
  }

  private static let pointing = ["上述", "以上", "前述", "这", "该"]
  private static let heads = ["延期任务", "延期事项", "延期改革任务", "推进中任务", "终止任务", "未完成任务"]
}

/// 分开写的完成数: what became of the tasks told quarter by quarter, field by field, and in the heading of a field.
extension StatusRule {
  /// 五、文化生态领域(7项), and below it 6项任务全部完成: a heading has the count of its field.
  func headings(_ book: inout RelationBook) {
    for field in status.fields where field.layers.count == 1 {
      let (heading, total) = (page.draft.sections[field.section].heading, field.layers[0].total)
      guard let figure = page.figures(from: heading.lowerBound).first, figure != total,
        page.range(figure).upperBound <= heading.upperBound,
        page.units[page.range(figure).lowerBound - 1] == 0x28,
        page.sameUnit(figure, total), page.isExact(figure), page.isExact(total)
      else { continue }
      let fits = page.value(figure) == page.value(total)
      book.weigh(
        figure, by: [total], .balance, fits ? .verified : .broken, on: page,
        "标题写\(page.number(figure)),正文写\(page.number(total))", "标题里的任务数与正文不符", stating: false,
        as: .scope("heading\(field.section)"))
    }
  }

  /// 任务4项,完成4项, though one of the field's tasks is told as postponed.
  func finished(_ book: inout RelationBook) {
    let draft = page.draft
    for field in status.fields {
      guard let layer = field.layers.first, layer.delayed.isEmpty, layer.ended.isEmpty, layer.open.isEmpty,
        let said = layer.allDone ?? layer.done.first.map(page.range),
        layer.allDone != nil || page.sum(layer.done) == page.value(layer.total),
        let late = draft.delays.first(where: { isPutOff($0, in: field.section, told: layer.total) })
      else { continue }
      book.propose(
        Relation(
          .balance, .broken, claimed: said, result: layer.total, members: layer.done,
          arithmetic: "“\(page.text(late.name))”写有延期", message: "这一领域写了全部完成，又有延期的任务"),
        as: .scope("finished\(field.section)"))
    }
  }

  /// Whether a task is put off beyond the year, and one of a field: told there, or the name of one of the field's items.
  private func isPutOff(_ delay: DelayedItem, in field: Int, told total: Int) -> Bool {
    let draft = page.draft
    // 五是…改革: where the last of several ends is not said but by its paragraph.
    let isInside =
      draft.sections[field].range.contains(delay.name.lowerBound)
      && (!draft.sections[field].scheme.isInline
        || draft.sentence(at: delay.name.lowerBound).map { draft.sentences[$0].paragraph }
          == page.paragraph(of: total))
    guard !delay.isTerminated, let year = draft.reportYear(at: delay.name.lowerBound), delay.name.count >= 6,
      page.text(delay.name).containsAny(Self.reforms), !Mark.isDigit(page.units[delay.name.lowerBound]),
      delay.until.map(page.text).map({ until in
        (year + 1...year + 3).contains { until.contains("\($0)") }
      }) ?? isInside,
      let index = draft.sentence(at: delay.name.lowerBound),
      !page.words(draft.sentences[index].range).containsAny(["上年", "去年", "上一年"]),
      // The list of all that was put off stands below the last field.
      !page.words(draft.paragraphs[draft.sentences[index].paragraph].range).hasAnyPrefix(Self.lists)
    else { return false }
    if delay.domain == field, isInside { return true }
    let name = NameLikeness(page.text(delay.name))
    return draft.sections.contains { section in
      section.parent == field && (6...40).contains(section.heading.count)
        && NameLikeness(page.text(section.heading)).likeness(name) >= 85
    }
  }

  private static let lists = ["延期任务", "延期事项", "延期项目", "延期的", "未完成", "以下"]

  /// 一季度完成4项,二季度13项,三季度15项,四季度19项: the quarters make the year.
  func quarters(_ book: inout RelationBook) {
    guard let layer = status.overall.first, !layer.done.isEmpty else { return }
    oneByOne(layer, &book)
    for sentence in page.draft.sentences where sentence.quantities.count >= 4 {
      for first in sentence.quantities.dropLast(3) {
        let four = Array(first..<first + 4)
        guard
          zip(four, Self.quarterNames).allSatisfy({ figure, name in
            page.words(page.before(figure)).contains(name) && page.sameUnit(figure, layer.total)
              && page.isExact(figure)
              && page.claim(figure).change == nil
          }), page.cues.has(.done, in: page.lead(first))
        else { continue }
        add(four, to: layer, "各季度完成数之和与全年完成数不符", as: .scope("quarters"), &book)
        return
      }
    }
  }

  /// 分领域看,依次完成8项、7项、6项、8项: each field's count in its turn makes the whole.
  private func oneByOne(_ layer: StatusReading.Layer, _ book: inout RelationBook) {
    for first in page.draft.quantities.indices
    where page.sameUnit(first, layer.total)
      && page.words(page.lead(first)).hasAnySuffix(Self.inTurn)
    {
      let clauses = page.words(page.sentence(of: first).range)
      guard clauses.containsAny(Self.divisions) else { continue }
      let all =
        [first]
        + (first + 1..<page.siblings(of: first).upperBound).prefix {
          page.sameUnit($0, first) && page.words(page.before($0)) == "、"
        }
      guard all.count > 2, all.allSatisfy(page.isExact) else { continue }
      add(all, to: layer, "依次写的完成数之和与全年完成数不符", as: .figure(first), &book)
    }
  }

  /// Counts one behind the other make what the year has done.
  private func add(
    _ parts: [Int], to layer: StatusReading.Layer, _ message: String, as group: RelationBook.Group,
    _ book: inout RelationBook
  ) {
    let (sum, done) = (page.sum(parts), page.sum(layer.done))
    book.propose(
      Relation(
        .balance, sum == done ? .verified : .broken,
        claimed: page.range(parts[0]).lowerBound..<page.range(parts[parts.count - 1]).upperBound, result: nil,
        members: parts + layer.done, arithmetic: "\(page.terms(parts))=\(sum),前文写完成\(done)", message: message),
      as: group)
  }

  static let reforms = ["改革", "试点", "机制", "平台", "体系", "建设", "制度", "整合", "一体化"]
  private static let inTurn = ["依次完成", "分别完成", "依次办结", "分别办结"]
  private static let divisions = ["分领域", "按领域", "各领域", "分季度", "按季度", "分条线", "分板块", "从领域看"]
  private static let quarterNames = ["一季度", "二季度", "三季度", "四季度"]
}

/// Counts of tasks that stand side by side.
extension StatusReading {
  /// The count of another kind of tasks that is joined to one, where nothing tells what became of the first.
  static func kindBeside(_ figure: Int, _ page: FigurePage) -> Int? {
    let other = figure + 1
    guard other < page.siblings(of: figure).upperBound, page.claim(other).measure == .tasks,
      page.claim(other).change == nil, page.sameUnit(figure, other)
    else { return nil }
    let gap = page.before(other)
    guard gap.contains(where: { joins.contains(page.units[$0]) }),
      !page.cues.has([.parts, .done, .delayed, .ended, .open], in: gap),
      !page.cues.has([.done, .delayed, .ended, .open], in: page.tail(other))
    else { return nil }
    return other
  }

  /// 部署任务49项,自主任务25项,共74项: the sum of the counts that begin with one.
  static func sum(from first: Int, _ page: FigurePage) -> Int? {
    var sum = page.value(first)
    for figure in page.siblings(of: first) where figure > first && figure < first + 6 {
      guard page.sameUnit(figure, first), page.isExact(figure) else { return nil }
      if page.value(figure) == sum, figure > first + 1 { return figure }
      let lead = page.words(page.lead(figure))
      if let word = Self.sums.first(where: lead.hasPrefix) {
        // 试点7项,自主改革18项,共25项: more is counted in than what is called a task.
        return lead == word && page.value(figure) >= sum ? figure : nil
      }
      sum += page.value(figure)
    }
    return nil
  }
}
