import Foundation
import ReportModel

/// One kind of relation, and how to see it in a draft.
protocol RelationRule {
  func propose(_ book: inout RelationBook)
}

/// The relations of a draft. Each claim is settled once: of all readings of it, the one that fits best stands.
struct RelationBook: Sendable {
  /// What is settled as one: all readings of one figure, of one list, of one count of the report.
  enum Group: Hashable, Sendable {
    case figure(Int)
    case list(Int)
    case scope(String)
    case place(Int)
  }

  private(set) var relations: [Relation] = []
  private var places: [Group: Int] = [:]
  private var unlikely: Set<Group> = []

  /// Adds a reading of a claim. Verified outranks undecided, undecided outranks broken; of equals the first stands. An unlikely
  /// reading, one that nothing but nearness proposes and that does not fit, gives way to any other.
  mutating func propose(_ relation: Relation, as group: Group, isUnlikely: Bool = false) {
    if let place = places[group] {
      if isUnlikely { return }
      if relation.verdict > relations[place].verdict || unlikely.contains(group) {
        relations[place] = relation
      }
      unlikely.remove(group)
    } else {
      if isUnlikely { unlikely.insert(group) }
      places[group] = relations.count
      relations.append(relation)
    }
  }

  /// 推算: a figure against what others make of it. Where it is broken, what the text says stands behind the equation.
  mutating func weigh(
    _ figure: Int, by members: [Int], _ kind: Relation.Kind, _ verdict: Relation.Verdict, on page: FigurePage,
    _ equation: @autoclosure () -> String, _ message: String, stating: Bool = true, severity: Severity? = nil,
    isTruncated: Bool = false, as group: Group? = nil, isUnlikely: Bool = false
  ) {
    propose(
      Relation(
        kind, verdict, claimed: page.range(figure), result: figure, members: members,
        arithmetic: equation() + (stating && verdict == .broken ? ",文中写\(page.number(figure))" : ""),
        message: message, severity: severity, isTruncated: isTruncated),
      as: group ?? .figure(figure), isUnlikely: isUnlikely)
  }

  /// 相加: figures that make another one. Without a verdict it is broken where the sum is not what stands there.
  mutating func add(
    _ parts: [Int], to whole: Int, of kind: Relation.Kind, on page: FigurePage,
    verdict known: Relation.Verdict? = nil, message: String, as group: Group
  ) {
    let sum = page.sum(parts)
    let isOff =
      Reckoning.compare(sum, page.interval(parts), with: page.quantity(whole)) == .apart
    let precision = parts.map { page.quantity($0).precision }.min() ?? 0
    weigh(
      whole, by: parts, kind, known ?? (isOff ? .broken : .verified), on: page,
      page.terms(parts) + "=" + FigurePage.number(sum, precision: precision), message, as: group)
  }

  /// The relations of a draft.
  init(_ page: FigurePage, _ status: StatusReading) {
    let rules: [any RelationRule] = [
      PartsRule(page: page), BandsRule(page: page), WholeListsRule(page: page), SectionSumsRule(page: page),
      RestRule(page: page, status: status), TotalRule(page: page), ClosingTotalRule(page: page),
      SectionTotalsRule(page: page), SeriesTotalRule(page: page), FlowRule(page: page),
      SubsetRule(page: page),
      StatusRule(page: page, status: status), RateRule(page: page, status: status),
      ShareRule(page: page, status: status), RoundShareRule(page: page), PlanShareRule(page: page),
      BaseRule(page: page), AverageRule(page: page), ProductRule(page: page), ProductSumRule(page: page),
      RankMoveRule(page: page), TrendRule(page: page), YearlyAverageRule(page: page), PaceRule(page: page),
      GapRule(page: page),
      DoubledRule(page: page), ChangeRule(page: page), FractionRule(page: page),
      ConversionRule(page: page), ListRule(page: page, status: status), NamedListRule(page: page),
      LabelListRule(page: page), TimeListRule(page: page), TableListRule(page: page),
      AnnouncedRule(page: page), BackReferenceRule(page: page), DemonstrativeRule(page: page),
      AccrualRule(page: page), SameFactRule(page: page, status: status), ToldTwiceRule(page: page),
      NamedAgainRule(page: page), RestElsewhereRule(page: page), FundSizeRule(page: page),
      SwappedDigitsRule(page: page), YearFactRule(page: page),
      BarePartsRule(page: page, status: status),
      TakenUpRule(page: page),
      // Only of what nobody else has settled.
      NearSumRule(page: page),
    ]
    for rule in rules { rule.propose(&self) }
    settleDoubles()
    blame(page)
  }

