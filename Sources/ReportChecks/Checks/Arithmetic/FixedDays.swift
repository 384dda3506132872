import ReportModel

/// 法定纪念日、主题日: days that are kept at the same date each year: 12月4日国家宪法日.
enum FixedDays {
  /// The month and day of what is kept on a fixed day, by its name.
  static let table: [(name: [UInt16], month: Int, day: Int)] = [
    ("中国人民警察节", 1, 10), ("国际妇女节", 3, 8), ("三八妇女节", 3, 8), ("植树节", 3, 12), ("国际消费者权益日", 3, 15),
    ("消费者权益日", 3, 15), ("世界水日", 3, 22), ("世界气象日", 3, 23), ("世界卫生日", 4, 7), ("全民国家安全教育日", 4, 15),
    ("国家安全教育日", 4, 15), ("世界读书日", 4, 23), ("中国航天日", 4, 24), ("世界知识产权日", 4, 26), ("国际劳动节", 5, 1),
    ("五四青年节", 5, 4), ("中国品牌日", 5, 10), ("全国防灾减灾日", 5, 12), ("防灾减灾日", 5, 12), ("国际护士节", 5, 12),
    ("国际家庭日", 5, 15), ("国际博物馆日", 5, 18), ("中国旅游日", 5, 19), ("全国科技工作者日", 5, 30), ("世界无烟日", 5, 31),
    ("国际儿童节", 6, 1), ("世界环境日", 6, 5), ("六五环境日", 6, 5), ("全国爱眼日", 6, 6), ("全国土地日", 6, 25), ("国际禁毒日", 6, 26),
    ("建党节", 7, 1), ("建军节", 8, 1), ("全民健身日", 8, 8), ("全国生态日", 8, 15), ("中国医师节", 8, 19),
    ("中国人民抗日战争胜利纪念日", 9, 3),
    ("教师节", 9, 10), ("全国爱牙日", 9, 20), ("烈士纪念日", 9, 30), ("国家扶贫日", 10, 17), ("全国消防日", 11, 9),
    ("中国记者节", 11, 8), ("世界艾滋病日", 12, 1), ("全国交通安全日", 12, 2), ("国家宪法日", 12, 4), ("国际志愿者日", 12, 5),
    ("国家公祭日", 12, 13),
  ].map { (Mark.word($0.0), $0.1, $0.2) }

  /// What is kept right behind a date, at another one: 12月14日(是)国家宪法日.
  static func behind(_ place: Int, month: Int, day: Int, _ prose: CheckProse) -> (
    name: Range<Int>, month: Int, day: Int
  )? {
    var start = place
    if let link = links.first(where: { prose.has($0, at: start) }) { start += link.count }
    guard let kept = table.first(where: { prose.has($0.name, at: start) }),
      kept.month != month || kept.day != day,
      // 3月10日植树节活动, 国际禁毒日前夕: held for it on another day.
      case let end = start + kept.name.count, end < prose.units.count,
      marks.contains(prose.units[end]) || prose.hasAny(ofThatDay, at: end)
    else { return nil }
    return (start..<start + kept.name.count, kept.month, kept.day)
  }

  private static let marks = UnitSet(",。;、)”")
  private static let ofThatDay = Mark.words("当天 当日 这天 这一天 之际")
  private static let links = Mark.words("是 的 ( “ 为")
}
