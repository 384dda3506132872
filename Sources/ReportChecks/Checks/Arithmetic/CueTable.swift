import ReportModel

/// What a word tells about the figures beside it.
struct Cue: OptionSet, Hashable, Sendable {
  let rawValue: UInt32

  /// 其中, 包括: parts follow.
  static let parts = Cue(rawValue: 1 << 0)
  /// 合计, 总计: the sum follows.
  static let sum = Cue(rawValue: 1 << 1)
  /// 增长, 提高: upward change follows.
  static let up = Cue(rawValue: 1 << 2)
  /// 下降, 压减.
  static let down = Cue(rawValue: 1 << 3)
  /// 比上年, 同比: the base is last year's.
  static let lastYear = Cue(rawValue: 1 << 4)
  /// 平均每, 户均.
  static let average = Cue(rawValue: 1 << 5)
  /// 由…, 从…: the figure that a change starts from.
  static let from = Cue(rawValue: 1 << 6)
  /// 到, 至, 降为: the figure that a change ends at.
  static let to = Cue(rawValue: 1 << 7)
  /// 完成.
  static let done = Cue(rawValue: 1 << 8)
  /// 延期.
  static let delayed = Cue(rawValue: 1 << 9)
  /// 终止.
  static let ended = Cue(rawValue: 1 << 10)
  /// 推进中: neither done nor postponed.
  static let open = Cue(rawValue: 1 << 11)
  /// 全部完成: all of them.
  static let allDone = Cue(rawValue: 1 << 12)
  /// 等, 余下: the list is not complete.
  static let incomplete = Cue(rawValue: 1 << 13)
  /// A part that overlaps with others: 党员, 女性, 重点, 以上.
  static let overlapping = Cue(rawValue: 1 << 14)
  /// 受理, 收到: the things to be dealt with.
  static let intake = Cue(rawValue: 1 << 15)
  /// 办结, 整改: the things dealt with.
  static let outcome = Cue(rawValue: 1 << 16)
  /// 扣除延期, 按全部任务: the basis of a rate.
  static let withoutDelays = Cue(rawValue: 1 << 17)
  static let ofAll = Cue(rawValue: 1 << 18)
  /// 每个, 每家: a figure for each one, not of all.
  static let each = Cue(rawValue: 1 << 19)
  /// 目标, 任务数 as a base of a rate: 年度目标, 序时进度.
  static let target = Cue(rawValue: 1 << 20)
  /// 分别.
  static let respectively = Cue(rawValue: 1 << 21)
  /// 力争, 计划.
  static let plan = Cue(rawValue: 1 << 22)
  /// 取消, 保留: what became of things that were gone through.
  static let disposed = Cue(rawValue: 1 << 24)
  /// 累计, 以来.
  static let cumulative = Cue(rawValue: 1 << 23)
  /// 全部, 均已: all of them.
  static let everyOne = Cue(rawValue: 1 << 26)
  /// 其余, 尚有, 未办结: what is left of things that were gone through.
  static let rest = Cue(rawValue: 1 << 25)
}

/// The cues of a text, found in one pass, in its order.
struct CueIndex: Sendable {
  struct Found: Sendable {
    var range: Range<Int>
    var cue: Cue
  }

  let found: [Found]
  /// For every 16 characters the first cue that begins there or behind them.
  private let starts: [Int32]

  init(_ units: [UInt16]) {
    var found: [Found] = []
    var starts: [Int32] = []
    starts.reserveCapacity(units.count >> 4 + 1)
    let (table, cues) = (CueTable.shared.table, CueTable.shared.cues)
    table.scan(units) { number, range in
      while starts.count << 4 <= range.lowerBound { starts.append(Int32(found.count)) }
      found.append(Found(range: range, cue: cues[number]))
    }
    while starts.count << 4 <= units.count { starts.append(Int32(found.count)) }
    self.found = found
    self.starts = starts
  }

  /// The first cue of a kind in a stretch.
  func first(_ cue: Cue, in range: Range<Int>) -> Range<Int>? {
    each(in: range) { !$0.cue.isDisjoint(with: cue) }
  }

  /// The last cue of a kind in a stretch.
  func last(_ cue: Cue, in range: Range<Int>) -> Range<Int>? {
    var last: Range<Int>?
    _ = each(in: range) { found in
      // 压缩到: 缩到 within it is no cue of its own.
      if !found.cue.isDisjoint(with: cue), last.map({ $0.upperBound < found.range.upperBound }) ?? true {
        last = found.range
      }
      return false
    }
    return last
  }

