import Foundation
import TestSupport
import Testing

/// Forms out and back through other programs, decisions on conflicts, and what is told beside it.
@Suite(.enabled(if: ExternalTool.hasOpenpyxl, "Python 的 openpyxl 没有安装，跳过填报表的往返测试"))
struct FormCollectTests {
  @Test func conflictsAreDecidedInATableAndTakenTheSecondTime() throws {
    try Workplace.withTemporaryFolder { folder in
      let place = try FormWorkplace(folder)
      try place.python("tasks['H6'] = '表里的'; tasks['K8'] = None; tasks['L8'] = '尽快'; done()")
      let changed = FormWorkplace.ledger.replacing("已开会", with: "台账里的")
      try Data(changed.utf8).write(to: folder.appending(path: "台账.yaml"))
      let first = try place.collect()
      #expect(first.status == 1 && first.errors.contains("发表以后台账也改过"), "\(first.errors)")
      #expect(try place.ledger == changed)
      let dump = try WorkbookDump(reading: folder.appending(path: "台账-待定.xlsx"))
      let sheet = try #require(dump["待定"])
      #expect(sheet.isProtected && sheet.values["G5"] == "台账里的" && sheet.values["G6"] == "表里的")
      #expect(sheet.values["G8"] == "（空）" && sheet.unlocked.contains("H5") && !sheet.unlocked.contains("G5"))

      // Undecided, the table changes nothing; a second one does not take its place.
      let second = try place.collect(["台账-待定.xlsx"])
      #expect(second.status == 1)
      #expect(FileManager.default.fileExists(atPath: folder.appending(path: "台账-待定2.xlsx").path))

      try place.python(
        """
        book = openpyxl.load_workbook('台账-待定.xlsx'); s = book['待定']
        s['H6'] = '是'; s['H8'] = '是'; s['I10'] = '2022-12'
        book.save('台账-待定.xlsx')
        """)
      let third = try place.collect(["台账-待定.xlsx"])
      #expect(third.status == 0, "\(third.errors)")
      let ledger = try place.ledger
      #expect(
        ledger
          == changed.replacing("台账里的", with: "表里的")
          .replacing("原因: 等方案, 延至: 2022-06", with: "原因: , 延至: 2022-12"))
      let fourth = try place.collect(["台账-待定.xlsx"])
      #expect(fourth.status == 0 && fourth.output.isEmpty, "\(fourth.errors)")
      #expect(try place.ledger == ledger)
    }
  }

  @Test func aDecisionMadeOnAnOlderLedgerIsNotTaken() throws {
    try Workplace.withTemporaryFolder { folder in
      let place = try FormWorkplace(folder)
      try place.python("tasks['H6'] = '表里的'; done()")
      for words in ["台账里的", "台账里又改了"] {
        let changed = FormWorkplace.ledger.replacing("已开会", with: words)
        try Data(changed.utf8).write(to: folder.appending(path: "台账.yaml"))
        let outcome = try place.collect(words == "台账里的" ? [] : ["台账-待定.xlsx"])
        #expect(outcome.status == 1)
        if words == "台账里的" {
          try place.python(
            "book = openpyxl.load_workbook('台账-待定.xlsx'); book['待定']['H6'] = '是'; book.save('台账-待定.xlsx')")
        } else {
          #expect(outcome.errors.contains("这个决定没有采用"))
          #expect(try place.ledger == changed)
        }
      }
    }
  }

  @Test func formsOpenWhatMayBeFilledAndLockTheRest() throws {
    try Workplace.withTemporaryFolder { folder in
      let place = try FormWorkplace(folder)
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "表").path)
        .sorted()
      #expect(names == ["00-发放清单.xlsx", "01-区发改委.xlsx", "02-区委宣传部.xlsx"])
      let dump = try WorkbookDump(reading: folder.appending(path: "表/01-区发改委.xlsx"))
      let tasks = try #require(dump["填报"])
      #expect(
        tasks.isProtected && Set(tasks.unlocked).isSuperset(of: ["G6", "H7", "I8", "J6", "K6", "L6", "M6"]))
      #expect(!tasks.unlocked.contains { $0.hasPrefix("D") || $0.hasPrefix("N") })
      #expect(tasks.hiddenColumns.sorted() == ["N", "O"] && tasks.orientation == "landscape")
      #expect(tasks.comments.count == 13 && tasks.validations.contains { $0.hasPrefix("list G6:G8 ") })
      #expect(tasks.validations.contains { $0.hasPrefix("date L6:L8 ") })
      #expect(dump["字典"]?.state == "hidden")
      #expect(tasks.cells.values.filter { $0 == "融合媒体" }.isEmpty)
      let index = try WorkbookDump(reading: folder.appending(path: "表/00-发放清单.xlsx"))
      #expect(index.sheets[0].values["C4"] == "02-区委宣传部.xlsx")
      // Same ledger, same bytes; and nothing is replaced unasked.
      let before = try Data(contentsOf: folder.appending(path: "表/01-区发改委.xlsx"))
      #expect(try place.run(["form", "export", "台账.yaml", "-o", "表"]).status == 3)
      #expect(try place.run(["form", "export", "台账.yaml", "-o", "表", "--force"]).status == 0)
      #expect(try Data(contentsOf: folder.appending(path: "表/01-区发改委.xlsx")) == before)
    }
  }

  @Test func unitsThatDidNotAnswerAreTold() throws {
    try Workplace.withTemporaryFolder { folder in
      let place = try FormWorkplace(folder)
      try place.python("tasks.delete_rows(7); done()")
      let outcome = try place.collect()
      #expect(outcome.status == 0)
      #expect(outcome.errors.contains("没有交表的单位（1个）：区委宣传部"))
      #expect(outcome.errors.contains("没有改动的单位：区发改委"))
      #expect(outcome.errors.contains("区发改委交回的表里缺任务：经济-02"))
      #expect(try place.ledger == FormWorkplace.ledger)
    }
  }

  @Test func theLedgerMayBeSavedElsewhereAndItsLinkIsFollowed() throws {
    try Workplace.withTemporaryFolder { folder in
      let place = try FormWorkplace(folder)
      try place.python("tasks['H6'] = '新进展'; done(); os.symlink('台账.yaml', '链接.yaml')")
      #expect(try place.collect(["-o", "新.yaml"]).status == 0)
      #expect(try place.ledger == FormWorkplace.ledger)
      let piped = try place.collect(["-o", "-"])
      #expect(piped.output == FormWorkplace.ledger.replacing("已开会", with: "新进展"))
      #expect(try place.run(["form", "collect", "链接.yaml", "交/甲.xlsx"]).status == 0)
      #expect(try place.ledger == FormWorkplace.ledger.replacing("已开会", with: "新进展"))
      #expect(
        (try FileManager.default.attributesOfItem(atPath: folder.appending(path: "链接.yaml").path))[.type]
          as? FileAttributeType == .typeSymbolicLink)
    }
  }

  @Test(.enabled(if: ExternalTool.hasLibreOffice, "没有安装 LibreOffice，跳过由它存盘的填报表"))
  func aFormSavedByLibreOfficeIsTheSameForm() throws {
    try Workplace.withTemporaryFolder { folder in
      let place = try FormWorkplace(folder)
      try place.python(
        "tasks['H6'] = '第一行\\n第二行'; tasks['G6'] = '已完成'; tasks['L8'] = datetime.date(2022, 9, 30); done()")
      let outcome = try ExternalTool.run([
        "soffice", "-env:UserInstallation=\(folder.appending(path: "profile").absoluteString)", "--headless",
        "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", folder.appending(path: "存").path,
        folder.appending(path: "交/甲.xlsx").path,
      ])
      #expect(outcome.status == 0)
      let collected = try place.run(["form", "collect", "台账.yaml", "存/甲.xlsx"])
      #expect(collected.status == 0, "\(collected.errors)")
      let ledger = try place.ledger
      #expect(
        ledger.contains("进展情况: |-\n          第一行\n          第二行\n") && ledger.contains("延至: 2022-09-30"))
      #expect(collected.output.split(separator: "\n").count == 3, "\(collected.output)")
    }
  }
}
