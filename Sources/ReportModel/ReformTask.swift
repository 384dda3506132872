/// 改革任务 (改革事项): one line of the year's work plan.
public struct ReformTask: Hashable, Sendable {
  /// 编号, as the ledger writes it (经济-01); nil where it has none.
  public var number: String?
  /// 名称.
  public var name: String
  /// 牵头单位: answers for the task.
  public var leadUnit: String?
  /// 责任单位 (配合单位), in order.
  public var supportingUnits: [String]
  /// 完成时限.
  public var deadline: Deadline?
  /// 状态; nil where the ledger does not say.
  public var status: TaskStatus?
  /// 进展情况.
  public var progress: String?
  /// 延期; present for delayed tasks, possibly with fields still open.
  public var delay: Delay?
  /// 原任务: the earlier year's task that this one continues.
  public var continues: EarlierTask?
  /// 数据: stated figures of the task.
  public var figures: [StatedFigure]
  /// 备注.
  public var remark: String?
  /// 出处 and 待核.
  public var origin: Origin

  /// A task.
  public init(number: String? = nil, name: String, status: TaskStatus? = nil) {
    self.number = number
    self.name = name
    self.supportingUnits = []
    self.status = status
    self.figures = []
    self.origin = Origin()
  }

  /// Whether the task counts as delayed.
  public var isDelayed: Bool { status?.kind == .delayed }

  /// Whether the task counts as completed.
  public var isCompleted: Bool { status?.kind == .completed }
}

/// 延期: a postponement, with what a ledger must say of it.
public struct Delay: Hashable, Sendable {
  /// 原因.
  public var reason: String?
  /// 延至: the new deadline.
  public var until: Deadline?
  /// 审议: the meeting that approved it.
  public var approval: String?

  /// A delay.
  public init(reason: String? = nil, until: Deadline? = nil, approval: String? = nil) {
    self.reason = reason
    self.until = until
    self.approval = approval
  }
}

/// 原任务: a task of an earlier year's ledger.
public struct EarlierTask: Hashable, Sendable {
  /// 年度 of that ledger.
  public var year: Int
  /// 编号 in that ledger.
  public var number: String?
  /// 名称 it had there.
  public var name: String?

  /// A link to an earlier year's task.
  public init(year: Int, number: String? = nil, name: String? = nil) {
    self.year = year
    self.number = number
    self.name = name
  }
}

/// 状态: a task's standing in the closed vocabulary, and the words the source used for it.
public struct TaskStatus: Hashable, Sendable {
  /// The closed vocabulary.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// 已完成.
    case completed = "已完成"
    /// 推进中.
    case inProgress = "推进中"
    /// 未启动.
    case notStarted = "未启动"
    /// 延期.
    case delayed = "延期"
    /// 终止.
    case terminated = "终止"
  }

  /// What the words mean; nil where they are not known, and then the task counts as none of these.
  public var kind: Kind?
  /// The source's own words.
  public var wording: String

  /// A status of the closed vocabulary, in its own words.
  public init(_ kind: Kind) {
    self.kind = kind
    self.wording = kind.rawValue
  }

  /// A status from the words of a real table. Unknown words are kept, with no meaning.
  ///
  /// Practice: the words are those met in published tables. 基本完成 is not yet completion: counting it as
  /// 已完成 would raise a rate that somebody answers for.
  public init(wording: String) {
    self.wording = wording
    self.kind = Self.meanings[wording] ?? Self.meanings[String(wording.filter { !$0.isWhitespace })]
  }

  /// Words of real tables and what they mean.
  public static let meanings: [String: Kind] = {
    let words: [Kind: [String]] = [
      .completed: [
        "已完成", "完成", "全部完成", "已全部完成", "超额完成", "提前完成", "按期完成", "按时完成", "如期完成",
        "已办结", "办结", "办理完毕", "已销号", "销号", "予以销号", "同意销号", "完成销号", "已结项", "结项", "已收官", "已兑现", "已落实", "达到目标",
        "√",
      ],
      .inProgress: [
        "推进中", "基本完成", "达到时间进度", "达到序时进度", "超进度", "超序时进度", "欠进度", "正常推进", "有序推进",
        "加快推进", "推进缓慢", "进展缓慢", "持续推进", "正在推进", "进行中", "正在进行", "长期坚持", "部分完成", "未完成",
      ],
      .notStarted: ["未启动", "尚未启动", "未开展", "尚未开展", "待启动"],
      .delayed: [
        "延期", "已延期", "申请延期", "同意延期", "延期开展", "延期完成", "延期实施", "延期推进", "暂缓", "暂缓实施", "暂缓推进",
        "延后", "延后实施", "推迟", "推迟实施", "顺延", "延迟", "结转", "跨年", "跨年度", "跨年实施", "跨年度实施",
      ],
      .terminated: [
        "终止", "已终止", "终止实施", "予以终止", "同意终止", "终止推进", "中止", "取消", "已取消", "取消实施", "予以取消", "不再实施",
        "不再推进", "不再开展", "不再建设", "停止", "停止实施", "撤销", "销项", "合并实施", "合并推进", "并入其他任务",
      ],
    ]
    var meanings: [String: Kind] = [:]
    for (kind, list) in words { for word in list { meanings[word] = kind } }
    return meanings
  }()
}
