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

  private mutating func end(_ open: inout [Int], at offset: Int) {
    let index = open.removeLast()
    sections[index].range = sections[index].range.lowerBound..<max(sections[index].range.lowerBound, offset)
  }
}
