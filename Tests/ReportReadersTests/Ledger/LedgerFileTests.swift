import Foundation
import ReportModel
import TestSupport
import Testing

@testable import ReportReaders

/// Changes in place, on ledgers typed in many ways.
@Suite struct LedgerFileTests {
  /// A task typed in different ways; all of them mean 编号 1, 名称 甲.
  private static let tasks = [
    "  - 编号: 1\n    名称: 甲\n    状态: 推进中   # 问过\n    进展情况: 旧\n",
    "  - {编号: 1, 名称: 甲, 状态: 推进中, 进展情况: 旧}   # 一行\n",
    "  - 编号: 1\n    名称: '甲'\n    进展情况: |-\n      旧一\n\n      旧二\n    # 注\n    状态: \"推进中\"\n",
    "  - 名称: 甲\n    编号: 1\n    延期: {原因: 等方案}  # 口头\n    状态: 延期\n    制度性成果: 《某办法》\n",
    "  - 编号\u{FF1A}1\n    名称\u{FF1A}甲\n    状态\u{FF1A}\n    制度性成果\u{FF1A}[某办法, {名称: 某细则, 文号: 1号}]\n    备注:\n",
    "  - 编号: 1\n    名称: 甲\n    延期: 等方案\n    制度性成果:\n    - 某办法   # 首件\n    - 名称: 某细则\n      文号: 1号\n",
    "\t- 编号: 1\n\t\t名称: 甲\n\t\t状态: 推进中\n\t\t延期原因: 等方案\n\t\t延至: 待填\n",
    "  - 编号: 1\n    名称: 甲\n    延期:\n      原因: 等方案   # 会上说的\n      审议: 某会议\n    数据: [{指标: 车位, 数值: 3}]\n",
    "  - 编号: 1\n    名称: 甲\n    制度性成果:\n      名称: 某办法\n      发文单位: 某局\n    进展情况: 待填\n",
    "  - 编号: 1\n    名称: 甲\n    进展情况: 一句很长的话\n      接着写在下一行\n    制度性成果: {名称: 某办法}\n",
  ]

  private static func ledger(_ task: String) -> String {
    "# 抬头\n年度: 2021   # 年\n地区: 甲乙区\n领域:\n- 名称: 经济\n  任务:\n" + task
      + "  # 尾注\n- {名称: 文化, 任务: [{编号: 2, 名称: 乙}, 丙]}\n# 完\n"
  }

  private static let edits: [LedgerChange.Edit] =
    [
      .set(.status, "已完成"), .set(.progress, "新: 一#二"), .set(.progress, "一\n二"), .set(.progress, nil),
      .set(.delayReason, "等\u{FF1A}文件"), .set(.delayedUntil, "2022-06"), .set(.remark, "{备注}"),
      .add(InstitutionalOutput(title: "新《办法》的通知")),
      .add(
        {
          var output = InstitutionalOutput(title: "又一份")
          output.documentNumber = "某政〔2021〕2号"
          return output
        }()),
    ]

  private func change(_ text: String, _ changes: [LedgerChange]) throws -> String {
    let file = try LedgerFile([UInt8](text.utf8), file: "台账.yaml")
    return String(decoding: try file.changed(changes), as: UTF8.self)
  }

  @Test(arguments: tasks.indices) func everyEditFindsItsPlace(_ number: Int) throws {
    let text = Self.ledger(Self.tasks[number])
    let place = LedgerChange.TaskPlace(domain: 0, index: 0)
    let comments = text.components(separatedBy: "#").count
    let outside = ["# 抬头\n年度: 2021   # 年\n", "\n- {名称: 文化, 任务: [{编号: 2, 名称: 乙}, 丙]}\n", "\n# 完\n"]
    for edit in Self.edits where edit != .set(.progress, nil) || text.contains("旧") {
      let changed = try change(text, [LedgerChange(place, edit)])
      #expect(changed != text)
      #expect(outside.allSatisfy(changed.contains), "\(changed)")
      #expect(changed.components(separatedBy: "# ").count >= comments, "\(changed)")
    }
    // All at once, on every task, and once more: nothing is left to do.
    let places = [place, .init(domain: 1, index: 0), .init(domain: 1, index: 1)]
    let all = places.flatMap { place in
      Self.edits.filter { $0 != .set(.progress, nil) }.map { LedgerChange(place, $0) }
    }
    let changed = try change(text, all)
    #expect(changed.hasPrefix("# 抬头\n年度: 2021   # 年\n") && changed.hasSuffix("# 完\n"), "\(changed)")
  }

