import ReportModel

/// Builds the tree of sections from the places where headings and items begin.
struct SectionTree {
  let units: UnsafeBufferPointer<UInt16>
  var sections: [DraftSection] = []

  init(units: UnsafeBufferPointer<UInt16>) {
    self.units = units
  }

  /// Adds the sections of one article; `starts` in order.
  mutating func add(_ starts: [SectionStart], article: Int, end: Int) {
    var open: [Int] = []
    for (position, start) in starts.enumerated() {
      let scheme = start.mark.scheme
      close(&open, before: start, followedBy: starts[(position + 1)...].first { $0.mark.scheme != .lead })
      let parent = open.last
      sections.append(
        DraftSection(
          scheme: scheme, ordinal: start.mark.ordinal, mark: start.offset..<start.offset + start.mark.length,
          heading: start.heading, range: start.offset..<end, body: start.body, parent: parent,
          depth: open.count,
          role: start.role ?? .other, article: article))
      open.append(sections.count - 1)
    }
  }

  /// Closes the sections that a new one ends.
  private mutating func close(_ open: inout [Int], before start: SectionStart, followedBy next: SectionStart?)
  {
    let scheme = start.mark.scheme
    // 综合以上七个领域,…: what is said of all fields stands in none.
    if start.role == .overview {
      while !open.isEmpty { end(&open, at: start.offset) }
      return
    }
    // 3.力量不足。 / 下步打算:1.…: a lead right before items that start anew ends the run before it, and holds them.
    if scheme == .lead, let next, next.mark.ordinal == 1, next.paragraph == start.paragraph,
      let run = open.firstIndex(where: { sections[$0].scheme == next.mark.scheme })
    {
      while open.count > run { end(&open, at: start.offset) }
    }
    if let ordinal = start.mark.ordinal, let lead = open.last(where: { sections[$0].scheme == .lead }),
      sections[lead].role == .plan || sections[lead].role == .problems,
      ordinal == 1 ? holds(lead, start) : open.last.map({ goesOn($0, of: lead, to: start) }) ?? false
    {
      while let last = open.last, last != lead { end(&open, at: start.offset) }
      return
    }
    if scheme == .lead, let run = open.last(where: { sections[$0].scheme.rank > 65 }) {
      // A lead inside an item stays in it where the run goes on behind it; else it ends the run.
      let item = sections[run]
      let goesOn =
        next.map { $0.mark.scheme == item.scheme && $0.mark.ordinal == (item.ordinal ?? 0) + 1 } ?? false
      if goesOn {
        if open.last != run, sections[open[open.count - 1]].scheme == .lead { end(&open, at: start.offset) }
        return
      }
    }
    // A run that starts anew inside a lead's own items belongs to the same parent; one that goes on, to its own run.
    if scheme.rank > 65, let ordinal = start.mark.ordinal, ordinal > 1,
      let run = open.lastIndex(where: { sections[$0].scheme == scheme && sections[$0].ordinal == ordinal - 1 }
      )
    {
      while open.count > run { end(&open, at: start.offset) }
      return
    }
    while let last = open.last, sections[last].scheme.rank >= scheme.rank {
      end(&open, at: start.offset)
    }
  }

  /// Whether an item is the first behind a lead that ends with a colon.
  private func holds(_ lead: Int, _ start: SectionStart) -> Bool {
    !start.mark.scheme.isInline && start.offset > sections[lead].range.lowerBound
      && start.offset - sections[lead].range.lowerBound <= 12 && units[start.offset - 1] == Unit.colon
  }

  private func goesOn(_ item: Int, of lead: Int, to start: SectionStart) -> Bool {
    sections[item].parent == lead && sections[item].scheme == start.mark.scheme
      && !start.mark.scheme.isInline && sections[item].ordinal.map { $0 + 1 } == start.mark.ordinal
  }

  private mutating func end(_ open: inout [Int], at offset: Int) {
    let index = open.removeLast()
    sections[index].range = sections[index].range.lowerBound..<max(sections[index].range.lowerBound, offset)
  }
}
