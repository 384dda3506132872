import ReportModel

/// 本领域: counts that are told of a field.
extension StatusReading {
  /// 第三,行政体制改革七项任务完成六项: of a field, though no heading of one stands over it.
  static func namesField(_ figure: Int, _ page: FigurePage) -> Bool {
    let lead = page.lead(figure)
    // 本行动6项任务: of the part that tells it.
    if lead.count <= 5, let first = lead.first, own.contains(page.units[first]),
      page.words(lead.dropFirst()).hasAnyPrefix(parts)
    {
      return true
    }
    return lead.count >= 5 && page.words(lead).hasAnySuffix(["体制改革", "制度改革", "方面"])
  }

  static let ownFields = parts.flatMap { ["本" + $0, "该" + $0] }
  private static let own = UnitSet("本该")
  private static let parts = ["领域", "行动", "板块", "条线", "专项", "方面", "小组", "专班", "工程", "片区", "部分"]
}
