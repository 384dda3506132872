import ReportModel

/// 机构、平台名称: what a text calls by name without any mark around it, told by the word that such names end with.
struct UnitNames {
  /// A name with all its places.
  struct Name {
    var range: Range<Int>
    var places: [Range<Int>]
    /// Which heads it may share a thing with.
    var family: Int
    /// How long its last word is.
    var head: Int
  }

  /// Heads by family: names of one family may be names of one thing.
  private static let heads: [(words: String, family: Int)] = [
    ("局", 0), ("委", 1), ("中心 大厅 总站", 2), ("平台 系统", 3), ("专窗 窗口", 4), ("专班 小组 督察组 督导组 督查组 巡察组 工作组", 5),
    ("公司 集团", 6), ("基金", 7), ("指挥部", 8), ("联盟", 9), ("机制", 10), ("制度", 11), ("办公室", 12), ("研究院", 13),
    ("基地", 14),
    ("委员会", 15), ("服务站 工作站 驿站", 16), ("学院", 17), ("联席会议", 18), ("工程", 19), ("行动", 20), ("协会", 21), ("专区", 22),
    ("体系", 23), ("法庭", 24), ("支队", 25), ("大队", 26), ("中队", 27), ("专员 特派员", 28), ("处", 29), ("科", 30),
    ("改革", 31),
    ("试点", 32),
  ]
  private static let table: [UInt16: [(word: [UInt16], family: Int)]] = {
    var table: [UInt16: [(word: [UInt16], family: Int)]] = [:]
    for row in heads {
      for word in row.words.split(separator: " ") {
        let units = Array(word.utf16)
        table[units[units.count - 1], default: []].append((units, row.family))
      }
    }
    return table.mapValues { $0.sorted { $0.word.count > $1.word.count } }
  }()
  private static let ends = UnitSet(table.keys)
  /// What stands behind 局, 委, 处 or 科 where it ends no name.
  private static let notBehind = UnitSet("面势长部域限员托派书内理置于罚分室数技学普研创")
  private static let longest = 14

  /// The names of a text, each once.
  static func find(_ prose: CheckProse) -> [Name] {
    var names: [Name] = []
    var known: [ArraySlice<UInt16>: Int] = [:]
    let units = prose.units
    for index in units.indices where ends.contains(units[index]) && prose.isRead(index) {
      guard let rows = table[units[index]],
        let row = rows.first(where: { prose.has($0.word, at: index + 1 - $0.word.count) }),
        row.word.count > 1 || index + 1 == units.count || !notBehind.contains(units[index + 1])
      else { continue }
      let start = start(before: index + 1 - row.word.count, prose)
      let range = start..<index + 1
      guard range.count >= row.word.count + 4 else { continue }
      if let number = known[units[range]] {
        names[number].places.append(range)
      } else {
        known[units[range]] = names.count
        names.append(Name(range: range, places: [range], family: row.family, head: row.word.count))
      }
    }
    return names
  }

  /// Where a name begins at the earliest: behind a mark, a figure or a word that no name holds.
  private static func start(before head: Int, _ prose: CheckProse) -> Int {
    var start = head
    while start > 0, head - start < longest, Mark.isHan(prose.units[start - 1]),
      !prose.beginsParagraph(start),
      !breaks.contains(prose.units[start - 1])
    {
      if prose.hasAny(verbs, before: start) { break }
      if prose.hasAny(leadingVerbs, before: start), opensClause(start - 2, prose) { break }
      start -= 1
    }
    return start
  }

  /// Whether a clause begins at a place, perhaps with 全面 or 加快 before it.
  private static func opensClause(_ index: Int, _ prose: CheckProse) -> Bool {
    index == 0 || prose.beginsParagraph(index) || !Mark.isHan(prose.units[index - 1])
      || prose.hasAny(adverbs, before: index)
  }

  private static let breaks = UnitSet("的了在由将把被让给及并该其此各我等于是向从每个项次支家")
  /// Verbs that a name may hold, too.
  private static let leadingVerbs = Mark.words("推进 推动 实施 创新 整合 联合 运行 改造 升级 优化 启动 配合")
  private static let adverbs = Mark.words("全面 加快 积极 持续 深入 着力 扎实 有序 大力 稳步 不断 统筹")
  private static let verbs = Mark.words(
    "建立 成立 设立 组建 打造 建成 完善 健全 深化 开展 制定 出台 印发 落实 依托 通过 启用 上线 挂牌 形成 构建 探索 搭建 强化 加强 入驻 设置 开设 推行 实行 执行 创建 会同 牵头",
    "纳入 实现 报送 引入 得到 获得 继续 全面 加快 积极 以及 进驻 接入")
}
