import Foundation
import ReportModel

/// 任务的完成与延期: what the report says of its tasks as a whole and field by field, layer by layer (重点任务, 重点改革项目).
struct StatusReading: Sendable {
  /// One count of tasks with what became of them.
  struct Layer: Sendable {
    /// The count of all tasks.
    var total: Int
    var done: [Int] = []
    var delayed: [Int] = []
    var ended: [Int] = []
    var open: [Int] = []
    /// 进度滞后2项: under way as well, told beside those that are on time or as a part of them.
    var behind: [Int] = []
    /// 全部完成.
    var allDone: Range<Int>?
    /// The last sentence that belongs to it.
    var lastSentence: Int

    var figures: [Int] { [total] + done + delayed + ended + open + behind }
    var says: Bool { !done.isEmpty || !delayed.isEmpty || allDone != nil }
  }

  /// A field of reform with its counts.
  struct Field: Sendable {
    var section: Int
    var layers: [Layer] = []
    /// Delayed items that are named in it.
    var items = 0
    /// The count of its institutional outputs.
    var outputs: Int?
  }

  private(set) var overall: [Layer] = []
  /// 全年部署改革任务30项: the first count of all tasks before the fields, where nothing says what became of them.
  var announced: Layer? { silent.count == 1 ? silent[0] : nil }
  /// Counts of tasks of which nothing more is said.
  private var silent: [Layer] = []
  private(set) var fields: [Field] = []
  /// Delayed items that are named anywhere, those given up apart.
  private(set) var items = 0
  /// The first count of institutional outputs of the report as a whole.
  private(set) var outputs: Int?

  init(_ page: FigurePage) {
    let draft = page.draft
    var places: [Int: Int] = [:]
    for index in draft.sections.indices where draft.sections[index].role == .domain {
      places[index] = fields.count
      fields.append(Field(section: index))
    }
    items = draft.delays.count { !$0.isTerminated }
    for delay in draft.delays where !delay.isTerminated {
      if let place = delay.domain.flatMap({ places[$0] }) { fields[place].items += 1 }
    }
    var taken = -1
    for (figure, claim) in draft.claims.enumerated() {
      if claim.measure == .outputs, claim.change == nil, page.isTold(figure), page.isExact(figure) {
        if let place = claim.domain.flatMap({ places[$0] }) {
          fields[place].outputs = fields[place].outputs ?? figure
        } else if outputs == nil, Self.tellsOfAll(draft.role(of: claim.section)),
          page.unit(figure) == "项" || page.unit(figure) == "个"
        {
          outputs = figure
        }
      }
      guard figure > taken, claim.change == nil, Self.isTold(claim.period), !Self.isLeftOut(figure, page),
        !Self.isOfLeaders(figure, page), !Self.isOneOfSeveral(figure, page), page.isExact(figure),
        Self.units.contains(page.unit(figure)),
        claim.measure == .tasks || Self.tellsAllDone(figure, page) || page.opensBracket(figure)
      else { continue }
      if let place = claim.domain.flatMap({ places[$0] }) {
        guard
          fields[place].layers.isEmpty
            ? Self.opens(figure, fields[place].section, page)
            : Self.goesOn(figure, fields[place].layers, page)
        else { continue }
        let layer = Self.layer(from: figure, page, reach: 0)
        fields[place].layers.append(layer)
        taken = layer.figures.max() ?? figure
      } else if Self.tellsOfAll(draft.role(of: claim.section)), !Self.namesField(figure, page) {
        let whole = Self.sum(from: figure, page)
        // 38项改革任务和16项改革事项: neither of them is all, and nothing says how many there are.
        if whole == nil, let other = Self.kindBeside(figure, page) {
          taken = other
          continue
        }
        let layer = Self.layer(from: whole ?? figure, page, reach: 2)
        guard layer.says, page.value(figure) > 1 else {
          if overall.isEmpty, Self.setsOut(figure, page) {
            silent.append(layer)
          }
          continue
        }
        overall.append(layer)
        taken = layer.figures.max() ?? figure
      }
    }
  }

