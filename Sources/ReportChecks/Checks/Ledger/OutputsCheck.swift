import ReportModel

/// 制度性成果: documents without a task, with a wrong number or an odd date.
struct OutputsCheck: Check {
  let about = CheckDescription(
    "ledger.outputs", .warning, "制度性成果的任务、文号、日期有问题",
    rationale:
      "文号应当写成“瑶办发〔2021〕5号”：年份用六角括号括全四位，序号不编虚位、不加“第”。文号年份与印发日期要一致；印发日期不应当在成文日期之后，也不应当在报告年度之前。没有对应任务的成果只提示一次。",
    source: "GB/T 9704-2012,7.2.5",
    triggering: [
      .ledger(
        "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - 名称: 优化营商环境\n        状态: 已完成\n        制度性成果：\n          - {名称: 甲区优化营商环境方案, 文号: [[\"甲办发[2021]05号\"]]}"
      ),
      .ledger(
        "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - 名称: 优化营商环境\n        状态: 已完成\n        制度性成果：\n          - {名称: 甲区优化营商环境方案, 文号: 甲办发〔2021〕5号, 印发日期: [[2020-05-20]]}"
      ),
    ],
    silent: [
      .ledger(
        "年度: 2021\n地区: 甲区\n领域：\n  - 名称: 经济体制改革\n    任务：\n      - 名称: 优化营商环境\n        状态: 已完成\n        制度性成果：\n          - {名称: 甲区优化营商环境方案, 文号: 甲办发〔2021〕5号, 印发日期: 2021-05-20}"
      )
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let ledger = input.checkedLedger else { return }
    let places = LedgerPlaces(ledger)
    let report = ledger.report
    var numbers: [String: Int] = [:]
    for (index, output) in report.outputs.enumerated() {
      if let number = output.documentNumber {
        result.recognise("documentNumbers", "文号", 1)
        let place = places.place(of: index, "文号")
        let faults = DocumentNumber(number).faults
        if !faults.isEmpty {
          result.report(place, "文号“\(number)”\(faults.joined(separator: "、"))", "请按“机关代字〔年份〕序号号”的形式改正")
        }
        if let first = numbers[DocumentTitle.key(number)], report.outputs[first].title != output.title {
          result.report(
            place, "文号“\(number)”用在两份文件上", "请核对文号", related: [.init(places.place(of: first, "文号"), "另一份在这里")])
        }
        numbers[DocumentTitle.key(number)] = index
        if let date = output.issueDate, let year = DocumentNumber(number).year, year != date.year {
          result.report(
            places.place(of: index, "印发日期"), "印发日期是\(date.chinese)，文号的年份是\(year)", "请核对印发日期和文号")
          continue
        }
      }
      dates(output, places.place(of: index, "印发日期"), report, &result)
    }
    let loose = report.outputs.filter(\.tasks.isEmpty)
    if !loose.isEmpty, loose.count < report.outputs.count, let first = report.outputs.firstIndex(of: loose[0])
    {
      result.report(
        places.place(of: first, "名称"), "有\(loose.count)份制度性成果没有对应的任务，这是第一份", "如能对应，请补上“任务”", severity: .note)
    }
  }

  private func dates(
    _ output: InstitutionalOutput, _ place: SourcePlace, _ report: Report, _ result: inout CheckResult
  ) {
    guard let date = output.issueDate else { return }
    if date.year < report.year {
      result.report(place, "“\(output.title)”印发于\(date.chinese)，早于报告年度\(report.year)年", "请核对是否往年的文件")
    } else if let issued = report.issueDate, date.year > issued.year {
      result.report(place, "“\(output.title)”印发于\(date.chinese)，晚于报告成文的\(issued.chinese)", "请核对印发日期")
    }
  }
}

/// 发文字号: 机关代字, 年份, 序号.
struct DocumentNumber {
  /// What is wrong with its form, as ends of a sentence.
  let faults: [String]
  /// The year in brackets.
  let year: Int?

  init(_ text: String) {
    let scalars = Array(text.unicodeScalars.filter { !$0.properties.isWhitespace }.map(\.halfWidth))
    guard let open = scalars.firstIndex(where: { "〔[(【（{".unicodeScalars.contains($0) }),
      let close = scalars[open...].firstIndex(where: { "〕])】）}".unicodeScalars.contains($0) })
    else {
      faults = ["没有括起来的年份"]
      year = nil
      return
    }
    var faults: [String] = []
    let digits = scalars[(open + 1)..<close]
    let value = digits.reduce(0) { $0 * 10 + ($1.decimalDigit ?? 0) }
    year = digits.count == 4 && digits.allSatisfy { $0.decimalDigit != nil } ? value : nil
    if year == nil { faults.append("的年份没有写全四位数字") }
    if scalars[open] != "〔" || scalars[close] != "〕" { faults.append("的年份没有用六角括号〔〕") }
    let serial = scalars[(close + 1)...]
    if serial.last != "号" { faults.append("没有以“号”结尾") }
    if serial.first == "第" { faults.append("的序号前不应当加“第”") }
    if serial.first == "0" { faults.append("的序号不应当补零") }
    self.faults = faults
  }
}
