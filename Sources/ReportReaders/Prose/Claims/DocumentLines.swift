import ReportModel

/// 文件清单: documents in lines of their own, without a verb: behind 制发的文件有: or with their 文号.
struct DocumentLines {
  let units: UnsafeBufferPointer<UInt16>

  func read(_ draft: inout Draft) {
    for index in draft.documents.indices
    where draft.documents[index].kind == .unclear && isLabelled(draft.documents[index], draft) {
      draft.documents[index].kind = .institutional
      draft.documents[index].isListed = true
    }
    var isListed = false
    var last = -2
    for (paragraph, documents) in lines(draft) {
      // The lines of a list have one lead, the text before the first of them.
      if paragraph != last + 1 { isListed = leadNamesDocuments(before: paragraph, draft) }
      last = paragraph
      for index in documents
      where draft.documents[index].kind == .unclear && (isListed || isOwn(draft.documents[index], draft))
        || draft.documents[index].kind == .reference && isListed
      {
        draft.documents[index].kind = .institutional
        draft.documents[index].isListed = true
      }
    }
  }

  /// 出台文件:区商务局《甲规定》,区财政局《乙细则》。: in a line whose label says so.
  private func isLabelled(_ document: DocumentMention, _ draft: Draft) -> Bool {
    let range = draft.sentences[document.sentence].range
    guard let colon = range.prefix(40).firstIndex(where: { units[$0] == Unit.colon }),
      colon < draft.titles[document.title].range.lowerBound,
      case let label = range.lowerBound..<colon, namesDocuments(label)
    else { return false }
    // 全年印发制度文件6件,比上年多1件:《甲》: a longer one says that they were issued.
    return label.count < 14
      || Self.issued.first(in: label, of: units) != nil && Self.nouns.first(in: label, of: units) != nil
  }

  private func namesDocuments(_ range: Range<Int>) -> Bool {
    Self.documents.first(in: range, of: units) != nil && Self.others.first(in: range, of: units) == nil
  }

  /// The paragraphs that hold titles and nothing else but issuers, numbers and marks, with their documents.
  private func lines(_ draft: Draft) -> [(paragraph: Int, documents: [Int])] {
    let byParagraph = Dictionary(grouping: draft.documents.indices) {
      draft.sentences[draft.documents[$0].sentence].paragraph
    }
    return byParagraph.sorted { $0.key < $1.key }.filter { paragraph, documents in
      let range = draft.paragraphs[paragraph].range
      let titles = documents.map { draft.titles[draft.documents[$0].title].range }
      guard draft.paragraphs[paragraph].kind != .matter, let first = titles.first, let last = titles.last,
        first.lowerBound - range.lowerBound <= 30,
        !(range.lowerBound..<first.lowerBound).contains(where: { Self.breaks.contains(units[$0]) })
      else { return false }
      return isTail(last.upperBound..<range.upperBound, draft)
    }.map { (paragraph: $0.key, documents: $0.value) }
  }

  /// Whether only a document's number, brackets and marks stand behind a title.
  private func isTail(_ range: Range<Int>, _ draft: Draft) -> Bool {
    var depth = 0
    var letters = 0
    for index in range {
      switch units[index] {
      case Unit.openBracket: depth += 1
      case Unit.closeBracket: depth -= 1
      case Unit.comma, Unit.stop, Unit.semicolon, Unit.space, Unit.pause: continue
      default: letters += depth > 0 ? 0 : 1
      }
    }
    // 〔2024〕26号 with its office, outside brackets.
    return letters == 0 || letters <= 24 && units[range].contains(Unit.closeYear)
  }

  /// 制发的文件有:, 出台制度文件2件:, or a heading such as 制度性成果.
  private func leadNamesDocuments(before paragraph: Int, _ draft: Draft) -> Bool {
    guard paragraph > 0 else { return false }
    let lead = draft.paragraphs[paragraph - 1]
    guard let sentence = lead.sentences.last else { return false }
    let range = draft.sentences[sentence].range
    guard lead.kind == .heading || units[range.upperBound - 1] == Unit.colon else { return false }
    return namesDocuments(range)
  }

  /// A document with a number of this place, told among what was done.
  private func isOwn(_ document: DocumentMention, _ draft: Draft) -> Bool {
    guard let number = document.number, let office = units[number].first, !Self.central.contains(office)
    else { return false }
    return document.domain != nil
      || draft.role(of: draft.sentences[document.sentence].section) == .achievements
  }

  private static let breaks = Array(",:。;".utf16)
  private static let central = Array("国中".utf16)
  private static let documents = WordTable<Bool>(
    set: "文件 制度 成果 出台 制发 印发 制定 制订 修订 办法 方案 意见 细则")
  private static let issued = WordTable<Bool>(set: "出台 制发 印发 制定 制订 形成")
  private static let nouns = WordTable<Bool>(set: "文件 制度 成果")
  private static let others = WordTable<Bool>(
    set: "上级 中央 国家 省级 学习 传达 依据 参考 贯彻 落实 资料 刊发 刊登 报道 经验 案例 明年 下一年 下一步 拟 计划出台 将出台")
}
