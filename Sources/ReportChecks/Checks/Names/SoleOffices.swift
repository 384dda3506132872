import ReportModel

/// 一职两人: the head of one body, told twice in the same words, and with two names.
struct SoleOffices {
  let prose: CheckProse

  func pairs() -> [(earlier: Range<Int>, later: Range<Int>)] {
    var known: [ArraySlice<UInt16>: (name: [UInt16], range: Range<Int>)] = [:]
    var pairs: [(Range<Int>, Range<Int>)] = []
    Self.table.scan(prose.units) { _, head in
      guard prose.isRead(head.lowerBound), let start = start(of: head),
        let name = OfficeHolder.name(at: head.upperBound, prose), name.count == 3
      else { return }
      let office = prose.units[start..<head.upperBound]
      let range = start..<head.upperBound + name.count
      guard let other = known[office] else {
        known[office] = (name, range)
        return
      }
      // A name that differs in one character is another rule's matter; told in one sentence they are two.
      if zip(name, other.name).allSatisfy({ $0 != $1 }),
        !prose.sentence(around: range).contains(other.range.lowerBound),
        prose.first(other.name, in: prose.sentence(around: range)) == nil
      {
        pairs.append((other.range, range))
      }
    }
    return pairs
  }

  /// Where the name of a body begins: 市 of 由市数据局局长. Not in 副局长, nor behind the name of a place.
  private func start(of head: Range<Int>) -> Int? {
    let units = prose.units
    var low = head.lowerBound
    while low > 0, head.lowerBound - low < 16, Mark.isHan(units[low - 1]), !prose.beginsParagraph(low) {
      low -= 1
    }
    let start = (low..<head.lowerBound).first {
      Self.levels.contains(units[$0]) && ($0 == low || Self.leads.contains(units[$0 - 1]))
    }
    guard let start, head.lowerBound - start >= 3, !units[start..<head.lowerBound].contains(Self.deputy)
    else {
      return nil
    }
    return start
  }

  private static let deputy = Mark.word("副")[0]
  private static let levels = UnitSet("省市区县旗州盟")
  private static let leads = UnitSet("由与和及对向经请随是让被把将后前中")
  private static let table = PhraseTable(
    Mark.texts("局局长 委主任 中心主任 办主任 办公室主任 医院院长 联合会主席 会会长 集团董事长 公司董事长 公司总经理 中学校长 小学校长 学校校长 支队支队长"))
}
