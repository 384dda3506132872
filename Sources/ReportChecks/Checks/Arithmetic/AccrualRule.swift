import Foundation
import ReportModel

/// 当年与累计: what was added this year is no more than there is by its end, and nine months no more than the whole year; what came less what went
/// is the net. Reported with the subsets and the changes.
struct AccrualRule: RelationRule {
  let page: FigurePage

  func propose(_ book: inout RelationBook) {
    for sentence in page.draft.sentences where !sentence.quantities.isEmpty {
      for figure in sentence.quantities where page.isAmount(figure) && page.isExact(figure) {
        cumulative(figure, &book)
        wholeYear(figure, sentence, &book)
        net(figure, sentence, &book)
      }
    }
  }

  // MARK: 今年新增18家,累计达到12家

  private func cumulative(_ figure: Int, _ book: inout RelationBook) {
    let added = figure - 1
    guard page.siblings(of: figure).contains(added), page.sameUnit(added, figure), page.isExact(added),
      page.isTold(figure), page.value(added) > page.value(figure),
      page.words(page.lead(added)).containsAny(Self.adding),
      page.cues.has(.cumulative, in: page.lead(figure)), isBare(page.lead(figure)),
      !page.has(Mark.semicolon, in: page.before(figure))
    else { return }
    propose(figure, added, "累计数小于当年新增数", &book)
  }

  /// 至年底累计达到: nothing but words of time and of reaching; another noun would be another measure.
  private func isBare(_ lead: Range<Int>) -> Bool {
    var rest = page.text(lead)
    for word in Self.reaching { rest = rest.replacing(word, with: "") }
    return rest.isEmpty
  }

  // MARK: 前三季度完成投资36.2亿元, … 全年完成投资32.6亿元

  private func wholeYear(_ figure: Int, _ sentence: DraftSentence, _ book: inout RelationBook) {
    let lead = page.lead(figure)
    guard page.words(lead).containsAny(Self.years), page.isTold(figure),
      page.claim(figure).change == nil, lead.count >= 4,
      case let name = page.units[lead].suffix(2), name.allSatisfy(Mark.isHan),
      let part = (sentence.quantities.lowerBound..<figure).last(where: {
        page.sameUnit($0, figure) && page.isExact($0) && page.claim($0).change == nil
          && page.units[page.lead($0)].suffix(2).elementsEqual(name)
      }), page.value(part) > page.value(figure),
      case let earlier = page.words(page.lead(part)), earlier.containsAny(Self.parts),
      Self.flows.contains(where: { earlier.contains($0) && page.words(lead).contains($0) })
    else { return }
    propose(figure, part, "全年数小于前几个月的数", &book)
  }

  private func propose(_ figure: Int, _ part: Int, _ message: String, _ book: inout RelationBook) {
    book.weigh(
      figure, by: [part], .subset, .broken, on: page, "\(page.number(figure))<\(page.number(part))", message,
      stating: false, as: .place(page.range(figure).lowerBound))
  }

  // MARK: 新设企业3260户。注销840户,净增2240户

  private func net(_ figure: Int, _ sentence: DraftSentence, _ book: inout RelationBook) {
    let net = page.words(page.lead(figure))
    guard let isMore = Self.nets.first(where: { net.contains($0.0) })?.1, page.isTold(figure) else { return }
    let near = page.figures(from: max(0, sentence.range.lowerBound - 80)).prefix { $0 < figure }.filter {
      page.sameUnit($0, figure) && page.isExact($0)
        && page.paragraph(of: $0) == sentence.paragraph
    }.suffix(2)
    guard near.count == 2, let came = near.first(where: { tells($0, Self.coming) }),
      let went = near.first(where: { tells($0, Self.going) }), came != went
    else { return }
    let difference = page.value(came) - page.value(went)
    let value = isMore ? difference : -difference
    let fits = value == page.value(figure)
    book.weigh(
      figure, by: [came, went], .change, fits ? .verified : value > 0 ? .broken : .undecided, on: page,
      (isMore ? "\(page.number(came))-\(page.number(went))" : "\(page.number(went))-\(page.number(came))")
        + "=\(value)", "净增减的数不等于增减两数之差")
  }

  private func tells(_ figure: Int, _ words: [String]) -> Bool {
    page.words(page.lead(figure)).containsAny(words)
  }

  private static let adding = ["新增", "新认定", "新建", "新培育", "新设", "新登记", "新获批", "新建成", "新引进", "新评", "新创建"]
  private static let reaching = Mark.texts("至年底 到年底 截至年底 截至目前 目前 至此 年末 累计 总数 总量 达到 达 已 为 有 全区 全县 全市 共 增至")
  private static let years = ["全年", "年底累计", "1-12月", "1—12月"]
  private static let parts = ["季度", "上半年", "1-", "1—", "前"]
  private static let flows = ["完成", "实现", "新增", "办理", "受理", "发放", "办结", "接待", "吸引", "开展", "组织", "引进", "签约"]
  private static let nets: [(String, Bool)] = [("净增", true), ("净流入", true), ("净减", false), ("净流出", false)]
  private static let coming = ["新设", "新增", "新登记", "新注册", "新开", "流入", "引进", "新建", "增加", "设立", "开办"]
  private static let going = ["注销", "退出", "流出", "减少", "撤并", "关停", "核减", "吊销", "撤销", "清退"]
}
