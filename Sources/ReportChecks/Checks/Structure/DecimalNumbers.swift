import ReportModel

/// 多级编号: 2.1, 2.2, 2.4 at the start of paragraphs, or behind a mark where a paragraph was not broken.
struct DecimalNumbers {
  /// One number: the part before the point, the part behind it.
  struct Item {
    var major: Int
    var minor: Int
    var range: Range<Int>
  }

  /// Each number that does not follow the one before it.
  static func breaks(_ prose: CheckProse) -> [(before: Item, item: Item)] {
    var items: [Item] = []
    for index in prose.units.indices where Mark.isDigit(prose.units[index]) && prose.isRead(index) {
      let begins = prose.beginsParagraph(index)
      guard begins || index > 0 && Mark.clauseEnds.contains(prose.units[index - 1]),
        let item = item(at: index, needsBlank: !begins, prose)
      else { continue }
      // Inside a paragraph it only goes on with a run that there is.
      if begins || items.last.map({ $0.major == item.major && $0.minor < item.minor }) ?? false {
        items.append(item)
      }
    }
    guard items.count > 2 else { return [] }
    return zip(items, items.dropFirst()).filter { before, item in
      before.major == item.major
        ? item.minor != before.minor + 1 && item.minor != 1 || item.minor == before.minor
        : item.major == before.major + 1 && item.minor > 1
    }
  }

  private static func item(at index: Int, needsBlank: Bool, _ prose: CheckProse) -> Item? {
    var place = index
    guard let major = number(&place, prose), place < prose.units.count,
      prose.units[place] == UInt16(ascii: ".")
    else { return nil }
    place += 1
    guard let minor = number(&place, prose), (1...30).contains(major), (1...30).contains(minor),
      place < prose.units.count
    else { return nil }
    let end = place
    while place < prose.units.count, prose.units[place] == UInt16(ascii: " ") || prose.units[place] == pause {
      place += 1
    }
    guard place < prose.units.count, Mark.isHan(prose.units[place]), !units.contains(prose.units[place]),
      place > end || !needsBlank
    else { return nil }
    return Item(major: major, minor: minor, range: index..<end)
  }

  private static func number(_ place: inout Int, _ prose: CheckProse) -> Int? {
    let start = place
    var value = 0
    while place < prose.units.count, place - start < 3, Mark.isDigit(prose.units[place]) {
      value = value * 10 + Int(prose.units[place]) - 0x30
      place += 1
    }
    return place > start && prose.units[start] != UInt16(ascii: "0") ? value : nil
  }

  private static let pause = Mark.word("、")[0]
  private static let units = UnitSet("亿万千百十元个公米吨平倍项家人户亩克升度分秒小年月日多余左")
}
