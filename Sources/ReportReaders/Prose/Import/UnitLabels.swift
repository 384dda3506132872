import ReportModel

/// 牵头单位:某局;责任单位:某局、某局: who leads a task and who helps, where an item says so in labels.
struct UnitLabels {
  private(set) var lead: String?
  private(set) var supporting: [String] = []

  /// Reads the labels of a stretch.
  init(_ range: Range<Int>, _ draft: Draft, _ units: UnsafeBufferPointer<UInt16>) {
    var start = range.lowerBound
    while let label = Self.labels.first(in: start..<range.upperBound, of: units) {
      start = label.range.upperBound
      let place = label.range.lowerBound
      let line = draft.sentence(at: place).map { draft.paragraphs[draft.sentences[$0].paragraph].range }
      guard
        place == range.lowerBound || place == line?.lowerBound || Self.opens.contains(units[place - 1])
      else { continue }
      let limit = max(start, min(range.upperBound, line?.upperBound ?? range.upperBound))
      let end = (start..<limit).first { Self.ends.contains(units[$0]) } ?? limit
      let names = (start..<end).split { units[$0] == Unit.pause }.map { draft.text.string($0).trimmingBlanks }
      start = end
      guard names.allSatisfy({ (2...20).contains($0.count) }) else { continue }
      // Where there is only one list of units, the first is the lead.
      if lead == nil, let first = names.first {
        lead = first
        supporting += names.dropFirst()
      } else {
        supporting += names
      }
    }
  }

  /// 县农业农村局牵头,…: who leads a task, where what is told of it opens so.
  mutating func readOpening(_ range: Range<Int>, _ draft: Draft, _ units: UnsafeBufferPointer<UInt16>) {
    guard lead == nil, let comma = range.prefix(24).first(where: { units[$0] == Unit.comma }),
      let verb = Self.leading.match(before: comma, in: units, start: range.lowerBound),
      case let start = range.lowerBound + (units[range.lowerBound] == Unit.of("由") ? 1 : 0),
      case let end = comma - verb.length, (3...16).contains(end - start),
      !(start..<end).contains(where: { Self.ends.contains(units[$0]) || units[$0] == Unit.pause })
    else { return }
    lead = draft.text.string(start..<end)
  }

  private static let leading = WordTable<Bool>(set: "牵头 牵头负责 牵头实施 牵头推进", backwards: true)

  /// Writes what was read into a task that does not say it yet.
  func fill(_ task: inout ReformTask) {
    guard let lead, task.leadUnit == nil else { return }
    task.leadUnit = lead
    task.supportingUnits += supporting
  }

  /// Where a clause ends that goes on with its unit in brackets: 甲(牵头单位:某局).
  static func cut(_ clause: Range<Int>, of units: UnsafeBufferPointer<UInt16>) -> Int {
    guard let label = labels.first(in: clause, of: units)?.range.lowerBound, label > clause.lowerBound + 4,
      units[label - 1] == Unit.openBracket
    else { return clause.upperBound }
    return label - 1
  }

  /// Where a name ends that its unit follows in brackets: 甲(某局).
  static func bracket(_ name: Range<Int>, of units: UnsafeBufferPointer<UInt16>) -> Int {
    guard name.count > 6, units[name.upperBound - 1] == Unit.closeBracket,
      let open = name.last(where: { units[$0] == Unit.openBracket }), open > name.lowerBound + 3
    else { return cut(name, of: units) }
    return open
  }

  private static let labels = WordTable<Bool>(
    products: [
      [
        ["牵头", "责任", "主要责任", "牵头责任", "主办", "配合", "协同", "协办", "参与"],
        ["单位", "部门", "科室", "处室", "股室", "部室"], [":"],
      ]
    ])
  private static let opens = Array("(。;〕】, [".utf16)
  private static let ends = Array(")。;,〕】] ".utf16)
}
