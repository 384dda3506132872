import Foundation
import ReportModel

/// 上年定的目标: what a draft says of a goal that last year's report set: the goal's own figure (上年提出的15个目标), whether it was reached, and by how much it
/// was missed or passed (比上年安排的目标多3家).
struct ClaimedGoals {
  let this: DraftStudy
  let last: DraftStudy

  /// A statement that does not hold.
  struct Wrong {
    var range: Range<Int>
    var message: String
    /// The goal in last year's report.
    var goal: Int?
  }

  func wrong() -> [Wrong] {
    this.part(Claims.self).all.compactMap { figures($0.cue, $0.part, $0.figures) ?? rank($0.cue, $0.part) }
  }

  /// Where one report speaks of a goal of the year before, with the clauses and figures around.
  private struct Claims: StudyPart {
    let all: [(cue: Range<Int>, part: Range<Int>, figures: [Int])]

    init(_ study: DraftStudy) {
      let (draft, page) = (study.draft, study.page)
      var found: [(cue: Range<Int>, part: Range<Int>, figures: [Int])] = []
      cues.scan(page.units) { _, cue in
        guard let index = draft.sentence(at: cue.lowerBound),
          case let sentence = draft.sentences[index], cue.upperBound <= sentence.range.upperBound,
          draft.role(of: sentence.section) != .plan
        else { return }
        // 甲…;乙…: each is of its own.
        let start = (sentence.range.lowerBound..<cue.lowerBound).last { page.units[$0] == Mark.semicolon }
        let stop = (cue.upperBound..<sentence.range.upperBound).first { page.units[$0] == Mark.semicolon }
        let part = (start ?? sentence.range.lowerBound)..<(stop ?? sentence.range.upperBound)
        let own = sentence.quantities.filter { part.contains(page.range($0).lowerBound) }
        found.append((cue, part, own))
      }
      all = found
    }
  }

  /// 新增21家,比上年安排的目标多1家.
  private func figures(_ cue: Range<Int>, _ part: Range<Int>, _ figures: [Int]) -> Wrong? {
    let page = this.page
    let said = figures.first {
      page.range($0).lowerBound >= cue.upperBound && page.range($0).lowerBound - cue.upperBound <= 16
        && page.units[cue.upperBound..<page.range($0).lowerBound].allSatisfy { !Self.ends.contains($0) }
    }
    let passing = Self.passing.contains(
      where: page.words(part.lowerBound..<cue.lowerBound).hasSuffix)
    func isDifference(_ figure: Int) -> Bool {
      let lead = page.words(page.lead(figure))
      return lead.hasAnySuffix(Self.differences)
        || figure == said && passing && !lead.hasSuffix("的")
    }
    let stated = said.flatMap { isDifference($0) ? nil : $0 }
    let difference = figures.first {
      page.range($0).lowerBound >= cue.upperBound && $0 != stated && isDifference($0)
    }
    guard let like = stated ?? difference ?? figures.first(where: page.isExact) else { return nil }
    func isState(_ figure: Int) -> Bool {
      figure != stated && figure != difference && page.claim(figure).change == nil && page.isExact(figure)
        && (page.sameUnit(figure, like) || page.isPoints(like) && page.isPercent(figure))
    }
    let before = figures.last { page.range($0).upperBound <= cue.lowerBound && isState($0) }
    let reached =
      before
      ?? figures.first {
        page.range($0).lowerBound > page.range(stated ?? like).upperBound && isState($0)
      }
    let goals = MeasureLikeness(this: this, last: last, isOfGoals: true)
    let known = [stated, reached].lazy.compactMap { $0 }.compactMap(goals.base).first
    guard let reached, let goal = known.map(last.page.value) ?? stated.map(page.value) else { return nil }
    let now = page.value(reached)
    let text = FigurePage.number(goal, precision: page.quantity(reached).precision)
    if let difference, page.isExact(difference) {
      guard abs(now - goal) != page.value(difference),
        page.sameUnit(difference, reached) || page.isPoints(difference)
      else { return nil }
      return Wrong(
        range: page.range(difference),
        message: "与上年定的目标相差\(abs(now - goal))：目标\(text)，今年\(page.number(reached))", goal: known)
    }
    let words = page.words(part)
    guard !words.containsAny(Self.negations) else { return nil }
    let isCeiling = Self.ceilings.contains(
      where: page.words(cue.lowerBound..<part.upperBound).contains)
    let isBeyond = words.contains("超额")
    let holds = isCeiling ? now <= goal : isBeyond ? now > goal : now >= goal
    guard !holds, isBeyond || saysReached(part, reached) else { return nil }
    return Wrong(
      range: page.range(reached),
      message: "写的是\(isBeyond ? "超额完成" : "达到")上年的目标，目标是\(text)，今年只有\(page.number(reached))",
      goal: known)
  }