  /// Goes through the cues that stand whole in a stretch up to the one that is meant, and returns its place.
  @inline(__always)
  private func each(in range: Range<Int>, _ isMeant: (Found) -> Bool) -> Range<Int>? {
    found.withUnsafeBufferPointer { found in
      var index = Int(starts[max(0, range.lowerBound) >> 4])
      while index < found.count, found[index].range.lowerBound < range.upperBound {
        let cue = found[index]
        index += 1
        guard cue.range.lowerBound >= range.lowerBound, cue.range.upperBound <= range.upperBound else {
          continue
        }
        if isMeant(cue) { return cue.range }
      }
      return nil
    }
  }

  /// Whether a cue of a kind stands in a stretch.
  func has(_ cue: Cue, in range: Range<Int>) -> Bool { first(cue, in: range) != nil }
}

/// The words behind the cues. A table: a new cue is a word in a row.
struct CueTable: Sendable {
  static let shared = CueTable()
  let table: PhraseTable
  let cues: [Cue]

  private init() {
    var byWord: [String: Cue] = [:]
    for (cue, words) in Self.rows {
      for word in words.split(separator: " ") { byWord[String(word), default: []].formUnion(cue) }
    }
    for word in Self.settled { byWord[word, default: []].formUnion(.allDone) }
    let words = byWord.keys.sorted()
    table = PhraseTable(words)
    cues = words.map { byWord[$0] ?? [] }
  }

  /// 均已办结, 悉数收官: a word of all, how it went, and a word of being done.
  private static let settled = ["全部", "均", "都", "全都", "悉数", "全数", "尽数", "一项不落"].flatMap { all in
    ["", "已", "已经", "如期", "按期", "按时", "已如期", "已按期"].flatMap { how in
      ["完成", "办结", "收官", "销号", "交账", "交卷", "办成", "结项", "了结", "收尾"].map { all + how + $0 }
    }
  }

  /// The words of a row.
  static func words(of cue: Cue) -> [String] {
    rows.filter { $0.0 == cue }.flatMap { $0.1.split { $0 == " " || $0 == "\n" }.map(String.init) }
  }

