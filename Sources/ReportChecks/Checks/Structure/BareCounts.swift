import ReportModel

/// 缺量词: a number right before what it counts, where the text elsewhere counts the same with a measure word; 百分点 always has one.
struct BareCounts {
  let prose: CheckProse

  /// The numbers with their nouns.
  func find() -> [Range<Int>] {
    var found: [(range: Range<Int>, noun: Int)] = []
    var counted: Set<Int> = []
    Self.table.scan(prose.units) { noun, range in
      let end = range.lowerBound
      guard end > 0, prose.isRead(end) else { return }
      if Self.measures.contains(prose.units[end - 1]) {
        if end > 1, Mark.isDigit(prose.units[end - 2]) { counted.insert(noun) }
        return
      }
      guard let start = number(before: end), !prose.isQuoted(end), !prose.isTitle(end),
        noun == 0 || !goesOn(range.upperBound)
      else { return }
      found.append((start..<range.upperBound, noun))
    }
    return found.filter { $0.noun == 0 || counted.contains($0.noun) }.map(\.range)
  }

  /// Where digits begin that stand behind words: 5工作日, but not 2025年5月20企业, 1任务1专班.
  private func number(before end: Int) -> Int? {
    var start = end
    while start > 0, Mark.isDigit(prose.units[start - 1]) || prose.units[start - 1] == 0x2E,
      !prose.beginsParagraph(start)
    { start -= 1 }
    guard start < end, end - start <= 5, Mark.isDigit(prose.units[end - 1]), start > 1,
      !prose.beginsParagraph(start), Mark.isHan(prose.units[start - 1]),
      !Self.before.contains(prose.units[start - 1]),
      end - start > 1 || prose.units[start] > 0x31
    else { return nil }
    return start
  }

  /// 项目化, 企业级; 3街道2镇.
  private func goesOn(_ end: Int) -> Bool {
    end < prose.units.count
      && (Self.behind.contains(prose.units[end]) || Mark.isDigit(prose.units[end]))
  }

  private static let table = PhraseTable(
    Mark.texts("百分点 工作日 领域 事项 问题 任务 企业 项目 环节 行政村 乡镇 街道 社区 单位 机构 学校 医院 网格"))
  private static let measures = UnitSet("个项家件所处类条大")
  private static let before = UnitSet("年月日号第第版期条款章至到比加")
  private static let behind = UnitSet("化级制型式类长")
}
