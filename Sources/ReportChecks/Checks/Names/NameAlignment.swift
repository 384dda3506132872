/// 名称比对: two names laid side by side from their ends, with the few differences that a slip of the pen leaves: a word swapped
/// with its neighbour, a word of like meaning, a word left out.
struct NameAlignment {
  /// What two names may differ in.
  struct Tolerance {
    /// Words that one of them may lack.
    var light: [[UInt16]]
    /// How many differences there may be.
    var differences = 2
  }

  private let left: ArraySlice<UInt16>
  private let right: ArraySlice<UInt16>
  private let tolerance: Tolerance

  init(_ left: ArraySlice<UInt16>, _ right: ArraySlice<UInt16>, _ tolerance: Tolerance) {
    self.left = left
    self.right = right
    self.tolerance = tolerance
  }

  /// How two names agree.
  struct Agreement {
    /// How many characters they share.
    var shared = 0
    /// How many of these stand before the first difference.
    var head = 0
    /// What of each was not compared any more: words before the name, or another name.
    var restLeft: ArraySlice<UInt16>
    var restRight: ArraySlice<UInt16>
    /// How many differences there are.
    var differences = 0
    /// Whether two of their words changed places.
    var isSwapped = false
  }

  /// The best agreement that has a difference, or none at all where that will do; nil where there is none within the tolerance.
  func agreement(orEqual: Bool = false) -> Agreement? {
    var best: Agreement?
    walk(Agreement(restLeft: left, restRight: right)) { found in
      guard found.differences > 0 || orEqual else { return }
      if best.map({ $0.shared < found.shared }) ?? true { best = found }
    }
    return best
  }

  /// Words told in short: no difference by themselves.
  private static let shortForms = [
    ("社工", "社会工作"), ("未保", "未成年人保护"), ("疾控", "疾病预防控制"), ("城运", "城市运行"), ("城管", "城市管理"), ("人社", "人力资源和社会保障"),
    ("卫健", "卫生健康"), ("住建", "住房和城乡建设"), ("医保", "医疗保障"), ("退捕", "退捕禁捕"), ("公交", "公共交通"), ("公资", "公共资源"),
    ("政法", "政治法律"), ("妇幼", "妇女儿童"), ("文旅", "文化旅游"), ("文旅", "文化和旅游"), ("矛调", "矛盾纠纷调解"), ("综治", "社会治安综合治理"),
  ].map { (Mark.word($0), Mark.word($1)) }

  /// How long the two are that changed places, and how much stays between them: 纠纷调处, 调处纠纷; 科创, 创科; 赋权扩能, 扩权赋能.
  private static let swaps = [
    (2, 2, 0), (2, 3, 0), (3, 2, 0), (3, 3, 0), (2, 4, 0), (4, 2, 0), (1, 1, 0), (1, 1, 1),
  ]

  private func walk(_ start: Agreement, _ found: (Agreement) -> Void) {
    var state = start
    state.head = 0
    while let a = state.restLeft.last, let b = state.restRight.last, a == b {
      state.restLeft.removeLast()
      state.restRight.removeLast()
      state.shared += 1
      state.head += 1
    }
    found(state)
    guard state.differences < tolerance.differences, !state.restLeft.isEmpty, !state.restRight.isEmpty else {
      return
    }
    var next = state
    next.differences += 1
    for (first, second, between) in Self.swaps where !state.isSwapped {
      let count = first + between + second
      guard state.restLeft.count >= count, state.restRight.count >= count else { continue }
      // What ends one of them stands further in in the other: most are settled by that one character.
      let (endLeft, endRight) = (state.restLeft.endIndex, state.restRight.endIndex)
      guard right[endRight - 1] == left[endLeft - count + first - 1],
        left[endLeft - 1] == right[endRight - count + second - 1]
      else { continue }
      let a = state.restLeft.suffix(count)
      let b = state.restRight.suffix(count)
      guard a.prefix(first).elementsEqual(b.suffix(first)), a.suffix(second).elementsEqual(b.prefix(second)),
        a.dropFirst(first).prefix(between).elementsEqual(b.dropFirst(second).prefix(between)),
        first > 1 || !NamePairs.contrasts.contains(a[a.startIndex])
      else { continue }
      var swapped = next
      swapped.restLeft.removeLast(count)
      swapped.restRight.removeLast(count)
      swapped.shared += count
      swapped.isSwapped = true
      walk(swapped, found)
    }
    // 奖励 and 激励 share their last character: the word ends one further on than the difference.
    for behind in 0...1 {
      let before = 2 - behind
      guard state.head >= behind, state.restLeft.count >= before, state.restRight.count >= before,
        NearWords.areNear(
          left[state.restLeft.endIndex - before..<state.restLeft.endIndex + behind],
          right[state.restRight.endIndex - before..<state.restRight.endIndex + behind])
      else { continue }
      var replaced = next
      replaced.restLeft.removeLast(before)
      replaced.restRight.removeLast(before)
      walk(replaced, found)
    }
    for (short, long) in Self.shortForms where state.head > 0 {
      for (a, b) in [(short, long), (long, short)]
      where state.restLeft.ends(with: a) && state.restRight.ends(with: b) {
        var told = state
        told.restLeft.removeLast(a.count)
        told.restRight.removeLast(b.count)
        told.shared += long.count
        walk(told, found)
      }
    }
    for word in tolerance.light {
      if state.restLeft.count > word.count, state.restLeft.ends(with: word) {
        var shorter = next
        shorter.restLeft.removeLast(word.count)
        walk(shorter, found)
      }
      if state.restRight.count > word.count, state.restRight.ends(with: word) {
        var shorter = next
        shorter.restRight.removeLast(word.count)
        walk(shorter, found)
      }
    }
  }
}

extension ArraySlice<UInt16> {
  /// Whether a word stands at the end: its last character settles most.
  fileprivate func ends(with word: [UInt16]) -> Bool {
    guard count >= word.count else { return false }
    let start = endIndex - word.count
    return word.indices.reversed().allSatisfy { self[start + $0] == word[$0] }
  }
}
