import ReportModel
import Testing

@Suite struct TallyTests {
  private func domain(_ name: String, _ statuses: [TaskStatus.Kind?]) -> Domain {
    Domain(
      name: name,
      tasks: statuses.enumerated().map { index, kind in
        ReformTask(
          number: "\(name)-\(index + 1)", name: "任务\(index + 1)", status: kind.map { TaskStatus($0) })
      })
  }

  private func report(_ domains: [Domain]) -> Report {
    var report = Report(year: 2021, place: AdministrativePlace(fullName: "甲区"))
    report.domains = domains
    return report
  }

  @Test func listedTasksAreCounted() {
    let tally = Tally(
      of: report([
        domain("经济", [.completed, .completed, .delayed]), domain("文化", [.completed, .inProgress, nil]),
      ]))
    #expect(tally.tasks.value == 6)
    #expect(tally.completed.value == 3)
    #expect(tally.delayed.value == 1)
    #expect(tally.unclear == 1)
    #expect(tally.rate(.allTasks)?.percent() == "50%")
    #expect(tally.rate(.exceptDelayed)?.percent() == "60%")
  }

  @Test func aStatedNumberBeyondTheListLeavesTheRestUnknown() {
    var economy = domain("经济", [.completed, .delayed])
    economy.stated.tasks = 10
    let tally = Tally(of: report([economy]))
    #expect(tally.tasks.value == 10)
    #expect(tally.tasks.difference == 8)
    #expect(tally.completed.value == nil)
    #expect(tally.rate(.allTasks) == nil)
  }

  @Test func aDomainOfUnknownSizeLeavesTheTotalUnknown() {
    #expect(Tally(of: report([domain("经济", [.completed]), domain("文化", [])])).tasks.value == nil)
    var stated = report([domain("经济", [.completed]), domain("文化", [])])
    stated.stated.tasks = 34
    #expect(Tally(of: stated).tasks.value == 34)
  }

  @Test(arguments: [
    (40, 44, "90.9%"), (40, 40, "100%"), (1, 3, "33.3%"), (2, 3, "66.7%"), (1, 8, "12.5%"), (0, 5, "0%"),
    (1, 2000, "0.1%"),
  ])
  func ratesAreExactAndRoundedOnce(part: Int, whole: Int, text: String) {
    #expect(Rate(part, of: whole)?.percent() == text)
  }

  @Test func nothingHasNoRate() {
    #expect(Rate(0, of: 0) == nil)
    #expect(Tally(of: report([domain("经济", [.delayed])])).rate(.exceptDelayed) == nil)
  }
}
