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
    titledZone = Self.titledZone(
      draft.articles.filter { !$0.isNews }.flatMap { [$0.title, $0.office] }.compactMap { $0 }.map {
        Array(prose.units[$0])
      })
    let named = Self.mostNamed(prose)
    let isSure =
      named.map { $0.count > 2 || heads.contains(String(decoding: $0.name, as: UTF16.self)) } ?? false
    usual = isSure ? named : Self.zone(prose) ?? named
    guard !names.isEmpty || usual != nil || titledZone != nil else { return nil }
  }

  /// What the text names most often as 区, 县 or 市: three characters with how often they stand there.
  private static func mostNamed(_ prose: CheckProse) -> (name: [UInt16], count: Int)? {
    let units = prose.units
    guard units.count > 2 else { return nil }
    var counts: [UInt64: (count: Int, first: Int)] = [:]
    let kinds = kinds
    for index in 2..<units.count where kinds.contains(units[index]) && prose.isRead(index) {
      guard Mark.isHan(units[index - 2]), Mark.isHan(units[index - 1]), mayEnd(units[index - 1], units[index])
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

  /// Whether a name of a kind may end with a character.
  static func mayEnd(_ unit: UInt16, _ kind: UInt16) -> Bool {
    !generic.contains(unit)
      || kind != 0x533A && lands.contains(unit) && !(unit == town && kind == 0x5E02)
  }

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
    guard let usual, usual.count >= 2 || isTitled(usual.name), let last = usual.name.last,
      last == 0x533A || last == 0x53BF
    else { return nil }
    return last
  }

  /// The same of a banner or a city, which names many others of its kind: where the title or the ledger has the name.
  var entitledKind: UInt16? {
    guard let usual, let last = usual.name.last, last == 0x65D7 || last == 0x5E02, isTitled(usual.name)
    else { return nil }
    return last
  }

  /// Whether the title has a kind of place: 云岭县经济开发区.
  func isTitled(with kind: UInt16) -> Bool {
    text.utf16.contains(kind) || names.contains { $0.utf16.contains(kind) }
  }

  private func isTitled(_ name: [UInt16]) -> Bool {
    let word = String(decoding: name, as: UTF16.self)
    return text.contains(word) || names.contains { $0.contains(word) }
  }

  /// Whether three characters are what the text calls its place, and the title has them.
  func isNamed(_ name: [UInt16]) -> Bool {
    usual.map { $0.name == name && $0.count > 1 } ?? false && isTitled(name)
  }

  /// Whether three characters are one's own name, as the text has it or the title.
  func isOwn(_ name: [UInt16]) -> Bool {
    usual.map { $0.name == name } ?? false || isTitled(name)
      || text.contains(String(decoding: name.dropLast(), as: UTF16.self))
  }

  /// One's own name, where another one differs from it by a character of the same sound alone.
  func misspelled(_ name: [UInt16], _ lexicon: Lexicon) -> String? {
    guard let usual, usual.count >= 3, isTitled(usual.name), lexicon.lookAlikes.isSlip(name, of: usual.name)
    else {
      return nil
    }
    return String(decoding: usual.name, as: UTF16.self)
  }

  /// 沧州区 in the report of 沧澜区: half of the name is one's own.
  func isHalf(_ name: ArraySlice<UInt16>) -> Bool {
    guard let usual, usual.count >= 2, isTitled(usual.name), name.last == usual.name.last else {
      return false
    }
    return zip(usual.name, name).count { $0 == $1 } == 2
  }

  /// 开发区 of the title: the two characters before it, and the words for its kind, in full and in short.
  let titledZone: (stem: [UInt16], kinds: [[UInt16]])?

  private static func titledZone(_ heads: [[UInt16]]) -> (stem: [UInt16], kinds: [[UInt16]])? {
    for head in heads {
      for kinds in zoneKinds {
        for kind in kinds {
          guard head.count > kind.count + 1,
            let start = (2...head.count - kind.count).first(where: { head[$0...].starts(with: kind) })
          else { continue }
          // 岳汀市经济技术开发区.
          let end = self.kinds.contains(head[start - 1]) ? start - 1 : start
          guard end > 1, head[end - 2..<end].allSatisfy(Mark.isHan) else { continue }
          return (Array(head[end - 2..<end]), kinds)
        }
      }
    }
    return nil
  }

  /// Who signs and who is addressed, which no paragraph holds.
  func heads(_ draft: Draft) -> [Range<Int>] {
    draft.articles.filter { !$0.isNews }.flatMap { [$0.office, $0.addressee] }.compactMap { $0 }
  }

  private static let zoneKinds = [
    Mark.words("高新技术产业开发区 高新技术开发区 高新区"), Mark.words("经济技术开发区 经济开发区 经开区 开发区"),
    Mark.words("旅游度假区 度假区"), Mark.words("新区"), Mark.words("工业园区 产业园区"), Mark.words("示范区"),
  ]

  /// Whether a name stands often enough to be one's own.
  func isRival(_ count: Int) -> Bool {
    guard names.isEmpty, let usual else { return names.isEmpty }
    return count * 3 > usual.count && (count > 1 || !isTitled(usual.name))
  }
}
