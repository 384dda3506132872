import Foundation
import ReportModel
import Testing

@testable import ReportReaders

/// A small ledger with everything in it, in normal spelling.
let exampleLedger = """
  年度: 2021
  地区: {全称: 临江市云岭区, 简称: 云岭区, 自称: 我区}
  标题: 2021年全面深化改革工作总结
  成文日期: 2022-01
  完成率口径: 扣除延期
  工作成绩:
    - {小标题: 科学谋划改革, 内容: 召开会议2次。}
    - 强化督察。
  领域:
    - 名称: 经济体制改革
      任务:
        - 编号: 经济-01
          名称: 建立用地周调度机制
          责任单位: 区自然资源局、区财政局
          完成时限: 2021-09
          状态: 已完成
          制度性成果:
            - 《用地管理办法》
            - {名称: 调度细则, 文号: 云政〔2021〕5号}
        - 编号: 经济-02
          名称: 整合平台公司
          状态: 延期
          延期: {原因: 等待上级方案, 延至: 2022, 审议: 区委深改委第三次会议}
    - 名称: 文化体制改革
      任务数: 4
      数据:
        - {指标: 停车位, 数值: 1.5万, 单位: 个, 约数: 余, 截至: 2021-11}
  制度性成果:
    - {名称: 用地管理办法, 印发日期: 2021-05-20, 任务: 经济-01}
    - {名称: 文化站管理规定, 发文单位: 区文旅局}
  附件: [制度性成果汇总表, 重点改革任务完成情况表]
  """

func read(_ text: String) throws(InvalidInput) -> SourcedReport {
  try LedgerReader().read(Array(text.utf8), file: "台账.yaml")
}

/// The faults of a ledger, as `rule@line:column`.
func faults(_ text: String) -> [String] {
  do {
    _ = try read(text)
    return []
  } catch {
    return error.diagnostics.filter { $0.severity == .error }.map { fault in
      guard case .text(_, let span) = fault.place else { return "\(fault.rule)@\(fault.place)" }
      return "\(fault.rule)@\(span.line):\(span.column)"
    }
  }
}

@Suite struct LedgerReaderTests {
  @Test func everyFieldArrives() throws {
    let report = try read(exampleLedger).report
    #expect(report.year == 2021)
    #expect(report.place == AdministrativePlace(fullName: "临江市云岭区", shortName: "云岭区", selfName: "我区"))
    #expect(report.issueDate == PartialDate(year: 2022, month: 1))
    #expect(report.completionBasis == .exceptDelayed)
    #expect(report.achievements.map(\.heading) == ["科学谋划改革", nil])
    #expect(report.domains.map(\.name) == ["经济体制改革", "文化体制改革"])
    let task = try #require(report.domains.first?.tasks.first)
    #expect(task.leadUnit == "区自然资源局")
    #expect(task.supportingUnits == ["区财政局"])
    #expect(task.deadline?.quarter == 3)
    #expect(report.outputs(of: task).map(\.title) == ["用地管理办法", "调度细则"])
    #expect(report.outputs[0].issueDate == PartialDate(year: 2021, month: 5, day: 20))
    #expect(report.outputs[1].documentNumber == "云政〔2021〕5号")
    #expect(report.outputs[2].tasks.isEmpty)
    let delay = try #require(report.domains[0].tasks[1].delay)
    #expect(delay.until?.year(in: 2021) == 2022)
    #expect(delay.approval == "区委深改委第三次会议")
    #expect(report.domains[1].stated.tasks == 4)
    let figure = try #require(report.domains[1].figures.first)
    #expect(figure.quantity == Quantity(15000, unit: "个", approximation: .overYu, precision: 3))
    #expect(report.attachments.count == 2)
  }

  @Test func placesLeadBackToTheFile() throws {
    let places = try read(exampleLedger).places
    let path = FieldPath().field("领域").item(0).field("任务").item(1).field("状态")
    #expect(places[path]?.description == "台账.yaml:22:13")
  }

