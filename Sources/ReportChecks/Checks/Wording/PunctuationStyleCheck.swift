import ReportModel

/// 标点用法: half-width marks in Chinese text, told once.
struct PunctuationStyleCheck: DraftCheck {
  let about = CheckDescription(
    "wording.punctuation-style", .note, "中文里用了半角标点",
    rationale: "中文里的逗号、冒号、分号、括号应当用全角。全文只提示一次，给出处数；网页、报纸转来的稿子常常通篇半角，不逐个指出。",
    source: "GB/T 15834-2011,5.1",
    triggering: [.draft("推进改革[[,]]落实任务，取得成效。")],
    silent: [.draft("推进改革\u{FF0C}落实任务\u{FF08}44项\u{FF09}\u{FF0C}新增1,200户。")])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let draft = input.draft, let prose = input.prose else { return }
    var first: Int?
    var count = 0
    for index in prose.units.indices where Self.marks.contains(prose.units[index]) {
      guard prose.isRead(index), index > 0, !prose.beginsParagraph(index), Mark.isHan(prose.units[index - 1])
      else { continue }
      guard !draft.text.isFolded(index) else { continue }
      count += 1
      if first == nil { first = index }
    }
    guard let first else { return }
    result.report(
      draft.text.place(first..<first + 1), "中文里有\(count)处半角标点，这是第一处", "定稿前请统一换成全角标点",
      replacement: draft.text.string(first..<first + 1) == "," ? "\u{FF0C}" : nil)
  }

  private static let marks = UnitSet(",;:!?(")
}
