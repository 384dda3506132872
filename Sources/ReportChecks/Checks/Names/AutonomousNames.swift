import ReportModel

/// 自治县名称: one autonomous county with its nationalities in another order or another one left out (榕溪苗族侗族自治县, 榕溪侗族苗族自治县).
struct AutonomousNames {
  let prose: CheckProse

  /// Each spelling with the more usual one of the same place.
  func pairs() -> [(usual: Range<Int>, rare: Range<Int>)] {
    var uses: [[UInt16]: [(range: Range<Int>, count: Int)]] = [:]
    for (key, range) in names() {
      let known = uses[key, default: []].firstIndex {
        prose.units[$0.range].elementsEqual(prose.units[range])
      }
      if let known {
        uses[key]?[known].count += 1
      } else {
        uses[key, default: []].append((range, 1))
      }
    }
    return uses.values.flatMap { spellings -> [(usual: Range<Int>, rare: Range<Int>)] in
      guard
        let usual = spellings.max(by: { ($0.count, $1.range.lowerBound) < ($1.count, $0.range.lowerBound) })
      else { return [] }
      return spellings.filter { $0.range != usual.range }.map { (usual.range, $0.range) }
    }.sorted { $0.rare.lowerBound < $1.rare.lowerBound }
  }

  /// The names with what two spellings of one have in common: the two characters before the nationalities, and the kind.
  private func names() -> [(key: [UInt16], range: Range<Int>)] {
    let units = prose.units
    return units.indices.compactMap { place in
      guard units[place] == Self.autonomous[0],
        let kind = Self.kinds.first(where: { prose.has($0, at: place) }), prose.isRead(place)
      else { return nil }
      var start = place
      while let people = Self.peoples.first(where: { prose.hasAny([$0], before: start) }) {
        start -= people.count
      }
      guard start < place, start >= 2, Mark.isHan(units[start - 1]), Mark.isHan(units[start - 2]) else {
        return nil
      }
      return (Array(units[start - 2..<start]) + kind, start - 2..<place + kind.count)
    }
  }

  /// 芷江侗族自治县 in short: 芷江县; nil of what is none, or has a long name.
  static func short(_ name: String) -> String? {
    guard name.hasSuffix("自治县") else { return nil }
    var stem = Array(name.utf16.dropLast(3))
    while let people = peoples.first(where: {
      stem.count > $0.count && stem.suffix($0.count).elementsEqual($0)
    }) {
      stem.removeLast(people.count)
    }
    return stem.count == 2 ? String(decoding: stem, as: UTF16.self) + "县" : nil
  }

  private static let autonomous = Mark.word("自治")
  private static let kinds = Mark.words("自治县 自治旗 自治州")
  private static let peoples = Mark.words(
    "哈萨克族 哈萨克 柯尔克孜族 柯尔克孜 达斡尔族 鄂温克族 鄂伦春族 仡佬族 土家族 布依族 蒙古族 蒙古 朝鲜族 哈尼族 拉祜族 傈僳族 纳西族 景颇族 布朗族 独龙族 普米族 毛南族 仫佬族 撒拉族 东乡族 保安族",
    "裕固族 塔吉克 锡伯 苗族 侗族 壮族 瑶族 彝族 回族 藏族 羌族 满族 水族 白族 傣族 佤族 怒族 黎族 畲族 京族 土族 各族")
}
