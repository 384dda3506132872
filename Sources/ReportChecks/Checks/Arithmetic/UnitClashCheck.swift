import ReportModel

/// 单位重叠: two units behind one figure (3.5万元亿元), or scales that cannot stand together (12亿万元).
struct UnitClashCheck: DraftCheck {
  let about = CheckDescription(
    "arithmetic.unit", .error, "一个数后面重复写了单位",
    rationale: "“3.5万元亿元”“35公里米”“5600人名”多半是改动时留下的旧单位；“亿万”“亿亿”不能用在数字后面。",
    source: "实务",
    triggering: [
      .draft("完成投资3.5[[万元亿元]]。"), .draft("改造道路35[[公里米]]。"), .draft("新增就业5600[[人名]]。"),
      .draft("全年减税12[[亿万元]]。"),
    ],
    silent: [
      .draft("完成投资3.5万亿元。"), .draft("新增就业5600人次。"), .draft("实施30个项目。"), .draft("发放10元人民币。"),
      .draft("惠及3家户外企业、2个人大代表联络站。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let draft = input.draft, let prose = input.prose else { return }
    for mention in draft.quantities {
      let start = mention.numeral.upperBound
      guard let fault = Self.clash(behind: mention, prose.units) else { continue }
      let scaled = start - Self.scalesBefore(start, prose.units)
      result.report(
        draft.text.place(scaled..<fault), "“\(draft.text.string(scaled..<fault))”不是一个单位", "请只留一个单位，并核对数字")
    }
  }

  /// Where a second unit ends, if one stands right behind the first.
  private static func clash(behind mention: QuantityMention, _ units: [UInt16]) -> Int? {
    var end = mention.range.upperBound
    let numeral = mention.numeral.upperBound
    // 12亿万元: how the numeral itself was written.
    if numeral >= 2, units[numeral - 2] == hundredMillions,
      units[numeral - 1] == tenThousands || units[numeral - 1] == hundredMillions
    {
      return max(end, numeral)
    }
    let unit = mention.quantity.unit
    if unit.isEmpty, numeral == end, end + 1 < units.count, units[end - 1] == hundredMillions,
      units[end] == tenThousands || units[end] == hundredMillions
    {
      return end + 1
    }
    if end < units.count, measureHeads.contains(units[end]), measures.contains(unit) {
      while end < units.count, units[end] == tenThousands || units[end] == hundredMillions { end += 1 }
      for mark in measureMarks {
        if end + mark.count <= units.count, units[end..<end + mark.count].elementsEqual(mark),
          !extends(end + mark.count, units, mark)
        {
          return end + mark.count
        }
      }
      if end > mention.range.upperBound, end < units.count, units[end] == yuan { return end + 1 }
    }
    if end < units.count, secondCounters.contains(units[end]), counters.contains(unit),
      end + 1 == units.count || closing.contains(units[end + 1]),
      // 队伍只有6个人 is how one speaks.
      unit != "个" || units[end] != person || mention.quantity.value >= 100
    {
      return end + 1
    }
    return nil
  }

  /// 元人民币, 米高: what goes on is a word.
  private static func extends(_ end: Int, _ units: [UInt16], _ mark: [UInt16]) -> Bool {
    guard mark.count == 1 else { return false }
    return end < units.count && Mark.isHan(units[end])
  }

  private static func scalesBefore(_ end: Int, _ units: [UInt16]) -> Int {
    var count = 0
    while end - count > 0, units[end - count - 1] == tenThousands || units[end - count - 1] == hundredMillions
    {
      count += 1
    }
    return count
  }

  /// Units of measure.
  private static let measures: Set<String> = Set(Mark.texts("元 亩 公里 平方米 平方公里 公顷 吨 公斤 米"))
  private static let measureMarks = measures.map(Mark.word)
  /// What a second unit of measure may begin with, 万 and 亿 among it.
  private static let measureHeads = UnitSet(
    measureMarks.compactMap(\.first) + [tenThousands, hundredMillions])
  private static let counters: Set<String> = ["人", "名", "户", "家", "件", "项", "个", "起"]
  private static let secondCounters = UnitSet("人名户家件项个起")
  private static let closing = UnitSet(",;、。)")
  private static let tenThousands: UInt16 = 0x4E07
  private static let hundredMillions: UInt16 = 0x4EBF
  private static let person: UInt16 = 0x4EBA  // 人
  private static let yuan: UInt16 = 0x5143
}
