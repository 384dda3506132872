import ReportModel

/// 与外地的关系: what tells that another place is named by right: one deals with it, looks to it, or somebody comes from it.
extension ForeignPlaceCheck {
  /// What one has to do with another place.
  private static let dealings = Mark.words(
    "学习 借鉴 考察 对接 结对 帮扶 支援 相邻 毗邻 兄弟 等地 来自 转发 跨区 签订 协作 对口 交流 赴 外地 比照 接壤 共建 联动")
  /// What else brings another place's name into a report: ranks, origins, owners, ways.
  static let occasions = Mark.words(
    "次于 低于 高于 领先 排名 先进 经验 典型 代表 来访 调研 参观 挂职 转移 飞地 引进 落户 总部 户籍 前往 途经 两地 三地 法院 检察院 公司 银行 医院 大学 学院 集团 跨 异地 流域",
    "上游 下游 移交 试点地区 其他 别的 邻 边界 交界 产地 基地 分别为 首创 全国 全省 原")

  /// 曲周县志, 曲周县域: part of another word; 曲周县域内 is the county, and so is 曲周县的 at the head of a sentence that tells of no stranger.
  static func goesOn(_ range: Range<Int>, _ prose: CheckProse) -> Bool {
    let end = range.upperBound
    if prose.units[end] == of {
      let sentence = prose.sentence(around: range)
      return sentence.lowerBound < range.lowerBound
        || dealsWithOthers(sentence, prose) || prose.hasAny(occasions + theirs, in: sentence)
    }
    return behind.contains(prose.units[end]) && !prose.has(within, at: end)
  }

  private static let of = Mark.word("的")[0]

  private static let within = Mark.word("域内")

  /// 结合…“十五五”规划, 对照…2025年工作要点: a quoted word, a title or a year right behind the name.
  static func opensTheirs(_ end: Int, _ prose: CheckProse) -> Bool {
    opening.contains(prose.units[end])
      || end + 4 < prose.units.count && prose.units[end + 4] == year
        && prose.units[end..<end + 4].allSatisfy(Mark.isDigit)
  }

  private static let opening = UnitSet("“《")
  private static let year = Mark.word("年")[0]
  /// Words before the name of a place that one looks to, or that comes to one.
  static let following = Mark.words(
    "参照 对标 接待 承接 邀请 向 较 引入 复制 推广 移植 仿照 赶超 追赶 取自 源自 聘请 比 由 被 让 像 如 以")
  /// What others have that a report tells of.
  static let theirs = Mark.words("做法 模式 企业 客商 客户 专家 团队 游客 项目 政策 参展 来宾 张 王 李 刘 陈 先生 女士")
  /// What is passed on to others or shared with them.
  static let spreading = Mark.words("推广 复制 我区 我县 我市 本区 本县 本市 输出 走进 结亲 互设 互认 等 辐射 周边 外省 外市 援")
  /// Who comes from elsewhere.
  static let settling = Mark.words("来访 代表团 一行 落户 入驻 迁入 投资建 我区 我县 我市 我旗 本区 本县 本市")

  /// Whether a stretch tells of what one has to do with another place; 合作社 and 联合体 are no dealings.
  static func dealsWithOthers(_ range: Range<Int>, _ prose: CheckProse) -> Bool {
    prose.hasAny(dealings, in: range)
      || range.contains {
        prose.hasAny(joint, at: $0)
          && !($0 + 2 < prose.units.count && bodies.contains(prose.units[$0 + 2]))
      }
  }

  private static let joint = Mark.words("合作 联合")
  private static let bodies = UnitSet("社体会")
}
