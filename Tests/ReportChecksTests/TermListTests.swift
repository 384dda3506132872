import ReportChecks
import ReportModel
import ReportReaders
import TestSupport
import Testing

@Suite("Word lists that an office may edit")
struct TermListTests {
  @Test("The lists that come along can be read and are filled")
  func listsAreRead() throws {
    let lists = try OfficeTermsReader().read(Workplace.repository.appending(path: "Templates"))
    #expect(lists.confusables.count > 100)
    #expect(lists.misspellings.count > 300)
    #expect(lists.divisions.count > 3000)
    #expect(!lists.reduplications.isEmpty && !lists.stalePhrases.isEmpty)
    #expect(!lists.phrases.isEmpty && !lists.lexicon.isEmpty && !lists.lookAlikes.isEmpty)
  }

  @Test(
    "Each confusable word is found in its wrong example and not in its right one",
    arguments: Reading.lists.confusables)
  func confusable(_ entry: Confusable) {
    #expect(found(entry, in: entry.wrongExample), "\(entry.wrong): \(entry.wrongExample)")
    #expect(!found(entry, in: entry.rightExample), "\(entry.wrong): \(entry.rightExample)")
  }

  private func found(_ entry: Confusable, in text: String) -> Bool {
    let checks = allChecks.filter { $0.about.id == "wording.confusable" }
    let outcome = CheckRun(checks).run(CheckInput(draft: Reading.draft(text), terms: Reading.terms))
    return outcome.findings.contains { $0.message.hasPrefix("“\(entry.wrong)”") }
  }

  @Test("No spelling of the list stands inside the right one or is listed twice")
  func misspellings() {
    for entry in Reading.lists.misspellings {
      #expect(!entry.right.contains(entry.wrong), "\(entry.right): \(entry.wrong)")
    }
    #expect(Set(Reading.lists.misspellings.map(\.wrong)).count == Reading.lists.misspellings.count)
  }

  @Test("A list with an unknown field, a missing one or a wrong shape says where and what to do")
  func faults() throws {
    try Workplace.withTemporaryFolder { folder in
      try "易混词:\n  - {误: 做为, 正: 作为, 对列: 无}\n易混: []\n".write(
        to: folder.appending(path: "confusables.yaml"), atomically: true, encoding: .utf8)
      try "110000 北京市\n".write(to: folder.appending(path: "divisions.tsv"), atomically: true, encoding: .utf8)
      let fault = #expect(throws: InvalidInput.self) { try OfficeTermsReader().read(folder) }
      let messages = (fault?.diagnostics ?? []).map(\.message).joined(separator: "\n")
      #expect(messages.contains("对列") && messages.contains("错例") && messages.contains("是否指“易混词”"))
      #expect(messages.contains("六位代码"))
    }
  }
}
