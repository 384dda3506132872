import ReportModel

/// 断句: a sentence that breaks off.
struct BrokenSentenceCheck: Check {
  let about = CheckDescription(
    "wording.broken-sentence", .warning, "句子没有说完",
    rationale: "“为使…。”“随着…。”只有状语没有主句；以“以及。”“并。”“把。”收尾，或逗号后面直接是句号，是删改时留下的半句。",
    source: "实务；GB/T 15834-2011,4.1",
    triggering: [
      .draft("[[为使体制机制更加健全。]]该区以重点工作为抓手。"),
      .draft("推进审批服务便民化，[[并。]]全年办件12万件。"),
      .draft("[[在区委的坚强领导下。]]各项改革任务按期完成[[,。]]"),
      .draft("实行挂图作战、销号管理，[[确保。]]办结486件，[[由。]]队伍的专业化水平[[亟待。]]形成初稿并[[征求各。]]"),
      .draft("一是健全机制。[[二是深化和完善。]][[着力解决经济运行中。]]推进改革[[，、]]优化环境。"),
      .draft("[[覆盖快递、网约车等新就业群体党组织的。]]印发实施意见。关键在于把机构、编制[[一并。]]"),
    ],
    silent: [
      .draft("为使体制机制更加健全，该区以重点工作为抓手。为民服务水平不断提升。"),
      .draft("相关机构已完成合并。通过省级验收。在全市考核中位居第一。"),
      .draft("市场更加自由。关系趋于缓和。群众积极参与。改革动力源源不断。讲明了事由。工作仍在进行中。"),
      .draft("成绩是全区干部群众干出来的。制度得到深化和完善。矛盾在发展中解决。二是深化和完善监管机制。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let draft = input.draft, let prose = input.prose else { return }
    let stop = Mark.word("。")[0]
    for sentence in draft.sentences where draft.paragraphs[sentence.paragraph].kind == .body {
      let range = sentence.range
      guard range.count > 1, prose.units[range.upperBound - 1] == stop else { continue }
      let end = range.upperBound - 1
      if Self.commas.contains(prose.units[end - 1]) {
        report(end - 1..<end + 1, draft, &result)
      } else if let start = danglingWord(range.lowerBound..<end, prose, input.terms.lexicon.value) {
        report(start..<end + 1, draft, &result)
      } else if isAdverbialAlone(range, end, prose) || isUnfinished(range.lowerBound..<end, prose) {
        report(range, draft, &result)
      }
    }
    for index in prose.units.indices.dropFirst() where prose.units[index] == Self.pause && prose.isRead(index)
    {
      if prose.beginsParagraph(index) || Self.beforeNoPause.contains(prose.units[index - 1]) {
        report(index - (prose.beginsParagraph(index) ? 0 : 1)..<index + 1, draft, &result)
      }
    }
  }

  /// Where a word begins that ends a stretch and wants something behind it.
  private func danglingWord(_ range: Range<Int>, _ prose: CheckProse, _ lexicon: Lexicon) -> Int? {
    let end = range.upperBound
    if let tail = Self.tails.first(where: { prose.has($0.word, at: end - $0.word.count) }) {
      let start = end - tail.word.count
      return start >= range.lowerBound && !tail.excused(start, prose) ? start : nil
    }
    // 自由, 温和, 参与: the last character belongs to a word.
    let last = end - 1
    guard Self.links.contains(prose.units[last]), !lexicon.isEmpty else { return nil }
    if last == range.lowerBound { return last }
    let before = prose.units[last - 1]
    if !Mark.isHan(before) { return Mark.clauseEnds.contains(before) ? last : nil }
    for length in 2...4 where end - length >= range.lowerBound {
      let isWord = prose.units.withUnsafeBufferPointer { lexicon.word($0, end - length, length) != nil }
      if isWord { return nil }
    }
    return last
  }

  /// Whether a sentence without any comma is nothing but its opening adverbial.
  private func isAdverbialAlone(_ range: Range<Int>, _ end: Int, _ prose: CheckProse) -> Bool {
    guard range.count <= 40, !prose.units[range].contains(where: Self.commas.contains) else { return false }
    if prose.hasAny(Self.openers, at: range.lowerBound) { return true }
    return Self.frames.contains { frame in
      prose.hasAny(frame.openers, at: range.lowerBound) && prose.hasAny(frame.closers, before: end)
    }
  }

  /// Whether the last clause names what is solved only by where it is (着力解决经济运行中), ends with an attribute of nothing (…党组织的), or
  /// is an item of two verbs without an object (二是深化和完善).
  private func isUnfinished(_ sentence: Range<Int>, _ prose: CheckProse) -> Bool {
    let end = sentence.upperBound
    let clause = prose.clause(around: end - 1..<end)
    guard clause.lowerBound >= sentence.lowerBound else { return false }
    let words = clause.lowerBound..<end
    if prose.units[end - 1] == Self.middle {
      return prose.hasAny(Self.solving, in: words) && !prose.hasAny(Self.during, in: words)
    }
    if prose.units[end - 1] == Self.attribute {
      return words.count >= 4 && prose.hasAny(Self.nouns, before: end - 1)
        && !prose.hasAny(Self.judging, in: sentence)
    }
    return isBareItem(words, prose)
  }

  /// 二是深化和完善: an ordinal, two verbs, nothing else.
  private func isBareItem(_ clause: Range<Int>, _ prose: CheckProse) -> Bool {
    var start = clause.lowerBound
    guard start + 2 < clause.upperBound, Mark.numerals.contains(prose.units[start]),
      prose.units[start + 1] == Self.item
    else { return false }
    start += 2
    guard clause.upperBound - start == 5, Self.and.contains(prose.units[start + 2]) else { return false }
    return prose.hasAny(Self.verbs, at: start) && prose.hasAny(Self.verbs, at: start + 3)
  }

  private func report(_ range: Range<Int>, _ draft: Draft, _ result: inout CheckResult) {
    result.report(draft.text.place(range), "“\(draft.text.string(range))”没有说完", "请补全这一句，或与下一句连起来")
  }
}

extension BrokenSentenceCheck {
  /// A word that no sentence ends with, unless one of some characters stands before it (合并, 名将).
  fileprivate struct Tail {
    var word: [UInt16]
    var unless: UnitSet

    init(_ word: String, unless: String = "") {
      self.word = Mark.word(word)
      self.unless = UnitSet(unless)
    }

    func excused(_ start: Int, _ prose: CheckProse) -> Bool {
      start > 0 && unless.contains(prose.units[start - 1])
    }
  }

  fileprivate static let commas = UnitSet(",、；：")
  fileprivate static let beforeNoPause = UnitSet(",。；：、")
  fileprivate static let openers = ["为使", "为了", "随着", "为进一步", "为加快", "为切实", "为深入", "为全面", "鉴于"].map(Mark.word)
  fileprivate static let frames: [(openers: [[UInt16]], closers: [[UInt16]])] = [
    (
      ["在"].map(Mark.word),
      ["领导下", "基础上", "背景下", "前提下", "指导下", "过程中", "形势下", "支持下", "关怀下", "的同时"].map(Mark.word)
    ),
    (
      ["根据", "按照", "依据", "围绕", "针对"].map(Mark.word),
      ["要求", "部署", "安排", "精神", "规定", "问题", "目标"].map(Mark.word)
    ),
    (["自", "自从"].map(Mark.word), ["以来"].map(Mark.word)),
  ]
  /// Longer words before those that they end with.
  fileprivate static let tails =
    [
      "以及", "及其", "并且", "但是", "而且", "从而", "进而", "使得", "促使", "致使", "为了", "由于", "对于", "关于", "基于", "鉴于", "在于",
      "属于", "位于", "源于", "出于", "致力于", "得益于", "取决于", "有利于", "有助于", "不利于", "着眼于", "立足于", "按照", "依照", "依据于", "根据",
      "通过对",
      "围绕着", "或者", "不仅", "不但", "尤其是", "特别是", "主要是", "其中", "例如", "比如", "诸如", "包括", "确保", "力争", "力求", "力促",
      "旨在", "着力",
      "大力", "切实", "逐步", "稳步", "进一步", "亟待", "亟须", "有待", "予以", "加以", "给予", "应当", "无法", "尚未", "一并", "成为", "称为",
      "定为", "列为",
      "使其", "让其", "征求各", "以便", "以期", "以使", "直至", "乃至", "将会", "即将", "正在", "已经", "尽快", "尽早",
    ].map { Tail($0) }
    + [
      Tail("并", unless: "合兼一吞归裁撤"), Tail("因为", unless: "是"), Tail("把", unless: "火"), Tail("被", unless: "植棉"),
      Tail("不断", unless: "源连接续绵延"), Tail("更加", unless: "变"), Tail("能够", unless: "不"), Tail("必须", unless: "所"),
    ]
  /// Words of one character that lead to another; most words that end with one of them are in the word list.
  fileprivate static let links = UnitSet("由和与及将使让令但而且若如虽因且各每其这该某")
  fileprivate static let (middle, attribute, item) = (Mark.word("中")[0], Mark.word("的")[0], Mark.word("是")[0])
  fileprivate static let pause = Mark.word("、")[0]
  fileprivate static let and = UnitSet("和与及、并")
  fileprivate static let solving = ["解决", "破解", "针对", "化解", "消除", "纠正", "克服"].map(Mark.word)
  fileprivate static let during = ["正在", "之中", "在", "处于", "融入", "贯穿", "当中"].map(Mark.word)
  fileprivate static let judging = ["是", "有", "凡", "对", "者", "让", "使", "为", "属", "如"].map(Mark.word)
  /// Kinds of bodies and things: what ends with one of them and 的 leads to something that they have.
  fileprivate static let nouns = [
    "组织", "机构", "部门", "单位", "企业", "群体", "群众", "队伍", "干部", "机制", "体系", "平台", "项目", "领域", "地区", "社区", "街道",
    "乡镇", "工作", "改革",
    "制度", "政策", "方案", "任务", "服务", "事项", "中心", "学校", "医院", "窗口", "资源", "产业", "建设", "发展", "治理", "管理",
  ].map(Mark.word)
  fileprivate static let verbs = [
    "深化", "完善", "健全", "强化", "加强", "推进", "推动", "优化", "提升", "落实", "规范", "创新", "拓展", "建立", "巩固", "细化", "改进",
    "统筹", "培育", "壮大",
  ].map(Mark.word)
}
