import Foundation
import ReportModel

/// 累计与其余: counts within one layer that stand for others of it.
extension StatusReading.Layer {
  /// Whether so many were counted as done, or put off, in all.
  func tells(_ role: Cue?, _ value: Decimal, _ page: FigurePage) -> Bool {
    let told = role == .done ? done : role == .delayed ? delayed : []
    return !told.isEmpty && page.sum(told) == value
  }

  /// 9月底累计22项;10月、11月又完成7项,累计29项: takes a running count for those before it in its sentence.
  mutating func goesOn(to figure: Int, _ page: FigurePage) -> Bool {
    guard let first = done.first, page.claim(first).sentence == page.claim(figure).sentence,
      page.words(page.lead(figure)).contains("累计") || isLater(figure, than: first, page),
      !page.cues.has([.delayed, .ended, .open], in: page.lead(figure)),
      // 完成17项;出台制度性成果9项,2022年以来累计30项: of the documents, and of years.
      !page.words(page.lead(figure)).contains("以来"),
      !(first..<figure).contains(where: { page.claim($0).measure == .outputs })
    else { return false }
    done = [figure]
    return true
  }

  /// 三季度末完成22项,年底完成43项: up to one time, and up to a later one.
  private func isLater(_ figure: Int, than first: Int, _ page: FigurePage) -> Bool {
    let isUpTo = [first, figure].allSatisfy {
      page.words(page.before($0)).containsAny(["末", "底", "截至", "截止"])
    }
    return isUpTo && page.cues.has(.done, in: page.lead(figure)) && page.value(figure) >= page.sum(done)
      && page.value(figure) <= page.value(total)
  }

  /// 未完成的3项中,延期2项,推进中1项: those not done are counted once, as a whole or by what became of them.
  mutating func dropParts(_ page: FigurePage) {
    let others = (delayed + ended + open).sorted()
    for whole in others {
      let parts = others.filter { $0 > whole && page.claim($0).sentence == page.claim(whole).sentence }
      let tail = page.units[page.tail(whole)]
      let isAmong = tail.last == Mark.among || tail.first == Mark.among
      let isRest = page.words(page.before(whole)).containsAny(["未完成", "其余", "剩余", "余下", "尚有"])
      // 还有13项,预计年底前完成11项,2项延期: the first of them are not done but planned.
      let isAll = StatusReading.isRest(whole, self, page)
      guard !parts.isEmpty, isAll || isAmong || isRest && page.sum(parts) == page.value(whole) else {
        continue
      }
      if page.sum(parts) == page.value(whole), !isAll {
        for path in [\Self.delayed, \Self.ended, \Self.open] { self[keyPath: path].removeAll { $0 == whole } }
      } else {
        for path in [\Self.delayed, \Self.ended, \Self.open] {
          self[keyPath: path].removeAll(where: parts.contains)
        }
      }
      return
    }
  }
}
