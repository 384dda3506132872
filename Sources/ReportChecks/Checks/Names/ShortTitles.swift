import ReportModel

/// 简称再提: 《…的实施意见》(以下简称《实施意见》), and then 《实施方案》, which no document of the text is called; 简称“清源水务”, and then 清泉水务.
struct ShortTitles {
  let draft: Draft
  let prose: CheckProse

  func pairs() -> [(usual: Range<Int>, rare: Range<Int>)] {
    let titles = draft.titles.filter { $0.depth == 0 && prose.isRead($0.range.lowerBound) }.map(\.range)
    let told = titles.filter { prose.hasAny(Self.called, before: $0.lowerBound) }
    guard !told.isEmpty else { return companies() }
    return titles.filter { (6...8).contains($0.count) }.compactMap { title in
      let name = prose.units[title].dropFirst().dropLast()
      guard let short = told.last(where: { $0.upperBound <= title.lowerBound }), short.count <= 8,
        case let own = prose.units[short].dropFirst().dropLast(), !own.elementsEqual(name),
        Self.generic.contains(Array(name)), Self.generic.contains(Array(own)),
        told.allSatisfy({ !prose.units[$0].dropFirst().dropLast().elementsEqual(name) }),
        // No document of that kind is named, with 《》 or without.
        !titles.contains(where: { $0.count > title.count && prose.hasAny([Array(name.suffix(2))], in: $0) })
      else { return nil }
      return (short, title)
    } + companies()
  }

  /// 简称“清源水务” and, at the head of a sentence, a name with another character inside; the short name is never told again.
  private func companies() -> [(usual: Range<Int>, rare: Range<Int>)] {
    draft.quotations.filter {
      (6...10).contains($0.count) && prose.isRead($0.lowerBound)
        && prose.hasAny(Self.calledSo, before: $0.lowerBound)
    }.compactMap { quotation in
      let name = Array(prose.units[quotation].dropFirst().dropLast())
      guard name.allSatisfy(Mark.isHan),
        prose.first(name, in: quotation.upperBound..<prose.units.count) == nil
      else { return nil }
      let last = prose.units.count - name.count
      let found = (quotation.upperBound..<max(quotation.upperBound, last)).filter { start in
        prose.units[start] == name[0] && Mark.sentenceEnds.contains(prose.units[start - 1])
          && zip(name, prose.units[start...]).count { $0 != $1 } == 1
      }
      guard let start = found.first,
        let differing = name.indices.first(where: { name[$0] != prose.units[start + $0] }),
        ![name[differing], prose.units[start + differing]].contains(where: {
          NamePairs.contrasts.contains($0) || Mark.numerals.contains($0)
        })
      else { return nil }
      return (quotation, start..<start + name.count)
    }
  }

  private static let called = Mark.words("以下简称 简称 下称 以下称 简称为")
  private static let calledSo = called
  private static let generic: Set<[UInt16]> = {
    let kinds = Mark.words("方案 意见 办法 细则 措施 规定 规划 计划 条例 清单 要点")
    return Set(Mark.words("实施 工作 行动 指导 管理 若干 改革 总体").flatMap { lead in kinds.map { lead + $0 } })
  }()
}
