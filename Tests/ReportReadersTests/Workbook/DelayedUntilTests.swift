import ReportModel
import Testing

@testable import ReportReaders

/// 延至 in a form and in a ledger: one understanding of what may stand there.
struct DelayedUntilTests {
  private static let accepted = [
    "2022-06-30", "2022-06", "2022", "2022.6", "2022/6/30", "20220630", "2022年6月30日", "2022年6月", "2022年",
    "6月", "6月底", "6月份",
    "六月", "十二月底前", "2022年6月底前", "三季度", "第三季度", "2022年第三季度", "年底", "2022年底", "年底前", "上半年", "2022年上半年", "长期",
    "\u{FF12}\u{FF10}\u{FF12}\u{FF12}年\u{FF16}月", " 2022 年 6 月 ",
  ]
  private static let refused = [
    "尽快", "待定", "13月", "0月", "月", "6", "五季度", "2022-13", "2022-02-30", "明年", "完成后",
  ]

  /// What a ledger with this text says of it: understood, kept as mere words, or refused.
  private func ledgerUnderstands(_ text: String) throws -> Bool {
    let yaml = """
      年度: 2021
      地区: 甲区
      领域:
        - {名称: 经济, 任务: [{名称: 甲, 状态: 延期, 延期: {原因: 等, 延至: "\(text)"}}]}
      """
    guard let result = try? LedgerReader().read(Array(yaml.utf8), file: "台账.yaml") else { return false }
    let until = try #require(result.report.tasks.first?.delay?.until)
    return until.meaning != .unknown
  }

  @Test(arguments: accepted) func understood(_ text: String) throws {
    #expect(try ledgerUnderstands(text))
    #expect(FormText.fault(text.trimmed, in: .delayedUntil) == nil)
  }

  @Test(arguments: refused) func notUnderstood(_ text: String) throws {
    #expect(try !ledgerUnderstands(text))
    #expect(FormText.fault(text, in: .delayedUntil) != nil)
  }
}
