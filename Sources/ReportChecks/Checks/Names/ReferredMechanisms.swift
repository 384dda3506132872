import ReportModel

/// 机制再提: 建立“三色督办”机制, and then 在“四色督办”机制下: a name in “” by which something set up before is referred to, but for a word inside.
struct ReferredMechanisms {
  let prose: CheckProse

  func pairs(_ quotations: [Range<Int>]) -> [(usual: Range<Int>, rare: Range<Int>)] {
    let named = quotations.filter { (5...14).contains($0.count) && noun(behind: $0) != nil }
    return named.indices.dropFirst().compactMap { index in
      let name = named[index]
      guard prose.hasAny(Self.referring, before: name.lowerBound),
        let known = named[..<index].last(where: { isReplaced($0, name) && isIntroduced($0) }),
        !named.contains(where: { prose.units[$0].elementsEqual(prose.units[name]) && isIntroduced($0) }),
        !prose.sentence(around: name).contains(known.lowerBound)
      else { return nil }
      return (known, name)
    }
  }

  /// The two characters behind “” or those behind 服务, one of which says what it is.
  private func noun(behind name: Range<Int>) -> Int? {
    (name.upperBound...name.upperBound + 2).first { prose.hasAny(Self.nouns, at: $0) }
  }

  private func isIntroduced(_ name: Range<Int>) -> Bool {
    let clause = prose.clause(around: name)
    return prose.hasAny(Self.introducing, in: clause.lowerBound..<name.lowerBound)
  }

  /// One word for another of as many characters, less than half of the name, and the same noun behind both.
  private func isReplaced(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    guard let first = noun(behind: one), let second = noun(behind: other),
      prose.units[one.upperBound..<first + 2].elementsEqual(prose.units[other.upperBound..<second + 2])
    else { return false }
    let (a, b) = (
      Array(prose.units[one].dropFirst().dropLast()), Array(prose.units[other].dropFirst().dropLast())
    )
    guard a.count == b.count, a.count > 3 else { return false }
    let places = a.indices.filter { a[$0] != b[$0] }
    guard let low = places.first, let high = places.last, high - low < 2, a.count - places.count > 2 else {
      return false
    }
    return places.count > 1 || !NamePairs.contrasts.contains(a[low]) || Mark.numerals.contains(a[low])
  }

  private static let nouns = Mark.words("机制 制度 模式 体系 工作")
  private static let introducing = Mark.words("建立 推行 实行 探索 创新 构建 创建 首创 推出 形成 实施 健全 打造")
  private static let referring = Mark.words("依托 在 按照 运用 借助 通过 依据 凭借 得益于 有了 对照 按")
}
