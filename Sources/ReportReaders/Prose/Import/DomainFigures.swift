import ReportModel

/// 数据: the figures that sentences state, apart from the counts of the ledger itself.
extension DomainFilling {
  /// 6项任务完成5项,终止1项,无延期: said to be none.
  mutating func readNoDelays(_ domain: inout Domain, _ sentences: [Int]) {
    guard domain.stated.tasks != nil, domain.stated.delayed == nil,
      sentences.prefix(3).contains(where: {
        Self.noDelays.first(in: draft.sentences[$0].range, of: units) != nil
      })
    else { return }
    domain.stated.delayed = 0
  }

  static let noDelays = WordTable<Bool>(
    products: [[["无", "没有", "无一", "无一项", "未有", "没有一项", "零", "无任务", "无事项"], StandingWords.late]],
    words: "延期为零 延期数为零 延期数为0 延期任务为零")

  /// 主要数据: 甲12个;乙3项 — a line of figures rather than an achievement.
  mutating func readFigures(_ domain: inout Domain, _ index: Int) -> Bool {
    let range = draft.sentences[index].range
    guard Self.dataLines.match(at: range.lowerBound, in: units, end: range.upperBound) != nil else {
      return false
    }
    // What a task tells is not told again of its field.
    let told = domain.tasks.flatMap(\.figures)
    domain.figures += figures(of: index).filter { figure in
      !told.contains { $0.quantity == figure.quantity && $0.measure == figure.measure }
    }
    return true
  }

  /// The figures of a sentence that are no counts of the ledger.
  ///
  /// Of news all figures but plans are kept, those of earlier years with their year.
  func figures(of index: Int, within range: Range<Int>? = nil, isNews: Bool = false) -> [StatedFigure] {
    draft.claims(inSentence: index).compactMap { position in
      let claim = draft.claims[position]
      let mention = draft.quantities[claim.quantity]
      guard range?.contains(mention.range.lowerBound) ?? true else { return nil }
      let isOfYear = [.reported, .cumulative].contains(claim.period) || isForecast(claim)
      guard isOfYear || isNews && (claim.period != .plan || isProjectsSize(claim)),
        // 周期缩短约60天: what a wait was cut by is a result.
        !isElsewhere(mention.range.lowerBound, from: draft.sentences[index].range.lowerBound),
        claim.change != nil || savesTime(claim) || !Self.durations.contains(mention.quantity.unit)
          || isNews && Self.times.contains(mention.quantity.unit)
      else { return nil }
      let own: Range<Int>
      switch claim.measure {
      case .words(let words): own = words
      default:
        guard isNews else { return nil }
        own = claim.words
      }
      // 产值347.6亿元,增长12.1%: a figure without words of its own tells of what was measured before it.
      let words = own.isEmpty ? wordsBefore(position, inSentence: index) : own
      guard !words.isEmpty, var measure = measureName(words, of: position, inSentence: index) else {
        return nil
      }
      if let change = claim.change { measure += change == .up ? "（增加）" : "（减少）" }
      guard !measure.isEmpty else { return nil }
      if claim.period == .before || claim.period == .other, let time = claim.time {
        measure += "（" + draft.text.string(draft.times[time].range) + "）"
      }
      var figure = StatedFigure(measure: measure, quantity: mention.quantity)
      figure.origin.locator = locator(mention.range)
      figure.origin.toVerify = ["指标"]
      if let time = claim.time, draft.times[time].relation == .upTo,
        case .date(let date) = draft.times[time].meaning
      {
        figure.asOf = date.ledgerText
      }
      return figure
    }
  }

  /// 看到某区两年腾出土地1800亩: a place without a name is another one.
  private func isElsewhere(_ place: Int, from start: Int) -> Bool {
    let first = (start..<place).last { units[$0] == Unit.semicolon } ?? start
    return Self.elsewhere.first(in: first..<place, of: units) != nil
  }

