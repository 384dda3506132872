import ReportModel

/// 姓名用字: one person's name with one character put by another of its sound or shape, told by the office before or behind it.
struct PersonSpellings {
  /// A name with its office.
  struct Mention {
    var name: Range<Int>
    /// The name and the office that it was told by.
    var range: Range<Int>
    /// The offices that stand with it, by kind; empty where 同志 fits any.
    fileprivate var offices: Set<Int>
  }

  private let prose: CheckProse
  private let lexicon: Lexicon

  init(_ prose: CheckProse, _ lexicon: Lexicon) {
    self.prose = prose
    self.lexicon = lexicon
  }

  /// Each later spelling with the earlier one.
  func pairs() -> [(earlier: Mention, later: Mention)] {
    let mentions = mentions()
    var buckets: [UInt32: [Int]] = [:]
    var found: [(Mention, Mention)] = []
    for (number, mention) in mentions.enumerated() {
      let units = prose.units[mention.name]
      let first = units.startIndex
      // Two of the three characters agree.
      let keys = [
        UInt32(units[first]) << 16 | UInt32(units[first + 1]),
        UInt32(units[first + 1]) << 16 | UInt32(units[first + 2]) | 1 << 31,
        UInt32(units[first]) << 16 | UInt32(units[first + 2]) &+ 0x5000_0000,
        // Or the two of the given name changed places.
        UInt32(units[first]) << 16 | UInt32(units[first + 1] ^ units[first + 2]) &+ 0x2800_0000,
      ]
      let near = keys.lazy.flatMap { buckets[$0] ?? [] }.map { mentions[$0] }
        .first { isOnePerson($0, mention) }
      if let near { found.append((near, mention)) }
      for key in keys where buckets[key]?.count ?? 0 < 40 { buckets[key, default: []].append(number) }
    }
    return found + longPairs()
  }

  // MARK: Names of the minorities

  /// 副区长阿不都热合曼·买买提, 副区长阿不都热合满·买买提; …组长呼和巴特尔同志, 组长呼和巴图同志: names of four characters and more.
  private func longPairs() -> [(earlier: Mention, later: Mention)] {
    var told: [Mention] = []
    Self.table.scan(prose.units) { number, office in
      guard number < Self.titles.count, prose.isRead(office.lowerBound) else { return }
      let start = office.upperBound
      var end = start
      while end < prose.units.count, end - start < 12, !prose.beginsParagraph(end),
        Mark.isHan(prose.units[end]) || prose.units[end] == Self.point, !prose.has(Self.comrade, at: end)
      {
        end += 1
      }
      guard end - start > 3, !Mark.familyNames.contains(prose.units[start]), isUnknown(start) else { return }
      told.append(
        Mention(
          name: start..<end, range: office.lowerBound..<end,
          offices: offices(before: office, kind(number, office))))
    }
    return told.indices.compactMap { later in
      told[..<later].first { areOne($0, told[later]) }.map { ($0, told[later]) }
    }
  }

  /// Three characters none of which makes a common word with the next.
  private func isUnknown(_ start: Int) -> Bool {
    (start..<start + 2).map { lexicon.pair(prose.units[$0], prose.units[$0 + 1]) }
      .allSatisfy { !$0.isWord || $0.bits > 16 }
  }

  private func areOne(_ left: Mention, _ right: Mention) -> Bool {
    let (a, b) = (prose.units[left.name], prose.units[right.name])
    let head = zip(a, b).prefix { $0 == $1 }.count
    guard head >= 3, head < min(a.count, b.count) || a.count != b.count,
      !prose.sentence(around: left.name).contains(right.name.lowerBound)
    else { return false }
    let behind = [left, right].map { prose.has(Self.comrade, at: $0.name.upperBound) }
    if behind == [true, true] {
      return [(left, right), (right, left)].contains { one, other in
        let office = other.range.lowerBound..<other.name.lowerBound
        return prose.first(Array(prose.units[office]), in: prose.sentence(around: one.name)) != nil
      }
    }
    // 热合曼·, 热合满·: and the same again behind it.
    guard head + 1 < min(a.count, b.count), !left.offices.isDisjoint(with: right.offices) else {
      return false
    }
    let (one, other) = (a[a.startIndex + head], b[b.startIndex + head])
    return a[a.startIndex + head + 1] == b[b.startIndex + head + 1] && lexicon.lookAlikes.areAlike(one, other)
  }

