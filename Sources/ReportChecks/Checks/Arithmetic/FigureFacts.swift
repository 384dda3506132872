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

  /// A unit as the number that `unitKey` gives for it.
  static func key(of unit: String) -> UInt64 { Facts.hash(unit) }

  static let yuan = key(of: "元")
}
