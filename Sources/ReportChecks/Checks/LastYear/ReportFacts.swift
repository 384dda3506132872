import Foundation
import ReportModel

/// 报告要点: what a report says as a whole, for holding it against another year's; worked out once, however many it is held against.
final class ReportFacts: Sendable {
  /// The year told of; nil where nothing says.
  let year: Int?
  /// The place told of.
  let place: String?
  /// The names of the items that were postponed.
  let delayed: [String]
  let delayedNames: [NameLikeness]
  /// To when they were postponed, by name.
  let delayedUntil: [String: PartialDate]
  let delayedPairs: WantedPairs
  let delayedEndings: [[[[UInt16]]]]
  let counts: LastYear.Counts
  /// The names of the fields of reform.
  let domains: [String]
  /// The documents that were issued, with their titles as they are compared.
  let documents: [(mention: Int, title: String)]
  let documentTitles: Set<String>
  /// The items that the report postpones.
  let postponed: [PostponedItem]
  /// Of each figure, whether it tells something: of two digits and more, and not round.
  let isTelling: [Bool]
  /// The clauses that tell of a result or set a goal.
  let clauses: [Clause]
  /// The first clause of each hash.
  let clausesByHash: [UInt64: Range<Int>]
  /// What is said to be done for the first time.
  let firsts: [FirstClaim]
  /// The sentences of this year that tell of postponed items, and the last that tells of last year's.
  let carrying: CarryingSentences
  /// Of each sentence, whether it tells what stands from year to year.
  let isStanding: [Bool]
  /// The fields of reform as sentences name them.
  let fieldLists: [FieldList]
  /// The ranks and runs of years.
  let standings: Standings

  /// 分句: a clause that tells of something achieved or, among the next steps, sets a goal in figures.
  struct Clause: Sendable {
    var range: Range<Int>
    var sentence: Int
    var hash: UInt64
    var isGoal: Bool
    /// Whether one of its figures tells something.
    var tells: Bool
  }

  init(_ draft: Draft, _ prose: CheckProse, _ page: FigurePage, _ status: StatusReading) {
    year = LastYear.year(of: draft)
    place = PlaceName.find(in: draft)
    let items = draft.delays.filter { !$0.isTerminated }
    var delayed = items.map { LastYear.bare(draft.text.folded($0.name)) }
    var names = delayed.map { NameLikeness($0) }
    let others = NamedDelays(page: page, prose: prose)
    func add(_ told: [String]) {
      for name in told.lazy.map(LastYear.bare) {
        let likeness = NameLikeness(name)
        if names.contains(where: { $0.containment(likeness) >= 60 || likeness.containment($0) >= 60 }) {
          continue
        }
        delayed.append(name)
        names.append(likeness)
      }
    }
    add(others.find())
    counts = LastYear.Counts(page, status)
    if let count = counts.delayed, case let unfinished = others.unfinished(),
      count == Decimal(delayed.count + unfinished.count)
    {
      add(unfinished)
    }
    delayedUntil = Dictionary(
      zip(delayed, items).compactMap { name, item in
        item.until.flatMap { LastYear.date(draft.text.folded($0)) }.map { (name, $0) }
      }, uniquingKeysWith: { first, _ in first })
    self.delayed = delayed
    delayedNames = names
    delayedPairs = WantedPairs(delayed)
    delayedEndings = delayed.map(CarriedOutcomes.endings)
    domains = draft.sections.filter { $0.role == .domain }.map { draft.text.folded($0.heading) }
    documents = draft.documents.indices.filter { draft.documents[$0].kind == .institutional }.map {
      ($0, LastYear.normal(draft.text.folded(draft.titles[draft.documents[$0].title].inner)))
    }
    documentTitles = Set(documents.map(\.title))
    postponed = draft.delays.indices.filter { !draft.delays[$0].isTerminated }.map {
      PostponedItem($0, draft)
    }
    isTelling = draft.quantities.map { Self.isTelling($0.quantity) }
    clauses = Self.clauses(of: draft, prose, isTelling)
    clausesByHash = Dictionary(clauses.map { ($0.hash, $0.range) }) { first, _ in first }
    firsts = FirstClaim.all(in: draft)
    carrying = CarryingSentences(draft)
    isStanding = StandingWords.sentences(of: draft)
    standings = Standings(draft)
    fieldLists = FieldList.all(in: draft)
  }

