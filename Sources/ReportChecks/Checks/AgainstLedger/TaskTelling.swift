import ReportModel

/// 任务怎么说: what the draft says of the ledger's tasks outside its lists of delayed ones.
struct TaskTelling {
  let draft: Draft
  let units: [UInt16]
  /// The sentences that name each task.
  let sentences: [[Int]]
  private let names: [Set<UInt32>]
  /// The names without the verb that opens them.
  let cores: [[UInt16]]

  init(_ draft: Draft, _ tasks: [ReformTask]) {
    self.draft = draft
    units = draft.text.units
    let wanted = tasks.map(\.name)
    let units = units
    sentences = NameFinder(draft).sentences(naming: wanted).map { found in
      found.filter { index in
        let sentence = draft.sentences[index]
        switch draft.role(of: sentence.section) {
        case .plan: return false
        // 两项任务没能按时完成。“…”任务因…延期至…: told among the problems.
        case .problems:
          return FoldedWords(units: units[sentence.range]).containsAny(Self.putOff)
        default: return true
        }
      }
    }
    cores = wanted.map { name in
      let units = Mark.word(name)
      return Self.verbs.first { units.starts(with: $0) }.map { Array(units.dropFirst($0.count)) } ?? units
    }
    names = wanted.map { name in
      let units = Mark.word(name).filter(Mark.isHan)
      return Set(zip(units, units.dropFirst()).map { UInt32($0) << 16 | UInt32($1) })
    }
  }

  /// 推进中, 未启动: neither done nor postponed.
  static func isOpen(_ task: ReformTask) -> Bool {
    task.status?.kind == .inProgress || task.status?.kind == .notStarted
  }

  /// Whether the draft names a task at all.
  func isNamed(_ task: Int) -> Bool { !sentences[task].isEmpty || isNamedByQuotation(task) }

  /// “一网统管”延至7月, for 城市运行“一网统管”改革: by what the name has in quotation marks, and no other name has.
  private func isNamedByQuotation(_ task: Int) -> Bool {
    guard let open = cores[task].firstIndex(of: 0x201C),
      let close = cores[task][open...].firstIndex(of: 0x201D),
      close - open > 3, case let handle = cores[task][open...close],
      cores.count(where: { UnitNaming.holds(handle, in: $0[...]) }) == 1
    else { return false }
    return UnitNaming.holds(handle, in: units[...])
  }

  /// Whether a stretch has a task's whole name.
  func isNamed(_ task: Int, in stretch: Range<Int>) -> Bool { whole(task, in: stretch) != nil }

  /// Which of some tasks each sentence names.
  func owners(_ tasks: [Int]) -> [Int: [Int]] {
    tasks.reduce(into: [:]) { found, task in
      for index in sentences[task] { found[index, default: []].append(task) }
    }
  }

  /// Where a task that is not done is said to be: right behind its name, with no word of delay in its paragraph, or of 这项任务 in the
  /// next sentence.
  func saidDone(_ task: Int) -> Range<Int>? {
    for index in sentences[task] {
      let sentence = draft.sentences[index]
      let words = FoldedWords(units: units[sentence.range])
      guard !isPutOffNext(index), let end = end(of: task, in: sentence.range),
        !words.containsAny(Self.putOff) || isApart(task, end, in: sentence.range)
      else { continue }
      let stop =
        (end..<sentence.range.upperBound).first { units[$0] == Mark.semicolon } ?? sentence.range.upperBound
      if let done = done((end..<stop).prefix(14), before: stop) ?? pointedAt(index) ?? pointedAt(
        in: end..<stop)
        ?? item(index) ?? below(index) ?? onCard(index, Self.cardDone)
      {
        return done
      }
    }
    return nil
  }

