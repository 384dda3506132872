import ReportModel

/// 别处的开发区: another zone where one's own must stand, by the body of a city's zone or by a zone of the kind that reports.
struct ForeignZones {
  private let own: OwnPlace
  private let terms: CheckTerms
  private let draft: Draft
  private let prose: CheckProse

  init(_ own: OwnPlace, _ terms: CheckTerms, _ draft: Draft, _ prose: CheckProse) {
    (self.own, self.terms, self.draft, self.prose) = (own, terms, draft, prose)
  }

  /// Where such a zone stands, and one's own where it is the same but for a slip.
  var strays: [(range: Range<Int>, right: String?)] { ofCities.map { ($0, nil) } + ofOwnKind }

  /// 经苏州工业园区管委会同意: the body of a zone that bears the name of a city, and not one's own.
  private var ofCities: [Range<Int>] {
    prose.units.indices.compactMap { index in
      guard prose.units[index] == Self.committee, prose.isRead(index),
        Self.zoneBodies.contains(where: { prose.has($0, at: index) }),
        let zone = Self.zones.first(where: { prose.hasAny([$0], before: index) }),
        case let end = index - zone.count,
        let stem = [4, 3, 2].first(where: { count in
          end >= count && terms.divisions.names.contains("\(draft.text.folded(end - count..<end))市")
        }), case let range = end - stem..<index, !own.has(draft.text.folded(range.lowerBound..<end) + "市"),
        !prose.isQuoted(index), !prose.isTitle(index),
        !ForeignPlaceCheck.dealsWithOthers(prose.sentence(around: range), prose),
        !prose.hasAny(ForeignPlaceCheck.occasions, in: prose.clause(around: range)),
        // 全区有甲园区管委会、乙园区管委会: one's own by many mentions.
        prose.units.indices.count(where: { prose.has(Array(prose.units[range]), at: $0) }) < 3
      else { return nil }
      return range
    }
  }

  /// 为澄湖经开区高质量发展再添动力 in the report of 岳汀经开区.
  private var ofOwnKind: [(range: Range<Int>, right: String?)] {
    guard let zone = own.titledZone, case let lexicon = terms.lexicon.value, !lexicon.isEmpty else {
      return []
    }
    var found: [[UInt16]: [Range<Int>]] = [:]
    for index in prose.units.indices.dropFirst(2) where prose.isRead(index) {
      guard let kind = (zone.kinds + Self.alike(zone.kinds)).first(where: { prose.has($0, at: index) }) else {
        continue
      }
      found[Array(prose.units[index - 2..<index]), default: []].append(index - 2..<index + kind.count)
    }
    guard found.removeValue(forKey: zone.stem)?.count ?? 0 > 1 else { return [] }
    let others = found.filter { isName($0.key, $0.value[0].lowerBound, lexicon) }
    guard others.count <= 2 else { return [] }
    return others.filter { $0.value.count <= 2 }.flatMap { stem, places in
      places.compactMap { range -> (Range<Int>, String?)? in
        guard !prose.isQuoted(range.lowerBound), !prose.isTitle(range.lowerBound),
          !ForeignPlaceCheck.dealsWithOthers(prose.sentence(around: range), prose)
        else { return nil }
        if isServed(range) { return (range, nil) }
        // 为澄湖高新区龙头企业配套.
        if prose.units[range.lowerBound - 1] == Self.forWhom, prose.hasAny(Self.theirs, at: range.upperBound)
        {
          return nil
        }
        guard !prose.hasAny(ForeignPlaceCheck.occasions, in: prose.clause(around: range)) else { return nil }
        if lexicon.lookAlikes.isSlip(stem, of: zone.stem) {
          return (range, String(decoding: zone.stem + prose.units[range].dropFirst(2), as: UTF16.self))
        }
        if !zone.kinds.contains(Array(prose.units[range].dropFirst(2))) {
          return ForeignPlaceCheck.ownsWhatFollows(range, prose) ? (range, nil) : nil
        }
        return ForeignPlaceCheck.actsAsOwn(range, draft, prose)
          || ForeignPlaceCheck.ownsWhatFollows(range, prose)
          || places.count == 1 && ForeignPlaceCheck.standsAlone(range, prose) ? (range, nil) : nil
      }
    }.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// 为…再引进一批企业, 打造…最快的窗口: what one does for one's own zone alone.
  private func isServed(_ zone: Range<Int>) -> Bool {
    if prose.hasAny(Self.making, before: zone.lowerBound) {
      return zone.upperBound < prose.units.count && Mark.isHan(prose.units[zone.upperBound])
        && !prose.hasAny(ForeignPlaceCheck.occasions, in: prose.clause(around: zone))
    }
    guard prose.units[zone.lowerBound - 1] == Self.forWhom, zone.upperBound < prose.units.count else {
      return false
    }
    let verb = zone.upperBound + (Self.again.contains(prose.units[zone.upperBound]) ? 1 : 0)
    return prose.hasAny(Self.gains, at: verb)
  }

  /// 高新区 and 经开区, of which either may be named for the other.
  private static func alike(_ kinds: [[UInt16]]) -> [[UInt16]] {
    mainZones.contains(where: kinds.contains) ? mainZones.filter { !kinds.contains($0) } : []
  }

  private static let mainZones = Mark.words("高新区 经开区")
  private static let making = Mark.words("打造 擦亮 唱响 打响 建设 营造 塑造")
  private static let forWhom = Mark.word("为")[0]
  private static let again = UnitSet("再又新更多")
  private static let gains = Mark.words("引进 引来 招引 吸引 带来 增添 添 培育 储备 争取 留住 集聚 聚集 贡献 赢得")
  private static let theirs = Mark.words("企业 龙头 重点 客户 客商 项目")

  /// Two characters that are no word, or the name of a place that the lists hold.
  private func isName(_ stem: [UInt16], _ start: Int, _ lexicon: Lexicon) -> Bool {
    guard stem.allSatisfy(Mark.isHan), !stem.contains(where: Self.never.contains),
      !stem.contains(where: ForeignPlaceCheck.particles.contains)
    else { return false }
    let name = String(decoding: stem, as: UTF16.self)
    if ["市", "区", "县", "新区"].contains(where: { terms.divisions.names.contains(name + $0) }) { return true }
    return !lexicon.pair(stem[0], stem[1]).isWord
      && !(start > 0 && lexicon.pair(prose.units[start - 1], stem[0]).isWord)
      && !lexicon.pair(stem[1], prose.units[start + 2]).isWord
  }

  private static let committee: UInt16 = 0x7BA1  // 管
  private static let zoneBodies = Mark.words("管委会 管理委员会")
  private static let zones = Mark.words("高新技术产业开发区 经济技术开发区 工业园区 高新区 经开区 开发区 新区")
  /// What no name of a zone has right before its kind: 省级, 我区, 高新区.
  private static let never = UnitSet("国省市区县旗级家全我本各该两新老原高内外属型类向驻个进入建创提报请划转托同")
}
