import ReportModel

/// 任务里的新词: a task's coined name in “” that the draft gives in other words.
struct CoinedNamesCheck: Check {
  let about = CheckDescription(
    "against-ledger.names", .warning, "任务、单位的名称与台账不一致",
    rationale:
      "“一件事一次办”“免申即享”一类加引号的叫法，文稿和台账应当一字不差。任务名称前后的字都对得上、中间换了一个词，而台账的叫法全文没有出现过的才指出；同一单位的另一种叫法（行政审批局与行政服务局）也指出。",
    source: "实务",
    triggering: [
      .draft(
        "2021年甲区改革工作总结报告\n一是经济体制改革方面。开展承包地[[“小块变大块”]]改革，整合耕地3万亩。",
        ledger: "年度: 2021\n地区: 甲区\n领域: [{名称: 经济体制改革, 任务: [{名称: 开展承包地“小田并大田”改革, 状态: 已完成}]}]"),
      .draft(
        "2021年甲区改革工作总结报告\n一是行政体制改革方面。“[[行政复议规范化提升]]”任务于8月完成。",
        ledger: "年度: 2021\n地区: 甲区\n领域: [{名称: 行政体制改革, 任务: [{名称: 行政复议规范化建设, 状态: 已完成}]}]"),
      .draft(
        "2021年甲区改革工作总结报告\n一是经济体制改革方面。开展土地承包到期后再延长[[20年试]]点，涉及14个村。",
        ledger: "年度: 2021\n地区: 甲区\n领域: [{名称: 经济体制改革, 任务: [{名称: 开展土地承包到期后再延长30年试点, 状态: 已完成}]}]"),
      .draft(
        "2021年甲区改革工作总结报告\n一是经济体制改革方面。[[推进农村供水城乡一体化改革]]，覆盖率达到94%。",
        ledger: "年度: 2021\n地区: 甲区\n领域: [{名称: 经济体制改革, 任务: [{名称: 推进农村供水规模化改革, 状态: 已完成}]}]"),
      .draft(
        "2021年甲区改革工作总结报告\n一是生态体制改革方面。推进[[生活垃圾分收运体系改革]]，优化线路32条。",
        ledger: "年度: 2021\n地区: 甲区\n领域: [{名称: 生态体制改革, 任务: [{名称: 生活垃圾分类收运体系改革, 状态: 已完成}]}]"),
      .draft(
        "2021年甲区改革工作总结报告\n一是行政体制改革方面。推行一窗受理，压减时限三成。数据共享还有断点，[[区行政审批局]]与部门系统没有贯通。",
        ledger: "年度: 2021\n地区: 甲区\n领域: [{名称: 行政体制改革, 任务: [{名称: 推行一窗受理, 牵头单位: 区行政服务局, 状态: 已完成}]}]"),
      .draft(
        "2021年甲区改革工作总结报告\n一是经济体制改革方面。[[海域使用权分层立体设权改革]]完成确权6宗。",
        ledger: "年度: 2021\n地区: 甲区\n领域: [{名称: 经济体制改革, 任务: [{名称: 海域使用权立体分层设权改革, 状态: 已完成}]}]"),
      .draft(
        "2021年甲区改革工作总结报告\n深化招标投标[[“双随机”]]评审改革等2项任务全部完成。\n一是经济体制改革方面。64个项目实行“双盲”评审。",
        ledger: "年度: 2021\n地区: 甲区\n领域: [{名称: 经济体制改革, 任务: [{名称: 深化招标投标“双盲”评审改革, 状态: 已完成}]}]"),
    ],
    silent: [
      .draft(
        "2021年甲区改革工作总结报告\n一是基层治理改革方面。在74个村推行村级议事协商“提、议、定、办、评”五步法，议定事项126件。",
        ledger: "年度: 2021\n地区: 甲区\n领域: [{名称: 基层治理改革, 任务: [{名称: 推行村级议事协商“五步法”, 状态: 已完成}]}]"),
      .draft(
        "2021年甲区改革工作总结报告\n一是行政体制改革方面。推行一窗受理，区发改局配合，市林草局指导，压减时限三成。",
        ledger: "年度: 2021\n地区: 甲区\n领域: [{名称: 行政体制改革, 任务: [{名称: 推行一窗受理, 牵头单位: 区发展和改革局, 配合单位: 区林业局, 状态: 已完成}]}]"
      ),
      .draft(
        "2021年甲区改革工作总结报告\n一是经济体制改革方面。推进县公立医院薪酬制度改革，覆盖5家医院。",
        ledger: "年度: 2021\n地区: 甲区\n领域: [{名称: 经济体制改革, 任务: [{名称: 推进县级公立医院薪酬制度改革, 状态: 已完成}]}]"),
      .draft(
        "2021年甲区改革工作总结报告\n一是经济体制改革方面。推进农村集中供水规模化改革，覆盖率达到94%。",
        ledger: "年度: 2021\n地区: 甲区\n领域: [{名称: 经济体制改革, 任务: [{名称: 推进农村供水规模化改革, 状态: 已完成}]}]"),
      .draft(
        "2021年甲区改革工作总结报告\n一是行政体制改革方面。“行政复议规范化建设”任务于8月完成，“行政复议规范化提升”行动启动。",
        ledger: "年度: 2021\n地区: 甲区\n领域: [{名称: 行政体制改革, 任务: [{名称: 行政复议规范化建设, 状态: 已完成}]}]"),
      .draft(
        "2021年甲区改革工作总结报告\n一是经济体制改革方面。开展承包地“小田并大田”改革，推行“小块变大块”做法，整合耕地3万亩。",
        ledger: "年度: 2021\n地区: 甲区\n领域: [{名称: 经济体制改革, 任务: [{名称: 开展承包地“小田并大田”改革, 状态: 已完成}]}]"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let match = input.match, let page = input.page else { return }
    let places = LedgerPlaces(match.ledger)
    misnamed(places, match, &result)
    misnumbered(places, match, &result)
    if let prose = input.prose { renamedUnits(places, match.draft, prose, &result) }
    let (draft, units) = (match.draft, page.units)
    var told: Set<[UInt16]> = []
    for quotation in draft.quotations where quotation.count > 3 { told.insert(Array(units[quotation])) }
    for item in places.tasks {
      guard let coined = Self.coined(item.task.name) else { continue }
      // Where the draft has the right word as well, all that stands around it must be the name.
      let isToldRight = told.contains(coined.word)
      let (before, after) =
        isToldRight
        ? (coined.before[...], coined.after[...]) : (coined.before.suffix(3), coined.after.prefix(2))
      if isToldRight, before.count < 4 || after.count < 2 { continue }
      for quotation in draft.quotations where quotation.count > 3 {
        guard before.count >= 3, quotation.lowerBound >= before.count,
          !units[quotation].elementsEqual(coined.word),
          units[..<quotation.lowerBound].suffix(before.count).elementsEqual(before),
          units[quotation.upperBound...].starts(with: after),
          // 推行村级议事“提、议、定、办、评”五步法, of “五步法”.
          !units[quotation.upperBound...].starts(with: coined.word.dropFirst().dropLast())
        else { continue }
        result.report(
          draft.text.place(quotation), "台账的任务是“\(item.task.name)”，文稿写的是\(draft.text.string(quotation))",
          "请统一名称",
          related: [.init(places.place(item.path, "名称"), "台账在这里")])
        break
      }
    }
  }

  /// 区行政审批局, where the ledger knows none but 区行政服务局. Who leads a task is told by the rule on its details.
  private func renamedUnits(
    _ places: LedgerPlaces, _ draft: Draft, _ prose: CheckProse, _ result: inout CheckResult
  ) {
    let led = places.tasks.flatMap { item in
      ([item.task.leadUnit].compactMap { $0 } + item.task.supportingUnits).map { (unit: $0, item: item) }
    }
    for (use, number) in KnownNames(prose).strangers(to: led.map(\.unit))
    where !prose.hasAny(Self.leading, at: use.range.upperBound) {
      result.report(
        draft.text.place(use.range),
        "“\(draft.text.string(use.range))”台账里写的是“\(led[number].unit)”", "如指同一单位，请统一名称",
        related: [.init(places.place(led[number].item.path, "牵头单位"), "台账在这里")])
    }
  }

  private static let leading = Mark.words("牵头")

  /// 行政复议规范化提升 for 行政复议规范化建设: a name that parts from the ledger's by one word, where the draft has the ledger's nowhere.
  private func misnamed(_ places: LedgerPlaces, _ match: LedgerMatch, _ result: inout CheckResult) {
    let (draft, units) = (match.draft, match.draft.text.units)
    let names = places.tasks.map { RespelledName($0.task.name) }
    let others = names.map(\.core) + match.ledger.report.outputs.map { Mark.word($0.title) }
    var told: Set<Int> = []
    for (index, wrong) in RespelledName.respelled(names, in: draft) where !told.contains(index) {
      guard !match.names(names[index].core), !others.contains(where: { Self.holds($0, units[wrong]) }),
        draft.sentence(at: wrong.lowerBound).map({ draft.role(of: draft.sentences[$0].section) != .plan })
          == true,
        !draft.titles.contains(where: { $0.range.overlaps(wrong) })
      else { continue }
      told.insert(index)
      let item = places.tasks[index]
      result.report(
        draft.text.place(wrong), "台账的任务是“\(item.task.name)”，文稿写的是“\(draft.text.string(wrong))”",
        "请统一名称", related: [.init(places.place(item.path, "名称"), "台账在这里")])
    }
  }

  /// 再延长20年试点 for 再延长30年试点: a name with another number in it.
  private func misnumbered(_ places: LedgerPlaces, _ match: LedgerMatch, _ result: inout CheckResult) {
    let (draft, units) = (match.draft, match.draft.text.units)
    for item in places.tasks {
      let name = Mark.word(item.task.name)
      guard let first = name.firstIndex(where: Mark.isDigit), first >= 4,
        case let number = name[first...].prefix(while: Mark.isDigit), name.endIndex - number.endIndex >= 2,
        !match.names(item.task.name)
      else { continue }
      let (before, after) = (name[(0..<first).suffix(6)], name[number.endIndex...].prefix(2))
      for sentence in draft.sentences where draft.role(of: sentence.section) != .plan {
        let found = sentence.range.dropLast(before.count).first { place in
          units[place] == before.first && units[place..<sentence.range.upperBound].starts(with: before)
        }
        guard let start = found.map({ $0 + before.count }),
          case let other = units[start..<sentence.range.upperBound].prefix(while: Mark.isDigit),
          !other.isEmpty,
          !other.elementsEqual(number), units[other.endIndex...].starts(with: after)
        else { continue }
        result.report(
          draft.text.place(start..<other.endIndex + after.count),
          "台账的任务是“\(item.task.name)”，文稿写的是“\(draft.text.string(start..<other.endIndex + after.count))”",
          "请统一名称",
          related: [.init(places.place(item.path, "名称"), "台账在这里")])
        break
      }
    }
  }

  private static func holds(_ name: [UInt16], _ words: ArraySlice<UInt16>) -> Bool {
    name.count >= words.count
      && (0...(name.count - words.count)).contains {
        name[$0..<$0 + words.count].elementsEqual(words)
      }
  }

  /// The quotation in a name with its marks, and what stands before it and behind it.
  private static func coined(_ name: String) -> (word: [UInt16], before: [UInt16], after: [UInt16])? {
    let units = Mark.word(name)
    guard let open = units.firstIndex(of: 0x201C), let close = units[open...].firstIndex(of: 0x201D) else {
      return nil
    }
    return (Array(units[open...close]), Array(units[..<open]), Array(units[(close + 1)...]))
  }
}

/// 换了一个词的名称: a task's name in which one word was put in another's place.
private struct RespelledName {
  private let name: [UInt16]
  /// The name without the verb that opens it.
  let core: [UInt16]

  init(_ text: String) {
    let units = Mark.word(text)
    name = units
    core = Self.verbs.first { units.starts(with: $0) }.map { Array(units.dropFirst($0.count)) } ?? units
  }

  /// Every stretch of a draft's sentences that is one of the names but for one word inside it.
  static func respelled(_ names: [RespelledName], in draft: Draft) -> [(name: Int, range: Range<Int>)] {
    var byHead: [UInt32: [(name: Int, words: [UInt16])]] = [:]
    for (index, name) in names.enumerated() where name.core.count >= 7 && name.name.allSatisfy(Mark.isHan) {
      for words in Set([name.name, name.core]) {
        byHead[UInt32(words[0]) << 16 | UInt32(words[1]), default: []].append((index, words))
      }
    }
    let units = draft.text.units
    return draft.sentences.flatMap { sentence in
      sentence.range.dropLast().flatMap { start in
        (byHead[UInt32(units[start]) << 16 | UInt32(units[start + 1])] ?? []).compactMap { index, words in
          names[index].end(of: words, in: units[start..<sentence.range.upperBound]).map {
            (index, start..<$0)
          }
        }
      }
    }
  }

  /// Where some words begin with the name but for one word: inside it, or in “” at its end.
  private func end(of name: [UInt16], in text: ArraySlice<UInt16>) -> Int? {
    let head = zip(text, name).prefix { $0 == $1 }.count
    // 垃圾分收运体系 for 垃圾分类收运体系: one character was lost.
    if head >= 2, name.count - head > 3, case let rest = name[(head + 1)...],
      !Self.light.contains(name[head]), text.dropFirst(head).starts(with: rest)
    {
      return text.startIndex + head + rest.count
    }
    // 分层立体设权 for 立体分层设权: two words in the other order.
    if head >= 2, name.count - head >= 6,
      case (let first, let second, let rest) = (
        name[head..<head + 2], name[head + 2..<head + 4], name[(head + 4)...]
      ),
      text.dropFirst(head).starts(with: second + first + rest)
    {
      return text.startIndex + name.count
    }
    for removed in 1...3 where (core.count - removed) * 10 >= core.count * 6 {
      let left = name.count - head - removed
      guard left >= 2 || left == 0 else { continue }
      let rest = name[(head + removed)...]
      for put in 1...(removed + 2) {
        let place = text.startIndex + head + put
        guard place + rest.count < text.endIndex, text[place...].starts(with: rest),
          left > 0 || text[place] == Self.quoteEnd
        else { continue }
        let (old, new) = (name[head..<head + removed], text[text.startIndex + head..<place])
        // A word left out or put in beside the ledger's, a mark, a joining word: told in short or at length.
        let isAnother =
          new.allSatisfy { Mark.isHan($0) && !Self.joining.contains($0) }
          && !old.contains(where: Self.joining.contains) && !new.contains(where: old.contains)
        return isAnother ? place + rest.count : nil
      }
    }
    return nil
  }

  /// Characters that a name is told without: 县(级)公立医院, 服务(业), 市场(化).
  private static let light = UnitSet("的和与及为等级属化业性制度型式区县市省乡镇村街城大新老全各总中小公私国内外部工作试点一")
  private static let quoteEnd: UInt16 = 0x201D
  private static let joining = UnitSet("的和与及为了等于在对把将以")
  private static let verbs = Mark.words("建立健全 建立完善 健全完善 推进 深化 建立 健全 完善 开展 推行 推动 实施 探索 优化 加快")
}
