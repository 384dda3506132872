import Foundation
import TestSupport
import Testing

/// Whatever units fill in, in whatever order and through whatever program their forms come back: the same ledger.
@Suite(.enabled(if: ExternalTool.hasOpenpyxl, "Python 的 openpyxl 没有安装，跳过填报表的往返测试"))
struct FormRoundTripTests {
  private static let sizes = [(5, 1), (44, 30), (500, 60)]

  private static func ledger(_ tasks: Int, _ units: Int) -> String {
    var text = "年度: 2021\n地区: 甲乙区\n领域:\n"
    for number in 1...tasks {
      if number % 60 == 1 { text += "  - 名称: 领域\(number)\n    任务:\n" }
      text +=
        "      - {编号: 任-\(number), 名称: 任务\(number), 牵头单位: 单位\(number % units), 状态: 推进中}   # 注\(number)\n"
    }
    return text
  }

  /// Fills all forms at random into 交, and gives their names.
  private static func fill(_ place: FormWorkplace, seed: Int) throws -> [String] {
    try place.python(
      """
      import random
      random.seed(\(seed))
      for path in sorted(glob.glob('表/*.xlsx')):
          if '清单' in path: continue
          book = openpyxl.load_workbook(path); s = book['填报']
          for r in range(6, s.max_row + 1):
              if random.random() < 0.6: s.cell(r, 7).value = random.choice(['已完成', '未启动', '延期'])
              if random.random() < 0.6: s.cell(r, 8).value = '进展' + s.cell(r, 2).value + random.choice(['', ': 甲', '\\n二、乙'])
              if s.cell(r, 7).value == '延期':
                  s.cell(r, 11).value = '原因'
                  s.cell(r, 12).value = random.choice(['2022-06-30', '6月', '2022年6月', datetime.date(2022, 9, 30)])
              if random.random() < 0.3: s.cell(r, 9).value = '《办法' + s.cell(r, 2).value + '》'
          book.save('交/' + os.path.basename(path))
      """)
    return try FileManager.default.contentsOfDirectory(atPath: place.folder.appending(path: "交").path)
      .sorted()
  }

  private static func text(_ name: String, in place: FormWorkplace) throws -> String {
    String(decoding: try Data(contentsOf: place.folder.appending(path: name)), as: UTF8.self)
  }

  @Test(arguments: sizes)
  func formsInAnyOrderGiveTheSameLedger(_ tasks: Int, _ units: Int) throws {
    try Workplace.withTemporaryFolder { folder in
      var random = SeededGenerator(seed: UInt64(tasks))
      let place = try FormWorkplace(folder, ledger: Self.ledger(tasks, units))
      let names = try Self.fill(place, seed: tasks)
      #expect(names.count == min(units, tasks))
      // All at once, and one after the other in another order.
      let whole = try place.run(["form", "collect", "台账.yaml", "-o", "一.yaml"] + names.map { "交/\($0)" })
      #expect(whole.status == 0, "\(whole.errors)")
      let shuffled = names.shuffled(using: &random)
      let step = max(1, names.count / 4)
      for start in stride(from: 0, to: shuffled.count, by: step) {
        let part = shuffled[start..<min(start + step, shuffled.count)].map { "交/\($0)" }
        #expect(try place.run(["form", "collect", "台账.yaml"] + part).status == 0)
      }
      #expect(try place.ledger == Self.text("一.yaml", in: place))
      let done = try place.ledger.components(separatedBy: "状态: 已完成").count - 1
      let built = try place.run(["build", "台账.yaml", "--format", "md", "-o", "出"])
      #expect(built.status == 0)
      let report = try Self.text("出/台账.md", in: place)
      #expect(report.contains("\(tasks)") && report.contains("\(done)"))
      let ledger = try place.ledger
      #expect((1...tasks).allSatisfy { ledger.contains("# 注\($0)\n") })
    }
  }

