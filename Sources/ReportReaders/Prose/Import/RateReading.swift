import ReportModel

/// 完成率: the rate that a report states, and what it is a share of.
extension ReportFilling {
  /// The basis of the completion rate: as the text says, or else as the figures fit; if it is not said, that is asked.
  mutating func basis(_ report: inout Report, _ rates: [Claim], near sentence: Int) {
    guard let rate = rates.min(by: { abs($0.sentence - sentence) < abs($1.sentence - sentence) }) else {
      // 剔除推迟事项,全面完成: a basis without a rate.
      for index in sentence..<min(sentence + 3, draft.sentences.count) {
        let range = draft.sentences[index].range
        guard let except = Self.exceptWords.first(in: range, of: units)?.range,
          DomainFilling.allDone.first(in: except.upperBound..<range.upperBound, of: units) != nil
            || ClaimWords.rates.first(in: except.upperBound..<range.upperBound, of: units) != nil
        else { continue }
        report.completionBasis = .exceptDelayed
      }
      if isShareOfAll(near: sentence, report) { report.completionBasis = .allTasks }
      return
    }
    defer { keep(rate, &report) }
    let said = draft.sentences[rate.sentence].range
    let mention = draft.quantities[rate.quantity]
    domains.used.insert(rate.sentence)
    let clause = said.lowerBound..<mention.range.upperBound
    let window =
      max(
        clause.lowerBound, mention.range.lowerBound - 44)..<min(
        said.upperBound, mention.range.upperBound + 14)
    if let except = Self.exceptWords.first(in: window, of: units)?.range {
      // 未剔除延期事项: all tasks are the base.
      let isDenied =
        except.lowerBound > window.lowerBound && Self.denials.contains(units[except.lowerBound - 1])
      report.completionBasis = isDenied ? .allTasks : .exceptDelayed
      return
    }
    if Self.allWords.first(in: window, of: units) != nil {
      report.completionBasis = .allTasks
      return
    }
    let counts = Tally(of: report)
    guard let tasks = report.stated.tasks ?? counts.tasks.value,
      let done = report.stated.completed ?? counts.completed.value
    else { return }
    let delayed = report.stated.delayed ?? counts.delayed.value ?? 0
    let printed = mention.quantity
    func fits(_ rate: Rate?) -> Bool {
      rate.map { $0.percent(digits: max(0, -printed.precision)) == "\(printed.value)%" } ?? false
    }
    if fits(Rate(done, of: tasks)) {
      report.completionBasis = .allTasks
    } else if delayed > 0, fits(Rate(done, of: tasks - delayed)) {
      report.completionBasis = .exceptDelayed
      report.origin.toVerify.append("完成率口径")
      notes.append(
        Diagnostic(
          "import.basis", .note, at: draft.text.place(mention.range),
          "完成率\(printed.chinese)没有写明口径：扣除\(delayed)项延期后是\(done)/\(tasks - delayed)，按全部任务计算是\(done)/\(tasks)＝"
            + (Rate(done, of: tasks)?.percent() ?? ""),
          suggestions: [.init("请确认完成率按哪些任务计算，并在报告中写明")]))
    }
  }

  /// 已办结55项,占全部任务的88.7%: a share of what is done, with its base, in place of a rate.
  private func isShareOfAll(near sentence: Int, _ report: Report) -> Bool {
    let counts = Tally(of: report)
    let all = report.stated.tasks ?? counts.tasks.value
    let done = report.stated.completed ?? counts.completed.value
    return (sentence..<min(sentence + 3, draft.sentences.count)).contains { index in
      // 已完成41项,占89.1%: of all, where the figures say so.
      let isShare = draft.sentences[index].quantities.contains { quantity in
        let mention = draft.quantities[quantity]
        guard let all, let done, mention.quantity.unit == "%",
          Self.shares.match(
            before: mention.range.lowerBound, in: units, start: draft.sentences[index].range.lowerBound)
            != nil
        else { return false }
        return Rate(done, of: all)?.percent(digits: max(0, -mention.quantity.precision))
          == "\(mention.quantity.value)%"
      }
      if isShare { return true }
      guard let base = Self.allWords.first(in: draft.sentences[index].range, of: units)?.range else {
        return false
      }
      let figures = draft.sentences[index].quantities.map { draft.quantities[$0] }
      return figures.contains {
        $0.quantity.unit == "%" && (0...6).contains($0.range.lowerBound - base.upperBound)
      }
        && draft.claims(inSentence: index).contains {
          draft.claims[$0].measure == .completed
            && draft.quantities[draft.claims[$0].quantity].range.upperBound <= base.lowerBound
        }
    }
  }

  /// 主要数据:完成率100%: a rate among figures.
  func isListed(_ claim: Claim) -> Bool {
    let range = draft.sentences[claim.sentence].range
    return DomainFilling.dataLines.match(at: range.lowerBound, in: units, end: range.upperBound) != nil
  }

  /// A rate that the counts do not give, such as one without the tasks that were given up, is kept as a figure.
  func keep(_ rate: Claim, _ report: inout Report) {
    let printed = draft.quantities[rate.quantity].quantity
    let counted = Tally(of: report).rate(report.completionBasis ?? .allTasks)
    guard let counted, counted.percent(digits: max(0, -printed.precision)) != "\(printed.value)%" else {
      return
    }
    var figure = StatedFigure(measure: "完成率", quantity: printed)
    figure.origin.locator = domains.locator(draft.quantities[rate.quantity].range)
    report.figures.append(figure)
  }

  static let exceptWords = WordTable<Bool>(
    set:
      "扣除 剔除 除去 除开 刨除 刨去 去掉 不把 不计入 不含结转 不计结转 不含经批准 不含已批准 不含批准 不含报批 不含顺延 不含推迟 不含暂缓 不含已延期 不包括延期 不包含延期 不计入延期 不含延期 不计延期 除延期 剩余 未延期 除已延期 除推迟 除暂缓 除顺延 不计入考核 不计入基数 不纳入考核 不列入考核 不计入统计 不纳入统计 不计入完成率 不列入统计"
  )
  private static let shares = WordTable<Bool>(
    set: "办结率 按期办结率 结项率 完结率 完成比例 按时完成率 占 占比 占比为 占总数的 占到", backwards: true)
  private static let denials = Array("未不".utf16)
  /// 占全部事项, 与任务总数之比, 以所有任务为基数.
  static let allWords: WordTable<Bool> = {
    let leads = ["全部", "按全部", "总", "所有", "应完成", "占", "占年度", "占全年", "占改革", "占安排", "占列入", "占应办"]
    let things = ["任务", "事项", "项目"].flatMap { thing -> [String] in
      leads.map { $0 + thing } + [thing + "总数", thing + "总量"]
    }
    let others = "计入延期 包括延期 包含延期 延期计入 延期事项计入 延期任务计入 占总数 占总量"
    return WordTable<Bool>(set: things.joined(separator: " ") + " " + others)
  }()
}
