import OfficePackage
import ReportModel

/// 表头用语: what the heads of real tables mean, as ledger fields.
enum TableWords {
  /// The field of a task that a head names; nil for other words.
  static func taskField(_ head: String) -> String? { field(head, tasks) }

  /// The field of a document that a head names; nil for other words.
  static func outputField(_ head: String) -> String? { field(head, outputs) }

  /// Whether a cell's text is a head that is known, of a task or of a document.
  static func isHead(_ text: TextPool.ID, in texts: TextPool) -> Bool {
    let mayBe = texts.withBytes(text) { bytes in
      guard bytes.count >= 3, bytes.count <= longestHead * 4 else { return false }
      guard (0xE4...0xE9).contains(bytes[0]) else { return bytes[0] &- 0x30 > 9 }
      // Two ideographs tell nearly all cells from heads; behind one alone there may be white space.
      guard bytes.count >= 6, (0xE4...0xE9).contains(bytes[3]) else { return true }
      return beginningPairs.contains(pair(bytes[1], bytes[2], bytes[4], bytes[5]))
    }
    guard mayBe else { return false }
    let head = texts[text]
    return head.unicodeScalars.count <= longestHead && (taskField(head) != nil || outputField(head) != nil)
  }

  /// The longest head that is looked for, in characters.
  static let longestHead = 24

  private static func field(_ head: String, _ words: [String: String]) -> String? {
    // Nearly every cell of a long table is no head, and its first character says so.
    let start = head.unicodeScalars.first {
      !$0.isBlank && !"★*☆".unicodeScalars.contains($0)
    }
    guard let start, beginnings.contains(start) else { return nil }
    let text = LedgerSchema.normalized(head)
    if let known = words[text] { return known }
    // 进展与成果: one column for both.
    if let joint = text.dropFirst(2).firstIndex(where: { "与及和、/".contains($0) }),
      let field = words[String(text[..<joint])], joinable.contains(field)
    {
      return field
    }
    // 进展情况(延期原因), 完成目标(%): what stands in brackets explains.
    guard let bracket = text.firstIndex(of: "("), bracket > text.startIndex else { return nil }
    // 备注(未完成原因): of a remark they say all.
    if text.hasPrefix("备注") || text.hasPrefix("说明") {
      let inner = text[text.index(after: bracket)...].prefix { $0 != ")" }
      if let field = words[String(inner)] { return field }
    }
    return words[String(text[..<bracket])]
  }

  /// What a column may hold with something else.
  private static let joinable: Set<String> = ["进展情况", "延期原因", "延至", "审议"]
  private static let beginnings = Set((Array(tasks.keys) + outputs.keys).compactMap(\.unicodeScalars.first))

  /// The pairs of ideographs that heads begin with.
  private static let beginningPairs = Bits(
    (Array(tasks.keys) + outputs.keys).map { Array($0.utf8) }.filter { $0.count >= 6 }
      .map { pair($0[1], $0[2], $0[4], $0[5]) })

  /// A number below 65,536 for two ideographs, by the bytes behind their first ones; different pairs may share it.
  private static func pair(_ a: UInt8, _ b: UInt8, _ c: UInt8, _ d: UInt8) -> Int {
    (Int(a) * 131 + Int(b) * 31 + Int(c) * 8191 + Int(d) * 257) & 0xFFFF
  }

