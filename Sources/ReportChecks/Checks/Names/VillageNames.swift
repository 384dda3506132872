import ReportModel

/// 村镇名称的异写: the name of a village or township told again with one character put by another: 青竹镇, 清竹镇; 巴彦塔拉嘎查, 巴音塔拉嘎查.
///
/// Neighbours may bear names of one sound: a village is taken for the other only where it is referred back to (高平村的做法).
struct VillageNames {
  private let prose: CheckProse
  private let lexicon: Lexicon

  init(_ prose: CheckProse, _ lexicon: Lexicon) {
    self.prose = prose
    self.lexicon = lexicon
  }

  private struct Place {
    var range: Range<Int>
    var kind: Int
    var count = 1
    /// 巴彦呼热 of 巴彦呼热、查干敖包两个苏木: without its kind.
    var isBare = false
  }

  /// Each other spelling with the name it stands for.
  func pairs() -> [(usual: Range<Int>, rare: Range<Int>)] {
    let ends = ends()
    let places = places(ends)
    var pairs: [(usual: Range<Int>, rare: Range<Int>)] = []
    for place in places {
      var others: [Range<Int>] = []
      for (end, kind) in ends where kind == place.kind && end >= place.range.count {
        let range = end - place.range.count..<end
        if let index = difference(place.range, range), index > 0 || isBounded(range.lowerBound) {
          others.append(range)
        }
      }
      guard let other = others.first, others.count == 1, isSlip(place, other),
        place.count > 1 || place.range.lowerBound < other.lowerBound
      else { continue }
      let length = Self.kinds[place.kind].count
      let usual = place.range.lowerBound..<place.range.upperBound + (place.isBare ? 0 : length)
      pairs.append((usual, other.lowerBound..<other.upperBound + length))
    }
    return pairs + renamed(places)
  }

  /// 云溪镇, and then 云溪乡: one name as that of a town and of a township.
  private func renamed(_ places: [Place]) -> [(usual: Range<Int>, rare: Range<Int>)] {
    places.indices.compactMap { number in
      let place = places[number]
      guard Self.towns.contains(place.kind),
        let other = places[..<number].first(where: {
          Self.towns.contains($0.kind) && $0.kind != place.kind
            && prose.units[$0.range].elementsEqual(prose.units[place.range])
        }), min(place.count, other.count) == 1,
        case let sentences = [place, other].map({ prose.sentence(around: $0.range) }),
        sentences[0] != sentences[1],
        prose.hasAny(Self.referring, in: sentences[0]),
        case let word = lexicon.pair(
          prose.units[place.range.upperBound - 2], prose.units[place.range.upperBound - 1]),
        !(word.isWord && word.bits <= Self.common)
      else { return nil }
      func whole(_ name: Range<Int>) -> Range<Int> { name.lowerBound..<name.upperBound + 1 }
      return place.count > other.count
        ? (whole(place.range), whole(other.range)) : (whole(other.range), whole(place.range))
    }
  }

  private static let towns: Set<Int> = [5, 6]
  /// 示范镇, 示范乡: kinds rather than names.
  private static let common = 17

  /// Where 镇, 村 and the like stand that may end a name.
  private func ends() -> [(end: Int, kind: Int)] {
    prose.units.indices.dropFirst(2).compactMap { index in
      guard Self.heads.contains(prose.units[index]), prose.isRead(index),
        let kind = Self.kinds.firstIndex(where: { prose.has($0, at: index) }),
        !Self.goingOn.contains(prose.units[min(index + Self.kinds[kind].count, prose.units.count - 1)])
      else { return nil }
      return (index, kind)
    }
  }

  /// The names that something shows the beginning of, each once.
  private func places(_ ends: [(end: Int, kind: Int)]) -> [Place] {
    var places: [Place] = []
    var known: [[UInt16]: Int] = [:]
    func add(_ range: Range<Int>, _ kind: Int, isBare: Bool) {
      let name = Array(prose.units[range]) + Self.kinds[kind]
      if let number = known[name] {
        places[number].count += 1
      } else {
        known[name] = places.count
        places.append(Place(range: range, kind: kind, isBare: isBare))
      }
    }
    for (end, kind) in ends {
      for item in items(before: end) where places.count < 80 { add(item, kind, isBare: true) }
      guard
        let start = (2...6).lazy.map({ end - $0 }).prefix(while: { start in
          start >= 0 && Mark.isBasicHan(prose.units[start]) && !Self.inside.contains(prose.units[start])
            && !prose.beginsParagraph(start + 1)
        }).first(where: isBounded), Mark.isBasicHan(prose.units[end - 1]),
        !Self.inside.contains(prose.units[end - 1]), places.count < 80
      else { continue }
      add(start..<end, kind, isBare: false)
    }
    return places
  }

