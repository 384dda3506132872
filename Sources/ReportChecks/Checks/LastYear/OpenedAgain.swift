import ReportModel

/// 重复上线: what can be opened but once (建成上线“溪e办”企业服务平台) told of both years, by its quoted name.
struct OpenedAgain {
  let this: DraftStudy
  let last: DraftStudy

  /// Each telling with where last year's report has it.
  var found: [(own: Range<Int>, before: Range<Int>)] {
    let known = last.part(Openings.self).all
    return this.part(Openings.self).all.compactMap { own in
      known.first { last.prose.units[$0.name].elementsEqual(this.prose.units[own.name]) }.map {
        (own.range, $0.range)
      }
    }
  }

  /// What a report tells as opened: the verb with the name, and the name with the noun behind it.
  private struct Openings: StudyPart {
    let all: [(range: Range<Int>, name: Range<Int>)]

    init(_ study: DraftStudy) {
      let (draft, prose) = (study.draft, study.prose)
      let quoted = draft.sentences.filter { draft.role(of: $0.section) != .plan }.flatMap { sentence in
        sentence.range.compactMap { open -> (range: Range<Int>, name: Range<Int>)? in
          guard prose.units[open] == 0x201C,
            let verb = verbs.first(where: { prose.hasAny([$0], before: open) }),
            case let clause = prose.clause(around: open..<open + 1),
            let close = prose.units[open..<clause.upperBound].firstIndex(of: 0x201D),
            case let end = clause.upperBound, end - close <= longest,
            // 上线“一件事”12项: of a kind of which there are more.
            !prose.units[clause].contains(where: Mark.isDigit),
            !prose.hasAny(others, in: clause), !prose.units[close..<end].contains(Mark.of),
            clause.lowerBound == sentence.range.lowerBound
              || !prose.hasAny(others, in: sentence.range.lowerBound..<open)
          else { return nil }
          return (open - verb.count..<end, open..<end)
        }
      }
      all = quoted + Self.built(study)
    }

    /// 新建成县、乡、村三级产权交易平台: up to the mark that ends the clause.
    private static func built(_ study: DraftStudy) -> [(range: Range<Int>, name: Range<Int>)] {
      let (draft, prose) = (study.draft, study.prose)
      return draft.sentences.filter { draft.role(of: $0.section) != .plan }.flatMap { sentence in
        sentence.range.compactMap { start -> (range: Range<Int>, name: Range<Int>)? in
          guard let verb = building.first(where: { prose.has($0, at: start) }),
            case let name = start
              + verb.count..<(prose.units[start..<sentence.range.upperBound].firstIndex {
                ends.contains($0)
              } ?? sentence.range.upperBound), (10...24).contains(name.count),
            prose.hasAny(bodies, before: name.upperBound),
            !prose.units[name].contains(where: { Mark.isDigit($0) || $0 == Mark.of || $0 == 0x201C }),
            start == sentence.range.lowerBound || prose.units[start - 1] != new,
            !prose.hasAny(others, in: max(sentence.range.lowerBound, start - 3)..<start)
          else { return nil }
          return (start..<name.upperBound, name)
        }
      }
    }
  }

  private static let new = Mark.word("新")[0]
  private static let ends = UnitSet(",;。:!?()")
  private static let building = Mark.words("新建成 新建了 建成了 建成 新搭建 搭建 新组建 组建")
  /// Of which there is one of a name.
  private static let bodies = Mark.words("平台 系统 中心 基地 大厅 数据库 实验室 交易所 产业园 专班 集团 联盟")

  private static let longest = 12
  private static let verbs = Mark.words("上线 上线运行 开通 投用 启用 挂牌 揭牌 开通运行 建成投用 建成运行")
  /// What is another one, or no longer the opening itself.
  private static let others = Mark.words(
    "升级 版 新一代 期 扩 分 二 三 上年 去年 以来 基础 依托 后 前 继续 已 持续 再 又 将 拟 计划 完善 优化 各 未 没有 推动 加快 推进 等")
}
