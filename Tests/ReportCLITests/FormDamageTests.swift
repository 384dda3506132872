import Foundation
import TestSupport
import Testing

/// The ways in which clerks damage forms: each is merged rightly, or refused with its cell; nothing is lost in silence.
@Suite(.enabled(if: ExternalTool.hasOpenpyxl, "Python 的 openpyxl 没有安装，跳过填报表的损坏测试"))
struct FormDamageTests {
  struct Damage: CustomTestStringConvertible, Sendable {
    enum Result: Sendable {
      /// The ledger then holds these texts.
      case merged([String])
      /// Nothing is written, and this is said.
      case refused([String])
    }
    var testDescription: String
    var script: String
    var result: Result

    init(_ name: String, _ script: String, _ result: Result) {
      testDescription = name
      self.script = script
      self.result = result
    }
  }

  /// What a unit really did: 经济-01 is done, in row 6.
  private static let fill = "tasks['G6'] = '已完成'; tasks['H6'] = '新进展甲'\n"
  private static let filled = ["状态: 已完成", "进展情况: 新进展甲"]

  private static let damages: [Damage] = moved + pasted + typed + foreign

  private static let moved: [Damage] = [
    Damage("nothing", fill + "done()", .merged(filled)),
    Damage(
      "rows sorted the other way",
      fill
        + """
        rows = [[c.value for c in row] for row in tasks.iter_rows(min_row=6, max_row=8)]
        for r, row in enumerate(reversed(rows)):
            for c, value in enumerate(row): tasks.cell(6 + r, 1 + c).value = value
        done()
        """, .merged(filled)),
    Damage(
      "a blank row put in", fill + "tasks.insert_rows(6); tasks.insert_rows(8)\ndone()", .merged(filled)),
    Damage("a row deleted", fill + "tasks.delete_rows(7)\ndone()", .merged(filled)),
    Damage("title rows deleted", fill + "tasks.delete_rows(1, 3)\ndone()", .merged(filled)),
    Damage(
      "columns moved",
      fill
        + """
        rows = values(tasks)
        rows = [[r[7]] + r[:7] + r[8:] for r in rows[3:]]
        paste(rows, '甲.xlsx')
        """, .merged(filled)),
    Damage(
      "heads renamed", fill + "tasks['G4'] = '办得怎样'; tasks['H4'] = '情况说明'\ndone()", .merged(filled)),
    Damage(
      "heads renamed and keys gone", fill + "tasks['H4'] = '情况说明'; tasks.delete_rows(5)\ndone()",
      .refused(["填报!H4", "情况说明"])),
    Damage("keys gone", fill + "tasks.delete_rows(5)\ndone()", .merged(filled)),
    Damage(
      "a column of notes put in",
      fill + "tasks.insert_cols(9); tasks['I4'] = '联系人'; tasks['I6'] = '张三'\ndone()", .merged(filled)),
    Damage("a column deleted", fill + "tasks.delete_cols(13)\ndone()", .merged(filled)),
    Damage(
      "only some columns sorted",
      "for c in range(1, 14): tasks.cell(6, c).value, tasks.cell(7, c).value = tasks.cell(7, c).value, tasks.cell(6, c).value\n"
        + "tasks['H6'] = '新进展'\ndone()",
      .refused(["填报!B6", "标识"])),
    Damage(
      "cells merged over two tasks", "tasks['H6'] = '合写'; tasks.merge_cells('H6:H7')\ndone()",
      .refused(["填报!H7", "合并"])),
    Damage(
      "rows hidden by a filter", fill + "tasks.row_dimensions[6].hidden = True\ndone()", .merged(filled)),
    Damage(
      "the sheet renamed, the others gone",
      fill + "tasks.title = 'Sheet9'; del book['新增成果']; del book['字典']\ndone()", .merged(filled)),
  ]

