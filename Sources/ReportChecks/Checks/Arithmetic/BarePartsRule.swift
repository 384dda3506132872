import Foundation
import ReportModel

/// 无“其中”的分项: 惠企政策58条,财税类17条、金融类14条…, 收到建议187条,采纳113条、部分采纳41条、未采纳33条. Without a word that says so, parts are
/// known by their wording: by what became of them, by one ending of their names, by 其他 at their end. Reported with the parts.
struct BarePartsRule: RelationRule {
  let page: FigurePage
  let status: StatusReading

  func propose(_ book: inout RelationBook) {
    // What became of the report's tasks is told by their own rule.
    let tasks = Set((status.overall + status.fields.flatMap(\.layers)).map(\.total))
    for sentence in page.draft.sentences where sentence.quantities.count > 2 {
      var whole = sentence.quantities.lowerBound
      while whole + 2 < sentence.quantities.upperBound {
        let parts = parts(behind: whole, sentence.quantities)
        let isList =
          parts.count > 1 && !tasks.contains(whole) && areParts(parts, of: whole)
          && !PartsRule(page: page).areSome(parts, of: page.value(whole))
        if isList {
          settle(parts, whole, &book)
        } else if !tasks.contains(whole) {
          statuses(parts, whole, sentence, &book)
        }
        whole += isList ? parts.count : 1
      }
    }
  }

  /// The figures right behind a whole, each the last of its own clause and worded without a cue of anything else.
  private func parts(behind whole: Int, _ figures: Range<Int>) -> [Int] {
    guard page.isAmount(whole), page.isExact(whole), page.claim(whole).change == nil,
      !page.cues.has([.each, .average], in: page.before(whole))
    else { return [] }
    let parts = Array(
      (whole + 1..<figures.upperBound).prefix { part in
        // 结转3项(推进中1项、延期2项): parts of a part.
        if let owner = page.bracketOwner(of: part), owner > whole { return false }
        let before = page.before(part)
        return page.sameUnit(part, whole) && page.isExact(part) && page.claim(part).change == nil
          && page.isTold(part) == page.isTold(whole) && (1...14).contains(page.lead(part).count)
          // 29家中注销21家.
          && (before.contains { Mark.isListMark(page.units[$0]) }
            || part == whole + 1 && before.first.map { page.units[$0] } == Mark.among)
          && !page.has(Mark.stop, in: before)
          && !page.has(Mark.semicolon, in: before)
          && !page.cues.has(
            part == whole + 1
              ? [.sum, .each, .average, .lastYear] : [.parts, .sum, .each, .average, .lastYear],
            in: before)
          && page.value(part) < page.value(whole) && !page.isBaseOfShare(part)
      })
    // 方案空转的11个、进度滞后的16个、佐证不全的8个,已整改34个: what became of them is none of the kinds.
    let kinds = parts.prefix { part in
      page.units[page.lead(part)].last == Mark.of
        && (part == parts[0] || page.units[page.before(part)].first == Mark.pause)
    }
    return kinds.count > 2 && page.units[page.after(kinds.endIndex + whole)].first == Mark.comma
      ? Array(kinds) : parts
  }

