public import ReportModel

/// 台账写出: a report as a ledger file: canonical keys, one order, text quoted where YAML would read it otherwise.
///
/// Reading what was written gives the same report.
public struct LedgerWriting: Sendable {
  private var lines: [String] = []

  /// The YAML text of a report; `remarks` stand as comments at its head.
  public static func text(of report: Report, remarks: [String] = []) -> String {
    var writing = LedgerWriting()
    writing.lines = remarks.map { "# " + $0.replacing("\n", with: " ") }
    writing.write(report)
    return writing.lines.joined(separator: "\n") + "\n"
  }

  private mutating func write(_ report: Report) {
    put("年度", report.year, 0)
    // 待填 stands where a field's value would.
    if !report.origin.toFill.contains("地区") { put("地区", place(report.place), 0) }
    put("标题", report.title, 0)
    put("报告单位", report.reportingUnit, 0)
    put("成文日期", report.issueDate?.ledgerText, 0)
    if report.signature != .belowTitle { put("署名", report.signature.rawValue, 0) }
    put("主送", report.addressee, 0)
    put("完成率口径", report.completionBasis?.rawValue, 0)
    put(report.stated, 0)
    put("导语", report.introduction, 0)
    put(report.achievements, as: "工作成绩")
    if !report.domains.isEmpty {
      lines.append("领域:")
      for domain in report.domains { write(domain, in: report) }
    }
    let loose = report.outputs.filter { home(of: $0, in: report) == nil }
    if !loose.isEmpty {
      lines.append("制度性成果:")
      for output in loose { item(outputFields(output, listed: true), 2) }
    }
    put(report.problems, as: "存在问题")
    put(report.nextSteps, as: "下一步")
    if !report.attachments.isEmpty {
      lines.append("附件:")
      for attachment in report.attachments { lines.append("  - " + Self.scalar(attachment.title)) }
    }
    put(report.figures, 0)
    if !report.sources.isEmpty {
      lines.append("来源:")
      for source in report.sources {
        item([("名称", source.name), ("日期", source.date), ("发布单位", source.publisher), ("说明", source.remark)], 2)
      }
    }
    put(report.origin, 0)
  }

  private mutating func write(_ domain: Domain, in report: Report) {
    lines.append("  - 名称: " + Self.scalar(domain.name))
    put(domain.stated, 4)
    put("概述", domain.summary, 4)
    if !domain.tasks.isEmpty {
      lines.append("    任务:")
      for task in domain.tasks { write(task, in: report) }
    }
    put(domain.figures, 4)
    put(domain.origin, 4)
  }

  private mutating func write(_ task: ReformTask, in report: Report) {
    var first = "      - "
    if let number = task.number {
      lines.append(first + "编号: " + Self.scalar(number))
      first = "        "
    }
    lines.append(first + "名称: " + Self.scalar(task.name))
    put("牵头单位", task.leadUnit, 8)
    put("责任单位", task.supportingUnits, 8)
    put("完成时限", task.deadline?.wording, 8)
    put("状态", task.status?.wording, 8)
    put("进展情况", task.progress, 8)
    let outputs = report.outputs.filter { home(of: $0, in: report) == key(of: task) }
    if !outputs.isEmpty {
      lines.append("        制度性成果:")
      for output in outputs {
        let fields = outputFields(output, listed: false)
        if fields.count(where: { $0.1 != nil }) == 1 {
          lines.append("          - " + Self.quoted(output.title))
        } else {
          item(fields, 10)
        }
      }
    }
    if let delay = task.delay, delay != Delay() {
      lines.append("        延期:")
      put("原因", delay.reason, 10)
      put("延至", delay.until?.wording, 10)
      put("审议", delay.approval, 10)
    }
    if let earlier = task.continues {
      lines.append("        原任务:")
      put("年度", earlier.year, 10)
      put("编号", earlier.number, 10)
      put("名称", earlier.name, 10)
    }
    put(task.figures, 8)
    put("备注", task.remark, 8)
    put(task.origin, 8)
  }

  /// The task that a document is written under: its only one. Others stand in the list.
  private func home(of output: InstitutionalOutput, in report: Report) -> TaskReference? {
    guard output.tasks.count == 1, let reference = output.tasks.first, output.domain == nil else { return nil }
    return report.tasks.contains { key(of: $0) == reference } ? reference : nil
  }

  private func key(of task: ReformTask) -> TaskReference { task.number.map(TaskReference.number) ?? .name(task.name) }

  private func outputFields(_ output: InstitutionalOutput, listed: Bool) -> [(String, String?)] {
    [
      ("名称", output.title), ("文号", output.documentNumber), ("发文单位", output.issuer),
      ("印发日期", output.issueDate?.ledgerText),
      ("任务", listed && !output.tasks.isEmpty ? output.tasks.map(\.text).joined(separator: "、") : nil),
      ("领域", output.domain), ("出处", output.origin.locator),
    ] + open(output.origin)
  }

