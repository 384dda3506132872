import ReportModel

/// 并入: several sources about one place and year as one report.
enum ReportMerge {
  /// The first report with what the others add to it: domains by name, tasks and documents by theirs, figures and sources behind
  /// one another. What two of them state differently is kept from the first and told.
  /// - Throws: `InvalidInput` where the sources are about different years.
  static func merged(_ reports: [(SourcedReport, file: String)]) throws(InvalidInput) -> (
    report: Report, notes: [Diagnostic]
  ) {
    guard let first = reports.first?.file, var report = reports.first?.0.report else {
      return (Report(year: 0, place: AdministrativePlace(fullName: "")), [])
    }
    var notes: [Diagnostic] = []
    for (other, file) in reports.dropFirst() {
      guard other.report.year == report.year else {
        throw InvalidInput([
          Diagnostic(
            "import.other-year", .error, at: .file(file),
            "这份材料写的是\(other.report.year)年，\(first)写的是\(report.year)年",
            suggestions: [.init("请分年度读入；年度判断错了，请用 --year 写明")])
        ])
      }
      add(other.report, to: &report)
      for (name, own, others) in counts(report.stated, other.report.stated) where own != others {
        notes.append(
          Diagnostic(
            "import.differs", .warning, at: .file(file), "\(name)写的是\(others)，\(first)写的是\(own)，已按\(own)读入",
            suggestions: [.init("请核对两份材料")]))
      }
    }
    return (report, notes)
  }

  private static func counts(_ own: StatedCounts, _ other: StatedCounts) -> [(String, Int, Int)] {
    let pairs: [(String, Int?, Int?)] = [
      ("任务数", own.tasks, other.tasks), ("完成数", own.completed, other.completed),
      ("延期数", own.delayed, other.delayed), ("制度性成果数", own.outputs, other.outputs),
    ]
    return pairs.compactMap { name, own, other in
      guard let own, let other else { return nil }
      return (name, own, other)
    }
  }

  private static func add(_ other: Report, to report: inout Report) {
    if report.place.fullName.isEmpty { report.place = other.place }
    report.title = report.title ?? other.title
    report.introduction = report.introduction ?? other.introduction
    report.completionBasis = report.completionBasis ?? other.completionBasis
    report.stated = StatedCounts(
      tasks: report.stated.tasks ?? other.stated.tasks,
      completed: report.stated.completed ?? other.stated.completed,
      delayed: report.stated.delayed ?? other.stated.delayed,
      outputs: report.stated.outputs ?? other.stated.outputs)
    for domain in other.domains {
      guard let index = report.domains.firstIndex(where: { $0.name == domain.name }) else {
        report.domains.append(domain)
        continue
      }
      let names = Set(report.domains[index].tasks.map(\.name))
      report.domains[index].tasks += domain.tasks.filter { !names.contains($0.name) }
      report.domains[index].figures += domain.figures.filter { !report.domains[index].figures.contains($0) }
    }
    let titles = Set(report.outputs.map { DocumentTitle.key($0.title) })
    report.outputs += other.outputs.filter { !titles.contains(DocumentTitle.key($0.title)) }
    report.achievements += other.achievements
    report.problems += other.problems
    report.nextSteps += other.nextSteps
    report.figures += other.figures.filter { !report.figures.contains($0) }
    report.sources += other.sources.filter { !report.sources.contains($0) }
    if report.attachments.isEmpty { report.attachments = other.attachments }
  }
}
