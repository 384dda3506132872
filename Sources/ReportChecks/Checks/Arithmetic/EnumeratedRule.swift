import Foundation
import ReportModel

/// 点数: 以上两点, 上述五项工作 behind (1)…(2)…(3)…, and 五项机制: before a list of short lines: as many as are numbered or listed. Reported
/// with the lists.
struct EnumeratedRule {
  let page: FigurePage

  func propose(_ book: inout RelationBook) {
    Self.pointing.scan(page.units) { _, range in pointedAt(behind: range.upperBound, &book) }
    for figure in page.draft.quantities.indices
    where page.isExact(figure) && page.isAmount(figure) && (2...20).contains(page.value(figure)) {
      lines(figure, &book)
    }
  }

  // MARK: 第一,…。第二,…。第三,…。以上两点不足

  private func pointedAt(behind place: Int, _ book: inout RelationBook) {
    guard place + 2 < page.units.count, let number = NamedListRule.number(page.units[place]), number > 1,
      Self.measures.contains(page.units[place + 1]), let sentence = page.draft.sentence(at: place)
    else { return }
    let paragraph = page.draft.sentences[sentence].paragraph
    let text =
      page.draft.paragraphs[paragraph].range.lowerBound..<page.draft.sentences[sentence].range.lowerBound
    guard let run = Self.styles.compactMap({ run($0, in: text) }).max(by: { $0.count < $1.count }),
      run.count > 1, !page.has(0x53E6, in: run.range)  // 另
    else { return }
    let fits = run.count == number
    book.propose(
      Relation(
        .list, fits ? .verified : .broken, claimed: place..<place + 1, result: nil, members: [],
        listed: run.range, arithmetic: "前面是\(run.count)项" + (fits ? "" : ",这里写\(number)"),
        message: "“以上”“上述”的数目与前面所列的不符"), as: .place(place))
  }

  /// The last run of one style of numbers that begins with the first: how many follow one another, and where.
  private func run(_ style: [[UInt16]], in text: Range<Int>) -> (count: Int, range: Range<Int>)? {
    func place(of word: [UInt16], from start: Int) -> Int? {
      guard start + word.count <= text.upperBound else { return nil }
      return (start...text.upperBound - word.count).first { page.units[$0...].starts(with: word) }
    }
    var start: Int?
    var next = text.lowerBound
    while let place = place(of: style[0], from: next) { (start, next) = (place, place + 1) }
    guard let start else { return nil }
    var (count, last) = (1, start)
    while count < style.count, let place = place(of: style[count], from: last + 1) {
      (count, last) = (count + 1, place)
    }
    return (count, start..<text.upperBound)
  }

  private static let pointing = PhraseTable(["以上", "上述", "前述"])
  private static let measures = UnitSet("点项个条方大种")
  private static let numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
  private static let styles: [[[UInt16]]] = [
    (1...10).map { "（\($0)）" }, (1...10).map { "\($0)." }, numerals.map { "第\($0)," },
    numerals.map { "其\($0)," },
    numerals.map { "\($0)是" }, numerals.map { "（\($0)）" },
    (0x2460...0x2469).map { "\(UnicodeScalar($0) ?? " ")" },
  ].map { $0.map(Mark.word) }

  // MARK: 五项机制:⏎甲机制⏎乙机制⏎丙机制

  /// A number at the end of its paragraph, and short lines under it that all end as it is worded.
  private func lines(_ figure: Int, _ book: inout RelationBook) {
    let tail = page.tail(figure)
    let index = page.draft.sentences[page.claim(figure).sentence].paragraph
    guard (2...6).contains(tail.count), tail.upperBound < page.units.count,
      page.units[tail.upperBound] == Mark.colon,
      page.draft.paragraphs[index].range.upperBound <= tail.upperBound + 2
    else { return }
    let noun = Array(page.units[tail].suffix(2))
    let listed = page.draft.paragraphs[(index + 1)...].prefix { paragraph in
      var words = page.units[paragraph.range]
      while let last = words.last, !Mark.isHan(last) { words.removeLast() }
      return words.count <= 30 && words.suffix(2).elementsEqual(noun)
    }
    guard let first = listed.first, let last = listed.last, listed.count > 1 else { return }
    let fits = Decimal(listed.count) == page.value(figure)
    book.propose(
      Relation(
        .list, fits ? .verified : .broken, claimed: page.range(figure), result: figure, members: [],
        listed: first.range.lowerBound..<last.range.upperBound,
        arithmetic: "列出\(listed.count)项" + (fits ? "" : ",文中写\(page.number(figure))"),
        message: "写的数目与列出的项数不符"), as: .place(page.range(figure).lowerBound))
  }
}
