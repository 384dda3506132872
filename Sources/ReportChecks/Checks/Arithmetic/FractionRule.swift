import Foundation
import ReportModel

/// 几分之几: a change told as a fraction in words: 由70个工作日压缩至35个,压缩一半; 600万元,较上年的450万元增长三分之一. Reported with the changes.
struct FractionRule: RelationRule {
  let page: FigurePage

  func propose(_ book: inout RelationBook) {
    for place in page.units.indices where Self.firsts.contains(page.units[place]) {
      guard let fraction = Self.fractions.first(where: { page.units[place...].starts(with: $0.word) }),
        let index = page.draft.sentence(at: place)
      else { continue }
      read(place..<place + fraction.word.count, fraction.hundredths, page.draft.sentences[index], &book)
    }
  }

  private func read(
    _ place: Range<Int>, _ hundredths: ClosedRange<Decimal>, _ sentence: DraftSentence,
    _ book: inout RelationBook
  ) {
    // 压缩一半, 增长了三分之一; 一半以上, 近三分之一 are left alone.
    guard let base = sentence.quantities.last(where: { page.range($0).upperBound <= place.lowerBound }),
      case let between = page.range(base).upperBound..<place.lowerBound, between.count <= 10,
      page.units[place.lowerBound] == Self.turn
        || page.cues.last([.up, .down], in: between).map({ place.lowerBound - $0.upperBound <= 1 }) ?? false,
      !page.has(Mark.semicolon, in: between), !page.has(Mark.stop, in: between),
      page.units[place.lowerBound] == Self.turn || place.upperBound >= page.units.count
        || !Mark.isHan(page.units[place.upperBound]),
      let value = start(of: base, sentence.quantities), page.sameUnit(value, base),
      page.isAmount(base), [value, base].allSatisfy(page.isExact), page.value(value) > 0,
      page.value(base) > 0,
      !page.has(Mark.semicolon, in: page.before(base))
    else { return }
    // 环节由12个减到4个,材料减少一半: of something else.
    let verb = page.units[place.lowerBound] == Self.turn ? place : page.cues.first([.up, .down], in: between)
    let subject = page.items(of: between.lowerBound..<(verb ?? place).lowerBound, at: Mark.comma).last
    guard subject.map({ ChangeRule(page: page).isNamedAlike($0, value, base) }) ?? true else { return }
    let lead = page.lead(base)
    let isBase = lead.prefix(8).contains { page.units[$0] == Mark.than || page.units[$0] == Mark.against }
    let isEnd = page.cues.has(.to, in: lead)
    guard isBase != isEnd else { return }
    let (from, to) = isBase ? (base, value) : (value, base)
    let change = abs(page.value(to) - page.value(from)) * 100 / page.value(from)
    let fits = hundredths.contains(change)
    book.propose(
      Relation(
        .change, fits ? .verified : .broken, claimed: place, result: nil, members: [from, to],
        arithmetic:
          "\(page.number(from))→\(page.number(to))是\(Percent.text(change, like: page.quantity(from))),文中写\(page.text(place))",
        message: "增减幅度与前后两个数不符"), as: .place(place.lowerBound))
  }

  /// The figure before one, over what stands in brackets: 由33个(东区19个、西区14个)精简为22个.
  private func start(of end: Int, _ figures: Range<Int>) -> Int? {
    let lead = page.lead(end)
    guard lead.lowerBound > 0, page.units[lead.lowerBound - 1] == 0x29 else {
      return end > figures.lowerBound ? end - 1 : nil
    }
    return figures.last { figure in
      figure < end && page.units[page.range(figure).upperBound..<lead.lowerBound].count { $0 == 0x28 } == 1
    }
  }

  /// Fractions in words, with the percentages that may be told by them.
  private static let fractions: [(word: [UInt16], hundredths: ClosedRange<Decimal>)] = [
    ("一半", 45...55), ("半数", 45...55), ("二分之一", 45...55), ("三分之一", 30...37), ("三分之二", 63...70),
    ("四分之一", 22...28), ("四分之三", 72...78), ("五分之一", 18...22),
    ("翻了一番多", 100...300), ("翻了一番还多", 100...300), ("翻一番还多", 100...300), ("翻了一番", 90...140),
    ("翻了近一番", 85...100),
  ].map { (Mark.word($0.0), $0.1) }
  private static let firsts = UnitSet("一半二三四五翻")
  private static let turn: UInt16 = 0x7FFB  // 翻
}
