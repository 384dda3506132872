import ReportModel

/// Documents named without title marks: 出台县农村幸福院运营补贴办法. A name that begins with the place, or one of the form 关于…的意见, is one
/// for sure; other names count only in a report that marks no titles, and behind the verbs of issuing alone.
extension DomainFilling {
  typealias UnmarkedDocument = (name: Range<Int>, number: Range<Int>?)

  /// The documents that a sentence says were issued, besides its titles.
  func unmarkedDocuments(in sentence: Range<Int>) -> [UnmarkedDocument] {
    var found: [UnmarkedDocument] = []
    var start = sentence.lowerBound
    while start < sentence.upperBound,
      let verb = Self.issuing.first(in: start..<sentence.upperBound, of: units)
    {
      let first =
        (verb.range.upperBound..<sentence.upperBound).first { units[$0] != Unit.space } ?? sentence.upperBound
      var stop = nameEnd(first, sentence.upperBound)
      if let trial = Self.trial.match(at: stop, in: units, end: sentence.upperBound) { stop += trial.length }
      let isFormal =
        Self.formal.match(at: verb.range.lowerBound, in: units, end: verb.range.upperBound) != nil
      for name in sides(first..<stop) {
        let number = number(behind: name.upperBound)
        if isTitle(name, isFormal: isFormal, isNumbered: number != nil) { found.append((name, number)) }
      }
      start = max(stop, verb.range.upperBound)
    }
    return found
      + subjects(in: sentence).filter { name in !found.contains { $0.name.overlaps(name) } }
      .map { ($0, number(behind: $0.upperBound)) }
  }

  /// 某区…管理办法正式施行, 某区…方案和某区…办法先后印发: names that begin with the place and are what a clause tells of.
  private func subjects(in sentence: Range<Int>) -> [Range<Int>] {
    guard let place = naming.place.map({ Array($0.short.utf16) }), !place.isEmpty else { return [] }
    var found: [Range<Int>] = []
    var start = sentence.lowerBound
    while start < sentence.upperBound {
      var names: [Range<Int>] = []
      var first = start
      while let name = name(at: first, sentence.upperBound, place) {
        names.append(name)
        guard name.upperBound < sentence.upperBound,
          Self.ands.contains(units[name.upperBound]) || units[name.upperBound] == Unit.pause
        else { break }
        first = name.upperBound + 1
      }
      if let last = names.last,
        DocumentReading(units: units).issued(after: last.upperBound, in: sentence) != nil
      {
        found += names
      }
      start =
        ((names.last?.upperBound ?? start)..<sentence.upperBound).first {
          Self.clauseEnds.contains(units[$0])
        }.map { $0 + 1 } ?? sentence.upperBound
    }
    return found
  }

  /// The name at the start of a clause: up to the last kind of document that the clause goes on behind, or another name does.
  private func name(at first: Int, _ end: Int, _ place: [UInt16]) -> Range<Int>? {
    guard units[first..<end].starts(with: place) else { return nil }
    var name: Range<Int>?
    for stop in first + 1..<max(first + 1, min(end, first + 40)) {
      if Self.ends.contains(units[stop - 1]) { break }
      if Self.kinds.match(before: stop, in: units, start: first) != nil {
        let trial = Self.trial.match(at: stop, in: units, end: end)?.length ?? 0
        name = first..<stop + trial
      }
      if Self.ands.contains(units[stop]), units[stop + 1..<end].starts(with: place) { break }
    }
    return name.flatMap { isTitle($0, isFormal: true) ? $0 : nil }
  }

  private static let clauseEnds = Array(",;。".utf16)

  /// 甲的若干措施和乙管理办法: two names, where what stands before 和 ends like one and so does what stands behind it.
  private func sides(_ name: Range<Int>) -> [Range<Int>] {
    for index in name where Self.ands.contains(units[index]) && index > name.lowerBound + 7 {
      let (first, second) = (name.lowerBound..<index, index + 1..<name.upperBound)
      if second.count >= 7, Self.sureKinds.match(before: index, in: units, start: name.lowerBound) != nil,
        Self.sureKinds.match(before: withoutTrial(second), in: units, start: second.lowerBound) != nil
      {
        return [first, second]
      }
    }
    return [name]
  }

  private static let ands = Array("和及与".utf16)

  /// A name ends at a mark outside its quotations: 高新区“拿地即开工”实施细则.
  private func nameEnd(_ first: Int, _ end: Int) -> Int {
    var isQuoted = false
    for index in first..<end {
      if units[index] == Unit.openQuote, index > first { isQuoted = true }
      if units[index] == Unit.closeQuote, isQuoted {
        isQuoted = false
        continue
      }
      if !isQuoted, Self.ends.contains(units[index]) { return index }
    }
    return end
  }

