/// 标题分行: a title broken by sense, its lines centred in the shape of a trapezoid or a diamond (GB/T 9704-2012, 7.3.1).
///
/// Words stay whole: known ones by a list, unknown stretches between them because nothing says where they end.
enum TitleLines {
  /// The lines of a title, none wider than `width` half-width characters unless one word is.
  static func broken(_ title: String, width: Int) -> [String] {
    let words = words(of: title)
    let widths = words.map(Self.width)
    let whole = widths.reduce(0, +)
    guard whole > width, words.count > 1 else { return [title] }
    for count in ((whole + width - 1) / width)...max(words.count, (whole + width - 1) / width) {
      if let ends = bestEnds(words, widths, lines: count, width: width) {
        var start = 0
        return ends.map { end in
          defer { start = end }
          return words[start..<end].joined()
        }
      }
      guard count < 6 else { break }
    }
    return [title]
  }

  /// Where each line ends, as numbers of words; nil if no choice fits the width.
  ///
  /// The cost of a line is how far it is from the mean; shapes that the standard does not know cost more.
  private static func bestEnds(_ words: [String], _ widths: [Int], lines: Int, width: Int) -> [Int]? {
    guard lines <= words.count else { return nil }
    let mean = widths.reduce(0, +) / lines
    var best: (cost: Int, ends: [Int])?
    func choose(_ ends: [Int], _ lengths: [Int], _ cost: Int) {
      let start = ends.last ?? 0
      if let best, cost >= best.cost { return }
      let isLast = lengths.count == lines - 1
      var length = 0
      for end in (start + 1)...words.count {
        length += widths[end - 1]
        guard length <= width else { return }
        if isLast ? end < words.count : words.count - end < lines - lengths.count - 1 { continue }
        if !isLast, !mayBreak(words[end - 1], words[end]) { continue }
        let own = cost + (length - mean) * (length - mean)
        let all = lengths + [length]
        guard isLast else {
          choose(ends + [end], all, own)
          continue
        }
        let total = own + shapeCost(all)
        if total < best?.cost ?? Int.max { best = (total, ends + [end]) }
      }
    }
    choose([], [], 0)
    return best?.ends
  }

  /// A waist is an hourglass, equal lines a rectangle: the standard's forms are trapezoid and diamond.
  private static func shapeCost(_ lengths: [Int]) -> Int {
    var cost = 0
    for index in lengths.indices.dropFirst() where lengths[index] == lengths[index - 1] { cost += 30 }
    for index in lengths.indices.dropFirst().dropLast() {
      if lengths[index] < lengths[index - 1], lengths[index] < lengths[index + 1] { cost += 400 }
    }
    return cost
  }

  private static func mayBreak(_ left: String, _ right: String) -> Bool {
    !neverFirst.contains(right) && !neverLast.contains(left)
  }

  private static let neverFirst: Set<String> = ["的", "、", "》", "”", "\u{FF09}", ")", "\u{FF0C}", "\u{FF1A}"]
  private static let neverLast: Set<String> = ["关于", "和", "与", "及", "暨", "《", "“", "\u{FF08}", "("]

  /// The words of a title.
  static func words(of title: String) -> [String] {
    var words: [String] = []
    var unknown = ""
    var rest = title[...]
    func end() {
      if !unknown.isEmpty { words.append(unknown) }
      unknown = ""
    }
    while let first = rest.first {
      if first.isASCII, first != "(", first != ")" {
        // Digits and letters stay with what they count: 2021年, 5G.
        let run = rest.prefix { $0.isASCII && $0 != "(" && $0 != ")" }
        end()
        unknown = String(run)
        rest = rest.dropFirst(run.count)
        if let unit = rest.first, "年月日届次第号个项".contains(unit) {
          unknown.append(unit)
          rest = rest.dropFirst()
          let more = rest.prefix { $0 == "度" }
          unknown += more
          rest = rest.dropFirst(more.count)
          end()
        }
        continue
      }
      if let word = known.first(where: { rest.hasPrefix($0) }) {
        end()
        words.append(word)
        rest = rest.dropFirst(word.count)
        continue
      }
      unknown.append(first)
      rest = rest.dropFirst()
      // A place's name ends with its kind.
      if "省市区县州旗镇乡".contains(first), unknown.count > 1 { end() }
    }
    end()
    return words
  }

  /// Words of such titles, longest first; marks count as words.
  private static let known: [String] = [
    "经济技术开发区", "高新技术开发区", "全面深化改革", "工作总结报告", "工作情况报告", "完成情况报告", "贯彻落实情况", "深化改革", "开发区", "高新区",
    "示范区", "委员会", "领导小组", "办公室", "工作总结", "总结报告", "工作报告", "情况报告", "情况汇报", "工作情况", "完成情况", "落实情况", "重点改革",
    "改革任务", "改革工作", "改革事项", "工作要点", "实施方案", "责任落实", "体制机制", "区委", "县委", "市委", "省委", "党委", "党工委", "政府", "管委会",
    "关于", "年度", "重点", "改革", "任务", "工作", "总结", "报告", "情况", "推进", "落实", "完成", "进展", "有关", "以来", "上半年", "全面",
    "深化",
    "的", "和", "与", "及", "暨", "、", "《", "》", "“", "”", "(", ")", "\u{FF08}", "\u{FF09}", "\u{FF0C}",
    "\u{FF1A}",
  ].sorted { $0.count > $1.count }

  /// A width in half-width characters.
  static func width(_ text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 1 : 2) } }
}