  private static let elsewhere = WordTable<Bool>(set: "某区 某县 某市 某旗 某地 某省 某镇 某街道 某开发区 某园区")

  /// 平均提前约75天: time won.
  private func savesTime(_ claim: Claim) -> Bool {
    let before = claim.clause.lowerBound..<draft.quantities[claim.quantity].range.lowerBound
    return Self.savings.first(in: before, of: units) != nil
  }

  private static let savings = WordTable<Bool>(set: "提前 缩短 压缩 压减 节省 减少 时长 学时 服务时间")

  /// What a figure measures; of one that only tells of a change (精简14个), with what was measured before it.
  private func measureName(_ words: Range<Int>, of position: Int, inSentence index: Int) -> String? {
    let naming = MeasureNaming(draft: draft, units: units)
    let claim = draft.claims[position]
    let name = naming.name(words, of: claim)
    let text = draft.text.string(name).trimmingBlanks
    guard naming.isChange(name), let before = before(position, inSentence: index) else {
      return text.isEmpty ? nil : text
    }
    let subject = draft.text.string(naming.name(before.words, of: before.claim)).trimmingBlanks
    // 由23家压减至11家: the same thing; 由23家减为11家,精简12家: by how much.
    return before.claim.clause == claim.clause ? subject : "\(subject)（\(text)）"
  }

  /// The last figure before one in its sentence that counts the same unit and has words of its own.
  private func before(_ position: Int, inSentence index: Int) -> (words: Range<Int>, claim: Claim)? {
    let unit = draft.quantities[draft.claims[position].quantity].quantity.unit
    let naming = MeasureNaming(draft: draft, units: units)
    for other in draft.claims(inSentence: index).reversed() where other < position {
      let claim = draft.claims[other]
      guard draft.quantities[claim.quantity].quantity.unit == unit, case .words(let words) = claim.measure,
        !words.isEmpty, !naming.isChange(naming.name(words, of: claim))
      else { continue }
      return (words, claim)
    }
    return nil
  }

  /// What the figures before one in its sentence measure.
  private func wordsBefore(_ position: Int, inSentence index: Int) -> Range<Int> {
    for claim in draft.claims(inSentence: index).reversed() where claim < position {
      if case .words(let words) = draft.claims[claim].measure, !words.isEmpty { return words }
    }
    return 0..<0
  }

  /// 今年全区粮食总产预计达到11.7万吨: a forecast of the year told of, not a plan for the next.
  private func isForecast(_ claim: Claim) -> Bool {
    guard claim.period == .plan, ![.plan, .problems].contains(draft.role(of: claim.section)) else {
      return false
    }
    let before = claim.clause.lowerBound..<draft.quantities[claim.quantity].range.lowerBound
    return Self.forecasts.first(in: before, of: units) != nil
      && Self.thisYear.first(in: before, of: units) != nil
  }

  /// 新签约项目134个,计划总投资562亿元: what a project costs is no plan of the year's.
  private func isProjectsSize(_ claim: Claim) -> Bool {
    guard ![.plan, .problems].contains(draft.role(of: claim.section)) else { return false }
    let before = claim.clause.lowerBound..<draft.quantities[claim.quantity].range.lowerBound
    return Self.projectSizes.first(in: before, of: units) != nil
  }

  private static let projectSizes = WordTable<Bool>(set: "计划总投资 计划投资 拟投资 预计总投资 拟总投资 预计投资")
  private static let forecasts = WordTable<Bool>(set: "预计 预计将")
  private static let thisYear = WordTable<Bool>(set: "今年 全年 本年 年内")

  static let durations: Set<String> = ["年", "番", "个月", "天", "小时", "分钟", "大"]
  /// Of them, those that news tells as results: 为基层减负4000小时.
  static let times: Set<String> = ["天", "小时", "分钟", "个月"]
  static let dataLines = WordTable<Bool>(set: "主要数据:")
}
