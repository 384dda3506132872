import ReportModel

/// 成果清单: where a draft lists its institutional outputs one after another: in a sentence that calls them so, or under a heading that does. Such a list is to hold
/// what the ledger has, no more and no less.
struct OutputLists {
  struct List {
    var range: Range<Int>
    /// Where what is missing is reported.
    var opening: Range<Int>
    /// The ledger's outputs that it leaves out.
    var missing: [Int]
  }

  private(set) var lists: [List] = []

  /// The lists that hold most of the ledger's outputs, which are known by the keys of their titles.
  init(_ match: LedgerMatch, _ keys: [String]) {
    let draft = match.draft
    guard keys.count > 1 else { return }
    func stands(in range: Range<Int>) -> Range<Int>? {
      range.lazy.compactMap { start in
        Self.names.first {
          draft.text.units[start] == $0[0] && draft.text.units[start..<range.upperBound].starts(with: $0)
        }.map { start..<start + $0.count }
      }.first
    }
    let titles = draft.titles.filter { $0.depth == 0 }
    func add(_ range: Range<Int>, _ opening: Range<Int>) {
      let own = titles.filter { range.contains($0.range.lowerBound) }
      guard let last = own.last, own.count > 1 else { return }
      let held = Set(own.map { DocumentTitle.key(draft.text.string($0.inner)) })
      let missing = keys.indices.filter { !held.contains(keys[$0]) }
      guard (keys.count - missing.count) * 3 >= keys.count * 2 else { return }
      let words = draft.text.folded(range.lowerBound..<own[0].range.lowerBound)
      let behind = draft.text.folded((last.range.upperBound..<range.upperBound).prefix(3))
      let isOpen = behind.contains("等") || words.containsAny(Self.partial)
      // Titles one letter apart are told of by another rule.
      let isWhole = !isOpen && own.count < keys.count
      lists.append(List(range: range, opening: opening, missing: isWhole ? missing : []))
    }
    for section in draft.sections where stands(in: section.heading) != nil {
      add(section.range, section.heading)
    }
    for sentence in draft.sentences where !sentence.titles.isEmpty {
      if let place = stands(in: sentence.range), !lists.contains(where: { $0.range.overlaps(sentence.range) })
      {
        add(sentence.range, place)
      }
    }
  }

  /// Whether a title stands in one of the lists.
  func holds(_ title: Range<Int>) -> Bool { lists.contains { $0.range.contains(title.lowerBound) } }

  private static let names = Mark.words("制度性成果 制度性文件 制度成果 制度文件")
  private static let partial = ["其中", "主要", "例如", "部分", "包括", "如《", "代表性"]
}
