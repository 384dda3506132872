import ReportModel

/// Problems told in sentences, without items of their own.
extension ReportFilling {
  /// 改革精准度不高,督察不够有力: several faults in one sentence, where each clause tells of one.
  func clauses(of part: NarrativePart) -> [NarrativePart] {
    guard let text = part.text else { return [part] }
    let clauses = text.unicodeScalars.split { $0.halfWidth == "," }.map { String($0).trimmingBlanks }
    guard clauses.count > 1,
      clauses.allSatisfy({ clause in clause.count >= 5 && Self.faultWords.contains { clause.contains($0) } })
    else { return [part] }
    return clauses.map { NarrativePart(text: $0, origin: part.origin) }
  }

  private static let faultWords = [
    "不高", "不够", "不足", "不强", "不多", "有待", "薄弱", "滞后", "缺乏", "偏低", "不深", "不到位", "不平衡", "不畅", "不快",
  ]

  /// Problems told without items: each part between semicolons or full stops is one.
  func problems(_ sentences: [Int], _ own: DraftSection) -> [NarrativePart] {
    var parts: [NarrativePart] = []
    for index in sentences {
      let range = draft.sentences[index].range
      var start = range.lowerBound
      if let colon = range.first(where: { units[$0] == Unit.colon }), colon - range.lowerBound < 80 {
        start = colon + 1
      } else if SectionRoleWords.faults.first(in: range, of: units) != nil, sentences.count > 1 {
        continue
      }
      var from = start
      for place in start..<range.upperBound
      where units[place] == Unit.semicolon || place == range.upperBound - 1 {
        let text = text(from..<place + 1)
        if text.count >= 4 {
          parts.append(NarrativePart(text: text, origin: Origin(locator: domains.locator(range))))
        }
        from = place + 1
      }
    }
    return parts.count == 1 ? clauses(of: parts[0]) : parts
  }
}
