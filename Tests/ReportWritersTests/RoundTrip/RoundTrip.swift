import Foundation
import ReportModel
import ReportReaders
import TestSupport

@testable import ReportWriters

/// What `build` writes, read back by `import`.
enum RoundTrip {
  static let formats: [any ReportWriter] = [MarkdownWriter(), WordWriter()]

  static func imported(_ text: SourceText) throws -> Report {
    let terms = try DomainTerms(file: Workplace.repository.appending(path: "Templates/domains.yaml"))
    return try DraftImport(terms: terms).report(from: ProseReader(terms: terms).draft(from: text)).report
      .report
  }

  static func imported(_ file: URL) throws -> Report { try imported(SourceTextReader.read(file).text) }

  /// Builds a report in a format and imports it.
  static func back(_ report: Report, _ writer: any ReportWriter) throws -> Report {
    let templates = try Templates(folder: Workplace.repository.appending(path: "Templates"))
    return try Workplace.withTemporaryFolder { folder in
      let file = folder.appending(path: "报告." + writer.format)
      try writer.write(ReportDocument(report, templates: templates), to: file)
      if let kept = ProcessInfo.processInfo.environment["KEEP_ROUND_TRIPS"] {
        try? FileManager.default.removeItem(atPath: kept + "/last." + writer.format)
        try? FileManager.default.copyItem(atPath: file.path, toPath: kept + "/last." + writer.format)
      }
      return try imported(file)
    }
  }

  /// What must come back: all that a report says, without where it stood (来源, 出处), what a person should look at (待核, 待填),
  /// and with what `build` fills in where a ledger is silent (自称, the two attachments, the basis of the rate).
  static func content(_ report: Report) -> Report {
    var report = report
    report.sources = []
    report.origin = Origin()
    report.place.selfName = report.place.ownName
    report.completionBasis = report.completionBasis ?? .allTasks
    report.attachments.removeAll { ["制度性成果汇总表", "重点改革任务完成情况表"].contains($0.title) }
    func bare(_ parts: [NarrativePart]) -> [NarrativePart] {
      // `build` ends every sentence.
      parts.map { NarrativePart(heading: $0.heading, text: $0.text?.sentence()) }
    }
    report.achievements = bare(report.achievements)
    report.problems = bare(report.problems)
    report.nextSteps = bare(report.nextSteps)
    for index in report.outputs.indices { report.outputs[index].origin = Origin() }
    func bare(_ figures: [StatedFigure]) -> [StatedFigure] {
      figures.map { figure in
        var figure = figure
        figure.origin = Origin()
        return figure
      }
    }
    func bare(_ deadline: Deadline?) -> Deadline? { deadline.map { Deadline(wording: $0.chinese) } }
    report.figures = bare(report.figures)
    for domain in report.domains.indices {
      report.domains[domain].origin = Origin()
      report.domains[domain].figures = bare(report.domains[domain].figures)
      for task in report.domains[domain].tasks.indices {
        report.domains[domain].tasks[task].origin = Origin()
        let own = report.domains[domain].tasks[task]
        report.domains[domain].tasks[task].figures = bare(own.figures)
        report.domains[domain].tasks[task].deadline = bare(own.deadline)
        report.domains[domain].tasks[task].delay?.until = bare(own.delay?.until)
      }
    }
    return report
  }

  /// The ledger of a report's content, line by line: what differs is seen at its line.
  static func lines(_ report: Report) -> [String] {
    LedgerWriter().text(of: content(report)).split(separator: "\n", omittingEmptySubsequences: false).map(
      String.init)
  }

  /// What one ledger has and the other has not.
  static func difference(_ before: Report, _ after: Report) -> [String] {
    lines(after).difference(from: lines(before)).map { change in
      switch change {
      case .insert(let line, let text, _): "+\(line + 1) \(text)"
      case .remove(let line, let text, _): "-\(line + 1) \(text)"
      }
    }
  }
}
