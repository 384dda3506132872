import ReportModel

/// 重句: a sentence or a paragraph that stands in the text twice.
struct RepeatedSentenceCheck: DraftCheck {
  let about = CheckDescription(
    "wording.repeated-sentence", .warning, "整句或整段重复",
    rationale: "汇总各单位材料时，同一句话容易贴进两个地方。只看十四个字以上、除标点和“的”“了”外完全相同的句子，紧挨着的六个字以上就看；标题和称谓不算。",
    source: "实务",
    triggering: [
      .draft("坚持“引进来”与“走出去”并重。[[坚持“引进来”与“走出去”并重。]]推进开放。"),
      .draft(
        "一是经济领域。建立重点项目周调度机制，全年调度项目118个。\n二是社会领域。[[建立重点项目周调度机制，全年调度项目118个。]]推行社区议事。"),
      .draft("建成博士后工作站2家，柔性引进专家35名。发放人才津贴410万元。[[建成博士后工作站2家、柔性引进了专家35名。]]"),
      .draft("健全联动工作体系，改革办每月编发提示，每季度召开联络员会议。[[改革办每月编发提示，每季度召开联络员会议。]]"),
    ],
    silent: [
      .draft(
        "一、任务落实情况\n一是经济体制改革方面。共8项任务，已完成7项，延期1项（数目据来源文件，其中6项未逐项列明）。\n二是社会体制改革方面。共8项任务，已完成7项，延期1项（数目据来源文件，其中6项未逐项列明）。\n三是文化体制改革方面。共3项任务，已全部完成。"
      ),
      .draft("任务1 社区食堂改革\n审议会议：街道党工委2023年第31次会议。\n任务2 停车自治改革\n审议会议：街道党工委2023年第31次会议。"),
      .draft("一是经济领域。共10项任务，已全部完成。建立项目调度机制。\n二是社会领域。共10项任务，已全部完成。推行社区议事。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let draft = input.draft, let prose = input.prose else { return }
    var seen: [UInt64: Int] = [:]
    var compared = 0
    for (number, sentence) in draft.sentences.enumerated() {
      guard draft.paragraphs[sentence.paragraph].kind == .body, sentence.range.count >= 8 else { continue }
      let (hash, characters) = hash(sentence.range, prose)
      // Side by side a short sentence is doubled, too.
      let before = number > 0 ? draft.sentences[number - 1].range : 0..<0
      // 一是甲。甲。: the first one may bear a number; 甲,乙,丙。乙,丙。: or have a clause more.
      let start = before.upperBound - sentence.range.count
      let follows =
        before.upperBound == sentence.range.lowerBound && start >= before.lowerBound
        && (start <= before.lowerBound + 4 || Mark.clauseEnds.contains(prose.units[start - 1]))
        && prose.units[before].suffix(sentence.range.count).elementsEqual(prose.units[sentence.range])
      guard characters >= (follows ? 6 : 14) else { continue }
      compared += 1
      guard let earlier = follows ? number - 1 : seen[hash] else {
        seen[hash] = number
        continue
      }
      // 审议会议:区委深改委第十次会议: what a card says under a label, others may say too.
      if !follows, isLabelled(sentence.range, prose) { continue }
      // 共4项任务,全部完成: two fields may have as many.
      if !follows, [sentence, draft.sentences[earlier]].allSatisfy({ opensField($0, draft) }) { continue }
      guard
        follows
          || Self.words(sentence.range, prose).elementsEqual(
            Self.words(draft.sentences[earlier].range, prose))
      else { continue }
      let first = follows ? start..<before.upperBound : draft.sentences[earlier].range
      result.report(
        draft.text.place(sentence.range), "这一句与前文完全相同", "请删去一处，或换成应写的内容",
        related: [.init(draft.text.place(first), "前一处在这里")])
    }
    for range in doubledClauses(prose) {
      result.report(draft.text.place(range), "这几个分句与紧挨着的前文完全相同", "请删去一处，或换成应写的内容")
    }
    result.recognise("sentencesCompared", "比对重复的句子", compared)
  }

  /// 发放贷款1.36亿元,惠及683户;发放贷款1.36亿元,惠及683户;: one clause or two told twice within a sentence, side by side.
  private func doubledClauses(_ prose: CheckProse) -> [Range<Int>] {
    let units = prose.units
    var starts: [Int] = []
    return units.indices.compactMap { index in
      if prose.beginsParagraph(index)
        || index > 0 && Mark.sentenceEnds.contains(units[index - 1]) && units[index - 1] != Self.semicolon
      {
        starts = []
      }
      guard index > 0, prose.beginsParagraph(index) || Mark.clauseEnds.contains(units[index - 1]),
        prose.isRead(index)
      else { return nil }
      defer { starts.append(index) }
      return starts.suffix(2).first { start in
        let length = index - start - 1
        return length >= 8 && index + length < units.count && Mark.clauseEnds.contains(units[index + length])
          && units[start..<index - 1].elementsEqual(units[index..<index + length])
      }.map { index..<2 * index - $0 - 1 }
    }
  }

  private static let semicolon = UInt16(ascii: ";")

  private func isLabelled(_ range: Range<Int>, _ prose: CheckProse) -> Bool {
    range.prefix(9).contains { prose.units[$0] == 0x3A || prose.units[$0] == 0xFF1A }
  }

  /// What of a sentence is compared: neither marks nor 的 and 了 make another one of it.
  private static func words(_ range: Range<Int>, _ prose: CheckProse) -> some Sequence<UInt16> {
    prose.units[range].lazy.filter { !passedOver.contains($0) }
  }

  private func hash(_ range: Range<Int>, _ prose: CheckProse) -> (hash: UInt64, characters: Int) {
    var (hash, characters): (UInt64, Int) = (0xCBF2_9CE4_8422_2325, 0)
    for unit in Self.words(range, prose) {
      hash = (hash ^ UInt64(unit)) &* 0x100_0000_01B3
      if Mark.isHan(unit) { characters += 1 }
    }
    return (hash, characters)
  }

  private static let passedOver = UnitSet(",;:。！？、“”的了 ")

  /// Whether a sentence opens a field with its counts of tasks and documents, and tells nothing else.
  private func opensField(_ sentence: DraftSentence, _ draft: Draft) -> Bool {
    guard let section = sentence.section, draft.sections[section].role == .domain,
      sentence.range.lowerBound - draft.sections[section].heading.upperBound <= 4
    else { return false }
    let claims = sentence.quantities.map { draft.claims[$0] }
    // 共8项任务,已完成7项,延期1项(数目据来源文件,其中6项未逐项列明): what is not told one by one may stand behind.
    return claims.first?.measure.isKnown ?? false && claims.count { $0.measure.isKnown } * 2 >= claims.count
      && sentence.range.count <= 15 + 15 * claims.count
  }
}
