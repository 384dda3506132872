import ReportModel

/// 标点用法: half-width marks in Chinese text, told once; what stands out from a text of one width, each.
struct PunctuationStyleCheck: DraftCheck {
  let about = CheckDescription(
    "wording.punctuation-style", .note, "中文里用了半角标点，或者个别标点、数字的全角半角与全文不一致",
    rationale:
      "中文里的逗号、冒号、分号、括号应当用全角。全文只提示一次，给出处数；网页、报纸转来的稿子常常通篇半角，不逐个指出。通篇全角而只有一两处半角的、括号一半全角一半半角的、句号打成点的、词中间夹了空格的，多半是笔误，逐处提示。",
    source: "GB/T 15834-2011,5.1",
    triggering: [
      .draft("推进改革[[,]]落实任务，取得成效。"),
      .draft("推进改革[[.]]落实任务，取得成效（试点2个[[)]]，促进经济[[发 展]]。"),
    ],
    silent: [
      .draft("推进改革\u{FF0C}落实任务\u{FF08}44项\u{FF09}\u{FF0C}新增1,200户。"),
      .draft("主 任 何志远，书记 秦岭，网址www.example.cn，全文2.5万字。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let draft = input.draft, let prose = input.prose else { return }
    let widths = OddWidths(draft: draft, prose: prose, lexicon: input.terms.lexicon.value)
    let faults = widths.faults()
    for fault in faults {
      result.report(
        draft.text.place(fault.range), fault.message, fault.remedy, severity: .warning,
        replacement: fault.replacement)
    }
    let half = widths.halfMarks
    guard let first = half.first, !faults.contains(where: { $0.range.contains(first) }) else { return }
    result.report(
      draft.text.place(first..<first + 1), "中文里有\(half.count)处半角标点，这是第一处", "定稿前请统一换成全角标点",
      replacement: draft.text.string(first..<first + 1) == "," ? "\u{FF0C}" : nil)
  }
}
