import ReportModel

/// 表格里的文字: the prose in the cells of a table, understood by the one reader of prose.
enum CellProse {
  /// A delay with what a cell tells of it: 因甲,暂缓至2023年6月.
  static func delay(of name: String, _ text: String, completing known: Delay) -> Delay {
    let draft = draft(of: ["“\(name)”" + text.replacing("\n", with: "")])
    var delay = known
    guard let item = draft.delays.first else {
      // 因甲未定。: the column says that the task is put off, and the cell only why.
      let lead = ["由于", "因为", "因"].first(where: text.hasPrefix)
      if let lead, delay.reason == nil {
        delay.reason = text.dropFirst(lead.count).split(separator: "。").first.map(String.init)
      }
      return delay
    }
    delay.reason = delay.reason ?? item.reason.map { draft.text.string($0) }
    delay.until = delay.until ?? item.until.map { Deadline(wording: draft.text.string($0)) }
    delay.approval = delay.approval ?? item.approval.map { draft.text.string($0) }
    return delay
  }

  /// The delayed tasks of a cell with what it tells of each: 甲改革：因…，延期至…；乙改革：….
  static func delays(in text: String) -> [(name: String, why: String)] {
    let items = text.split { (mark: Character) in "\n；;。".contains(mark) }
    return items.compactMap { item -> (name: String, why: String)? in
      guard let colon = item.firstIndex(where: { $0 == ":" || $0 == "\u{FF1A}" }) else { return nil }
      let name = TableWords.withoutOrdinal(String(item[..<colon])).trimmingBlanks
      return (4...40).contains(name.count) ? (name, String(item[colon...].dropFirst())) : nil
    }
  }

  /// The documents that each of several cells says were issued: 出台《甲》(某办发〔2022〕9号).
  static func documents(in texts: [String]) -> [[FormDocument]] {
    var found = [[FormDocument]](repeating: [], count: texts.count)
    guard texts.contains(where: { $0.contains("《") }) else { return found }
    let draft = draft(of: texts.map { $0.replacing("\n", with: "") })
    for document in draft.documents where document.kind == .institutional {
      let block = draft.text.place(draft.titles[document.title].range)
      guard case .paragraph(_, let number, _) = block, found.indices.contains(number - 1) else { continue }
      found[number - 1].append(
        FormDocument(
          title: draft.text.string(draft.titles[document.title].inner),
          number: document.number.map { draft.text.string($0) }))
    }
    return found
  }

  /// The figures that each of several cells tells of what was done: 兑付资金1.45亿元.
  static func figures(in texts: [String]) -> [[StatedFigure]] {
    var found = [[StatedFigure]](repeating: [], count: texts.count)
    guard texts.contains(where: { !$0.isEmpty }) else { return found }
    let draft = draft(of: texts.map { $0.replacing("\n", with: "") })
    draft.text.units.withUnsafeBufferPointer { units in
      let filling = DomainFilling(
        draft: draft, units: units, terms: DomainTerms([]),
        naming: TaskNaming(draft: draft, units: units, place: nil))
      for index in draft.sentences.indices {
        let place = draft.text.place(draft.sentences[index].range)
        guard case .paragraph(_, let number, _) = place, found.indices.contains(number - 1) else { continue }
        found[number - 1] += filling.figures(of: index)
      }
    }
    return found
  }

  /// The tasks that a cell on a whole field tells of, a sentence each: 搭建应急周转资金池，周转资金6.8亿元。…
  static func tasks(in text: String) -> [ReformTask] {
    let draft = draft(of: text.split(separator: "\n").map(String.init))
    return draft.text.units.withUnsafeBufferPointer { units in
      var filling = DomainFilling(
        draft: draft, units: units, terms: DomainTerms([]),
        naming: TaskNaming(draft: draft, units: units, place: nil))
      var domain = Domain(name: "")
      for index in draft.sentences.indices
      where draft.paragraphs[draft.sentences[index].paragraph].kind == .body {
        filling.propose(index, child: nil, in: &domain, path: FieldPath())
      }
      return domain.tasks
    }
  }

  /// A draft with a paragraph for each text, numbered from 1, below a title and a heading that are none of theirs.
  private static func draft(of texts: [String]) -> Draft {
    var blocks = [
      SourceBlock(.title, text: "改革任务情况报告", number: 0, isParagraph: true),
      SourceBlock(.heading(level: 1), text: "改革任务完成情况", number: 0, isParagraph: true),
    ]
    for (index, text) in texts.enumerated() {
      blocks.append(SourceBlock(text: text, number: index + 1, isParagraph: true))
    }
    return ProseReader().draft(from: SourceText(file: "", blocks: blocks))
  }
}
