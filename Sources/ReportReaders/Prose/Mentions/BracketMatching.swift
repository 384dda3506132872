import ReportModel

/// Pairs the brackets, titles and quotations of a paragraph. A mark without a partner is noted and disturbs nothing else.
struct BracketMatching {
  /// All pairs in the order in which they open; the kind is the opening mark.
  private(set) var pairs: [(open: Int, close: Int, kind: UInt16)] = []
  private(set) var unmatched: [Int] = []
  private var stack: [(index: Int, unit: UInt16)] = []

  /// Pairs of one paragraph, from the places of its punctuation.
  mutating func read(_ marks: ArraySlice<Int32>, units: UnsafeBufferPointer<UInt16>, numerals: NumeralScanner)
  {
    pairs.removeAll(keepingCapacity: true)
    unmatched.removeAll(keepingCapacity: true)
    stack.removeAll(keepingCapacity: true)
    for mark in marks {
      let index = Int(mark)
      switch numerals.kind(index) {
      case .opener:
        if stack.count < 64 { stack.append((index, units[index])) } else { unmatched.append(index) }
      case .closer:
        close(units[index], at: index)
      default:
        continue
      }
    }
    for lost in stack { unmatched.append(lost.index) }
    if unmatched.count > 1 { unmatched.sort() }
    if pairs.count > 1 { pairs.sort { $0.open < $1.open } }
  }

  private mutating func close(_ unit: UInt16, at index: Int) {
    let partner = Self.opener(of: unit)
    var depth = stack.count - 1
    while depth >= 0, depth >= stack.count - 8 {
      if stack[depth].unit == partner {
        // Marks opened in between have no partner: a quotation does not end in another one.
        for lost in stack[(depth + 1)...] { unmatched.append(lost.index) }
        pairs.append((stack[depth].index, index, partner))
        stack.removeSubrange(depth...)
        return
      }
      depth -= 1
    }
    unmatched.append(index)
  }

  private static func opener(of closer: UInt16) -> UInt16 {
    switch closer {
    case Unit.closeTitle: Unit.openTitle
    case Unit.closeInnerTitle: Unit.openInnerTitle
    case Unit.closeQuote: Unit.openQuote
    case Unit.closeSingle: Unit.openSingle
    case Unit.closeBracket: Unit.openBracket
    default: Unit.of("【")
    }
  }
}
