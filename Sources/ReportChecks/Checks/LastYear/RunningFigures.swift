import ReportModel

/// 累计数的说法: what words make a figure a running total, last year's, or one of what came in.
extension FigurePage {
  /// 2023年以来 before a running total.
  func since(_ figure: Int) -> Range<Int>? {
    let sentence = draft.sentences[claim(figure).sentence]
    let time = draft.times[sentence.times].last { $0.range.upperBound <= range(figure).lowerBound }
    guard let time, time.relation == .since, case .date(let date) = time.meaning, date.month == nil,
      range(figure).lowerBound - time.range.upperBound <= 10
    else { return nil }
    return time.range
  }

  /// Whether a figure is what there is, not what came in: a running total, or 达到68家.
  func isStock(_ figure: Int) -> Bool {
    let words = words(lead(figure))
    return words.containsAny(["累计", "总", "达", "有"])
      || words.contains("已建成") && !words.containsAny(["今年", "年内", "全年", "当年"])
  }

  /// 社区食堂达到42家: what there is by now, where what came in stands beside it.
  func isReached(_ figure: Int) -> Bool {
    guard isAmount(figure), figure + 1 < siblings(of: figure).upperBound else { return false }
    return words(lead(figure)).containsAny(["达到", "达"]) && isOfThisYear(figure + 1)
  }

  /// 其中今年新增, 年内新增: right before a figure, with nothing else said of it.
  func isOfThisYear(_ figure: Int) -> Bool {
    let words = words(before(figure))
    return [",其中今年", ",其中年内", ",其中本年", ",其中当年", ",其中全年", ",今年", ",年内", ",本年", ",当年", ",一年", ",全年"].contains {
      time in
      ["", "新增", "新建", "新开展", "净增", "新培养", "新培育", "新认定", "建成", "新建成", "完成"].contains {
        words == time + $0
      }
    }
  }

  /// 今年新增一批, without a figure that was read: said behind a running total.
  func tellsOfMore(_ figure: Int) -> Bool {
    let after = after(figure)
    let words = words(after.prefix(14))
    return [",今年新", ",年内新", ",今年又", ",其中今年新", ",其中年内新", ",本年新", ",其中今年", ",其中本年"].contains(
      where: words.hasPrefix)
  }

  /// 上年累计6个: last year's own total, told beside this year's.
  func isOfLastYear(_ figure: Int) -> Bool {
    let words = words(lead(figure))
    return words.containsAny(["上年", "去年", "此前", "年初", "原有"])
  }

  /// 净增: less those that left.
  func isNet(_ figure: Int) -> Bool { text(lead(figure)).contains("净增") }
}
