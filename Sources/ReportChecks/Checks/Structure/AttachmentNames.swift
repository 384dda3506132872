import ReportModel

/// 附件名称: what a text calls an attachment that it points to by number.
extension AttachmentListCheck {
  /// 见附件2《制度文件清单》, 《制度文件清单》(附件2), where the list at the end calls attachment 2 something else.
  func titled(_ first: Range<Int>, _ page: FigurePage, _ result: inout CheckResult) {
    let titles = page.draft.attachments
    let cores = titles.map { Self.core(page.text($0)) }
    for name in page.draft.names {
      guard case .attachment(let number) = name.kind, name.range.upperBound <= first.lowerBound,
        titles.indices.contains(number - 1), let told = title(beside: name.range, page),
        page.units[..<told.upperBound].suffix(3).contains(where: Self.lasts.contains)
      else { continue }
      let text = page.text(told)
      guard text.containsAny(Self.kinds) else { continue }
      let core = Self.core(text)
      let known = cores[number - 1]
      let isOtherTitle =
        page.units[told.upperBound] == 0x300B && Self.isOther(text, than: page.text(titles[number - 1]))
      guard core.count > 0, known.count > 0, isOtherTitle || core.containment(known) < 40 else { continue }
      let meant = cores.indices.first { $0 != number - 1 && core.containment(cores[$0]) >= 80 }
      result.report(
        page.draft.text.place(told),
        "附件\(number)的名称与附件说明不符：附件说明里附件\(number)是“\(page.text(titles[number - 1]))”"
          + (meant.map { "，“\(page.text(titles[$0]))”是附件\($0 + 1)" } ?? ""),
        "请改正附件的名称或编号", related: [.init(page.draft.text.place(titles[number - 1]), "附件说明在这里")])
    }
  }

  /// 附件2 / 重点任务完成情况表, where the list of attachments calls it 重点任务进展情况表: the head that the attachment itself bears.
  func headed(_ page: FigurePage, _ result: inout CheckResult) {
    let titles = page.draft.attachments
    let paragraphs = page.draft.paragraphs
    for (index, paragraph) in paragraphs.enumerated().dropLast() where paragraph.range.count <= 4 {
      let words = page.words(paragraph.range)
      guard words.hasPrefix("附件"),
        let number = Int(page.text(paragraph.range).filter(\.isNumber)), titles.indices.contains(number - 1),
        paragraph.range.lowerBound > titles[number - 1].upperBound,
        case let head = paragraphs[index + 1].range, (4...40).contains(head.count),
        page.text(head).containsAny(Self.kinds),
        Self.isOther(page.text(head), than: page.text(titles[number - 1]))
      else { continue }
      result.report(
        page.draft.text.place(titles[number - 1]),
        "附件说明里附件\(number)叫“\(page.text(titles[number - 1]))”，附件\(number)自己的标题是“\(page.text(head))”",
        "请统一附件的名称", related: [.init(page.draft.text.place(head), "附件的标题在这里")])
    }
  }

  /// What stands in marks or brackets right behind a number of an attachment, or in marks before it.
  private func title(beside name: Range<Int>, _ page: FigurePage) -> Range<Int>? {
    let end = name.upperBound
    let paragraph = page.draft.paragraphs.first { $0.range.contains(name.lowerBound) }?.range ?? name
    if end < paragraph.upperBound {
      if let title = page.draft.titles.first(where: { $0.depth == 0 && $0.range.lowerBound == end }) {
        return title.inner
      }
      if let quotation = page.draft.quotations.first(where: { $0.lowerBound == end }) {
        return quotation.lowerBound + 1..<quotation.upperBound - 1
      }
      if page.units[end] == 0x28 || page.units[end] == Mark.colon {
        let stop = (end + 1..<paragraph.upperBound).first {
          page.units[$0] == 0x29 || Mark.clauseEnds.contains(page.units[$0])
        }
        let inner = end + 1..<(stop ?? paragraph.upperBound)
        return (4...30).contains(inner.count) ? inner : nil
      }
    }
    // 《制度文件清单》见附件2, 《制度文件清单》(附件2).
    var start = name.lowerBound
    while start > paragraph.lowerBound, name.lowerBound - start < 3,
      Self.seeing.contains(page.units[start - 1])
    {
      start -= 1
    }
    guard start < name.lowerBound else { return nil }
    return page.draft.titles.first { $0.depth == 0 && $0.range.upperBound == start }?.inner
  }

  /// 《延期任务情况说明》, 未完成任务情况说明: where one has a word of its own, the other has one of which no character is the same.
  private static func isOther(_ title: String, than known: String) -> Bool {
    func own(_ text: String) -> String { general.reduce(bare(text)) { $0.replacing($1, with: "") } }
    var (a, b) = (own(title)[...], own(known)[...])
    while let first = a.first, first == b.first { (a, b) = (a.dropFirst(), b.dropFirst()) }
    while let last = a.last, last == b.last { (a, b) = (a.dropLast(), b.dropLast()) }
    return a.count >= 2 && b.count >= 2 && a.count + b.count <= 12 && Set(a).isDisjoint(with: b)
  }

  private static func bare(_ text: String) -> String {
    var text = text.filter { !$0.isNumber && !$0.isPunctuation }
    for word in years + kinds { text = text.replacing(word, with: "") }
    return text
  }

  /// A name without years, halves of years and the kind of paper it is.
  private static func core(_ text: String) -> NameLikeness { NameLikeness(bare(text)) }

  private static let years = ["上半年", "下半年", "年度", "年"]
  private static let general = ["性成果", "成果", "性文件", "文件", "改革", "任务", "事项", "工作", "重点", "办理", "完成情况", "进展情况"]
  static let kinds = Mark.texts("情况统计表 情况汇总表 统计表 汇总表 一览表 情况说明 情况表 进度表 安排表 分解表 清单 目录 台账 汇编 名单 明细 说明 表 选编")
  private static let lasts = UnitSet("表单录账编细明")
  private static let seeing = UnitSet("见详(参如")
}
