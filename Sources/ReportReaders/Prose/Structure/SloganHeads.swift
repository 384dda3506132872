import ReportModel

/// Parts headed by slogans rather than by names of fields.
extension SectionRoles {
  /// 锚定“活”字,市场主体轻装上阵: parts that no name of a field heads, where nothing else does, but whose words point to fields and whose
  /// texts tell of documents.
  func slogans(among group: [Int], _ sections: [DraftSection]) -> [Int] {
    let free = group.filter { sections[$0].role == .other && !sections[$0].scheme.isInline }
    // 坚持绿色安全,健全保障机制 among headings of one form tells of no steering.
    let areAlike = terms.areSlogans(free.map { sections[$0].heading }, in: units)
    let open = free.filter {
      (areAlike || SectionRoleWords.steering.first(in: sections[$0].heading, of: units) == nil)
        && sections[$0].range.upperBound - sections[$0].body > 80
    }
    let pointed = open.count { terms.field(of: sections[$0].heading, in: units) != nil }
    let documented = open.count { units[sections[$0].range].contains(Unit.openTitle) }
    return open.count >= 3 && pointed * 2 >= open.count && documented * 3 >= open.count * 2 ? open : []
  }

  /// 聚焦创新引领, 聚焦产业协同, 聚焦宜业宜居: headings that begin alike, each over documents, before any reforms named inside one part.
  func ledAlike(among group: [Int], _ sections: [DraftSection]) -> [Int] {
    let open = group.filter {
      let section = sections[$0]
      return section.role == .other && !section.scheme.isInline && (4...16).contains(section.heading.count)
        && !units[section.heading].contains(Unit.comma)
        && section.range.upperBound - section.body > 80
        && SectionRoleWords.steering.first(in: section.heading, of: units) == nil
    }
    let byLead = Dictionary(grouping: open) { Array(units[sections[$0].heading.prefix(2)]) }
    guard let led = byLead.values.max(by: { $0.count < $1.count }), led.count >= 3 else { return [] }
    let documented = led.count { units[sections[$0].range].contains(Unit.openTitle) }
    return documented * 3 >= led.count * 2 ? led : []
  }
}
