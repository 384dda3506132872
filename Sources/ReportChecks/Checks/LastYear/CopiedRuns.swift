import Foundation
import ReportModel

/// 照抄的分句: what a year brought about, told in clauses that stand word for word in last year's report though their sentence goes on
/// otherwise: 开展督察4轮,发现问题37个,整改率100%,形成专报4期; and the one figure that did not move beside one that did:
/// 中心由上年的18处增加到24处,服务2.36万人次, where 18处 served 2.36万人次.
struct CopiedRuns {
  let this: DraftStudy
  let last: DraftStudy

  /// What one report may have in common with another.
  private struct Told: StudyPart {
    /// The clauses with figures, from mark to mark, and where each of them begins first.
    let clauses: [(range: Range<Int>, sentence: Int)]
    let starts: [[UInt16]: Int]
    /// The telling figures of what a year brings about, and those by their value (`FigurePage.valueKey`).
    let figures: [Int]
    let byValue: [Int: [Int]]
    /// The first ones of two telling figures side by side, by their value.
    let pairs: [Int]
    let pairsByValue: [Int: [Int]]

    init(_ study: DraftStudy) {
      let page = study.page
      clauses = CopiedRuns.clauses(study)
      starts = Dictionary(clauses.map { (Array(page.units[$0.range]), $0.range.lowerBound) }) { first, _ in
        first
      }
      figures = CopiedRuns.figures(study)
      byValue = Dictionary(grouping: figures, by: page.valueKey)
      pairs = study.draft.claims.indices.filter { CopiedRuns.isPair($0, study) }
      pairsByValue = Dictionary(grouping: pairs, by: page.valueKey)
    }
  }

  /// Each such run with last year's.
  var found: [(mine: Range<Int>, theirs: Range<Int>)] {
    let starts = last.part(Told.self).starts
    var found: [(mine: Range<Int>, theirs: Range<Int>)] = []
    for clause in this.part(Told.self).clauses
    where clause.range.lowerBound >= found.last?.mine.upperBound ?? 0 {
      guard let theirs = starts[Array(this.page.units[clause.range])],
        case let run = run(from: clause.range, theirs), isOfYear(run, clause.sentence)
      else { continue }
      found.append((run, theirs..<theirs + run.count))
    }
    return found
  }

  /// Each figure that stayed, though its sentence tells how another of the same sentence of last year moved.
  var unmoved: [(mine: Int, theirs: Int)] {
    let page = this.page
    let old = last.part(Told.self).byValue
    return this.part(Told.self).figures.compactMap { figure in
      guard let known = old[page.valueKey(figure)], page.printed(figure).digits.count >= 3,
        !page.isBase(figure),
        !isLeft(figure), !Self.saysEqual(page, behind: page.range(figure).upperBound)
      else { return nil }
      return known.first { other in
        page.value(figure) == last.page.value(other) && page.unitKey(figure) == last.page.unitKey(other)
          && page.siblings(of: figure).contains { $0 != figure && moved($0, beside: figure, other) }
      }.map { (figure, $0) }
    }
  }

  /// 由154件减少到126件: the first of the two is rightly last year's.
  private func isLeft(_ figure: Int) -> Bool {
    let next = figure + 1
    return this.page.siblings(of: figure).contains(next) && this.page.sameUnit(figure, next)
      && this.page.cues.has(.to, in: this.page.before(next))
  }

  /// 开展宣讲36场,服务企业1260家: two figures side by side as in a sentence of last year that has words in common with this one.
  var pairs: [(mine: Int, theirs: Int)] {
    let old = last.part(Told.self).pairsByValue
    return this.part(Told.self).pairs.compactMap { figure in
      old[this.page.valueKey(figure)]?.first { other in
        [0, 1].allSatisfy {
          this.page.value(figure + $0) == last.page.value(other + $0)
            && this.page.unitKey(figure + $0) == last.page.unitKey(other + $0)
        } && Self.words(figure, this).intersection(Self.words(other, last)).count > 2
      }.map { (figure, $0) }
    }
  }

