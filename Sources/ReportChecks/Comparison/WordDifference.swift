import ReportModel

/// 逐词对照: two sentences as one, with what changed in 〔上年→今年〕; a figure or a time is one word.
enum WordDifference {
  /// The new sentence with its changes marked.
  static func text(_ this: Draft, _ new: Int, _ last: Draft, _ old: Int) -> String {
    let (a, b) = (tokens(this, new), tokens(last, old))
    guard a.count * b.count <= 250_000 else { return this.text.string(this.sentences[new].range) }
    var text = ""
    var removed = ""
    var added = ""
    func flush() {
      if !removed.isEmpty || !added.isEmpty { text += "〔\(removed)→\(added)〕" }
      removed = ""
      added = ""
    }
    for step in steps(a, b) {
      switch step {
      case .same(let token):
        flush()
        text += token
      case .added(let token): added += token
      case .removed(let token): removed += token
      }
    }
    flush()
    return text
  }

  private enum Step {
    case same(String)
    case added(String)
    case removed(String)
  }

  /// The longest common run of words, read from its table.
  private static func steps(_ new: [String], _ old: [String]) -> [Step] {
    let width = old.count + 1
    var table = [Int32](repeating: 0, count: (new.count + 1) * width)
    for i in stride(from: new.count - 1, through: 0, by: -1) {
      for j in stride(from: old.count - 1, through: 0, by: -1) {
        table[i * width + j] =
          new[i] == old[j]
          ? table[(i + 1) * width + j + 1] + 1 : max(table[(i + 1) * width + j], table[i * width + j + 1])
      }
    }
    var steps: [Step] = []
    var (i, j) = (0, 0)
    while i < new.count || j < old.count {
      if i < new.count, j < old.count, new[i] == old[j] {
        steps.append(.same(new[i]))
        i += 1
        j += 1
      } else if j >= old.count || (i < new.count && table[(i + 1) * width + j] >= table[i * width + j + 1]) {
        steps.append(.added(new[i]))
        i += 1
      } else {
        steps.append(.removed(old[j]))
        j += 1
      }
    }
    return steps
  }

  /// The words of a sentence: figures and times whole, all else by characters.
  private static func tokens(_ draft: Draft, _ index: Int) -> [String] {
    let sentence = draft.sentences[index]
    let whole =
      (sentence.quantities.map { draft.quantities[$0].range } + sentence.times.map { draft.times[$0].range })
      .sorted { $0.lowerBound < $1.lowerBound }
    var tokens: [String] = []
    var place = sentence.range.lowerBound
    for range in whole where range.lowerBound >= place && range.upperBound <= sentence.range.upperBound {
      tokens += (place..<range.lowerBound).map { draft.text.string($0..<$0 + 1) }
      tokens.append(draft.text.string(range))
      place = range.upperBound
    }
    return tokens + (place..<max(place, sentence.range.upperBound)).map { draft.text.string($0..<$0 + 1) }
  }
}
