import ReportModel

/// 名称: what a figure counts, with what stands before it and behind it made into one name: 受理诉求9.14万件 and 受理的8.62万件诉求 are of 受理诉求.
extension FigurePage {
  /// The words of a figure as one name, without scope, time and the words that only lead to a number; empty where other marks stand in it.
  func name(of figure: Int, told lead: Range<Int>? = nil) -> [UInt16] {
    var words = Array(units[lead ?? self.lead(figure)].filter(Mark.isHan))
    for word in Self.times {
      while let place = words.indices.dropLast(word.count - 1).first(where: {
        words[$0...].starts(with: word)
      }) {
        words.removeSubrange(place..<place + word.count)
      }
    }
    // 零工市场规范化改革建成零工驿站5个: what was done is told behind the reform's name.
    if let place = words.indices.dropLast(3).last(where: {
      words[$0...].starts(with: Self.reform) && !Self.behindReform.contains(words[$0 + 2])
        && !Self.ofReform.contains(where: words[($0 + 2)...].starts)
    }) {
      words.removeFirst(place + 2)
    }
    // 依托村部和闲置校舍建成互助养老点48个: by what means says nothing of what there is.
    if Self.means.contains(where: { words.starts(with: $0) }),
      let place = words.indices.dropLast(2).last(where: { index in
        index > 2 && Self.makings.contains { words[index...].starts(with: $0) }
      })
    {
      words.removeFirst(place)
    }
    if words == Self.by { words = [] }
    // 区委深改委共召开会议6次, 旗委深改委开会3次: 区委深改委会议.
    if let held = Self.held.first(where: { words.suffix($0.count).elementsEqual($0) }) {
      words.replaceSubrange(words.count - held.count..<words.count, with: Self.meeting)
    }
    while let word = Self.openings.first(where: { words.starts(with: $0) }) { words.removeFirst(word.count) }
    while let word = Self.endings.first(where: { words.suffix($0.count).elementsEqual($0) }) {
      words.removeLast(word.count)
    }
    if words.last == Mark.of {
      words.removeLast()
      if let word = Self.results.first(where: { words.suffix($0.count).elementsEqual($0) }) {
        words.removeLast(word.count)
      }
    }
    return words + noun(behind: figure)
  }

  /// 院落 of 65处院落中, 互助养老点 of 42个互助养老点的基础: the noun right behind a figure, `quoted` with what goes on behind a quotation.
  func noun(behind figure: Int, quoted: Bool = false) -> [UInt16] {
    let words = units[range(figure).upperBound..<sentence(of: figure).range.upperBound].prefix(14)
    var noun: [UInt16] = []
    for (index, unit) in zip(words.indices, words) {
      if Mark.isQuote(unit) {
        if noun.isEmpty || quoted { continue }
        break
      }
      // 17家卫生院和服务中心: both of them.
      if !noun.isEmpty, Mark.ands.contains(unit), index + 1 < words.endIndex, Mark.isHan(words[index + 1]),
        Mark.number(words[index + 1]) == nil
      {
        return []
      }
      guard Mark.isHan(unit), !Self.stops.contains(unit) else { break }
      // 8个教育集团为纽带.
      if !noun.isEmpty, unit == Self.being { break }
      // 5个未开工 names nothing.
      if noun.isEmpty, unit == Self.not, !(index + 1 < words.endIndex && words[index + 1] == Self.grown) {
        break
      }
      // 中心, 中小学 go on; 中 ends.
      if unit == Mark.among, !(index + 1 < words.endIndex && Self.centres.contains(words[index + 1])) {
        break
      }
      if !noun.isEmpty, Self.verbs.contains(where: { words[index...].starts(with: $0) }) { break }
      noun.append(unit)
    }
    return noun
  }

  /// 家庭农场主, 口袋公园管理员: another thing.
  static let goingOn = UnitSet("示管员负工主理长站点场类区级项制化性业者机")
  private static let times = Mark.words("全年 今年 本年 年内 一年来 一年 目前 截至年底 累计 共计 总共 虽然 虽已 虽")
  private static let means = Mark.words("依托 利用 通过 采取 按照 整合 统筹")
  private static let makings = Mark.words("建成 新建 设立 建立 组建 打造 改建 建设 布设 受理 办理 服务 发放 帮助")
  private static let behindReform = UnitSet("办任事试举项成方会委文创工经领协攻联专督先的和")
  private static let ofReform = Mark.words("调研 督察 督查 评估 培训 宣传 考核 简报 信息 推进会")
  private static let reform = Mark.word("改革")
  private static let by = Mark.word("以")
  private static let held = Mark.words("共召开会议 先后召开会议 组织召开会议 召开会议 共开会 开会")
  private static let meeting = Mark.word("会议")
  private static let openings = Mark.words(
    "整合后的 优化后的 调整后的 合并后的 重组后的 县里的 区里的 市里的 旗里的 全县的 全区的 全市的 全区 全县 全市 全旗 我区 我县 我市 共 已经 已 现有 现已 目前 现 其中 同时 一是 二是 三是 四是 五是 从 通过 综合 对 把 将 让 使 用好 依托 推动 进一步 提升 巩固 在 发挥好 建成的 已形成的"
  )
  private static let endings = Mark.words("虽有 达到了 达到 达 为 是 仅 只有 共有 已有 现有 总数 总量 有 共 已 了")
  private static let results = Mark.words("出来 之后 以后 上来 起来 进来 下来 出 过 后")
  private static let stops = UnitSet("的了后前均全都已虽实投要将仍还尚逐被可能和与及并就也在由从向纳给为使让再连")
  private static let being: UInt16 = 0x4E3A  // 为
  private static let (not, grown): (UInt16, UInt16) = (0x672A, 0x6210)  // 未成年
  private static let centres = UnitSet("心小学医央层间型")
  private static let verbs = Mark.words(
    "统一 发展 常年 活跃 走进 实现 解决 没有 未能 运行 运营 投入 覆盖 完成 开展 提供 建成 成为 惠及 发挥 联网 采取 采用 引进 制定 建立 使用 获评 获得 联动 推行 推广 有 需要 需")
}

extension Mark {
  static func isQuote(_ unit: UInt16) -> Bool { unit == 0x201C || unit == 0x201D }
}
