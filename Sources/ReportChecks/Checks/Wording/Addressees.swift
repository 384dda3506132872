import ReportModel

/// 称呼不一: 各位委员 at the head of a speech and 请各位代表审议 at its end.
struct Addressees {
  let draft: Draft
  let prose: CheckProse

  /// Whom else a text speaks to, and whom it greets.
  var stray: (place: Range<Int>, greeting: Range<Int>)? {
    var greeting: Range<Int>?
    var asked: [Range<Int>] = []
    var count = 0
    for index in prose.units.indices.dropLast(3) where prose.has(Self.all, at: index) {
      guard let word = Self.people.first(where: { prose.has($0, at: index + 2) }) else { continue }
      let range = index..<index + 2 + word.count
      count += 1
      if greeting == nil {
        // A greeting opens its paragraph, and a colon ends it.
        guard prose.beginsParagraph(index) else { return nil }
        let end = prose.units[range.upperBound...].prefix(8).firstIndex(of: Mark.colon)
        guard let end, !prose.hasAny(Self.people, in: range.upperBound..<end) else { return nil }
        greeting = range
      } else if prose.hasAny(Self.asking, before: index), !prose.hasAny(Self.inviting, before: index) {
        asked.append(range)
      }
    }
    guard let greeting, count <= 3 else { return nil }
    return asked.first { !prose.units[$0].elementsEqual(prose.units[greeting]) }.map { ($0, greeting) }
  }

  private static let all = Mark.word("各位")
  private static let people = Mark.words("委员 代表 常委 评委")
  private static let inviting = Mark.words("邀请 聘请 约请")
  private static let asking = Mark.words("请 提请 恳请 敬请")
}
