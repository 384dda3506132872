import ReportModel

/// 近义换用: one name whose word in the middle was put by another of like meaning: 矛盾纠纷调处中心, 矛盾纠纷调解中心.
struct SynonymNames {
  private let prose: CheckProse

  init(_ prose: CheckProse) { self.prose = prose }

  private struct Surrounding: Hashable {
    var before: ArraySlice<UInt16>
    var row: Int
    var behind: ArraySlice<UInt16>
  }

  private struct Use {
    var word: Int
    var range: Range<Int>
    var count = 1
  }

  /// Names that agree in the four characters before the word and in what they end with, each rarer one with the usual one.
  func pairs() -> [(usual: Range<Int>, rare: Range<Int>)] {
    var uses: [Surrounding: [Use]] = [:]
    var order: [Surrounding] = []
    NearWords.table.scan(prose.units) { word, range in
      guard prose.isRead(range.lowerBound),
        let before = yearly(before: range.lowerBound, word) ?? numbered(before: range.lowerBound)
          ?? before(range.lowerBound),
        let behind = Self.numerals.contains(before[before.startIndex])
          ? range.upperBound : behind(range.upperBound, after: range.lowerBound - before.count)
      else { return }
      let key = Surrounding(
        before: before, row: NearWords.rowOfWord[word], behind: prose.units[range.upperBound..<behind])
      let use = Use(word: word, range: range.lowerBound - before.count..<behind)
      guard let known = uses[key] else {
        uses[key] = [use]
        order.append(key)
        return
      }
      if let place = known.firstIndex(where: { $0.word == word }) {
        uses[key]?[place].count += 1
      } else {
        uses[key]?.append(use)
      }
    }
    return order.compactMap { key in
      guard let found = uses[key], found.count == 2, min(found[0].count, found[1].count) < 3,
        !areListed(found[0].range, found[1].range), haveOneLevel(found[0].range, found[1].range)
      else { return nil }
      let isLaterRare = found[0].count >= found[1].count
      return isLaterRare ? (found[0].range, found[1].range) : (found[1].range, found[0].range)
    }
  }

  /// Four 汉字 that name something, right before the word.
  private func before(_ index: Int) -> ArraySlice<UInt16>? {
    guard index >= 4,
      prose.units[index - 4..<index].allSatisfy({ Mark.isHan($0) && !Self.breaks.contains($0) }),
      !Self.verbs.contains(where: {
        prose.has($0, at: index - 2) || prose.has($0, at: index - 4) || prose.has($0, at: index - 3)
      })
    else { return nil }
    return prose.units[index - 4..<index]
  }

  /// 年度综合, 年度乡镇综合 before 考核: what is left of it is the word before it.
  private func yearly(before index: Int, _ word: Int) -> ArraySlice<UInt16>? {
    Self.assessing.contains(NearWords.words[word]) && prose.hasAny(Self.assessed, before: index)
      && prose.hasAny(Self.yearly, in: (0..<index).suffix(10)) ? prose.units[index - 2..<index] : nil
  }

  /// 四方 before 议事: a number and what there are so many of, where a name begins.
  private func numbered(before index: Int) -> ArraySlice<UInt16>? {
    guard index > 2, Self.numerals.contains(prose.units[index - 2]),
      Self.sides.contains(prose.units[index - 1]),
      !Mark.isHan(prose.units[index - 3]) || prose.isQuoted(index)
        || prose.hasAny(Self.verbs, before: index - 2)
    else { return nil }
    return prose.units[index - 2..<index]
  }

  /// Where the name ends behind the word: at a word that ends names, two characters further on at most; 年度…考核 is one by itself.
  private func behind(_ index: Int, after start: Int) -> Int? {
    for gap in 0...2 {
      guard index + gap <= prose.units.count,
        prose.units[index..<index + gap].allSatisfy({ Mark.isHan($0) && !Self.breaks.contains($0) })
      else { return nil }
      if let head = Self.heads.first(where: { prose.has($0, at: index + gap) }) {
        let end = index + gap + head.count
        let isWord = head.count > 1 || end == prose.units.count || !Self.notBehind.contains(prose.units[end])
        return isWord ? end : nil
      }
    }
    return index - start == 4 ? index : nil
  }

  private func areListed(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    guard !left.overlaps(right) else { return true }
    let gap = min(left.upperBound, right.upperBound)..<max(left.lowerBound, right.lowerBound)
    return gap.count <= 4 && prose.units[gap].contains(where: Self.joins.contains)
  }

  /// Not 市…中心 here and 区…中心 there.
  private func haveOneLevel(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    var (a, b) = (left.lowerBound, right.lowerBound)
    while a > 0, b > 0, prose.units[a - 1] == prose.units[b - 1], Mark.isHan(prose.units[a - 1]),
      left.lowerBound - a < 12
    {
      a -= 1
      b -= 1
    }
    guard a > 0, b > 0 else { return true }
    let (first, second) = (prose.units[a - 1], prose.units[b - 1])
    return !(Mark.levels.contains(first) && Mark.levels.contains(second) && first != second)
  }

  private static let breaks = UnitSet("的了在由将把被让给及并该其此各我等于是向从每个项次支家、和与或")
  private static let joins = UnitSet("、和与及或")
  private static let numerals = UnitSet("三四五六七八九")
  private static let sides = UnitSet("方社员长")
  private static let yearly = Mark.words("年度 年终")
  private static let assessed = Mark.words("综合 绩效 目标 效能 实绩")
  private static let assessing: Set<String> = ["考核", "考评", "测评"]
  private static let notBehind = UnitSet("织成合建团长员面势部委域内列点位")
  private static let heads = Mark.words(
    "领导小组 工作小组 委员会 联席会议 服务中心 工作机制 中心 平台 机制 制度 办法 方案 大厅 窗口 小组 专班 会议 工程 行动 计划 试点 基金 系统 细则 规定 规则 规范 标准 专区 公司",
    "集团 大队 支队 中队 联盟 学院 基地 条例 指引 公约 清单 局 组 队")
  private static let verbs = Mark.words(
    "建立 健全 完善 推进 推动 深化 实施 开展 制定 出台 印发 落实 加强 强化 构建 探索 创新 优化 推行 实行 形成 运用 做好 全面 积极 加快 工作 进行 组织")
}