  /// Each way of typing must give the same report as the normal spelling, with a note.
  @Test(arguments: [
    ("full-width colons", exampleLedger.replacing(": ", with: "\u{FF1A}")),
    ("full-width colons and blanks", exampleLedger.replacing(": ", with: "\u{FF1A}\u{3000}")),
    ("half-width colons without a blank", exampleLedger.replacing(": ", with: ":")),
    ("full-width blanks as indents", exampleLedger.replacing("  ", with: "\u{3000}")),
    ("tabs as indents", exampleLedger.replacing("  ", with: "\t")),
    ("full-width dashes", exampleLedger.replacing("- {", with: "\u{FF0D} {")),
    ("dashes without a blank", exampleLedger.replacing("- 编号", with: "-编号")),
    (
      "full-width brackets",
      exampleLedger.replacing("{", with: "\u{FF5B}").replacing("}", with: "\u{FF5D}")
        .replacing(", ", with: "\u{FF0C}").replacing("[制度性成果汇总表\u{FF0C}", with: "[制度性成果汇总表, ")
    ),
  ])
  func chineseHandsAreUnderstood(what: String, text: String) throws {
    let result = try read(text)
    #expect(try result.report == read(exampleLedger).report, "\(what)")
    #expect(!result.notes.isEmpty, "\(what)")
  }

  @Test func otherEncodingsAndLineEndsAreUnderstood() throws {
    let expected = try read(exampleLedger).report
    let crlf = exampleLedger.replacing("\n", with: "\r\n")
    #expect(try read("\u{FEFF}" + crlf).report == expected)
    let gb18030 = try Workbench.gb18030(crlf)
    #expect(try LedgerReader().read(gb18030, file: "台账.yaml").report == expected)
  }

  @Test func placesSurviveTheMending() {
    let text = """
      年度\u{FF1A}2021
      地区\u{FF1A}云岭区
      领域\u{FF1A}
      \u{3000}\u{3000}- 名称\u{FF1A}经济
      \u{3000}\u{3000}\u{3000}任务\u{FF1A}
      \u{3000}\u{3000}\u{3000}\u{3000}- {名称\u{FF1A}甲, 牵头单为\u{FF1A}区财政局}
      """
    #expect(faults(text) == ["ledger.unknown-key@6:14"])
  }

  @Test(arguments: [
    ("年度: 2021\n地区: 甲区\n牵头单为: 乙\n", ["ledger.unknown-key@3:1"]),
    ("年度: 2021\n年度: 2022\n地区: 甲区\n", ["ledger.duplicate-key@2:1"]),
    ("年度: 2021\n年份: 2022\n地区: 甲区\n", ["ledger.duplicate-key@2:1"]),
    ("年度: 今年\n地区: 甲区\n", ["ledger.not-a-number@1:5"]),
    ("年度: 2021\n地区: 甲区\n标题: [一, 二]\n", ["ledger.wrong-type@3:5"]),
    ("年度: 2021\n地区: 甲区\n完成率口径: 全部的\n", ["ledger.unknown-value@3:8"]),
    ("年度: 2021\n地区: 甲区\n成文日期: 2021-02-30\n", ["ledger.no-such-date@3:7"]),
    ("年度: 2021\n地区: 甲区\n成文日期: 明天\n", ["ledger.not-a-date@3:7"]),
    ("年度: 2021\n", ["ledger.missing-field@1:1"]),
    (
      "年度: 2021\n地区: 甲区\n领域: [{名称: 经济, 任务: [{编号: 1, 名称: 甲}, {编号: 1, 名称: 乙}]}]\n",
      ["ledger.duplicate-number@3:41"]
    ),
    ("年度: 2021\n地区: 甲区\n领域: [{名称: 经济}, {名称: 经济}]\n", ["ledger.duplicate-domain@3:21"]),
    ("年度: 2021\n地区: 甲区\n任务: [{编号: 1, 名称: 甲}]\n", ["ledger.no-domain@3:6"]),
    ("年度: 2021\n地区: 甲区\n制度性成果: [{名称: 办法, 任务: 经济-09}]\n", ["ledger.unknown-task@3:22"]),
    ("年度: 2021\n地区: 甲区\n编号: 1\n", ["ledger.unknown-key@3:1"]),
    ("&甲 年度: 2021\n地区: *甲\n", ["ledger.yaml@1:2", "ledger.yaml@2:6"]),
    ("年度: 2021\n地区: {全称: 甲区, 乙区, 简称: 乙}\n", ["ledger.unknown-key@2:14"]),
    ("年度: 2021\n地区: {全称: 甲区\n标题: 乙\n", ["ledger.yaml@2:5"]),
    ("年度: 2021\n地区: 甲\u{1}区\n", ["ledger.yaml@2:6"]),
    ("年度: 2021\n地区: \"甲\\x01区\"\n", ["ledger.control-character@2:5"]),
    ("年度: 2021\n地区: 甲区\n", []),
  ])
  func mistakesAreFoundWhereTheyStand(text: String, expected: [String]) {
    #expect(faults(text) == expected)
  }