  /// 甲改革已于10月如期完成: nothing but a time between the whole name and the word of being done, so that it is no part of the task.
  func saidDoneOutright(_ task: Int) -> Range<Int>? {
    sentences[task].lazy.compactMap { index in
      let sentence = draft.sentences[index].range
      guard let name = whole(task, in: sentence), !isPutOffNext(index),
        // 甲改革已全部完成,…,乙办法正在征求意见: what is said further on is of something else.
        case let stop = (name.upperBound..<sentence.upperBound).first(where: {
          Mark.isListMark(units[$0]) && units[$0] != Mark.pause
        }) ?? sentence.upperBound,
        !FoldedWords(units: units[sentence.lowerBound..<stop]).containsAny(Self.putOff),
        !FoldedWords(units: units[stop..<sentence.upperBound]).containsAny(["延期", "延至", "顺延"])
      else { return nil }
      let start = units[name.upperBound..<sentence.upperBound].firstIndex { !Self.beforeDone.contains($0) }
      guard let start, !FoldedWords(units: units[start..<sentence.upperBound]).hasPrefix("完成率") else {
        return nil
      }
      let isMannered = Self.manners.contains(
        where: FoldedWords(units: units[start..<sentence.upperBound]).hasPrefix)
      return done(start..<start + (isMannered ? 3 : 1), before: sentence.upperBound)
    }.first
  }

  private static let manners = ["顺利", "圆满", "如期", "按期", "按时", "全面"]
  static let beforeDone = UnitSet("0123456789年月日底初前份于在已均也都任务项目工作现")

  /// 甲系统正在建设: where a task that is done is said to be still under way, right behind its name.
  func saidOpen(_ task: Int) -> Range<Int>? {
    said(task, Self.underWay)
      ?? sentences[task].lazy.compactMap { index in
        whole(task, in: draft.sentences[index].range).flatMap { _ in onCard(index, Self.cardOpen) }
      }.first
  }

  /// 甲改革尚未启动, 甲改革正在推进, 甲改革已按程序延期: where an open task is said to stand otherwise, right behind its name.
  func saidOtherwise(_ task: Int, _ kind: TaskStatus.Kind) -> Range<Int>? {
    let words = (kind == .notStarted ? Self.running : kind == .inProgress ? Self.idle : []) + Self.off
    return said(task, words).flatMap { said in
      let isWhole = said.upperBound >= units.count || !Mark.isHan(units[said.upperBound])
      return isWhole ? said : nil
    }
  }

  private static let off = Mark.texts("已按程序延期 已按规定延期 按程序延期 已经延期 已延期 已推迟 已办理延期 申请延期 延期")
  private static let idle = Mark.texts("尚未启动 还未启动 未启动 没有启动 尚未开展 尚未实施 还没有启动")
  private static let running = Mark.texts("正在推进 正在实施 推进中 正按计划推进 正有序推进 有序推进 稳步推进 加快推进 正在抓紧推进 已启动 已经启动 已全面启动")

  private func said(_ task: Int, _ told: [String]) -> Range<Int>? {
    sentences[task].lazy.compactMap { index in
      guard draft.role(of: draft.sentences[index].section) != .problems,
        let name = whole(task, in: draft.sentences[index].range)
      else { return nil }
      let rest = name.upperBound..<draft.sentences[index].range.upperBound
      let words = FoldedWords(units: units[rest])
      return told.lazy.compactMap { word in
        Self.links.lazy.map { $0 + word }.first(where: words.hasPrefix)
      }.first.map { name.lowerBound..<rest.lowerBound + $0.utf16.count }
    }.first
  }

  /// 《甲建设方案》已正式印发: the document of a task whose progress says that it is still being drawn up.
  func saidIssued(_ task: ReformTask) -> Range<Int>? {
    guard let progress = task.progress, Self.drafting.contains(where: progress.contains) else { return nil }
    let name = NameLikeness(task.name)
    return draft.titles.first { title in
      let words = FoldedWords(
        units: units[(title.range.upperBound..<units.count).prefix(8)])
      return title.depth == 0 && name.count >= 5
        && name.containment(NameLikeness(draft.text.string(title.inner))) >= 85
        && words.hasAnyPrefix(Self.issued)
    }?.range
  }

