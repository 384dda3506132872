import ReportModel

/// 分号分述: what semicolons part behind a number, in its sentence or in the paragraph below its heading. Reported with the lists.
extension AnnouncedRule {
  // MARK: 两项机制:对重点任务,…;对滞后任务,…;对已办任务,… 两项任务需要接续:甲改革,待…;乙改革,正在…

  /// Semicolons part what a number before a colon announces.
  func pieces(_ count: ToldCount, _ book: inout RelationBook) {
    let colon = count.noun.upperBound
    guard count.number < 10, count.noun.count >= 2, colon < page.units.count, page.units[colon] == Mark.colon,
      let sentence = page.draft.sentence(at: colon),
      case let end = page.draft.sentences[sentence].range.upperBound, colon + 1 < end
    else { return }
    let pieces = self.pieces(of: colon + 1..<end)
    guard (2...8).contains(pieces.count), abs(pieces.count - count.number) <= 2,
      !pieces.contains(where: {
        Mark.isNumeral(page.units[$0.lowerBound]) || Mark.isDigit(page.units[$0.lowerBound])
      }),
      !pieces.contains(where: { page.words($0).hasAnyPrefix(Self.further) })
    else { return }
    let noun = page.words(count.noun)
    let areNamed =
      noun.hasAnyPrefix(["任务", "改革", "事项", "项目", "工作"])
      && pieces.allSatisfy { piece in
        let name = piece.prefix { Mark.isHan(page.units[$0]) }
        return (4...16).contains(name.count) && name.upperBound < piece.upperBound
          && page.units[name.upperBound] == Mark.comma
          && !name.contains { Mark.ands.contains(page.units[$0]) }
      }
    let areAlike = Set(pieces.map { page.units[$0.lowerBound] }).count == 1
    guard areAlike || areNamed || pieces.allSatisfy({ ends($0, with: count.noun.suffix(2)) }) else { return }
    settle(count, pieces.count, colon + 1..<end, &book)
  }

  /// What stands in one of the pieces may be taken for the list by others.
  private func settle(_ count: ToldCount, _ pieces: Int, _ listed: Range<Int>, _ book: inout RelationBook) {
    book.propose(
      Relation(
        .list, count.number == pieces ? .verified : .broken, claimed: count.place, result: count.figure,
        members: [], listed: listed, arithmetic: "列出\(pieces)项,文中写\(count.number)", message: "写的数目与列出的项数不符"),
      as: .scope("pieces\(count.place.lowerBound)"))
  }

  private func pieces(of range: Range<Int>) -> [Range<Int>] {
    page.items(of: range, at: Mark.semicolon).map { piece in
      piece.drop { !Mark.isWord(page.units[$0]) && page.units[$0] != 0x201C }
    }.filter { !$0.isEmpty }
  }

  /// 育种环节,引进…: whether the first clause of a piece is named by a noun.
  private func ends(_ piece: Range<Int>, with noun: Range<Int>) -> Bool {
    let name = piece.prefix { Mark.isHan(page.units[$0]) }
    return (noun.count + 1...10).contains(name.count) && name.upperBound < piece.upperBound
      && page.units[name.upperBound] == Mark.comma
      && page.units[name.suffix(noun.count)].elementsEqual(page.units[noun])
  }

  /// 打通“三个环节”, and 育种环节,…;养殖环节,…;屠宰环节,… in the next paragraph.
  func chain(_ quotation: Range<Int>, _ book: inout RelationBook) {
    guard let number = Mark.number(page.units[quotation.lowerBound + 1]), number > 1,
      case let next = page.draft.paragraphs.prefixEnd(while: { $0.range.upperBound <= quotation.lowerBound })
        + 1,
      next < page.draft.paragraphs.count,
      page.draft.paragraphs[next - 1].range.upperBound - quotation.upperBound <= 1
    else { return }
    let noun = (quotation.lowerBound + 2..<quotation.upperBound - 1).suffix(2)
    let paragraph = page.draft.paragraphs[next].range
    let stop = paragraph.first { page.units[$0] == Mark.stop } ?? paragraph.upperBound
    let pieces = pieces(of: paragraph.lowerBound..<stop)
    guard noun.count == 2, (2...8).contains(pieces.count), pieces.allSatisfy({ ends($0, with: noun) }) else {
      return
    }
    settle(
      ToldCount(number: number, place: quotation.lowerBound + 1..<quotation.lowerBound + 2, noun: noun),
      pieces.count, paragraph.lowerBound..<stop, &book)
  }

  private static let further = ["首先", "其次", "同时", "此外", "另", "其余", "其中", "并", "但", "而", "下一步", "目前", "今年"]
}
