/// 多表合查: up to eight tables of phrases found in a text in one pass.
struct PhraseTables: Sendable {
  /// A phrase where it stands.
  struct Hit: Sendable {
    /// Its number in its table.
    var phrase: Int
    var range: Range<Int>
  }

  private let tables: [PhraseTable]
  /// For each digest of two characters the tables, as bits, in which a phrase may begin so.
  private let members: [UInt8]

  init(_ tables: [PhraseTable]) {
    self.tables = tables
    var members = [UInt8](repeating: 0, count: 65_536)
    for (number, table) in tables.prefix(8).enumerated() {
      for digest in table.beginnings { members[Int(digest)] |= 1 << UInt8(number) }
    }
    self.members = members
  }

  /// Every phrase that stands in a text, by table, in the order of the text; of one place the longest first.
  func hits(in units: [UInt16]) -> [[Hit]] {
    var hits = [[Hit]](repeating: [], count: tables.count)
    guard units.count > 1 else { return hits }
    for index in places(in: units) {
      let digest = PhraseTable.digest(units[index], units[index + 1])
      var rest = members[Int(digest)]
      while rest != 0 {
        let number = rest.trailingZeroBitCount
        rest &= rest - 1
        let table = tables[number]
        table.each(of: digest, at: index, in: units) { phrase in
          hits[number].append(Hit(phrase: phrase, range: index..<index + table.length(phrase)))
        }
      }
    }
    return hits
  }

  /// The places where a phrase may begin.
  private func places(in units: [UInt16]) -> [Int] {
    var places: [Int] = []
    units.withUnsafeBufferPointer { units in
      members.withUnsafeBufferPointer { members in
        for index in 0..<units.count - 1
        where members[Int(PhraseTable.digest(units[index], units[index + 1]))] != 0 {
          places.append(index)
        }
      }
    }
    return places
  }
}
