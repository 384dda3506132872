import ReportModel

/// 同一机构的不同叫法: names that share few characters and yet are used for one and the same body.
struct KnownNames {
  private let prose: CheckProse

  init(_ prose: CheckProse) { self.prose = prose }

  /// Each rarer name with the more usual one, where both are of one level: 区政务服务中心, 区政务大厅.
  func pairs() -> [(usual: Range<Int>, rare: Range<Int>)] {
    var uses: [Int: [(name: Int, range: Range<Int>, count: Int)]] = [:]
    var end = 0
    Self.table.scan(prose.units) { name, range in
      guard range.lowerBound >= end, range.lowerBound > 0, prose.isRead(range.lowerBound),
        let level = Self.levels.firstIndex(of: prose.units[range.lowerBound - 1])
      else { return }
      end = range.upperBound
      let key = Self.rowOfName[name] * Self.levels.count + level
      let place = range.lowerBound - 1..<range.upperBound
      if let known = uses[key]?.firstIndex(where: { $0.name == name }) {
        uses[key]?[known].count += 1
      } else {
        uses[key, default: []].append((name, place, 1))
      }
    }
    return uses.values.filter { $0.count == 2 && min($0[0].count, $0[1].count) < 3 }
      .sorted { $0[0].range.lowerBound < $1[0].range.lowerBound }
      .map { found in
        found[0].count >= found[1].count ? (found[0].range, found[1].range) : (found[1].range, found[0].range)
      }
  }

  private static let levels = Mark.word("省市区县镇乡")
  private static let rows = [
    "政务服务中心 政务大厅 政务服务大厅 行政服务中心 政务中心", "便民服务中心 便民服务大厅 便民大厅", "市民中心 市民服务中心",
    "社会治理中心 社会治理服务中心 综治中心", "融媒体中心 融媒中心 全媒体中心", "数据资源局 数据资源管理局 大数据局 大数据管理局 数据局",
    "行政审批局 行政审批服务局", "政务服务局 政务服务管理局", "公共资源交易中心 公共资源交易管理中心 公共资源中心",
    "新时代文明实践中心 新时代文明中心", "党群服务中心 党群活动中心", "网格化管理中心 网格化服务管理中心 网格中心",
    "产业引导基金 产业投资引导基金 产业发展引导基金", "人才服务中心 人才发展中心", "营商环境局 优化营商环境局",
  ]
  private static let names = rows.flatMap { $0.split(separator: " ").map(String.init) }
  private static let rowOfName = rows.enumerated().flatMap { row, names in
    names.split(separator: " ").map { _ in row }
  }
  private static let table = PhraseTable(names)
}
