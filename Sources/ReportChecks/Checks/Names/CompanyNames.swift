import ReportModel

/// 公司、园区名称: a company or a park whose short name stands once in another form: 临江开发集团, 临江发展集团; 金禾公司, 金和公司.
///
/// Such names are too short to be compared by what they share: what tells them is a stem that is no word, or stands behind a level of
/// government, and that the other form stands often while this one stands once and is not set up there.
struct CompanyNames {
  private let prose: CheckProse
  private let lexicon: Lexicon

  init(_ prose: CheckProse, _ lexicon: Lexicon) { (self.prose, self.lexicon) = (prose, lexicon) }

  private struct Name {
    /// Four characters: a stem of two, and what the company does; these two alone behind a level of government.
    var letters: [UInt16]
    /// The level of government before it, where the stem is a word.
    var level: UInt16
    var head: Int
    var places: [Range<Int>]
  }

  /// Each name that stands once with the usual one.
  func pairs() -> [(usual: Range<Int>, rare: Range<Int>)] {
    guard !lexicon.isEmpty else { return [] }
    let names = find()
    return names.compactMap { rare in
      guard rare.places.count == 1, case let place = rare.places[0], !isIntroduced(place) else { return nil }
      let usual = names.filter {
        $0.places.count > 3 - rare.letters.count / 2 && $0.head == rare.head && $0.level == rare.level
          && isSame($0.letters, rare.letters)
      }
      guard usual.count == 1, !usual[0].places.contains(where: { areTwo($0, place) }) else { return nil }
      return (usual[0].places[0], place)
    }
  }

  /// One stem and two words of like meaning, or one word and two stems that sound or look alike.
  private func isSame(_ left: [UInt16], _ right: [UInt16]) -> Bool {
    guard left.count == right.count, left != right else { return false }
    let (stem, other) = (left.prefix(2), right.prefix(2))
    let (word, second) = (left.suffix(2), right.suffix(2))
    let areNear = NearWords.rowsInUnits(word).contains { NearWords.rowsInUnits(second).contains($0) }
    if left.count == 2 { return areNear }
    if stem.elementsEqual(other) { return areNear || word.contains(where: second.contains) }
    return word.elementsEqual(second) && lexicon.lookAlikes.isSlip(Array(other), of: Array(stem))
  }

  private func find() -> [Name] {
    let units = prose.units
    var names: [Name] = []
    for index in units.indices.dropFirst(3) where Self.heads.contains(units[index]) && prose.isRead(index) {
      guard let head = Self.words.firstIndex(where: { prose.has($0, at: index) }), !prose.isTitle(index),
        let (letters, level) = letters(before: index)
      else { continue }
      let range = index - letters.count - (level == 0 ? 0 : 1)..<index + Self.words[head].count
      if let known = names.firstIndex(where: { $0.letters == letters && $0.head == head && $0.level == level }
      ) {
        names[known].places.append(range)
      } else {
        names.append(Name(letters: letters, level: level, head: head, places: [range]))
      }
    }
    return names
  }

  /// What tells a company, right before its last word, with the level of government before that.
  private func letters(before index: Int) -> ([UInt16], UInt16)? {
    let units = prose.units
    // 市水务集团.
    if Mark.levels.contains(units[index - 3]), index == 3 || !Self.beforeLevels.contains(units[index - 4]),
      isPlain(index - 2..<index)
    {
      return (Array(units[index - 2..<index]), units[index - 3])
    }
    let start = index - 4
    guard start >= 0, isPlain(start..<index), !units[start..<start + 2].contains(where: Mark.levels.contains)
    else {
      return nil
    }
    let isLevelled = start > 0 && Mark.levels.contains(units[start - 1])
    if !isLevelled {
      let (stem, word) = (
        lexicon.pair(units[start], units[start + 1]), lexicon.pair(units[start + 2], units[start + 3])
      )
      guard !stem.isWord || stem.bits > Self.common, !Self.beforeHeads.contains(units[start + 3]),
        word.isWord || Self.doings.contains(units[start + 3])
          || !NearWords.rowsInUnits(units[start + 2..<index]).isEmpty
      else { return nil }
    }
    return (Array(units[start..<index]), isLevelled ? units[start - 1] : 0)
  }

  private func isPlain(_ range: Range<Int>) -> Bool {
    range.allSatisfy { Mark.isHan(prose.units[$0]) && !Self.breaks.contains(prose.units[$0]) }
      && !range.dropFirst().contains(where: prose.beginsParagraph)
  }

  private func areTwo(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    prose.sentence(around: left).contains(right.lowerBound)
  }

  /// 成立…公司, …公司更名: it is one by itself.
  private func isIntroduced(_ name: Range<Int>) -> Bool {
    prose.hasAny(Self.introducing, in: prose.clause(around: name))
  }

  private static let words = Mark.words("集团 公司 有限 园 合作社 小镇")
  private static let heads = UnitSet(words.map { $0[0] })
  private static let breaks = UnitSet("的了在由将把被让给及并该其此各我等于是向从每个项次支家和与或对为以")
  /// What the second character of 城投, 粮贸 and other short words for what a company does may be.
  private static let doings = UnitSet("投建发旅贸运科开创")
  /// 公园, 幼儿园, 家园: no parks where companies settle.
  private static let beforeHeads = UnitSet("公儿校家乐田花果茶菜游陵林学")
  /// 和平, 建设 and the like are words rather than names.
  private static let common = 15
  /// 园区, 社区, 开发区: no level of government.
  private static let beforeLevels = UnitSet("社园片辖新发山景灾库牧林矿城都门超")
  private static let introducing = Mark.words(
    "成立 设立 组建 新建 挂牌 揭牌 更名 改为 改组 整合 合并 新设 转为 下属 子公司 控股 旗下 参股 落户 引进 签约")
}
