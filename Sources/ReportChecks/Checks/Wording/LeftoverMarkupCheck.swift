import ReportModel

/// 残留标记: markup, field codes and notes to oneself that were left in the text.
struct LeftoverMarkupCheck: DraftCheck {
  let about = CheckDescription(
    "wording.leftover-markup", .warning, "残留的网页标记、域代码或批注",
    rationale: "从网页、表格和别人的稿子里粘贴，会带进 &nbsp;、<br>、[图1]、“错误!未找到引用源”一类标记；起草时写给自己的“（此段核实后再改）”、句末多敲的字母，定稿时要删净。",
    source: "实务",
    triggering: [
      .draft("城管局推行积分制，[[<br>]]签约商户6100家。规范镇街权责[[&nbsp;]]事项。完善服务体系[[\\n]]新增工作点30个。"),
      .draft("详见[[错误!未找到引用源]]。制发建议书5份[[q]]，推动建章立制9项。"),
      .draft("全年共享证照88万次。[[（此段由数据局核实后再改）]]试点校扩大至18所[[，？]]形成案例6个。"),
    ],
    silent: [
      .draft("推进A、B两类企业分级管理，发展5G网络，PM2.5下降，卡拉ok整治，见图1，满意吗？经核实后，问题已整改（核实情况见附件）。")
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let draft = input.draft, let prose = input.prose else { return }
    func report(_ range: Range<Int>) {
      result.report(draft.text.place(range), "“\(draft.text.string(range))”疑为残留的标记或批注", "请核对并删去")
    }
    let units = prose.units
    Self.marks.scan(units) { number, range in
      guard prose.isRead(range.lowerBound) else { return }
      let close = Self.closes[number]
      var end = range.upperBound
      if let close {
        end = units[end...].prefix(Self.longest).firstIndex(of: close).map { $0 + 1 } ?? range.lowerBound
      }
      if end > range.lowerBound { report(range.lowerBound..<end) }
    }
    for index in units.indices.dropFirst().dropLast() where prose.isRead(index) {
      switch units[index] {
      case Self.open:
        if let note = Self.note(index, prose) { report(note) }
      case 0x61...0x7A
      where Mark.isHan(units[index - 1]) && Mark.clauseEnds.contains(units[index + 1])
        && !prose.isQuoted(index):
        report(index..<index + 1)
      case Self.comma where Self.terminal.contains(units[index + 1]): report(index..<index + 2)
      default: break
      }
    }
  }

  /// (此段由数据局核实后再改): brackets that hold what is still to be done.
  private static func note(_ index: Int, _ prose: CheckProse) -> Range<Int>? {
    guard let end = prose.units[index...].prefix(longest).firstIndex(of: close) else { return nil }
    return notes.contains { prose.first($0, in: index..<end) != nil } ? index..<end + 1 : nil
  }

  private static let longest = 40
  private static let (open, close, comma) = (UInt16(ascii: "("), UInt16(ascii: ")"), UInt16(ascii: ","))
  private static let terminal = UnitSet("？?！!")
  private static let notes = Mark.words("核实后再 核实后修改 核实后补 后再改 待核实 请核实 请确认 需核实 来源:? 来源:？")
  /// What a leftover begins with, and the mark that ends it where more belongs to it.
  private static let leftovers: [(String, String?)] = [
    ("<br", ">"), ("</", ">"), ("<p>", nil), ("<span", ">"), ("<div", ">"), ("<font", ">"), ("&nbsp", ";"),
    ("&amp", ";"),
    ("&lt", ";"), ("&gt", ";"), ("&quot", ";"), ("\\n", nil), ("\\t", nil), ("[图", "]"), ("[表", "]"),
    ("[ ]", nil),
    ("错误!未找到引用源", nil), ("错误!未定义书签", nil), ("错误！未找到引用源", nil), ("错误！未定义书签", nil),
  ]
  private static let marks = PhraseTable(leftovers.map(\.0))
  private static let closes = leftovers.map { $0.1.map { Mark.word($0)[0] } }
}
