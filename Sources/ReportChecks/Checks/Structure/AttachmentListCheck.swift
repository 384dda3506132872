import ReportModel

/// 附件: attachments listed at the end against those that the text speaks of.
struct AttachmentListCheck: DraftCheck {
  let about = CheckDescription(
    "structure.attachments", .error, "附件说明与正文、附件编号对不上",
    rationale: "正文提到附件几，附件说明里就要有几；附件说明自己要从1起连续编号、不重名。附件说明里列了而正文没提的，是通行做法，不算错。“附件3份”是份数。",
    source: "GB/T 9704-2012,7.3.4、7.3.6",
    triggering: [
      .draft("2021年改革工作报告\n各项任务按期完成（详见[[附件3]]）。\n附件：1.制度性成果汇总表\n2.重点改革任务完成情况表"),
      .draft("2021年改革工作报告\n各项任务按期完成。\n附件：1.制度性成果汇总表\n[[3.]]重点改革任务完成情况表"),
      .draft("2021年改革工作报告\n各项任务按期完成。\n附件：1.制度性成果汇总表\n2.[[制度性成果汇总表]]"),
    ],
    silent: [
      .draft("2021年改革工作报告\n各项任务按期完成（详见附件2），报送附件3份。\n附件：1.制度性成果汇总表\n2.重点改革任务完成情况表")
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let draft = input.draft, let prose = input.prose else { return }
    result.recognise("attachments", "附件", draft.attachments.count)
    guard let first = draft.attachments.first else { return }
    var seen: [ArraySlice<UInt16>: Range<Int>] = [:]
    for (index, title) in draft.attachments.enumerated() {
      if let earlier = seen[prose.units[title]] {
        result.report(
          draft.text.place(title), "附件“\(draft.text.string(title))”列了两次", "请改成应列的附件名称，或删去一个",
          related: [.init(draft.text.place(earlier), "前一处在这里")])
      }
      seen[prose.units[title]] = title
      // 附:滞后任务清单, and 1. 2. 3. below it: the list itself.
      if index == 1, prose.listNumber(before: first.lowerBound) == nil,
        prose.listNumber(before: title.lowerBound)?.value == 1
      {
        break
      }
      guard let number = prose.listNumber(before: title.lowerBound), number.value != index + 1 else {
        continue
      }
      result.report(
        draft.text.place(number.range), "附件编号不连续：第\(index + 1)个附件编成了\(number.value)", "请改为\(index + 1)")
    }
    for name in draft.names {
      guard case .attachment(let number) = name.kind, number > draft.attachments.count,
        name.range.upperBound <= first.lowerBound, prose.isRead(name.range.lowerBound)
      else { continue }
      result.report(
        draft.text.place(name.range), "正文提到附件\(number),附件说明只列了\(draft.attachments.count)个",
        "请补列附件，或改正正文里的编号", related: [.init(draft.text.place(first), "附件说明在这里")])
    }
  }
}

extension CheckProse {
  /// The number and point right before a place: 2. or 2、
  func listNumber(before index: Int) -> (value: Int, range: Range<Int>)? {
    var start = index - 1
    while start >= 0, units[start] == UInt16(ascii: " ") { start -= 1 }
    guard start > 0, units[start] == UInt16(ascii: ".") || units[start] == Self.pause else { return nil }
    let end = start + 1
    var value = 0
    var place = 1
    while start > 0, Mark.isDigit(units[start - 1]), place < 1000 {
      start -= 1
      value += (Int(units[start]) - 0x30) * place
      place *= 10
    }
    return place > 1 ? (value, start..<end) : nil
  }

  private static let pause = Mark.word("、")[0]
}
