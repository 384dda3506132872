import ReportModel

/// 总数: how many tasks the year had, what became of them, and how many documents came of them.
extension ReportFilling {
  /// The counts of the report as a whole: the first number of tasks outside the fields, and what follows it.
  mutating func totals(_ report: inout Report, _ article: Int) {
    let claims = draft.claims.filter { claim in
      claim.domain == nil && claim.change == nil && !domains.shared.contains(claim.quantity)
        && (claim.period == .reported || claim.period == .cumulative)
        && draft.paragraphs[draft.sentences[claim.sentence].paragraph].article == article
        && ![.plan, .problems, .attachments].contains(draft.role(of: claim.section))
    }
    let all = claims.filter { $0.measure == .tasks && !isPersonal($0) }.max { score($0) < score($1) }
    guard let total = all ?? claims.first(where: isWhole) ?? claims.first(where: isDivision) else {
      outputsTotal(&report, claims)
      // The fields may give the counts, and the text the rate.
      let rates = claims.filter { $0.measure == .completionRate && !isListed($0) }
      if let first = rates.first ?? claims.first(where: { $0.measure == .completed }) {
        basis(&report, rates, near: first.sentence)
      }
      return
    }
    set(&report.stated.tasks, "任务数", total)
    totalSentence = total.sentence
    let unit = draft.quantities[total.quantity].quantity.unit
    for claim in claims where (total.sentence...total.sentence + 3).contains(claim.sentence) {
      guard draft.quantities[claim.quantity].quantity.unit == unit else { continue }
      switch claim.measure {
      case .completed where report.stated.completed == nil: set(&report.stated.completed, "完成数", claim)
      case .delayed where report.stated.delayed == nil: set(&report.stated.delayed, "延期数", claim)
      default: continue
      }
    }
    addParts(&report, claims)
    addLayers(&report, claims)
    addKinds(&report, total, claims)
    divide(&report, total, claims)
    exceptDelayed(&report, from: total.sentence)
    completeByRate(&report, claims)
    // 60项任务全部销号,无一延期.
    if report.stated.delayed == nil, report.stated.completed == report.stated.tasks,
      DomainFilling.noDelays.first(in: draft.sentences[total.sentence].range, of: units) != nil
    {
      report.stated.delayed = 0
    }
    // Where the delayed items named account for all that is not done, they are all.
    let listed = report.tasks.count(where: \.isDelayed)
    if report.stated.delayed == nil, listed > 0, let tasks = report.stated.tasks,
      let done = report.stated.completed, done + listed == tasks
    {
      report.stated.delayed = listed
    }
    outputsTotal(&report, claims)
    let rates = claims.filter { $0.measure == .completionRate }
    basis(&report, rates.filter { !isListed($0) }, near: total.sentence)
    for rate in rates where isListed(rate) { keep(rate, &report) }
    // The sentences that carry the totals, and those that tell of the delays' approval, are used.
    for claim in claims where claim.measure.isKnown { domains.used.insert(claim.sentence) }
  }

  /// 年初领题31项,年末收官28项,另有3项跨年: tasks by another name, known by what became of them.
  private func isDivision(_ claim: Claim) -> Bool {
    let sentence = draft.sentences[claim.sentence].range
    return Self.leaders.first(in: sentence, of: units) == nil
      && Self.yearly.first(in: sentence, of: units) != nil
      && domains.division(at: claim.sentence, from: claim.quantity) != nil
  }

  private static let leaders = WordTable<Bool>(set: "领导 负责同志 班子 常委 书记")
  private static let yearly = WordTable<Bool>(set: "改革 任务 事项 台账 总账 年初 全年 今年 年末 年底 本年")

  /// What became of the tasks, where the words for it are not known but the parts make the whole.
  private mutating func divide(_ report: inout Report, _ total: Claim, _ claims: [Claim]) {
    guard report.stated.completed == nil || report.stated.delayed == nil,
      let division = domains.division(at: total.sentence, from: total.quantity)
    else { return }
    for claim in claims {
      if claim.quantity == division.completed, report.stated.completed == nil {
        set(&report.stated.completed, "完成数", claim)
      }
      if claim.quantity == division.delayed, report.stated.delayed == nil {
        set(&report.stated.delayed, "延期数", claim)
      }
    }
  }

  /// 任务55项,完成率96.4%,其中2项延期: how many were done follows where all that is told fits.
  private mutating func completeByRate(_ report: inout Report, _ claims: [Claim]) {
    guard report.stated.completed == nil, let tasks = report.stated.tasks, tasks > 0,
      let rate = claims.first(where: { $0.measure == .completionRate && !isListed($0) })
    else { return }
    let printed = draft.quantities[rate.quantity]
    let done = tasks - (report.stated.delayed ?? 0)
    guard
      Rate(done, of: tasks)?.percent(digits: max(0, -printed.quantity.precision))
        == "\(printed.quantity.value)%"
    else { return }
    report.stated.completed = done
    places[FieldPath().field("完成数")] = draft.text.place(printed.range)
  }

