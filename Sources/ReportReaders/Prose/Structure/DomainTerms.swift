import ReportModel

/// 领域词表: how fields of reform are named, and the terms by which a sentence is put into one of them.
public struct DomainTerms: Sendable {
  /// A field and the terms that point to it.
  public struct Entry: Hashable, Sendable {
    /// The field's name, such as 经济体制改革.
    public var name: String
    /// Terms that point to it.
    public var terms: [String]

    /// A field and its terms.
    public init(name: String, terms: [String]) {
      self.name = name
      self.terms = terms
    }
  }

  /// The fields, in their usual order.
  public let entries: [Entry]
  private let table: WordTable<Int>
  private let stems: WordTable<Bool>

  /// A table of fields.
  public init(_ entries: [Entry]) {
    self.entries = entries
    table = WordTable(
      entries.enumerated().flatMap { index, entry in ([entry.name] + entry.terms).map { ($0, index) } })
    stems = WordTable(entries.map { ($0.name, true) } + Self.commonStems.map { ($0, true) })
  }

  /// Whether a heading names a field of reform.
  func names(_ heading: Range<Int>, in units: UnsafeBufferPointer<UInt16>) -> Bool {
    let stop = clauseEnd(heading, units)
    guard !stop.isEmpty else { return false }
    if Self.endings.match(before: stop.upperBound, in: units, start: stop.lowerBound) != nil { return true }
    return stems.first(in: heading, of: units) != nil || praised(heading, in: units) != nil
  }

  /// 聚焦民生,社会事业改革取得实效: a field's name before its praise, in any clause.
  private func praised(_ heading: Range<Int>, in units: UnsafeBufferPointer<UInt16>) -> Range<Int>? {
    var start = heading.lowerBound
    while start < heading.upperBound {
      let clause = clauseEnd(start..<heading.upperBound, units)
      let name = beforePraise(clause, units)
      if name.count < clause.count, name.count >= 4,
        Self.prefixes.match(at: name.lowerBound, in: units, end: name.upperBound) == nil,
        Self.unnamed.first(in: name, of: units) == nil
      {
        return name
      }
      start = clause.upperBound + 1
    }
    return nil
  }

  /// A stretch up to the end of 改革 or 领域 where praise follows: 经济领域重在激发活力.
  private func beforePraise(_ whole: Range<Int>, _ units: UnsafeBufferPointer<UInt16>) -> Range<Int> {
    let range = whole.lowerBound..<(whole.first { units[$0] == Unit.openBracket } ?? whole.upperBound)
    let reform = range.first { index in
      index > range.lowerBound + 1
        && (Self.reform.match(before: index, in: units, start: range.lowerBound) != nil
          || Self.field.match(before: index, in: units, start: range.lowerBound + 2) != nil)
        && (Self.praise.match(at: index, in: units, end: range.upperBound) != nil
          || isPraise(index..<range.upperBound, units))
    }
    guard let reform else { return whole }
    return range.lowerBound..<reform
  }

  /// 稳妥推进, 蹄疾步稳, 向民生聚焦: a few characters behind 改革 up to the end, where it is no noun that 改革 belongs to.
  private func isPraise(_ rest: Range<Int>, _ units: UnsafeBufferPointer<UInt16>) -> Bool {
    (4...8).contains(rest.count)
      && Self.reform.match(before: rest.lowerBound, in: units, start: rest.lowerBound - 2) != nil
      && Self.nouns.match(at: rest.lowerBound, in: units, end: rest.upperBound) == nil
      && Self.nounEnds.match(before: rest.upperBound, in: units, start: rest.lowerBound) == nil
  }

  /// Whether a phrase ends as the names of fields do: …改革, …领域, …方面.
  func endsLikeField(_ phrase: Range<Int>, in units: UnsafeBufferPointer<UInt16>) -> Bool {
    Self.endings.match(before: phrase.upperBound, in: units, start: phrase.lowerBound) != nil
      || Self.reform.match(before: phrase.upperBound, in: units, start: phrase.lowerBound) != nil
  }