  private static let drafting = ["征求意见", "起草", "送审", "未印发", "拟订", "拟定", "报审", "初稿", "修改完善", "审核"]
  private static let issued = Mark.texts("已正式印发 正式印发 已印发 印发实施 已经印发 已出台 正式出台 出台实施 已正式出台 已发布 已印发实施 印发施行")

  /// The first word of being done that begins in a stretch and ends what is said.
  private func done(_ stretch: Range<Int>, before stop: Int) -> Range<Int>? {
    for place in stretch {
      // 9家机构中6家已完成: so many of them, not the task.
      if place > stretch.lowerBound, Self.counters.contains(units[place - 1]), place > 1,
        Mark.isDigit(units[place - 2])
      {
        return nil
      }
      let rest = FoldedWords(units: units[place..<stop])
      guard let done = Self.done.first(where: rest.hasPrefix) else { continue }
      if isOfPart(stretch.lowerBound..<place) { return nil }
      // 改革计划于2026年底完成: to come.
      if FoldedWords(units: units[stretch.lowerBound..<place]).containsAny(Self.toCome) { return nil }
      let after = place + done.utf16.count
      // 完成方案编制, 完成2个村的评估 is not done itself.
      let isWhole =
        after >= stop || !Mark.isHan(units[after]) && !Mark.isDigit(units[after])
        || FoldedWords(units: units[after..<stop]).hasAnyPrefix(Self.behind)
      return isWhole ? place..<after : nil
    }
    return nil
  }

  /// 这项任务已经完成: the next sentence of the paragraph, of the task that was just named.
  private func pointedAt(_ index: Int) -> Range<Int>? {
    guard index + 1 < draft.sentences.count,
      draft.sentences[index + 1].paragraph == draft.sentences[index].paragraph
    else { return nil }
    let range = draft.sentences[index + 1].range
    let words = FoldedWords(units: units[range])
    guard !words.containsAny(Self.putOff) else { return nil }
    // 甲改革。试点任务已按期完成: the name is the paragraph's head, and what follows is of it.
    if isHead(index), let start = range.first(where: { !Self.beforeHeadsDone.contains(units[$0]) }),
      start - range.lowerBound <= 14, let done = done(start..<start + 1, before: range.upperBound)
    {
      return done
    }
    guard let pointer = Self.pointers.first(where: words.hasPrefix) else { return nil }
    let start = range.lowerBound + pointer.utf16.count
    return done((start..<range.upperBound).prefix(10), before: range.upperBound)
  }

  /// Whether a sentence is a name that heads its paragraph, and nothing more.
  func isHead(_ index: Int) -> Bool {
    let (range, paragraph) = (draft.sentences[index].range, draft.sentences[index].paragraph)
    return range.count <= 32 && draft.sentences[index].quantities.isEmpty
      && (index == 0 || draft.sentences[index - 1].paragraph != paragraph)
      && !units[unnumbered(range)].contains { Mark.isListMark($0) && $0 != Mark.stop }
  }

  /// 甲机制 of 任务3:甲机制。
  private func unnumbered(_ range: Range<Int>) -> Range<Int> {
    guard FoldedWords(units: units[range]).hasPrefix("任务"),
      let colon = range.prefix(6).first(where: { units[$0] == Mark.colon })
    else { return range }
    return colon + 1..<range.upperBound
  }

  private static let beforeHeadsDone = beforeDone.with("试点改革这该此本目前经")

