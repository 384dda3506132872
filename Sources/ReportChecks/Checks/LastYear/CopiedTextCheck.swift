import Foundation
import ReportModel

/// 照抄上年: sentences and paragraphs taken over with their figures, documents or years.
struct CopiedTextCheck: Check {
  let about = CheckDescription(
    "last-year.copied", .warning, "整句照抄上年，数字、文件也没有变",
    rationale: "和上年一字不差、又带着具体数字或文件名的句子，多半是忘了更新。导语、问题、打算里的固定提法和没有具体内容的句子不算。换了说法、数字却全和上年一样的，也指出；改动较大的只作提示。",
    source: "实务",
    triggering: [
      .draft(
        "青溪区2023年改革工作总结\n一、主要做法\n2023年，推出惠企措施62条。[[健全企业诉求闭环办理机制，受理诉求1520件，办结1470件。]]",
        lastYear: "青溪区2022年改革工作总结\n一、主要做法\n2022年，推出惠企措施33条。健全企业诉求闭环办理机制，受理诉求1520件，办结1470件。"),
      .draft(
        "青溪区2023年改革工作总结\n一、主要做法\n全年共承办人大代表建议[[56件]]，满意率99%。[[全年举办联络员培训3期、248人次]]，5篇经验在市级推广，其中省级1篇。",
        lastYear: "青溪区2022年改革工作总结\n一、主要做法\n办理人大建议56件，满意率达到99%。全年举办联络员培训3期、248人次，4篇经验在省市推广。"),
      .draft(
        "青溪区2023年改革工作总结\n一、主要做法\n深化园区改革，[[设立产业引导基金，首期规模5亿元，已投项目7个]]，新签约项目26个。",
        lastYear: "青溪区2022年改革工作总结\n一、主要做法\n国企资产171.5亿元。设立产业引导基金，首期规模5亿元，已投项目7个。"),
      .draft(
        "青溪区2023年改革工作总结\n一、总体情况\n2023年，安排改革任务22项，完成18项，延期4项。\n二、主要做法\n招商质量提升，新签约项目53个。\n三、存在的问题\n从[[20项]]任务推进情况看，还有不足。招商质效还需提高，全年新签约[[46个]]项目，大项目偏少。",
        lastYear: "青溪区2022年改革工作总结\n一、总体情况\n2022年，安排改革任务20项，完成16项，延期4项。\n二、主要做法\n招商引资稳中有进，全年新签约46个项目。"),
      .draft(
        "青溪区2023年改革工作总结\n一、主要做法\n大厅进驻事项1342项，比上年增加56项。\n二、存在的问题\n大厅[[1286项]]进驻事项中，仍有部分需要多次提交材料。",
        lastYear: "青溪区2022年改革工作总结\n一、主要做法\n大厅进驻事项1286项。"),
      .draft(
        "青溪区2023年改革工作总结\n一、主要做法\n一年间以容缺方式收件[[2318件，企业因此少跑4630趟]]，得到认可。[[全年开展督察4轮，发现问题37个，整改率100%]]，形成专报4期。养老服务中心由上年的18处增加到24处，全年提供服务[[2.36万人次]]。开展惠企宣讲活动[[36场，服务企业1260家]]。",
        lastYear:
          "青溪区2022年改革工作总结\n一、主要做法\n容缺受理事项2318件，减少企业跑动4630次。全年开展督察4轮，发现问题37个，整改率100%。建成养老服务中心18处，服务老年人2.36万人次。组织惠企宣讲36场，覆盖企业1260家。"
      ),
    ],
    silent: [
      .draft(
        "望克旗2023年改革工作总结\n一、主要做法\n落实禁牧382万亩、草畜平衡881万亩，惠及牧户9860户。",
        lastYear: "望克旗2022年改革工作总结\n一、主要做法\n落实禁牧382万亩、草畜平衡881万亩。"),
      .draft(
        "青溪区2023年改革工作总结\n一、主要做法\n2023年，推出惠企措施62条。\n二、下一步工作\n下半年还有23项任务需要完成。",
        lastYear: "青溪区2022年改革工作总结\n一、主要做法\n2022年，推出惠企措施33条。\n二、下一步工作\n下半年还有23项任务需要完成。"),
      .draft(
        "青溪区2023年改革工作总结\n一、主要做法\n以容缺方式收件3120件，比上年的2318件增加802件，企业少跑6200趟，上年为4630趟。全年开展督察4轮，发现问题37个，均与上年持平。养老服务中心由上年的18处增加到24处，服务2.36万人次，与上年持平。",
        lastYear:
          "青溪区2022年改革工作总结\n一、主要做法\n容缺受理事项2318件，减少企业跑动4630次。全年开展督察4轮，发现问题37个，整改率100%。建成养老服务中心18处，服务老年人2.36万人次。"
      ),
      .draft(
        "青溪区2023年改革工作总结\n一、主要做法\n大厅进驻事项1342项，比上年的1286项进驻事项增加56项。",
        lastYear: "青溪区2022年改革工作总结\n一、主要做法\n大厅进驻事项1286项。"),
      .draft(
        "# 青溪区2023年改革工作总结\n\n## 2 主要做法\n\n### 2.1 优化管理体制\n\n2023年，推出惠企措施62条。",
        lastYear: "# 青溪区2022年改革工作总结\n\n## 2 主要做法\n\n### 2.1 优化管理体制\n\n2022年，推出惠企措施33条。"),
      .draft(
        "青溪区2023年改革工作总结\n一、主要做法\n2023年，推出惠企措施62条。健全企业诉求闭环办理机制，受理诉求1680件，办结1590件。",
        lastYear: "青溪区2022年改革工作总结\n一、主要做法\n2022年，推出惠企措施33条。健全企业诉求闭环办理机制，受理诉求1520件，办结1470件。"),
      .draft(
        "青溪区2023年改革工作总结\n一、主要做法\n2023年，推出惠企措施62条。坚持问题导向，把改革作为破解难题的关键一招。",
        lastYear: "青溪区2022年改革工作总结\n一、主要做法\n2022年，推出惠企措施33条。坚持问题导向，把改革作为破解难题的关键一招。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let study = input.study, let last = input.lastYear, last.isUsable, let other = last.study,
      let alignment = last.alignment
    else { return }
    let draft = study.draft
    var reported: Set<Int> = []
    let (passages, theirs) = (study.passages, other.passages)
    for (index, sentence) in draft.sentences.enumerated() {
      // 2.1 优化管理体制: a heading's number is no figure.
      guard let pair = alignment.pairs[index], Self.isTold(draft.role(of: sentence.section)),
        !study.facts.isStanding[index], draft.paragraphs[sentence.paragraph].kind != .heading
      else { continue }
      let twin = other.draft.sentences[pair.last]
      let same = sharedFigures(sentence, twin, study, other)
      let related = [Diagnostic.Related(other.draft.text.place(twin.range), "上年原句")]
      if passages.sentences[index].exact == theirs.sentences[pair.last].exact,
        passages.sentences[index].length >= 6
      {
        guard same.telling > 0 || !sentence.titles.isEmpty && same.all > 0 else { continue }
        reported.insert(index)
        result.report(draft.text.place(sentence.range), "这一句和上年一字不差，数字也没有变", "请核对并更新数字，或改写", related: related)
      } else if same.telling > 0, same.telling == sentence.quantities.count,
        pair.likeness == 100 || same.telling > 1
      {
        result.report(
          draft.text.place(sentence.range), "这一句与上年相近，\(same.telling)个数都和上年一样", "请核对这些数是不是今年的",
          severity: pair.likeness >= 70 || same.telling > 1 ? .warning : .note, related: related)
        reported.insert(index)
      }
    }
    figures(study, other, last, &reported, &result)
    runs(study, other, &reported, &result)
    let stale = StaleCounts(this: study, last: other)
    for copied in stale.found + stale.status
    where !reported.contains(study.page.claim(copied.figure).sentence) {
      result.report(
        draft.text.place(study.page.range(copied.figure)),
        "这是上年报告的数，本文另一处写的是\(study.page.number(copied.other))", "请核对这个数是不是今年的",
        related: [
          .init(draft.text.place(study.page.range(copied.other)), "今年写在这里"),
          .init(other.draft.text.place(other.page.range(copied.theirs)), "上年写的数"),
        ])
    }
    for pairs in CopiedPairs(this: study, last: other).found
    where !reported.contains(study.page.claim(pairs[0].mine).sentence) {
      result.report(
        draft.text.place(
          study.page.range(pairs[0].mine)
            .lowerBound..<study.page.range(pairs[pairs.count - 1].mine).upperBound),
        "换了说法，\(pairs.count)个数却都和上年报告一样：\(pairs.map { study.page.number($0.mine) }.joined(separator: "、"))",
        "请核对这些数是不是今年的",
        related: pairs.map { .init(other.draft.text.place(other.page.range($0.theirs)), "上年写的数") })
    }
    clauses(study, other, reported, &result)
    paragraphs(study, other, alignment, &result)
    problems(study, other, alignment, &result)
  }

  /// 由11幢增至14幢: the first figure is rightly last year's.
  private static func isLeft(_ figure: Int, _ page: FigurePage) -> Bool {
    let next = figure + 1
    guard page.siblings(of: figure).contains(next), page.sameUnit(figure, next) else { return false }
    return page.range(next).lowerBound - page.range(figure).upperBound <= 6
      && page.cues.has(.to, in: page.before(next))
  }

  /// 落实禁牧380万亩、草畜平衡880万亩: the land that a rule is for.
  /// The figures of what was done this year that tell something.
  private struct TellingFigures: StudyPart {
    let names: [MeasureName]

    init(_ study: DraftStudy) {
      let facts = study.facts
      names = study.measures.names.filter { name in
        let sentence = study.page.claim(name.figure).sentence
        return !name.isPast && facts.isTelling[name.figure] && !facts.isStanding[sentence]
          && isTold(study.draft.role(of: study.draft.sentences[sentence].section))
          && !isLeft(name.figure, study.page) && !isRegime(name.figure, study.page)
          && !study.page.isBase(name.figure)
      }
    }
  }

  /// Sentences written anew in which two figures and more are those that last year's report gives for the same measures.
  private func figures(
    _ this: DraftStudy, _ last: DraftStudy, _ year: LastYear, _ reported: inout Set<Int>,
    _ result: inout CheckResult
  ) {
    var same: [Int: [(mine: Int, theirs: Int)]] = [:]
    let known = last.measures
    for name in this.part(TellingFigures.self).names {
      let sentence = this.page.claim(name.figure).sentence
      guard !reported.contains(sentence),
        known.mayHold(valueKey: this.page.valueKey(name.figure)),
        let base = known.base(
          of: name, unit: this.page.unitKey(name.figure),
          kinds: name.kind == .total ? [.total] : [.plain, .new]),
        base.value == this.page.value(name.figure)
      else { continue }
      same[sentence, default: []].append((name.figure, base.figure))
    }
    for (sentence, pairs) in same.sorted(by: { $0.key < $1.key })
    where pairs.count > 1 && !pairs.allSatisfy({ isOneOfSeveral($0.mine, pairs.map(\.mine), this.page) }) {
      reported.insert(sentence)
      result.report(
        this.draft.text.place(this.page.range(pairs[0].mine)),
        "这一句有\(pairs.count)个数和上年报告同一指标的数一样：\(pairs.map { this.page.number($0.mine) }.joined(separator: "、"))",
        "请核对这些数是不是今年的",
        related: pairs.map { .init(last.draft.text.place(last.page.range($0.theirs)), "上年写的数") })
    }
  }

  /// 三批分别为238项、690项、812项, of which the first was made last year.
  private func isOneOfSeveral(_ figure: Int, _ same: [Int], _ page: FigurePage) -> Bool {
    let list = page.siblings(of: figure).filter { page.sameUnit(figure, $0) }
    let clause = page.claim(figure).clause
    return page.words(clause).contains("分别") && list.count > 1
      && list.count { same.contains($0) } * 2 <= list.count + 1
      && list.contains { !same.contains($0) }
  }

  /// Results reported and goals set last year in the same words.
  private func clauses(
    _ this: DraftStudy, _ last: DraftStudy, _ reported: Set<Int>, _ result: inout CheckResult
  ) {
    for clause in this.facts.clauses {
      guard let twin = last.facts.clausesByHash[clause.hash],
        this.page.units[clause.range].elementsEqual(last.page.units[twin]),
        !reported.contains(clause.sentence),
        // 刊发稿件17篇,与上年持平.
        !words(behind: clause.range, this.page).containsAny(Self.equal)
      else { continue }
      if clause.isGoal {
        // 还有23项任务需要完成: what is left over is counted, no goal.
        if this.page.words(clause.range).containsAny(Self.leftOver) { continue }
        result.report(
          this.draft.text.place(clause.range), "打算里的目标和上年一字不差", "请按今年的情况调整目标",
          severity: clause.tells ? nil : .note)
      } else {
        // What was built once stands and may be told again, but not with a telling number, or with all that was said of it.
        let words = this.page.words(clause.range)
        let more = continuation(clause.range.upperBound, twin.upperBound, this, last)
        // 建成物流中心1个、网点193个: the list goes on with figures of this year.
        let isListed =
          clause.range.upperBound < this.page.units.count
          && this.page.units[clause.range.upperBound] == Mark.pause
        let stands =
          more == nil
          && (words.hasPrefix("设立")
            // 全市组建医共体2个: how things are set up there.
            || words.hasAnyPrefix(Self.founding) && !clause.tells
              && (isListed || !this.page.units[clause.range].contains(where: Mark.isDigit)
                || this.page.words((0..<clause.range.lowerBound).suffix(2)).hasAnySuffix(Self.scopes)))
        result.report(
          this.draft.text.place(clause.range.lowerBound..<(more ?? clause.range.upperBound)),
          "这项成效上年已经写过，一字不差", "请核对是不是今年取得的", severity: stands ? .note : nil)
      }
    }
  }

  /// Where the clauses end that go on alike in both years, with figures in them: 设立引导基金,首期规模5亿元,已投项目7个.
  private func continuation(_ mine: Int, _ theirs: Int, _ this: DraftStudy, _ last: DraftStudy) -> Int? {
    let (units, others) = (this.page.units, last.page.units)
    var length = 0
    var end: Int?
    var figures = 0
    while mine + length < units.count, theirs + length < others.count, length < 80 {
      let unit = units[mine + length]
      let isEnd = length > 0 && Mark.isListMark(unit) && Mark.isListMark(others[theirs + length])
      if isEnd { end = mine + length }
      guard unit == others[theirs + length], !isEnd || unit == Mark.comma else { break }
      if Mark.isDigit(unit), !Mark.isDigit(units[mine + length - 1]) { figures += 1 }
      length += 1
    }
    return figures >= 2 ? end : nil
  }

  private func words(behind clause: Range<Int>, _ page: FigurePage) -> FoldedWords {
    page.words((clause.upperBound..<page.units.count).prefix(12))
  }

  private static let founding = ["建成", "组建", "成立"]
  private static let scopes = ["全市", "全区", "全县", "全旗"]
  private static let leftOver = ["还有", "尚有", "仍有", "还剩", "剩余", "余下", "其余"]
  private static let equal = ["持平", "与上年相同", "与去年相同", "与上年一致"]

  /// All problems word for word last year's.
  private func problems(
    _ this: DraftStudy, _ last: DraftStudy, _ alignment: Alignment, _ result: inout CheckResult
  ) {
    let passages = this.passages
    func isCopied(_ sentences: [Int]) -> Bool {
      !sentences.isEmpty
        && sentences.allSatisfy { index in
          alignment.pairs[index].map {
            passages.sentences[index].exact == last.passages.sentences[$0.last].exact
          } ?? false
        }
    }
    for section in this.draft.sections where section.role == .problems || section.role == .plan {
      let sentences = this.draft.sentences(from: max(section.body, section.range.lowerBound)).prefix {
        this.draft.sentences[$0].range.lowerBound < section.range.upperBound
      }.filter { passages.sentences[$0].length >= 6 }
      let isOfProblems = section.role == .problems
      // 存在问题:一是…;二是…: the paragraph of a section that goes on with what is planned.
      let opening = sentences.filter {
        this.draft.sentences[$0].paragraph == this.draft.sentences[sentences[0]].paragraph
      }
      let copied = isOfProblems && sentences.count > 1 && isCopied(sentences) ? sentences : opening
      guard let first = copied.first, let end = copied.last, isCopied(copied),
        copied.count > 1 && isOfProblems
          || passages.sentences[first].length >= 40
            && this.page.words(this.draft.sentences[first].range.prefix(12)).contains("问题")
      else { continue }
      result.report(
        this.draft.text.place(
          this.draft.sentences[first].range.lowerBound..<this.draft.sentences[end].range.upperBound),
        "存在的问题和上年一字不差", "请按今年的情况改写")
    }
  }

  /// Overviews of set phrases, problems and plans repeat themselves by nature.
  private static func isTold(_ role: SectionRole) -> Bool {
    switch role {
    case .problems, .plan, .attachments: false
    default: true
    }
  }

  /// How many figures two sentences share in their order, and how many of those tell something: of two digits and more that are not round.
  private func sharedFigures(_ a: DraftSentence, _ b: DraftSentence, _ this: DraftStudy, _ last: DraftStudy)
    -> (all: Int, telling: Int)
  {
    guard a.quantities.count == b.quantities.count else { return (0, 0) }
    var all = 0
    var telling = 0
    for (x, y) in zip(a.quantities, b.quantities)
    where this.page.valueKey(x) == last.page.valueKey(y) && this.page.value(x) == last.page.value(y)
      && (this.page.unitKey(x) == last.page.unitKey(y) || this.page.isAmount(x) && last.page.isAmount(y))
    {
      all += 1
      if this.facts.isTelling[x] { telling += 1 }
    }
    return (all, telling)
  }

  /// Whole paragraphs without a change, though no figure tells.
  private func paragraphs(
    _ this: DraftStudy, _ last: DraftStudy, _ alignment: Alignment, _ result: inout CheckResult
  ) {
    let (passages, theirs) = (this.passages, last.passages)
    for paragraph in this.draft.paragraphs where paragraph.kind == .body && paragraph.sentences.count >= 3 {
      guard let first = paragraph.sentences.first,
        Self.isTold(this.draft.role(of: this.draft.sentences[first].section))
      else { continue }
      let copied = paragraph.sentences.count { index in
        guard let pair = alignment.pairs[index] else { return false }
        return passages.sentences[index].exact == theirs.sentences[pair.last].exact
      }
      let length = paragraph.sentences.reduce(0) { $0 + passages.sentences[$1].length }
      guard copied == paragraph.sentences.count, length >= 80 else { continue }
      result.report(this.draft.text.place(paragraph.range), "整段和上年一字不差", "请按今年的情况改写")
    }
  }
}

extension Draft {
  /// The sentences that begin at a place or behind it.
  fileprivate func sentences(from start: Int) -> Range<Int> {
    sentences.prefixEnd { $0.range.lowerBound < start }..<sentences.count
  }
}

/// 共有9个镇, 15分钟响应, 起付线300元: what stands from year to year.
enum StandingWords {
  /// Of each sentence, whether such words stand in it.
  static func sentences(of draft: Draft) -> [Bool] {
    var found = [Bool](repeating: false, count: draft.sentences.count)
    table.scan(draft.text.units) { _, range in
      if let sentence = draft.sentence(at: range.lowerBound),
        range.upperBound <= draft.sentences[sentence].range.upperBound
      {
        found[sentence] = true
      }
    }
    return found
  }

  private static let table = PhraseTable(
    Mark.texts(
      "下辖 辖区面积 个行政村 个镇 个街道 个乡镇 起付线 报销比例 封顶线 补助标准为 小时受理 分钟响应 小时响应 工作日办结 工作日内办结 小时内响应 小时内办结 全天候 每人每月 每人每年",
      "最低生活保障标准 国土面积 总面积 常住人口 天然草原 草畜平衡区 禁牧区 划为 耕地面积 林地面积 草原面积 湿地面积 海域面积 管辖面积 亩草原中 亩耕地中 亩林地中 亩水面中"))
}
