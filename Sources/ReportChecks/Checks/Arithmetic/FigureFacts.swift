import Foundation
import ReportModel

extension FigurePage {
  /// What the rules ask of a figure again and again: what its unit means, and the words in its item of a list.
  struct Facts: Sendable {
    enum Kind: UInt8 { case amount, percent, points, multiple, tenths }

    var kind: Kind
    var isExact: Bool
    /// The unit as a number.
    var unit: UInt64
    /// Whether it counts things, by one of the words that official prose uses for one another.
    var isThing: Bool
    /// Equal for units that official prose uses for one another.
    var kin: UInt64
    var lead: Range<Int>
    var tail: Range<Int>

    init(of figure: Int, _ draft: Draft, _ units: [UInt16]) {
      let sentence = draft.sentences[draft.claims[figure].sentence]
      let mention = draft.quantities[figure]
      let quantity = mention.quantity
      isExact = quantity.approximation == nil && quantity.upperBound == nil
      unit = Self.hash(Self.unit(of: figure, draft, units, upTo: sentence.quantities.upperBound))
      (kind, kin) = Self.read(unit)
      isThing = Self.classifiers.contains(unit)
      let siblings = sentence.quantities
      let first =
        figure > siblings.lowerBound
        ? draft.quantities[figure - 1].range.upperBound : sentence.range.lowerBound
      var start = mention.range.lowerBound
      while start > first, !Mark.isListMark(units[start - 1]) { start -= 1 }
      lead = start..<mention.range.lowerBound
      let last =
        figure + 1 < siblings.upperBound
        ? draft.quantities[figure + 1].range.lowerBound : sentence.range.upperBound
      var stop = mention.range.upperBound
      while stop < last, !Mark.isListMark(units[stop]) { stop += 1 }
      tail = mention.range.upperBound..<stop
    }

    /// A figure's unit; of 1.2万、0.9万、1.4万平方米 all are square metres.
    static func unit(of figure: Int, _ draft: Draft, _ units: [UInt16], upTo end: Int) -> String {
      var last = figure
      while last + 1 < end, draft.quantities[last].quantity.unit.isEmpty {
        let gap = draft.quantities[last].range.upperBound..<draft.quantities[last + 1].range.lowerBound
        guard gap.count == 1, joins.contains(units[gap.lowerBound]) else { break }
        last += 1
      }
      return draft.quantities[last].quantity.unit
    }

    private static let joins = UnitSet("、和及")

    /// Units that official prose uses for one another are one.
    private static func read(_ unit: UInt64) -> (Kind, UInt64) {
      switch unit {
      case percent: return (.percent, unit)
      case points, barePoints: return (.points, points)
      case multiple: return (.multiple, unit)
      case tenths: return (.tenths, unit)
      case name, seat: return (.amount, person)
      case households: return (.amount, household)
      default: return (.amount, unit)
      }
    }

    /// A unit as a number: comparing texts outside ASCII takes far longer.
    fileprivate static func hash(_ unit: String) -> UInt64 {
      unit.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    private static let classifiers = Set(
      ["个", "所", "家", "处", "座", "项", "枚", "支", "部", "件", "条", "类", "张", "份"].map(hash))
    private static let (percent, multiple, tenths) = (hash("%"), hash("倍"), hash("成"))
    private static let (points, barePoints) = (hash("个百分点"), hash("百分点"))
    private static let (name, seat, person) = (hash("名"), hash("位"), hash("人"))
    private static let (households, household) = (hash("户数"), hash("户"))
  }

  /// 书记、县长各领衔1项: as many times as there are names before 各 or 分别; 3个片区各2家: as many as are counted right before it.
  func times(_ figure: Int) -> Int {
    let lead = lead(figure)
    // 书记、县长分别领衔2项 is of each, too; 分别领衔3项和2项 is not.
    let isAlone = !siblings(of: figure).contains(figure + 1) || before(figure + 1).count > 3
    let apart = isAlone ? cues.last(.respectively, in: before(figure))?.lowerBound : nil
    // 各类, 各级: all sorts of them, not each.
    guard
      let each = everyOne(in: lead) ?? apart
    else { return 1 }
    if units[each] == Mark.every, let counted = count(before: each, of: figure) { return counted }
    var names = 1
    for index in before(figure).lowerBound..<each {
      if units[index] == Mark.pause { names += 1 }
      if units[index] == Mark.comma { names = 1 }
    }
    // 年度要点和督察计划各1件: without other names 和 joins the two.
    let joint = lead.dropFirst().first { $0 < each - 1 && Mark.ands.contains(units[$0]) }
    if names == 1, joint != nil, units[each] == Mark.every { return 2 }
    return names
  }

