import ReportModel

/// Pairs of names that are nearly the same.
struct NamePairs {
  private let prose: CheckProse

  init(_ prose: CheckProse) { self.prose = prose }

  /// Names that differ in one character, or by up to `gap` characters more; each name with the first one it is near to.
  ///
  /// Names are compared within buckets of equal heads or equal tails, so that the cost stays linear in practice.
  func differing(_ names: [Range<Int>], least: Int, gap: Int) -> [(Range<Int>, Range<Int>)] {
    var heads: [ArraySlice<UInt16>: [Int]] = [:]
    var tails: [ArraySlice<UInt16>: [Int]] = [:]
    var pairs: [(Range<Int>, Range<Int>)] = []
    for (number, name) in names.enumerated() where name.count >= least {
      let half = (name.count - 2) / 2 - 1
      let head = prose.units[name.lowerBound..<name.lowerBound + max(3, min(half, 4))]
      let tail = prose.units[name.upperBound - max(3, min(half, 4))..<name.upperBound]
      let candidates = (heads[head] ?? []) + (tails[tail] ?? [])
      let isKnown = candidates.contains { prose.units[names[$0]].elementsEqual(prose.units[name]) }
      if !isKnown,
        let near = candidates.first(where: {
          isNear(names[$0], name, gap: gap)
            || gap > 0
              && (isReworded(names[$0], name) || isCitedOtherwise(names[$0], name)
                || isCitedReworded(names[$0], name))
        })
      {
        pairs.append((names[near], name))
      }
      if !isKnown, heads[head]?.count ?? 0 < 40 {
        heads[head, default: []].append(number)
        tails[tail, default: []].append(number)
      }
    }
    return pairs
  }

  private func isNear(_ left: Range<Int>, _ right: Range<Int>, gap: Int) -> Bool {
    let units = prose.units
    guard abs(left.count - right.count) <= gap else { return false }
    var head = 0
    while head < min(left.count, right.count), units[left.lowerBound + head] == units[right.lowerBound + head]
    {
      head += 1
    }
    var tail = 0
    while tail < min(left.count, right.count) - head,
      units[left.upperBound - 1 - tail] == units[right.upperBound - 1 - tail]
    {
      tail += 1
    }
    let (more, less) = (left.count - head - tail, right.count - head - tail)
    guard max(more, less) == 1 else { return false }
    let changed =
      units[left.lowerBound + head..<left.upperBound - tail]
      + units[right.lowerBound + head..<right.upperBound - tail]
    return changed.allSatisfy { Mark.isHan($0) && !Self.contrasts.contains($0) }
  }

  /// Titles that differ in a word of like meaning, or in the sequence of two words; not side by side.
  private func isReworded(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    let (a, b) = (prose.units[left], prose.units[right])
    // They begin alike, for what is laid side by side from the end ends with four characters or more.
    guard a.prefix(4).elementsEqual(b.prefix(4)), !isListed(left, right), abs(left.count - right.count) <= 4,
      let found = NameAlignment(
        a, b, .init(light: NearWords.lightInTitles, differences: 1)
      ).agreement()
    else { return false }
    return found.restLeft.isEmpty && found.restRight.isEmpty && found.shared >= 10 && found.head >= 4
  }

  /// 印发《…管理办法》, then 按照《…实施办法》的规定: rules of one subject, cited in a later sentence under another kind of rules.
  private func isCitedOtherwise(_ issued: Range<Int>, _ cited: Range<Int>) -> Bool {
    guard prose.hasAny(Self.citing, before: cited.lowerBound),
      !prose.hasAny(Self.citing, before: issued.lowerBound), issued.lowerBound < cited.lowerBound,
      prose.hasAny(Self.issuing, in: (0..<issued.lowerBound).suffix(6)),
      !prose.sentence(around: issued).contains(cited.lowerBound)
    else { return false }
    let (a, b) = (subject(of: issued), subject(of: cited))
    return a.count >= 8 && a.count < issued.count - 3 && b.count < cited.count - 3
      && prose.units[a].elementsEqual(prose.units[b])
  }

  /// 审定《…发展规划》, then 按照《…提升规划》: cited in a later sentence with another of the words that say what is done.
  private func isCitedReworded(_ told: Range<Int>, _ cited: Range<Int>) -> Bool {
    let (a, b) = (prose.units[told], prose.units[cited])
    let head = zip(a, b).prefix { $0 == $1 }.count
    guard a.count == b.count, head >= 8, head + 2 < a.count,
      a.dropFirst(head + 2).elementsEqual(b.dropFirst(head + 2)),
      [a, b].allSatisfy({ Self.generalDoing.contains(Array($0.dropFirst(head).prefix(2))) })
    else { return false }
    return told.lowerBound < cited.lowerBound && prose.hasAny(Self.citing, before: cited.lowerBound)
      && !prose.hasAny(Self.citing, before: told.lowerBound)
      && !prose.sentence(around: told).contains(cited.lowerBound)
  }