  /// The names in 巴彦呼热、查干敖包、哈日根台三个 before 苏木: all but the first stand between marks.
  private func items(before end: Int) -> [Range<Int>] {
    let measure = end - 1
    guard measure > 1, prose.units[measure] == Self.each,
      let number = prose.units.number(endingAt: measure, from: max(0, measure - 3)), number.value < 12
    else { return [] }
    var items: [Range<Int>] = []
    var behind = number.start
    while items.count < number.value, behind > 2 {
      var start = behind
      while start > 0, behind - start < 9, Mark.isBasicHan(prose.units[start - 1]),
        !Mark.ands.contains(prose.units[start - 1]), !prose.beginsParagraph(start)
      {
        start -= 1
      }
      let isLast =
        start == 0 || prose.beginsParagraph(start)
        || prose.units[start - 1] != Mark.pause && !Mark.ands.contains(prose.units[start - 1])
      if isLast || behind - start == 9 {
        // 在巴彦呼热: where the first one begins.
        let first = (2...6).map { behind - $0 }.first { $0 >= start && isBounded($0) }
        if let first { items.append(first..<behind) }
        break
      }
      guard behind - start > 1 else { break }
      items.append(start..<behind)
      behind = start - 1
    }
    return items.count == number.value
      ? items.filter { item in !prose.units[item].contains(where: Self.inside.contains) } : []
  }

  private static let each = Mark.word("个")[0]

  /// Behind a mark, a preposition or the place it belongs to.
  private func isBounded(_ start: Int) -> Bool {
    start == 0 || prose.beginsParagraph(start) || !Mark.isHan(prose.units[start - 1])
      || Self.before.contains(prose.units[start - 1]) || prose.hasAny(Self.verbs, before: start)
  }

  /// The one place in which two names differ.
  private func difference(_ left: Range<Int>, _ right: Range<Int>) -> Int? {
    let differing = zip(left, right).enumerated().filter { prose.units[$1.0] != prose.units[$1.1] }
    guard differing.count == 1, let index = differing.first?.offset else { return nil }
    return index
  }

  private func isSlip(_ place: Place, _ other: Range<Int>) -> Bool {
    guard let index = difference(place.range, other),
      case (let a, let b) = (
        prose.units[place.range.lowerBound + index], prose.units[other.lowerBound + index]
      ), Mark.isBasicHan(b), !Self.inside.contains(b),
      ![a, b].contains(where: NamePairs.contrasts.contains),
      !Mark.familyNames.contains(a) || !Mark.familyNames.contains(b) || index > 0,
      !prose.sentence(around: place.range).contains(other.lowerBound)
    else { return false }
    let refersBack = prose.hasAny(Self.referring, in: prose.sentence(around: other))
    if lexicon.lookAlikes.soundSame(a, b) {
      return refersBack || place.kind > 6 || Self.townships.contains(place.kind)
    }
    return place.range.count > 3 && refersBack
  }

  private static let kinds = Mark.words("嘎查 苏木 街道 社区 村 镇 乡 产业园 渔港 工业园 小学 中学 水库 林场")
  private static let heads = UnitSet(kinds.map { $0[0] })
  private static let townships: Set<Int> = [1, 2, 5, 6]
  /// 村民, 镇区, 乡村, 社区 of 街道社区.
  private static let goingOn = UnitSet("民级域务官寨庄振镇")
  private static let before = UnitSet("镇乡县市区旗道在将由以从对和与及把让向是到赴")
  private static let verbs = Mark.words("总结 推广 选择 确定 依托 支持 指导 推动 组织 其中 学习 借鉴 选取 评选 苏木")
  /// What no such name holds.
  private static let inside = UnitSet("镇乡县市区旗村的了在将由以从对和与及把让向是到各个每该本全几两多")
  private static let referring = Mark.words("做法 经验 模式 案例 入选 获评 推广 典型 样板 示范")
}