  private static let fieldByField = ["分领域", "按领域", "从领域", "各领域", "分条线", "分板块", "分单位", "从板块"]
  private static let oneByOne = ["依次", "分别", "各完成"]
  static let sums = ["共计", "共", "合计", "总计", "一共"]
  static let joins = UnitSet("、,和与及")
  private static let units: Set<String> = ["项", "个", "条", "件"]
  private static let verified = ["认定", "核定", "确认", "核实"]

  /// 全区44项改革任务全部完成: all tasks, counted where they are said to be done.
  private static func tellsAllDone(_ figure: Int, _ page: FigurePage) -> Bool {
    let claim = page.claim(figure)
    let tail = page.tail(figure)
    guard let all = page.cues.first(.allDone, in: tail) else { return false }
    let lead = page.words(page.lead(figure))
    // A field that opens with 6项任务全部完成, 本领域6项任务悉数办结.
    if claim.domain != nil {
      return (lead.units.isEmpty || ownFields.contains { lead == $0 })
        && page.words(tail).hasAnyPrefix(["任务", "改革任务", "事项", "改革事项"])
    }
    return claim.measure == .completed && page.words(tail).hasPrefix("改革任务") && isOfAll(all, page)
      && lead.containsAny(["全区", "全县", "全市", "全年", "年度"])
  }

  /// 部署改革任务30项, 安排30项改革任务: as a whole; not 承担11项省市试点任务.
  private static func setsOut(_ figure: Int, _ page: FigurePage) -> Bool {
    let (lead, tail) = (page.words(page.lead(figure)), page.words(page.tail(figure)))
    return page.value(figure) > 2 && lead.containsAny(setting)
      && (tail.units.isEmpty ? lead.hasAnySuffix(tasks) : tail.hasAnyPrefix(tasks))
  }

  static let tasks = ["改革任务", "改革事项", "任务", "年度改革任务", "年度任务", "重点改革任务", "重点任务"]
  static let setting = ["部署", "安排", "确定", "承担", "明确", "下达", "共有", "谋划", "制定", "梳理"]

  private static func isTold(_ period: ClaimPeriod) -> Bool { period == .reported || period == .cumulative }

  static func tellsOfAll(_ role: SectionRole) -> Bool {
    switch role {
    case .plan, .problems, .attachments, .delays: false
    default: true
    }
  }

  /// The count of a field's tasks stands at its beginning.
  private static func opens(_ figure: Int, _ section: Int, _ page: FigurePage) -> Bool {
    page.range(figure).lowerBound - page.draft.sections[section].heading.upperBound < 80
  }

  /// A second layer follows in the same sentence, behind a semicolon.
  private static func goesOn(_ figure: Int, _ layers: [Layer], _ page: FigurePage) -> Bool {
    guard let last = layers.last else { return false }
    let gap = page.range(last.figures.max() ?? last.total).upperBound..<page.range(figure).lowerBound
    return last.lastSentence == page.claim(figure).sentence && page.has(Mark.semicolon, in: gap)
  }

