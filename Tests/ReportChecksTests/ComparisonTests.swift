import Foundation
import ReportChecks
import ReportModel
import ReportWriters
import TestSupport
import Testing

@Suite("Two years side by side")
struct ComparisonTests {
  private static func digest(_ name: String) throws -> ReportDigest {
    let file = Fixture.folder("reports").appending(path: name + ".txt")
    return ReportDigest(Reading.draft(try String(contentsOf: file, encoding: .utf8), file: name))
  }

  private static func table(_ title: String, in comparison: YearComparison) throws -> YearComparison.Table {
    try #require(comparison.tables.first { $0.title.hasPrefix(title) })
  }

  @Test("Counts, fields and rates with their changes")
  func counts() throws {
    let comparison = YearComparison(
      of: try Self.digest("a-inline-tangwan-2023"), with: try Self.digest("a-inline-tangwan-2022"))
    #expect(comparison.title == "棠湾区2023年与2022年报告对照")
    #expect(comparison.remarks.isEmpty)
    let counts = try Self.table("总体数字", in: comparison)
    #expect(counts.rows.first == ["改革任务", "46", "44", "+2（+4.5%）"])
    #expect(counts.rows.contains(["制度性成果", "19", "16", "+3（+18.8%）"]))
    let fields = try Self.table("各领域", in: comparison)
    #expect(fields.rows.count == 7)
    #expect(fields.rows.first?[1] == "9/8/1")
  }

  @Test("Last year's delayed items with what became of them")
  func carried() throws {
    let comparison = YearComparison(
      of: try Self.digest("b-headings-muyuan-2022"), with: try Self.digest("b-headings-muyuan-2021"))
    let carried = try Self.table("延期事项", in: comparison)
    #expect(carried.rows.contains { $0[0] == "建设跨区域算力调度平台" && $0[2] == "再次延期" })
    #expect(carried.rows.contains { $0[0] == "开展农村集体经营性建设用地入市" && $0[2] == "有交代" })
  }

  @Test("Aligned sentences show figures as whole words")
  func wording() throws {
    let last = Reading.draft("青溪区2022年改革工作总结\n2022年，受理诉求1520件，办结1470件，群众满意率持续提升。")
    let this = Reading.draft("青溪区2023年改革工作总结\n2023年，受理诉求1680件，办结1590件，群众满意率持续提升。")
    let comparison = YearComparison(of: ReportDigest(this), with: ReportDigest(last))
    let wording = try Self.table("措辞", in: comparison)
    #expect(
      wording.rows.contains { $0[1].contains("受理诉求〔1520件→1680件〕，办结〔1470件→1590件〕，群众满意率持续提升。") },
      "\(wording.rows)")
  }

  @Test("Years the wrong way round and other places are said plainly")
  func remarks() throws {
    let back = YearComparison(
      of: try Self.digest("a-inline-tangwan-2022"), with: try Self.digest("a-inline-tangwan-2023"))
    #expect(back.remarks.contains { $0.contains("放反") })
    let other = YearComparison(
      of: try Self.digest("a-inline-tangwan-2023"), with: try Self.digest("b-headings-muyuan-2022"))
    #expect(other.remarks.contains { $0.contains("不是同一个地方") })
  }

  @Test("Markdown has one table an aspect, each row with as many cells as columns")
  func markdown() throws {
    let comparison = YearComparison(
      of: try Self.digest("b-headings-muyuan-2022"), with: try Self.digest("b-headings-muyuan-2021"))
    let text = ComparisonMarkdown.text(comparison)
    #expect(text.hasPrefix("# 沐苑区2022年与2021年报告对照\n"))
    #expect(text.components(separatedBy: "\n## ").count == comparison.tables.count + 1)
    for table in comparison.tables {
      #expect(table.rows.allSatisfy { $0.count == table.columns.count }, "\(table.title)")
    }
  }

  private static func ledger(_ year: Int, _ tasks: String) throws -> SourcedReport {
    try Reading.ledger("年度: \(year)\n地区: 云岭区\n领域:\n  - 名称: 行政体制\n    任务:\n\(tasks)", file: "\(year).yaml")
  }

  private static let chain = (
    first: "      - {编号: 行政-03, 名称: 开展行政复议改革, 状态: 延期, 延期: {原因: 等方案, 延至: 2022}}",
    second:
      "      - {编号: 行政-01, 名称: 推行一站式化解争议, 状态: 延期, 延期: {原因: 等, 延至: 2023-06}, 原任务: {年度: 2021, 编号: 行政-03}}",
    third: "      - {编号: 行政-07, 名称: 建成争议化解中心, 状态: 已完成, 原任务: {年度: 2022, 编号: 行政-01}}"
  )

  @Test("A carried task that was renamed is found by its link, over two years")
  func renamed() throws {
    let ledgers = try [
      Self.ledger(2021, Self.chain.first), Self.ledger(2022, Self.chain.second),
      Self.ledger(2023, Self.chain.third),
    ]
    let digests = ledgers.map { ReportDigest($0, name: "台账") }
    let first = try Self.table("延期事项", in: YearComparison(of: digests[1], with: digests[0]))
    #expect(first.rows == [["开展行政复议改革", "2021年延期", "再次延期（连续两年）", "今年名称：推行一站式化解争议；延至2023年6月"]])
    let second = try Self.table("延期事项", in: YearComparison(of: digests[2], with: digests[1]))
    #expect(second.rows == [["推行一站式化解争议", "2022年延期（2021年结转）", "已完成", "今年名称：建成争议化解中心"]])
    func messages(_ this: Int, _ last: Int) -> [String] {
      CheckRun().run(CheckInput(ledger: ledgers[this], lastYearLedger: ledgers[last], terms: Reading.terms))
        .findings.filter { $0.rule == "last-year.links" }.map(\.message)
    }
    #expect(messages(1, 0) == ["“推行一站式化解争议”已连续两年延期（2021年名称：开展行政复议改革）"])
    #expect(messages(2, 1).isEmpty)
  }

  @Test("A draft that uses the new name accounts for the old item where this year's ledger has the link")
  func renamedInADraft() throws {
    let draft = Reading.draft("云岭区2022年改革工作总结\n2022年，安排改革任务45项，全部完成。推行一站式化解争议，调处纠纷1520件。")
    let last = try Self.ledger(2021, Self.chain.first)
    let this = try Self.ledger(2022, Self.chain.second)
    func missing(_ ledger: SourcedReport?) -> Int {
      CheckRun().run(CheckInput(draft: draft, ledger: ledger, lastYearLedger: last, terms: Reading.terms))
        .findings.count { $0.rule == "last-year.carried" }
    }
    #expect(missing(nil) == 1)
    #expect(missing(this) == 0)
  }
}
