import ReportModel

/// Names a task briefly after the sentence that reports it. The name is a proposal, always marked 待核.
struct TaskNaming {
  let draft: Draft
  let units: UnsafeBufferPointer<UInt16>
  /// The place's names, which a task's name does without.
  let place: AdministrativePlace?

  /// The name: what the document of the sentence is about, or else its first clause.
  func name(for sentence: Range<Int>, titles: [Range<Int>]) -> String {
    let clause = firstClause(sentence)
    if let quoted = quoted(clause) ?? quoted(sentence.lowerBound..<clause.upperBound) {
      return draft.text.string(quoted)
    }
    if let title = titles.first, title.lowerBound < clause.upperBound || clause.count > 30 {
      let subject = subject(of: draft.text.string(title))
      if subject.count >= 4 { return subject }
    }
    return draft.text.string(clause.isEmpty ? sentence : clause)
  }

  /// “企业全生命周期服务”改革持续深化, 围绕“亩均效益评价”改革: the task that a clause begins by quoting.
  private func quoted(_ clause: Range<Int>) -> Range<Int>? {
    let lead = Self.setting.match(at: clause.lowerBound, in: units, end: clause.upperBound)?.length ?? 0
    let open = clause.lowerBound + lead
    guard open < clause.upperBound, units[open] == Unit.openQuote,
      let close = (open..<clause.upperBound).first(where: { units[$0] == Unit.closeQuote }),
      (3...22).contains(close - open),
      Self.called.match(at: close + 1, in: units, end: clause.upperBound) != nil
        // “流动党员马背课堂”组建宣讲队32支: the subject, and not what somebody said.
        || lead == 0 && (5...14).contains(close - open) && close + 1 < clause.upperBound
          && !Self.notSubjects.contains(units[close + 1])
          && !(open..<close).contains(where: { Self.breaks.contains(units[$0]) })
    else { return nil }
    return open + 1..<close
  }

  private static let notSubjects = Array("的等、和与及,。;:“《(".utf16)
  private static let breaks = Array(",。;:!?".utf16)
  private static let setting = WordTable<Bool>(
    set:
      "围绕 聚焦 推行 推进 推动 深化 实施 深入实施 深入推进 持续推进 稳步推进 扎实推进 全面推进 全面推行 全面实施 持续深化 加快推进 统筹推进 开展 探索 探索开展 探索推行 建立 健全 完善 抓好 启动 承接 针对 以 将 把 对"
  )
  private static let called = WordTable<Bool>(
    set: "改革 机制改革 治理改革 服务改革 管理改革 体制改革 制度改革 机制 试点 任务 事项 工作机制 制度 项目改革")

  /// 云岭区2021年优化营商环境工作实施方案 → 优化营商环境工作.
  func subject(of title: String) -> String {
    var text = title[...]
    var changed = true
    while changed {
      changed = false
      for lead in leads where text.hasPrefix(lead) && text.count > lead.count + 3 {
        text = text.dropFirst(lead.count)
        changed = true
      }
      let digits = text.prefix { $0.isNumber }
      if digits.count == 4, text.dropFirst(4).first == "年" {
        text = text.dropFirst(text.dropFirst(5).first == "度" ? 6 : 5)
        changed = true
      }
    }
    if text.hasSuffix("）") || text.hasSuffix(")"),
      let open = text.lastIndex(where: { $0 == "(" || $0 == "（" })
    {
      text = text[..<open]
    }
    for kind in Self.kinds where text.hasSuffix(kind) && text.count > kind.count + 2 {
      text = text.dropLast(kind.count)
      break
    }
    if text.hasSuffix("的") { text = text.dropLast() }
    return String(text)
  }

  private var leads: [String] {
    var names = ["关于印发", "关于", "中共"]
    if let place {
      for name in [place.fullName, place.short] where !name.isEmpty {
        names += [name + "委", name]
      }
    }
    return names.sorted { $0.count > $1.count }
  }

  /// The first clause that says what was done, past 按照省市统一部署 and the like.
  private func firstClause(_ range: Range<Int>) -> Range<Int> {
    var first = range.lowerBound
    while true {
      while first < range.upperBound, units[first] == Unit.space { first += 1 }
      let stop = UnitLabels.cut(first..<clauseEnd(first, range.upperBound), of: units)
      guard stop < range.upperBound - 1, units[stop] == Unit.comma,
        Self.circumstances.match(at: first, in: units, end: stop) != nil
      else { return shortened(first..<(labelEnd(first..<stop) ?? stop)) }
      first = stop + 1
    }
  }

  /// 承诺制信任审批:涉及事项86项: the end of a label that names what is told behind its colon.
  private func labelEnd(_ clause: Range<Int>) -> Int? {
    let colon = clause.prefix(20).first { units[$0] == Unit.colon }
    return colon.flatMap { $0 >= clause.lowerBound + 4 && $0 + 4 < clause.upperBound ? $0 : nil }
  }

  private func clauseEnd(_ first: Int, _ end: Int) -> Int {
    var index = first
    while index < end {
      if units[index] == Unit.comma || units[index] == Unit.stop || units[index] == Unit.semicolon,
        index - first >= 4
      {
        break
      }
      index += 1
    }
    return index
  }

  /// At most forty characters, cut at a pause and not inside a quotation.
  private func shortened(_ range: Range<Int>) -> Range<Int> {
    guard range.count > 40 else { return range }
    let cut = range.lowerBound..<range.lowerBound + 40
    if let pause = cut.last(where: { units[$0] == Unit.pause }), pause > cut.lowerBound + 6 {
      return cut.lowerBound..<pause
    }
    if let quote = cut.last(where: { units[$0] == Unit.openQuote || units[$0] == Unit.closeQuote }),
      units[quote] == Unit.openQuote, quote > cut.lowerBound + 6
    {
      return cut.lowerBound..<quote
    }
    return cut
  }

  private static let circumstances = WordTable<Bool>(set: "按照 根据 围绕 聚焦 针对 为 截至 通过 依据 结合 以 在 对照 立足 坚持")

  private static let kinds = [
    "正负面清单", "工作实施方案", "专项行动方案", "专项实施方案", "三年行动方案", "三年行动计划", "行动实施方案", "实施方案", "工作方案", "行动方案", "建设方案",
    "行动计划", "工作计划", "管理暂行办法", "暂行办法",
    "实施办法", "管理办法", "考核办法", "工作办法", "实施细则", "管理细则", "工作细则", "管理规定", "工作规定", "实施意见", "指导意见", "工作意见", "工作机制",
    "工作指引", "工作规程", "工作规范", "工作规则",
    "若干措施", "若干政策", "方案", "办法", "意见", "细则", "机制", "规定", "规程", "规则", "规范", "清单", "措施", "计划", "指引", "制度", "通知",
    "标准", "规划", "目录",
  ]
}
