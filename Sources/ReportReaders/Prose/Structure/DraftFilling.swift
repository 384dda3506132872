import ReportModel

extension Draft {
  /// Takes over what the reading of the paragraphs found, and gives every sentence its share.
  mutating func take(_ reading: inout ParagraphReading) {
    sentences = reading.takeSentences()
    quantities = reading.scanner.found.quantities
    titles = reading.scanner.found.titles
    times = reading.scanner.found.times
    names = reading.scanner.found.names
    dropOrdinals()
    quotations = reading.scanner.found.quotations
    unmatched = reading.scanner.found.unmatched
    var quantity = 0
    var title = 0
    var time = 0
    var name = 0
    var section = 0
    var open: [Int] = []
    for index in sentences.indices {
      let range = sentences[index].range
      sentences[index].quantities = Self.share(of: range, &quantity, quantities) { $0.range }
      sentences[index].titles = Self.share(of: range, &title, titles) { $0.range }
      sentences[index].times = Self.share(of: range, &time, times) { $0.range }
      sentences[index].names = Self.share(of: range, &name, names) { $0.range }
      while section < sections.count, sections[section].range.lowerBound < range.upperBound {
        open.append(section)
        section += 1
      }
      while let last = open.last, sections[last].range.upperBound <= range.lowerBound { open.removeLast() }
      sentences[index].section = open.last
    }
  }

  /// 任务5 甲: the number of a heading counts nothing.
  private mutating func dropOrdinals() {
    var marks = sections.lazy.filter { $0.scheme == .bare && !$0.mark.isEmpty }.map(\.mark).makeIterator()
    guard var mark = marks.next() else { return }
    quantities.removeAll { quantity in
      while mark.upperBound <= quantity.range.lowerBound, let next = marks.next() { mark = next }
      return mark.contains(quantity.range.lowerBound)
    }
  }

  /// The elements that begin inside a sentence.
  @inline(__always)
  private static func share<Element>(
    of sentence: Range<Int>, _ next: inout Int, _ elements: [Element], _ range: (Element) -> Range<Int>
  ) -> Range<Int> {
    while next < elements.count, range(elements[next]).lowerBound < sentence.lowerBound { next += 1 }
    let first = next
    while next < elements.count, range(elements[next]).lowerBound < sentence.upperBound { next += 1 }
    return first..<next
  }
}
