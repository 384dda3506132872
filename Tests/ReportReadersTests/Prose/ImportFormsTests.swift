import Foundation
import ReportModel
import TestSupport
import Testing

/// Reports in the many forms that places use: what is told in them is found, and nothing is found that is not told.
struct ImportFormsTests {
  private static let folder = Workplace.repository.appending(path: "Tests/Fixtures/import")

  static let reports: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".txt") || $0.hasSuffix(".md") }.filter { $0 != "README.md" }.sorted()
  }()

  /// A fact that the import must yield, by its kind.
  private struct Fact {
    var kind: String
    var fields: [String]

    subscript(index: Int) -> String? {
      fields.indices.contains(index) && !fields[index].isEmpty ? fields[index] : nil
    }
  }

  private static func facts(of report: String) throws -> [Fact] {
    let name = report.split(separator: ".")[0] + ".expected.tsv"
    let text = try String(contentsOf: folder.appending(path: String(name)), encoding: .utf8)
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return Fact(kind: fields[0], fields: Array(fields.dropFirst()))
    }
  }

  /// A text as it is compared: widths of marks and blanks make no difference.
  private static func key(_ text: String?) -> String? { text.map(DocumentTitle.key) }

  @Test func thereAreThirty() { #expect(Self.reports.count >= 30) }

  @Test(arguments: reports) func report(_ name: String) throws {
    let facts = try Self.facts(of: name)
    let draft = try Prose.draft(of: Self.folder.appending(path: name))
    let report = try Prose.imported(draft).report.report
    let counts = Tally(of: report)
    for fact in facts where fact.kind == "total" {
      let expected = fact[1].flatMap { Int($0) }
      switch fact.fields[0] {
      case "年度": #expect(report.year == expected)
      case "任务数": #expect(report.stated.tasks ?? counts.tasks.value == expected)
      case "完成数": #expect(report.stated.completed ?? counts.completed.value == expected)
      case "延期数": #expect(report.stated.delayed ?? counts.delayed.value == expected)
      case "制度性成果数": #expect(report.stated.outputs ?? report.outputs.count == expected)
      default: Issue.record("unknown total \(fact.fields[0])")
      }
    }
    // Of news the fields are guesses.
    if !facts.contains(where: { $0.kind == "free" }) {
      domains(report, facts)
      delays(report, facts)
    }
    tasks(report, facts)
    leads(report, facts)
    outputs(report, facts)
    head(report, facts)
    figures(report, facts)
  }

  private func head(_ report: Report, _ facts: [Fact]) {
    for fact in facts where fact.kind == "head" {
      let found =
        switch fact.fields[0] {
        case "标题": report.title
        case "报告单位": report.reportingUnit
        case "成文日期": report.issueDate?.ledgerText
        case "主送": report.addressee
        case "简称": report.place.shortName ?? report.place.fullName
        case "全称": report.place.fullName
        default: "unknown"
        }
      #expect(Self.key(found) == Self.key(fact[1]), "\(fact.fields[0])")
    }
    for fact in facts where fact.kind == "count" {
      let count = ["存在问题": report.problems.count, "下一步": report.nextSteps.count][fact.fields[0]]
      #expect(count.map(String.init) == fact[1], "\(fact.fields[0])")
    }
    let attachments = Set(report.attachments.map { Self.key($0.title) })
    for fact in facts where fact.kind == "attachment" {
      #expect(attachments.contains(Self.key(fact.fields[0])), "\(fact.fields[0])")
    }
    let articles = facts.filter { $0.kind == "article" }.map { Self.key($0.fields[0]) }
    if !articles.isEmpty { #expect(report.sources.map { Self.key($0.name) } == articles) }
  }

  private func figures(_ report: Report, _ facts: [Fact]) {
    let found = Set(
      (report.figures + report.domains.flatMap { $0.figures + $0.tasks.flatMap(\.figures) })
        .map { "\($0.quantity.value)\($0.quantity.unit)" })
    let words = Set(
      (report.figures + report.domains.flatMap { $0.figures + $0.tasks.flatMap(\.figures) })
        .map { "\($0.quantity.value)\($0.quantity.unit)\($0.quantity.approximation?.rawValue ?? "")" })
    for fact in facts where fact.kind == "figure" {
      let figure = fact.fields[0] + (fact[1] ?? "")
      #expect(found.contains(figure), "\(figure)")
      if let word = fact[2] { #expect(words.contains(figure + word), "\(figure)") }
    }
    for fact in facts where fact.kind == "nofigure" {
      #expect(!found.contains(fact.fields[0] + (fact[1] ?? "")), "\(fact.fields)")
    }
  }

  private func domains(_ report: Report, _ facts: [Fact]) {
    let wanted = facts.filter { $0.kind == "domain" }
    #expect(report.domains.map { Self.key($0.name) } == wanted.map { Self.key($0.fields[0]) })
    for (domain, fact) in zip(report.domains, wanted) {
      let counts = Tally(of: domain, in: report)
      for (value, expected) in [
        (domain.stated.tasks ?? counts.tasks.value, fact[1]),
        (domain.stated.completed ?? counts.completed.value, fact[2]),
        (domain.stated.delayed ?? counts.delayed.value, fact[3]),
      ] {
        guard let expected else { continue }
        #expect(value.map(String.init) == expected, "\(domain.name)")
      }
    }
  }

  private func delays(_ report: Report, _ facts: [Fact]) {
    let wanted = facts.filter { $0.kind == "delay" }
    let found = report.domains.flatMap { domain in domain.tasks.filter(\.isDelayed).map { (domain.name, $0) }
    }
    #expect(Set(found.map { Self.key($0.1.name) }) == Set(wanted.map { Self.key($0.fields[0]) }))
    for fact in wanted {
      guard let (domain, task) = found.first(where: { Self.key($0.1.name) == Self.key(fact.fields[0]) })
      else { continue }
      if let reason = fact[1] { #expect(Self.key(task.delay?.reason) == Self.key(reason)) }
      if let until = fact[2] { #expect(task.delay?.until?.wording.hasPrefix(until) == true) }
      if let approval = fact[3] { #expect(task.delay?.approval == approval) }
      if let expected = fact[4] { #expect(domain == expected) }
    }
    for fact in facts where fact.kind == "ended" {
      let task = report.tasks.first { Self.key($0.name) == Self.key(fact.fields[0]) }
      #expect(task?.status?.kind == .terminated, "\(fact.fields[0])")
    }
  }

  /// Who leads a task.
  private func leads(_ report: Report, _ facts: [Fact]) {
    for fact in facts where fact.kind == "lead" {
      let task = report.tasks.first { Self.key($0.name) == Self.key(fact.fields[0]) }
      #expect(task?.leadUnit == fact[1], "\(fact.fields[0])")
    }
  }

  /// A task by its name, and words of its progress.
  private func tasks(_ report: Report, _ facts: [Fact]) {
    for fact in facts where fact.kind == "task" {
      let task = report.tasks.first { Self.key($0.name) == Self.key(fact.fields[0]) }
      #expect(task?.progress?.contains(fact[1] ?? "") == true, "\(fact.fields[0])")
    }
  }

  private func outputs(_ report: Report, _ facts: [Fact]) {
    for fact in facts where fact.kind == "output" {
      let output = report.outputs.first { Self.key($0.title) == Self.key(fact.fields[0]) }
      let domain = output.flatMap { output in
        report.domains.first { domain in
          domain.name == output.domain
            || domain.tasks.contains { task in
              output.tasks.contains { $0 == .name(task.name) || $0 == task.number.map(TaskReference.number) }
            }
        }
      }
      #expect(output != nil, "\(fact.fields[0])")
      if let expected = fact[1] { #expect(Self.key(domain?.name) == Self.key(expected), "\(fact.fields[0])") }
      if let number = fact[2] { #expect(Self.key(output?.documentNumber) == Self.key(number)) }
    }
    let wanted = Set(facts.filter { $0.kind == "output" }.map { Self.key($0.fields[0]) })
    #expect(
      report.outputs.allSatisfy { wanted.contains(Self.key($0.title)) }, "\(report.outputs.map(\.title))")
  }
}
