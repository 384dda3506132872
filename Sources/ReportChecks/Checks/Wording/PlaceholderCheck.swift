import ReportModel

/// 待补: places that were left to be filled in.
struct PlaceholderCheck: DraftCheck {
  let about = CheckDescription(
    "wording.placeholder", .error, "留空待补的地方没有补上",
    rationale: "XX、**、××、□□、X件、待补、……项、空括号、空着的年月日和数字，都是起草时留下、定稿时必须补上的。“李某某”和“7×24”之类不算。",
    source: "实务",
    triggering: [
      .draft("全年服务群众[[（待卫健局补数）]]人次，培训干部[[（以统计局数据为准，待更新）]]人次。"),
      .draft("全年出台制度性成果[[XX]]项，盘活低效用地[[××]]亩。"),
      .draft("召开会议[[**]]次，受理纠纷[[……]]项，整改率为[[()]]。"),
      .draft("各领域共[[（待补）]]个试点，于2022年[[ 月 日]]前完成。"),
      .draft("办理事项[[X]]件，于202[[X]]年[[X]]月完成，新增泊位[[●●]]个，完成率达到[[%]]，由[[某某]]局牵头。"),
      .draft("教师[[（此数请教育局再核）]]人，敬老院[[（以下略）]]全部改造。"),
      .draft("民宿综合收入[[（数字待文旅局补）]]，新增民宿[[（待补）]]家。"),
      .draft("参与农户1350户，户均增收[[（数字等农业农村局报）]]元，新增岗位[[（请人社局补）]]个，压减成本[[（测算口径未定）]]万元。"),
      .draft("（区委改革办供稿 编辑：[[某某]]）联系[[某某]]区开展互学。"),
      .draft("办结[[  ]]件，完成投资[[【 】]]亿元，[[数据待核]]实，延期[[至待定]]。"),
      .draft("| 任务 | 完成情况 |\n|---|---|\n| 湿地修复 | 完成65亩 |\n| 矿山复绿 | [[待补充]] |"),
    ],
    silent: [
      .draft("（联系人：陆志远，联系电话：6620××18）"),
      .draft("失业人员（含待业青年）领取补贴，（待遇按标准核发）。"),
      .draft("| 单位 | 是否达标 |\n|---|---|\n| 甲局 | × |\n| 乙局 | ○ |"),
      .draft("推出7×24小时服务，建立“1+7+X”平台，统筹做好N个应用……效果明显。"),
      .draft("李某某反映，某街道的问题已办结。二○○五年以来，“1+X”模式覆盖7个街道。"),
      .draft("全年下达整改通知12份，对3家单位（待整改）挂牌督办，选址（数据截至12月底）已确定，1宗地块（待供）完成收储。"),
      .draft("户均增收（含务工收入）2300元，经费（由财政局核拨）、场地（请各镇自报）已落实，按每亩（标准亩）计。"),
      .draft("终点站位置待定，由专班研究。（二）推进改革。全年共10项任务，2022年7月1日前完成。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let draft = input.draft, let prose = input.prose else { return }
    var index = 0
    while index < prose.units.count {
      guard Self.firsts.contains(prose.units[index]), prose.isRead(index),
        let length = blank(at: index, prose.units), length > 0
      else {
        index += 1
        continue
      }
      let range = index..<index + length
      result.report(
        draft.text.place(range), "“\(draft.text.string(range))”还没有补上内容", "请补上实际内容，或删去这一处")
      index += length
    }
    for table in draft.textTables {
      for row in table.body {
        for column in table.rows[row].indices { cell(row, column, table, draft, &result) }
      }
    }
  }

  /// What was left open in a cell. Signs may mark a choice there, and bold type.
  private func cell(
    _ row: Int, _ column: Int, _ table: TextTable, _ draft: Draft, _ result: inout CheckResult
  ) {
    let units = Mark.word(table.rows[row][column])
    guard
      let place = units.indices.first(where: {
        !Self.tableMarks.contains(units[$0]) && Self.firsts.contains(units[$0])
          && (blank(at: $0, units) ?? 0) > 0
      }) ?? (Self.unfilled.contains(table.text(row, column)) ? 0 : nil)
    else { return }
    let length = blank(at: place, units) ?? units.count
    result.report(
      table.block.place(ofCell: row, column, place..<place + length, in: draft.text.source.file),
      "“\(table.text(row, column))”还没有补上内容", "请补上实际内容，或删去这一处")
  }

  /// The length of what was left open at a place.
  private func blank(at index: Int, _ units: [UInt16]) -> Int? {
    switch units[index] {
    case Self.space: return gap(at: index, units)
    case Self.dots: return dots(at: index, units)
    case Self.percent: return lacksFigure(index, units) ? 1 : nil
    case _ where Self.signs.contains(units[index]): return sign(at: index, units)
    case _ where Self.partners[units[index]] != nil: return brackets(at: index, units)
    default:
      if Self.has(Self.someone, at: index, units) {
        let isName = index > 0 && Mark.familyNames.contains(units[index - 1])
        let isField = index > 0 && units[index - 1] == UInt16(ascii: ":")
        return !isName && (isField || index + 2 < units.count && Self.bodies.contains(units[index + 2]))
          ? 2 : nil
      }
      return Self.words.first { Self.has($0, at: index, units) }?.count
    }
  }

  /// XX, ××; a single one where a figure belongs: X件, 202X年, 附件X.
  private func sign(at index: Int, _ units: [UInt16]) -> Int? {
    var end = index
    while end < units.count, units[end] == units[index] { end += 1 }
    // A word of Latin letters is no blank, nor are XX后 and 二○○五.
    if Mark.isLetter(units[index]) {
      if end < units.count, Mark.isLetter(units[end]) || units[end] == Self.after { return nil }
      if index > 0, Mark.isLetter(units[index - 1]) { return nil }
    }
    if units[index] == Self.circle {
      if index > 0, Mark.numerals.contains(units[index - 1]) { return nil }
      if end < units.count, Mark.numerals.contains(units[end]) { return nil }
    }
    // 6620××18: figures that are hidden on purpose.
    if end - index > 1, index > 0, Mark.isDigit(units[index - 1]), end < units.count, Mark.isDigit(units[end])
    {
      return nil
    }
    if end - index > 1 { return units[index] == Self.question && !counts(end, units) ? nil : end - index }
    guard index > 0, Self.alone.contains(units[index]) else { return nil }
    if Self.has(Self.attachment, at: index - 2, units) {
      return end < units.count && Mark.isHan(units[end]) ? nil : 1
    }
    guard counts(end, units) || end < units.count && Self.calendar.contains(units[end]) else { return nil }
    return Mark.isHan(units[index - 1])
      || Mark.isDigit(units[index - 1]) && end < units.count && units[end] == Self.year
      ? 1 : nil
  }

  /// 达到%: no figure before the sign.
  private func lacksFigure(_ index: Int, _ units: [UInt16]) -> Bool {
    var before = index
    while before > 0, units[before - 1] == Self.space { before -= 1 }
    return before > 0 && Self.beforeRate.contains(units[before - 1])
  }

  /// Whether a measure stands at a place.
  private func counts(_ index: Int, _ units: [UInt16]) -> Bool {
    index < units.count && Self.counters.contains(units[index])
  }

  /// …项, ……件.
  private func dots(at index: Int, _ units: [UInt16]) -> Int? {
    var end = index
    while end < units.count, units[end] == Self.dots { end += 1 }
    guard counts(end, units) else { return nil }
    return end - index > 1 || end + 1 < units.count && Mark.clauseEnds.contains(units[end + 1])
      ? end - index : nil
  }

  /// 年 月 日 with nothing between, 〔2023〕 号, and blanks before a measure that ends its clause.
  private func gap(at index: Int, _ units: [UInt16]) -> Int? {
    var end = Self.skipBlanks(index, units)
    guard index > 0, end < units.count else { return nil }
    if units[index - 1] == Self.year, units[end] == Self.month {
      end = Self.skipBlanks(end + 1, units)
      return end < units.count && units[end] == Self.day ? end + 1 - index : nil
    }
    if Self.beforeSerial.contains(units[index - 1]), units[end] == Self.serial { return end - index }
    return end - index > 1 && Mark.isHan(units[index - 1]) && counts(end, units) && end + 1 < units.count
      && Mark.clauseEnds.contains(units[end + 1]) ? end - index : nil
  }

  /// (), 【 】, (待补), [请填写].
  private func brackets(at index: Int, _ units: [UInt16]) -> Int? {
    guard let close = Self.partners[units[index]] else { return nil }
    let inner = Self.skipBlanks(index + 1, units)
    if inner < units.count, units[inner] == close {
      // A box to tick begins its line.
      return units[index] == Self.open || index > 0 && Mark.isHan(units[index - 1]) ? inner + 1 - index : nil
    }
    guard let end = units[inner...].prefix(16).firstIndex(of: close) else { return nil }
    // (数字待文旅局补), but not (数据截至12月).
    let isBlank =
      Self.wordsInBrackets.contains { Self.has($0, at: inner, units) }
      || Self.dataWords.contains { Self.has($0, at: inner, units) }
        && units[inner..<end].contains(Self.waiting)
      // (待卫健局补数), (以统计局数据为准,待更新): who has yet to do what.
      || (inner..<end).contains { place in
        units[place] == Self.waiting
          && (place == inner || units[place - 1] == Mark.comma || Self.figures.contains(units[place - 1]))
          && (place + 1..<end).contains { Self.fillings.contains(units[$0]) }
          && !Self.notWaiting.contains { Self.has($0, at: place, units) }
      }
      || isNote(inner..<end, units) || wantsFigure(index, inner..<end, units)
    return isBlank ? end + 1 - index : nil
  }

  /// (数字等农业农村局报), (请民政局补): from whom one has yet to get it.
  private func isNote(_ inner: Range<Int>, _ units: [UInt16]) -> Bool {
    guard let last = inner.last, !units[inner].contains(where: Self.parting.contains) else { return false }
    let data = Self.dataWords.first { Self.has($0, at: inner.lowerBound, units) }?.count ?? 0
    let asking = inner.lowerBound + data
    guard last - asking >= 3, Self.asking.contains(units[asking]),
      let body = (asking + 2..<last).last(where: { Self.informants.contains(units[$0]) })
    else { return false }
    // 请教育局再核.
    let giving = body + 1 < last && Self.again.contains(units[body + 1]) ? body + 2 : body + 1
    return last - body <= 3 && Self.givings.contains(units[giving])
  }

  /// 户均增收(…)元: a measure wants a figure before it, whatever the brackets say.
  private func wantsFigure(_ open: Int, _ inner: Range<Int>, _ units: [UInt16]) -> Bool {
    guard inner.count > 3, open > 0, Mark.isHan(units[open - 1]), !Mark.numerals.contains(units[open - 1]),
      !units[inner].contains(where: { Mark.isDigit($0) || Self.parting.contains($0) })
    else { return false }
    let measure = inner.upperBound + 1
    return Self.measures.contains {
      Self.has($0, at: measure, units) && measure + $0.count < units.count
        && Mark.clauseEnds.contains(units[measure + $0.count])
    }
  }

  private static func skipBlanks(_ index: Int, _ units: [UInt16]) -> Int {
    var index = index
    while index < units.count, units[index] == space { index += 1 }
    return index
  }

  private static func has(_ word: [UInt16], at index: Int, _ units: [UInt16]) -> Bool {
    index >= 0 && index + word.count <= units.count && units[index..<index + word.count].elementsEqual(word)
  }

  private static let asking = UnitSet("等请找问催")
  private static let informants = UnitSet("局委办部处科室站镇乡")
  private static let (givings, again) = (UnitSet("报补填给核"), UnitSet("再重复另"))
  private static let parting = UnitSet("、,;；：:万亿美")
  private static let measures = Mark.words("元 亩 吨 公里 人次 户次 场次 万元 亿元 万人 百分点 个百分点 平方米")
  private static let fillings = UnitSet("补核填更确报")
  private static let figures = UnitSet("数额据单")
  private static let notWaiting = Mark.words("待业 待遇 待岗 待补偿 待核准 待核销 待更新改造")
  private static let signUnits = Mark.word("Xx×*□○#_●△▲■◆◯?")
  private static let signs = UnitSet(signUnits)
  /// Those that stand for a figure even alone.
  private static let alone = UnitSet("Xx×□○●△▲■◯_?")
  private static let (circle, question, percent) = (Mark.word("○")[0], UInt16(ascii: "?"), UInt16(ascii: "%"))
  private static let partners: [UInt16: UInt16] = Dictionary(
    uniqueKeysWithValues: ["()", "【】", "[]", "{}", "《》", "“”"].map { (Mark.word($0)[0], Mark.word($0)[1]) })
  private static let (open, dots, space) = (UInt16(ascii: "("), Mark.word("…")[0], UInt16(ascii: " "))
  private static let (year, month, day) = (Mark.word("年")[0], Mark.word("月")[0], Mark.word("日")[0])
  private static let (serial, after) = (Mark.word("号")[0], Mark.word("后")[0])
  private static let beforeSerial = UnitSet("〕]】第")
  private static let calendar = UnitSet("年月日号")
  private static let beforeRate = UnitSet("到达为率占至长降升高低超约近于")
  private static let counters = UnitSet("项个件次条名家户人亩处所万亿%宗台套场期批篇部座份册辆栋")
  private static let tableMarks = UnitSet("*_#○●△▲■□◯×()?“")
  private static let unfilled: Set<String> = Set(Mark.texts("待核实 待统计 待核 待更新 待完善 待报 待确认 待提供 暂缺 XX XXX"))
  private static let (someone, attachment) = (Mark.word("某某"), Mark.word("附件"))
  private static let bodies = UnitSet("局委办区市县州镇乡街村社园单部公企项同")
  private static let firsts = UnitSet(
    Array(partners.keys) + [dots, space, percent, someone[0]] + words.map { $0[0] } + signUnits)
  private static let words = Mark.words(
    "待补充 待补 待填 此处补充 此处填写 此处数据 此处需 此处应 数据待定 数据待核 数据暂缺 数据待 暂缺数据 至待定 到待定 于待定 TBD TODO")
  private static let waiting = Mark.word("待")[0]
  private static let dataWords = Mark.words("此数 该数 此数字 数字 数据 数 金额 名单 文号 时间 日期 名称 人数 户数 面积 单位 内容 情况")
  private static let wordsInBrackets = Mark.words(
    "待补 待填 待核 待定 待查 待更 待确 待统 待提 待完善 待报 待续 待某 此处 请补 请填 请核 示例 样例 填写 插入 补充数据 补充内容 单位名称 以下略 下略 中略 此处略 后略")
}

extension Mark {
  /// Whether a character is a Latin letter.
  static func isLetter(_ unit: UInt16) -> Bool {
    (0x41...0x5A).contains(unit) || (0x61...0x7A).contains(unit)
  }
}