  @Test(
    .enabled(if: ExternalTool.hasLibreOffice, "没有安装 LibreOffice，跳过由它存盘的填报表"), arguments: sizes)
  func formsSavedByLibreOfficeGiveTheSameLedger(_ tasks: Int, _ units: Int) throws {
    try Workplace.withTemporaryFolder { folder in
      let place = try FormWorkplace(folder, ledger: Self.ledger(tasks, units))
      let names = try Self.fill(place, seed: tasks)
      let direct = try place.run(["form", "collect", "台账.yaml", "-o", "一.yaml"] + names.map { "交/\($0)" })
      #expect(direct.status == 0, "\(direct.errors)")
      // As xlsx at once, and by way of ods.
      for (from, format, to) in [
        ("交/*.xlsx", "xlsx", "存"), ("交/*.xlsx", "ods", "转"), ("转/*.ods", "xlsx", "回"),
      ] {
        let outcome = try ExternalTool.run([
          "sh", "-c",
          "cd \"$1\" && soffice -env:UserInstallation=\"file://$1/profile\" --headless --convert-to \(format) --outdir \(to) \(from)",
          "sh", folder.path,
        ])
        #expect(outcome.status == 0, "\(outcome.errors)")
      }
      for way in ["存", "回"] {
        let collected = try place.run(
          ["form", "collect", "台账.yaml", "-o", "\(way).yaml"] + names.map { "\(way)/\($0)" })
        #expect(collected.status == 0, "\(collected.errors)")
        #expect(try Self.text("\(way).yaml", in: place) == Self.text("一.yaml", in: place), "\(way)")
      }
    }
  }

  /// Every unit works in three steps, each on a form that was exported when its own last step was in the ledger; others' forms may
  /// have been exported or collected in between, alone or together.
  @Test(arguments: 1...3)
  func anySequenceOfEditsGivesTheSameLedger(_ seed: Int) throws {
    let units = 4
    let steps = 3
    var ledgers: [String] = []
    for order in 0..<3 {
      try Workplace.withTemporaryFolder { folder in
        var random = SeededGenerator(seed: UInt64(seed * 10 + order))
        let place = try FormWorkplace(folder, ledger: Self.ledger(14, units))
        var left = (0..<units).flatMap { unit in Array(repeating: unit, count: steps) }
        if order > 0 { left.shuffle(using: &random) }
        var taken = Array(repeating: 0, count: units)
        var waiting: [(unit: Int, file: String)] = []
        func collect() throws {
          guard !waiting.isEmpty else { return }
          let outcome = try place.run(
            ["form", "collect", "台账.yaml"] + waiting.shuffled(using: &random).map(\.file))
          #expect(outcome.status == 0, "\(outcome.errors)")
          waiting = []
        }
        for unit in left {
          if waiting.contains(where: { $0.unit == unit }) { try collect() }
          #expect(try place.run(["form", "export", "台账.yaml", "-o", "表", "--force"]).status == 0)
          let file = "交/\(unit)-\(taken[unit]).xlsx"
          try place.python(Self.edit(unit: unit, step: taken[unit], seed: seed, to: file))
          taken[unit] += 1
          waiting.append((unit, file))
          if order == 0 || Bool.random(using: &random) { try collect() }
        }
        try collect()
        let ledger = try place.ledger
        // The last forms once more change nothing.
        let again = try place.run(
          ["form", "collect", "台账.yaml"] + (0..<units).map { "交/\($0)-\(steps - 1).xlsx" })
        #expect(again.status == 0 && again.output.isEmpty, "\(again.errors)")
        #expect(try place.ledger == ledger)
        ledgers.append(ledger)
      }
    }
    #expect(ledgers.count == 3 && Set(ledgers).count == 1)
    #expect(ledgers[0].contains("步") && ledgers[0].contains("新办法"))
  }

  /// A unit's edits of one step (a filled cell is never emptied: that is asked back, as `FormDamageTests` shows). They depend on nothing but the step, and rows move about besides.
  private static func edit(unit: Int, step: Int, seed: Int, to file: String) -> String {
    """
    import random
    random.seed('\(seed)-\(unit)-\(step)')
    path = [p for p in glob.glob('表/*.xlsx') if p.endswith('-单位\(unit).xlsx')][0]
    book = openpyxl.load_workbook(path); s = book['填报']
    for r in range(6, s.max_row + 1):
        name = s.cell(r, 2).value
        if name is None: continue
        if random.random() < 0.5:
            s.cell(r, 7).value = random.choice(['已完成', '未启动', '推进中'])
        if random.random() < 0.5: s.cell(r, 8).value = random.choice(['第\(step)步：' + name, '第\(step)步\\n- 二、乙'])
        if random.random() < 0.4: s.cell(r, 9).value = (s.cell(r, 9).value or '') + '\\n《新办法' + name + '之\(step)》'
        if random.random() < 0.3: s.cell(r, 13).value = random.choice(['# 备注\(step)', '见附件'])
    if random.random() < 0.5:
        rows = [[c.value for c in row] for row in s.iter_rows(min_row=6)]
        random.shuffle(rows)
        for r, row in enumerate(rows):
            for c, value in enumerate(row): s.cell(6 + r, 1 + c).value = value
    book.save('\(file)')
    """
  }
}