  /// 产业发展改革: what no table knows, but is called a reform, and not one that is told to be done.
  func mayName(_ heading: Range<Int>, in units: UnsafeBufferPointer<UInt16>) -> Bool {
    let name = heading.lowerBound..<(heading.first { units[$0] == Unit.openBracket } ?? heading.upperBound)
    return name.count <= 12 && !name.isEmpty
      && Self.reform.match(before: name.upperBound, in: units, start: name.lowerBound) != nil
      && Self.doing.match(at: heading.lowerBound, in: units, end: heading.upperBound) == nil
  }

  /// 坚持项目为王,创新招商机制 … 坚持绿色安全,健全保障机制: headings side by side that open with one word and go on behind a comma, most of them
  /// without the name of a field at their end. Such a heading is a name as a whole.
  func areSlogans(_ headings: [Range<Int>], in units: UnsafeBufferPointer<UInt16>) -> Bool {
    guard headings.count >= 4, let first = headings.first,
      headings.allSatisfy({ heading in
        heading.count >= 9
          && (units[heading.prefix(2)].elementsEqual(units[first.prefix(2)])
            || units[heading.lowerBound] == Unit.of("以") && units[first.lowerBound] == Unit.of("以"))
          && clauseEnd(heading, units).upperBound < heading.upperBound - 3
      })
    else { return false }
    return headings.count { endsLikeField(name(in: $0, of: units), in: units) } * 2 < headings.count
  }

  /// The field that most terms of a stretch point to, and how many do.
  func field(of range: Range<Int>, in units: UnsafeBufferPointer<UInt16>) -> (index: Int, hits: Int)? {
    var hits = [Int](repeating: 0, count: entries.count)
    var index = range.lowerBound
    while index < range.upperBound {
      if let word = table.match(at: index, in: units, end: range.upperBound) {
        hits[word.meaning] += word.length
        index += word.length
      } else {
        index += 1
      }
    }
    guard let best = hits.indices.max(by: { (hits[$0], -$0) < (hits[$1], -$1) }), hits[best] > 0 else {
      return nil
    }
    return (best, hits[best])
  }

  /// The field's name inside a heading: 在经济体制改革方面 → 经济体制改革.
  func name(in heading: Range<Int>, of units: UnsafeBufferPointer<UInt16>) -> Range<Int> {
    var heading = uncounted(heading, in: units)
    while heading.count > 2, Self.bullets.contains(units[heading.lowerBound]) { heading.removeFirst() }
    var range = clauseEnd(heading, units)
    let label = heading.lowerBound..<(heading.first { units[$0] == Unit.openBracket } ?? heading.upperBound)
    if range.upperBound < label.upperBound, units[range.upperBound] == Unit.comma, !names(label, in: units),
      Self.aspects.match(before: range.upperBound, in: units, start: range.lowerBound) == nil,
      !label.contains(where: { index in
        (index == label.upperBound - 1 || units[index + 1] == Unit.comma)
          && Self.reform.match(before: index + 1, in: units, start: label.lowerBound) != nil
      })
    {
      // 锚定“活”字,市场主体轻装上阵: a slogan is kept whole.
      return label
    }
    if let named = praised(heading, in: units),
      stems.first(in: range, of: units) == nil
        || Self.fields.match(before: named.upperBound, in: units, start: named.lowerBound) != nil
    {
      range = named
    } else if Self.endings.match(before: range.upperBound, in: units, start: range.lowerBound) == nil,
      stems.first(in: range, of: units) == nil
    {
      // The name may stand in a later clause: 激发市场活力,深化经济体制改革.
      var rest = range.upperBound + 1
      while rest < heading.upperBound {
        let clause = clauseEnd(rest..<heading.upperBound, units)
        if stems.first(in: clause, of: units) != nil
          || Self.endings.match(before: clause.upperBound, in: units, start: clause.lowerBound) != nil
          // 聚力为民解忧——社会事业改革.
          || (units[clause.lowerBound] == Unit.dash
            || Self.deepening.match(at: clause.lowerBound, in: units, end: clause.upperBound) != nil)
            && Self.reform.match(before: clause.upperBound, in: units, start: clause.lowerBound) != nil
        {
          range = clause
          break
        }
        rest = clause.upperBound + 1
      }
    }
    while range.count > 2, Self.bullets.contains(units[range.lowerBound]) { range.removeFirst() }
    // 突出重点抓经济体制改革: the name stands behind its verb.
    if let verb = range.dropLast(4).last(where: { Self.grips.contains(units[$0]) }),
      stems.first(in: verb + 1..<range.upperBound, of: units) != nil
    {
      range = verb + 1..<range.upperBound
    }
    if let word = Self.prefixes.match(at: range.lowerBound, in: units, end: range.upperBound) {
      let isPlace = units[range.lowerBound] == Unit.of("在")
      range = range.lowerBound + word.length..<range.upperBound
      // 在推动经济高质量发展上持续发力
      if isPlace, let upon = range.last(where: { units[$0] == Unit.of("上") }), upon >= range.lowerBound + 4,
        range.upperBound - upon <= 8
      {
        range = range.lowerBound..<upon
      }
    }
    // 蹄疾步稳推进经济体制改革: how it was done stands before the name.
    if let verb = range.dropFirst(4).prefix(6).first(where: {
      Self.driving.match(at: $0, in: units, end: range.upperBound) != nil
    }), stems.first(in: verb + 2..<range.upperBound, of: units) != nil,
      Self.reform.match(before: range.upperBound, in: units, start: range.lowerBound) != nil
    {
      range = verb + 2..<range.upperBound
    }
    // 深化经济体制改革 is the field's work; 深化党的建设领域 is how a field may be named.
    if Self.deepening.match(at: range.lowerBound, in: units, end: range.upperBound) != nil, range.count > 4,
      Self.reform.match(before: range.upperBound, in: units, start: range.lowerBound) != nil
    {
      range = range.lowerBound + 2..<range.upperBound
    }
    // 经济体制改革激发新动能, 社会体制改革成效明显: the name ends where its praise begins.
    range = beforePraise(range, units)
    if let bracket = range.first(where: { units[$0] == Unit.openBracket }), bracket > range.lowerBound + 1 {
      let inner = bracket + 1..<max(bracket + 1, range.upperBound - 1)
      // 第一专项小组(经济体制): the number of a group is no name.
      let isNumbered = units[range.lowerBound] == Unit.first && bracket - range.lowerBound <= 7
      range = isNumbered && inner.count >= 2 ? inner : range.lowerBound..<bracket
    }
    while let word = Self.suffixes.match(before: range.upperBound, in: units, start: range.lowerBound),
      word.length < range.count - 1
    {
      range = range.lowerBound..<range.upperBound - word.length
    }
    return range
  }