  private static let rows: [(Cue, String)] = [
    (.parts, "其中 包括 包含 分别为 分别是 分别有 依次为 依次是 具体为 具体包括 分别来自"),
    (.sum, "共计 合计 总计 一共 共有 总共 累计 总数 总数为 之和 之和为 合起来 加起来 算下来 加在一起 总和 合共"),
    (
      .up,
      "跃升 攀升 增长 增加 提高 提升 上升 上涨 扩大 增幅 增速 涨幅 多出 增至 增到 升至 升到 升幅 延长 拉长 扩充 扩展 放宽 回升 放大 高于 高出 快于 同比增 净增 上调 调高 调增 拉高 抬高 走高 推高 增多 做大 涨价 多了"
    ),
    (
      .down,
      "下降 减少 降低 压缩 压减 缩短 精简 精减 减并 裁减 下调 减至 减到 减为 减成 缩为 缩至 降到 降为 压降 降幅 下滑 回落 缩小 低于 降至 节约 省下 省去 省出 省掉 砍掉 减掉 压掉 同比降 减幅 缩减 裁撤 撤并 收窄 慢于 低出 提速 核减 调低 调减 拉低 压低 走低 降价 少跑 少交 少了"
    ),
    (.lastYear, "比上年 较上年 比去年 较去年 同比 上年同期 去年同期 比上一年 较上一年 与上年相比 与去年相比 较年初 比年初 与上年比 与去年比 同上年比 同去年比 较2"),
    (
      .average,
      "平均每 户均 人均 家均 亩均 村均 校均 件均 批均 馆均 队均 单均 套均 平均 均价 每户 每亩 每家 每人 场均 镇均 每期 宗均 笔均 班均 生均 园均 店均 企均 站均 所均 床均 社均 组均 项均 次均 车均 起均 例均 处均 院均 台均 套均 亩均 街均 县均 乡均 网格均 年均"
    ),
    (.from, "上年的 去年的 原来的 原先的 原有的 此前的 年初的"),
    (
      .to,
      "压缩到 压缩至 压缩为 压减到 压减至 压减为 减少到 减少至 减少为 精简到 精简至 精简为 缩短到 缩短至 缩短为 下降到 下降至 降低到 降低至 降到 降至 降为 提高到 提高至 提升到 提升至 增加到 增加至 增长到 增长至 上升到 上升至 跃升到 跃升至 跃升为 攀升到 攀升至 上涨到 上涨至 扩充到 扩充至 拓展到 拓展至 增长为 增加为 发展到 壮大到 提高为 提升为 压降到 压降至 压降为 缩减到 缩减至 缩短为 下调至 下调到 扩大到 扩大至 扩展到 扩展至 缩小到 缩小至 缩小为 放宽到 放宽至 延长到 延长至 延长为 拉长到 拉长至 回落到 回落至 回升到 回升至 扩大为 提速到 提速至 下降为 降低为 上升为 整合到 整合为 整合成 合并为 减到 减至 减为 增至 增到 升至 升到 调整到 调整为 调整至 归并为 优化到 优化为 优化至 变为 重组为 重组成 合并成 归并成 归并到 合为 合成 并为 减成 缩为 缩至 整合至 精简成 减并为 减并到 撤并为 撤并到 压到 压至 压成 压为 缩到 缩成 砍到 砍至 砍成 扩到 扩至 扩为 增为 并到 并至 并成 降成 涨到 涨至 提至 省到 核减为 核减到 核减至 调减为 调减到 扩容到 扩容至 扩面到 扩面至 充实到 充实至 增补到 增补至 壮大至 发展至"
    ),
    (.done, "完成 办结 结项 落实到位 落地 销号 建成"),
    (.delayed, "延期 暂缓 推迟 延后 顺延 延至 结转 跨年度"),
    (.ended, "终止 取消 不再实施 中止 撤销 调出 并入其他"),
    (.open, "跨年接续 接续 续办 推进中 在途 正在推进 未完成 正在实施 有序推进 持续推进 未启动 正在办理 长期推进 尚未 推进 进行中 在建"),
    (
      .allDone,
      "全面完成 全部落实 悉数落地 已完成全部 均已全部完成 圆满收官 如期收官 画上句号 画上圆满句号 划上圆满句号 件件落地"
    ),
    (.incomplete, "等等 主要有 主要包括 例如 比如 特别是"),
    (
      .overlapping,
      """
      党员 女性 女干部 妇女 以上 以下 以内 重点 优秀 骨干 高层次 困难 失业 脱贫 残疾 退役 少数民族 青年 老年 70岁 35岁 博士 硕士 本科 研究生 中级 首次 示范 省级以上 县级以上 市级以上 \
      创新 亿元 万元 500强 世界 上市 特色 典型 成功 累计 年内 当年 今年 本年 规上 规模 高新 紧急 疑难
      """
    ),
    (
      .intake,
      "意向 受理 收到 接到 发现 排查 收集 交办 反馈 梳理 征集 立案 评审 申请 申报 接收 接访 转办 议定 发布 赋权 检查 诉前调解 排查出 查找 摸排 移交 登记 提出 下达 反映 承办 代办 调处 收储 接待 受案 巡察反馈 申办 报名 报审"
    ),
    (
      .outcome,
      "办结 整改 解决 化解 采纳 通过 处置 答复 落实 销号 转化 整治 揭榜 调解成功 办理 完成整改 结案 审结 回复 破获 完成 按期办结 成功 兑现 修复 验收 兑付 推动整改 已整改 批准 准予 按期整改 获批 入选 入围 对接"
    ),
    (.withoutDelays, "扣除延期 剔除延期 扣除 剔除 除延期 不含延期 除去"),
    (.ofAll, "按全部 全部任务 按总数 按任务总数 含延期 全部计算"),
    (.each, "每个 每家 每户 每人 每名 每年 每月 每周 每季 每项 每镇 每村 每天 每日 每千 每万 每百 每亩 每次 每条 每支 每笔 每张 每期 每场 每轮 每处 每所 各领 各自"),
    (.target, "目标 计划 计划数 序时 进度 任务数 年初 预算 指标 年度任务 任务的"),
    (.respectively, "分别 依次"),
    (.disposed, "取消 下放 保留 新增 变更 调整 合并 划转 修改 废止 维持 撤销 承接 删除 整合 继续有效 失效 修订 继续执行 驳回 关停 搬迁 改造 拆除 收回 移交"),
    (.plan, "力争 计划 预计 目标为 确保 争取 拟安排 拟 将"),
    (.everyOne, "全部 均已 全面 全都 已全 均完成 均实现"),
    (
      .rest,
      """
      其余 剩余 余下 尚有 还有 仍有 尚余 还剩 剩下 未完成 未办结 未结 未整改 未采纳 未化解 未审结 未销号 未解决 未开工 未落实 未通过 未达标 未使用 未支出 \
      正在整改 正在办理 正在推进 正在化解 正在处理 正在审理 正在解决 正在协调 空编 空缺 结余 尚存 待整改 待办 待办理 办理中 整改中 推进中 在办 未办
      """
    ),
    (.cumulative, "累计 以来 历年 总数 总量 总规模"),
  ]
}
