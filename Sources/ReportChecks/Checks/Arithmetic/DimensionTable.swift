import ReportModel

/// 计量单位与对象: what a noun right before a figure is measured in, by dimension: 农田1.8万公里, 护栏36公斤.
enum DimensionTable {
  private enum Dimension { case length, area, weight, power }

  /// What the noun before a figure is measured in, where its unit is of another dimension; nil where they agree or nothing is known.
  static func meant(_ mention: QuantityMention, _ prose: CheckProse) -> String? {
    guard let dimension = dimensions[mention.quantity.unit] else { return nil }
    var place = mention.range.lowerBound
    while let word = fillers.first(where: { prose.has($0, at: place - $0.count) }) { place -= word.count }
    guard let row = rows.first(where: { prose.hasAny($0.nouns, before: place) }),
      !row.fits.contains(where: { $0 == dimension })
    else { return nil }
    return row.shown
  }

  private static let dimensions: [String: Dimension] = {
    var table: [String: Dimension] = [:]
    for (dimension, units) in [
      (Dimension.length, "公里 千米 米 里"), (.area, "亩 公顷 平方米 平方公里 平方千米"), (.weight, "吨 公斤 千克 斤"),
      (.power, "千瓦 兆瓦 吉瓦"),
    ] {
      for unit in Mark.texts(units) { table[unit] = dimension }
    }
    return table
  }()

  /// The nouns, the dimensions they are told in (a road by its area, too) and what is asked for.
  private static let rows: [(nouns: [[UInt16]], fits: [Dimension], shown: String)] = [
    (
      Mark.words("护栏 围栏 网围栏 岸线 河道 绿道 机耕路 产业路 通组路 管网 光缆 防洪堤 通组道路 农村公路"), [.length, .area],
      "公里、米"
    ),
    (
      Mark.words("农田 耕地 林地 梯田 撂荒地 盐碱地 土地 用地 厂房 建筑面积 种植面积 造林面积 修复面积 建设用地 宅基地 草场"), [.area],
      "亩、公顷、平方米"
    ),
    (Mark.words("装机容量 装机规模 装机 储能规模"), [.power], "千瓦、兆瓦"),
    (Mark.words("粮食产量 总产量 粮食总产 垃圾 餐厨垃圾 冷库容量 二氧化碳"), [.weight], "吨、公斤"),
  ]
  private static let fillers = Mark.words("达到 共计 合计 累计 达 共 约 近 超 为 至 了 总计 面积")
}
