import Foundation
import ReportModel

/// 差一点的和: 270个、360个、360个、450个,由此增加1460个: figures side by side that nearly make the one before or behind them. No word proposes
/// it, only the numbers: three parts and more, large enough for chance not to come so near. Reported with the totals.
struct NearSumRule: RelationRule {
  let page: FigurePage

  func propose(_ book: inout RelationBook) {
    let settled = book.settledFigures
    for whole in page.draft.quantities.indices where !settled.contains(whole) && isPlain(whole) {
      scaled(whole, &book)
    }
    for sentence in page.draft.sentences where sentence.quantities.count > 3 {
      var start = sentence.quantities.lowerBound
      while start < sentence.quantities.upperBound {
        let run = run(from: start, sentence.quantities)
        if run.count > 3 { read(run, settled, &book) }
        start += max(1, run.count)
      }
    }
  }

  /// 总投资2.4亿元,来自债券1.5亿元和自筹0.9万元; 结算1.2万人次,城区结算7.5万人次、乡镇结算4.5万人次: 万 or 亿 of one of them, or the point of the
  /// whole, is all that parts the sum from it.
  private func scaled(_ whole: Int, _ book: inout RelationBook) {
    let parts = (whole + 1..<page.siblings(of: whole).upperBound).prefix {
      isPlain($0) && page.sameUnit($0, whole) && page.before($0).count <= 20
        && !page.has(Mark.semicolon, in: page.before($0)) && page.claim($0).change == nil
    }
    guard parts.count > 1, parts.count < 6, page.claim(whole).change == nil,
      page.printed(whole).digits.count > 1, case let stated = page.value(whole),
      case let sum = page.sum(parts)
    else { return }
    let isMoved =
      PrintedNumber(sum).powersOff(page.printed(whole)) != nil
      && parts.allSatisfy { page.shares(page.lead($0).suffix(4), with: page.lead(whole)) }
    let isScaled =
      page.unitKey(whole) == FigurePage.yuan && stated >= 10_000_000
      && parts.contains { part in
        let value = page.value(part)
        return value * 1000 < stated && page.quantity(part).precision > 0
          && sum - value + value * 10_000 == stated
      }
    guard isMoved || isScaled else { return }
    book.add(
      Array(parts), to: whole, of: .total, on: page, verdict: .broken, message: "各项之和与这个数差了数量级",
      as: .scope("near\(whole)"))
  }

  /// Figures of one unit one behind another, each what there is of something.
  private func run(from start: Int, _ figures: Range<Int>) -> Range<Int> {
    guard isPlain(start) else { return start..<start }
    let end = (start + 1..<figures.upperBound).first { figure in
      !isPlain(figure) || !page.sameUnit(figure, start) || page.before(figure).count > 16
        || page.has(Mark.semicolon, in: page.before(figure))
    }
    return start..<(end ?? figures.upperBound)
  }

  private func isPlain(_ figure: Int) -> Bool {
    page.isAmount(figure) && page.isExact(figure) && page.isTold(figure) && page.value(figure) > 0
      && !page.unit(figure).isEmpty
      && !page.cues.has([.each, .average, .to, .lastYear, .from, .rest], in: page.before(figure))
      && !page.words(page.lead(figure)).hasAnySuffix(Self.changing)
  }

  private func read(_ run: Range<Int>, _ settled: Set<Int>, _ book: inout RelationBook) {
    let ends = [(run.lowerBound, run.dropFirst()), (run.upperBound - 1, run.dropLast())]
    for (total, parts) in ends where !settled.contains(total) && parts.allSatisfy({ !settled.contains($0) }) {
      let (stated, sum) = (page.value(total), page.sum(Array(parts)))
      guard parts.allSatisfy({ page.value($0) < stated }), stated >= 50 || page.quantity(total).precision < 0,
        // 7600万元 beside parts that make 7450万元: a round number is told for itself.
        // 有产品的45家、有品牌的37家: one and the same may have both.
        !parts.contains(where: { page.words(page.lead($0)).hasAnyPrefix(Self.having) }),
        !PartsRule(page: page).countsTwice(run.upperBound - 1),
        Reckoning.significant(sum) > 1, Reckoning.significant(stated) >= Reckoning.significant(sum),
        Reckoning.compare(sum, page.interval(Array(parts)), with: page.quantity(total)) == .apart,
        abs(sum - stated) * 40 <= stated
          || Reckoning.significant(sum) > 2 && abs(sum - stated) * 12 <= stated
            && Reckoning.isSlip(stated, sum)
      else { continue }
      book.add(
        Array(parts), to: total, of: .total, on: page, message: "各项之和与这个数只差一点", as: .scope("near\(total)"))
    }
  }

  private static let having = ["有", "拥有", "具备", "具有"]
  private static let changing = ["由", "从", "每", "各"]
}
