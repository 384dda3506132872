import ReportModel

/// 机构已撤销: an organ told as abolished, merged or renamed, that a later sentence lets act in its old name.
struct AbolishedOrgans {
  let prose: CheckProse

  func pairs() -> [(ended: Range<Int>, acting: Range<Int>)] {
    var pairs: [(Range<Int>, Range<Int>)] = []
    Self.table.scan(prose.units) { _, cue in
      guard prose.isRead(cue.lowerBound), !prose.isQuoted(cue.lowerBound),
        let name = name(before: cue.lowerBound)
      else { return }
      let organ = Array(prose.units[name])
      let from = prose.sentence(around: cue).upperBound
      let acting = (from..<max(from, prose.units.count - organ.count)).first { start in
        prose.units[start] == organ[0] && prose.has(organ, at: start) && acts(start..<start + organ.count)
      }
      guard let acting, !pairs.contains(where: { $0.1.lowerBound == acting }) else { return }
      pairs.append((name, acting..<acting + organ.count))
    }
    return pairs
  }

  /// 市大数据管理中心 of 原市大数据管理中心整体划入: a level, and an office behind it, up to where the clause begins.
  private func name(before end: Int) -> Range<Int>? {
    var end = end
    while let adverb = Self.adverbs.first(where: { prose.hasAny([$0], before: end) }) { end -= adverb.count }
    guard prose.hasAny(Self.offices, before: end) else { return nil }
    var low = end
    while low > 0, end - low < 18, Mark.isHan(prose.units[low - 1]), !prose.beginsParagraph(low) { low -= 1 }
    let start = (low..<end).first {
      Self.levels.contains(prose.units[$0])
        && ($0 == low || Self.leads.contains(prose.units[$0 - 1]))
    }
    guard let start, end - start > 4 else { return nil }
    return start..<end
  }

  /// 11月,市大数据管理中心发布: at the head of its clause, with what only one that stands can do.
  private func acts(_ range: Range<Int>) -> Bool {
    let start = range.lowerBound
    guard prose.isRead(start), !prose.isQuoted(start), !prose.isTitle(start),
      !Mark.isHan(prose.units[start - 1]) || prose.hasAny(Self.monthEnds, before: start)
    else { return false }
    return prose.hasAny(Self.verbs, at: range.upperBound)
      && !prose.hasAny(Self.former, in: prose.sentence(around: range))
  }

  private static let adverbs = Mark.words("已 整体 全部 正式 一并 同步 依法 成建制 已经 也 被 均 随之")
  private static let levels = UnitSet("省市区县旗州盟")
  private static let leads = UnitSet("原将把时由对后前")
  private static let offices = Mark.words("局 中心 办公室 办 委员会 委 站 所 队")
  private static let monthEnds = Mark.words("月 日 今年 年底 全年 年末")
  private static let verbs = Mark.words(
    "发布 印发 牵头 组织 会同 联合 负责 开展 制定 召开 又 对其余 新增 受理 推出 出台 举办 挂牌 承办 继续 还将 已完成 完成了 建成 落实 推进")
  private static let former = Mark.words("撤销前 改革前 划转前 并入前 更名前 当时 去年 上年 此前 曾 原由 恢复 重新组建 保留 加挂 尚未 拟 的牌子 两块牌子")
  private static let table = PhraseTable(Mark.texts("撤销, 撤销并 撤销。 撤销; 划入 并入 不再保留 更名为 改名为 改组为 注销"))
}