  /// 上半年完成15项,下半年完成23项,累计完成38项: the parts make the sum behind them, whatever stands before.
  func areSummedUp(_ parts: [Int]) -> Bool {
    guard parts.count > 1, let last = parts.last, siblings(of: last).contains(last + 1) else { return false }
    return sameUnit(last + 1, last) && value(last + 1) == sum(parts)
      && (cues.has([.sum, .cumulative], in: lead(last + 1)) || has(Mark.all, in: lead(last + 1)))
  }

  /// 党政主要领导各3项: so many of each, of how many nothing may say.
  func isOfEach(_ figure: Int) -> Bool {
    let lead = lead(figure)
    return cues.has(.each, in: lead) || everyOne(in: lead) != nil
  }

  /// 各 of each one, and not of all sorts: 各类, 各级.
  func everyOne(in words: Range<Int>) -> Int? {
    words.first {
      units[$0] == Mark.every && !($0 + 1 < units.count && Self.sorts.contains(units[$0 + 1]))
    }
  }

  /// A figure as a term of a sum: 2×14 where it is said of each of fourteen.
  func term(_ figure: Int) -> String {
    let times = times(figure)
    return times < 5
      ? Array(repeating: number(figure), count: times).joined(separator: "+") : "\(number(figure))×\(times)"
  }

  private static let sorts = UnitSet("类级项种镇乡村县区市地部单界方行业族")

  /// 12篇,其中省级3篇、市级9篇: what a list is of that ends at a figure, and whether nothing but the list can stand between it and what is
  /// said behind: 、 joins the last of it. nil where the figure ends no list of two and more.
  func listWhole(endingAt figure: Int) -> (whole: Int, isJoined: Bool)? {
    let siblings = siblings(of: figure)
    let start = draft.sentences[claim(figure).sentence].range.lowerBound
    guard siblings.contains(figure - 2), isAmount(figure) || isPercent(figure), claim(figure).change == nil
    else { return nil }
    let isJoined = !has(Mark.comma, in: before(figure)) && !has(Mark.semicolon, in: before(figure))
    func isWhole(_ other: Int) -> Bool {
      sameUnit(other, figure) && claim(other).change == nil
    }
    if let cue = cues.last(.parts, in: start..<range(figure).lowerBound),
      !has(Mark.semicolon, in: cue.lowerBound..<range(figure).lowerBound),
      let whole = (siblings.lowerBound..<figure).last(where: {
        range($0).upperBound <= cue.lowerBound && isWhole($0)
      }),
      case let parts = (whole + 1...figure).filter({
        range($0).lowerBound >= cue.upperBound && sameUnit($0, figure)
      }),
      parts.count > 1,
      parts.allSatisfy({ claim($0).change == nil && (isPercent($0) || value($0) <= value(whole)) })
    {
      return (whole, isJoined)
    }
    // 4862户,企业1245户、个体工商户3518户、合作社99户: the parts make what stands before them.
    var (first, sum) = (figure, value(figure))
    while siblings.contains(first - 2), sameUnit(first - 1, figure), has(Mark.pause, in: before(first)) {
      first -= 1
      sum += value(first)
    }
    guard first < figure, siblings.contains(first - 1), isWhole(first - 1), value(first - 1) == sum else {
      return nil
    }
    return (first - 1, isJoined)
  }

  /// 结转3项(推进中1项、延期2项): the figure right before the bracket that another one stands in.
  func bracketOwner(of figure: Int) -> Int? {
    let siblings = siblings(of: figure)
    let start = draft.sentences[claim(figure).sentence].range.lowerBound
    guard figure > siblings.lowerBound,
      let mark = units[start..<max(start, range(figure).lowerBound)].lastIndex(where: {
        $0 == 0x28 || $0 == 0x29
      }), units[mark] == 0x28
    else { return nil }
    return (siblings.lowerBound..<figure).last { range($0).upperBound <= mark }.flatMap {
      tail($0).upperBound == mark ? $0 : nil
    }
  }

  /// What a figure stands for where it is said of each of several.
  func amount(_ figure: Int) -> Decimal { value(figure) * Decimal(times(figure)) }

  /// 3个片区各: the count of those that each have so many.
  private func count(before each: Int, of figure: Int) -> Int? {
    let counted = figure - 1
    guard siblings(of: figure).contains(counted), isAmount(counted), isExact(counted),
      lead(figure).lowerBound == range(counted).upperBound, each - range(counted).upperBound <= 6,
      isThing(counted) || isPerson(counted), value(counted) >= 2, value(counted) <= 400
    else { return nil }
    return NSDecimalNumber(decimal: value(counted)).intValue
  }

  func isPerson(_ figure: Int) -> Bool { ["名", "人", "位", "户"].contains(unit(figure)) }

  /// A unit as the number that `unitKey` gives for it.
  static func key(of unit: String) -> UInt64 { Facts.hash(unit) }

  static let yuan = key(of: "元")
}