  @Test func faultsOfAFileComeTogether() {
    let text = """
      年度: 二〇二一
      地区: 甲区
      标提: 总结
      成文日期: 2021-13
      工作成绩:
        - "督察"有力
      完成率口径: 扣除
      """
    #expect(
      faults(text) == [
        "ledger.yaml@6:9", "ledger.unknown-key@3:1", "ledger.no-such-date@4:7", "ledger.unknown-value@7:8",
      ])
  }

  @Test func contradictingDocumentsAreAnError() {
    let text = exampleLedger.replacing("印发日期: 2021-05-20", with: "文号: 甲〔2021〕1号").replacing(
      "- 《用地管理办法》", with: "- {名称: 用地管理办法, 文号: 乙〔2021〕1号}")
    #expect(faults(text) == ["ledger.output-contradiction@29:5"])
  }

  @Test func statusKeepsTheWordsOfTheSource() throws {
    func status(_ words: String) throws -> ReformTask? {
      try read("年度: 2021\n地区: 甲区\n领域: [{名称: 经济, 任务: [{名称: 甲, 状态: \(words)}]}]\n").report.tasks.first
    }
    #expect(try status("提前完成")?.status == TaskStatus(wording: "提前完成"))
    #expect(try status("提前完成")?.status?.kind == .completed)
    #expect(try status("基本完成")?.status?.kind == .inProgress)
    #expect(try status("其它")?.status?.kind == nil)
    #expect(try status("其它")?.status?.wording == "其它")
    let mixed = try status("已完成。出台办法。")
    #expect(mixed?.isCompleted == true)
    #expect(mixed?.progress == "出台办法。")
  }

  @Test func toBeFilledFieldsAreOpenAndRemembered() throws {
    let report = try read("年度: 2022\n地区: 甲区\n标题: 待填\n领域: [{名称: 经济, 任务: [{名称: 甲, 状态: 待填}]}]\n").report
    #expect(report.title == nil)
    #expect(report.origin.toFill == ["标题"])
    #expect(report.tasks.first?.status == nil)
    #expect(report.tasks.first?.origin.toFill == ["状态"])
  }

  @Test func textLostToACommentIsSaid() throws {
    let text = "年度: 2021\n地区: 甲区\n标题: 推进 #1 工程\n主送: 市委 # 真正的注释\n"
    let result = try read(text)
    #expect(result.report.title == "推进")
    #expect(result.notes.map(\.place.description) == ["台账.yaml:3:8"])
  }

  @Test func hostileFilesAreRefused() {
    #expect(faults("") == ["ledger.empty@台账.yaml"])
    #expect(faults("# 只有注释\n") == ["ledger.empty@台账.yaml"])
    #expect(faults("只是一句话\n") == ["ledger.not-a-ledger@1:1"])
    #expect(faults("年度: 2021\n地区: " + String(repeating: "[", count: 10_000)).first == "ledger.yaml@2:36")
    let bomb = "a: &a [x,x,x]\nb: &b [*a,*a,*a]\nc: &c [*b,*b,*b]\n"
    #expect(faults(bomb).contains("ledger.yaml@1:4"))
  }
}

/// What tests need and the project does not.
enum Workbench {
  /// GB18030 bytes of a text, by the system's own converter.
  static func gb18030(_ text: String) throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/iconv")
    process.arguments = ["-f", "UTF-8", "-t", "GB18030"]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
    try input.fileHandleForWriting.close()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Array(data)
  }
}