  private static let generalDoing = Set(
    Mark.words("发展 提升 建设 振兴 推进 促进 培育 攻坚 转型 保障 实施 改革 优化 提质 升级"))

  /// A title without 管理办法, 实施办法(试行) at its end.
  private func subject(of title: Range<Int>) -> Range<Int> {
    var end = title.upperBound - 1
    for words in [Self.trials, Self.rules, Self.doing] {
      let word = words.first { title.count > $0.count + 1 && prose.hasAny([$0], before: end) }
      end -= word?.count ?? 0
    }
    return title.lowerBound..<end
  }

  /// 资金使用管理办法, 资金监督管理办法: what is done with the thing.
  private static let doing = Mark.words("使用 监督 监管 运行 运营 规范")
  private static let trials = Mark.words("(试行) (暂行) (修订)")
  private static let citing = Mark.words("按照 根据 依据 落实 执行 遵照 对照 依照 严格执行")
  private static let issuing = Mark.words("印发 出台 制定 发布 下发 修订")
  private static let rules = Mark.words("管理暂行办法 管理实施办法 管理办法 实施办法 暂行办法 试行办法 办法")

  /// 《A》《B》 or 《A》和《B》: two documents named side by side.
  private func isListed(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    let gap = left.upperBound..<max(left.upperBound, right.lowerBound)
    return gap.count < 3 && prose.units[gap].allSatisfy { Mark.listJoints.contains($0) }
  }

  /// Meetings that share a long head and their ending, one of them with something more in between.
  func shortened(_ names: [Range<Int>]) -> [(Range<Int>, Range<Int>)] {
    var pairs: [(Range<Int>, Range<Int>)] = []
    for (number, name) in names.enumerated() {
      let near = names[..<number].first { earlier in
        guard !prose.units[earlier].elementsEqual(prose.units[name]) else { return false }
        if isOtherKind(earlier, name) || isReferredBack(earlier, name) { return true }
        guard
          prose.units[earlier.upperBound - 3..<earlier.upperBound].elementsEqual(
            prose.units[name.upperBound - 3..<name.upperBound])
        else { return false }
        var head = 0
        while head < min(earlier.count, name.count) - 3,
          prose.units[earlier.lowerBound + head] == prose.units[name.lowerBound + head]
        {
          head += 1
        }
        return head >= 8 && head + 3 >= min(earlier.count, name.count)
      }
      if let near { pairs.append((near, name)) }
    }
    return pairs
  }

  /// 召开全区优化营商环境大会, and then 全区优化投资环境大会之后: one word of two characters differs, and the later one is told of as known.
  private func isReferredBack(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    let (a, b) = (prose.units[left], prose.units[right])
    let differing = zip(a, b).enumerated().filter { $1.0 != $1.1 }.map(\.offset)
    guard a.count == b.count, (1...2).contains(differing.count), let first = differing.first,
      let last = differing.last,
      last - first < 2, first >= 4, a.count - last > 4,
      prose.hasAny(Self.behindMeeting, at: right.upperBound),
      !(left.upperBound..<right.lowerBound).contains(where: prose.beginsParagraph)
    else { return false }
    return true
  }

  private static let behindMeeting = Mark.words("之后 召开后 召开以来 以来 结束后 后，")

  /// …现场推进会, …现场会: one matter, and one of the two says more of what kind of meeting it was.
  private func isOtherKind(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    let (a, b) = (MeetingNames.kinds(left, prose), MeetingNames.kinds(right, prose))
    return a.matter.count >= 6 && prose.units[a.matter].elementsEqual(prose.units[b.matter])
      && (a.kinds.isStrictSubset(of: b.kinds) || b.kinds.isStrictSubset(of: a.kinds)
        || a.kinds != b.kinds && day(before: left) != nil && day(before: left) == day(before: right))
  }

  /// 9月12日 right before a meeting, in a clause of its own or as 9月12日召开的.
  private func day(before meeting: Range<Int>) -> ArraySlice<UInt16>? {
    let lead = max(prose.sentence(around: meeting).lowerBound, meeting.lowerBound - 16)..<meeting.lowerBound
    guard let end = lead.last(where: { prose.units[$0] == Self.dayWord }) else { return nil }
    let date = prose.units[lead.lowerBound..<end].reversed().prefix { Mark.isDigit($0) || $0 == Self.month }
    return date.count > 2 && date.contains(Self.month) ? prose.units[end - date.count..<end] : nil
  }

  private static let (month, dayWord) = (Mark.word("月")[0], Mark.word("日")[0])

  /// Characters that make two things of two names.
  static let contrasts = UnitSet(
    "〇零一二三四五六七八九十百千万亿两0123456789先后前上下左右东西南北中内外大小多少新旧老省市区县乡镇村街国家年月日季甲乙丙丁男女正副总分主次进出升降增减开关公私企党政民")
}
