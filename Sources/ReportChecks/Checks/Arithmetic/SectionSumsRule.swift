import Foundation
import ReportModel

/// 分节相加: what the opening tells of the whole in the very words in which each section tells of itself: 全年实施改革事项40项 … 实施改革事项
/// 12项 … 15项 … 13项. Reported with the parts.
struct SectionSumsRule: RelationRule {
  let page: FigurePage

  func propose(_ book: inout RelationBook) {
    paragraphs(&book)
    let draft = page.draft
    let told = draft.sections.indices.filter {
      !draft.sections[$0].scheme.isInline && ![.plan, .problems, .attachments].contains(draft.role(of: $0))
    }
    for sections in Dictionary(grouping: told, by: { draft.sections[$0].parent }).values.sorted(by: {
      $0[0] < $1[0]
    })
    where sections.count > 1 {
      headed(sections, &book)
      for first in opening(of: sections[0]) {
        for words in words(first) {
          let parts = sections.compactMap { section in
            opening(of: section).first {
              page.sameUnit($0, first) && page.words(page.lead($0)).hasSuffix(words)
            }
          }
          let isEach = parts.count == sections.count
          guard isEach || parts.count > 2,
            let whole = (isEach ? whole(of: parts, words) : nil) ?? whole(of: parts, deed: words),
            isEach || page.counts(parts.count, in: page.lead(whole))
          else { continue }
          book.add(
            parts, to: whole, of: .parts, on: page, message: "各部分的数相加与总数不符", as: .scope("sections\(whole)"))
          break
        }
      }
    }
  }

  /// 部署改革任务46项 … 一、经济体制改革(18项) … 二、社会事业改革(16项): counts in brackets behind headings side by side.
  private func headed(_ sections: [Int], _ book: inout RelationBook) {
    let counts = sections.map { section -> Int? in
      let start = page.draft.sections[section].heading.lowerBound
      return page.figures(from: start).first { figure in
        let place = page.range(figure)
        return (4...30).contains(place.lowerBound - start) && page.units[place.lowerBound - 1] == 0x28
          && page.isAmount(figure) && page.isExact(figure)
          && page.units[place.upperBound...].prefix(5).contains(0x29)
      }
    }
    let parts = counts.compactMap { $0 }
    guard parts.count > 2, let first = parts.first, let from = counts.firstIndex(of: first),
      !counts[from..<from + parts.count].contains(nil), parts.allSatisfy({ page.sameUnit($0, first) })
    else { return }
    let sum = page.sum(parts)
    let wholes = (0..<first).filter { figure in
      page.sameUnit(figure, first) && page.isExact(figure) && page.isTold(figure)
        && page.claim(figure).change == nil && page.claim(figure).measure == .tasks
        && page.claim(figure).domain == nil && abs(page.value(figure) - sum) * 4 <= sum
    }
    guard let whole = wholes.first(where: { page.value($0) == sum }) ?? wholes.first else { return }
    book.add(
      parts, to: whole, of: .parts, on: page, message: "各标题里的数相加与总数不符", as: .scope("sections\(whole)"))
  }

  /// 推出举措27条。⏎创新板块11条,…⏎服务板块9条,…⏎人才板块7条,…: paragraphs that open with counts named by one ending, right behind the whole.
  private func paragraphs(_ book: inout RelationBook) {
    var first = 0
    while first < page.draft.paragraphs.count {
      let parts = page.draft.paragraphs[first...].prefix(12).map { paragraph -> Int? in
        page.figures(from: paragraph.range.lowerBound).first.flatMap {
          (4...14).contains(page.range($0).lowerBound - paragraph.range.lowerBound) && isPart($0)
            && page.lead($0).lowerBound == paragraph.range.lowerBound ? $0 : nil
        }
      }.prefix { $0 != nil }.compactMap { $0 }
      guard parts.count > 2, first > 0, let one = parts.first else {
        first += 1
        continue
      }
      let alike = Array(parts.prefix { page.sameUnit($0, one) && ending($0) == ending(one) })
      first += max(1, alike.count)
      guard alike.count > 2, let whole = whole(before: one) else { continue }
      let sum = page.sum(alike)
      guard abs(page.value(whole) - sum) * 4 <= sum else { continue }
      book.add(
        alike, to: whole, of: .parts, on: page, message: "各部分的数相加与总数不符", as: .scope("sections\(whole)"))
    }
  }

  private func isPart(_ figure: Int) -> Bool {
    page.isAmount(figure) && page.isExact(figure) && page.isTold(figure) && page.claim(figure).change == nil
      && page.lead(figure).allSatisfy { Mark.isHan(page.units[$0]) }
  }

  private func ending(_ figure: Int) -> [UInt16] { Array(page.units[page.lead(figure).suffix(2)]) }

  /// The only figure of the unit in the paragraph right before, and more than any of the parts.
  private func whole(before part: Int) -> Int? {
    let paragraph = page.paragraph(of: part) - 1
    guard paragraph >= 0 else { return nil }
    let alike = page.figures(from: page.draft.paragraphs[paragraph].range.lowerBound).prefix { $0 < part }
      .filter { page.sameUnit($0, part) && page.paragraph(of: $0) == paragraph }
    guard alike.count == 1, let whole = alike.first, page.isExact(whole), page.isTold(whole),
      page.claim(whole).change == nil, page.value(whole) > page.value(part),
      !page.cues.has([.parts, .each, .lastYear], in: page.before(whole))
    else { return nil }
    return whole
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
      var told = page.lead(figure)
      while let word = Self.counting.first(where: { page.words(told).hasSuffix($0) }) {
        told = told.dropLast(word.utf16.count)
      }
      let lead = page.words(told)
      return page.sameUnit(figure, parts[0]) && lead.hasSuffix(noun) && page.isExact(figure)
        && page.isTold(figure) && page.claim(figure).change == nil
        && page.claim(figure).domain == nil && page.sentence(of: figure).section != first
        && (noun.unicodeScalars.count > 3 || lead.contains(verb))
        && !page.cues.has([.parts, .each, .lastYear], in: page.before(figure))
        && abs(page.value(figure) - sum) * 4 <= sum
    }
  }

  private static let counting = ["共有", "共计", "合计", "总计", "累计", "一共", "共", "达到", "达", "有", "为"]
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
