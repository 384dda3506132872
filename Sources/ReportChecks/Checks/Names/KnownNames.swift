import ReportModel

/// 同一机构的不同叫法: names that share few characters and yet are used for one and the same body.
struct KnownNames {
  private let prose: CheckProse

  init(_ prose: CheckProse) { self.prose = prose }

  /// A body that a text names at one level of government.
  struct Use {
    fileprivate var body: Int
    /// Where it is first named, with the level.
    var range: Range<Int>
    fileprivate var count = 1
    /// Whether the level stands without the name of a place before it.
    fileprivate(set) var isBare = false
  }

  /// Each rarer name with the more usual one, where both are of one level: 区政务服务中心, 区政务大厅. Two names that both follow the
  /// name of a place may be those of two places.
  func pairs() -> [(usual: Range<Int>, rare: Range<Int>)] {
    uses().values
      .filter {
        // 市民委、市民宗局: side by side they are two.
        $0.count == 2 && min($0[0].count, $0[1].count) < 3 && ($0[0].isBare || $0[1].isBare)
          && !prose.clause(around: $0[0].range).contains($0[1].range.lowerBound)
      }
      .sorted { $0[0].range.lowerBound < $1[0].range.lowerBound }
      .map { $0[0].count >= $0[1].count ? ($0[0].range, $0[1].range) : ($0[1].range, $0[0].range) }
  }

  /// Bodies that the text names otherwise than a list of units does, each with the number of the unit: the text has none of the list's names.
  func strangers(to units: [String]) -> [(use: Use, unit: Int)] {
    var listed: [Int: [(body: Int, unit: Int)]] = [:]
    for (number, unit) in units.enumerated() {
      Self.scan(Mark.word(unit)) { key, body, _ in
        if listed[key]?.contains(where: { $0.body == body }) != true {
          listed[key, default: []].append((body, number))
        }
      }
    }
    return uses().compactMap { key, uses -> (use: Use, unit: Int)? in
      guard uses.count == 1, uses[0].isBare, let names = listed[key], names.count == 1,
        names[0].body != uses[0].body
      else { return nil }
      return (uses[0], names[0].unit)
    }.sorted { $0.use.range.lowerBound < $1.use.range.lowerBound }
  }

  /// By row and level, the bodies that the text names.
  private func uses() -> [Int: [Use]] {
    var uses: [Int: [Use]] = [:]
    Self.scan(prose.units) { key, body, range in
      guard prose.isRead(range.lowerBound + 1) else { return }
      if let known = uses[key]?.firstIndex(where: { $0.body == body }) {
        uses[key]?[known].count += 1
        if isBare(range.lowerBound) { uses[key]?[known].isBare = true }
      } else {
        uses[key, default: []].append(Use(body: body, range: range, isBare: isBare(range.lowerBound)))
      }
    }
    return uses
  }

  /// Calls `found` with the row and level, the body and the place of each name behind a level of government.
  private static func scan(_ units: [UInt16], _ found: (Int, Int, Range<Int>) -> Void) {
    var end = 0
    table.scan(units) { name, range in
      guard range.lowerBound >= end, range.lowerBound > 0,
        let level = levels.firstIndex(of: units[range.lowerBound - 1]),
        range.lowerBound < 2 || !elsewhere.contains(units[range.lowerBound - 2])
          || range.lowerBound > 2 && units[range.lowerBound - 3] == calling,
        // 区委改革委员会办公室: the name goes on.
        range.upperBound == units.count || units[range.upperBound] != member
      else { return }
      end = range.upperBound
      found(
        rowOfName[name] * levels.count + level, bodyOfName[name], range.lowerBound - 1..<range.upperBound)
    }
  }

  private func isBare(_ index: Int) -> Bool {
    index == 0 || prose.beginsParagraph(index) || !Mark.isHan(prose.units[index - 1])
      || prose.hasAny(Self.leads, before: index)
  }

