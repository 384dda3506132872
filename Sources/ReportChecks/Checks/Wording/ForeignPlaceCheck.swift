import ReportModel

/// 外地名称: the name of another district where one's own must stand.
struct ForeignPlaceCheck: Check {
  let about = CheckDescription(
    "wording.foreign-place", .warning, "出现了别的区县的名称",
    rationale: "借用外地材料会留下人家的地名。只在地名充当本地主体时提示：后面跟着区委、区政府，或放在本地印发的文件名开头；学习、合作、对比、帮扶等提到外地的不算，也不看“城区”“新城区”这类普通词。",
    source: "GB/T 2260（名单）；实务",
    triggering: [
      .draft("2021年丰台区改革工作总结\n丰台区坚持系统谋划，丰台区委高度重视，丰台区各部门积极落实。出台《[[石景山区]]数据共享管理办法》，我区改革成效明显。"),
      .draft("2021年丰台区改革工作总结\n丰台区坚持系统谋划，丰台区委高度重视，丰台区各部门积极落实。[[石景山区]]委召开深改委会议2次，我区改革成效明显。"),
    ],
    silent: [
      .draft("2021年丰台区改革工作总结\n丰台区与石景山区政府签订合作协议，赴海淀区学习考察，改造新城区道路。"),
      .draft("2021年丰台区改革工作总结\n丰台区落实《北京市优化营商环境条例》，丰台区委召开会议2次。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let draft = input.draft, let prose = input.prose else { return }
    let divisions = input.terms.divisions
    var found: [(name: Int, range: Range<Int>)] = []
    var end = 0
    for hit in input.found(.divisions) {
      let (name, range) = (hit.phrase, hit.range)
      guard range.lowerBound >= end, range.count >= 3, prose.isRead(range.lowerBound),
        Self.kinds.contains(prose.units[range.upperBound - 1]), !Self.isCommonWord(divisions.names[name])
      else { continue }
      end = range.upperBound
      found.append((name, range))
    }
    result.recognise("placeNames", "区县名称", found.count)
    guard !found.isEmpty, let own = OwnPlace(input, draft, prose) else { return }
    var counts: [Int: Int] = [:]
    for place in found { counts[place.name, default: 0] += 1 }
    for place in found where !own.has(divisions.names[place.name]) && !own.isRival(counts[place.name] ?? 0) {
      guard actsAsOwn(place.range, draft, prose) else { continue }
      let name = divisions.names[place.name]
      result.report(
        draft.text.place(place.range), "“\(name)”不是本地，却写在本地的位置上", "请核对是否照搬了外地材料；确指外地的，请写明关系")
    }
  }

  /// Whether a name stands where only one's own can: before 委 or 政府, or at the head of an issued document.
  private func actsAsOwn(_ range: Range<Int>, _ draft: Draft, _ prose: CheckProse) -> Bool {
    let clause = prose.clause(around: range)
    if prose.hasAny(Self.relations, in: clause) { return false }
    if prose.isTitle(range.lowerBound),
      let document = draft.documents.first(where: { draft.titles[$0.title].range.contains(range.lowerBound) })
    {
      let title = draft.titles[document.title]
      return document.kind == .institutional && range.lowerBound - title.inner.lowerBound <= 6
    }
    return prose.hasAny(Self.institutions, at: range.upperBound)
  }

  private static func isCommonWord(_ name: String) -> Bool { commonWords.contains(name) }

  private static let kinds = UnitSet("区县市旗")
  private static let commonWords: Set<String> = [
    "市辖区", "新城区", "新市区", "市中区", "城中区", "城东区", "城西区", "城北区", "城关区", "城区", "郊区", "矿区", "东城区", "西城区", "老城区",
    "河东区",
    "河西区", "江北区", "江南区", "县级市", "城厢区",
  ]
  private static let institutions = [
    "委", "人民政府", "政府", "政协", "人大", "纪委", "深改委", "坚持", "召开", "制定", "出台", "印发",
  ].map(Mark.word)
  private static let relations = [
    "与", "和", "同", "赴", "到", "向", "学习", "借鉴", "考察", "对接", "合作", "结对", "帮扶", "支援", "相邻", "毗邻", "联合", "兄弟",
    "等地", "来自", "转发",
    "贯彻", "落实", "跨区", "原",
  ].map(Mark.word)
}

/// 本地: the place that a text reports on.
private struct OwnPlace {
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
    usual = Self.mostNamed(prose)
    guard !names.isEmpty || usual != nil else { return nil }
  }

  /// What the text names most often as 区, 县 or 市: three characters with how often they stand there.
  private static func mostNamed(_ prose: CheckProse) -> (name: [UInt16], count: Int)? {
    let units = prose.units
    guard units.count > 2 else { return nil }
    var counts: [UInt64: (count: Int, first: Int)] = [:]
    let (kinds, generic) = (kinds, generic)
    for index in 2..<units.count where kinds.contains(units[index]) && prose.isRead(index) {
      guard Mark.isHan(units[index - 2]), Mark.isHan(units[index - 1]), !generic.contains(units[index - 1])
      else { continue }
      let name = UInt64(units[index - 2]) << 32 | UInt64(units[index - 1]) << 16 | UInt64(units[index])
      counts[name, default: (0, index - 2)].count += 1
    }
    return counts.values.max { ($0.count, $1.first) < ($1.count, $0.first) }.map {
      (Array(units[$0.first...$0.first + 2]), $0.count)
    }
  }

  /// Characters before 区 and the like that make a common word: 社区, 园区, 全市.
  private static let generic = UnitSet("社园地片辖城街小校库山景灾矿新老全我各外本该开发验试示范居农网防牧林湖景")
  private static let kinds = UnitSet("区县市旗")

  /// Whether a division is one's own, or the city or province around it.
  func has(_ name: String) -> Bool {
    if names.contains(where: { $0.contains(name) }) || text.contains(name) { return true }
    guard let usual else { return false }
    return Mark.word(name).suffix(3).elementsEqual(usual.name)
  }

  /// Whether a name stands often enough to be one's own.
  func isRival(_ count: Int) -> Bool { count * 3 > (usual?.count ?? 0) && names.isEmpty }
}
