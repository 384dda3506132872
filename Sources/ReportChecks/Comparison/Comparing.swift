import Foundation
public import ReportModel

extension YearComparison {
  /// Compares this year's report with last year's: domains, counts, rates, outputs, carried items, and the wording by aligned sentences.
  public init(of this: ReportDigest, with last: ReportDigest) {
    func year(_ digest: ReportDigest, _ other: String) -> String { digest.year.map { "\($0)年" } ?? other }
    let comparing = Comparing(this: this, last: last, now: year(this, "今年"), before: year(last, "上年"))
    self.init(
      title: "\(this.place ?? "")\(comparing.now)与\(comparing.before)报告对照", remarks: comparing.remarks,
      tables: [
        comparing.counts, comparing.domains, comparing.carried, comparing.outputs, comparing.figures,
        comparing.wording, comparing.gone,
      ].filter { !$0.rows.isEmpty })
  }
}

/// The tables of a comparison.
private struct Comparing {
  let this: ReportDigest
  let last: ReportDigest
  let now: String
  let before: String

  var remarks: [String] {
    var remarks: [String] = []
    if let a = this.place, let b = last.place, !a.hasSuffix(b), !b.hasSuffix(a) {
      remarks.append("两份报告不是同一个地方的：\(a)、\(b)")
    }
    if let a = this.year, let b = last.year {
      if a == b { remarks.append("两份报告写的都是\(a)年") }
      if b > a { remarks.append("两份报告的次序可能放反了：前一份是\(a)年，后一份是\(b)年") }
      if b < a - 1 { remarks.append("两份报告中间隔了年份：\(a)年、\(b)年") }
    }
    return remarks
  }

  // MARK: Counts and rates

  var counts: YearComparison.Table {
    let rows: [(String, Decimal?, Decimal?)] = [
      ("改革任务", this.counts.tasks, last.counts.tasks), ("完成", this.counts.completed, last.counts.completed),
      ("延期", this.counts.delayed, last.counts.delayed), ("制度性成果", this.counts.outputs, last.counts.outputs),
    ]
    var cells = rows.filter { $0.1 != nil || $0.2 != nil }.map {
      [$0.0, text($0.1), text($0.2), change($0.1, $0.2)]
    }
    if !this.rates.isEmpty || !last.rates.isEmpty {
      cells.append(["完成率", this.rates.joined(separator: "、"), last.rates.joined(separator: "、"), ""])
    }
    return .init("总体数字", columns: ["指标", now, before, "增减"], rows: cells)
  }

  private func text(_ value: Decimal?) -> String { value.map { "\($0)" } ?? "未写" }

  private func change(_ a: Decimal?, _ b: Decimal?) -> String {
    guard let a, let b else { return "" }
    if a == b { return "不变" }
    let percent =
      b > 0
      ? "（\(a > b ? "+" : "-")\(Percent.text(abs(a - b) * 100 / b, like: Quantity(0, precision: -1)))）" : ""
    return (a > b ? "+\(a - b)" : "\(a - b)") + percent
  }

  // MARK: Fields of reform

  var domains: YearComparison.Table {
    var rows: [[String]] = []
    var left = last.fields
    for field in this.fields {
      let core = VanishedDomainsCheck.core(field.name)
      let place =
        left.firstIndex { VanishedDomainsCheck.core($0.name) == core }
        ?? left.firstIndex { VanishedDomainsCheck.isNear(VanishedDomainsCheck.core($0.name), core) }
      let old = place.map { left.remove(at: $0) }
      let note = old.map { $0.name == field.name ? "" : "上年名称：\($0.name)" } ?? "新增"
      rows.append([field.name, counts(field), old.map(counts) ?? "", change(field.tasks, old?.tasks), note])
    }
    rows += left.map { [$0.name, "", counts($0), "", "今年没有"] }
    return .init("各领域", columns: ["领域", "\(now)（任务/完成/延期）", "\(before)（任务/完成/延期）", "任务增减", "说明"], rows: rows)
  }

  private func counts(_ field: ReportDigest.Field) -> String {
    field.tasks == nil
      ? "未写" : [field.tasks, field.completed, field.delayed ?? 0].map(text).joined(separator: "/")
  }

  // MARK: Postponed items

