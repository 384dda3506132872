import ReportModel

/// 平台名称的异写: the name of a platform with one character put by another of its sound or sense, with marks here and without them
/// there: “甲溪易办”, 甲溪e办.
struct PlatformSpellings {
  private let prose: CheckProse
  private let lookAlikes: LookAlikes

  init(_ prose: CheckProse, _ lookAlikes: LookAlikes) {
    self.prose = prose
    self.lookAlikes = lookAlikes
  }

  private struct Name {
    var units: [UInt16]
    var range: Range<Int>
    var count = 0
  }

  /// Each name of a platform with another spelling of it.
  func pairs(_ quotations: [Range<Int>], _ lexicon: Lexicon) -> [(usual: Range<Int>, rare: Range<Int>)] {
    var names = names(quotations)
    guard !names.isEmpty else { return [] }
    let heads = UnitSet(names.map { $0.units[0] })
    let seconds = UnitSet(names.map { $0.units[1] })
    var other: [Int: [Range<Int>]] = [:]
    for index in prose.units.indices.dropLast(3)
    where (heads.contains(prose.units[index]) || seconds.contains(prose.units[index + 1]))
      && prose.isRead(index)
    {
      for (number, name) in names.enumerated() {
        guard index + name.units.count <= prose.units.count else { continue }
        let range = index..<index + name.units.count
        guard let place = difference(name.units, at: index) else { continue }
        if place < 0 {
          names[number].count += 1
        } else if isSpelling(range, name, place, lexicon) {
          other[number, default: []].append(range)
        }
      }
    }
    return other.sorted { $0.key < $1.key }.compactMap { number, spellings in
      let name = names[number]
      guard min(name.count, spellings.count) < 3 else { return nil }
      return name.count >= spellings.count ? (name.range, spellings[0]) : (spellings[0], name.range)
    }
  }

  /// What stands in “” before 平台 or 小程序, or by itself between a mark and 平台.
  private func names(_ quotations: [Range<Int>]) -> [Name] {
    var known: Set<[UInt16]> = []
    var names: [Name] = []
    func add(_ range: Range<Int>) {
      let units = Array(prose.units[range])
      guard names.count < 40, units.allSatisfy({ Mark.isHan($0) || Mark.isLetter($0) }),
        known.insert(units).inserted
      else { return }
      names.append(Name(units: units, range: range))
    }
    for quotation in quotations where (5...10).contains(quotation.count) && isOfPlatform(quotation.upperBound)
    {
      add(quotation.lowerBound + 1..<quotation.upperBound - 1)
    }
    for index in prose.units.indices where prose.has(Self.platform, at: index) && prose.isRead(index) {
      var start = index
      while start > 0, Mark.isHan(prose.units[start - 1]), !prose.beginsParagraph(start), index - start < 7 {
        start -= 1
      }
      if (4...6).contains(index - start), !prose.isQuoted(index) { add(start..<index) }
    }
    return names
  }

  private func isOfPlatform(_ end: Int) -> Bool {
    prose.hasAny(
      Self.nouns,
      in: (end..<prose.units.count).prefix(6).prefix {
        Mark.isHan(prose.units[$0]) || Mark.isLetter(prose.units[$0])
      })
  }

  /// The one place in which a stretch differs from a name; -1 where it is the same, nil where it differs more.
  private func difference(_ name: [UInt16], at index: Int) -> Int? {
    var place = -1
    for offset in name.indices where prose.units[index + offset] != name[offset] {
      if place >= 0 { return nil }
      place = offset
    }
    return place
  }

  private func isSpelling(_ range: Range<Int>, _ name: Name, _ place: Int, _ lexicon: Lexicon) -> Bool {
    let (meant, stands) = (name.units[place], prose.units[range.lowerBound + place])
    guard !range.dropFirst().contains(where: prose.beginsParagraph), !name.range.overlaps(range),
      !areListed(name.range, range)
    else { return false }
    let isQuoted = prose.isQuoted(range.lowerBound) && range.lowerBound > 0
    let isWhole =
      isQuoted
      ? prose.units[range.lowerBound - 1] == Self.opening && range.upperBound < prose.units.count
        && prose.units[range.upperBound] == Self.closing
      : place > 0 || prose.hasAny(Self.nouns, at: range.upperBound)
    guard isWhole else { return false }
    if Self.letters.contains(where: { $0.contains(meant) && $0.contains(stands) && meant != stands }),
      Mark.isLetter(meant) || Mark.isLetter(stands)
    {
      return true
    }
    guard name.units.count > 3, Mark.isHan(meant), Mark.isHan(stands),
      lookAlikes.soundSame(meant, stands)
        || Self.near.contains(where: { $0.contains(meant) && $0.contains(stands) })
    else { return false }
    // 甲溪通班车: the character goes with the next one.
    return isQuoted || place + 1 < name.units.count || range.upperBound == prose.units.count
      || !Mark.isHan(prose.units[range.upperBound])
      || !lexicon.pair(stands, prose.units[range.upperBound]).isWord
  }

  /// “甲易办”、“甲e办”: told side by side they are two.
  private func areListed(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    let gap = min(left.upperBound, right.upperBound)..<max(left.lowerBound, right.lowerBound)
    return gap.count <= 8 && prose.units[gap].contains(where: Mark.listJoints.contains)
  }

  private static let platform = Mark.word("平台")
  private static let nouns = Mark.words("平台 系统 小程序 APP 应用 公众号 门户")
  private static let (opening, closing): (UInt16, UInt16) = (0x201C, 0x201D)
  /// A letter with the characters of its sound.
  private static let letters = [
    UnitSet("eE易一亿益"), UnitSet("iI爱艾"), UnitSet("vV微"), UnitSet("tT提"), UnitSet("dD滴"),
  ]
  /// Characters of like sense at the place of one another in such names.
  private static let near = [UnitSet("智慧"), UnitSet("办帮"), UnitSet("通达"), UnitSet("惠益"), UnitSet("便易捷")]
}