  /// What is said of a count in its sentence and the next ones.
  private static func layer(from total: Int, _ page: FigurePage, reach: Int) -> Layer {
    let draft = page.draft
    let sentence = page.claim(total).sentence
    var layer = Layer(total: total, lastSentence: sentence)
    var end = draft.sentences[sentence].range.upperBound
    var last = sentence
    while last < sentence + reach, last + 1 < draft.sentences.count,
      draft.sentences[last + 1].paragraph == draft.sentences[sentence].paragraph
    {
      last += 1
      end = draft.sentences[last].range.upperBound
    }
    var part: Int?
    for figure in (total + 1)..<max(total + 1, draft.sentences[last].quantities.upperBound) {
      let claim = page.claim(figure)
      let isOutcome =
        claim.measure == .completed || claim.measure == .delayed
        || page.cues.has([.done, .delayed, .ended], in: page.lead(figure))
      // 其中县级任务18项、部门任务28项, 其中县级任务完成17项…: parts of what has been counted.
      let before = page.words(page.before(figure))
      if page.cues.has(.parts, in: page.before(figure)) && (!isOutcome || !layer.done.isEmpty)
        || layer.done.isEmpty && !isOutcome && before.containsAny(["(含", "(包括", "(包含"])
        || part == figure - 1 && (before.hasPrefix("、") || before.hasPrefix(","))
          // 其中重点任务12项,已完成33项: more than those, so it is of all.
          && !(isOutcome && before.hasPrefix(",") && page.claim(figure - 1).measure == .tasks
            && page.value(figure) > page.value(figure - 1))
        // 其中,甲小组5项,完成4项;乙小组11项,完成9项: all of a later sentence that opens so.
        || part.map(page.claim)?.sentence == claim.sentence && claim.sentence > sentence
          && page.words(draft.sentences[claim.sentence].range).hasPrefix("其中")
      {
        part = figure
        continue
      }
      let isOther =
        claim.sentence > sentence && page.value(figure) > page.value(total)
        && page.words(page.tail(figure)).hasAnyPrefix(Self.tasks)
        && !page.cues.has(.done, in: page.lead(figure))
      if claim.measure == .tasks && !isOutcome || isOther || isOfAnotherKind(figure, layer, page),
        claim.change == nil
      {
        end = min(end, page.before(figure).lowerBound)
        break
      }
      if figure > total + 1,
        page.words(page.before(figure)).containsAny(Self.fieldByField)
          || !layer.done.isEmpty && page.divides(page.before(figure))
      {
        break
      }
      if page.standsInBrackets(figure, behind: layer.figures.dropFirst()) { continue }
      guard page.sameUnit(figure, total), claim.change == nil, page.isExact(figure),
        isTold(claim.period) || page.words(page.lead(figure)).contains("按计划")
      else { continue }
      // What follows in a later sentence must lead on from this count: 其中, 截至…, 完成….
      if claim.sentence > sentence,
        page.before(figure).count > 14 && !isNamed(figure, layer, page) && !isNextOutcome(figure, layer, page)
          || claim.sentence > layer.lastSentence + 1
          // “一件事”新增落地13项 is something else.
          || page.words(page.lead(figure)).contains("新增")
          // 对照23项量化指标,超额完成14项: more than there are tasks counts something else.
          || !isOutcome && page.value(figure) > page.value(total)
      {
        break
      }
      // 完成38项。…一季度完成5项,二季度完成9项: parts of what has been counted.
      if Self.isOfPartOfYear(figure, layer, page) { continue }
      if Self.isDivided(figure, layer, page) { break }
      // 分领域看,依次完成8项、7项: field by field.
      if page.words(page.lead(figure)).containsAny(Self.oneByOne) { break }
      if layer.goesOn(to: figure, page) { continue }
      // 完成6项区域评估: what the reader did not take for tasks, by the noun behind it.
      if !claim.measure.isKnown, page.tail(figure).count >= 4, claim.sentence > sentence,
        page.cues.has(.done, in: page.lead(figure)),
        !page.cues.has([.done, .delayed, .ended, .open], in: page.tail(figure))
      {
        break
      }
      if isLeftOut(figure, page), !isExcept(figure, layer, page) { continue }
      // 延期的2项已经审议同意: counted before.
      if refersBack(figure, layer, page) {
        // 完成的34项中,提前完成的5项: parts of them.
        if page.words(page.tail(figure)).hasPrefix("中") { break }
        continue
      }
      // 55项提交了完成报告,…认定完成53项: the same ones, looked into.
      if !layer.done.isEmpty, page.words(page.lead(figure)).hasAnyPrefix(Self.verified) {
        continue
      }
      if page.words(page.lead(figure)).containsAny(Self.behindTime) {
        layer.behind.append(figure)
        layer.lastSentence = claim.sentence
        continue
      }
      let role = role(figure, page)
      // 2项延期任务中,再次延期1项: told again, and what is of them.
      if page.units[page.tail(figure)].last == Mark.among, layer.tells(role, page.value(figure), page) {
        break
      }
      // 延期三项。三项延期任务均已审议同意; 到昨天办结20件,…该办20件、办结20件: told again, and leaders' own.
      if claim.sentence > sentence,
        Self.isOfLeaders(figure, page) || layer.tells(role, page.value(figure), page)
      {
        continue
      }
      switch role {
      case .done: layer.done.append(figure)
      case .delayed: layer.delayed.append(figure)
      case .ended: layer.ended.append(figure)
      case .open: layer.open.append(figure)
      // 延期4项,转为长期坚持2项: neither done nor postponed.
      default:
        // 其余16项中,15项按时序推进: what is left, told in parts.
        if page.units[page.tail(figure)].last == Mark.among,
          page.words(page.lead(figure)).hasAnySuffix(Self.left)
        {
          layer.open.append(figure)
          break
        }
        guard claim.sentence == sentence,
          Self.isRest(figure, layer, page)
            || layer.figures.max() == figure - 1
              && [page.lead(figure), page.tail(figure)].contains(where: {
                page.words($0).hasAnyPrefix(Self.fates)
              })
        else { continue }
        layer.open.append(figure)
      }
      layer.lastSentence = claim.sentence
    }
    layer.dropParts(page)
    let stop = max(
      page.range(layer.figures.max() ?? total).upperBound,
      min(end, draft.sentences[layer.lastSentence].range.upperBound))
    if layer.done.isEmpty, let all = page.cues.first(.allDone, in: page.range(total).upperBound..<stop),
      isOfAll(all, page)
    {
      layer.allDone = all
    }
    return layer
  }

