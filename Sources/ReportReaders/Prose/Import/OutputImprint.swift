import ReportModel

/// 发文单位、印发日期: what a sentence says of a document besides its title and number.
extension DomainFilling {
  /// 《…》(区政府办公室,2021年5月20日印发): issuer and date in the brackets behind a title.
  func imprint(behind place: Int) -> (issuer: String?, date: PartialDate?) {
    guard place < units.count, units[place] == Unit.openBracket,
      let close = (place..<min(units.count, place + 60)).first(where: { units[$0] == Unit.closeBracket })
    else { return (nil, nil) }
    var (issuer, date): (String?, PartialDate?)
    var start = place + 1
    while start < close {
      let end = (start..<close).first { Self.partEnds.contains(units[$0]) } ?? close
      if isUnit(start..<end) { issuer = issuer ?? text(start..<end) }
      date = date ?? self.date(in: start..<end)
      start = end + 1
    }
    return (issuer, date)
  }

  /// 区教育局印发《…》, 由区委办公室印发《…》: the unit that is all that its clause says before the verb.
  func issuer(before verb: Range<Int>, of title: Range<Int>) -> String? {
    guard verb.upperBound <= title.lowerBound,
      Self.issues.match(at: verb.lowerBound, in: units, end: verb.upperBound) != nil
    else { return nil }
    var start = verb.lowerBound
    while start > 0, verb.lowerBound - start < 30, isNamed(units[start - 1]) { start -= 1 }
    guard let sentence = draft.sentence(at: verb.lowerBound) else { return nil }
    start = max(start, draft.sentences[sentence].range.lowerBound)
    if start < verb.lowerBound, units[start] == Unit.of("由") { start += 1 }
    return isUnit(start..<verb.lowerBound) ? text(start..<verb.lowerBound) : nil
  }

  private func isUnit(_ range: Range<Int>) -> Bool {
    (3...30).contains(range.count) && range.allSatisfy { isNamed(units[$0]) }
      && Self.units.match(before: range.upperBound, in: units, start: range.lowerBound) != nil
      && Self.levels.contains(units[range.lowerBound])
  }

  /// An ideograph, or 、 between the names of several units.
  private func isNamed(_ unit: UInt16) -> Bool { (0x4E00...0x9FFF).contains(unit) || unit == Unit.pause }

  private func date(in range: Range<Int>) -> PartialDate? {
    guard let sentence = draft.sentence(at: range.lowerBound) else { return nil }
    for time in draft.sentences[sentence].times where draft.times[time].range.overlaps(range) {
      if case .date(let date) = draft.times[time].meaning, date.month != nil { return date }
    }
    return nil
  }

  private func text(_ range: Range<Int>) -> String { draft.text.string(range) }

  private static let partEnds = Array(",; ".utf16)
  private static let issues = WordTable<Bool>(set: "印发 出台 制定 下发 发布 联合印发 制定出台 印发了 出台了 制定了 研究制定")
  private static let units = WordTable<Bool>(
    set: "局 办公室 委员会 委办 政府办 发改委 卫健委 国资委 工信委 区委 县委 市委 政府 组织部 宣传部 统战部 政法委 改革办 院 纪委监委 监委 管委会 总工会 委编办 联社 法院 检察院",
    backwards: true)
  /// What a unit of the place begins with.
  private static let levels = Array("区县市州旗省".utf16)
}
