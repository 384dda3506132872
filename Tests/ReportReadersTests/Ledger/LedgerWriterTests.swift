import Foundation
import ReportModel
import TestSupport
import Testing

@testable import ReportReaders

@Suite struct LedgerWriterTests {
  @Test func anyReportReadsBackEqual() throws {
    for seed in 0..<400 {
      var random = RandomReport(seed: UInt64(seed))
      let report = random.report()
      let text = LedgerWriter().text(of: report)
      do {
        let result = try LedgerReader().read([UInt8](text.utf8), file: "台账.yaml")
        let again = LedgerWriter().text(of: result.report).split(
          separator: "\n", omittingEmptySubsequences: false)
        let changed = zip(text.split(separator: "\n", omittingEmptySubsequences: false), again).first {
          $0 != $1
        }
        let isEqual = result.report == report
        #expect(isEqual, "seed \(seed): \(String(describing: changed))\n\(text)")
        #expect(result.notes.isEmpty, "seed \(seed) \(result.notes)")
      } catch {
        Issue.record("seed \(seed): \(error)\n\(text)")
        return
      }
    }
  }

  @Test(arguments: [
    "000-daguan-2020", "001-daguan-2021", "002-yaohai-2021", "003-anqing-jkq-2022", "004-panji-2022",
  ])
  func theSeedLedgersReadBackEqual(_ name: String) throws {
    let file = Workplace.repository.appending(path: "seeds/\(name).yaml")
    let report = try LedgerReader().read(file).report
    let text = LedgerWriter().text(of: report)
    #expect(try LedgerReader().read([UInt8](text.utf8), file: "台账.yaml").report == report)
  }

  @Test func aLedgerIsWrittenInTheFormOfTheContract() throws {
    let report = try LedgerReader().read([UInt8](exampleLedger.utf8), file: "台账.yaml").report
    let text = LedgerWriter(preamble: ["说明"], comments: [FieldPath().field("标题"): "改这里"]).text(of: report)
    #expect(text.hasPrefix("# 说明\n年度: 2021\n地区: {全称: 临江市云岭区, 简称: 云岭区, 自称: 我区}\n"))
    #expect(text.contains("标题: 2021年全面深化改革工作总结          # 改这里\n"))
    #expect(text.contains("\n  - 名称: 经济体制改革\n    任务:\n      - 编号: 经济-01\n"))
    #expect(text.contains("          - {名称: \"用地管理办法\", 印发日期: 2021-05-20}\n"))
    #expect(text.contains("        延期: {原因: 等待上级方案, 延至: 2022, 审议: 区委深改委第三次会议}\n"))
  }
}
