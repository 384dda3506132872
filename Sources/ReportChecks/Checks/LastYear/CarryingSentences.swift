import ReportModel

/// 交代上年延期事项的句子: where a draft may tell of last year's postponed items as a whole.
struct CarryingSentences: Sendable {
  /// The sentences outside plans that tell of something postponed.
  let sentences: [Int]
  /// The last sentence that tells of last year's postponed items, though not of each.
  let last: Range<Int>?
  /// 去年延期的供水改革: the first characters of what was carried over, which may be named in short.
  let names: [[UInt16]]

  init(_ draft: Draft) {
    let units = draft.text.units
    func words(_ index: Int) -> FoldedWords {
      FoldedWords(units: units[draft.sentences[index].range])
    }
    sentences = draft.sentences.indices.filter { index in
      words(index).containsAny(Self.carried)
        && draft.role(of: draft.sentences[index].section) != .plan
    }
    let lastYears = sentences.filter { words($0).containsAny(Self.lastYears) }.map {
      draft.sentences[$0].range
    }
    last = lastYears.last
    names = lastYears.compactMap { range in
      guard
        let place = range.dropFirst(2).first(where: { place in
          units[place] == Mark.of
            && Self.carried.contains(
              where: FoldedWords(units: units[(range.lowerBound..<place).suffix(3)]).hasSuffix)
        })
      else { return nil }
      let name = units[place + 1..<min(range.upperBound, place + 5)].prefix(while: Mark.isHan)
      return name.count == 4 ? Array(name) : nil
    }
  }

  static let carried = ["延期", "结转", "遗留", "顺延", "未完成", "未办结", "未办完", "未完结"]
  private static let lastYears = ["上年", "去年", "上述", "往年", "上一年"]
}
