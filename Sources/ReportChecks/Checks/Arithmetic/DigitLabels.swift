import ReportModel

/// 数字代称: the numbers of a label like “3+2”, each told again by what it counts.
extension NamedListRule {
  /// “3”指党群中心、综治中心、文化中心: a number of a label like “3+2”, told by what it counts.
  func bare(_ quotation: Range<Int>, _ book: inout RelationBook) {
    guard quotation.count == 3, let number = Mark.number(page.units[quotation.lowerBound + 1]), number > 1,
      let meaning = ["是指", "指", "即", "为", "代表"].first(where: {
        page.words(quotation.upperBound..<page.units.count).hasPrefix($0)
      }), let sentence = page.draft.sentence(at: quotation.lowerBound)
    else { return }
    let start = quotation.upperBound + meaning.utf16.count
    guard start <= page.draft.sentences[sentence].range.upperBound else { return }
    let stop =
      (start..<page.draft.sentences[sentence].range.upperBound).first {
        page.units[$0] == Mark.comma || Self.ends.contains(page.units[$0])
      } ?? page.draft.sentences[sentence].range.upperBound
    let pauses = (start..<stop).count { page.units[$0] == Mark.pause }
    let joins = (start..<stop).count { Mark.ands.contains(page.units[$0]) }
    guard pauses + joins > 0, page.units[stop - 1] != Mark.andSoOn else { return }
    book.compare(
      number, with: Array(pauses + 1...pauses + 1 + joins), at: quotation, listed: start..<stop)
  }
}