  /// The figures that some relation is sure about.
  var settledFigures: Set<Int> {
    Set(
      relations.lazy.filter { $0.verdict != .undecided }
        .flatMap { $0.members + ($0.result.map { [$0] } ?? []) })
  }

  private init() {}

  /// No relations: for a ledger.
  static let empty = RelationBook()

  /// One fault is one finding: what a broken relation says of some figures, a broken one of those and others says as well.
  private mutating func settleDoubles() {
    let broken = relations.indices.filter { relations[$0].verdict == .broken }
    let figures = broken.map { Set(relations[$0].members + (relations[$0].result.map { [$0] } ?? [])) }
    var holding: [Int: [Int]] = [:]
    for (place, members) in figures.enumerated() {
      for figure in members { holding[figure, default: []].append(place) }
    }
    for (place, index) in broken.enumerated() where figures[place].count > 1 {
      // What holds all of its figures holds any one of them.
      let isTold = figures[place].first.flatMap { holding[$0] }?.contains { other in
        other != place && figures[place].isSubset(of: figures[other])
          && (figures[place].count < figures[other].count || other < place)
      }
      if isTold == true { relations[index].verdict = .undecided }
    }
  }

  /// A figure in which several broken relations meet, while the others in them are borne out elsewhere, is where to look first.
  private mutating func blame(_ page: FigurePage) {
    var broken: [Int: Int] = [:]
    var verified: [Int: Int] = [:]
    for relation in relations {
      for figure in relation.members + (relation.result.map { [$0] } ?? []) {
        switch relation.verdict {
        case .broken: broken[figure, default: 0] += 1
        case .verified: verified[figure, default: 0] += 1
        case .undecided: break
        }
      }
    }
    for index in relations.indices where relations[index].verdict == .broken {
      let figures = relations[index].members + (relations[index].result.map { [$0] } ?? [])
      let scores = figures.map { (broken[$0] ?? 0) * 2 - (verified[$0] ?? 0) * 2 }
      guard let best = scores.max(), scores.count(where: { $0 == best }) == 1,
        let place = scores.firstIndex(of: best)
      else { continue }
      relations[index].claimed = page.range(figures[place])
    }
  }
}

extension CheckResult {
  /// Reports the broken relations of some kinds and counts the others.
  mutating func report(_ kinds: Set<Relation.Kind>, of input: CheckInput, remedy: String) {
    guard let draft = input.draft else { return }
    var counts = (verified: 0, undecided: 0, broken: 0)
    for relation in input.relations.relations where kinds.contains(relation.kind) {
      switch relation.verdict {
      case .verified:
        counts.verified += 1
        if relation.isTruncated {
          report(
            draft.text.place(relation.claimed), "这个数是截去尾数得来的，不是四舍五入", "按四舍五入改写，或保持全文一致", severity: .note,
            explanation: relation.arithmetic)
        } else if relation.severity == .note {
          report(
            draft.text.place(relation.claimed), relation.message, "请写明口径", severity: .note,
            explanation: relation.arithmetic)
        }
      case .undecided: counts.undecided += 1
      case .broken:
        counts.broken += 1
        report(
          draft.text.place(relation.claimed), relation.message + "：" + relation.arithmetic, remedy,
          severity: relation.severity,
          related: related(relation, draft))
      }
    }
    recognise("relationsVerified", "核对无误的数量关系", counts.verified)
    recognise("relationsBroken", "不成立的数量关系", counts.broken)
    recognise("relationsUndecided", "无法判定的数量关系", counts.undecided)
  }

  /// The figures of a relation other than the one it is reported at.
  private func related(_ relation: Relation, _ draft: Draft) -> [Diagnostic.Related] {
    var figures = relation.members
    if let result = relation.result { figures.append(result) }
    let listed = relation.listed.map { [Diagnostic.Related(draft.text.place($0), "列出的是这些")] } ?? []
    return listed
      + figures.filter { draft.quantities[$0].range != relation.claimed }.map {
        Diagnostic.Related(
          draft.text.place(draft.quantities[$0].range),
          "这里写的是“\(draft.text.string(draft.quantities[$0].range))”")
      }
  }
}
