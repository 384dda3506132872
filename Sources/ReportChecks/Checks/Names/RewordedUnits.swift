import ReportModel

/// 换词的机构名称: one unit whose name has another word for what it does, or lacks it: 企业综合服务中心, 企业综合受理中心; in one draft, or here and
/// in last year's report.
struct RewordedUnits: StudyPart {
  /// What stays of a name when one word is taken out.
  private struct Rest: Hashable {
    /// The row of the word; `dropped` where the other name just lacks it.
    var row: Int
    var before: ArraySlice<UInt16>
    var behind: ArraySlice<UInt16>
  }

  /// One way to tell a name.
  private struct Use {
    var word: ArraySlice<UInt16>
    var places: [Range<Int>]
  }

  /// A name's places from its level of government on.
  private struct Name {
    var place: Range<Int>
    var head: Int
    var isLevelled: Bool
  }

  private let prose: CheckProse
  private let names: [Name]
  private let uses: [Rest: [Use]]
  private let order: [Rest]

  init(_ study: DraftStudy) {
    let prose = study.prose
    self.prose = prose
    names = UnitNames.find(prose).flatMap { name in
      Self.bodies.contains(name.family)
        ? name.places.compactMap { Self.name($0, head: name.head, prose) } : []
    }
    (uses, order) = Self.index(names, prose)
  }

  // MARK: Comparing

  /// Each rarer name with the more usual one.
  func pairs() -> [(usual: Range<Int>, rare: Range<Int>)] {
    order.compactMap { rest in
      guard let found = uses[rest], found.count == 2 else { return nil }
      let (usual, rare) = found[0].places.count >= found[1].places.count ? (0, 1) : (1, 0)
      let (a, b) = (found[usual], found[rare])
      guard b.places.count < 3, !a.places.contains(where: { one in b.places.contains { areTwo(one, $0) } }),
        !(a.places.contains(where: isIntroduced) && b.places.contains(where: isIntroduced))
      else { return nil }
      return (a.places[0], b.places[0])
    }
  }

  /// Names that another report has only with another word, and that have the other's word nowhere.
  func strangers(to other: RewordedUnits) -> [(range: Range<Int>, other: Range<Int>)] {
    order.compactMap { rest in
      guard let own = uses[rest], own.count == 1, let theirs = other.uses[rest], theirs.count == 1,
        !own[0].word.elementsEqual(theirs[0].word), !own[0].places.contains(where: isIntroduced),
        // 消毒供应中心, 消毒供应共享中心: without a level they may be two over the years.
        rest.row != Self.dropped || own[0].places.contains(where: beginsAtLevel),
        !prose.hasAny([Array(other.prose.units[theirs[0].places[0]])], in: prose.units.indices),
        !other.prose.hasAny([Array(prose.units[own[0].places[0]])], in: other.prose.units.indices)
      else { return nil }
      return (own[0].places[0], theirs[0].places[0])
    }
  }

  /// Told in one sentence, or of two places.
  private func areTwo(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    if prose.sentence(around: left).contains(right.lowerBound) { return true }
    let lead = [left, right].map { $0.lowerBound }.filter {
      $0 > 0 && !prose.beginsParagraph($0) && Mark.isHan(prose.units[$0 - 1])
        && !prose.hasAny(Self.leads, before: $0)
    }.map { prose.units[$0 - 1] }
    return lead.count == 2 && lead[0] != lead[1]
  }

  private func beginsAtLevel(_ name: Range<Int>) -> Bool {
    names.contains {
      $0.isLevelled && $0.place.upperBound == name.upperBound && name.lowerBound - $0.place.lowerBound <= 2
    }
  }

  /// 成立县…中心, …中心挂牌: what is set up is one by itself.
  private func isIntroduced(_ name: Range<Int>) -> Bool {
    prose.hasAny(
      Self.introducing, in: max(prose.clause(around: name).lowerBound, name.lowerBound - 8)..<name.lowerBound)
      || prose.hasAny(
        Self.introduced, in: name.upperBound..<min(prose.clause(around: name).upperBound, name.upperBound + 8)
      )
  }

  // MARK: Finding