  private static let comrade = Mark.word("同志")
  private static let point: UInt16 = 0xB7

  // MARK: Finding

  private func mentions() -> [Mention] {
    var mentions: [Mention] = []
    Self.table.scan(prose.units) { number, office in
      guard prose.isRead(office.lowerBound) else { return }
      let kind = kind(number, office)
      let end = office.upperBound + 3
      if number < Self.titles.count, end <= prose.units.count, ends(end), isName(office.upperBound..<end) {
        mentions.append(
          Mention(
            name: office.upperBound..<end, range: office.lowerBound..<end,
            offices: offices(before: office, kind)))
      }
      // 田晓勇副区长.
      let title = kind.isMultiple(of: 2) ? office.lowerBound : office.lowerBound - 1
      let start = title - 3
      if start >= 0, leads(start), isName(start..<title) {
        mentions.append(
          Mention(
            name: start..<title, range: start..<office.upperBound,
            offices: number < Self.titles.count ? [kind] : []))
      }
    }
    // 由陈启铭继续牵头, 祁望书工作室: without the office.
    for index in prose.units.indices.dropLast(5) where prose.isRead(index) {
      let name = index + 1..<index + 4
      if prose.units[index] == Self.by && prose.hasAny(Self.charged, at: name.upperBound)
        || prose.has(Self.studio, at: name.upperBound) && leads(index + 1),
        Mark.familyNames.contains(prose.units[name.lowerBound]), isName(name)
      {
        mentions.append(Mention(name: name, range: name, offices: []))
      }
    }
    return mentions
  }

  /// 由某局局长闻叔衡担任 of 组长1名, and then 专班组长贺岱青: two for one post, each with the other's name.
  func rivals() -> [(earlier: Range<Int>, later: Range<Int>)] {
    var heads: [Range<Int>] = []
    var rivals: [(earlier: Range<Int>, later: Range<Int>)] = []
    for index in prose.units.indices.dropFirst(6) {
      if prose.beginsParagraph(index) { heads = [] }
      guard prose.units[index] == Self.group, prose.has(Self.head, at: index), prose.isRead(index) else {
        continue
      }
      if prose.hasAny(Self.becoming, before: index),
        case let end = index - (prose.units[index - 2] == Self.bear ? 2 : 1),
        isName(end - 3..<end), Mark.familyNames.contains(prose.units[end - 3])
      {
        heads.append(end - 3..<end)
      } else if prose.hasAny(Self.setting, before: index),
        case let sentence = prose.sentence(around: index..<index + 1),
        let bear = prose.first(Self.bearing, in: index..<sentence.upperBound), isName(bear - 3..<bear),
        Mark.familyNames.contains(prose.units[bear - 3])
      {
        heads.append(bear - 3..<bear)
      } else if prose.hasAny(Self.groups, before: index), heads.count == 1, index + 5 <= prose.units.count,
        case let name = index + 2..<index + 5, Mark.familyNames.contains(prose.units[name.lowerBound]),
        isName(name), follows(name.upperBound) || Self.often.contains(prose.units[name.upperBound]),
        zip(heads[0], name).count(where: { prose.units[$0] != prose.units[$1] }) > 1,
        !prose.sentence(around: heads[0]).contains(name.lowerBound)
      {
        rivals.append((heads[0], name))
      }
    }
    return rivals
  }

  private static let (group, bear) = (Mark.word("组")[0], Mark.word("担")[0])
  private static let (head, bearing, studio) = (Mark.word("组长"), Mark.word("担任"), Mark.word("工作室"))
  private static let becoming = Mark.words("任 担任 为")
  private static let often = UnitSet("两先三多")
  private static let setting = Mark.words("设 设立 设总")
  private static let groups = Mark.words("专班 小组 攻坚组 工作组 推进组 领导组 改革组 组")

  private static let by = Mark.word("由")[0]
  private static let charged = Mark.words("牵头 继续牵头 总牵头 负责 继续负责 具体负责 担任 继续担任 主抓 包抓 领衔 挂帅")

