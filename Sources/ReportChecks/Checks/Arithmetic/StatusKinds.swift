import Foundation
import ReportModel

/// Counts that belong to another one, or to what is left of it.
extension StatusReading {
  /// 省定任务18项完成17项,市定任务15项全部完成; 2024年安排41项…;2025年安排46项: a count of other tasks, whatever became of them.
  static func isOfAnotherKind(_ figure: Int, _ layer: Layer, _ page: FigurePage) -> Bool {
    let (lead, own) = (page.words(page.lead(figure)), page.words(page.lead(layer.total)))
    guard figure > layer.total + 1, !lead.containsAny(left),
      !page.cues.has([.delayed, .ended], in: page.lead(figure))
    else { return false }
    if !page.cues.has(.done, in: page.lead(figure)), lead.containsAny(setting),
      page.has(Mark.semicolon, in: page.before(figure))
    {
      return true
    }
    return !layer.done.isEmpty && page.claim(figure).sentence == page.claim(layer.total).sentence
      && page.cues.has(.allDone, in: page.tail(figure)) && !(own == lead)
      && own.hasAnySuffix(kinds) && lead.hasAnySuffix(kinds) && lead.units.count > 2
  }

  private static let kinds = ["任务", "事项", "项目", "改革"]

  /// 除1项终止、3项延期外,其余30项均已办结: what the others are told apart from is told with it.
  static func isExcept(_ figure: Int, _ layer: Layer, _ page: FigurePage) -> Bool {
    layer.done.isEmpty && page.words(page.lead(figure)) == "除"
      && page.cues.has([.delayed, .ended, .open], in: page.tail(figure))
  }

  /// 完成23项;还有13项,…: what is not done yet, all of it.
  static func isRest(_ figure: Int, _ layer: Layer, _ page: FigurePage) -> Bool {
    rests.contains { page.words(page.lead(figure)) == $0 }
      && page.sum(layer.done) + page.value(figure) == page.value(layer.total)
  }

  private static let rests = ["还有", "尚有", "仍有", "还剩", "尚余", "其余", "剩余", "余下"]
}

extension StatusRule {
  /// 一项终止, 另有一项因政策调整延期, 1项并入其他任务: one of them, which the reader takes for no count of tasks.
  func tellsOne(_ layer: StatusReading.Layer) -> Bool {
    let end = page.draft.sentences[layer.lastSentence].range.upperBound
    let behind = page.range(layer.total).upperBound..<end
    return Self.one.flatMap { page.places(of: $0, in: behind) }.contains { place in
      !Mark.isDigit(page.units[place - 1])
        && page.cues.has([.delayed, .ended, .open], in: place..<min(end, place + 24))
    }
  }

  private static let one = Mark.words("一项 1项")

  /// 安排改革任务56项 of a plan, with the parts of the plan that each count their own.
  func plans(_ book: inout RelationBook) {
    for parent in page.draft.sections.indices where page.draft.sections[parent].role == .plan {
      let end = page.draft.sections[parent].range.upperBound
      let children = page.draft.sections.indices[(parent + 1)...].prefix {
        page.draft.sections[$0].range.lowerBound < end
      }.filter { page.draft.sections[$0].parent == parent && page.draft.sections[$0].scheme != .lead }
      guard children.count > 2 else { continue }
      func first(_ section: Int, before stop: Int) -> Int? {
        let start = page.draft.sections[section].heading.upperBound
        return page.figures(from: start).prefix { page.range($0).lowerBound < stop }.first { figure in
          let claim = page.claim(figure)
          return claim.measure == .tasks && claim.change == nil && page.isExact(figure)
        }
      }
      let parts = children.map { child in
        let section = page.draft.sections[child]
        return first(child, before: min(section.range.upperBound, section.heading.upperBound + 30)).map {
          [$0]
        } ?? []
      }
      guard let whole = first(parent, before: page.draft.sections[children[0]].range.lowerBound),
        parts.allSatisfy({ !$0.isEmpty })
      else { continue }
      add(parts, true, to: [whole], "任务", as: .scope("plan\(parent)"), &book)
    }
  }

  /// Where every field counts its institutional outputs, they make those of the report.
  func outputs(_ book: inout RelationBook) {
    guard let whole = status.outputs, page.claim(whole).domain == nil else { return }
    let parts = status.fields.compactMap(\.outputs)
    guard parts.count == status.fields.count, parts.count > 2 else { return }
    add(parts.map { [$0] }, true, to: [whole], "制度性成果", as: .scope("outputs"), &book)
  }
}