  private static func index(_ names: [Name], _ prose: CheckProse) -> ([Rest: [Use]], [Rest]) {
    var (uses, order) = ([Rest: [Use]](), [Rest]())
    func add(_ rest: Rest, _ word: ArraySlice<UInt16>, _ range: Range<Int>) {
      if uses[rest] == nil { order.append(rest) }
      if let known = uses[rest]?.firstIndex(where: { $0.word.elementsEqual(word) }) {
        uses[rest]?[known].places.append(range)
      } else {
        uses[rest, default: []].append(Use(word: word, places: [range]))
      }
    }
    for name in names {
      each(name, prose, add)
      // A name that lacks a word may lack it anywhere.
      let end = name.place.upperBound - name.head
      for index in name.place.lowerBound + 1..<end + 1 {
        if let (rest, range) = rest(name, index..<index, dropped, prose) { add(rest, [], range) }
      }
    }
    return (uses, order)
  }

  /// Each word of a name that another may stand for, or that may be left out.
  private static func each(
    _ name: Name, _ prose: CheckProse, _ found: (Rest, ArraySlice<UInt16>, Range<Int>) -> Void
  ) {
    let end = name.place.upperBound - name.head
    for start in name.place.lowerBound + 1..<end {
      for length in 1...2 where start + length <= end {
        let word = start..<start + length
        for row in NearWords.rowsInUnits(prose.units[word]) {
          if let (rest, range) = rest(name, word, row, prose) { found(rest, prose.units[word], range) }
        }
        if NearWords.mayLack(prose.units[word]),
          let (rest, range) = rest(name, word, dropped, prose)
        {
          found(rest, prose.units[word], range)
        }
      }
    }
  }

  /// A name without a word: up to four characters before it and all behind it, enough of them to tell the name.
  private static func rest(_ name: Name, _ word: Range<Int>, _ row: Int, _ prose: CheckProse)
    -> (Rest, Range<Int>)?
  {
    let start = max(name.place.lowerBound, word.lowerBound - 4)
    let isWhole = name.isLevelled && start == name.place.lowerBound
    guard name.place.upperBound - start - word.count - name.head >= (isWhole ? 3 : 4) else { return nil }
    return (
      Rest(
        row: row, before: prose.units[start..<word.lowerBound],
        behind: prose.units[word.upperBound..<name.place.upperBound]), start..<name.place.upperBound
    )
  }

  /// A name from its level on; nil where it is one of a kind of which there are many.
  private static func name(_ place: Range<Int>, head: Int, _ prose: CheckProse) -> Name? {
    let body = place.dropLast(head)
    let level = body.dropLast(3).last { index in
      levels.contains(prose.units[index])
        && !(index > 0 && beforeLevels.contains(prose.units[index - 1]))
    }
    let start = level ?? place.lowerBound
    let next = place.upperBound < prose.units.count ? prose.units[place.upperBound] : 0
    guard body.upperBound - start > 3, !Mark.isDigit(next), next != parts,
      !(start > 0 && measures.contains(prose.units[start - 1])),
      !prose.hasAny(kinds, in: max(0, place.lowerBound - 1)..<body.upperBound)
    else { return nil }
    return Name(place: start..<place.upperBound, head: head, isLevelled: level != nil)
  }

  private static let dropped = -1
  /// The families of `UnitNames` of which a place has one.
  private static let bodies: Set<Int> = [2, 3, 4, 8, 9, 13]
  private static let levels = UnitSet("省市区县旗州盟")
  private static let beforeLevels = UnitSet("社城地园辖片小山灾景库牧林矿都门超股新发校")
  private static let measures = UnitSet("个座所家处批些各每多类项")
  private static let parts = Mark.word("(")[0]
  private static let kinds = Mark.words("社区 村级 镇级 乡镇 街道 镇街 镇村 村居 小区 学校 部门 行业 企业级 省级 市级 国家 上级")
  private static let leads = Mark.words(
    "由 和 与 及 经 向 对 在 我 全 本 请 中 会同 联合 指导 推动 督促 要求 支持 依托 通过 推进 实现 包括 完善 建设 建成 成立 设立")
  private static let introducing = Mark.words("成立 设立 组建 建成 新建 挂牌 揭牌 更名 改为 整合 首次 合并 升级 改组 撤销 新设 转为 同时")
  private static let introduced = Mark.words("成立 挂牌 揭牌 更名 改为 整合 合并 升级 改组 撤销 获批 筹建")
}
