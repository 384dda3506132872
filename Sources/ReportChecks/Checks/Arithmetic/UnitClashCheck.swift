import ReportModel

/// 单位重叠: two units behind one figure (3.5万元亿元), or scales that cannot stand together (12亿万元); and power for work (发电300万千瓦).
struct UnitClashCheck: DraftCheck {
  let about = CheckDescription(
    "arithmetic.unit", .error, "一个数后面重复写了单位",
    rationale: "“3.5万元亿元”“35公里米”“5600人名”多半是改动时留下的旧单位；“亿万”“亿亿”不能用在数字后面。",
    source: "实务",
    triggering: [
      .draft("完成投资3.5[[万元亿元]]。"), .draft("改造道路35[[公里米]]。"), .draft("新增就业5600[[人名]]。"),
      .draft("全年减税12[[亿万元]]。"), .draft("屋顶光伏全年发电320万[[千瓦]]，节电量86万度。"), .draft("新增风电装机6万[[千瓦时]]。"),
      .draft("新建高标准农田[[1.8万公里]]，安装护栏[[36公斤]]，装机容量[[2.6万公顷]]。"),
    ],
    silent: [
      .draft("完成投资3.5万亿元。"), .draft("新增就业5600人次。"), .draft("实施30个项目。"), .draft("发放10元人民币。"),
      .draft("惠及3家户外企业、2个人大代表联络站。"),
      .draft("新建高标准农田1.8万亩、机耕路36公里，安装护栏36公里，草场围栏2.3万亩，装机容量2.6万千瓦，清运垃圾350吨，农村公路改造120公里，冷库容量3万立方米。"),
      .draft("建成光伏发电20万千瓦，全年发电量2亿千瓦时，最大用电负荷30万千瓦，储能装机20万千瓦时。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let draft = input.draft, let prose = input.prose else { return }
    for mention in draft.quantities {
      if let other = Self.energy(mention, prose) {
        let unit = mention.range.upperBound - mention.quantity.unit.utf16.count..<mention.range.upperBound
        result.report(
          draft.text.place(unit), "“\(draft.text.string(unit))”用错了：这里应当写“\(other)”",
          "发电量、用电量用“千瓦时”，装机容量用“千瓦”",
          severity: .warning)
      }
      if prose.isRead(mention.range.lowerBound), let meant = DimensionTable.meant(mention, prose) {
        result.report(
          draft.text.place(mention.range), "“\(mention.quantity.unit)”量不了前面说的事物", "请核对单位，一般用\(meant)",
          severity: .warning)
        continue
      }
      let start = mention.numeral.upperBound
      guard let fault = Self.clash(behind: mention, prose.units) else { continue }
      let scaled = start - Self.scalesBefore(start, prose.units)
      result.report(
        draft.text.place(scaled..<fault), "“\(draft.text.string(scaled..<fault))”不是一个单位", "请只留一个单位，并核对数字")
    }
  }

  /// The unit that is meant where work is given in units of power (全年发电9030万千瓦) or power in units of work (装机50万千瓦时).
  private static func energy(_ mention: QuantityMention, _ prose: CheckProse) -> String? {
    let unit = mention.quantity.unit
    guard unit.hasPrefix("千瓦") || unit.hasPrefix("兆瓦") else { return nil }
    let clause = prose.clause(around: mention.range)
    let lead = (clause.lowerBound..<mention.range.lowerBound).suffix(14)
    let isInstalled = prose.hasAny(installed, in: lead)
    if unit.hasSuffix("时") {
      let isStore = prose.hasAny(stores, in: prose.sentence(around: mention.range))
      return isInstalled && !isStore && !prose.hasAny(works, in: lead) ? String(unit.dropLast()) : nil
    }
    return !isInstalled && prose.hasAny(works, in: lead) && !prose.hasAny(powers, in: lead) ? unit + "时" : nil
  }

  private static let installed = Mark.words("装机")
  private static let stores = Mark.words("储能 电池 蓄能")
  private static let works = Mark.words(
    "电量 全年发电 年发电 累计发电 已发电 共发电 全年供电 累计供电 共供电 全年用电 年用电 累计用电 累计放电 全年放电 节电 节约用电 发绿电 交易绿电 外送电 上网电")
  private static let powers = Mark.words("负荷 容量 能力 功率 规模 项目 最大 最高 峰")

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
