import ReportModel

/// 文件名形式: titles of documents that cannot be whole.
struct TitleFormCheck: DraftCheck {
  let about = CheckDescription(
    "wording.title-form", .warning, "书名号里的文件名不完整",
    rationale: "公文标题由发文机关、事由、文种组成：《关于印发…方案》后面要有“的通知”；“关于…”要以文种收尾。报道、栏目和书刊的名称不查。",
    source: "GB/T 9704-2012,7.3.1；《党政机关公文处理工作条例》第九条",
    triggering: [
      .draft("出台[[《关于印发加强土壤污染防治工作方案（试行）》]]。"),
      .draft("印发[[《关于推进社区治理》]]，明确20项任务。"),
      .draft("印发《甲县公益林管护资金管理[[方法]]（试行）》，明确20项任务。"),
    ],
    silent: [
      .draft("出台《关于印发〈土壤污染防治工作方案〉的通知》《关于加强人才工作的若干措施（试行）》。"),
      .draft("印发《甲县公益林管护资金管理办法（试行）》。举办《思维导图与管理方法》讲座。"),
      .draft("在《关于改革的故事》专栏刊发文章，学习《关于党的百年奋斗重大成就和历史经验的决议》。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let draft = input.draft, let prose = input.prose else { return }
    for title in draft.titles where title.depth > 0 && prose.units[title.range.lowerBound] == Self.double {
      result.report(
        draft.text.place(title.range), "书名号里的“\(draft.text.string(title.range))”应当用单书名号", "请把里层的《》改为〈〉")
    }
    for document in draft.documents where document.kind != .media {
      let title = draft.titles[document.title]
      let inner = Self.withoutRemark(title.inner, prose)
      if document.kind == .institutional, prose.hasAny(Self.waysOfRules, before: inner.upperBound) {
        result.report(
          draft.text.place(inner.upperBound - 2..<inner.upperBound), "文种“方法”疑为“办法”", "请核对文件名，公文的文种是“办法”")
      }
      guard prose.has(Self.about, at: inner.lowerBound) else { continue }
      let forwards = prose.hasAny(Self.forwarding, at: inner.lowerBound + Self.about.count)
      let kinds = forwards ? Self.notices : Self.kinds
      guard !prose.hasAny(kinds, before: inner.upperBound) else { continue }
      // A title of no kind at all is a document's only where something says so.
      guard forwards || document.kind == .institutional else { continue }
      let text = draft.text.string(title.range)
      result.report(
        draft.text.place(title.range), forwards ? "\(text)缺“的通知”" : "\(text)没有文种",
        forwards ? "请补上“的通知”，或写成被印发文件自己的名称" : "请补上通知、意见、办法等文种")
    }
  }

  /// A title without a closing remark in brackets: (试行).
  private static func withoutRemark(_ range: Range<Int>, _ prose: CheckProse) -> Range<Int> {
    guard range.count > 2, prose.units[range.upperBound - 1] == UInt16(ascii: ")"),
      let open = prose.units[range].lastIndex(of: UInt16(ascii: "("))
    else { return range }
    return range.lowerBound..<open
  }

  /// 管理方法: no kind of document ends so.
  private static let waysOfRules = Mark.words(
    "管理方法 实施方法 暂行方法 试行方法 考核方法 考评方法 补助方法 奖补方法 认定方法 监督方法 监管方法 处置方法 分配方法 扶持方法 奖励方法")
  private static let double = Mark.word("《")[0]
  private static let about = Mark.word("关于")
  private static let forwarding = Mark.words("印发 转发 批转 颁发 下发")
  private static let notices = Mark.words("通知 函 通报 公告 批复")
  private static let kinds = Mark.words(
    "通知 意见 决定 决议 公报 公告 通告 通报 报告 请示 批复 议案 函 纪要 命令 方案 办法 规定 细则 措施 规划 计划 要点 条例 规则 规程 章程 制度 建议 说明 指南 清单 目录 标准",
    "规范 指引 政策 机制 总结 安排 协议 备忘录 倡议 倡议书 公约 准则 解读 答复 汇编 条 书 法 表 信 令")
}
