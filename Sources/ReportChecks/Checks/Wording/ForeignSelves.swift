import ReportModel

/// 别处的自称: 我区 in the report of a county, 全县 in that of a banner: taken over with its sentence.
struct ForeignSelves {
  private let own: OwnPlace
  private let draft: Draft
  private let prose: CheckProse

  /// The districts, counties and cities of the country.
  private let divisions: [String]

  init(_ own: OwnPlace, _ draft: Draft, _ prose: CheckProse, _ divisions: [String]) {
    (self.own, self.draft, self.prose, self.divisions) = (own, draft, prose, divisions)
  }

  /// What stands there, what is said of it, and what one's own would be.
  struct Stray {
    var range: Range<Int>
    var said: String
    var right: String
  }

  /// Nothing in the report of a zone, and nothing of 区 where it may be the autonomous region.
  var strays: [Stray] {
    if own.isZone { return ofZone }
    guard let kind = own.kind ?? own.entitledKind else { return [] }
    let text = prose.units.indices
    let isOfRegion = prose.first(Mark.word("自治区"), in: text) != nil
    return selves(kind, isOfRegion) + wholes(kind, isOfRegion) + bodies(kind, isOfRegion) + misranked(kind)
      + heads(kind)
  }

  /// 县委深改委: as whom the report of a district addresses, or who signs it.
  private func heads(_ kind: UInt16) -> [Stray] {
    own.heads(draft).compactMap { head in
      guard
        let first = head.first(where: { !prose.has(Self.party, at: $0) && !prose.has(Self.party, at: $0 - 1) }
        ),
        prose.units[first] != kind, Self.ranks.contains(prose.units[first]),
        prose.hasAny(Self.bodies + Self.commission, at: first + 1)
      else { return nil }
      let (said, rest) = (prose.units[first..<head.upperBound], prose.units[first + 1..<head.upperBound])
      return Stray(
        range: first..<head.upperBound,
        said: "本地是\(Self.text(kind))，这里写“\(String(decoding: said, as: UTF16.self))”",
        right: String(decoding: [kind] + rest, as: UTF16.self))
    }
  }

  private static let party = Mark.word("中共")
  private static let commission = Mark.words("全面深化")

  /// 在全县划分网格 in the report of a zone whose city it tells of, and no county besides: 区 is itself, 市 is above it.
  private var ofZone: [Stray] {
    let text = prose.units.indices
    guard prose.hasAny(Self.ofCity, in: text) else { return [] }
    return [Self.county, Self.banner].flatMap { other -> [Stray] in
      guard !own.isTitled(with: other), !isNamed(other) else { return [] }
      let strays = (places(Self.whole, other) + places(Self.we, other)).sorted()
      guard (1...2).contains(strays.count) else { return [] }
      return strays.filter { !isHeldAgainst($0) }.map { place in
        let first = prose.units[place]
        return Stray(
          range: place..<place + 2, said: "本报告是开发区的，这里写“\(Self.text(first, other))”",
          right: Self.text(first, Self.district))
      }
    }
  }

  /// 县委, 县直, 云岭县: whether the text knows a body or a name of the kind.
  private func isNamed(_ kind: UInt16) -> Bool {
    prose.units.indices.dropFirst(2).contains { index in
      prose.units[index] == kind
        && (prose.hasAny(Self.bodies, at: index + 1)
          || Mark.isHan(prose.units[index - 1]) && !Self.notNames.contains(prose.units[index - 1]))
    }
  }

  /// 占全县的45%, 在全县推广: measured by what is around it.
  private func isHeldAgainst(_ place: Int) -> Bool {
    let clause = prose.clause(around: place..<place + 2)
    return prose.hasAny(Self.against, in: clause)
  }

  /// 区直部门 in the report of a county, 县委 in that of a district: once, where a clause begins or behind a word that leads to one's own.
  private func bodies(_ kind: UInt16, _ isOfRegion: Bool) -> [Stray] {
    guard let (other, words) = Self.bodiesOf[kind],
      other != Self.district || !isOfRegion && prose.hasAny(Self.ofProvince, in: prose.units.indices)
    else { return [] }
    let found = prose.units.indices.dropFirst().filter { index in
      prose.units[index] == other && bodyEnd(index + 1, words) != nil && prose.isRead(index)
        && !prose.isQuoted(index) && !prose.isTitle(index)
        && !prose.hasAny(Self.ofRank, at: index)
    }
    // 县委、县政府 are told together.
    guard let place = found.first, found.count == 1 || found.count == 2 && found[1] - place == 3,
      !Mark.isHan(prose.units[place - 1])
        || Self.leads.contains(prose.units[place - 1]) || prose.hasAny(Self.leading, before: place)
    else { return [] }
    let word = Array(prose.units[place + 1..<(bodyEnd(place + 1, words) ?? place + 1)])
    let range = place..<place + 1 + word.count
    // 旗林业和草原局, and then 县林业和草原局.
    guard !isOfAnother(range, other, times: found.count),
      speaksOfItself(kind) || word.count > 3 && prose.first([kind] + word, in: prose.units.indices) != nil
    else { return [] }
    let (said, right) = (
      String(decoding: prose.units[range], as: UTF16.self), String(decoding: [kind] + word, as: UTF16.self)
    )
    return [Stray(range: range, said: "本地是\(Self.text(kind))，这里写“\(said)”", right: right)]
  }

