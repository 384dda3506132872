/// The words by which documents are told from other titles. Tables: a new cue is a word in a row.
extension DocumentReading {
  static let above = WordTable<Bool>(set: "中共中央 国务院 中华人民共和国 全国 国家 中央 国办 省 市 自治区 财政部 国土 教育部 住房")
  static let verbs = WordTable<Word>(
    rows: [
      (
        .issues,
        """
        印发 出台 制定 制订 颁布 下发 修订 发布 印发了 出台了 制定了 制订了 修订了 发布了 下发了 颁布了 制定出台 研究制定 制定印发 联合印发 印发实施 出台实施 制定并实施 制定实施 审议通过 审议通过了 通过了 会议通过 次会议通过 全会通过 会议讨论通过 会议研究通过 会议表决通过 会议审定 \
        拟定 起草 制修订 修订完善 修订印发 转发 拟订 出台并实施 印发并实施 印发执行 代拟 起草了 制发 制发了 会签 会签印发 制度文件为 制度成果为 制度性成果为 成果文件为 制度文件是 佐证材料为 佐证材料是 佐证为 印证材料为 配套文件为 配套文件是 固化为 成果为 联合制发 发文 编修
        """
      ),
      (.makes, "实行 建立 形成 完善 建立健全 健全 编制 编制了 编制完成 推出 公布 推行 建立了 完善了 健全了 形成了 推出了 实施 推动出台"),
      (
        .refers,
        """
        按 按照 根据 依据 依照 落实 贯彻 贯彻落实 执行 对照 结合 学习 传达 遵循 围绕 对标 宣传 学习贯彻 严格执行 严格落实 认真落实 深入落实 贯彻执行 全面落实 遵照 学习传达 参照 解读 推进落实 持续推进落实 的 严格按照 省级 市级 国家 中央
        """
      ),
      (.publishes, "编印 编写 编纂 出版 刊发 刊登 拍摄 录制 播出 报道 撰写 发表 创作 编排 创刊 开设 开办 推送 创建 打造 制作 登上 印制 编发 创办"),
    ], backwards: true)
  static let kinds = WordTable<Bool>(
    set: """
      意见 方案 办法 细则 机制 清单 制度 规定 规则 规程 条例 措施 计划 规划 指引 指南 通知 决定 章程 标准 规范 要点 纲要 流程 目录 导则 预案 责任制 职责 公约 守则 通告 公告 决议 \
      政策 十条 条例草案 任务书 考核办法 协议 备忘录 手册 图则 体系 准则 函 批复 若干 举措 实施意见 负面清单 工作法 倡议 导引 台账 参考 要求
      """, backwards: true)
  static let beginnings = WordTable<Bool>(set: "关于印发 关于加强 关于推进 关于进一步 关于建立 关于深化 关于全面 关于实施 关于推广")
  static let plans = WordTable<Bool>(
    set: "工作要点 重点工作任务 重点任务 任务清单 督察计划 督查计划 工作计划 年度要点 任务台账 改革台账 责任分工 任务分工 任务分解 任务分解表", backwards: true)
  static let committees = WordTable<Bool>(
    set: "改革任务 改革督察 改革督查 改革宣传 改革调研 卫生体制改革 深化改革 深化改革委员会 深改委 改革委员会 改革工作 深化改革")
  static let mediaAfter = WordTable<Bool>(
    set: "栏目 报 专栏 杂志 专题片 纪录片 微信公众号 短视频 宣传片 一书 等文章 一文 节目 客户端 刊物 画册 歌曲 情景剧 微电影 内刊")
  static let takenUp = WordTable<Bool>(
    set: "采用 刊发 刊登 报道 推广 刊载 转载 点赞 获奖 登载 播出 发表 评为 肯定 等文章 等经验 典型案例 推介")
  static let passing = Array("经由".utf16)
  static let issuedAfter = WordTable<Bool>(
    set:
      "印发 出台 颁布 发布实施 正式实施 正式发布 已发布 印发实施 下发 审议通过 获批 起施行 起实施 起执行 起正式 正式施行 正式执行 出炉 落地实施 开始施行 开始实施 通过并 已经印发 已出台 已正式 公布施行 公布实施 颁布施行 后实施 后施行 后执行 后发布 后公布 制发 实施到位 开始执行"
  )
}