  /// Whether a clause says that the goal was reached: neither 42项任务完成40项, nor 三项指标均达到预期 of several others.
  private func saysReached(_ part: Range<Int>, _ reached: Int) -> Bool {
    let page = this.page
    return part.split { page.units[$0] == Mark.comma }.contains { clause in
      let words = page.words(clause)
      guard !words.containsAny(["均", "都"]) else { return false }
      let lead = page.lead(reached)
      guard clause.contains(lead.upperBound - 1), page.words(lead).hasSuffix("完成"),
        figureStands(before: reached, clause)
      else { return words.containsAny(Self.reaching) }
      return Self.reaching.contains { word in
        page.words(clause.lowerBound..<lead.upperBound - 2).contains(word)
          || page.words(lead.upperBound..<clause.upperBound).contains(word)
      }
    }
  }

  private func figureStands(before figure: Int, _ clause: Range<Int>) -> Bool {
    let page = this.page
    return page.siblings(of: figure).contains(figure - 1)
      && clause.contains(page.range(figure - 1).lowerBound)
      && page.sameUnit(figure - 1, figure)
  }

  /// 列第4位,兑现了上年确定的进入前三的目标.
  private func rank(_ cue: Range<Int>, _ part: Range<Int>) -> Wrong? {
    let page = this.page
    guard
      let rank = this.facts.standings.ranks.last(where: {
        part.contains($0.range.lowerBound) && !$0.isPast
      }),
      case let behind = (cue.upperBound..<part.upperBound).prefix(12),
      let place = behind.first(where: { page.units[$0] == Self.front }),
      case let words = page.text(place + 1..<min(behind.upperBound, place + 3)),
      let goal = ChineseNumeral.value(of: String(words.prefix(1))), rank.number > goal,
      !page.words(part).containsAny(Self.negations)
    else { return nil }
    return Wrong(range: rank.range, message: "上年的目标是前\(goal)位，今年是第\(rank.number)位", goal: nil)
  }

  private static let cues = PhraseTable(
    ["上年", "去年", "上一年", "上年度", "上年报告", "去年报告", "上年报告中", "上年底", "去年底"].flatMap { year in
      ["提出", "确定", "安排", "计划", "部署", "目标", "承诺", "打算", "定下", "制定", "设定"].map { year + $0 }
    })
  private static let ends = UnitSet(",;。(")
  private static let passing = ["超过", "超出", "超", "高于", "低于", "多于", "少于"]
  private static let differences = ["多", "少", "高", "低", "差", "超", "超出", "高出", "超过", "多出", "短", "缺"]
  private static let reaching = ["达到", "完成", "实现", "兑现", "如期", "落实", "控制在", "一致", "相符"]
  private static let ceilings = ["以内", "以下", "不超过"]
  private static let negations = ["未", "没有", "不足", "尚", "差", "距", "低于", "分年", "到2", "三年"]
  private static let front = Mark.word("前")[0]
}