  private func areParts(_ parts: [Int], of whole: Int) -> Bool {
    let last = parts[parts.count - 1]
    let behind = page.words(page.tail(last))
    guard !behind.hasPrefix("等"), !page.cues.has(.incomplete, in: page.after(whole)) else { return false }
    let leads = parts.map { page.words(page.lead($0)) }
    let name = page.words(page.lead(whole))
    // 完成112条,另有4条并入明年、2条暂缓实施: the list goes on.
    let next = last + 1
    let goesOn =
      next < page.siblings(of: last).upperBound && page.sameUnit(next, last)
      && page.words(page.after(last)).contains("、")
    if leads[parts.count - 1].hasAnyPrefix(Self.others) { return !goesOn }
    if isTold(parts[0]) {
      // 其中甲2.1亿元,乙1.9亿元,丙1.6亿元: behind commas, as long as each is named, not done, and no other's.
      return parts.count > 2 && page.words(page.lead(parts[0])).hasPrefix("其中")
        && parts.dropFirst().allSatisfy {
          page.has(Mark.comma, in: page.before($0)) && page.before($0).count <= 12
        }
        && !parts.contains { page.cues.has(.overlapping, in: page.lead($0)) }
        && !leads.contains { $0.hasAnyPrefix(Self.deeds) }
    }
    // 发现46个,上半年整改20个,下半年整改25个: when it was done is no other fate.
    if leads.allSatisfy({ $0.containsAny(["半年", "季度"]) }) { return false }
    let fates = leads.count { lead in Self.fates.contains { lead.hasPrefix($0) || lead.hasSuffix($0) } }
    if fates == parts.count,
      parts.count > 2 || page.cues.has(.intake, in: page.lead(whole))
        || leads.contains(where: { lead in Self.refusals.contains { lead.hasPrefix($0) || lead.hasSuffix($0) }
        }),
      !name.hasAnySuffix(Self.fates)
    {
      return true
    }
    if areFeatures(parts, fates) { return false }
    // 全部62个事项中,即办件41个、承诺件21个.
    let isAmong = page.units[page.tail(whole)].last == Mark.among && page.tail(whole).count > 1
    guard parts.count > 2 || isAmong else { return false }
    // 财税类, 金融类 of 政策: named alike, and otherwise than the whole.
    let ends = Set(parts.map { ending($0) })
    // 延期的10项任务中,因上级政策未出台的4项、因部门衔接的3项: of those told before.
    return ends.count == 1 && ends.first != 0
      && (isAmong || ending(whole) != ends.first && leads.allSatisfy { $0.units.count <= 8 })
      && !leads.contains { $0.hasAnyPrefix(Self.deeds) }
  }

  /// 12件中,设定量化指标的有7件,明确有效期的有4件: what each is described by may be true of one and the same, unless they are told apart
  /// by their causes, by what became of them, or by one of them being said not to be so.
  private func areFeatures(_ parts: [Int], _ fates: Int) -> Bool {
    let leads = parts.map { page.lead($0) }
    guard leads.allSatisfy({ lead in Self.ofs.contains { page.words(lead).hasSuffix($0) } }) else {
      return false
    }
    if parts.contains(where: PartsRule(page: page).countsTwice) { return true }
    // 问题37个,方案空转的11个、进度滞后的16个、佐证不全的8个: one problem is of one kind.
    if parts.count > 2, page.words(page.lead(parts[0] - 1)).hasAnySuffix(Self.problems),
      Set(leads.map(\.count)).count == 1,
      parts.dropFirst().allSatisfy({ page.units[page.before($0)].first == Mark.pause })
    {
      return false
    }
    let isOneCause = leads.allSatisfy { Self.causes.contains(page.units[$0.lowerBound]) }
    return !isOneCause && fates == 0 && !page.excludeOneAnother(parts)
      && !leads.contains { lead in Self.refusals.contains { page.words(lead).hasPrefix($0) } }
  }

  private static let problems = ["问题", "隐患", "短板", "线索", "诉求", "矛盾", "纠纷", "意见", "建议", "投诉"]
  private static let causes = UnitSet("因由属受系")
  private static let ofs = ["的", "的有", "的达", "的为", "的共", "的是"]

  /// 承担任务4项,完成2项,推进2项: what became of the tasks of one unit, told to the end of its sentence.
  private func statuses(_ parts: [Int], _ whole: Int, _ sentence: DraftSentence, _ book: inout RelationBook) {
    guard (2...4).contains(parts.count), let last = parts.last, page.tail(last).count <= 2,
      sentence.range.upperBound - page.range(last).upperBound <= 3
        || last + 1 < sentence.quantities.upperBound && !page.sameUnit(last + 1, last),
      page.words(page.lead(whole)).hasSuffix("任务") || page.words(page.lead(whole)).hasSuffix("事项")
        || page.words(page.tail(whole)).contains("任务")
        || page.words(page.lead(whole)).hasAnySuffix(Self.undertaken)
        // 行政效能改革(4项,完成3项,终止1项)
        || page.lead(whole).isEmpty && page.range(whole).lowerBound > 0
          && page.units[page.range(whole).lowerBound - 1] == 0x28
          && page.tail(last).upperBound < page.units.count && page.units[page.tail(last).upperBound] == 0x29,
      parts.allSatisfy({ part in Self.done.contains { page.words(fate(part)) == $0 } || isOpen(part) }),
      parts.contains(where: isOpen), !parts.allSatisfy(isOpen)
    else { return }
    settle(parts, whole, isCertain: true, &book)
  }