  /// 推进甲改革,…,任务已于11月完成: a clause of the same sentence.
  private func pointedAt(in rest: Range<Int>) -> Range<Int>? {
    rest.lazy.filter { units[$0] == Mark.comma }.compactMap { comma in
      let words = FoldedWords(units: units[(comma + 1)..<rest.upperBound])
      // 甲改革接入点位186个,已于年底前全面完成并销号: the clause has no other subject.
      if words.hasPrefix("已于"),
        let start = (comma + 3..<rest.upperBound).first(where: { !Self.beforeDone.contains(units[$0]) }),
        FoldedWords(units: units[start..<rest.upperBound]).hasAnyPrefix(Self.manners)
      {
        return done(start..<start + 1, before: rest.upperBound)
      }
      guard let pointer = Self.pointers.first(where: words.hasPrefix) else { return nil }
      let start = comma + 1 + pointer.utf16.count
      return done((start..<rest.upperBound).prefix(10), before: rest.upperBound)
    }.first
  }

  /// 甲改革。…,这项任务已于11月完成: a clause of the paragraph that the name heads.
  private func below(_ index: Int) -> Range<Int>? {
    guard isHead(index) else { return nil }
    let paragraph = draft.sentences[index].paragraph
    return draft.sentences[(index + 1)...].prefix { $0.paragraph == paragraph }.lazy.compactMap { next in
      let isPutOff = FoldedWords(units: units[next.range]).containsAny(Self.putOff)
      return isPutOff ? nil : pointedAt(in: next.range)
    }.first
  }

  /// 任务3:甲机制。…,已全部完成,…: a clause of its own in the paragraph that the task heads.
  private func item(_ index: Int) -> Range<Int>? {
    let first = draft.sentences[index]
    guard index == 0 || draft.sentences[index - 1].paragraph != first.paragraph,
      FoldedWords(units: units[first.range]).hasPrefix("任务")
    else { return nil }
    for sentence in draft.sentences[index...].prefix(while: { $0.paragraph == first.paragraph }) {
      for place in sentence.range where Mark.clauseEnds.contains(units[place]) {
        let clause = (place + 1)..<sentence.range.upperBound
        let words = FoldedWords(units: units[clause])
        guard let done = Self.wholly.first(where: words.hasPrefix) else { continue }
        let end = clause.lowerBound + done.utf16.count
        if end >= clause.upperBound || !Mark.isHan(units[end]) { return clause.lowerBound..<end }
      }
    }
    return nil
  }

  /// Where a delayed task is told of by its name, without a word of its delay there or anywhere near.
  func passedOver(_ task: Int) -> Range<Int>? {
    guard !sentences[task].isEmpty else { return nil }
    let tellsOfDelay = sentences[task].contains { index in
      let reach = around(index)
      return FoldedWords(units: units[reach]).containsAny(Self.putOff)
    }
    guard !tellsOfDelay else { return nil }
    return sentences[task].lazy.compactMap { whole(task, in: draft.sentences[$0].range) }.first
  }

  /// A task's name where it stands word for word, but for the verb that opens it.
  func whole(_ task: Int, in sentence: Range<Int>) -> Range<Int>? {
    let name = cores[task]
    guard name.count >= 6, sentence.count >= name.count else { return nil }
    return (sentence.lowerBound...(sentence.upperBound - name.count)).first { start in
      units[start] == name[0] && units[start..<start + name.count].elementsEqual(name)
    }.map { $0..<$0 + name.count }
  }

  /// Whether the next sentence goes on with a delay: 延期至2025年。
  private func isPutOffNext(_ index: Int) -> Bool {
    guard index + 1 < draft.sentences.count else { return false }
    let range = draft.sentences[index + 1].range
    let words = FoldedWords(units: units[range.prefix(8)])
    return words.hasAnyPrefix(["延期", "因", "由于", "拟延", "现延", "申请延", "经区委", "经县委", "推迟", "顺延"])
  }

