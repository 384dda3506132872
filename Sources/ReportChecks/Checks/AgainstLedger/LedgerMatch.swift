import ReportModel

/// 名称相近: how alike two names are, by the pairs of characters that they share.
struct NameLikeness: Sendable {
  /// In rising order, each once.
  private let pairs: [UInt32]

  /// The pairs of a name without marks, blanks and the words that every name has.
  init(_ name: String) {
    var units = Mark.word(name).filter { Mark.isHan($0) || Mark.isDigit($0) || Mark.isLetter($0) }
    for word in Self.common {
      while let place = (0...max(0, units.count - word.count)).first(where: { place in
        units.count >= word.count && units.count > word.count + 1
          && units[place..<place + word.count].elementsEqual(word)
      }) {
        units.removeSubrange(place..<place + word.count)
      }
    }
    var pairs: [UInt32] = []
    for pair in zip(units, units.dropFirst()).map({ UInt32($0) << 16 | UInt32($1) }).sorted()
    where pairs.last != pair {
      pairs.append(pair)
    }
    self.pairs = pairs
  }

  /// How many pairs it has.
  var count: Int { pairs.count }

  /// Twice the shared pairs over all pairs, in hundredths.
  func likeness(_ other: NameLikeness) -> Int {
    let all = pairs.count + other.pairs.count
    return all == 0 ? 0 : 200 * shared(other) / all
  }

  /// The shared pairs over those of the shorter name, in hundredths.
  func containment(_ other: NameLikeness) -> Int {
    let least = min(pairs.count, other.pairs.count)
    return least == 0 ? 0 : 100 * shared(other) / least
  }

  private func shared(_ other: NameLikeness) -> Int {
    var (count, left, right) = (0, 0, 0)
    while left < pairs.count, right < other.pairs.count {
      if pairs[left] == other.pairs[right] { count += 1 }
      let isBehind = pairs[left] <= other.pairs[right]
      if pairs[left] >= other.pairs[right] { right += 1 }
      if isBehind { left += 1 }
    }
    return count
  }

  private static let common = Mark.words("体制改革 领域改革 领域 方面 改革 体制 专项小组")
}

/// 文稿与台账的对应: which section of the draft is which domain of the ledger.
struct LedgerMatch {
  let ledger: SourcedReport
  let draft: Draft
  /// The ledger's domain for each section that is a field of reform.
  let domains: [Int: Int]

  init(_ ledger: SourcedReport, _ draft: Draft) {
    self.ledger = ledger
    self.draft = draft
    let names = ledger.report.domains.map { NameLikeness($0.name) }
    var domains: [Int: Int] = [:]
    let fields = draft.sections.filter { $0.role == .domain }
    // 以城乡融合改革缩小差距: a heading with such a word among those of the fields is no section on problems.
    func mayBe(_ section: DraftSection) -> Bool {
      section.role == .domain
        || section.role == .problems
          && fields.contains { $0.scheme == section.scheme && $0.parent == section.parent }
    }
    for (index, section) in draft.sections.enumerated() where mayBe(section) {
      let heading = NameLikeness(draft.text.string(section.heading))
      let scores = names.map { max($0.likeness(heading), $0.containment(heading)) }
      guard let best = scores.indices.max(by: { scores[$0] < scores[$1] }), scores[best] >= 60 else {
        continue
      }
      domains[index] = best
    }
    self.domains = domains
  }

  /// Whether draft and ledger tell of the same year; unknown years are taken for the same.
  var isSameYear: Bool { draftYear.map { $0 == ledger.report.year } ?? true }

  /// The year that the draft tells of, where it says so.
  var draftYear: Int? {
    draft.articles.first { !$0.isNews && $0.year != nil && !$0.isYearGuessed }?.year
  }

  /// Whether draft and ledger part the work alike: tasks by domains in the ledger, and most sections of the draft among them.
  var partsAlike: Bool {
    let sections = draft.sections.count { $0.role == .domain }
    let counts = ledger.report.domains.contains { !$0.tasks.isEmpty || $0.stated.tasks != nil }
    return counts && sections >= 3 && domains.count * 2 >= sections
  }

  /// The name of a domain or of the whole.
  func name(of domain: Int?) -> String { domain.map { "“\(ledger.report.domains[$0].name)”" } ?? "全年" }
}

extension CheckInput {
  /// The draft matched with the ledger it is held against; nil where there is no such pair or the years differ.
  var match: LedgerMatch? {
    guard subject == .draft, let draft, let ledger else { return nil }
    let match = LedgerMatch(ledger, draft)
    return match.isSameYear ? match : nil
  }
}
