import Foundation
import ReportModel

/// 分节相加: what the opening tells of the whole in the very words in which each section tells of itself: 全年实施改革事项40项 … 实施改革事项
/// 12项 … 15项 … 13项. Reported with the parts.
struct SectionSumsRule: RelationRule {
  let page: FigurePage

  func propose(_ book: inout RelationBook) {
    let draft = page.draft
    let told = draft.sections.indices.filter {
      !draft.sections[$0].scheme.isInline && ![.plan, .problems, .attachments].contains(draft.role(of: $0))
    }
    for sections in Dictionary(grouping: told, by: { draft.sections[$0].parent }).values.sorted(by: {
      $0[0] < $1[0]
    })
    where sections.count > 1 {
      for first in opening(of: sections[0]) {
        for words in words(first) {
          let parts = sections.compactMap { section in
            opening(of: section).first {
              page.sameUnit($0, first) && page.words(page.lead($0)).hasSuffix(words)
            }
          }
          guard parts.count == sections.count,
            let whole = whole(of: parts, words) ?? whole(of: parts, deed: words)
          else { continue }
          book.add(
            parts, to: whole, of: .parts, on: page, message: "各部分的数相加与总数不符", as: .scope("sections\(whole)"))
          break
        }
      }
    }
  }

  /// The first figures below a heading.
  private func opening(of section: Int) -> [Int] {
    let (start, end) = (
      page.draft.sections[section].heading.upperBound, page.draft.sections[section].range.upperBound
    )
    return page.figures(from: start).prefix(6).filter {
      page.range($0).upperBound <= min(end, start + 100) && page.isAmount($0) && page.isExact($0)
        && page.isTold($0) && page.claim($0).change == nil
    }
  }

  /// 实施改革事项: the words that a figure ends, where they are enough to know it again.
  private func words(_ figure: Int) -> [String] {
    let lead = page.lead(figure)
    let short = page.text(lead.suffix(6))
    // 形成制度性成果: from the verb of making on.
    let long = (7...10).lazy.map { self.page.text(lead.suffix($0)) }.first { words in
      Self.makings.contains(where: words.hasPrefix)
    }
    return [short, long].compactMap { $0 }.filter {
      $0.unicodeScalars.count >= 4 && Mark.word($0).allSatisfy(Mark.isHan)
    }
  }

  /// 出台改革类制度文件15份 of 形成制度文件4份、3份…: another verb of making, or more words between it and the noun. Only what comes near.
  private func whole(of parts: [Int], deed words: String) -> Int? {
    guard let verb = Self.makings.first(where: words.hasPrefix), parts.count > 2 else { return nil }
    let noun = String(words.dropFirst(verb.count))
    let sum = page.sum(parts)
    let first = page.sentence(of: parts[0]).section
    return (0..<parts[0]).last { figure in
      let lead = page.words(page.lead(figure))
      return page.sameUnit(figure, parts[0]) && lead.hasSuffix(noun) && page.isExact(figure)
        && page.isTold(figure) && page.claim(figure).change == nil
        && page.claim(figure).domain == nil && page.sentence(of: figure).section != first
        && (noun.unicodeScalars.count > 3 ? Self.makings.contains(where: lead.contains) : lead.contains(verb))
        && !page.cues.has([.parts, .each, .lastYear], in: page.before(figure))
        && abs(page.value(figure) - sum) * 4 <= sum
    }
  }

  private static let makings = [
    "形成", "出台", "制定", "印发", "建立", "取得", "产生", "推出", "完成", "办结", "办成", "实施", "安排", "承担",
  ]

  /// The figure of those words that stands last before the sections.
  private func whole(of parts: [Int], _ words: String) -> Int? {
    let most = parts.map(page.value).max() ?? 0
    let whole = (0..<parts[0]).last {
      page.sameUnit($0, parts[0]) && page.words(page.lead($0)).hasSuffix(words)
    }
    return whole.flatMap {
      page.isExact($0) && page.isTold($0) && page.claim($0).change == nil && page.value($0) > most ? $0 : nil
    }
  }
}
