import Foundation
import ReportModel

/// 编号各项: items side by side under one kind of number, from the first on: 一是…二是…三是…, or the headings (一)…(四). It ends where a
/// higher heading begins or the numbers start anew; one number left out or told twice is a fault of its own.
struct NumberedRun {
  let items: [DraftSection]
  /// How many items there may be: as many as stand there, or as the last of them says.
  var counts: [Int] { [items.count, items.last?.ordinal ?? 0] }
  var scheme: HeadingScheme { items[0].scheme }
  /// From the first item to the number and name of the last.
  var extent: Range<Int> { items[0].range.lowerBound..<items[items.count - 1].heading.upperBound }

  /// The run that begins with the first section that will do, where that is a first one.
  init?(in draft: Draft, from first: (DraftSection) -> Bool) {
    self.init(in: draft, from: draft.sections.firstIndex { $0.ordinal == 1 && first($0) })
  }

  private init?(in draft: Draft, from start: Int?) {
    guard let start else { return nil }
    let head = draft.sections[start]
    var items = [head]
    var last = 1
    for section in draft.sections[(start + 1)...]
    where section.scheme == head.scheme && section.parent == head.parent {
      guard let ordinal = section.ordinal, last...last + 2 ~= ordinal else { break }
      items.append(section)
      last = ordinal
    }
    self.items = items
  }

  /// The run that begins at a place or right behind it.
  init?(in draft: Draft, at place: Int) {
    let near = draft.sections.prefixEnd { $0.range.lowerBound < place }..<draft.sections.count
    self.init(
      in: draft,
      from: near.prefix { draft.sections[$0].range.lowerBound <= place + 2 }.first {
        draft.sections[$0].ordinal == 1
      })
  }

  /// The run that stands before a place, up to the last section there that will do.
  init?(in draft: Draft, before place: Int, upTo last: (DraftSection) -> Bool = { _ in true }) {
    let before = draft.sections.prefix { $0.range.lowerBound < place }
    guard let end = before.last(where: last), let ordinal = end.ordinal, ordinal > 1 else { return nil }
    let alike = before.filter {
      $0.scheme == end.scheme && $0.parent == end.parent && $0.range.lowerBound <= end.range.lowerBound
    }
    guard let start = alike.lastIndex(where: { $0.ordinal == 1 }) else { return nil }
    items = Array(alike[start...])
  }
}

extension FigurePage {
  /// The paragraphs one behind another that all will do, from one of them on: items of a list without numbers.
  func paragraphs(from first: Int, while isItem: (DraftParagraph) -> Bool) -> (
    count: Int, extent: Range<Int>
  )? {
    let run = draft.paragraphs[first...].prefix(21).prefix(while: isItem)
    guard run.count > 1, let start = run.first, let end = run.last else { return nil }
    return (run.count, start.range.lowerBound..<end.range.upperBound)
  }

  /// A number of things that can be counted on a page; nil for a share, a round number or a large one.
  func smallCount(_ figure: Int, upTo most: Int = 20) -> Int? {
    guard isExact(figure), quantity(figure).precision == 0,
      let count = Self.counts[valueKey(figure)], (2...most).contains(count), value(figure) == Decimal(count)
    else { return nil }
    return count
  }

  /// Small numbers by the keys of their values.
  private static let counts = Dictionary((2...1000).map { (Decimal($0).hashValue, $0) }) { first, _ in first }
}

/// A number of things that are told one by one, and the words behind it: 三 and 方面 of 三个方面.
struct ToldCount {
  var number: Int
  var place: Range<Int>
  var noun: Range<Int>
  /// nil for 两点, which is no figure of the text.
  var figure: Int?
}

extension ToldCount {
  init(_ figure: Int, _ number: Int, _ page: FigurePage) {
    self.init(number: number, place: page.range(figure), noun: page.tail(figure), figure: figure)
  }
}

extension RelationBook {
  /// 数目与所列: a number against how many things stand there; several counts where it is open how many they are.
  mutating func compare(
    _ stated: Int, with counts: [Int], at place: Range<Int>, figure: Int? = nil, listed: Range<Int>? = nil,
    otherwise verdict: Relation.Verdict = .broken, told: String = "列出", of what: String = "项",
    as text: String? = nil, message: String = "写的数目与列出的项数不符"
  ) {
    let fits = counts.contains(stated)
    compare(
      holds: fits, at: place, figure: figure, listed: listed, otherwise: verdict,
      told: "\(told)\(fits ? stated : counts[0])\(what)", as: text ?? "\(stated)", message: message)
  }

  /// 数目与所列, where more than one number is told: “六办一中心”, 分别.
  mutating func compare(
    holds: Bool, at place: Range<Int>, figure: Int? = nil, listed: Range<Int>? = nil,
    otherwise verdict: Relation.Verdict = .broken, told: String, as text: String,
    message: String = "写的数目与列出的项数不符", severity: Severity? = nil
  ) {
    propose(
      Relation(
        .list, holds ? .verified : verdict, claimed: place, result: figure, members: [], listed: listed,
        arithmetic: told + (holds ? "" : ",文中写\(text)"), message: message, severity: severity),
      as: .place(place.lowerBound))
  }
}