  /// 岚溪区 in the report of 岚溪县, before a body or what only a place has; what was so before is 原岚溪区.
  private func misranked(_ kind: UInt16) -> [Stray] {
    let units = prose.units
    let strays = units.indices.dropFirst(2).filter { index in
      units[index] != kind && (Self.ranks.contains(units[index]) || units[index] == Self.city)
        && prose.isRead(index)
        && own.isNamed([units[index - 2], units[index - 1], kind])
        && (units[index] != Self.city && prose.hasAny(Self.ofPlaces, at: index + 1)
          || isOwnBody(index, kind))
        && !(index > 2 && Self.former.contains(units[index - 3])) && !prose.isQuoted(index)
    }
    guard strays.count == 1, let place = strays.first,
      !prose.hasAny(Self.changes, in: prose.sentence(around: place..<place + 1))
    else { return [] }
    let stem = Array(units[place - 2..<place])
    let (said, right) = (
      String(decoding: stem + [units[place]], as: UTF16.self), String(decoding: stem + [kind], as: UTF16.self)
    )
    return [Stray(range: place - 2..<place + 1, said: "本地是“\(right)”，这里写“\(said)”", right: right)]
  }

  /// 岚溪区人民医院, and once 岚溪市人民医院, where no such city is known: four characters of one body behind both.
  private func isOwnBody(_ index: Int, _ kind: UInt16) -> Bool {
    let units = prose.units
    guard index + 5 <= units.count, case let body = units[index + 1..<index + 5],
      body.allSatisfy(Mark.isHan),
      !divisions.contains(String(decoding: units[index - 2...index], as: UTF16.self))
    else { return false }
    let (own, other) = (units[index - 2..<index] + [kind] + body, Array(units[index - 2...index]))
    return prose.first(Array(own), in: units.indices) != nil
      && units.indices.count { prose.has(other, at: $0) } == 1
  }

  private static let ranks = UnitSet("区县旗")
  private static let ofPlaces = Mark.words(
    "委 政府 人民政府 卫生 教育 财政 民政 司法 发展和 发展改革 农业农村 住房 自然资源 人力 市场监 行政审批 政务服务 人大 政协 纪委 2 全面深化")
  private static let former = UnitSet("原旧老")
  private static let changes = Mark.words("撤 设区 改区 改县 合并 更名 划转")

  /// Where the name of a body ends behind the level: 委改革办, 政务服务局.
  private func bodyEnd(_ start: Int, _ words: [[UInt16]]) -> Int? {
    if let word = words.first(where: { prose.has($0, at: start) }) { return start + word.count }
    return (start..<prose.units.count).prefix(9).prefix { Mark.isHan(prose.units[$0]) }.first {
      $0 - start > 1
        && (prose.units[$0] == Self.office && prose.hasAny(Self.ofOffices, before: $0)
          || prose.hasAny(Self.houses, before: $0 + 1))
    }.map { $0 + 1 }
  }

  private static let houses = Mark.words("医院 服务中心 融媒体中心 交易中心 综治中心 法院 检察院")
  private static let office = Mark.word("局")[0]
  private static let ofOffices = Mark.words(
    "服务 管理 事务 农村 农业 卫生 健康 教育 财政 民政 司法 审计 统计 水利 交通 运输 建设 资源 保障 商务 数据 信访 监管 环境 旅游 公安 审批 草原 体育 科技 执法 宗教 储备 林业 水务 改革"
  )

  /// 我区 in the report of a county.
  private func selves(_ kind: UInt16, _ isOfRegion: Bool) -> [Stray] {
    guard let other = Self.levels[kind], other != Self.district || !isOfRegion,
      !prose.hasAny(Self.allOf[other] ?? [], in: prose.units.indices)
    else { return [] }
    let places = places(Self.we, other)
    guard (1...2).contains(places.count) else { return [] }
    return places.map { place in
      let (said, right) = (Self.text(Self.we, other), Self.text(Self.we, kind))
      return Stray(
        range: place..<place + 2, said: "本地是\(Self.text(kind))，这里自称“\(said)”", right: right)
    }
  }

