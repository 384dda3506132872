import Foundation
import TestSupport

/// A ledger with its forms in a folder, and the command that works on them.
struct FormWorkplace {
  let folder: URL

  static let ledger = """
    # 抬头
    年度: 2021
    地区: {全称: 临江市云岭区, 简称: 云岭区}
    领域:
      - 名称: 经济体制改革
        任务:
          - 编号: 经济-01   # 注一
            名称: 建立调度机制
            牵头单位: 区发改委
            完成时限: 2021-09
            状态: 推进中
            进展情况: 已开会
            制度性成果: [旧办法, {名称: 旧细则, 文号: 云政〔2021〕1号}]
          - {编号: 经济-02, 名称: 整合平台公司, 牵头单位: 区发改委, 状态: 未启动}
          - {编号: 经济-03, 名称: 盘活资产, 牵头单位: 区发改委, 状态: 延期, 延期: {原因: 等方案, 延至: 2022-06}}
      - 名称: 文化体制改革
        任务:
          - 名称: 融合媒体   # 无编号
            牵头单位: 区委宣传部
            状态: 推进中
    # 完

    """

  /// Makes the ledger and exports its forms.
  init(_ folder: URL, ledger: String = Self.ledger) throws {
    self.folder = folder
    try Data(ledger.utf8).write(to: folder.appending(path: "台账.yaml"))
    let outcome = try run(["form", "export", "台账.yaml", "-o", "表"])
    guard outcome.status == 0 else { throw CocoaError(.fileWriteUnknown) }
  }

  struct Outcome {
    var status: Int32
    var output: String
    var errors: String
  }

  private static let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appending(path: "reform-report").path

  /// Runs the command in the folder.
  func run(_ arguments: [String]) throws -> Outcome {
    let outcome = try ExternalTool.run(
      ["sh", "-c", "cd \"$1\" && shift && exec \"$@\"", "sh", folder.path, Self.program] + arguments)
    return Outcome(
      status: outcome.status, output: String(decoding: outcome.output, as: UTF8.self), errors: outcome.errors)
  }

  /// Works on workbooks with openpyxl: `book`, `tasks` and `outputs` are the first unit's form and its sheets, `done(…)` saves it.
  func python(_ script: String) throws {
    let outcome = try ExternalTool.run(["python3", "-c", Self.prelude + script, folder.path])
    guard outcome.status == 0 else {
      throw CocoaError(.fileReadCorruptFile, userInfo: [NSLocalizedDescriptionKey: outcome.errors])
    }
  }

  private static let prelude = """
    import sys, os, glob, datetime, openpyxl
    from copy import copy
    os.chdir(sys.argv[1])
    os.makedirs('交', exist_ok=True)
    book = openpyxl.load_workbook(sorted(glob.glob('表/01-*.xlsx'))[0])
    tasks, outputs = book['填报'], book['新增成果']
    def done(name='甲.xlsx'): book.save('交/' + name)
    def values(sheet): return [[c.value for c in row] for row in sheet.iter_rows()]
    def paste(rows, name):
        new = openpyxl.Workbook()
        new.active.title = '汇总'
        for row in rows: new.active.append(row)
        new.save('交/' + name)
        return new

    """

  /// Collects whatever is in 交.
  func collect(_ more: [String] = []) throws -> Outcome {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "交").path).sorted()
    return try run(["form", "collect", "台账.yaml"] + names.map { "交/\($0)" } + more)
  }

  var ledger: String {
    get throws { String(decoding: try Data(contentsOf: folder.appending(path: "台账.yaml")), as: UTF8.self) }
  }
}
