import ReportModel

/// 自称不符: 我局, 我院 in the report of a whole district, or 贵区 for one's own.
struct SelfNameCheck: DraftCheck {
  let about = CheckDescription(
    "wording.self-name", .warning, "自称与报告单位不符",
    rationale: "全区的总结里冒出“我局”“我院”“我公司”，是从部门材料里贴过来没有改口；自己的报告里写“贵区”，是把来函照抄了。引号里的话、部门自己的总结不算，反复这样自称的也不算。",
    source: "实务",
    triggering: [
      .draft("区委改革办一年来共印发改革简报18期，全区改革有序推进。[[我局]]还牵头开展专项督察2次。"),
      .draft("白石镇2023年改革工作小结\n15个行政村全部参与。在县委坚强领导下，[[我县]]将以更大力度推进各项改革。"),
      .draft("青溪县2023年改革工作总结\n全县改革任务按期完成。[[我镇]]建立网格43个。"),
      .draft("各位委员、同志们：\n全区改革任务按期完成。\n以上汇报，请[[各位代表]]审议。"),
      .draft("全区改革任务按期完成。[[贵区]]建立三色督办机制。[[我院]]追回基金94万元。"),
    ],
    silent: [
      .draft("各位代表、各位委员：\n全区改革任务按期完成。\n以上报告，请各位代表审议，请各位委员提出意见。"),
      .draft("白石镇2023年改革工作小结\n我镇做法为我县首创，是我县三个试点之一，在全县推广。我镇将以更大力度推进各项改革。"),
      .draft("区医保局2023年改革工作总结\n全区定点医药机构扩大到160家，我局开展专项行动。"),
      .draft("全区改革有序推进，群众称赞“我局开了个好头”。自我院校合作以来，我院士工作站增至3家。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let draft = input.draft, let prose = input.prose else { return }
    if let stray = Addressees(draft: draft, prose: prose).stray {
      result.report(
        draft.text.place(stray.place),
        "开头称“\(draft.text.string(stray.greeting))”，这里称“\(draft.text.string(stray.place))”", "请统一称呼",
        related: [.init(draft.text.place(stray.greeting), "开头写在这里")])
    }
    if isOfTown(draft, prose) { return town(draft, prose, &result) }
    guard isOfDistrict(draft, prose) else { return }
    var found: [Int: [Range<Int>]] = [:]
    Self.table.scan(prose.units) { number, range in
      guard prose.isRead(range.lowerBound), !prose.isQuoted(range.lowerBound),
        !prose.isTitle(range.lowerBound),
        range.lowerBound == 0 || !Self.before.contains(prose.units[range.lowerBound - 1]),
        !prose.hasAny(Self.behind, at: range.upperBound)
      else { return }
      found[number, default: []].append(range)
    }
    for range in found.values.filter({ $0.count < 3 }).joined().sorted(by: { $0.lowerBound < $1.lowerBound })
    {
      result.report(
        draft.text.place(range), "全区（县、市）的报告里自称“\(draft.text.string(range))”", "请改成单位的名称，或“我区”一类自称")
    }
  }

  /// 我县将…, 我县坚持… in a town's report: what we do is told of the county. 我县首个 is where the town lies.
  private func town(_ draft: Draft, _ prose: CheckProse, _ result: inout CheckResult) {
    var found: [Range<Int>] = []
    Self.counties.scan(prose.units) { _, range in
      guard prose.isRead(range.lowerBound), !prose.isQuoted(range.lowerBound),
        !prose.isTitle(range.lowerBound),
        range.lowerBound == 0 || Mark.clauseEnds.contains(prose.units[range.lowerBound - 1]),
        prose.hasAny(Self.acting, at: range.upperBound)
      else { return }
      found.append(range)
    }
    for range in found where found.count < 3 {
      result.report(
        draft.text.place(range), "乡镇（街道）的报告里自称“\(draft.text.string(range))”", "请改成“我镇”一类自称")
    }
  }

  /// 白石镇2023年…总结: whether the title names a town.
  private func isOfTown(_ draft: Draft, _ prose: CheckProse) -> Bool {
    guard draft.articles.count < 2, let title = draft.articles.first?.title,
      let year = title.first(where: { Mark.isDigit(prose.units[$0]) }), year > title.lowerBound
    else { return false }
    return Self.towns.contains { town in
      prose.has(town, at: year - town.count) && year - town.count > title.lowerBound
    }
  }

  /// Whether a text speaks for a district rather than for one of its offices.
  private func isOfDistrict(_ draft: Draft, _ prose: CheckProse) -> Bool {
    let heads = draft.articles.flatMap { [$0.title, $0.office] }.compactMap { $0 }
    guard draft.articles.count < 2,
      !heads.contains(where: { prose.hasAny(Self.offices, in: $0) && !prose.hasAny(Self.districts, in: $0) })
    else { return false }
    return prose.hasAny(Self.districts, in: 0..<prose.units.count)
  }

  private static let table = PhraseTable(Mark.texts("我局 我院 我校 我司 我公司 我委机关 我镇 我乡 我街道 贵区 贵县 贵市 贵单位"))
  private static let counties = PhraseTable(["我县", "我区", "我市", "我旗"])
  private static let acting = Mark.words("将 要 坚持 始终 紧扣 紧紧 认真 积极 继续 按照")
  private static let towns = Mark.words("镇 乡 街道")
  private static let before = UnitSet("自本忘大小你")
  private static let behind = Mark.words("士 校 法 长 对")
  private static let offices = Mark.words("局 院 中心 公司 学校 大学 学院 中学 小学 镇 乡")
  private static let districts = Mark.words("区委 县委 市委 全区 全县 我区 我县 区级 县级")
}
