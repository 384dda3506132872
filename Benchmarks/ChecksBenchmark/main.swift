import Foundation
import ReportChecks
import ReportModel
import ReportReaders

// How fast the checks are. Called by Benchmarks/checks.py:
//
//     checks-benchmark text TEMPLATES FILE…      one core: reading and checking each file
//     checks-benchmark year TEMPLATES THIS LAST  one core: checking a draft with last year's report
//     checks-benchmark rules TEMPLATES FILE      one core: the dearest rules, to see where the time goes
//     checks-benchmark pairs TEMPLATES FILE…     two cores: every file against every earlier one, each studied once
//     checks-benchmark anew TEMPLATES FILE…      two cores: the same, but every pair reads both its files afresh
//
// It prints JSON: seconds of processor time (for pairs: of the clock and of both cores' work), bytes and findings.
let arguments = CommandLine.arguments
guard arguments.count > 3 else {
  print("usage: checks-benchmark text|year|rules|pairs|anew TEMPLATES FILE…")
  exit(64)
}

/// A text file as its reader hands it on, with its size.
struct Document: Sendable {
  let source: SourceText
  let bytes: Int

  init(_ file: String) throws {
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: file)))
    source = try SourceTextReader.read(bytes, name: file).text
    self.bytes = bytes.count
  }
}

func processorSeconds(_ body: () -> Void) -> Double {
  let start = clock()
  body()
  return Double(clock() - start) / Double(CLOCKS_PER_SEC)
}

/// The best of several times.
func best(_ rounds: Int, _ body: () -> Void) -> Double {
  (0..<rounds).map { _ in processorSeconds(body) }.min() ?? 0
}

let reader = ProseReader()
let terms = CheckTerms(try OfficeTermsReader().read(URL(filePath: arguments[2])))
let documents = try arguments[3...].map(Document.init)
let bytes = documents.reduce(0) { $0 + $1.bytes }
let checks = CheckRun()

switch arguments[1] {
case "text":
  let drafts = documents.map { reader.draft(from: $0.source) }
  var findings = 0
  let reading = best(3) { for document in documents { _ = reader.draft(from: document.source) } }
  let checking = best(3) {
    findings = 0
    for draft in drafts { findings += checks.run(CheckInput(draft: draft, terms: terms)).findings.count }
  }
  print(
    #"{"bytes": \#(bytes), "reading": \#(reading), "checking": \#(checking), "findings": \#(findings)}"#)

case "year":
  let drafts = documents.map { reader.draft(from: $0.source) }
  var findings = 0
  let checking = best(3) {
    findings =
      checks.run(CheckInput(draft: drafts[0], lastYearDraft: drafts.last, terms: terms)).findings.count
  }
  print(#"{"bytes": \#(bytes), "checking": \#(checking), "findings": \#(findings)}"#)

case "rules":
  let drafts = documents.map { reader.draft(from: $0.source) }
  print("study: \(best(3) { for draft in drafts { _ = DraftStudy(draft) } })")
  // A study keeps what a rule said: each rule gets studies of its own.
  let times = allChecks.map { check in
    let inputs = drafts.map { CheckInput(draft: $0, terms: terms) }
    return (check.about.id, processorSeconds { for input in inputs { _ = CheckRun([check]).run(input) } })
  }
  for (rule, seconds) in times.sorted(by: { $0.1 > $1.1 }).prefix(30) { print("\(rule): \(seconds)") }

case "pairs", "anew":
  let isShared = arguments[1] == "pairs"
  let start = ContinuousClock.now
  let ticks = clock()
  let count = await compareAll(isShared: isShared)
  let passed = start.duration(to: .now) / .seconds(1)
  let processor = Double(clock() - ticks) / Double(CLOCKS_PER_SEC)
  print(
    #"{"pairs": \#(count.pairs), "seconds": \#(passed), "processor": \#(processor), "findings": \#(count.findings)}"#
  )

default:
  exit(64)
}

/// Every document against every earlier one, in two tasks.
func compareAll(isShared: Bool) async -> (pairs: Int, findings: Int) {
  let (documents, terms) = (documents, terms)
  let studies = isShared ? await studied(documents) : []
  return await withTaskGroup(of: (Int, Int).self) { group in
    for number in documents.indices.reversed() {
      group.addTask {
        let run = CheckRun()
        var findings = 0
        for earlier in 0..<number {
          let this =
            isShared ? studies[number] : DraftStudy(ProseReader().draft(from: documents[number].source))
          let last =
            isShared ? studies[earlier] : DraftStudy(ProseReader().draft(from: documents[earlier].source))
          findings += run.run(CheckInput(this, lastYear: last, terms: terms)).findings.count
        }
        return (number, findings)
      }
    }
    return await group.reduce((0, 0)) { ($0.0 + $1.0, $0.1 + $1.1) }
  }
}

func studied(_ documents: [Document]) async -> [DraftStudy] {
  await withTaskGroup(of: (Int, DraftStudy).self) { group in
    for (number, document) in documents.enumerated() {
      group.addTask { (number, DraftStudy(ProseReader().draft(from: document.source))) }
    }
    return await group.reduce(into: [(Int, DraftStudy)]()) { $0.append($1) }
      .sorted { $0.0 < $1.0 }.map(\.1)
  }
}