  private func isOpen(_ part: Int) -> Bool { Self.open.contains { page.words(fate(part)) == $0 } }

  /// 办结 of 其中办结4件.
  private func fate(_ part: Int) -> Range<Int> {
    let lead = page.lead(part)
    return page.words(lead).hasPrefix("其中") ? lead.dropFirst(2) : lead
  }

  /// Whether 其中 introduces the first part.
  private func isTold(_ first: Int) -> Bool { page.cues.has(.parts, in: page.before(first)) }

  /// The last character of the words before a figure.
  private func ending(_ figure: Int) -> UInt16 { page.units[page.lead(figure)].last ?? 0 }

  private func settle(_ parts: [Int], _ whole: Int, isCertain: Bool = false, _ book: inout RelationBook) {
    let sum = page.sum(parts)
    let interval = page.interval(parts)
    let total = page.value(whole)
    let slips = parts.map { (page.value($0), page.value($0) + total - sum) } + [(total, sum)]
    let verdict: Relation.Verdict =
      switch Reckoning.compare(sum, interval, with: page.quantity(whole)) {
      case .equal, .truncated: .verified
      case .near, .within: .undecided
      case .apart:
        isCertain
          || sum * 10 > total * 8 && sum * 10 < total * 12
            && (parts.count > 2 && !isTold(parts[0])
              || slips.contains { Reckoning.isSlip($0.0, $0.1, digits: 2) })
          ? .broken : .undecided
      }
    book.add(
      parts, to: whole, of: .parts, on: page, verdict: verdict, message: "分项相加与总数不符",
      as: isTold(parts[0]) ? .scope("parts\(whole)") : .list(parts[0]))
  }

  private static let undertaken = ["承担", "承接", "负责", "牵头"]
  private static let done = [
    "完成", "已完成", "办结", "已办结", "全面完成", "如期完成", "如期办结", "按期完成", "按期办结", "按时完成", "结项", "销号", "落地",
  ]
  private static let open = Mark.texts(
    "推进 正在推进 持续推进 推进中 在推进 未完成 延期 申请延期 未启动 尚未启动 终止 正在实施 正在办理 在办 跨年接续 跨年推进 跨年实施 跨年续办 跨年 接续推进 接续实施 续办 结转 结转下年 转入下年 顺延 推迟 暂缓 有序推进 仍在推进 尚在推进 仍在办理"
  )
  private static let others = ["其他", "其它", "其余", "另有"]
  /// What became of those that others were told apart from.
  private static let refusals = Mark.texts("未 不 缺 请假 否决 驳回 退回 注销 淘汰 分流 转岗 落选 退出")
  /// What became of things that were gone through.
  private static let fates = Mark.texts(
    "采纳 部分采纳 未采纳 取消 下放 保留 新增 变更 调整 合并 划转 修改 废止 维持 撤销 承接 删除 整合 继续有效 失效 修订 驳回 关停 搬迁 改造 拆除 收回 移交 改为 办结 在办 转办",
    "退回 通过 未通过 合格 不合格 达标 未达标 完成 未完成 基本完成 正在推进 推进 未启动 延期 终止 解决 答复 批准 不予批准 准予 不予 同意 不同意 弃权 反对 赞成 满意 基本满意",
    "不满意 已整改 未整改 正在整改 整改 改为告知承诺 精简 优化 重组 否决 注销 吸收合并 核减 撤并 退出 上岗 分流 转岗 录用 淘汰 落选 续签")
  /// Deeds side by side: none of them is part of another.
  private static let deeds = Mark.texts(
    "新建 改建 扩建 建成 建设 新增 改造 培育 引进 打造 开展 举办 组织 实施 完成 培训 招聘 出台 制定 印发 选派 配备 设立 成立 组建 开通 购置 签约 开工 投产 创建 获批 申报")
}