  /// 副主任 is another office than 主任.
  private func kind(_ number: Int, _ office: Range<Int>) -> Int {
    2 * number + (office.lowerBound > 0 && prose.units[office.lowerBound - 1] == Self.vice ? 1 : 0)
  }

  /// 旗委书记、旗委深改委主任: all that stand in a row before the name.
  private func offices(before office: Range<Int>, _ kind: Int) -> Set<Int> {
    var kinds: Set<Int> = [kind]
    let clause = prose.clause(around: office)
    for index in max(clause.lowerBound, office.lowerBound - 24)..<office.lowerBound {
      for (number, title) in Self.titles.enumerated() where prose.has(title, at: index) {
        let end = index + title.count
        if end < prose.units.count, prose.units[end] == Mark.pause {
          kinds.insert(self.kind(number, index..<end))
        }
      }
    }
    return kinds
  }

  /// 次仁旺堆: names of the minorities may have a character more.
  private func ends(_ end: Int) -> Bool {
    follows(end) || !Mark.familyNames.contains(prose.units[end - 3]) && follows(end + 1)
  }

  /// Whether a name may end there: no character that goes on with it.
  private func follows(_ end: Int) -> Bool {
    end >= prose.units.count || !Mark.isHan(prose.units[end]) || Self.followers.contains(prose.units[end])
  }

  private func leads(_ start: Int) -> Bool {
    start == 0 || prose.beginsParagraph(start) || !Mark.isHan(prose.units[start - 1])
      || Self.leaders.contains(prose.units[start - 1])
  }

  /// Three characters that are no words: behind a family name the given one may be a word.
  private func isName(_ range: Range<Int>) -> Bool {
    let (a, b, c) = (
      prose.units[range.lowerBound], prose.units[range.lowerBound + 1], prose.units[range.lowerBound + 2]
    )
    guard range.allSatisfy({ Mark.isHan(prose.units[$0]) && !Self.never.contains(prose.units[$0]) }),
      !range.dropFirst().contains(where: prose.beginsParagraph), !lexicon.pair(a, b).isWord
    else { return false }
    return Mark.familyNames.contains(a) || !lexicon.pair(b, c).isWord
  }

  // MARK: Comparing

  private func isOnePerson(_ left: Mention, _ right: Mention) -> Bool {
    let differing = zip(left.name, right.name).filter { prose.units[$0] != prose.units[$1] }
    if differing.count == 2, prose.units[left.name.lowerBound] == prose.units[right.name.lowerBound] {
      return Mark.familyNames.contains(prose.units[left.name.lowerBound])
        && prose.units[left.name].suffix(2).reversed().elementsEqual(prose.units[right.name].suffix(2))
        && !left.offices.isDisjoint(with: right.offices)
        && !prose.sentence(around: left.name).contains(right.name.lowerBound)
    }
    guard differing.count == 1, let (a, b) = differing.first,
      left.offices.isEmpty || right.offices.isEmpty || !left.offices.isDisjoint(with: right.offices),
      !prose.sentence(around: left.name).contains(right.name.lowerBound)
    else { return false }
    return lexicon.lookAlikes.areAlike(prose.units[a], prose.units[b])
  }

  fileprivate static let titles = Mark.words(
    "书记 主任 区长 县长 市长 旗长 州长 盟长 镇长 乡长 局长 部长 组长 处长 科长 院长 校长 园长 站长 所长 队长 会长 主席 董事长 经理 常委 秘书长 专员 行长 厂长 馆长 理事长 教授 法官 检察官 支书 律师 医师"
  )
  private static let table = PhraseTable(
    titles.map { String(decoding: $0, as: UTF16.self) } + ["同志", "先生", "女士", "老师"])
  private static let vice = Mark.word("副")[0]
  /// What a name is followed by.
  private static let followers = UnitSet(
    "主每带到听牵专多亲同领率出参作指强要批对在赴就深召为组现调督讲代于与和及等分也均先介说陪检研部署走签提宣围了将担任负逐负表汇回接来前一还又曾兼全共认负向从则推抓落做讲通传点总发安协统审观慰致颁")
  /// What stands before a name.
  private static let leaders = UnitSet("由与和及向对请经随是任叫给受为让陪在上")
  /// What no name holds.
  private static let never = UnitSet("的了在对与及等将被把由从副长委区县市乡镇村各其该本全每")
}