  private static let pasted: [Damage] = [
    Damage(
      "pasted as values into another workbook", fill + "paste([['说明'], []] + values(tasks)[3:], '甲.xlsx')",
      .merged(filled)),
    Damage(
      "two units pasted into one sheet",
      fill
        + """
        other = openpyxl.load_workbook('表/02-区委宣传部.xlsx')['填报']
        other['H6'] = '新进展乙'
        paste(values(tasks)[3:] + [[]] + values(other)[3:], '甲.xlsx')
        """, .merged(filled + ["进展情况: 新进展乙"])),
    Damage(
      "pasted without heads", fill + "paste(values(tasks)[5:], '甲.xlsx')", .refused(["汇总!N1", "没有表头"])),
    Damage(
      "hidden columns lost, ledger empty there", "tasks['H7'] = '新进展丙'; tasks.delete_cols(14, 2)\ndone()",
      .merged(["进展情况: 新进展丙"])),
    Damage(
      "hidden columns lost, ledger filled there", fill + "tasks.delete_cols(14, 2)\ndone()",
      .refused(["填报!H6", "指纹丢了"])),
    Damage(
      "an answer in a row of nobody", fill + "tasks['H20'] = '还有一项'\ndone()", .refused(["填报!B20", "没有任务编号"])),
    Damage("a remark under the table", fill + "tasks['D20'] = '填表人\u{FF1A}张三'\ndone()", .merged(filled)),
    Damage("the same answer twice", fill + "done(); done('乙.xlsx')", .merged(filled)),
    Damage(
      "two answers", fill + "done(); tasks['H6'] = '另一说'; done('乙.xlsx')",
      .refused(["甲.xlsx!填报!H6", "乙.xlsx!填报!H6", "不同的答复"])),
    Damage(
      "a row copied, one of them as it was",
      "for c in range(1, 16): tasks.cell(9, c).value = tasks.cell(6, c).value\n" + fill + "done()",
      .merged(filled)),
    Damage(
      "a heading in the middle", fill + "tasks.insert_rows(7); tasks['A7'] = '二、其他'\ndone()", .merged(filled)),
  ]

  private static let typed: [Damage] = [
    Damage("text for a date", fill + "tasks['L8'] = '尽快'\ndone()", .refused(["填报!L8", "不是日期"])),
    Damage("a day that is not", fill + "tasks['L8'] = '2022-02-30'\ndone()", .refused(["填报!L8", "不存在"])),
    Damage(
      "a date as a number", "tasks['L8'] = 44742\ntasks['L8'].number_format = 'General'\ndone()",
      .merged(["延至: 2022-06-30"])),
    Damage("a real date", "tasks['L8'] = datetime.date(2022, 9, 30)\ndone()", .merged(["延至: 2022-09-30"])),
    Damage("a date in words", "tasks['L8'] = '2022年三季度'\ndone()", .merged(["延至: 2022年三季度"])),
    Damage("an unknown status", fill + "tasks['G6'] = '差不多'\ndone()", .refused(["填报!G6", "不认识的状态"])),
    Damage(
      "status and prose in one cell", "tasks['G6'] = '已完成。出台办法'\ndone()", .refused(["填报!G6", "不认识的状态"])),
    Damage("other words for a status", "tasks['G6'] = '提前完成'\ndone()", .merged(["状态: 提前完成"])),
    Damage("an error cell", fill + "tasks['H7'] = '#REF!'\ndone()", .refused(["填报!H7", "#REF!"])),
    Damage("a formula never calculated", fill + "tasks['H7'] = '=H6'\ndone()", .refused(["填报!H7", "公式"])),
    Damage("a number for words", "tasks['H6'] = 12\ndone()", .merged(["进展情况: 12"])),
    Damage("a cell emptied", fill + "tasks['K8'] = None\ndone()", .refused(["填报!K8", "清空"])),
    Damage(
      "blanks and line ends", "tasks['H6'] = ' 已开会 \\r\\n'; tasks['H7'] = '新进展丁\\r\\n第二行  '\ndone()",
      .merged(["\"新进展丁\\n第二行\""])),
    Damage("a document dropped", "tasks['I6'] = '《旧办法》'\ndone()", .refused(["填报!I6", "《旧细则》"])),
    Damage("numbers that do not fit", "tasks['J6'] = '1号\\n2号\\n3号'\ndone()", .refused(["对不上"])),
    Damage(
      "a document on top of the list", "tasks['I6'] = '1.《新规》\\n2.《旧办法》\\n3.《旧细则》'\ndone()",
      .merged(["\"新规\"", "{名称: 旧细则, 文号: 云政〔2021〕1号}"])),
    Damage(
      "new documents",
      "outputs['A6'] = '经济-02'; outputs['B6'] = '《甲规》'; outputs['E6'] = datetime.date(2021, 5, 2)\ndone()",
      .merged(["{名称: \"甲规\", 印发日期: 2021-05-02}"])),
    Damage("a new document of no task", "outputs['B6'] = '《甲规》'\ndone()", .refused(["新增成果!A6"])),
    Damage("a new document without a title", "outputs['C6'] = '3号'\ndone()", .refused(["新增成果!C6"])),
  ]