  /// 因甲延期3项,因乙延期2项: delays told in parts, where all of them account for what is not done.
  private func addParts(_ report: inout Report, _ claims: [Claim]) {
    guard let tasks = report.stated.tasks, let done = report.stated.completed,
      let delayed = report.stated.delayed, done + delayed < tasks,
      let first = claims.first(where: { $0.measure == .delayed })
    else { return }
    let parts = claims.filter { $0.measure == .delayed && $0.sentence == first.sentence }
    let sum = parts.reduce(0) { $0 + (draft.quantities[$1.quantity].quantity.whole ?? 0) }
    if parts.count > 1, done + sum == tasks { report.stated.delayed = sum }
  }

  /// 市级任务已完成26项,县级任务已完成17项: what is done of each layer of the tasks, where nothing tells it of all.
  private func addLayers(_ report: inout Report, _ claims: [Claim]) {
    guard let tasks = report.stated.tasks, let done = report.stated.completed,
      let first = claims.first(where: { $0.measure == .completed })
    else { return }
    let layers = claims.filter { claim in
      claim.measure == .completed && claim.sentence == first.sentence
        && Self.layers.first(
          in: claim.clause.lowerBound..<draft.quantities[claim.quantity].range.lowerBound, of: units) != nil
    }
    let counts = layers.compactMap { draft.quantities[$0.quantity].quantity.whole }
    let sum = counts.reduce(0, +)
    if counts.count > 1, counts.first == done, sum <= tasks,
      !counts.dropFirst().contains(where: { $0 == sum })
    {
      report.stated.completed = sum
    }
  }

  private static let layers = WordTable<Bool>(
    set: "国家级 国家 省级 市级 区级 县级 旗级 省 市 上级 自主 自选 区定 县定 市定 省定 承接 交办 本级 街镇 镇街 乡镇")

  /// 全年50项改革事项全部完成: a number of tasks done that is the number of all.
  private func isWhole(_ claim: Claim) -> Bool {
    let end = draft.quantities[claim.quantity].range.upperBound
    let behind = end..<min(draft.sentences[claim.sentence].range.upperBound, end + 16)
    guard claim.measure == .completed,
      let all = DomainFilling.allDone.first(in: behind, of: units),
      let noun = ClaimWords.tasks.first(in: end..<all.range.lowerBound, of: units)
    else { return false }
    return noun.range.lowerBound <= end + 4
      && !(end..<all.range.lowerBound).contains { units[$0] == Unit.comma || units[$0] == Unit.stop }
  }

  /// 除2项延期外全部完成: what is left when the delayed ones are taken off is done.
  /// 任务21项,全部完成: all are.
  private mutating func exceptDelayed(_ report: inout Report, from sentence: Int) {
    guard report.stated.completed == nil, let tasks = report.stated.tasks else { return }
    let range = draft.sentences[sentence].range
    if report.stated.delayed ?? 0 == 0, let all = DomainFilling.allDone.first(in: range, of: units),
      DomainFilling.exceptions.first(in: range, of: units) == nil,
      !tellsOfOthers(range.lowerBound..<all.range.lowerBound, than: tasks)
    {
      report.stated.completed = tasks
      places[FieldPath().field("完成数")] = draft.text.place(all.range)
      return
    }
    guard let delayed = report.stated.delayed, delayed <= tasks else { return }
    for index in sentence..<min(sentence + 3, draft.sentences.count) {
      let range = draft.sentences[index].range
      guard let except = DomainFilling.exceptions.first(in: range, of: units),
        let all = DomainFilling.allDone.first(in: except.range.upperBound..<range.upperBound, of: units),
        all.range.lowerBound - except.range.upperBound < 48,
        (except.range.upperBound..<all.range.lowerBound).contains(where: { units[$0] == Unit.of("外") })
      else { continue }
      // 除1项取消、2项延期外: whatever else is taken off.
      let taken = draft.quantities.filter {
        (except.range.upperBound..<all.range.lowerBound).contains($0.range.lowerBound)
          && ["项", "个", "件"].contains($0.quantity.unit)
      }.compactMap(\.quantity.whole).reduce(0, +)
      guard taken <= tasks else { return }
      report.stated.completed = tasks - max(delayed, taken)
      places[FieldPath().field("完成数")] = draft.text.place(except.range.lowerBound..<all.range.upperBound)
      return
    }
  }