  /// The fields of an item that a person has to look at or to fill.
  private func open(_ origin: Origin) -> [(String, String?)] {
    [("待核", origin.toVerify.isEmpty ? nil : Self.flow(origin.toVerify))] + origin.toFill.map { ($0, "待填") }
  }

  private func place(_ place: AdministrativePlace) -> [(String, String?)] {
    [("全称", place.fullName), ("简称", place.shortName), ("自称", place.selfName)]
  }

  // MARK: Pieces

  private mutating func put(_ key: String, _ value: Int?, _ indent: Int) {
    guard let value else { return }
    lines.append(String(repeating: " ", count: indent) + "\(key): \(value)")
  }

  private mutating func put(_ key: String, _ value: String?, _ indent: Int) {
    guard let value else { return }
    lines.append(String(repeating: " ", count: indent) + "\(key): " + Self.scalar(value))
  }

  private mutating func put(_ key: String, _ values: [String], _ indent: Int) {
    guard !values.isEmpty else { return }
    lines.append(String(repeating: " ", count: indent) + "\(key): " + Self.flow(values))
  }

  private mutating func put(_ key: String, _ fields: [(String, String?)], _ indent: Int) {
    let inner = fields.compactMap { name, value in value.map { "\(name): " + Self.quoted($0) } }
    lines.append(String(repeating: " ", count: indent) + "\(key): {" + inner.joined(separator: ", ") + "}")
  }

  private mutating func put(_ stated: StatedCounts, _ indent: Int) {
    put("任务数", stated.tasks, indent)
    put("完成数", stated.completed, indent)
    put("延期数", stated.delayed, indent)
    put("制度性成果数", stated.outputs, indent)
  }

  private mutating func put(_ origin: Origin, _ indent: Int) {
    for name in origin.toFill { put(name, "待填", indent) }
    put("出处", origin.locator, indent)
    put("待核", origin.toVerify, indent)
  }

  private mutating func put(_ parts: [NarrativePart], as key: String) {
    guard !parts.isEmpty else { return }
    lines.append("\(key):")
    for part in parts {
      item(
        [
          ("小标题", part.heading), ("内容", part.text), ("出处", part.origin.locator),
        ] + open(part.origin), 2)
    }
  }

  private mutating func put(_ figures: [StatedFigure], _ indent: Int) {
    guard !figures.isEmpty else { return }
    lines.append(String(repeating: " ", count: indent) + "数据:")
    for figure in figures {
      item(
        [
          ("指标", figure.measure), ("数值", Self.number(figure.quantity)),
          ("单位", figure.quantity.unit.isEmpty ? nil : figure.quantity.unit),
          ("约数", figure.quantity.approximation?.rawValue), ("截至", figure.asOf), ("出处", figure.origin.locator),
        ] + open(figure.origin), indent + 2)
    }
  }

  /// One item of a list, its fields below one another.
  private mutating func item(_ fields: [(String, String?)], _ indent: Int) {
    var lead = String(repeating: " ", count: indent) + "- "
    for (name, value) in fields {
      guard let value else { continue }
      let isList = name == "待核" && value.hasPrefix("[")
      lines.append(lead + "\(name): " + (isList ? value : Self.scalar(value)))
      lead = String(repeating: " ", count: indent + 2)
    }
  }

  /// A figure with its printed digits: 1.5万 stays 1.5万, so that its precision is read back.
  private static func number(_ quantity: Quantity) -> String {
    var plain = quantity
    plain.unit = ""
    plain.approximation = nil
    return plain.chinese
  }

  private static func flow(_ values: [String]) -> String {
    "[" + values.map { quoted($0) }.joined(separator: ", ") + "]"
  }

  /// A scalar: plain where it cannot be misread, quoted otherwise.
  static func scalar(_ text: String) -> String { isPlain(text) ? text : quoted(text) }

  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else { return false }
    guard !first.isASCII || first.properties.isAlphabetic || first.decimalDigit != nil, !first.properties.isWhitespace,
      !last.properties.isWhitespace, !["null", "Null", "NULL", "~", "true", "false", "yes", "no"].contains(text)
    else { return false }
    return !text.unicodeScalars.contains {
      "#:{}[],&*!|>'\"%@`\\\n\r\t".unicodeScalars.contains($0) || $0.value < 32 || $0.value == 0x7F
        || (0xFF00...0xFF5E).contains($0.value) || $0.value == 0x3000 || (0x80...0x9F).contains($0.value)
        || $0.value == 0x2028 || $0.value == 0x2029 || $0.value == 0xFEFF
    }
  }

  /// In double quotes, with escapes for what may not stand in them.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      default:
        if scalar.value < 32 || (0x7F...0x9F).contains(scalar.value) || scalar.value == 0x2028 || scalar.value == 0x2029
          || scalar.value == 0xFEFF
        {
          let hex = String(scalar.value, radix: 16)
          quoted += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
        } else {
          quoted.unicodeScalars.append(scalar)
        }
      }
    }
    return quoted + "\""
  }
}
