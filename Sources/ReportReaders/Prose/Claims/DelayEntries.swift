import ReportModel

/// Names of delayed items that stand before a colon, or side by side behind one.
extension DelayReading {
  /// 延期任务3项:甲、乙、丙,均延至…; 以下3项…延期至2023年:甲、乙、丙: the names up to the first comma, where they are as many as the
  /// sentence counts before them.
  func plainList(
    behind label: (start: Int, end: Int, ordinal: Int?, number: Range<Int>?), _ end: Int, _ draft: Draft
  ) -> [Range<Int>] {
    guard let sentence = draft.sentence(at: label.start) else { return [] }
    let figures = draft.quantities[draft.sentences[sentence].quantities]
    let counts = figures[..<figures.prefixEnd { $0.range.upperBound <= label.end }].suffix(8).compactMap {
      ["项", "个", "件"].contains($0.quantity.unit) ? $0.quantity.whole : nil
    }
    let stop =
      (label.end..<end).first {
        units[$0] == Unit.comma || units[$0] == Unit.semicolon || units[$0] == Unit.openBracket
      } ?? end
    var names: [Range<Int>] = []
    var start = label.end
    for index in label.end..<stop where units[index] == Unit.pause {
      names.append(tidy(start..<index))
      start = index + 1
    }
    let last = tidy(start..<stop)
    let joint = last.last { units[$0] == Unit.of("和") || units[$0] == Unit.of("及") }
    if counts.contains(names.count + 2), let joint {
      names += [tidy(last.lowerBound..<joint), tidy(joint + 1..<last.upperBound)]
    } else {
      names.append(last)
    }
    return names.count > 1 && counts.contains(names.count) && names.allSatisfy { (4...40).contains($0.count) }
      ? names : []
  }

  /// 尚有2项任务未完成:甲,受…制约,预计…完成;乙,…: as many parts behind a colon as are counted before it.
  func countedList(_ body: Range<Int>, _ draft: Draft) -> [DelayedItem]? {
    guard let colon = body.first(where: { units[$0] == Unit.colon }),
      case let lead = body.lowerBound..<colon,
      postponement(in: lead) != nil || places.first(.stuck, in: lead) != nil,
      let sentence = draft.sentence(at: colon),
      case let items = listed(in: colon + 1..<body.upperBound, draft), items.count > 1,
      draft.sentences[sentence].quantities.contains(where: {
        lead.contains(draft.quantities[$0].range.lowerBound)
          && draft.quantities[$0].quantity.whole == items.count
      })
    else { return nil }
    return items
  }

  /// 甲改革: that begins a paragraph; not 延期原因:.
  func isEntry(_ range: Range<Int>) -> Bool {
    guard range.count > 6, units[range.upperBound - 1] == Unit.colon else { return false }
    let name = unled(range.lowerBound..<range.upperBound - 1)
    return !name.contains { numerals.kind($0) == .clauseMark && units[$0] != Unit.pause }
      && Self.labelWords.first(in: name, of: units) == nil
  }

  /// 甲(牵头单位:某局), without who leads it.
  private func unled(_ range: Range<Int>) -> Range<Int> {
    guard range.count > 8, units[range.upperBound - 1] == Unit.closeBracket,
      let open = range.last(where: { units[$0] == Unit.openBracket }), open > range.lowerBound + 3,
      Self.leadLabels.match(at: open + 1, in: units, end: range.upperBound) != nil
    else { return range }
    return range.lowerBound..<open
  }

  static let leadLabels = WordTable<Bool>(set: "牵头 责任 主办 承办")
  private static let labelWords = WordTable<Bool>(set: "原因 说明 情况 延期 问题 事项 任务 不足 方面 领域 困难 短板 进展 以下 如下 推迟 未完成")
}