  /// Whether something else than the tasks may be done in full; 61项(其中市级12项),全部完成: not what stands in brackets.
  private func tellsOfOthers(_ range: Range<Int>, than tasks: Int) -> Bool {
    var start = range.lowerBound
    while start < range.upperBound {
      let open = (start..<range.upperBound).first { units[$0] == Unit.openBracket } ?? range.upperBound
      if let word = Self.otherThings.first(in: start..<open, of: units) {
        // 52项,其中区级49项、镇街3项,已全面完成: the parts are all of them.
        let rest = word.range.upperBound..<range.upperBound
        let parts = draft.sentence(at: start).map { index in
          draft.sentences[index].quantities.map { draft.quantities[$0] }
            .filter { rest.contains($0.range.lowerBound) }.compactMap(\.quantity.whole)
        }
        // 省级5项、市级9项,共14项,全部完成: so are those that come before their sum.
        if let parts, parts.count > 2, parts.last == tasks, parts.dropLast().reduce(0, +) == tasks {
          return false
        }
        return units[word.range.lowerBound] != Unit.of("其") || parts?.reduce(0, +) != tasks
      }
      let close = (open..<range.upperBound).first { units[$0] == Unit.closeBracket } ?? range.upperBound
      start = min(close + 1, range.upperBound)
    }
    return false
  }

  mutating func outputsTotal(_ report: inout Report, _ claims: [Claim]) {
    guard let claim = claims.first(where: { $0.measure == .outputs }) else { return }
    let mention = draft.quantities[claim.quantity]
    if mention.quantity.approximation != nil {
      // 制度文件近40件: no count of them, but a figure.
      var figure = StatedFigure(measure: "制度性成果", quantity: mention.quantity)
      figure.origin.locator = domains.locator(mention.range)
      report.figures.append(figure)
      domains.used.insert(claim.sentence)
      return
    }
    set(&report.stated.outputs, "制度性成果数", claim)
  }

  mutating func set(_ field: inout Int?, _ name: String, _ claim: Claim) {
    let mention = draft.quantities[claim.quantity]
    guard let value = mention.quantity.whole else { return }
    field = value
    places[FieldPath().field(name)] = draft.text.place(mention.range)
    domains.used.insert(claim.sentence)
  }

  /// How likely a number of tasks is that of the whole year: 共计, 明确 before it, few words between, early in the report.
  func score(_ claim: Claim) -> Int {
    let before = claim.clause.lowerBound..<draft.quantities[claim.quantity].range.lowerBound
    var score = ClaimWords.totals.last(in: before, of: units)?.meaning ?? 0
    if ClaimWords.sums(before, in: units) {
      score += 3
    }
    if [.overview, .domains, .achievements, .other].contains(draft.role(of: claim.section)) { score += 1 }
    let words = draft.text.folded(claim.words)
    if words.contains("改革") || words.contains("任务") { score += 1 }
    if words.contains("改革任务") || words.contains("改革事项") || words.contains("重点任务") { score += 1 }
    if isDivided(claim) { score += 3 }
    if isSum(claim) { score += 3 }
    return score * 1000 - min(999, claim.sentence)
  }

  /// 主要负责同志领衔推进重大改革事项5项: what leaders took upon themselves is not the year's tasks.
  private func isPersonal(_ claim: Claim) -> Bool {
    let before = claim.clause.lowerBound..<draft.quantities[claim.quantity].range.lowerBound
    return Self.personal.first(in: before, of: units) != nil
  }

  private static let personal = WordTable<Bool>(
    set: "领衔 包抓 领办 领题 领导包联 负责同志 常委带头 进展缓慢 滞后的 班子成员")

  /// 改革事项47项,办结43项: whether the same sentence goes on with how many of them are done.
  private func isDivided(_ claim: Claim) -> Bool {
    guard let tasks = draft.quantities[claim.quantity].quantity.whole else { return false }
    let claims = draft.claims(inSentence: claim.sentence).map { draft.claims[$0] }
    return claims.count { $0.measure == .tasks } == 1
      && claims.contains { other in
        other.measure == .completed && other.quantity > claim.quantity
          && draft.quantities[other.quantity].quantity.whole.map { $0 <= tasks } ?? false
      }
  }

  /// 承接任务19项,自主谋划任务24项,43项任务中完成41项: the sum of the numbers of tasks before it.
  private func isSum(_ claim: Claim) -> Bool {
    let parts = draft.claims(inSentence: claim.sentence).map { draft.claims[$0] }
      .filter { $0.quantity < claim.quantity && $0.measure == .tasks }
      .compactMap { draft.quantities[$0.quantity].quantity.whole }
    return parts.count > 1 && parts.reduce(0, +) == draft.quantities[claim.quantity].quantity.whole
  }

  /// What else may be done in full in a sentence that counts tasks.
  private static let otherThings = WordTable<Bool>(set: "其中 问题 整改 省级 市级 部分 基本 除")
}
