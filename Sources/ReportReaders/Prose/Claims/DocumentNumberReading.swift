import ReportModel

/// 文号: the number of a document beside its title.
extension DocumentReading {
  func number(after index: Int, _ sentence: DraftSentence, _ draft: Draft) -> Range<Int>? {
    for name in sentence.names where draft.names[name].kind == .documentNumber {
      let range = draft.names[name].range
      if range.lowerBound >= index, range.lowerBound <= index + 2 { return range }
    }
    return nil
  }

  /// 《…》5月由市政府印发(某政发〔2023〕14号): in brackets behind the verb, before any other title.
  func number(behind index: Int, _ sentence: DraftSentence, _ draft: Draft) -> Range<Int>? {
    sentence.names.lazy.map { draft.names[$0] }.first { name in
      name.kind == .documentNumber && (index..<index + 30).contains(name.range.lowerBound)
        && units[name.range.lowerBound - 1] == Unit.openBracket
        && !(index..<name.range.lowerBound).contains {
          units[$0] == Unit.openTitle || units[$0] == Unit.comma
        }
    }?.range
  }

  /// 印发某办发〔2022〕9号文件《…》
  func number(before index: Int, _ sentence: DraftSentence, _ draft: Draft) -> Range<Int>? {
    for name in sentence.names where draft.names[name].kind == .documentNumber {
      let range = draft.names[name].range
      guard range.upperBound <= index, index - range.upperBound <= 3 else { continue }
      let between = range.upperBound..<index
      if between.isEmpty
        || Self.documents.match(at: between.lowerBound, in: units, end: index)?.length == between.count
      {
        return range
      }
    }
    return nil
  }

  private static let documents = WordTable<Bool>(set: "文件 文 号文 通知")
}
