import ReportModel

/// 引号里的名称: names in “” that differ as those of one thing do: two words changed places, a letter more or less.
struct QuotedNames {
  private let prose: CheckProse

  init(_ prose: CheckProse) { self.prose = prose }

  /// Each name that is called an 工程 here and an 行动 there.
  func headPairs(_ quotations: [Range<Int>]) -> [(usual: Range<Int>, rare: Range<Int>)] {
    var uses: [ArraySlice<UInt16>: [(head: Int, range: Range<Int>, count: Int)]] = [:]
    for quotation in quotations where quotation.count >= 6 {
      guard let head = Self.kinds.firstIndex(where: { prose.has($0, at: quotation.upperBound) }) else {
        continue
      }
      let name = prose.units[quotation]
      if let known = uses[name]?.firstIndex(where: { $0.head == head }) {
        uses[name]?[known].count += 1
      } else {
        uses[name, default: []].append(
          (head, quotation.lowerBound..<quotation.upperBound + Self.kinds[head].count, 1))
      }
    }
    return uses.values.filter { $0.count == 2 && min($0[0].count, $0[1].count) < 3 }
      .sorted { $0[0].range.lowerBound < $1[0].range.lowerBound }
      .map { $0[0].count >= $0[1].count ? ($0[0].range, $0[1].range) : ($0[1].range, $0[0].range) }
  }

  private static let kinds = ["工程", "行动", "计划", "活动"].map(Mark.word)

  /// Each rarer name with the more usual one, from the quotations of a text.
  func pairs(_ quotations: [Range<Int>]) -> [(usual: Range<Int>, rare: Range<Int>)] {
    var names: [(range: Range<Int>, core: Range<Int>, count: Int)] = []
    var known: [ArraySlice<UInt16>: Int] = [:]
    for quotation in quotations where (5...16).contains(quotation.count) {
      let core = core(quotation.lowerBound + 1..<quotation.upperBound - 1)
      if let number = known[prose.units[core]] {
        names[number].count += 1
      } else {
        known[prose.units[core]] = names.count
        names.append((quotation, core, 1))
      }
    }
    var pairs: [(usual: Range<Int>, rare: Range<Int>)] = []
    for (number, name) in names.enumerated() {
      guard
        let near = names[max(0, number - 80)..<number].first(where: { isSame($0.core, name.core) })
      else { continue }
      pairs.append(near.count >= name.count ? (near.range, name.range) : (name.range, near.range))
    }
    return pairs
  }

  /// A name without the word for what it is: “整县光伏推进工程”.
  private func core(_ range: Range<Int>) -> Range<Int> {
    guard
      let head = Self.heads.first(where: {
        range.count > $0.count + 2 && prose.hasAny([$0], before: range.upperBound)
      })
    else { return range }
    return range.lowerBound..<range.upperBound - head.count
  }

  private func isSame(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    let (a, b) = (prose.units[left], prose.units[right])
    if isSpelledWithLetter(a, b) || left.count >= 4 && hasSwappedCharacters(a, b) { return true }
    guard left.count >= 5, abs(left.count - right.count) <= 2,
      let found = NameAlignment(a, b, .init(light: [], differences: 1)).agreement()
    else { return false }
    return found.restLeft.isEmpty && found.restRight.isEmpty
      && (found.isSwapped ? found.head >= 1 || found.shared >= 6 : found.shared >= 5)
  }

  /// “数智赋能” and “智数赋能”: two neighbours changed places.
  private func hasSwappedCharacters(_ left: ArraySlice<UInt16>, _ right: ArraySlice<UInt16>) -> Bool {
    guard left.count == right.count else { return false }
    let places = zip(zip(left, right), 0...).filter { pair, _ in pair.0 != pair.1 }
    guard places.count == 2, places[0].1 + 1 == places[1].1, !Self.persons.contains(places[0].0.0),
      !Self.persons.contains(places[0].0.1)
    else { return false }
    return places[0].0.0 == places[1].0.1 && places[0].0.1 == places[1].0.0
  }

  /// “惠企通” and “惠企E通”: the same but for letters.
  private func isSpelledWithLetter(_ left: ArraySlice<UInt16>, _ right: ArraySlice<UInt16>) -> Bool {
    guard left.count != right.count, abs(left.count - right.count) <= 2 else { return false }
    let (a, b) = (left.filter(Mark.isHan), right.filter(Mark.isHan))
    return a.count >= 3 && a == b && (left + right).allSatisfy { Mark.isHan($0) || Mark.isLetter($0) }
  }

  /// “要我发展” turned into “我要发展” is meant.
  private static let persons = UnitSet("我你他谁")
  private static let heads = ["专项行动", "工程", "行动", "机制", "平台", "改革", "计划", "模式", "试点", "系统"].map(Mark.word)
}
