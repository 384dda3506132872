/// 办成与延后: what offices call finishing a task and putting one off. Every table of cues is made from these.
enum StandingWords {
  static let done = [
    "完成", "办结", "销号", "落地", "收官", "交账", "结项", "结题", "办完", "做完", "干完", "办成", "干成", "兑现", "销账", "完结", "落实",
    "收口",
  ]
  static let late = [
    "延期", "展期", "缓办", "缓建", "暂缓", "推迟", "顺延", "延后", "延缓", "延迟", "结转", "跨年推进", "跨年实施", "跨年办理", "跨年度", "跨年",
    "推后", "延长", "欠账", "缓交",
  ]
}