  /// 其余全部完成 is not of all.
  private static func isOfAll(_ range: Range<Int>, _ page: FigurePage) -> Bool {
    var start = range.lowerBound
    while start > 0, range.lowerBound - start < 12, page.units[start - 1] != Mark.stop { start -= 1 }
    let before = page.words(start..<range.lowerBound)
    return !before.containsAny(["其余", "其他", "余下", "除"])
  }

  private static let behindTime = ["滞后", "落后", "较慢", "缓慢", "偏慢", "不及预期", "未达序时", "未达进度", "慢于序时", "受阻"]
  static let left = ["其余", "剩余", "余下", "未完成的", "余下的", "剩下的", "其余的"]
  private static let fates = ["转为", "转入", "改为", "并入", "合并", "移交", "列为", "纳入长期", "转作"]

  private static let onTheWay = ["在办", "在推", "在途", "续推", "接续", "进展顺利", "进展正常", "进展良好"]

  /// What became of the tasks that a figure counts.
  private static func role(_ figure: Int, _ page: FigurePage) -> Cue? {
    let lead = page.lead(figure)
    let near = lead.suffix(5)
    if page.words(near).hasAnySuffix(onTheWay)
      || page.words(page.tail(figure)).hasAnyPrefix(["正在", "仍在", "尚在", "还在"] + onTheWay)
    {
      return .open
    }
    for cue in [Cue.open, .delayed, .ended, .done] where page.cues.has(cue, in: near) { return cue }
    let tail = page.tail(figure)
    // 1项按计划跨年度推进: it goes on.
    if page.words(tail).contains("跨年"), page.cues.has(.open, in: tail) || !page.cues.has(.delayed, in: tail) {
      return .open
    }
    for cue in [Cue.delayed, .ended, .open, .done] where page.cues.has(cue, in: tail) { return cue }
    let after = page.after(figure)
    for cue in [Cue.delayed, .ended]
    where page.cues.has(cue, in: after.prefix(60)) {
      let place = page.cues.first(cue, in: after) ?? after.upperBound..<after.upperBound
      let gap = after.lowerBound..<place.lowerBound
      // 已实施25项,暂缓2项: the next one's own word.
      let next = figure + 1
      if page.siblings(of: figure).contains(next), page.sameUnit(figure, next),
        place.upperBound <= page.range(next).lowerBound,
        !page.has(Mark.comma, in: place.upperBound..<page.range(next).lowerBound)
      {
        return nil
      }
      return page.has(Mark.semicolon, in: gap) || page.has(Mark.stop, in: gap) ? nil : cue
    }
    return nil
  }
}