  /// 带动全区改革 in the report of a city that speaks of 全市 throughout.
  private func wholes(_ kind: UInt16, _ isOfRegion: Bool) -> [Stray] {
    guard let others = Self.strangers[kind], speaksOfItself(kind) else { return [] }
    return others.compactMap { other in
      guard other != Self.district || !isOfRegion, case let places = places(Self.whole, other),
        places.count == 1, let place = places.first, !isOfAnother(place..<place + 2, other)
      else { return nil }
      let (said, right) = (Self.text(Self.whole, other), Self.text(Self.whole, kind))
      return Stray(range: place..<place + 2, said: "全文写“\(right)”，这里写“\(said)”", right: right)
    }
  }

  /// 全旗, 我旗, 旗委, 旗级: often enough to be sure. 市委 may be that of the city above.
  private func speaksOfItself(_ kind: UInt16) -> Bool {
    let count = places(Self.whole, kind).count
    if kind == Self.city { return count >= 4 }
    let bodies = prose.units.indices.count {
      prose.units[$0] == kind && prose.hasAny(Self.bodies, at: $0 + 1)
    }
    return count >= 1 && count + bodies + places(Self.we, kind).count >= 3
  }

  /// 甲区…,全区…: of a district that the sentence names, or of a county that the paragraph does.
  private func isOfAnother(_ place: Range<Int>, _ other: UInt16, times: Int = 1) -> Bool {
    var around = prose.sentence(around: place)
    if prose.units[around].count(where: { $0 == other }) != times
      || ForeignPlaceCheck.dealsWithOthers(around, prose) && !isSpread(place)
    {
      return true
    }
    while around.lowerBound > 0, !prose.beginsParagraph(around.lowerBound) {
      around =
        prose.sentence(around: around.lowerBound - 1..<around.lowerBound - 1).lowerBound..<around.upperBound
      let told = around.lowerBound..<place.lowerBound
      if other == Self.district ? prose.hasAny(Self.zones, in: told) : prose.units[told].contains(other) {
        return true
      }
    }
    return false
  }

  /// 这一做法已在全县推广: by those who report.
  private func isSpread(_ place: Range<Int>) -> Bool {
    prose.hasAny(Self.spreading, at: place.upperBound) && prose.hasAny(Self.already, before: place.lowerBound)
  }

  private func places(_ first: UInt16, _ second: UInt16) -> [Int] {
    prose.units.indices.dropLast().filter {
      prose.units[$0] == first && prose.units[$0 + 1] == second && prose.isRead($0) && !prose.isQuoted($0)
        && !prose.isTitle($0)
    }
  }

  private static func text(_ units: UInt16...) -> String { String(decoding: units, as: UTF16.self) }

  private static let (we, whole) = (Mark.word("我")[0], Mark.word("全")[0])
  private static let (city, county, district, banner) = (
    Mark.word("市")[0], Mark.word("县")[0], Mark.word("区")[0], Mark.word("旗")[0]
  )
  private static let levels = [county: district, district: county, banner: county, city: county]
  /// A city reports on no 全区 of its own, a county on no 全旗; above a county stands its city.
  private static let strangers = [
    county: [district, banner], district: [county, banner], banner: [county],
    city: [district, county, banner],
  ]
  /// 全县: the text speaks of a county as of its own.
  private static let allOf = [county: Mark.words("全县 县委县政府 县委、县政府")]
  private static let bodies = Mark.words("委 政府 级 直 人民政府")
  private static let bodiesOf: [UInt16: (UInt16, [[UInt16]])] = [
    county: (district, Mark.words("委改革办 委深改委 委常委会 委 政府 人民政府 直 级")),
    district: (county, Mark.words("委改革办 委深改委 委常委会 委 政府 人民政府 直")),
    banner: (county, Mark.words("委改革办 委深改委 委常委会 委 政府 人民政府 直")),
  ]
  /// 县委书记 is told of any, 区委会 is none.
  private static let ofRank = Mark.words("县委书记 区委书记 区委会 区级以上 县直管")
  private static let leads = UnitSet("经由在向报被为将按把以对和与及从")
  private static let leading = Mark.words("推动 组织 提请 明确 会同 督促 纳入 列入 报经 并经 落实 完善 建立 印发 召开 全部")
  private static let ofProvince = Mark.words("省委 省政府 省级 全省 省直 省里")
  private static let ofCity = Mark.words("市委 市政府 全市 市级 市直")
  /// 各县(市、区), 全县, 我县; 县 as a word of another kind.
  private static let notNames = UnitSet("各全我跨市区、")
  private static let against = Mark.words("占 居 列 排名 推广 转发 复制 学习 贡献 带动 为全 周边 辐射")
  private static let spreading = Mark.words("推广 推开 铺开 推行")
  private static let already = Mark.words("已在 已经在 并在 率先在")
  private static let zones = Mark.words("开发区 高新区 经开区 新区 园区 景区 保护区 灌区 片区 库区 校区 厂区 矿区 示范区 度假区")
}