  /// Heads of published tables beside the ledger's own names and aliases.
  private static let tasks: [String: String] = {
    var words = names(of: .task)
    for (field, heads) in [
      "领域": ["工程名称", "目标类别", "专项领域", "重点领域", "领域名称"],
      "名称": [
        "考核项目及内容", "考核内容", "工作内容", "主要任务", "改革举措", "具体任务", "任务内容", "工作事项", "改革任务名称", "改革项目", "目标任务及内容",
        "延期任务", "延期任务名称", "延期事项", "延期事项名称", "延期改革任务", "未完成任务", "未完成事项", "项目名称", "改革内容", "改革事项名称",
      ],
      "牵头单位": ["主办单位", "牵头", "主办", "责任领导及牵头单位", "承办单位"],
      "责任单位": ["协办单位", "配合", "协办", "责任部门", "实施单位", "考核实施单位", "参加单位", "参与单位", "牵头及责任单位"],
      "完成时限": [
        "办结时限", "时间要求", "时间安排", "完成日期", "计划完成时间", "预计完成时间", "预计完成时限", "预计办结时间", "计划办结时间", "计划完成时限", "原完成时限",
        "原定完成时限",
        "原定时限", "原时限", "原定完成时间", "原完成时间",
      ],
      "状态": ["状态", "是否完成", "完成与否"],
      "进展情况": [
        "进度", "工作进度", "完成进度", "办理情况", "工作进展情况", "进展及成效", "完成目标", "主要成效", "工作成效", "取得成效", "改革成效", "成效", "完成成效",
        "落实成效", "主要进展", "工作进展及成效",
      ],
      "延期原因": [
        "延期理由", "原因", "延期原因说明", "未完成原因说明", "结转原因", "暂缓原因", "推迟原因", "未按期完成原因", "延期情况说明", "跨年度原因",
      ],
      "延至": [
        "延期至", "新时限", "延期到", "延期时限", "延期期限", "新完成时限", "新的完成时限", "调整后时限", "调整后完成时限", "延期完成时间", "延期完成时限",
        "新完成时间", "新的完成时间", "调整后完成时间", "延期后完成时限", "延期后完成时间", "延期后时限", "调整后时间", "新时间", "拟完成时间", "结转至",
      ],
      "文号": ["文号", "发文字号"],
      "审议": [
        "审议", "审议会议", "批准会议", "审议情况", "批准情况", "审批会议", "研究会议", "审议批准情况", "审批情况", "决策会议", "审定会议", "审批依据",
        "批准依据", "延期依据", "延期审批", "延期批准会议", "同意延期会议", "审议会次", "研究情况", "会议", "批准机关及会议",
      ],
      "序号": ["序号"],
    ] {
      for head in heads { words[head] = field }
    }
    for head in fieldHeads where words[head] == nil { words[head] = "领域" }
    for lead in [
      "", "对账", "核查", "核验", "办理", "办结", "销号", "验收", "评估", "推进", "完成", "落实", "自评", "年终", "年末", "最终",
    ] {
      for end in ["结果", "状态", "结论"] where words[lead + end] == nil { words[lead + end] = "状态" }
    }
    for verb in StandingWords.late + ["调整"] {
      for end in ["同意\(verb)的会议", "同意\(verb)会议", "批准\(verb)的会议", "批准\(verb)会议", "\(verb)审批会议", "\(verb)批准会议"]
      {
        words[end] = "审议"
      }
      for end in ["原因", "缘由", "理由", "说明", "原因说明"] { words[verb + end] = "延期原因" }
      for end in ["至", "到", "后时限", "后完成时限", "后时间", "后完成时间", "后的时限", "时限", "期限", "后期限"] {
        words[verb + end] = "延至"
      }
    }
    for verb in StandingWords.done {
      for not in ["未", "未能", "未按期", "未如期", "没有"] { words[not + verb + "原因"] = "延期原因" }
    }
    return words
  }()

  /// How heads end that no table can list.
  static let fieldEnds = [
    ("名称", ["任务", "事项", "任务名称", "事项名称", "举措"]), ("领域", ["小组", "领域", "专项", "专题组", "专项组"]),
  ]

  /// 所属板块, 改革条线: what groups of tasks are called, with the words before them.
  private static let fieldHeads = ["", "所属", "所在", "归属", "改革", "工作", "任务", "涉及"].flatMap { lead in
    ["领域", "板块", "类别", "条线", "专项", "专项小组", "小组", "专题组", "专项组", "专班", "方面"].map { lead + $0 }
  }

  private static let outputs: [String: String] = {
    var words = names(of: .output)
    for head in [
      "制度性成果", "成果", "文件", "制度名称", "制度文件", "制度文件名称", "制度性文件", "文件标题", "文件题目", "政策名称", "政策文件", "制度成果名称",
      "制度机制名称", "方案名称", "标题",
    ] { words[head] = "名称" }
    for (field, heads) in [
      "任务": ["对应改革任务", "改革任务"], "文号": ["文件编号", "发文号", "文件号"],
      "领域": ["专项领域", "重点领域"],
      "发文单位": ["印发部门", "发文部门", "发文机关", "印发机关", "制定单位", "制定部门", "出台单位", "发布单位", "责任单位", "牵头单位", "牵头部门"],
      "印发日期": ["出台时间", "出台日期", "发布时间", "发布日期", "发文时间", "成文日期", "时间", "日期"],
    ] {
      for head in heads { words[head] = field }
    }
    for head in fieldHeads where words[head] == nil { words[head] = "领域" }
    words["序号"] = "序号"
    return words
  }()

