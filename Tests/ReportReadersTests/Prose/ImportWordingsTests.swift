import Foundation
import ReportModel
import TestSupport
import Testing

/// One fact in many wordings: totals, counts of fields, delayed items and documents as offices put them.
struct ImportWordingsTests {
  /// A text, paragraphs parted by |, and what is to be read from it.
  struct Wording: Sendable, CustomTestStringConvertible {
    var text: String
    var wanted: String
    var testDescription: String { text }
  }

  private static func wordings(_ name: String) -> [Wording] {
    let file = Workplace.repository.appending(path: "Tests/Fixtures/import-wordings/\(name).txt")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").map { line in
      let parts = line.components(separatedBy: " ## ")
      return Wording(text: parts[0], wanted: parts.count > 1 ? parts[1] : "")
    }
  }

  static let totals = wordings("totals")
  static let fields = wordings("fields")
  static let delays = wordings("delays")
  static let documents = wordings("documents")

  private static let head = "霁川区2024年改革工作总结"
  private static let foot = ["存在问题", "一是统筹不够。二是力度不足。", "中共霁川区委改革办", "2024年12月31日"]

  private static func report(_ paragraphs: [String]) throws -> Report {
    let lines = paragraphs.flatMap { $0.split(separator: "|").map(String.init) }
    return try Prose.imported(Prose.draft(([head] + lines + foot).joined(separator: "\n"))).report.report
  }

  private static func said(_ counts: [Int?]) -> String {
    counts.map { $0.map { "\($0)" } ?? "" }.joined(separator: "/")
  }

  @Test func thereAreWordings() {
    for wordings in [Self.totals, Self.fields, Self.delays, Self.documents] { #expect(wordings.count >= 12) }
  }

  /// All tasks, done, put off, and documents.
  @Test(arguments: totals) func total(_ wording: Wording) throws {
    let stated = try Self.report([wording.text]).stated
    #expect(
      Self.said([stated.tasks, stated.completed, stated.delayed, stated.outputs]) == wording.wanted)
  }

  /// The counts of three fields.
  @Test(arguments: fields) func field(_ wording: Wording) throws {
    let domains = try Self.report([wording.text]).domains
    let read = domains.map {
      "\($0.name)/" + Self.said([$0.stated.tasks, $0.stated.completed, $0.stated.delayed])
    }
    #expect(read.joined(separator: ";") == wording.wanted)
  }

  /// Two delayed items, or one told inside its field (>), with reason, new date and meeting.
  @Test(arguments: delays) func delay(_ wording: Wording) throws {
    let isInside = wording.text.hasPrefix(">")
    let text = isInside ? String(wording.text.dropFirst()) : wording.text
    let report = try Self.report(
      [
        "今年共安排改革任务20项，完成18项，延期2项。",
        "一、经济体制改革方面。承担任务8项，完成7项，延期1项。出台《霁川区招商办法》。" + (isInside ? text : ""),
        "二、民主法制改革方面。承担任务5项，全部完成。印发《霁川区听证办法》。",
        "三、社会事业改革方面。承担任务7项，完成6项，延期1项。制定《霁川区托育办法》。",
      ] + (isInside ? [] : [text]))
    let read = report.domains.flatMap { domain in
      domain.tasks.filter { $0.isDelayed || $0.status?.kind == .terminated }.map { task in
        [
          String(domain.name.prefix(2)), task.name, task.delay?.reason ?? task.progress ?? "",
          task.delay?.until?.wording ?? "", task.delay?.approval ?? "",
        ].joined(separator: "/")
      }
    }
    #expect(read.joined(separator: " ; ") == wording.wanted)
  }

  /// The documents that the place issued in the year told of, and no others.
  @Test(arguments: documents) func document(_ wording: Wording) throws {
    let report = try Self.report([
      "今年共安排改革任务20项，完成18项，延期2项。",
      "一、经济体制改革方面。承担任务8项，完成7项，延期1项。", wording.text,
      "二、民主法制改革方面。承担任务5项，全部完成。", "三、社会事业改革方面。承担任务7项，完成6项，延期1项。",
    ])
    let wanted = Set(wording.wanted.split(separator: "、").map(String.init))
    #expect(Set(report.outputs.map(\.title)) == wanted)
  }
}
