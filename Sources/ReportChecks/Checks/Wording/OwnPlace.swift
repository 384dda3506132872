import ReportModel

/// 本地: the place that a text reports on.
struct OwnPlace {
  private var names: [String]
  private let text: String
  private let usual: (name: [UInt16], count: Int)?

  /// Nil where nothing says whose report it is.
  init?(_ input: CheckInput, _ draft: Draft, _ prose: CheckProse) {
    names = []
    if let place = input.ledger?.report.place { names += [place.fullName, place.short] }
    var heads = ""
    for article in draft.articles where !article.isNews {
      for part in [article.title, article.office, article.addressee] {
        if let part { heads += draft.text.folded(part) + " " }
      }
      heads += (article.publisher ?? "") + " "
    }
    text = heads
    let named = Self.mostNamed(prose)
    usual = named.map { $0.count < 3 } ?? true ? Self.zone(prose) ?? named : named
    guard !names.isEmpty || usual != nil else { return nil }
  }

  /// What the text names most often as 区, 县 or 市: three characters with how often they stand there.
  private static func mostNamed(_ prose: CheckProse) -> (name: [UInt16], count: Int)? {
    let units = prose.units
    guard units.count > 2 else { return nil }
    var counts: [UInt64: (count: Int, first: Int)] = [:]
    let (kinds, generic, lands) = (kinds, generic, lands)
    for index in 2..<units.count where kinds.contains(units[index]) && prose.isRead(index) {
      guard Mark.isHan(units[index - 2]), Mark.isHan(units[index - 1]),
        !generic.contains(units[index - 1])
          || units[index] != 0x533A && lands.contains(units[index - 1])
            && !(units[index - 1] == town && units[index] == 0x5E02)
      else { continue }
      let name = UInt64(units[index - 2]) << 32 | UInt64(units[index - 1]) << 16 | UInt64(units[index])
      counts[name, default: (0, index - 2)].count += 1
    }
    return counts.values.max { ($0.count, $1.first) < ($1.count, $0.first) }.map {
      (Array(units[$0.first...$0.first + 2]), $0.count)
    }
  }

  /// 开发区 in the report of one, which names no district.
  private static func zone(_ prose: CheckProse) -> (name: [UInt16], count: Int)? {
    zones.map { zone in (zone, prose.units.indices.count { prose.has(zone, at: $0) }) }
      .filter { $0.1 > 2 }.max { $0.1 < $1.1 }
  }

  private static let zoneNames = ["开发区", "高新区", "经开区"]
  private static let zones = zoneNames.map(Mark.word) + [Mark.word("管委会")]

  /// Whether it is 开发区 and names no district, or none in its title.
  var isZone: Bool {
    usual.map {
      Self.zones.contains($0.name) || !isTitled($0.name) && Self.zoneNames.contains(where: text.contains)
    }
      ?? false
  }

  /// Whether a name is of the kind of one's own: a city's report names its counties.
  func isAlike(_ place: Range<Int>, _ prose: CheckProse) -> Bool {
    let last = prose.units[place.upperBound - 1]
    return isZone ? Self.counties.contains(last) : usual?.name.last == last
  }

  private static let counties = UnitSet("区县旗")

  /// Characters before 区 and the like that make a common word: 社区, 园区, 全市.
  static let generic = UnitSet("社园地片辖城街小校库山景灾矿新老全我各外本该开发验试示范居农网防牧林湖景")
  /// Before 县, 市 and 旗 these end a name, before 区 a common word: 山区, 林区; 城市 is one, too.
  private static let lands = UnitSet("山城林湖")
  private static let town: UInt16 = 0x57CE  // 城
  private static let kinds = UnitSet("区县市旗")

  /// Whether a division is one's own, or the city or province around it.
  func has(_ name: String) -> Bool {
    let stem = String(name.dropLast())
    if names.contains(where: { $0.contains(stem) }) || text.contains(stem) { return true }
    guard let usual else { return false }
    return Mark.word(name).suffix(3).elementsEqual(usual.name)
  }

  /// The last character of one's own name, where the text names it often enough to be sure.
  var kind: UInt16? {
    guard let usual, usual.count >= 2, let last = usual.name.last, last == 0x533A || last == 0x53BF else {
      return nil
    }
    return last
  }

  /// The same of a banner or a city, which names many others of its kind: where the title or the ledger has the name.
  var entitledKind: UInt16? {
    guard let usual, usual.count >= 2, let last = usual.name.last, last == 0x65D7 || last == 0x5E02,
      isTitled(usual.name)
    else { return nil }
    return last
  }

  private func isTitled(_ name: [UInt16]) -> Bool {
    let word = String(decoding: name, as: UTF16.self)
    return text.contains(word) || names.contains { $0.contains(word) }
  }

  /// Whether three characters are one's own name, as the text has it or the title.
  func isOwn(_ name: [UInt16]) -> Bool {
    usual.map { $0.name == name } ?? false || isTitled(name)
  }

  /// One's own name, where another one differs from it by a character of the same sound alone.
  func misspelled(_ name: [UInt16], _ lexicon: Lexicon) -> String? {
    guard let usual, usual.count >= 3, usual.name.count == name.count, isTitled(usual.name),
      case let differing = zip(usual.name, name).filter({ $0 != $1 }), differing.count == 1,
      let (right, wrong) = differing.first, lexicon.lookAlikes.soundSame(right, wrong)
    else { return nil }
    return String(decoding: usual.name, as: UTF16.self)
  }

  /// Whether a name stands often enough to be one's own.
  func isRival(_ count: Int) -> Bool { count * 3 > (usual?.count ?? 0) && names.isEmpty }
}
