import ReportModel

/// 关联词: conjunctions that come in pairs, with the second one missing or wrong.
struct PairedWordsCheck: DraftCheck {
  let about = CheckDescription(
    "wording.paired-words", .warning, "关联词不成对",
    rationale:
      "“不但”要有“而且”“还”“也”接着，“虽然”要有“但”“却”“仍”接着，“只有”配“才”，“只要”配“就”，“无论”配“都”。改写时换掉半边，前后就接不上。只看同一句话里有没有接应的词；“从15个工作日”“由‘人找政策’”后面要说到什么；引号、书名号里的不看。",
    source: "实务；现代汉语语法",
    triggering: [
      .draft("[[不但]]要突出抓好重点领域改革，而要注重系统集成。"),
      .draft("[[虽然]]任务繁重，所以各单位按期完成了改革任务。"),
      .draft("[[只有]]坚持问题导向，就能把改革引向深入。[[只要]]敢闯敢试，才能打开局面。"),
      .draft("[[无论]]企业规模大小，但一视同仁给予支持。[[无论]]是否符合目录，企业就可以申请。[[之所以]]进展缓慢，部门之间协同不够。"),
      .draft("执法[[即要]]管得住，又要放得活。"),
      .draft("[[既要]]抓谋划部署，而要抓督察问效。[[与其]]等企业上门，而且主动送政策上门。[[不是]]简单合并，而且是系统重塑。"),
      .draft("[[既]]缓解了停车难题，提升了通行效率。办理时限[[由原来的15个工作日]]，群众满意度明显提升。"),
      .draft("[[一方面]]，对二级以上医院按病种付费；与此同时，建立结余留用机制。"),
    ],
    silent: [
      .draft("不但要突出抓好重点领域改革，而且要注重系统集成。不仅减材料，更减环节。好处不仅限于此。"),
      .draft("虽然任务繁重，各单位仍按期完成。虽然取得成效，但与要求相比有差距。"),
      .draft("只有坚持问题导向，才能把改革引向深入。只要敢闯敢试，就能打开局面。全区只有3个乡镇开展试点，就近设点。"),
      .draft("无论企业规模大小，都一视同仁；无论在哪个窗口，群众均可办理，材料齐了就可以当场办结。既要抓谋划，又要抓落实。之所以进展缓慢，是因为协同不够。之所以先行，第一，基础好；第二，意愿强。"),
      .draft(
        "一方面加强制度建设，另一方面加大执法力度。一方面，编制偏紧。\n另一方面，经费不足。既是机遇也是挑战。既有政策不变，既缓解停车难，又提升效率。由15个工作日压到5个。立即要求整改，又要举一反三。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let draft = input.draft, let prose = input.prose, let page = input.page else { return }
    let finder = PairedWords(prose)
    for sentence in draft.sentences where draft.paragraphs[sentence.paragraph].kind == .body {
      for start in finder.halfChanges(in: sentence.range, page) {
        result.report(
          draft.text.place(start), "“\(draft.text.string(start))”后面没有说到什么", "请补上“到……”“至……”一半，或改写这一句")
      }
      for (range, row) in finder.unpaired(in: sentence.range) {
        result.report(
          draft.text.place(range), "“\(draft.text.string(range))”后面没有接应的词", "请补上或改正与它相配的词，如“\(row.example)”")
      }
    }
  }
}

/// 成对的关联词: what opens a pair, and what may answer it.
private struct PairedWords {
  private let prose: CheckProse

  init(_ prose: CheckProse) { self.prose = prose }

  struct Row {
    var openers: [[UInt16]]
    var answers: [[UInt16]]
    /// Words that answer another opener: at the head of a clause, before any right answer, they make a fault of it.
    var wrong: [[UInt16]] = []
    /// Whether the lack of any answer is a fault, too.
    var wantsAnswer = true
    /// What stands right behind the opener where it opens nothing.
    var unless: [[UInt16]] = []
    /// Whether it opens a clause, and the answer may stand before it, in another sentence or in the next paragraph: 一方面.
    var reachesFar = false
    /// Characters before the opener that make another word of it: 立即要.
    var unlessBehind: UnitSet = UnitSet("")
    var example: String
  }

  /// The openers of a sentence that nothing answers.
  func unpaired(in sentence: Range<Int>) -> [(Range<Int>, Row)] {
    var found: [(Range<Int>, Row)] = []
    for index in sentence where Self.beginnings.contains(prose.units[index]) {
      for row in Self.rows {
        guard let opener = row.openers.first(where: { prose.has($0, at: index) }),
          !prose.isQuoted(index), !prose.isTitle(index)
        else { continue }
        let rest = index + opener.count..<sentence.upperBound
        if !prose.hasAny(row.unless, at: rest.lowerBound),
          index == 0 || !row.unlessBehind.contains(prose.units[index - 1]),
          row.reachesFar ? standsAlone(row, index, rest) : lacksAnswer(row, in: rest)
        {
          found.append((index..<index + opener.count, row))
        }
        break
      }
    }
    return found
  }

  private func lacksAnswer(_ row: Row, in rest: Range<Int>) -> Bool {
    var isBehind = false
    for index in rest {
      if prose.hasAny(row.answers, at: index) { return false }
      // 无论是否入驻,企业就可以申请: the wrong word behind a subject; one character alone says too little there.
      isBehind = isBehind || prose.units[index] == UInt16(ascii: ",")
      if isBehind, row.wrong.contains(where: { $0.count > 1 && prose.has($0, at: index) && !row.wantsAnswer })
      {
        return true
      }
      if prose.units[index] == UInt16(ascii: ","), prose.hasAny(row.wrong, at: index + 1) {
        return !prose.hasAny(row.answers, at: index + 1)
      }
    }
    // 之所以先行,第一,…: the items of a list are sentences of their own.
    return row.wantsAnswer && !prose.hasAny(row.answers, at: rest.upperBound)
  }

  /// 由原来的15个工作日,群众满意度提升; 从“人找政策”,…: a start without an end.
  func halfChanges(in sentence: Range<Int>, _ page: FigurePage) -> [Range<Int>] {
    sentence.compactMap { index in
      guard Self.from.contains(prose.units[index]), !prose.isQuoted(index), !prose.isTitle(index) else {
        return nil
      }
      var start = index + 1
      if let word = Self.former.first(where: { prose.has($0, at: start) }) { start += word.count }
      let end =
        start < sentence.upperBound && prose.units[start] == Self.quote
        ? page.draft.quotations.first { $0.lowerBound == start }?.upperBound
        : page.figures(from: start).first.flatMap {
          page.range($0).lowerBound == start ? page.range($0).upperBound : nil
        }
      guard let end, end < sentence.upperBound, prose.units[end] == UInt16(ascii: ","),
        !(end..<sentence.upperBound).contains(where: { place in
          // 达到67% is no end of 从12个, 压到5个 is one.
          prose.hasAny(Self.ends, at: place) && !prose.hasAny(Self.reached, before: place + 1)
        })
      else { return nil }
      return index..<end
    }
  }

  private static let from = UnitSet("由从")
  private static let former = Mark.words("原来的 原先的 过去的 以往的 此前的 上年的 去年的 原")
  private static let ends = Mark.words("到 至 为 成 向 变 转 改 起 开始 入手 出发 看")
  private static let reached = Mark.words("达到 得到 做到 受到 感到")
  private static let quote: UInt16 = 0x201C

  private func standsAlone(_ row: Row, _ opener: Int, _ rest: Range<Int>) -> Bool {
    guard opener == 0 || prose.beginsParagraph(opener) || Mark.clauseEnds.contains(prose.units[opener - 1])
    else { return false }
    return !prose.hasAny(row.answers, in: (0..<opener).suffix(Self.reach))
      && !prose.hasAny(
        row.answers, in: rest.lowerBound..<min(rest.upperBound + Self.reach, prose.units.count))
  }

  private static let reach = 500

  private static let rows = [
    Row(
      openers: Mark.words("不但 不仅 不光 不单"), answers: Mark.words("且 还 也 更 又 甚至 同时 反 都 就 连 亦"),
      wrong: Mark.words("而要 而应 而是 而在 但 却 所以 因此 因而"), unless: Mark.words("如此 限于 仅 止 单 是单"), example: "而且"),
    Row(
      openers: Mark.words("虽然 尽管"), answers: Mark.words("但 却 可 仍 还 也 然而 不过 只是 依然 就 都 又 总 始终 终 毕竟 依旧 照样 反"),
      wrong: Mark.words("所以 因此 因而 从而 于是 而且 并且"), unless: Mark.words("如此"), example: "但"),
    Row(
      openers: Mark.words("只有"), answers: Mark.words("才"), wrong: Mark.words("就能 就会 就可 就一定 便能 便会 都能"),
      wantsAnswer: false,
      example: "才"),
    Row(
      openers: Mark.words("只要"), answers: Mark.words("就 便 即 都 一定 必 总 均 可"), wrong: Mark.words("才"),
      wantsAnswer: false,
      example: "就"),
    Row(
      openers: Mark.words("无论 不论"), answers: Mark.words("都 也 均 皆 始终 一律 总 必 一概 决不 绝不 从 还是"),
      wrong: Mark.words("但 所以 因此 而且 就 就可以 就能 就会 就可 就得"), wantsAnswer: false, example: "都"),
    Row(
      openers: Mark.words("即使 即便 哪怕"), answers: Mark.words("也 仍 还 都 亦 依然 照样"),
      wrong: Mark.words("但 所以 因此 而且 就"),
      example: "也"),
    Row(
      openers: Mark.words("既要"), answers: Mark.words("又 也 还 更 同时 且 并"),
      wrong: Mark.words("而要 但要 而是 却要 就要 才能"),
      wantsAnswer: false,
      example: "又要"),
    Row(
      openers: Mark.words("既"), answers: Mark.words("又 也 还 更 且 同时 并 亦 而 均 都 及 、既"),
      unless: Mark.words("要 有 定 往 得 成 然 遂 述 判 存 设 视 是 而 非 无 没 不 可 以"), example: "又"),
    Row(openers: Mark.words("越是"), answers: Mark.words("越"), example: "越"),
    Row(
      openers: Mark.words(
        "即要 即能 即打破 即解决 即保障 即保证 即缓解 即减轻 即方便 即提升 即提高 即降低 即节约 即守住 即体现 即推动 即增加 即注重 即坚持"), answers: [],
      wrong: Mark.words("又 也要 还要"), wantsAnswer: false,
      unlessBehind: UnitSet("立随当亦旋"), example: "既要……又要"),
    Row(
      openers: Mark.words("与其"), answers: Mark.words("不如 宁可 宁愿 毋宁"), unless: Mark.words("他 中 配套 相关 它 所"),
      example: "不如"),
    Row(
      openers: Mark.words("之所以"), answers: Mark.words("第一 一是 一来 一则 其一 首先 : 是 因 由于 在于 得益 源于 缘于 有赖 归功 为了 就 取决"),
      wrong: Mark.words("所以"),
      example: "是因为"),
    Row(
      openers: Mark.words("不是"), answers: Mark.words("而是 就是 也 都 还"),
      wrong: Mark.words("而且是 但而是 就而是 所以是 因此是 并且是"),
      wantsAnswer: false, example: "而是"),
    Row(
      openers: Mark.words("因为 由于"), answers: Mark.words("因此 因而 所以 故 致 使 造成 就 才 也 都 还"),
      wrong: Mark.words("但是 却 而且 所以但"),
      wantsAnswer: false, example: "因此"),
    Row(
      openers: Mark.words("一方面"), answers: Mark.words("一方面 二方面 三方面 另方面 另外 此外"), reachesFar: true,
      example: "另一方面"),
  ]
  private static let beginnings = UnitSet(rows.flatMap(\.openers).compactMap(\.first))
}
