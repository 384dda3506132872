public import ReportModel

/// 填报表: one form a lead unit with its tasks only, and a list of who got what.
///
/// Names are reproducible: units are numbered in the order in which the ledger first names them.
public struct FormPackage: Sendable {
  /// One unit's form.
  public struct Form: Sendable {
    /// 填报单位; nil for tasks of which the ledger names no lead unit.
    public var unit: String?
    /// The file's name, such as `01-区财政局.xlsx`.
    public var fileName: String
    /// The domain and index of each task.
    public var tasks: [(domain: Int, index: Int)]

    /// The unit as people read it.
    public var unitName: String { unit ?? "未注明牵头单位" }
  }

  /// The name of the list's file.
  public static let indexName = "00-发放清单.xlsx"

  /// The forms, in the order of their numbers.
  public let forms: [Form]
  private let report: Report
  private let layout: AttachmentLayout

  /// The forms of a report; column widths follow the clerk's columns file.
  public init(_ report: Report, layout: AttachmentLayout) {
    self.report = report
    self.layout = layout
    var order: [String?] = []
    var tasks: [String?: [(domain: Int, index: Int)]] = [:]
    for (d, domain) in report.domains.enumerated() {
      for (t, task) in domain.tasks.enumerated() {
        if tasks[task.leadUnit] == nil { order.append(task.leadUnit) }
        tasks[task.leadUnit, default: []].append((d, t))
      }
    }
    let units = order.filter { $0 != nil } + order.filter { $0 == nil }
    let digits = max(2, String(units.count).count)
    forms = units.enumerated().map { number, unit in
      let serial = String(number + 1)
      let padded = String(repeating: "0", count: digits - serial.count) + serial
      let name = Self.fileSafe(unit ?? "未注明牵头单位")
      return Form(unit: unit, fileName: "\(padded)-\(name).xlsx", tasks: tasks[unit] ?? [])
    }
  }

  /// Writes one unit's form.
  /// - Throws: as `AttachmentWorkbook.write(to:)`.
  public func write(_ form: Form, to file: String) throws {
    try FormWorkbook(form, report, layout).write(to: file)
  }

  /// Writes the list of who got what.
  /// - Throws: as `AttachmentWorkbook.write(to:)`.
  public func writeIndex(to file: String) throws {
    try FormIndex(forms, report).write(to: file)
  }

  /// A unit's name without what Windows and Linux do not take in a file's name, at most 60 characters of it.
  private static func fileSafe(_ unit: String) -> String {
    let safe = unit.unicodeScalars.map { scalar in
      scalar.value < 0x20 || scalar.properties.isWhitespace || "\\/:*?\"<>|".unicodeScalars.contains(scalar)
        ? "_" : scalar
    }
    return String(String.UnicodeScalarView(safe.prefix(60)))
  }
}