  @Test func documentsAreRenamedNumberedAndRemovedWhereverTheyStand() throws {
    for task in Self.tasks where task.contains("某办法") {
      let text = Self.ledger(task)
      let place = LedgerChange.TaskPlace(domain: 0, index: 0)
      let edits: [LedgerChange.Edit] = [
        .rename("某办法", to: "某条例"), .number("某办法", "某政〔2021〕3号"),
        .number("某细则", "2号"), .remove("某办法"), .remove("某细则"),
      ]
      for edit in edits {
        if case .number("某细则", _) = edit, !task.contains("某细则") { continue }
        if case .remove("某细则") = edit, !task.contains("某细则") { continue }
        let changed = try change(text, [LedgerChange(place, edit)])
        #expect(changed != text && changed.hasSuffix("# 完\n"), "\(edit)\n\(changed)")
      }
    }
  }

  @Test func aChangeTouchesNothingButItsPlace() throws {
    let changed = try change(
      Self.ledger(Self.tasks[0]), [LedgerChange(.init(domain: 0, index: 0), .set(.status, "已完成"))])
    #expect(changed == Self.ledger(Self.tasks[0]).replacing("推进中", with: "已完成"))
  }

  @Test func encodingMarkAndLineEndsAreKept() throws {
    let text = Self.ledger(Self.tasks[0]).replacing("\n", with: "\r\n")
    let change = LedgerChange(.init(domain: 0, index: 0), .set(.remark, "一\n二"))
    for encoding: TextEncoding in [.utf8(mark: true), .utf8(mark: false), .utf16(bigEndian: true), .gb18030] {
      let bytes = try #require(encoding.encode(text))
      let changed = try LedgerFile(bytes, file: "台账.yaml").changed([change])
      #expect(TextEncoding(of: changed) == encoding)
      let decoded = try decodeText(changed, file: "台账.yaml").text
      #expect(!decoded.replacing("\r\n", with: "").unicodeScalars.contains("\n"))
      #expect(decoded.unicodeScalars.count > text.unicodeScalars.count)
    }
  }

  @Test func randomChangesOnRandomLedgers() throws {
    for seed in 0..<250 {
      var random = RandomReport(seed: UInt64(1_000 + seed))
      let report = random.report()
      guard !report.tasks.isEmpty else { continue }
      let text = commented(LedgerWriter().text(of: report), &random)
      let file = try LedgerFile([UInt8](text.utf8), file: "台账.yaml")
      var touched: Set<LedgerChange.TaskPlace> = []
      var changes: [LedgerChange] = []
      for _ in 0..<random.number(1...8) {
        let domain = random.pick(report.domains.indices.filter { !report.domains[$0].tasks.isEmpty })
        let place = LedgerChange.TaskPlace(
          domain: domain, index: random.number(0...(report.domains[domain].tasks.count - 1)))
        let edit: LedgerChange.Edit =
          switch random.number(0...5) {
          case 0: .add(InstitutionalOutput(title: random.name()))
          case 1: .set(.status, random.pick(["已完成", "推进中", "未启动"]))
          case 2: .set(.delayReason, random.text(lines: true))
          default: .set(random.pick([.progress, .remark]), random.text(lines: true))
          }
        if case .set(let field, _) = edit,
          changes.contains(where: { other in
            if case .set(field, _) = other.edit { return other.task == place }
            return false
          })
        {
          continue
        }
        touched.insert(place)
        changes.append(LedgerChange(place, edit))
      }
      do {
        let result = String(decoding: try file.changed(changes), as: UTF8.self)
        let kept = untouchedLines(of: text, file.content, touched)
        var lines = result.split(separator: "\n", omittingEmptySubsequences: false)[...]
        for line in kept {
          guard let found = lines.firstIndex(of: line) else {
            Issue.record("seed \(seed): lost \(line)\n\(result)")
            break
          }
          lines = lines[(found + 1)...]
        }
      } catch {
        Issue.record("seed \(seed): \(error)\n\(changes)\n\(text)")
        return
      }
    }
  }

  /// Comments strewn over a ledger: behind lines and between them, where YAML takes them for comments.
  private func commented(_ text: String, _ random: inout RandomReport) -> String {
    var lines: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let isPlace = line.hasSuffix(":") || line.contains("编号: ") || line.hasSuffix("}") || line.hasSuffix("]")
      lines.append(
        String(line) + (isPlace && line.hasPrefix(" ") && random.chance(30) ? "   # 注\(lines.count)" : ""))
    }
    return lines.joined(separator: "\n")
  }

  private func untouchedLines(
    of text: String, _ content: SourcedReport, _ touched: Set<LedgerChange.TaskPlace>
  ) -> [Substring] {
    var spans: [ClosedRange<Int>] = []
    for place in touched {
      let path = FieldPath().field("领域").item(place.domain).field("任务").item(place.index)
      if case .text(_, let span)? = content.places[path] {
        spans.append(span.line...max(span.line, span.endLine))
      }
    }
    return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .filter { index, _ in !spans.contains { $0.contains(index + 1) } }.map(\.element)
  }
}
