import ReportModel

/// 漏写的延期任务: delayed tasks of the ledger that the draft tells of nowhere.
extension DelaysAgainstLedgerCheck {
  /// Delayed tasks of the ledger that the draft does not name.
  func missing(
    _ tasks: [LedgerPlaces.Item], _ told: Set<Int>, _ match: LedgerMatch, _ places: LedgerPlaces,
    _ result: inout CheckResult
  ) {
    let rows = Self.delayedRows(match.draft)
    let missing = tasks.indices.filter { index in
      tasks[index].task.isDelayed && !told.contains(index)
        && !rows.contains { $0.contains(tasks[index].task.name) }
    }
    // As many rows as tasks: one has another name there, which is told of elsewhere.
    guard !missing.isEmpty, rows.count != tasks.count(where: { $0.task.isDelayed }) else { return }
    let title = match.draft.articles.first { $0.title != nil }?.title
    let first = match.draft.delays.first?.range
    func isNear(_ place: Int) -> Bool {
      first.map { place <= $0.lowerBound && $0.lowerBound - place < 200 } ?? true
    }
    let counted = match.draft.claims.last {
      $0.measure == .delayed && $0.domain == nil && $0.period == .reported
        && match.draft.role(of: $0.section) != .plan
        && isNear($0.clause.lowerBound)
    }
    let place =
      counted.map { match.draft.text.place($0.clause) } ?? first.map { match.draft.text.place($0) }
      ?? title.map { match.draft.text.place($0) } ?? .file(match.draft.text.source.file)
    result.report(
      place,
      "文稿没有写台账里的\(missing.count)项延期任务：\(missing.map { "“\(tasks[$0].task.name)”" }.joined(separator: "、"))",
      "请在相应领域补写，或说明在附件中列出",
      severity: !match.draft.delays.isEmpty ? nil : Self.refersToAttachment(match.draft) ? .note : .warning,
      related: match.draft.delays.prefix(3).map { .init(match.draft.text.place($0.name), "文稿写了这一项") }
        + missing.prefix(9).map { .init(places.place(tasks[$0].path), "台账在这里") })
  }

  /// 延期任务情况见附件3: they are told in a file of their own.
  private static func refersToAttachment(_ draft: Draft) -> Bool {
    delayedRows(draft).isEmpty
      && draft.sentences.contains { sentence in
        let words = FoldedWords(units: draft.text.units[sentence.range])
        return words.contains("延期") && words.contains("见附")
      }
  }

  /// The rows of the draft's tables that tell of a delay.
  static func delayedRows(_ draft: Draft) -> [String] {
    let words = ["延期", "延至", "推迟"]
    return draft.textTables.flatMap { table in
      // In a table of delays only, no row has to say so.
      let isOfDelays = table.stateColumn == nil && table.heads.joined().containsAny(words)
      return table.rows.dropFirst().map { $0.joined() }.filter { row in
        isOfDelays || row.containsAny(words)
      }
    }
  }

  /// 市城管局: the name of a unit and nothing else.
  static func isUnit(_ words: ArraySlice<UInt16>) -> Bool {
    guard let head = words.first, let end = words.last else { return false }
    return areas.contains(head) && unitEnds.contains(end) && words.count <= 16 && words.allSatisfy(Mark.isHan)
  }

  private static let areas = UnitSet("省市区县旗州开")
  private static let unitEnds = UnitSet("局委办部院室会司团心")
}
