import ReportModel

/// 上年的说法: the words right before a figure that make it last year's, or set one against last year's.
extension LastYearFiguresCheck {
  /// 上年的, 去年只有, 2022年为, (上年: right before a figure that is itself last year's.
  static func namesLastYear(_ words: FoldedWords, _ year: Int?) -> Bool {
    if words.hasAnySuffix(directly) || words.hasAnySuffix(doneThen) { return true }
    guard let link = links.first(where: words.hasSuffix) else { return false }
    let rest = FoldedWords(units: words.units.dropLast(link.utf16.count))
    if rest.hasAnySuffix(lastYears) { return true }
    return year.map { year in ["年", "年底", "年末", "年年底"].contains { rest.hasSuffix("\(year - 1)\($0)") } }
      ?? false
  }

  /// 与2024年相比, 比上年: said in the sentence before a figure.
  func comparesWithLastYear(_ figure: Int, _ page: FigurePage, _ year: Int?) -> Bool {
    let before = page.words(page.sentence(of: figure).range.lowerBound..<page.range(figure).lowerBound)
    return (Self.lastYears + (year.map { ["\($0 - 1)年"] } ?? [])).contains { last in
      ["与\(last)相比", "同\(last)相比", "较\(last)相比", "和\(last)相比", "与\(last)比"].contains(where: before.contains)
    }
  }

  static let directly =
    [
      "(上年", "(去年", ",上年", ",去年", ",上年同期", ",去年同期", ",上一年度", ",上年度", ",前一年", "(上年度", "(上一年", "与上年", "与去年",
      "和上年", "同上年",
    ]
    + sourcesOfLastYear + ["剩余", "剩下", "遗留"].flatMap { ["上年\($0)的", "去年\($0)的"] }
  static let links = pointings + ["的", "为", "是", "末的", "底的", "只有", "仅有", "仅为", "仅", "末为", "底为", "还是", "只是"]
  /// 上年末这一数字为: what was told right before.
  private static let pointings = ["为", "是", "只有", "仅为", "达"].flatMap { verb in
    ["这一数字", "这个数字", "该数字", "这一指标", "该指标", "同一指标", "这一数据", "该数据", "这一数", "这个数"].map { $0 + verb }
  }
  /// 较上年办结的14项有所增加: what was done last year, where it is set against.
  private static let doneThen = ["比上年", "较上年", "比去年", "较去年", "于上年", "于去年"].flatMap { last in
    ["办结", "完成", "出台", "印发", "召开", "新增", "受理", "建成", "形成", "实现", "发放", "培育", "审议", "实施", "推出", "安排"].map {
      last + $0 + "的"
    }
  }
  static let lastYears = [
    "上年", "去年", "上年同期", "去年同期", "上年度", "上年末", "上年底", "去年底", "去年末", "上一年", "上一年度", "前一年", "前一年度",
  ]
}