  /// 经济体制改革8项,完成7项: a heading up to the number of tasks right behind the name of its field.
  func uncounted(_ heading: Range<Int>, in units: UnsafeBufferPointer<UInt16>) -> Range<Int> {
    guard let first = heading.dropFirst(4).first(where: { (0x30...0x39).contains(units[$0]) }),
      let unit = (first + 1..<min(first + 4, heading.upperBound)).first(where: {
        !(0x30...0x39).contains(units[$0])
      }), Self.counters.contains(units[unit]),
      endsLikeField(heading.lowerBound..<first, in: units)
    else { return heading }
    return heading.lowerBound..<first
  }

  private static let counters = Array("项件个条".utf16)

  private func clauseEnd(_ range: Range<Int>, _ units: UnsafeBufferPointer<UInt16>) -> Range<Int> {
    let stop = range.first {
      Self.clauseMarks.contains(units[$0])
        && $0 > range.lowerBound
    }
    return range.lowerBound..<(stop ?? range.upperBound)
  }

  private static let clauseMarks = [
    Unit.comma, Unit.colon, Unit.stop, Unit.semicolon, Unit.space, Unit.of("】"), Unit.dash,
  ]
  private static let commonStems = [
    "体制改革", "体制机制改革", "制度改革", "领域改革", "经济改革", "行政改革", "社会改革", "文化改革", "生态改革", "司法改革", "党建改革", "教育改革", "医疗改革",
    "民主法制", "民主法治", "生态文明", "党的建设", "纪律检查", "纪检监察", "社会治理", "农业农村", "农村改革", "城乡融合", "城乡统筹", "民生领域", "经济领域",
    "行政领域", "文化领域", "社会领域", "生态领域", "司法领域", "党建领域", "法治领域", "法治建设", "平安建设", "对外开放", "营商环境", "科技创新", "数字化改革",
    "基层治理", "民生保障",
    "放管服", "医药卫生", "教育综合", "国资国企", "财税金融", "要素市场",
  ]
  private static let endings = WordTable<Bool>(
    set:
      "体制改革 体制改革方面 改革方面 领域方面 领域 领域改革 改革领域 建设方面 体制机制改革 制度改革 改革专项小组 专项小组 改革专项组 专项组 专题组 专责组 专班 工作方面 治理方面 事业方面 发展方面 条线 战线 板块 改革篇",
    backwards: true)
  /// What makes one noun with 改革, and the ends of such nouns.
  private static let nouns = WordTable<Bool>(
    set: "的 、 和 与 及 或 等 领域 方面 专项 工作 任务 事项 项目 试点 方案 创新 发展 综合 委 办 示范 试验 开放 配套 举措 政策 成果 小组 督 先行 专题")
  private static let nounEnds = WordTable<Bool>(
    set: "领域 方面 小组 任务 事项 项目 试点 方案 工作 改革 体系 机制 制度 区 县 市 建设 治理 发展 创新 保护 服务 监管 管理", backwards: true)
  /// 先讲, 第三谈, 最后看: what an address counts its parts by.
  private static let orders: String = {
    let ordinals = "一二三四五六七八".flatMap { ["\($0)", "第\($0)"] }
    return ["讲", "谈", "看", "汇报"].flatMap { verb in
      (["先", "首先", "再", "接着", "然后", "最后"] + ordinals).map { $0 + verb }
    }.joined(separator: " ")
  }()
  private static let prefixes = WordTable<Bool>(
    set:
      "在 再次是 其三是 先说 再说 接着说 最后说 一说 二说 三说 四说 五说 六说 七说 八说 "
      + orders + " 首先是 其次是 最后是 关于 围绕 聚焦 持续深化 全面深化 深入推进 扎实推进 统筹推进 纵深推进 加快推进 稳步推进 持续推进 协同推进 全面推进 推进 推动"
  )
  private static let deepening = WordTable<Bool>(set: "深化")
  private static let reform = WordTable<Bool>(set: "改革 改革方面", backwards: true)
  private static let field = WordTable<Bool>(set: "领域", backwards: true)
  /// Words in a phrase before 改革 that name no field.
  private static let unnamed = WordTable<Bool>(set: "各项 全面 重点 推进 推动 深化 一批 全区 全县 全市 我区 我县 我市 年度 工作 统筹")
  private static let praise = WordTable<Bool>(
    set: """
      激发 释放 取得 展现 增进 开创 成效 成果 纵深 蹄疾 走深 走实 扎实 稳步 稳健 有序 持续 不断 全面 深入 加快 向纵深 迈出 迈上 实现 有力 有效 再上 再添 再获 亮点 提质 增效 提速       赋能 卓有成效 显著 成绩 彰显 焕发 见行见效 见效 落地 彰显 呈现 跑出 再创 增添 助力 驱动 破题 破冰 强基 夯实 提升 惠及 惠民 得到 获得 迸发 凸显 落实情况 完成情况 进展 情况 共 任务 方面共       更 多点 亮点纷呈 持续深化 蓬勃 活力 重在 着力 突出 聚焦 注重 坚持 紧扣 瞄准 着眼 立足 亮出 有新
      """)
  /// Verbs that begin a sentence of what was done, and no name: 完成…改革。
  static let doing = WordTable<Bool>(
    set:
      "完成 推进 推动 深化 实施 开展 启动 推行 探索 加快 全面 持续 统筹 落实 稳步 扎实 有序 纵深 继续 积极 深入 大力 着力 聚焦 围绕 坚持 抓好 做好 参与 承接 支持 组织 强化 谋划 督察 协同 带头 主动 精准 高位 系统 加强 狠抓 紧盯 突出 注重 统一 健全 完善 建立 打造 激发 以"
  )
  private static let fields = WordTable<Bool>(set: "领域改革 领域", backwards: true)
  private static let bullets = Array("—-◆●■▲★☆•·◇○□△▪※►".utf16)
  private static let aspects = WordTable<Bool>(set: "方面 领域 条线 板块", backwards: true)
  private static let driving = WordTable<Bool>(set: "推进 深化 推动")
  private static let grips = Array("抓".utf16)
  private static let suffixes = WordTable<Bool>(
    set: "方面 专项小组 小组 工作小组 专题组 专项组 专责组 工作专班 专班 等方面 上 条线 战线 板块 篇", backwards: true)
}