  private static func clauses(of draft: Draft, _ prose: CheckProse, _ isTelling: [Bool]) -> [Clause] {
    var found: [Clause] = []
    for (index, sentence) in draft.sentences.enumerated() {
      let role = draft.role(of: sentence.section)
      guard role != .problems, role != .attachments else { continue }
      let isGoal = role == .plan
      if isGoal, sentence.quantities.isEmpty { continue }
      var start = sentence.range.lowerBound
      for place in sentence.range where Mark.isListMark(prose.units[place]) {
        defer { start = place + 1 }
        // 我区成功承办现场会, 成功承办现场会.
        let own = Self.owners.first { prose.has($0, at: start) }?.count ?? 0
        let range = min(place, start + own)..<place
        guard (7...60).contains(range.count) else { continue }
        let figures = sentence.quantities.filter { range.contains(draft.quantities[$0].range.lowerBound) }
        guard
          isGoal
            ? figures.contains(where: { isTarget(draft.quantities[$0].quantity) }) : tellsResult(range, prose)
        else { continue }
        found.append(
          Clause(
            range: range, sentence: index, hash: prose.hash(range).hash, isGoal: isGoal,
            tells: figures.contains { isTelling[$0] }))
      }
    }
    return found
  }

  /// 80家, 35家以上; not 900万人以上, which stands for years.
  private static func isTarget(_ quantity: Quantity) -> Bool {
    guard quantity.value > 10 else { return false }
    // 35家以上 was set for one year.
    return quantity.approximation != .orMore
      || quantity.precision == 0 && quantity.value < 1000 && !isOfTen(quantity.value)
  }

  private static func tellsResult(_ range: Range<Int>, _ prose: CheckProse) -> Bool {
    range.contains { index in
      let length = achievements.longest(at: index, in: prose.units)
      return length > 0 && index + length <= range.upperBound
    }
  }

  /// 1470件, 98.6%, 3.2万户; not 3个, 100%, 10项.
  private static func isTelling(_ quantity: Quantity) -> Bool {
    if quantity.unit == "年" || quantity.unit == "岁" { return false }
    if quantity.precision < 0 { return true }
    return quantity.value > 10 && quantity.value != 100 && !(quantity.unit == "%" && isOfTen(quantity.value))
  }

  private static func isOfTen(_ value: Decimal) -> Bool {
    var (exact, rounded) = (value, Decimal())
    NSDecimalRound(&rounded, &exact, -1, .plain)
    return rounded == value
  }

  private static let owners = Mark.words("我区 我县 我市 我旗 全区 全县 全市 全旗")

  /// 企业开办时间压缩至1个工作日.
  private static let achievements = PhraseTable(
    Mark.texts(
      "压缩至 压减至 缩短至 提升至 提高到 建成 获评 荣获 入选 获批 引进 组建 成立 设立 晋升 挂牌 授予 揭牌 表彰 开通 刊发 刊登 刊载 开园 投用 承办 竣工 通车 授牌 落户 交付"))
}

/// 地名: the place that a report is of, from its title or its office.
enum PlaceName {
  /// 棠湾区 of 中共棠湾区委…2023年工作总结报告; nil where no name stands there.
  static func find(in draft: Draft) -> String? {
    guard let article = draft.articles.first else { return nil }
    return [article.title, article.office].lazy.compactMap { $0 }.compactMap {
      name(in: Array(draft.text.units[$0]))
    }.first
  }

  private static func name(in units: [UInt16]) -> String? {
    var found: String?
    for (index, unit) in units.enumerated() where kinds.contains(unit) {
      if index + 1 < units.count, notEnds.contains(units[index + 1]) { continue }
      var start = index
      while start > 0, index - start < 4, Mark.isHan(units[start - 1]), !stops.contains(units[start - 1]) {
        start -= 1
      }
      let name = units[start...index]
      // 强林区, 深化林区: what a slogan does with such a place.
      let isNamed = start == 0 || index + 1 < units.count && followers.contains(units[index + 1])
      guard index - start >= 2, isNamed, !verbs.contains(where: { name.starts(with: $0) }) else { continue }
      found = String(decoding: name, as: UTF16.self)
    }
    return found
  }

  /// What stands behind a name: 委, 政府, 改革, 2023年, 全面, 关于, 深化, 上半年 or nothing.
  private static let followers = Array("委政改全关深上下各人办重年0123456789二纪".utf16)
  private static let verbs = ["深化", "推进", "加强", "推动", "聚焦", "强化", "建设", "打造", "走进", "来自", "强", "兴", "富", "惠"]
    .map {
      Array($0.utf16)
    }

  private static let kinds = Array("区县市旗".utf16)
  private static let notEnds = Array("域级直别属划块场".utf16)
  private static let stops = Array("共年度月日的全各市省县委在为于、".utf16)
}
