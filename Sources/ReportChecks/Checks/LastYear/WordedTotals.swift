import Foundation
import ReportModel

extension RunningTotalsCheck {
  /// 创新联合体今年新备案6家,累计备案33家 beside 组建创新联合体,累计备案27家: the only totals that are led by the same words, of what stands
  /// before them in both sentences.
  func worded(_ figure: Int, _ page: FigurePage, _ last: FigurePage) -> (
    figure: Int, value: Decimal
  )? {
    let lead = page.units[page.lead(figure)]
    guard (4...6).contains(lead.count), lead.starts(with: Self.sofar) else { return nil }
    func alike(_ other: FigurePage) -> [Int] {
      other.draft.quantities.indices.filter {
        other.unitKey($0) == page.unitKey(figure) && other.units[other.lead($0)].elementsEqual(lead)
      }
    }
    guard alike(page) == [figure], case let found = alike(last), found.count == 1, let base = found.first,
      last.isAmount(base), last.isExact(base)
    else { return nil }
    let mine = page.units[page.sentence(of: figure).range.lowerBound..<page.lead(figure).lowerBound]
    let theirs = last.units[last.sentence(of: base).range.lowerBound..<last.lead(base).lowerBound]
    let isOfOne = mine.indices.dropLast(3).contains { start in
      let run = mine[start..<start + 4]
      return run.allSatisfy(Mark.isHan)
        && theirs.indices.dropLast(3).contains { theirs[$0..<$0 + 4].elementsEqual(run) }
    }
    return isOfOne ? (base, last.value(base)) : nil
  }

  /// Enterprises, households and people come and go; those that were trained, say, stay so.
  func mayLeave(_ figure: Int, _ added: Int, _ page: FigurePage) -> Bool {
    guard ["户", "家", "人", "名", "位"].contains(page.unit(figure)) else { return false }
    let words = page.words(page.lead(figure))
    // 连同往年累计达到350户; 新认定38户,累计达到350户: all that ever were.
    if words.contains("累计"),
      words.containsAny(Self.earlier) || page.words(page.lead(added)).containsAny(Self.lasting)
    {
      return false
    }
    return ![
      "培养", "培训", "服务", "救助", "帮扶", "选派", "发放", "惠及", "走访", "轮训", "资助", "建成", "新建",
    ].contains(where: words.contains) && !words.containsAny(Self.lasting.map { "累计" + $0 })
  }

  /// 累计认定: what was once done stays counted.
  private static let lasting = Mark.texts(
    "认定 改造 归集 开放 盘活 整治 吸收 化解 改建 修复 创建 加装 处置 发展 兑付 受理 办理")

  /// 这7件制度文件中,…。2021年以来累计形成制度文件27件: what came in, told in the sentences before of the paragraph, with one value only.
  static func addition(before total: MeasureName, _ study: DraftStudy) -> Int? {
    let page = study.page
    guard total.kind == .total, total.core.count >= 4 else { return nil }
    let first = page.siblings(of: total.figure).lowerBound
    let told = study.draft.quantities.indices[..<first].suffix(16).filter { figure in
      guard page.paragraph(of: figure) == page.paragraph(of: total.figure),
        page.sameUnit(figure, total.figure), page.isExact(figure), page.isTold(figure),
        !page.isPartOfYear(figure), page.claim(figure).period == .reported,
        !page.cues.has(.parts, in: page.before(figure))
      else { return false }
      let noun = total.core.suffix(4)
      if page.words(page.lead(figure)) == "这" { return page.units[page.tail(figure)].starts(with: noun) }
      guard let name = study.measures.name(of: figure), name.kind != .total else { return false }
      return name.core == total.core || name.core.elementsEqual(noun)
    }
    return Set(told.map(page.value)).count == 1 ? told.last : nil
  }

  private static let sofar = Mark.word("累计")
}

extension FigurePage {
  /// 全年累计发放, 截至12月底累计受理: added up over the year only.
  func isOfOneYear(_ figure: Int) -> Bool {
    guard words(lead(figure)).contains("累计") else { return false }
    let sentence = draft.sentences[claim(figure).sentence].range
    let before = words(sentence.lowerBound..<range(figure).lowerBound)
    if before.containsAny(Self.yearly) { return true }
    let own = words(lead(figure))
    return before.contains("截至") && Self.events.contains(where: own.contains)
  }

  private static let yearly = Mark.texts(
    "全年累计 全年共 年内累计 今年累计 本年累计 当年累计 上半年累计 前三季度累计 今年以来 年初以来 全年, 月累计 年度累计 全年接 全年开 全年发 全年受 全年办")
  private static let events = Mark.texts(
    "受理 办理 办结 化解 排查 接待 召开 开展 培训 发放 检查 处理 处置 调解 走访 解决 收集 举办 救助 接访 巡查 出动 兑付 兑现 查处 整改 组织")
}