  /// Two telling figures side by side of which one counts what a year brings about.
  private static func isPair(_ figure: Int, _ study: DraftStudy) -> Bool {
    let (page, claims) = (study.page, study.draft.claims)
    let both = figure...figure + 1
    guard figure + 1 < page.siblings(of: figure).upperBound,
      both.allSatisfy({
        study.facts.isTelling[$0] && page.isExact($0) && claims[$0].change == nil
          && claims[$0].period == .reported && !page.isBase($0)
          && !page.words(claims[$0].clause).containsAny(CopiedPairs.otherTimes)
      }), isTold(claims[figure].section, study), !study.facts.isStanding[claims[figure].sentence]
    else { return false }
    return both.reduce(0) { $0 + page.printed($1).digits.count } >= 5
      && both.contains { CopiedPairs.units.contains(page.unit($0)) }
      && !saysEqual(page, behind: page.range(figure + 1).upperBound)
  }

  /// The pairs of characters of the clauses of two figures.
  private static func words(_ figure: Int, _ study: DraftStudy) -> Set<UInt32> {
    let units = study.page.units
    return [figure, figure + 1].reduce(into: []) { pairs, figure in
      for place in study.page.claim(figure).clause.dropLast()
      where Mark.isHan(units[place]) && Mark.isHan(units[place + 1]) {
        pairs.insert(UInt32(units[place]) << 16 | UInt32(units[place + 1]))
      }
    }
  }

  /// 由上年的18处增加到24处, where last year's sentence has the 18处; 村均45万元 of the same measure that was 42万元.
  private func moved(_ figure: Int, beside same: Int, _ other: Int) -> Bool {
    let (page, unit) = (this.page, this.page.unitKey(figure))
    let twins = last.page.siblings(of: other)
    if LastYearFiguresCheck.namesLastYear(page.words(page.before(figure)), this.facts.year) {
      return unit != page.unitKey(same)
        && twins.contains {
          page.value(figure) == last.page.value($0) && unit == last.page.unitKey($0)
        }
    }
    guard figure == same + 1, page.isExact(figure), page.claim(figure).change == nil,
      let name = this.measures.name(of: same), let before = last.measures.name(of: other),
      name.core == before.core, name.core.count > 3, other + 1 < twins.upperBound,
      page.isAveraged(figure), last.page.isAveraged(other + 1)
    else { return false }
    return unit == last.page.unitKey(other + 1) && page.value(figure) != last.page.value(other + 1)
  }

  /// As far as both go on alike, to the last mark that both have.
  private func run(from clause: Range<Int>, _ theirs: Int) -> Range<Int> {
    let (mine, other) = (this.page.units, last.page.units)
    var (end, length) = (clause.upperBound, clause.count)
    while clause.lowerBound + length < mine.count, theirs + length < other.count {
      let (a, b) = (mine[clause.lowerBound + length], other[theirs + length])
      let (endsA, endsB) = (Self.ends(a), Self.ends(b))
      if endsA, endsB { end = clause.lowerBound + length }
      guard a == b, a != Mark.semicolon, a != Mark.stop else { break }
      length += 1
    }
    return clause.lowerBound..<end
  }

  /// Two figures and more of what happened, one of them telling.
  private func isOfYear(_ run: Range<Int>, _ sentence: Int) -> Bool {
    let page = this.page
    let figures = page.draft.sentences[sentence].quantities.filter { run.contains(page.range($0).lowerBound) }
    let words = page.words(run)
    return figures.count > 1 && run.count >= 12 && figures.contains { this.facts.isTelling[$0] }
      && (words.containsAny(Self.years) || figures.contains { CopiedPairs.units.contains(page.unit($0)) })
      && !words.containsAny(CopiedPairs.otherTimes) && !Self.saysEqual(this.page, behind: run.upperBound)
      && figures.allSatisfy { page.claim($0).period == .reported && !page.isBase($0) }
  }