  /// A sentence and the two behind it in its paragraph, and in the next one where it is a heading.
  func around(_ index: Int) -> Range<Int> {
    let first = draft.sentences[index]
    var end = first.range.upperBound
    for next in draft.sentences[(index + 1)...].prefix(2)
    where next.section == first.section || next.paragraph == first.paragraph {
      end = next.range.upperBound
    }
    return first.range.lowerBound..<end
  }

  /// Where a task's name ends in a sentence: behind the pair of its characters with which most of them have been met.
  func end(of task: Int, in sentence: Range<Int>) -> Int? {
    let name = names[task]
    var met: Set<UInt32> = []
    var end: Int?
    for place in sentence.dropLast() {
      let pair = UInt32(units[place]) << 16 | UInt32(units[place + 1])
      guard name.contains(pair) else { continue }
      // A mark may part a name, a word of what follows it may be its own again: ”因立法计划调整.
      if let end, place > end + 1 || place == end + 1 && Mark.isHan(units[end]) { break }
      met.insert(pair)
      if met.count * 100 >= name.count * 45 { end = place + 2 }
    }
    return end
  }

  private static let toCome = Mark.texts("计划 拟 将 争取 确保 有望 目标 明年 要求 应于 原定 需 待")
  private static let counters = UnitSet("个家项件所处座户宗条批名人")
  private static let links = ["", "目前", "仍", "还", "项目", "任务", "工作", "目前仍", "改革", ",目前", "任务目前", "工作目前"]
  private static let underWay = Mark.texts(
    "正在 在建 推进中 建设中 尚未 未完成 未启动 未能 在推进 在建设 没有完成 没完成 没有办结 未办结 尚在推进 还在推进 仍在推进 加紧推进 抓紧推进 处于建设 有序推进中 仍在制定 仍在起草 仍在拟订 仍在修改 仍在征求意见 仍在论证 仍在筹备 尚在制定 尚在起草 尚在论证 还在制定 还在起草 还在论证 仍处于 尚处于"
  )
  private static let verbs = Mark.words(
    "建立健全 建立完善 健全完善 推进 深化 建立 健全 完善 开展 推行 推动 实施 探索 优化 加快 组建 建设 制定 构建 整合 规范 加强 改革 落实")
  static let putOff = Mark.texts(
    "才能 方能 须待 改期 展期 延后 推后 缓至 拖到 拖至 放宽到 放宽至 要到 推到 挪到 延期 延至 延到 延长至 调整为 调整至 调整到 顺延 推迟 暂缓 未完成 尚未 推进中 正在 预计 力争 结转 暂未 无法 未能 拟于 上年 去年 没有按期 没有如期 没有按时 未按期 未如期 没能"
  )
  private static let done = Mark.texts(
    "建成投运 投运 如期完成 按期完成 按时完成 全部完成 均已完成 已经完成 已完成 圆满完成 提前完成 顺利完成 现已全面完成 已全面完成 全面完成 通过验收 验收通过 全部办结 如期办结 已办结 完成 建成运行 建成投用 按期建成",
    "如期收官 按期收官 圆满收官 收官 画上句号 划上句号 画上圆满句号 交账 交卷 了结 如期建成 已建成 建成 办结 销号 落地见效 落地 已建立 全面建立")
  private static let pointers = Mark.texts(
    "这项任务 此项任务 该项任务 本项任务 该任务 此任务 这一任务 这项改革任务 该项改革任务 这项改革 该项改革 此项改革 这项工作 该项工作 此项工作 试点任务 试点工作 目前该任务 目前这项任务 改革任务 任务"
  )
  private static let wholly = ["已全部完成", "已全面完成", "任务已全部完成", "任务已完成", "任务全部完成", "已如期完成", "已按期完成", "现已全部完成"]
  private static let behind = ["运行", "并", "落地", "任务", "投用", "见效", "率"]
  static let causes = [
    "因为", "因", "由于", "受", "主要原因是", "延期原因是", "原因是", "原因为", "延期原因:", "原因:", "主要是因", "主要是", "主要系",
  ]
}
