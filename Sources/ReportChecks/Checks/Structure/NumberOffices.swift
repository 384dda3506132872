import ReportModel

/// 文号与发文机关: the letters of a document's number against who is said to have issued it: 政发 is the government's, 政办发 its office's.
struct NumberOffices {
  let page: FigurePage

  /// Whose number it is.
  enum Office: String {
    case government = "政府", governmentOffice = "政府办公室", committee = "党委", committeeOffice = "党委办公室"
    case department = "部门"
  }

  /// What does not fit: the unit that is said to have issued a document, and what its number says.
  func faults(_ numbers: [ReferenceNumber]) -> [(unit: Range<Int>, number: Range<Int>, message: String)] {
    numbers.compactMap { number in
      guard let letters = letters(of: number), let told = issuer(of: number),
        let office = office(of: told.unit), office != letters.office,
        office != .department || told.isByNumber
      else { return nil }
      let written = page.text(letters.range.lowerBound..<number.range.upperBound)
      return (
        told.unit, letters.range.lowerBound..<number.range.upperBound,
        "文号“\(written)”是\(letters.office.rawValue)的文号，文中写由\(page.text(told.unit))印发"
      )
    }
  }

  /// 甲政办发 and whose letters they are; those of other offices are not known.
  private func letters(of number: ReferenceNumber) -> (range: Range<Int>, office: Office)? {
    let end = number.range.lowerBound
    var start = number.issuer
    if let by = (start..<end).last(where: { page.units[$0] == Self.by }) { start = by + 1 }
    guard
      let found = Self.letters.first(where: {
        page.units[start..<end].suffix($0.word.count).elementsEqual($0.word)
      })
    else { return nil }
    let place = start..<end - found.word.count
    guard (1...2).contains(place.count), !place.contains(where: { Self.fields.contains(page.units[$0]) })
    else {
      return nil
    }
    return (start..<end, found.office)
  }

  /// The unit before 以…文件印发, or before 印发《…》(…), alone.
  private func issuer(of number: ReferenceNumber) -> (unit: Range<Int>, isByNumber: Bool)? {
    guard let index = page.draft.sentence(at: number.range.lowerBound) else { return nil }
    let sentence = page.draft.sentences[index].range
    if let by = (number.issuer..<number.range.lowerBound).last(where: { page.units[$0] == Self.by })
      ?? (page.units[..<number.issuer].last == 0x201C && page.units[number.issuer - 2] == Self.by
        ? number.issuer - 2 : nil)
    {
      let behind = page.words((number.range.upperBound..<sentence.upperBound).prefix(9))
      guard behind.containsAny(Self.verbs) else { return nil }
      return unit(before: by, from: sentence.lowerBound).map { ($0, true) }
    }
    guard
      let title = page.draft.titles.last(where: {
        $0.depth == 0 && (0...1).contains(number.issuer - $0.range.upperBound)
      })?.range,
      let verb = Self.verbForms.first(where: {
        title.lowerBound - $0.count > sentence.lowerBound
          && page.units[..<title.lowerBound].suffix($0.count).elementsEqual($0)
      })
    else { return nil }
    return unit(before: title.lowerBound - verb.count, from: sentence.lowerBound).map { ($0, false) }
  }

  /// One unit alone that ends at a place.
  private func unit(before end: Int, from low: Int) -> Range<Int>? {
    var stop = end
    for word in Self.adverbs where page.units[low..<stop].suffix(word.count).elementsEqual(word) {
      stop -= word.count
    }
    var start = stop
    while start > low, Mark.isHan(page.units[start - 1]) { start -= 1 }
    if start > low, page.units[start - 1] == Mark.pause { return nil }
    if let from = (start..<stop).last(where: { page.units[$0] == Mark.from }) { start = from + 1 }
    guard stop - start >= 2, !(start..<stop).contains(where: { Self.joins.contains(page.units[$0]) }) else {
      return nil
    }
    return start..<stop
  }

  private func office(of unit: Range<Int>) -> Office? {
    let words = page.words(unit)
    if words.hasAnySuffix(["政府办公室", "政府办", "政府办公厅"]) { return .governmentOffice }
    if words.hasSuffix("政府") {
      // 县委县政府: both of them.
      return words.contains("委") ? nil : .government
    }
    if words.hasAnySuffix(Self.committees.flatMap { [$0 + "办公室", $0 + "办", $0 + "办公厅"] }) {
      return .committeeOffice
    }
    if words.hasAnySuffix(Self.committees) { return .committee }
    return words.hasAnySuffix(["局"]) ? .department : nil
  }

  private static let letters: [(word: [UInt16], office: Office)] = [
    ("政办发", .governmentOffice), ("政办字", .governmentOffice), ("府办发", .governmentOffice),
    ("政办函", .governmentOffice),
    ("政办", .governmentOffice), ("政发", .government), ("政字", .government), ("府发", .government),
    ("委办发", .committeeOffice),
    ("党办发", .committeeOffice), ("委办字", .committeeOffice), ("委办", .committeeOffice), ("委发", .committee),
    ("党发", .committee),
  ].map { (Mark.word($0), $1) }
  /// 民政发, 财政发, 卫健委发: letters of departments that end like those.
  private static let fields = UnitSet("民财行邮廉司法健改建卫农教经纪组工技育监资管市街镇乡开高")
  private static let committees = ["区委", "县委", "市委", "旗委", "州委", "省委"]
  private static let verbs = ["印发", "下发", "发布", "出台", "公布"]
  private static let verbForms = ["印发", "下发", "发布", "出台", "正式印发", "正式出台", "制定印发", "制定出台"].sorted {
    $0.count > $1.count
  }.flatMap { [Mark.word($0), Mark.word($0 + "了")] }
  private static let adverbs = Mark.words("专门 专题 随后 及时 正式 也 还 已 先后")
  private static let joins = UnitSet("和与及同联")
  private static let by = Mark.word("以")[0]
}