  var carried: YearComparison.Table {
    let draft = this.study?.draft
    let places =
      draft.map { NameFinder($0).sentences(naming: last.delayed.map(\.name)) }
      ?? last.delayed.map { _ in [] }
    var heirs: Set<String> = []
    var rows = zip(last.delayed, places).map { item, places -> [String] in
      let earlier = before + "延期" + (item.since.map { "（\($0)年结转）" } ?? "")
      if let heir = this.links.heir(ofNumber: item.number, named: item.name, year: last.year) {
        heirs.insert(heir.name)
        return [item.name, earlier, Self.standing(heir, after: item), Self.words(of: heir, after: item)]
      }
      let again = this.delayed.contains { near($0.name, item.name) }
      let said =
        places.first.flatMap { index in
          draft.map { $0.text.string($0.sentences[index].range) }
        } ?? ""
      return [
        item.name, earlier, again ? "再次延期" : said.isEmpty ? "没有交代" : "有交代", String(said.prefix(80)),
      ]
    }
    let fresh = this.delayed.filter { item in
      !heirs.contains(item.name) && !last.delayed.contains { near($0.name, item.name) }
    }
    rows += fresh.map {
      [$0.name, "", "今年延期", $0.until.map { "延至\($0)" } ?? ""]
    }
    return .init("延期事项", columns: ["事项", before, now, "今年的说法"], rows: rows)
  }

  /// What became of a carried item in this year's ledger.
  private static func standing(_ heir: ReformTask, after item: ReportDigest.Item) -> String {
    guard heir.isDelayed else { return heir.status.map(\.wording) ?? "已结转" }
    return item.since == nil ? "再次延期（连续两年）" : "再次延期（连续三年或更久）"
  }

  private static func words(of heir: ReformTask, after item: ReportDigest.Item) -> String {
    let renamed = heir.name == item.name ? nil : "今年名称：\(heir.name)"
    let until = heir.isDelayed ? heir.delay?.until.map { "延至\($0.chinese)" } : nil
    return [renamed, until].compactMap { $0 }.joined(separator: "；")
  }

  private func near(_ a: String, _ b: String) -> Bool { a == b || nearestName(to: a, among: [b]) != nil }

  // MARK: Outputs

  var outputs: YearComparison.Table {
    let old = Set(last.outputs.map(LastYear.normal))
    let new = Set(this.outputs.map(LastYear.normal))
    let rows =
      this.outputs.map { [$0, old.contains(LastYear.normal($0)) ? "两年都有" : "今年新有"] }
      + last.outputs.filter { !new.contains(LastYear.normal($0)) }.map { [$0, "只在上年"] }
    return .init("制度性成果", columns: ["名称", "情况"], rows: rows)
  }

  // MARK: Figures of one name

  var figures: YearComparison.Table {
    guard let a = this.study, let b = last.study else { return .init("同名指标", columns: [], rows: []) }
    let rows = a.measures.names.compactMap { name -> [String]? in
      let kinds: [MeasureName.Kind] = name.kind == .total ? [.total] : [.plain, .new]
      guard name.core.count > 3,
        let base = b.measures.base(of: name, unit: a.page.unitKey(name.figure), kinds: kinds)
      else { return nil }
      return [
        (name.kind == .total ? "累计" : "") + String(decoding: name.core, as: UTF16.self),
        a.draft.text.string(a.page.range(name.figure)), b.draft.text.string(b.page.range(base.figure)),
        change(a.page.value(name.figure), base.value),
      ]
    }
    return .init("同名指标", columns: ["指标", now, before, "增减"], rows: rows)
  }

  // MARK: Wording

  var wording: YearComparison.Table {
    guard let a = this.study, let b = last.study else { return .init("措辞", columns: [], rows: []) }
    let alignment = Alignment(a.passages, b.passages)
    let rows = a.draft.sentences.indices.compactMap { index -> [String]? in
      guard let pair = alignment.pairs[index] else { return nil }
      let isSame = a.passages.sentences[index].exact == b.passages.sentences[pair.last].exact
      if isSame, a.passages.sentences[index].length < 12 { return nil }
      let text =
        isSame
        ? a.draft.text.string(a.draft.sentences[index].range)
        : WordDifference.text(a.draft, index, b.draft, pair.last)
      return [isSame ? "照抄" : pair.likeness == 100 ? "只改数字" : "改写", text]
    }
    return .init("措辞（〔上年→今年〕）", columns: ["情况", "句子"], rows: rows)
  }

  /// Long sentences of last year that nothing answers to.
  var gone: YearComparison.Table {
    guard let a = this.study, let b = last.study else { return .init("今年不再写的", columns: [], rows: []) }
    let alignment = Alignment(b.passages, a.passages)
    let rows = b.draft.sentences.indices.filter {
      alignment.pairs[$0] == nil && !b.draft.sentences[$0].quantities.isEmpty
    }
    .map { [b.draft.text.string(b.draft.sentences[$0].range)] }
    return .init("今年不再写的（带数字的句子）", columns: ["上年的句子"], rows: rows)
  }
}
