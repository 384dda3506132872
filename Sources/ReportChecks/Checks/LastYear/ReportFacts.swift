import ReportModel

/// 报告要点: what a report says as a whole, for holding it against another year's; worked out once, however many it is held against.
struct ReportFacts: Sendable {
  /// The year told of; nil where nothing says.
  let year: Int?
  /// The place told of.
  let place: String?
  /// The names of the items that were postponed.
  let delayed: [String]
  let counts: LastYear.Counts
  /// The names of the fields of reform.
  let domains: [String]
  /// The documents that were issued, with their titles as they are compared.
  let documents: [(mention: Int, title: String)]

  init(_ draft: Draft, _ page: FigurePage, _ status: StatusReading) {
    year = LastYear.year(of: draft)
    place = PlaceName.find(in: draft)
    delayed = draft.delays.filter { !$0.isTerminated }.map { LastYear.bare(draft.text.folded($0.name)) }
    counts = LastYear.Counts(page, status)
    domains = draft.sections.filter { $0.role == .domain }.map { draft.text.folded($0.heading) }
    documents = draft.documents.indices.filter { draft.documents[$0].kind == .institutional }.map {
      ($0, LastYear.normal(draft.text.folded(draft.titles[draft.documents[$0].title].inner)))
    }
  }
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
      if index - start >= 2 { found = String(decoding: units[start...index], as: UTF16.self) }
    }
    return found
  }

  private static let kinds = Array("区县市旗".utf16)
  private static let notEnds = Array("域级直别属划块场".utf16)
  private static let stops = Array("共年度月日的全各市省县委在为于、".utf16)
}
