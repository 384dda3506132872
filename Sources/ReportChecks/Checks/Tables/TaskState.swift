import ReportModel

/// 状态: what an entry, or words of the prose, say of a task.
enum TaskState: Hashable {
  case done, open

  /// 已完成, 按期办结; 推进中, 未启动, 延期. Nil for anything else.
  init?(_ text: String) {
    let words = FigureTable.core(text)
    if Self.doneWords.contains(words) {
      self = .done
    } else if Self.openWords.contains(words) {
      self = .open
    } else {
      return nil
    }
  }

  /// Whether an entry of the same row says the opposite.
  func isDenied(by entry: String, under head: String) -> Bool {
    if let rate = Self.rate(entry), head.contains("完成") || head.contains("进度") {
      return self == .done ? rate < 100 : rate >= 100
    }
    let clauses = entry.split {
      $0.unicodeScalars.contains { Mark.clauseEnds.contains(UInt16(truncatingIfNeeded: $0.halfWidth.value)) }
    }
    switch self {
    case .done:
      return !Self.settled.contains(where: entry.contains) && Self.delays.contains(where: entry.contains)
    case .open:
      return clauses.count == 1 && Self.doneWords.contains(entry) && !head.contains("时")
    }
  }

  /// The percentage that an entry is.
  private static func rate(_ entry: String) -> Int? {
    guard entry.hasSuffix("%") else { return nil }
    return Int(entry.dropLast().prefix { $0 != "." })
  }

  private static let doneWords: Set<String> = Set(
    Mark.texts(
      "已完成 完成 已办结 办结 已落实 已销号 按期完成 如期完成 提前完成 超额完成 全部完成 已全部完成 已全面完成 全面完成 已按期完成 已如期完成 已竣工 √已完成"))
  private static let openWords: Set<String> = Set(
    Mark.texts(
      "推进中 正在推进 未启动 尚未启动 未完成 延期 已延期 未开工 进行中 正常推进 办理中 未办结 在办 暂缓 持续推进 延期推进 推进缓慢 欠进度 终止"))
  private static let delays = Mark.texts("延至 延期至 延期到 延到 推迟至 推迟到 顺延至 申请延期 同意延期 尚未完成 暂缓实施 未启动 未能完成")
  private static let settled = ["完成", "办结", "提前", "上年", "去年", "原", "落实", "验收"]
}

extension TextTable {
  /// The column that says how far each task is.
  var stateColumn: Int? {
    heads.indices.first { column in
      let filled = body.map { text($0, column) }.filter { !$0.isEmpty }
      return filled.count >= 2 && heads[column].containsAny(Self.states)
        && filled.count { TaskState($0) != nil } * 2 > filled.count
    }
  }

  private static let states = ["状态", "情况", "进度", "进展", "结果", "完成与否", "是否完成"]
}

/// 时段: the days that a date, a month, a quarter or a year's end may mean, to be put in order with others.
struct DaySpan: Hashable {
  private var first: Int
  private var last: Int
  private var hasYear: Bool

  init?(_ text: String) {
    func day(_ year: Int?, _ month: Int, _ day: Int) -> Int { ((year ?? 0) * 12 + month) * 31 + day }
    var (year, from, to): (Int?, Int, Int)
    switch Deadline(wording: FigureTable.core(text)).meaning {
    case .date(let date):
      (year, from, to) = (date.year, date.month ?? 1, date.month ?? 12)
      if let month = date.month, let exact = date.day {
        (first, last, hasYear) = (day(year, month, exact), day(year, month, exact), true); return
      }
    case .month(let month): (year, from, to) = (nil, month, month)
    case .quarter(let quarter, let said): (year, from, to) = (said, quarter * 3 - 2, quarter * 3)
    case .firstHalf(let said): (year, from, to) = (said, 1, 6)
    case .yearEnd(let said): (year, from, to) = (said, 12, 12)
    default: return nil
    }
    (first, last, hasYear) = (day(year, from, 1), day(year, to, 31), year != nil)
  }

  /// Whether it lies behind another one, whatever day is meant.
  func isAfter(_ other: DaySpan) -> Bool { hasYear == other.hasYear && first > other.last }
}
