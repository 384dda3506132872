import ReportModel

/// 上年的分句: figures that are last year's because the clause they stand in begins with last year.
extension FigurePage {
  /// 上年投放1.86亿元、62户; 去年6月末为2.30亿元; 2024年新增1860亩: told beside this year's figure to be held against it.
  func isInLastYearsClause(_ figure: Int) -> Bool {
    let stretch = before(figure)
    let mark = stretch.last { Self.clauseMarks.contains(units[$0]) }
    let clause = (mark.map { $0 + 1 } ?? stretch.lowerBound)..<stretch.upperBound
    let said = words(clause)
    if mark == nil, figure > siblings(of: figure).lowerBound, said.hasAnyPrefix(["、", "和"]) {
      return !said.containsAny(Self.now) && isInLastYearsClause(figure - 1)
    }
    let dated = yearBefore.map { said.units.starts(with: $0) } ?? false
    guard dated || said.hasAnyPrefix(LastYearFiguresCheck.lastYears) else { return false }
    // 去年启动的试点今年扩大到12个 is of this year, 上年结转的3项 are, too.
    return !said.containsAny(Self.now) && !cues.has(.to, in: clause)
  }

  /// 2022年,全区排查隐患3460处: a year and a comma right at the start, with nothing else in the sentence told of this year.
  func opens(_ time: TimeMention, _ figure: Int) -> Bool {
    guard case .date = time.meaning, time.range.lowerBound == sentence(of: figure).range.lowerBound else {
      return false
    }
    return units[time.range.upperBound] == Mark.comma
      && !words(sentence(of: figure).range).containsAny(Self.now)
  }

  /// 上年回访1100人,满意度92.7%: told on behind a figure of last year's, by a comma alone.
  func goesOnWithLastYear(_ figure: Int) -> Bool {
    guard figure > siblings(of: figure).lowerBound, isInLastYearsClause(figure - 1) else { return false }
    let between = before(figure)
    return words(between).hasPrefix(",") && !words(between).containsAny(Self.now)
      && !cues.has(.to, in: between)
      && between.count { Self.clauseMarks.contains(units[$0]) } == 1
  }

  /// 投放3.12亿元,惠及97户,上年投放1.86亿元: this year's figure that is told by the same verb.
  func thisYears(of figure: Int) -> Int? {
    guard isInLastYearsClause(figure) else { return nil }
    let verb = Array(lead(figure).suffix(2)).map { units[$0] }
    guard verb.count == 2, verb.allSatisfy(Mark.isHan), lead(figure).count <= 8 else { return nil }
    return (siblings(of: figure).lowerBound..<figure).last {
      sameUnit($0, figure) && isExact($0) && claim($0).change == nil && !isInLastYearsClause($0)
        && contains(verb, in: lead($0))
    }
  }

  /// 上年为29笔、928万元,两年合计67笔、2144万元; 上年为22名,累计57名: whether what is told of both years begins between two places.
  func sumsUpYears(_ between: Range<Int>) -> Bool {
    // 上年为8600万元,增长50%,惠及牧户1016户: the change leads back to this year.
    let figures = draft.sentence(at: between.lowerBound).map { draft.sentences[$0].quantities } ?? 0..<0
    if figures.contains(where: { between.contains(range($0).lowerBound) && claim($0).change != nil }) {
      return true
    }
    guard let digit = between.first(where: { Mark.isDigit(units[$0]) }),
      let comma = (digit..<between.upperBound).first(where: { units[$0] == Mark.comma })
    else { return false }
    return words(comma..<between.upperBound).containsAny(Self.sums)
  }

  /// 在全市308个村中,…的有241个,比上年的220个多21个: of what there is in all, and what is rightly last year's.
  func isBase(_ figure: Int) -> Bool {
    LastYearFiguresCheck.namesLastYear(words(before(figure)), nil) || isInLastYearsClause(figure)
      || words(lead(figure)).hasAnySuffix(Self.places)
  }

  /// 由上年的4项完成3项: up to the next mark, all is last year's.
  func isInLastYearsCount(_ figure: Int) -> Bool {
    let stretch = before(figure)
    if LastYearFiguresCheck.namesLastYear(words(stretch), nil) { return true }
    return figure > siblings(of: figure).lowerBound && !stretch.contains { Mark.isListMark(units[$0]) }
      && isInLastYearsCount(figure - 1)
  }

  private static let places = Mark.texts("全省 全市 全区 全县 全旗 全州 全镇 全乡")
  private static let clauseMarks = UnitSet(",;(")
  private static let now = Mark.texts("今年 本年 当年 年内 目前 以来 结转 延期的 启动的 开工的 建成的 转入")
  private static let sums = Mark.texts("累计 合计 总计 共计 两年 三年 两个年度 加起来 相加 连同 加上 一共 总共 历年 目前 现有 至此 净增")
}

extension LastYearFiguresCheck {
  /// 由上年的57名; 64名,比上年(57名)增加7名.
  static let sourcesOfLastYear: [String] = lastYears.flatMap { year -> [String] in
    ["由" + year, "从" + year, "比" + year + "(", "较" + year + "("]
  }
}

extension LastYearFiguresCheck {
  /// 2022年度总值327亿元,比上年的315亿元增加12亿元: told of the year before beside that before it.
  func endsChange(_ figure: Int, _ page: FigurePage) -> Bool {
    let next = figure + 1
    return page.claim(figure).change == nil && next < page.siblings(of: figure).upperBound
      && page.sameUnit(next, figure) && page.words(page.after(figure)).contains("比上年的")
  }
}