  private static let leads = Mark.words(
    "由 和 与 及 经 向 对 在 我 全 本 请 其中 会同 联合 指导 推动 督促 要求 支持 依托 通过 成立 设立 组建 完善 推进 实现 包括")
  /// 原区扶贫办, 经开区经信局: of another time, of another place.
  private static let elsewhere = UnitSet("原开发新园")
  /// 召开县委深改委会议.
  private static let calling = Mark.word("召")[0]
  private static let member = Mark.word("员")[0]
  private static let levels = Mark.word("省市区县旗盟镇乡")
  /// A row is one body; what 、 joins is one name in full and in short.
  private static let rows = [
    "政务服务中心 政务大厅 政务服务大厅 行政服务中心 政务中心", "便民服务中心 便民服务大厅 便民大厅", "市民中心 市民服务中心", "社会治理中心 社会治理服务中心 综治中心",
    "融媒体中心 融媒中心 全媒体中心", "数据资源局 数据资源管理局 大数据局 大数据管理局 数据局 数据发展局 大数据发展局 数据管理局 大数据发展管理局 数据发展管理局",
    "行政审批局 政务审批局 行政审批服务局 行政服务局 政务服务局 政务服务管理局 政务服务和数据管理局、政务服务数据管理局 政务服务和数据局、政务服务数据局 行政审批和政务服务局、行政审批政务服务局",
    "公共资源交易中心 公共资源交易管理中心 公共资源中心", "新时代文明实践中心 新时代文明中心", "党群服务中心 党群活动中心", "网格化管理中心 网格化服务管理中心 网格中心",
    "产业引导基金 产业投资引导基金 产业发展引导基金", "人才服务中心 人才发展中心", "营商环境局 优化营商环境局", "委全面深化改革委员会 委全面深化改革领导小组",
    "委改革办 委深改办 委深化改革办", "委深改委 委改革委 委深改领导小组、委改革领导小组、委深改小组、委深改组", "委编办、编办 委编委办、编委办", "委依法治区办 委全面依法治区办",
    "委依法治市办 委全面依法治市办",
    "委依法治县办 委全面依法治县办", "工业和信息化局、工信局 经济和信息化局、经信局 经济信息化局", "农业农村局 农业局 农业委 农委",
    "城市管理局、城管局 城市管理行政执法局、城市管理执法局、城管执法局 城市综合管理局 城市管理和综合执法局、城市管理综合执法局 城市管理和综合行政执法局、城市管理综合行政执法局",
    "乡村振兴局 扶贫办 扶贫局", "卫生健康委员会、卫生健康委、卫健委 卫生健康局、卫健局 卫计委 卫生局",
    "应急管理局、应急局 安监局", "市场监督管理局、市场监管局、市监局 工商局 质监局",
    "文化和旅游局、文旅局 文化广电和旅游局、文化广电旅游局、文广旅局 文化旅游体育局、文化和旅游体育局、文旅体局 文化体育旅游局、文化体育和旅游局、文体旅局 文化广电旅游体育局、文化广电和旅游体育局、文广旅体局 文化广电体育和旅游局、文化广电体育旅游局、文广体旅局 文化局",
    "教育局 教育和体育局、教育体育局、教体局 教委", "农牧局、农牧业局 农牧和科技局、农牧科技局 农牧和水务局、农牧水务局", "商务局 商务和投资促进局、商务投资促进局 商务和粮食局、商务粮食局 商务委",
    "水利局 水务局", "科学技术局、科技局 科技经济局、科经局 科委", "发展和改革委员会、发展改革委、发改委 发展和改革局、发展改革局、发改局", "生态环境局 环保局",
    "住房和城乡建设局、住房城乡建设局、住建局 住房和城乡建设委员会、住建委 城乡建设局", "信访局 信访办", "机关事务管理局、机关事务局 机关事务服务中心、机关事务中心",
    "投资促进局、投促局 招商局 投资促进中心、投促中心", "交通运输局、交通局 交通委", "林业局 林业和草原局、林业草原局、林草局 林业草原管理局、林业和草原管理局、林草管理局 园林局 绿化局",
    "海洋与渔业局、海洋和渔业局、海洋渔业局、海渔局 海洋发展局 海洋局 渔业局 渔业发展局", "粮食局 粮食和物资储备局、粮食和储备局、粮储局",
    "金融办 金融局 金融工作局 金融发展局 金融服务局 金融服务办",
    "自然资源局 自然资源和规划局、自然资源规划局、资规局 规划和自然资源局、规划资源局、规资局 国土资源局、国土局", "人力资源和社会保障局、人力资源社会保障局、人社局 人力资源局 劳动和社会保障局、劳动局",
    "退役军人事务局、退役军人局 退役军人服务局", "医疗保障局、医保局 医疗保险局", "民族宗教事务局、民族宗教局、民宗局 民族事务局 民族事务委员会、民族事务委、民委 民族宗教事务委员会、民宗委",
    "国有资产监督管理委员会、国资委 国有资产监督管理局、国资局 国资办", "房产管理局、房管局、房产局 住房保障局", "委社会工作部、委社工部 委社会工作委员会、委社工委",
    "城市运行管理中心、城运中心 城市运行服务中心 城市运行中心",
  ].map { $0.split(separator: " ").map { $0.split(separator: "、").map(String.init) } }
  private static let names = rows.joined().flatMap { $0 }
  private static let rowOfName = rows.enumerated().flatMap { row, bodies in bodies.joined().map { _ in row } }
  /// The body of each name, counted through all rows.
  private static let bodyOfName = rows.joined().enumerated().flatMap { body, names in names.map { _ in body }
  }
  private static let table = PhraseTable(names)
}
