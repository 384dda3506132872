import Foundation
import ReportModel

/// 期初、增减与期末: what there was, what came and went, and what there is: 年初1820户,新纳入146户,退出213户,年末1753户. Reported with the
/// changes.
struct FlowRule: RelationRule {
  let page: FigurePage

  func propose(_ book: inout RelationBook) {
    for end in page.draft.quantities.indices where page.isAmount(end) && page.isTold(end) {
      let lead = page.words(page.lead(end))
      let isNet = lead.hasAnySuffix(Self.nets)
      let isClosing = lead.containsAny(Self.ends)
      guard isNet || isClosing || lead.containsAny(Self.closings) else { continue }
      let flows = flows(before: end, isClosing: isClosing)
      guard let last = flows.first, flows.count > 1 || Self.left.contains(where: { lead == $0 }),
        (flows.map(\.figure) + [end]).allSatisfy(page.isExact)
      else { continue }
      if isNet {
        net(end, flows, &book)
      } else if let start = opening(before: last.figure, like: end),
        flows.count > 1 || page.claim(start).sentence == page.claim(end).sentence
      {
        settle(end, start, flows, &book)
      }
    }
  }

  private typealias Flow = (figure: Int, comes: Bool)

  /// The figures right before one that tell what came and what went, in their order.
  private func flows(before end: Int, isClosing: Bool) -> [Flow] {
    var flows: [Flow] = []
    var figure = end - 1
    while figure >= 0, page.claim(end).sentence - page.claim(figure).sentence <= 1,
      page.sameUnit(figure, end),
      page.paragraph(of: figure) == page.paragraph(of: end), flows.isEmpty || !opens(figure),
      let comes = direction(figure, isClosing: isClosing)
    {
      flows.insert((figure, comes), at: 0)
      figure -= 1
    }
    // 原有18支,撤销11支,现有7支.
    let isLoss = flows.count == 1 && !flows[0].comes && figure >= 0 && page.sameUnit(figure, end)
    return Set(flows.map(\.comes)).count == 2 || isLoss ? flows : []
  }

  /// Whether things came or went by the words of a figure; nil where neither or both are said. What was taken in and dealt with
  /// comes and goes only where the words behind tell what was left at the end.
  private func direction(_ figure: Int, isClosing: Bool) -> Bool? {
    guard page.isAmount(figure), page.isTold(figure),
      !page.cues.has([.parts, .each, .to, .lastYear], in: page.before(figure))
    else { return nil }
    let (lead, tail) = (page.words(page.lead(figure)), page.words(page.tail(figure).prefix(4)))
    func says(_ words: [String]) -> Bool { words.contains { lead.contains($0) || tail.contains($0) } }
    let comes = says(Self.coming) || isClosing && says(Self.takenIn)
    let goes = says(Self.going) || isClosing && says(Self.dealtWith)
    return comes == goes ? nil : comes
  }

  private func opening(before first: Int, like end: Int) -> Int? {
    let start = first - 1
    guard start >= 0, page.sameUnit(start, end), page.isAmount(start), page.isExact(start),
      page.paragraph(of: start) == page.paragraph(of: end),
      page.claim(end).sentence - page.claim(start).sentence <= 2,
      opens(start), page.claim(start).change == nil,
      // 比年初净增14家 is what came, not what there was.
      !page.words(page.lead(start)).containsAny(Self.nets),
      !page.lead(start).contains(where: { page.units[$0] == Mark.than || page.units[$0] == Mark.against })
    else { return nil }
    return start
  }

  private func settle(_ end: Int, _ start: Int, _ flows: [Flow], _ book: inout RelationBook) {
    let sum = flows.reduce(page.value(start)) {
      $1.comes ? $0 + page.value($1.figure) : $0 - page.value($1.figure)
    }
    let equation = flows.reduce(page.number(start)) { $0 + ($1.comes ? "+" : "-") + page.number($1.figure) }
    propose(end, [start] + flows.map(\.figure), sum, equation, "期初数加减变动数，不等于期末数", &book)
  }

  /// 新设3260户,注销840户,净增2420户.
  private func net(_ end: Int, _ flows: [Flow], _ book: inout RelationBook) {
    guard flows.count == 2, let come = flows.first(where: \.comes), let go = flows.first(where: { !$0.comes })
    else { return }
    let (more, less) = page.value(come.figure) > page.value(go.figure) ? (come, go) : (go, come)
    propose(
      end, flows.map(\.figure), page.value(more.figure) - page.value(less.figure),
      "\(page.number(more.figure))-\(page.number(less.figure))", "净增减的数与增、减两个数不符", &book)
  }

  private func propose(
    _ end: Int, _ members: [Int], _ value: Decimal, _ equation: String, _ message: String,
    _ book: inout RelationBook
  ) {
    let precision = members.map { page.quantity($0).precision }.min() ?? 0
    // What was left may be read against what came in alone, which settles nothing.
    book.weigh(
      end, by: members, .change, page.compare(value, of: members, with: end) == .apart ? .broken : .verified,
      on: page, "\(equation)=\(FigurePage.number(value, precision: precision))", message,
      as: .place(page.range(end).lowerBound))
  }

  /// 年初有未成交项目64宗.
  private func opens(_ figure: Int) -> Bool { page.words(page.before(figure)).containsAny(Self.openings) }

  static let openings = Mark.texts("年初 原有 原来有 上年末 上年底 去年底 去年末 月初 起初 最初 改革前 此前有 上年结转 调整前 结转 旧存 上年未结 上年遗留 期初")
  private static let left = ["现有", "现剩", "现剩余", "目前剩余", "现共有", "现为", "剩余", "现存", "目前保留", "现保留"]
  private static let ends = ["年末", "年底", "期末", "月末", "季末", "结存", "结余", "结转", "未结", "在办", "尚余", "剩余", "尚存"]
  private static let closings = Mark.texts("目前 现有 现共 现在 调整后 调整为 最终 实有 在册 总数 变更后 现为 达到 截至")
  private static let nets = ["净增", "净增加", "净减", "净减少", "净增长", "净流入", "净流出"]
  private static let coming = Mark.texts(
    "新增 调增 新纳入 新认定 新登记 新设 新入 增加 调入 纳入 吸纳 补充 转入 新招 新签 新发展 新建 新成立 增补 迁入 新评 入库 新引进 增列 追加 新办")
  private static let takenIn = Mark.texts("挂牌 受理 新收 收到 购进 收入 入账 筹集 到账 接收 收案 征收 新开工 归集 存入")
  private static let dealtWith = Mark.texts(
    "成交 办结 审结 结案 化解 支出 使用 拨付 售出 销售 竣工 销号 出租 出让 偿还 归还 消化 处置 兑付 提取 用掉 完工 交付")
  private static let going = Mark.texts(
    "退出 撤销 注销 核减 减少 调出 清退 终止 淘汰 迁出 转出 退休 离职 取消 销户 摘牌 撤并 剔除 出库 移出 关闭 解散 核销 调减 流失")
}
