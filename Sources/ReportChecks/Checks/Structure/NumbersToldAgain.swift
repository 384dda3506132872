import ReportModel

/// 文号前后不一: a number without its title that refers to a document numbered before, and differs from it by a slip of the pen: two digits
/// changed places, another year, 办 put in or left out.
struct NumbersToldAgain {
  let prose: CheckProse
  /// Whether a number stands behind the title that it belongs to.
  let isTitled: (ReferenceNumber) -> Bool

  func faults(_ numbers: [ReferenceNumber]) -> [(wrong: ReferenceNumber, known: ReferenceNumber)] {
    numbers.indices.dropFirst().compactMap { index in
      let number = numbers[index]
      guard refers(number), !numbers.contains(where: { isSame($0, number) && !refers($0) }),
        let known = numbers[..<index].last(where: { isSlip($0, number) }),
        !prose.hasAny(Self.others, in: prose.sentence(around: number.range))
      else { return nil }
      return (number, known)
    }
  }

  /// 对照甲政发〔2025〕14号文件的方案: not 以甲政发〔2025〕14号文印发《…》, which says what it is.
  private func refers(_ number: ReferenceNumber) -> Bool {
    let end = number.range.upperBound
    guard number.issuer < number.range.lowerBound, !isTitled(number) else { return false }
    return prose.hasAny(Self.referring, at: end) && !prose.units[end...].prefix(8).contains(Self.opening)
  }

  private func isSame(_ one: ReferenceNumber, _ other: ReferenceNumber) -> Bool {
    letters(one).elementsEqual(letters(other)) && (one.year, one.serial) == (other.year, other.serial)
  }

  private func isSlip(_ known: ReferenceNumber, _ number: ReferenceNumber) -> Bool {
    let (a, b) = (letters(known), letters(number))
    guard a.count > 1, b.count > 1, known.slip == nil, number.slip == nil else { return false }
    if a.elementsEqual(b) {
      return known.year == number.year
        ? known.serial != number.serial && digits(known.serial) == digits(number.serial)
        : known.serial == number.serial
    }
    return (known.year, known.serial) == (number.year, number.serial)
      && a.filter { $0 != Self.office }.elementsEqual(b.filter { $0 != Self.office })
  }

  private func digits(_ number: Int) -> [Character] { String(number).sorted() }

  /// The letters of an office without the word that leads to them.
  private func letters(_ number: ReferenceNumber) -> ArraySlice<UInt16> {
    let name = number.issuer..<number.range.lowerBound
    let units = prose.units[(name.last(where: prose.beginsParagraph) ?? name.lowerBound)..<name.upperBound]
    guard let lead = units.dropLast(2).lastIndex(where: Self.leads.contains) else { return units }
    return units[(lead + 1)...]
  }

  private static let opening = Mark.word("《")[0]
  private static let office = Mark.word("办")[0]
  private static let leads = UnitSet("以按照据对依实为在由经把将用及和与行彻合从")
  private static let referring = Mark.words("文 通知 要求 规定 精神 所 明确 确定 提出 中")
  private static let others = Mark.words("废止 修订 修改 取代 替代 去年 上年 此前 原 分别 同时")
}
