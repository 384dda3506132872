import Foundation
import ReportChecks
import ReportModel
import TestSupport
import Testing

/// 正误对照: short texts in two forms, one with a single fault that a reader can prove, one put right.
@Suite("Texts with one fault, and put right")
struct TextPairTests {
  @Test(
    "Of one fault each at least seven in eight are found, of the passages three in four, and at most one text in a hundred that was put right is not silent"
  )
  func pairs() throws {
    var kinds: [String: (found: Int, all: Int)] = [:]
    var (found, all, alarms) = (0, 0, 0)
    var passages = (found: 0, all: 0)
    for file in try TextPair.files() {
      for pair in try TextPair.all(in: file) {
        let right = try pair.findings(in: pair.good)
        let isFound = try !pair.findings(in: pair.bad).isSubset(of: right)
        if !isFound { print("    漏 \(pair.id) \(pair.kind) \(pair.why)") }
        for told in right { print("    误 \(pair.id) \(told)") }
        all += 1
        found += isFound ? 1 : 0
        if file.hasPrefix("passages-") {
          passages.all += 1
          passages.found += isFound ? 1 : 0
        }
        alarms += right.isEmpty ? 0 : 1
        kinds["\(file): \(pair.kind)", default: (0, 0)].all += 1
        kinds["\(file): \(pair.kind)", default: (0, 0)].found += isFound ? 1 : 0
      }
    }
    for (kind, count) in kinds.sorted(by: { $0.key < $1.key }) {
      print("\(kind)\t\(count.found)/\(count.all)")
    }
    print("其中段落：查出 \(passages.found)/\(passages.all)")
    print("正误对照：查出 \(found)/\(all)，改正后仍有提示 \(alarms)/\(all)")
    #expect(all > 1500)
    // Each collection holds its own floor: that of the older texts is what it was before the passages came.
    #expect((found - passages.found) * 8 >= (all - passages.all) * 7)
    #expect(passages.found * 4 >= passages.all * 3)
    #expect(alarms * 100 <= all)
  }

  @Test("Texts cut anywhere and put together anew are checked to the end", arguments: 1...4)
  func cut(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let pairs = try TextPair.files().flatMap { try TextPair.all(in: $0) }
    func piece(of whole: String) -> String {
      let scalars = Array(whole.unicodeScalars)
      let start = Int.random(in: 0...scalars.count, using: &generator)
      let end = Int.random(in: start...scalars.count, using: &generator)
      return String(String.UnicodeScalarView(scalars[start..<end]))
    }
    for _ in 0..<200 {
      guard let pair = pairs.randomElement(using: &generator) else { continue }
      var text = piece(of: pair.bad)
      for _ in 0..<Int.random(in: 0...3, using: &generator) {
        text += piece(of: pairs.randomElement(using: &generator)?.good ?? "")
      }
      let input = CheckInput(
        draft: try Reading.markdown(text), ledger: try pair.ledger.map { try Reading.ledger($0) },
        lastYearDraft: try pair.last.map { try Reading.markdown(piece(of: $0)) }, terms: Reading.terms)
      #expect(!CheckRun().run(input).findings.contains { $0.rule == "internal.check-failed" }, "\(text)")
    }
  }
}

/// One pair of `Tests/Fixtures/pairs`, with last year's report or the ledger that it is held against.
private struct TextPair: Decodable {
  var id: String
  var kind: String
  var bad: String
  var good: String
  var why: String
  var last: String?
  var ledger: String?

  /// The names of the collections.
  static func files() throws -> [String] {
    try FileManager.default.contentsOfDirectory(
      at: Workplace.repository.appending(path: "Tests/Fixtures/pairs"), includingPropertiesForKeys: nil
    )
    .filter { $0.pathExtension == "json" }.map { $0.deletingPathExtension().lastPathComponent }.sorted()
  }

  static func all(in file: String) throws -> [TextPair] {
    let path = Workplace.repository.appending(path: "Tests/Fixtures/pairs/\(file).json")
    return try JSONDecoder().decode([TextPair].self, from: Data(contentsOf: path))
  }

  /// The errors and warnings on one of its forms, as rule and message.
  func findings(in text: String) throws -> Set<String> {
    let input = CheckInput(
      draft: try Reading.markdown(text), ledger: try ledger.map { try Reading.ledger($0) },
      lastYearDraft: try last.map { try Reading.markdown($0) }, terms: Reading.terms)
    return Set(
      CheckRun().run(input).findings.filter { $0.severity != .note }.map { "\($0.rule) \($0.message)" })
  }
}
