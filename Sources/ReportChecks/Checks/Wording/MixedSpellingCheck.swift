import ReportModel

/// 用字不一: two spellings of one word in one text.
struct MixedSpellingCheck: DraftCheck {
  let about = CheckDescription(
    "wording.mixed-spelling", .note, "同一个词前后用字不一",
    rationale: "制定与制订、其他与其它、账与帐在一篇文稿里混用，看上去像出自两手。只指出用得少的那种的第一处。",
    source: "实务；《第一批异形词整理表》",
    triggering: [.draft("制定《甲区督察计划》，制定《甲区工作指引》，[[制订]]《甲区市容责任区制度实施方案》。")],
    silent: [.draft("制定《甲区督察计划》，制定《甲区工作指引》，其他任务按期完成。")])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let draft = input.draft, let prose = input.prose else { return }
    var counts = [Int](repeating: 0, count: Self.spellings.count)
    var firsts = [Int?](repeating: nil, count: Self.spellings.count)
    for hit in input.found(.spellings) {
      let (number, range) = (hit.phrase, hit.range)
      guard prose.isRead(range.lowerBound), !prose.isTitle(range.lowerBound) else { continue }
      counts[number] += 1
      firsts[number] = firsts[number] ?? range.lowerBound
    }
    for pair in stride(from: 0, to: Self.spellings.count, by: 2)
    where counts[pair] > 0 && counts[pair + 1] > 0 {
      let rare = counts[pair] < counts[pair + 1] ? pair : pair + 1
      let usual = rare == pair ? pair + 1 : pair
      guard let first = firsts[rare] else { continue }
      result.report(
        draft.text.place(first..<first + 2),
        "“\(Self.spellings[rare])”（\(counts[rare])处）与“\(Self.spellings[usual])”（\(counts[usual])处）混用",
        "请统一用字；确有区别的可不改")
    }
  }

  /// Spellings in pairs, the preferred one first.
  private static let spellings = Mark.texts("制定 制订 其他 其它 账户 帐户 台账 台帐 唯一 惟一 作出 做出 身份 身分")
  static let table = PhraseTable(spellings)
}
