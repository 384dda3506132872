import ReportModel

/// 标点不成对: brackets, quotation marks and title marks without their partner.
struct UnmatchedMarksCheck: DraftCheck {
  let about = CheckDescription(
    "structure.unmatched-marks", .error, "括号、引号、书名号不成对",
    rationale: "漏了一半的标点会让名称和引文的边界不清。序号后的半个括号（如“1）”)、颜文字和数学符号不算。",
    source: "GB/T 15834-2011,4.8、4.9、4.15",
    triggering: [
      .draft("出台[[《]]优化营商环境实施办法，推出措施20条。"),
      .draft("建立[[“]]周调度、月通报机制，全年调度项目18个。"),
      .draft("已在9个镇街道全部建立协作机制[[)]]，整改问题12个。"),
    ],
    silent: [
      .draft("出台《关于落实〈优化营商环境条例〉的实施办法》，推行“一件事（一次办）”改革。"),
      .draft("重点抓好三件事：1)建机制；2)强队伍；3)促落实。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let draft = input.draft, let prose = input.prose else { return }
    result.recognise("unmatchedMarks", "未配对的标点", draft.unmatched.count)
    let broken = pairsAcrossBreaks(draft, prose)
    for index in draft.unmatched
    where prose.isRead(index) && !broken.contains(index) && !prose.closesItemNumber(index) {
      let mark = draft.text.string(index..<index + 1)
      result.report(
        draft.text.place(index..<index + 1), "“\(mark)”没有配对的另一半", "请补上另一半，或删去多余的这一半",
        related: partnerPlace(index, prose).map { [.init(draft.text.place($0), "另一半也许应在这一句里")] } ?? [])
    }
  }
}

extension UnmatchedMarksCheck {
  /// The last clause of the sentence that a lone opening mark stands in.
  private func partnerPlace(_ index: Int, _ prose: CheckProse) -> Range<Int>? {
    guard Self.partners[prose.units[index]] != nil else { return nil }
    let end = prose.sentence(around: index..<index + 1).upperBound
    var start = end
    while start > index + 1, !Mark.clauseEnds.contains(prose.units[start - 1]) { start -= 1 }
    return start < end ? start..<end : nil
  }

  /// Marks whose partner stands behind a break in the middle of a sentence, as columns of a newspaper leave it.
  private func pairsAcrossBreaks(_ draft: Draft, _ prose: CheckProse) -> Set<Int> {
    guard draft.unmatched.count > 1 else { return [] }
    var found: Set<Int> = []
    for (open, close) in zip(draft.unmatched, draft.unmatched.dropFirst()) {
      guard let partner = Self.partners[prose.units[open]], partner == prose.units[close],
        let first = draft.paragraphs.firstIndex(where: { $0.range.contains(open) }),
        first + 1 < draft.paragraphs.count, draft.paragraphs[first + 1].range.contains(close),
        let last = draft.paragraphs[first].range.last, Mark.isHan(prose.units[last])
      else { continue }
      found.formUnion([open, close])
    }
    return found
  }

  private static let partners: [UInt16: UInt16] = Dictionary(
    uniqueKeysWithValues: ["《》", "〈〉", "“”", "‘’", "()", "【】"].map { (Mark.word($0)[0], Mark.word($0)[1]) })
}

extension CheckProse {
  /// Whether a bracket closes the number of an item that never had an opening one: 1) or a).
  fileprivate func closesItemNumber(_ index: Int) -> Bool {
    guard units[index] == UInt16(ascii: ")") else { return false }
    var start = index
    while start > 0, !beginsParagraph(start), index - start < 3, Mark.isNumberSign(units[start - 1]) {
      start -= 1
    }
    return start < index
      && (start == 0 || beginsParagraph(start) || Mark.clauseEnds.contains(units[start - 1]))
  }
}

extension Mark {
  /// Whether an item may be numbered with a character: a digit or a letter.
  fileprivate static func isNumberSign(_ unit: UInt16) -> Bool {
    isDigit(unit) || isLetter(unit)
  }
}
