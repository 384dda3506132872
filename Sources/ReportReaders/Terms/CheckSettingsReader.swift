public import Foundation
public import ReportModel
import YAMLTree

/// 核对设置读入: reads `核对设置.yaml`: rules switched off or rated otherwise, findings silenced with a reason.
///
/// ```yaml
/// 规则:
///   wording.punctuation-style: 关闭      # 或 错误、警告、提示;也可以只写组名 wording
/// 免报:
///   - {规则: arithmetic.sum, 原文: 382亿美元, 理由: 已向商务局核实}
/// ```
public struct CheckSettingsReader: Sendable {
  /// The name under which settings are found beside a draft or a ledger.
  public static let fileName = "核对设置.yaml"

  /// A reader of settings.
  public init() {}

  /// Reads a settings file.
  /// - Throws: `InvalidInput` with every fault found.
  public func read(_ file: URL) throws(InvalidInput) -> CheckSettings {
    let name = file.relativePath
    let bytes = try readBytes(of: file, limit: OfficeTermsReader.largestFile, kind: "核对设置")
    var map = try TermMap(try decodeText(bytes, file: name).text, file: name)
    var settings = CheckSettings()
    for (rule, value) in map.map("规则") {
      if let severity = Severity.allCases.first(where: { $0.chinese == value.text }) {
        settings.changes.append(RuleChange(rule, severity: severity))
      } else if value.text == "关闭" {
        settings.changes.append(RuleChange(rule, severity: nil))
      } else {
        map.fault(value.mark, "“\(value.text)”不是级别", "请写：错误、警告、提示，或关闭")
      }
    }
    for var row in map.rows("免报") {
      settings.silences.append(
        CheckSettings.Silence(
          rule: row.required("规则"), words: row.required("原文"), reason: row.required("理由"), place: row.place))
      map.take(row)
    }
    try map.finish()
    return settings
  }
}
