import ReportModel

/// Documents named without title marks: 出台县农村幸福院运营补贴办法. Only a name that begins with the place is one for sure.
extension DomainFilling {
  /// The documents that a sentence says were issued, besides its titles.
  func unmarkedDocuments(in sentence: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = sentence.lowerBound
    while start < sentence.upperBound,
      let verb = Self.issuing.first(in: start..<sentence.upperBound, of: units)
    {
      let stop =
        (verb.range.upperBound..<sentence.upperBound).first { Self.ends.contains(units[$0]) }
        ?? sentence.upperBound
      let first = (verb.range.upperBound..<stop).first { units[$0] != Unit.space } ?? stop
      let name = first..<stop
      if isTitle(name) { found.append(name) }
      start = max(stop, verb.range.upperBound)
    }
    return found
  }

  private func isTitle(_ name: Range<Int>) -> Bool {
    guard (8...40).contains(name.count),
      Self.kinds.match(before: name.upperBound, in: units, start: name.lowerBound) != nil,
      !name.contains(where: { Self.never.contains(units[$0]) || (0x30...0x39).contains(units[$0]) }),
      Self.counted.first(in: name, of: units) == nil
    else { return false }
    if let place = naming.place, !place.short.isEmpty {
      let short = Array(place.short.utf16)
      if units[name].starts(with: short) { return name.count > short.count + 4 }
    }
    return Self.levels.match(at: name.lowerBound, in: units, end: name.upperBound) != nil
      && Self.notLevels.match(at: name.lowerBound, in: units, end: name.upperBound) == nil
  }

  private static let issuing = WordTable<Bool>(set: "出台 印发 制定 修订 出台了 印发了 制定了 制定出台 研究制定 制定印发 联合印发 修订印发")
  private static let kinds = WordTable<Bool>(
    set: "办法 细则 意见 方案 规定 条例 规则 规程 措施 计划 章程 导则 办法(试行) 细则(试行) 方案(试行) 规定(试行)", backwards: true)
  private static let levels = WordTable<Bool>(set: "区 县 市")
  private static let notLevels = WordTable<Bool>(
    set: "区域 区级 区块 区内 区外 区县 区直 区属 县域 县级 县乡 县直 县城 县区 县属 市场 市民 市政 市域 市区 市级 市县 市直 市属 市容 市价")
  private static let ends = Array(",。;:、(《“!?".utf16)
  /// Characters of phrases that name several documents or none.
  private static let never = Array("等各并".utf16)
  private static let counted = WordTable<Bool>(set: "一项 两项 多项 系列 一批 配套 相关 有关 一个 两个 多个 若干个 几项")
}