  private static func names(of item: LedgerSchema.Item) -> [String: String] {
    var words: [String: String] = [:]
    for field in LedgerSchema.fields(of: item) {
      for name in [field.key] + field.aliases { words[LedgerSchema.normalized(name)] = field.key }
    }
    return words
  }

  /// What stands in a cell to say that there is nothing.
  static let blanks: Set<String> = ["无", "—", "——", "-", "--", "/", "\\", "未载", "待填", "暂无"]

  /// The first words of rows that count others.
  static let counting = ["小计", "合计", "总计", "共计"]

  /// Whether a row explains the table: 说明:…, 注:….
  static func isRemark(_ text: TextPool.ID, in texts: TextPool) -> Bool {
    // 说, 注 and 备 begin with these bytes in UTF-8.
    guard texts.withBytes(text, { $0.count > 4 && [0xE8, 0xE6, 0xE5].contains($0[0]) }) else { return false }
    let scalars = texts[text].unicodeScalars.prefix(4)
    guard let colon = scalars.firstIndex(where: { $0.halfWidth == ":" }) else { return false }
    return ["说明", "注", "备注"].contains(String(scalars[..<colon]).trimmed)
  }

  /// Whether a table is called one of delayed items.
  static func namesDelays(_ title: String) -> Bool {
    ["延期", "未完成", "暂缓", "推迟", "结转", "跨年度"].contains { title.contains($0) }
      && (!title.contains("完成情况") || title.contains("未完成"))
  }

  /// Whether a table is called one of documents.
  static func namesDocuments(_ title: String) -> Bool {
    ["制度性成果", "制度成果", "制度性文件", "制度文件", "改革成果", "成果清单", "成果汇总", "成果目录"].contains { title.contains($0) }
  }

  /// The units of a cell: parted by 、, commas or line breaks, and by blanks where each part is a unit by its end.
  static func units(_ text: String) -> [String] {
    let parts = text.unicodeScalars.split { scalar in
      switch scalar.halfWidth {
      case "、", ",", ";", "\n": true
      default: false
      }
    }.map { String($0).trimmed }
    return parts.flatMap { part -> [String] in
      guard part.unicodeScalars.contains(where: \.isBlank) else { return [part] }
      let words = part.unicodeScalars.split { $0.isBlank }.map(String.init)
      return words.count > 1 && words.allSatisfy(isUnit) ? words : [part]
    }.filter { !$0.isEmpty && !blanks.contains($0) }
  }

  /// Whether words are a unit by their end.
  static func isUnit(_ words: String) -> Bool { words.last.map("局办委部室院会团镇乡司心区县道所站处校".contains) ?? false }

  /// The name of a field of reform as a label gives it: without ordinal, count, 续 and line breaks.
  static func domainName(_ label: String) -> String {
    var text = label.replacing("\n", with: "").trimmed
    while let bracket = text.lastIndex(where: { $0 == "(" || $0 == "\u{FF08}" }), bracket > text.startIndex,
      let last = text.last, last == ")" || last == "\u{FF09}"
    {
      let inner = text[bracket...]
      guard inner.contains("续") || inner.contains("项") else { break }
      text = String(text[..<bracket]).trimmed
    }
    return withoutOrdinal(text)
  }

  /// A text without the 一、 or (一) that it begins with.
  static func withoutOrdinal(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var index = 0
    if scalars.first?.halfWidth == "(" { index = 1 }
    let digits = index
    while index < scalars.count, "一二三四五六七八九十".unicodeScalars.contains(scalars[index]) { index += 1 }
    guard index > digits, index < scalars.count else { return text }
    let mark = scalars[index].halfWidth
    guard digits == 1 ? mark == ")" : "、.".unicodeScalars.contains(mark) else { return text }
    return String(String.UnicodeScalarView(scalars[(index + 1)...])).trimmed
  }
}

/// A set of small numbers that is quick to ask.
private struct Bits: Sendable {
  private var words = [UInt64](repeating: 0, count: 1024)

  init(_ numbers: [Int]) {
    for number in numbers where number < words.count * 64 { words[number / 64] |= 1 << UInt64(number % 64) }
  }

  func contains(_ number: Int) -> Bool { words[number >> 6] >> UInt64(number & 63) & 1 == 1 }
}
