/// 固定提法(备查): set phrases, found where one character is wrong, left out or changed places with its neighbour.
///
/// One such slip leaves the beginning or the end of a phrase as it was: these are looked for, and the rest is compared.
struct SetPhrases: Sendable {
  /// A phrase that stands in a text but for one character.
  struct Slip {
    /// The number of the phrase.
    var phrase: Int
    /// What stands there, in the text that was searched.
    var range: Range<Int>
  }

  /// The phrases, without marks.
  let phrases: [[UInt16]]
  private let known: Set<[UInt16]>
  /// The beginnings and ends of all phrases; those of phrase N are 2N and 2N + 1.
  private let edges: PhraseTable

  init(_ texts: [String]) {
    phrases = texts.map(Mark.word)
    known = Set(phrases)
    edges = PhraseTable(
      texts.flatMap { text in
        // What lies between them keeps a slip from touching both.
        let length = (text.count - 1) / 2
        return [String(text.prefix(length)), String(text.suffix(length))]
      })
  }

  /// The slips in a text from which the marks were taken; 0 stands where a clause ends.
  func slips(in letters: [UInt16]) -> [Slip] {
    var found: [Slip] = []
    edges.scan(letters) { edge, range in
      let phrase = phrases[edge / 2]
      let slip: Range<Int>?
      if edge.isMultiple(of: 2) {
        let rest = phrase[range.count...]
        slip = Self.slip(rest, letters[range.upperBound...], inside: rest.count - 1).map {
          range.lowerBound..<range.upperBound + $0
        }
      } else {
        let rest = phrase.dropLast(range.count).reversed()
        slip = Self.slip(
          Array(rest)[...], Array(letters[..<range.lowerBound].suffix(rest.count + 1).reversed())[...],
          inside: rest.count - 1
        ).map {
          range.lowerBound - $0..<range.upperBound
        }
      }
      if let slip, !known.contains(Array(letters[slip])) { found.append(Slip(phrase: edge / 2, range: slip)) }
    }
    // 国家医疗保险局 is no slip for 医疗保障局 as well: of what overlaps the longest.
    var kept: [Slip] = []
    for slip in found.sorted(by: { $0.range.count > $1.range.count })
    where !kept.contains(where: { $0.range.overlaps(slip.range) }) {
      kept.append(slip)
    }
    return kept.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// How long a text is that differs from what is wanted in just one place, which is not the last; nil where it is the same, or differs more.
  private static func slip(_ wanted: ArraySlice<UInt16>, _ text: ArraySlice<UInt16>, inside last: Int) -> Int?
  {
    let same = zip(wanted, text).prefix { $0 == $1 }.count
    // 治理能力现代: the last character of a phrase that ends with 化, before the end of a clause.
    if same == wanted.count - 1, wanted.last == becoming, text.dropFirst(same).first == 0 { return same }
    guard same < last, same < text.count else { return nil }
    let (right, rest) = (wanted.dropFirst(same), text.dropFirst(same))
    guard let meant = right.first, let stands = rest.first else { return nil }
    if rest.dropFirst().starts(with: right.dropFirst()), Mark.isHan(stands),
      !numerals.contains(meant) || !numerals.contains(stands)
    {
      return wanted.count
    }
    if rest.starts(with: right.dropFirst()), !particles.contains(meant), !numerals.contains(meant) {
      return wanted.count - 1
    }
    let turned = right.prefix(2).reversed()
    if turned.count == 2, rest.starts(with: Array(turned) + right.dropFirst(2)) { return wanted.count }
    return nil
  }

  private static let becoming = Mark.word("化")[0]
  private static let numerals = UnitSet("一二三四五六七八九十两")
  /// Characters that may be left out.
  private static let particles = UnitSet("的和与了及是")
}
