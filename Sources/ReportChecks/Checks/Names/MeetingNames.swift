import ReportModel

/// 会议名称: phrases that name a meeting, from the level that held it to 现场会 and the like.
enum MeetingNames {
  /// 县委改革办第十八次会议 where the text tells of the meetings of the commission: an office holds none that are numbered.
  static func ofOffices(_ prose: CheckProse) -> [(usual: Range<Int>, rare: Range<Int>)] {
    func places(_ bodies: [[UInt16]]) -> [Range<Int>] {
      prose.units.indices.dropFirst(4).filter { prose.units[$0] == ordinal && prose.isRead($0) }.compactMap {
        index in
        guard let body = bodies.first(where: { prose.hasAny([$0], before: index) }),
          (index + 1..<min(index + 8, prose.units.count)).contains(where: { prose.has(sitting, at: $0) })
        else { return nil }
        return index - body.count..<index
      }
    }
    let strays = places(Mark.words("委改革办 委深改办"))
    guard strays.count == 1, let usual = places(Mark.words("委深改委 委改革委 委全面深化改革委员会")).first else { return [] }
    return [(usual, strays[0])]
  }

  /// 区委改革工作领导小组第十四次会议, and 区委深改委第十四次会议: one body of one level under two names, neither of which is short for the other.
  static func ofBodies(_ prose: CheckProse) -> [(usual: Range<Int>, rare: Range<Int>)] {
    let told = prose.units.indices.dropFirst(6).filter { prose.units[$0] == ordinal && prose.isRead($0) }
      .compactMap { body(before: $0, prose) }
    return told.compactMap { one in
      func isOther(_ other: Body) -> Bool {
        other.level == one.level && !UnitNaming.isWithin(other.name, one.name)
          && !UnitNaming.isWithin(one.name, other.name)
      }
      let others = told.filter(isOther)
      let alike = told.count { $0.level == one.level && !isOther($0) }
      guard
        let usual = others.first(where: { $0.number == one.number }) ?? (others.count > 2 ? others[0] : nil),
        alike == 1, others.count > 1 || usual.range.lowerBound < one.range.lowerBound,
        !prose.hasAny(former, in: prose.sentence(around: one.range))
      else { return nil }
      return (usual.range, one.range)
    }
  }

  private struct Body {
    var level: [UInt16]
    var name: [UInt16]
    var number: Int
    var range: Range<Int>
  }

  /// 区委, 改革工作领导小组 and 14 of 区委改革工作领导小组第十四次会议; nil for bodies of other things.
  private static func body(before place: Int, _ prose: CheckProse) -> Body? {
    guard let number = prose.units.number(from: place + 1, to: min(place + 6, prose.units.count)),
      prose.has(sitting, at: number.end),
      let start = (max(0, place - 18)..<place - 2).last(where: { prose.hasAny(seats, at: $0) }),
      let seat = seats.first(where: { prose.has($0, at: start) }),
      case let name = prose.units[start + seat.count..<place], (3...14).contains(name.count),
      name.allSatisfy(Mark.isHan), reforming.contains(where: { name.starts(with: $0) }), let last = name.last,
      endsOfBodies.contains(last)
    else { return nil }
    return Body(level: seat, name: Array(name), number: number.value, range: start..<place)
  }

  private static let seats = Mark.words("区委 县委 市委 旗委 州委 镇党委 党工委")
  /// 经济体制改革专项小组 is another body.
  private static let reforming = Mark.words("深改 全面深化改革 深化改革 改革工作 改革领导 改革委")
  private static let endsOfBodies = UnitSet("委会组")
  private static let former = Mark.words("原 更名 改设 调整为 上届 机构改革")
  private static let ordinal = Mark.word("第")[0]
  private static let sitting = Mark.word("次会议")

  /// The names, in order.
  static func find(_ prose: CheckProse, _ draft: Draft) -> [Range<Int>] {
    var names: [Range<Int>] = []
    var last = 0
    for index in prose.units.indices where prose.units[index] == meeting {
      guard let ending = endings.first(where: { prose.has($0, at: index + 1 - $0.count) }) else { continue }
      let clause = prose.clause(around: index..<index + 1)
      let from = max(clause.lowerBound, last, index - 48)
      guard
        let start = (from..<max(from, index - ending.count)).first(where: { prose.hasAny(levels, at: $0) })
      else { continue }
      last = index + 1
      if index + 1 - start >= 8 { names.append(start..<index + 1) }
    }
    return names
  }

  /// A name without 现场推进会 and the like, and the words that these are made of.
  static func kinds(_ name: Range<Int>, _ prose: CheckProse) -> (matter: Range<Int>, kinds: Set<[UInt16]>) {
    var (end, found) = (name.upperBound - 1, Set<[UInt16]>())
    while let word = kinds.first(where: { prose.has($0, at: end - $0.count) }),
      end - word.count > name.lowerBound
    {
      found.insert(word)
      end -= word.count
    }
    return (name.lowerBound..<end, found)
  }

  private static let kinds = Mark.words("现场 推进 动员 座谈 观摩 部署 调度 交流 工作 经验 启动 大")
  private static let meeting = Mark.word("会")[0]
  static let endings = Mark.words("现场会 推进会 动员会 座谈会 观摩会 部署会 调度会 交流会 大会 年会 论坛会")
  private static let levels = Mark.words("全国 全省 全市 全区 全县 长三角 省委 市委 区委")
}