  private func isTitle(_ name: Range<Int>, isFormal: Bool, isNumbered: Bool = false) -> Bool {
    guard (isNumbered ? 5...40 : 8...40).contains(name.count),
      Self.kinds.match(before: withoutTrial(name), in: units, start: name.lowerBound) != nil,
      !name.contains(where: { Self.never.contains(units[$0]) || (0x30...0x39).contains(units[$0]) }),
      Self.counted.first(in: name, of: units) == nil
    else { return false }
    if isNumbered { return true }
    if let place = naming.place, !place.short.isEmpty {
      let short = Array(place.short.utf16)
      if units[name].starts(with: short) { return name.count > short.count + 4 }
    }
    if Self.about.match(at: name.lowerBound, in: units, end: name.upperBound) != nil { return true }
    // 农村自建房全流程管理办法: up to the mark that ends the clause, and of a kind that nothing else is called.
    if name.count >= 9, name.upperBound == units.count || Self.clauseEnds.contains(units[name.upperBound]),
      Self.ofDocuments.match(before: name.upperBound, in: units, start: name.lowerBound) != nil
    {
      return true
    }
    if isFormal, marksNoTitles,
      Self.sureKinds.match(before: withoutTrial(name), in: units, start: name.lowerBound) != nil
    {
      return true
    }
    return Self.levels.match(at: name.lowerBound, in: units, end: name.upperBound) != nil
      && Self.notLevels.match(at: name.lowerBound, in: units, end: name.upperBound) == nil
  }

  /// The end of a name without (试行).
  private func withoutTrial(_ name: Range<Int>) -> Int {
    units[name.upperBound - 1] == Unit.closeBracket
      ? name.last { units[$0] == Unit.openBracket } ?? name.upperBound : name.upperBound
  }

  /// Whether the text names its own documents without title marks.
  private var marksNoTitles: Bool { draft.documents.count { $0.kind == .institutional } < 2 }

  /// (某政发〔2022〕8号) behind a name.
  private func number(behind place: Int) -> Range<Int>? {
    guard let sentence = draft.sentence(at: max(0, place - 1)) else { return nil }
    return draft.sentences[sentence].names.lazy.map { draft.names[$0] }.first {
      $0.kind == .documentNumber && (place...place + 2).contains($0.range.lowerBound)
    }?.range
  }

  private static let issuing = WordTable<Bool>(
    set: "出台 印发 制定 修订 出台了 印发了 制定了 制定出台 研究制定 制定印发 联合印发 修订印发 研究出台 率先出台 印发实施 出台实施")
  private static let formal = WordTable<Bool>(
    set: "出台 印发 出台了 印发了 制定出台 制定印发 联合印发 修订印发 研究出台 率先出台 印发实施 出台实施")
  private static let kinds = WordTable<Bool>(
    set: "办法 细则 意见 方案 规定 条例 规则 规程 措施 计划 章程 导则 指引 制度 清单 规范 十条", backwards: true)
  /// Kinds that are told of nothing but documents.
  private static let sureKinds = WordTable<Bool>(
    set: """
      管理办法 暂行办法 实施办法 考核办法 补贴办法 激励办法 奖励办法 评价办法 工作办法 认定办法 处置办法 实施细则 管理细则 考核细则 实施意见 指导意见 管理规定 若干措施 若干政策 行动方案 实施方案 \
      改革方案 工作方案 试点方案 行动计划 管理条例 工作规程 操作规程 工作规则 议事规则 建设导则 操作指引 工作指引 管理制度 条措施 条政策 负面清单 责任清单 权责清单
      """, backwards: true)
  private static let ofDocuments = WordTable<Bool>(
    set: "管理办法 暂行办法 实施办法 工作办法 实施细则 管理细则 暂行规定 管理规定 工作规程 操作规程 工作规范 条政策措施", backwards: true)
  private static let trial = WordTable<Bool>(set: "(试行) (暂行) (修订)")
  private static let about = WordTable<Bool>(set: "关于")
  private static let levels = WordTable<Bool>(set: "区 县 市")
  private static let notLevels = WordTable<Bool>(
    set: "区域 区级 区块 区内 区外 区县 区直 区属 县域 县级 县乡 县直 县城 县区 县属 市场 市民 市政 市域 市区 市级 市县 市直 市属 市容 市价")
  private static let ends = Array(",。;:、(《“!?".utf16)
  /// Characters of phrases that name several documents or none.
  private static let never = Array("等各并".utf16)
  private static let counted = WordTable<Bool>(
    set: "一项 两项 多项 系列 一批 配套 相关 有关 一个 两个 多个 若干个 几项 具体 详细 专项 年度 本地 我区 我县 我市")
}