  private static func saysEqual(_ page: FigurePage, behind place: Int) -> Bool {
    page.words((place..<page.units.count).prefix(14)).containsAny(["持平", "相同", "一致", "不变", "一样"])
  }

  private static func figures(_ study: DraftStudy) -> [Int] {
    study.draft.claims.indices.filter {
      study.facts.isTelling[$0] && study.page.isExact($0) && study.draft.claims[$0].change == nil
        && study.draft.claims[$0].period == .reported
        && (study.page.unit($0) == "元" || CopiedPairs.units.contains(study.page.unit($0)))
        && isTold(study.draft.claims[$0].section, study)
    }
  }

  private static func isTold(_ section: Int?, _ study: DraftStudy) -> Bool {
    ![.problems, .plan, .attachments].contains(study.draft.role(of: section))
  }

  /// The clauses with figures, from mark to mark.
  private static func clauses(_ study: DraftStudy) -> [(range: Range<Int>, sentence: Int)] {
    let (draft, units) = (study.draft, study.page.units)
    var found: [(range: Range<Int>, sentence: Int)] = []
    for (index, sentence) in draft.sentences.enumerated()
    where sentence.quantities.count > 1 && isTold(sentence.section, study) && !study.facts.isStanding[index] {
      var start = sentence.range.lowerBound
      for place in sentence.range.lowerBound...sentence.range.upperBound
      where place == sentence.range.upperBound || ends(units[place]) {
        if place - start >= 6, units[start..<place].contains(where: Mark.isDigit) {
          found.append((start..<place, index))
        }
        start = place + 1
      }
    }
    return found
  }

  private static func ends(_ unit: UInt16) -> Bool { Mark.isListMark(unit) && unit != Mark.pause }
  private static let years = ["全年", "年内", "今年", "本年", "一年来"]
}

extension CopiedTextCheck {
  static func isRegime(_ figure: Int, _ page: FigurePage) -> Bool {
    ["亩", "公顷", "平方公里"].contains { page.unit(figure).hasSuffix($0) }
      && page.words(page.claim(figure).clause).containsAny(regimes)
  }

  private static let regimes = Mark.texts("禁牧 草畜平衡 公益林 基本农田 保护红线 基本草原 保有量 自然保护 禁渔 休牧")

  func runs(
    _ this: DraftStudy, _ last: DraftStudy, _ reported: inout Set<Int>, _ result: inout CheckResult
  ) {
    let runs = CopiedRuns(this: this, last: last)
    for run in runs.found {
      guard let sentence = this.draft.sentence(at: run.mine.lowerBound), !reported.contains(sentence) else {
        continue
      }
      reported.insert(sentence)
      result.report(
        this.draft.text.place(run.mine), "这几句和上年一字不差，数也没有变", "请核对这些数是不是今年的",
        related: [.init(last.draft.text.place(run.theirs), "上年写在这里")])
    }
    for pair in runs.pairs where reported.insert(this.page.claim(pair.mine).sentence).inserted {
      result.report(
        this.draft.text.place(
          this.page.range(pair.mine).lowerBound..<this.page.range(pair.mine + 1).upperBound),
        "这两个数都和上年报告一样", "请核对这些数是不是今年的",
        related: [.init(last.draft.text.place(last.page.range(pair.theirs)), "上年写的数")])
    }
    for figure in runs.unmoved where reported.insert(this.page.claim(figure.mine).sentence).inserted {
      result.report(
        this.draft.text.place(this.page.range(figure.mine)), "同一句里别的数变了，这个数还和上年报告一样", "请核对这个数是不是今年的",
        related: [.init(last.draft.text.place(last.page.range(figure.theirs)), "上年写的数")])
    }
  }
}