  private static let foreign: [Damage] = [
    Damage(
      "another year",
      fill
        + "for r in (6, 7, 8): tasks.cell(r, 14).value = tasks.cell(r, 14).value.replace('2021', '2020')\ndone()",
      .refused(["填报!B6", "2020年"])),
    Damage(
      "another place",
      fill + "for r in (6, 7, 8): tasks.cell(r, 14).value = 'RR1/2021/00000000/编号/经济-01'\ndone()",
      .refused(["填报!B6", "别的地区"])),
    Damage(
      "a task that is gone",
      fill
        + "tasks['N7'] = 'RR1/2021/' + tasks['N7'].value.split('/')[2] + '/编号/经济-09'; tasks['B7'] = '经济-09'; tasks['D7'] = '没有的'; tasks['H7'] = '进展'\ndone()",
      .refused(["填报!B7", "已经没有"])),
    Damage(
      "no form at all", fill + "done(); paste([['甲', '乙'], [1, 2]], '乙.xlsx')", .refused(["乙.xlsx", "没有填报表"])),
    Damage(
      "half a file",
      fill
        + "done(); data = open('交/甲.xlsx', 'rb').read(); open('交/甲.xlsx', 'wb').write(data[:len(data) // 2])",
      .refused(["甲.xlsx"])),
    Damage(
      "an old or encrypted file",
      "open('交/甲.xlsx', 'wb').write(bytes.fromhex('D0CF11E0A1B11AE1') + b'\\0' * 600)", .refused(["甲.xlsx"])),
    Damage("an empty file", "open('交/甲.xlsx', 'wb').close()", .refused(["甲.xlsx", "空"])),
  ]

  @Test(arguments: damages) func eachIsMergedOrRefused(_ damage: Damage) throws {
    try Workplace.withTemporaryFolder { folder in
      let place = try FormWorkplace(folder)
      try place.python(damage.script)
      let outcome = try place.collect()
      let ledger = try place.ledger
      switch damage.result {
      case .merged(let texts):
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(texts.allSatisfy(ledger.contains), "\(ledger)\n\(outcome.errors)")
        #expect(ledger.contains("# 抬头\n") && ledger.contains("# 注一\n") && ledger.contains("# 无编号\n"))
        let again = try place.collect()
        #expect(again.status == 0 && again.output.isEmpty, "\(again)")
        #expect(try place.ledger == ledger)
      case .refused(let words):
        #expect(outcome.status == 1 || outcome.status == 2, "\(outcome.output)\n\(ledger)")
        #expect(words.allSatisfy(outcome.errors.contains), "\(outcome.errors)")
        #expect(ledger == FormWorkplace.ledger)
      }
    }
  }
}
