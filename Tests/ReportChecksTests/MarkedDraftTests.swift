import Foundation
import ReportChecks
import ReportModel
import Testing

/// Whole drafts with the faults that clerks make: what is found of them, and what is said besides.
@Suite("Marked drafts")
struct MarkedDraftTests {
  @Test(
    "Ordinary reports without a fault raise no error and no warning",
    arguments: MarkedDraft.names(clean: true))
  func clean(_ name: String) throws {
    let found = try MarkedDraft(name).findings()
    #expect(found.isEmpty, "\(found.map { "\($0.place) \($0.rule) \($0.message)" })")
  }

  @Test("Of the marked faults at least nine in ten are found, and of the findings 98 in a hundred are right")
  func faults() throws {
    var kinds: [String: (found: Int, all: Int)] = [:]
    var (found, all, right, told) = (0, 0, 0, 0)
    for name in MarkedDraft.names(clean: false) {
      let draft = try MarkedDraft(name)
      let findings = draft.findings()
      for fault in draft.faults {
        let isFound = findings.contains(where: fault.isTold)
        kinds[fault.kind, default: (0, 0)].all += 1
        kinds[fault.kind, default: (0, 0)].found += isFound ? 1 : 0
        if !isFound { print("    漏 \(name) \(fault.kind) \(fault.words) \(fault.why)") }
      }
      let wrong = findings.filter { finding in !draft.faults.contains { $0.isTold(by: finding) } }
      for finding in wrong { print("    误 \(name) \(finding.place) \(finding.rule) \(finding.message)") }
      told += findings.count
      right += findings.count - wrong.count
    }
    for (kind, count) in kinds.sorted(by: { $0.key < $1.key }) {
      print("\(kind)\t\(count.found)/\(count.all)")
      found += count.found
      all += count.all
    }
    print("标注文稿：查出 \(found)/\(all)，结果正确 \(right)/\(told)")
    #expect(all > 500)
    #expect(found * 10 >= all * 9)
    #expect(right * 100 >= told * 98)
  }
}
