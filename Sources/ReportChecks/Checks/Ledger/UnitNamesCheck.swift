import ReportModel

/// 单位名称: one unit under two names.
struct UnitNamesCheck: Check {
  let about = CheckDescription(
    "ledger.unit-names", .warning, "同一单位用了两个名称",
    rationale: "简称和全称混用，按单位汇总和发表就会分成两家。只看简称每个字依次出现在全称里、级别和末字都对得上的。",
    source: "实务",
    triggering: [
      .ledger(
        "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {名称: 建立周调度机制, 牵头单位: 区发展和改革委员会, 状态: 推进中}\n      - {名称: 优化营商环境, 牵头单位: [[区发改委]], 状态: 推进中}"
      ),
      .ledger(
        "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {名称: 建立周调度机制, 牵头单位: 区发展改革委, 状态: 已完成}\n      - {名称: 建立月通报机制, 牵头单位: [[区发展和改革委员会]], 状态: 已完成}"
      ),
    ],
    silent: [
      .ledger(
        "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - {名称: 建立周调度机制, 牵头单位: 区民政局, 状态: 推进中}\n      - {名称: 优化营商环境, 牵头单位: 区人民检察院, 状态: 推进中}\n      - {名称: 推进督察, 牵头单位: 区委办, 状态: 推进中}\n      - {名称: 统筹改革, 牵头单位: 区委改革办, 状态: 推进中}"
      )
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let ledger = input.checkedLedger else { return }
    let places = LedgerPlaces(ledger)
    var units: [(name: String, item: LedgerPlaces.Item, field: String)] = []
    var known: Set<String> = []
    for item in places.tasks {
      if let lead = item.task.leadUnit, known.insert(lead).inserted { units.append((lead, item, "牵头单位")) }
      for unit in item.task.supportingUnits where known.insert(unit).inserted {
        units.append((unit, item, "责任单位"))
      }
    }
    result.recognise("units", "单位", units.count)
    for (index, unit) in units.enumerated() {
      guard let first = units[..<index].first(where: { Self.isSame($0.name, unit.name) }) else { continue }
      result.report(
        places.place(unit.item.path, unit.field), "“\(unit.name)”与“\(first.name)”疑为同一单位", "请统一用一个名称",
        related: [.init(places.place(first.item.path, first.field), "另一个名称在这里")])
    }
  }

  /// Whether one name shortens the other: its characters stand in the other in order, beginning and kind alike.
  static func isSame(_ left: String, _ right: String) -> Bool {
    let (short, long) = left.count < right.count ? (Array(left), Array(right)) : (Array(right), Array(left))
    guard short.count >= 4, short.count < long.count, short[0] == long[0] else { return false }
    // Offices of the party committee and the government are told apart by every character.
    if ["委", "政"].contains(short[1]) || ["委", "政", "人"].contains(long[1]) { return false }
    guard let kind = short.last, kinds[kind]?.contains(where: { String(long).hasSuffix($0) }) ?? false else {
      return false
    }
    var rest = long[...]
    for character in short.dropLast() {
      guard let place = rest.firstIndex(of: character) else { return false }
      rest = rest[(place + 1)...]
    }
    // At least half of the shorter name's core opens a word of the longer one; 教育局 and 教育体育局 are two.
    // 发展改革委, 发展和改革委员会: a joining word and a kind written out add nothing.
    let added = long.count { $0 == "和" } + (kind == "委" && String(long).hasSuffix("委员会") ? 2 : 0)
    return short.count <= 5 || long.count - short.count - added <= 2
  }

  private static let kinds: [Character: [String]] = [
    "委": ["委", "委员会"], "局": ["局"], "办": ["办", "办公室"], "院": ["院"], "会": ["会"], "中": ["中心"],
  ]
}
