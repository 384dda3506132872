import ReportModel

/// 上年延期事项点名: 上年结转的5项任务,即甲、乙、丙…: items told as last year's delayed ones, of which one is none of them.
extension NamedDelays {
  /// The one strange item of a list that has as many as last year's report put off, with the one that it stands for.
  func strangers(_ sentences: [Int], among delayed: [String]) -> [(item: Range<Int>, missing: String)] {
    let names = delayed.map { NameLikeness($0) }
    guard names.count > 1 else { return [] }
    return sentences.compactMap { index in
      let sentence = page.draft.sentences[index]
      guard page.words(sentence.range.prefix(30)).containsAny(["上年", "去年", "上一年"]),
        let figure = sentence.quantities.first(where: {
          page.value($0) == .init(names.count) && page.isAmount($0) && page.isTold($0)
        }), let items = counted(behind: page.range(figure).upperBound, in: sentence.range, names.count)
      else { return nil }
      let alike = items.map { item in
        let name = NameLikeness(page.draft.text.folded(item))
        return names.map { max($0.likeness(name), $0.containment(name)) }
      }
      let strange = items.indices.filter { alike[$0].allSatisfy { $0 < 40 } }
      let missing = names.indices.filter { name in alike.allSatisfy { $0[name] < 40 } }
      guard strange.count == 1, missing.count == 1,
        items.indices.allSatisfy({ $0 == strange[0] || alike[$0].contains { $0 >= 60 } })
      else { return nil }
      return (items[strange[0]], delayed[missing[0]])
    }
  }
}
