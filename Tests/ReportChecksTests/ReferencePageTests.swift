import Foundation
import ReportChecks
import TestSupport
import Testing

@Test(
  "docs/checks.md says what the rules say: make it anew with reform-report explain --page > docs/checks.md")
func referencePageIsFresh() throws {
  let page = try String(
    contentsOf: Workplace.repository.appending(path: "docs/checks.md"), encoding: .utf8)
  #expect(page == CheckReference.page())
}
