import ReportModel

/// 别处的级别: 自治区党委 in the report of a province's county.
struct ForeignLevels {
  let prose: CheckProse

  /// The places where the one word stands that does not go with the others.
  var strays: [Range<Int>] {
    let units = prose.units
    var regions: [Range<Int>] = []
    var provinces = 0
    for index in units.indices.dropLast(2) where prose.isRead(index) {
      switch units[index] {
      case Self.own where prose.has(Self.region, at: index):
        regions.append(index..<index + Self.region.count)
      case Self.province:
        if prose.hasAny(Self.ofProvince, at: index) { provinces += 1 }
      case Self.whole, Self.ours:
        if units[index + 1] == Self.province { provinces += 1 }
      default: continue
      }
    }
    // 内蒙古自治区, 各省、自治区: another one, or all of them.
    guard (1...2).contains(regions.count), provinces > regions.count,
      !prose.hasAny(Self.named, in: units.indices)
    else { return [] }
    return regions.filter { range in
      !prose.isQuoted(range.lowerBound) && !prose.isTitle(range.lowerBound)
        && (range.lowerBound == 0 || !Self.before.contains(units[range.lowerBound - 1]))
        && prose.hasAny(Self.bodies, at: range.upperBound)
    }
  }

  private static let own = Mark.word("自")[0]
  private static let region = Mark.word("自治区")
  private static let province = Mark.word("省")[0]
  private static let whole = Mark.word("全")[0]
  private static let ours = Mark.word("我")[0]
  private static let ofProvince = Mark.words("省委 省政府 省级 省直 省人大 省厅 省改革办 省深改委")
  private static let named = Mark.words("内蒙古 广西 西藏 宁夏 新疆 各省 省、自治区 省区市")
  private static let before = UnitSet("族古藏省、")
  private static let bodies = Mark.words("党委 政府 人民政府 人大 政协 改革办 党委改革办 级 深改委 有关部门 相关部门 主要领导 领导")
}
