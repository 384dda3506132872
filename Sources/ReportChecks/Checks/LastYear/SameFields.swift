import ReportModel

/// 与上年一致: where a draft says that its fields of reform are those of last year.
struct SameFields {
  let study: DraftStudy
  let last: LastYear

  /// 领域划分与上年一致; 板块设置沿用2024年: the clause that says so.
  var statement: Range<Int>? {
    let prose = study.prose
    let years = Self.lastYear + (last.year.map { [Mark.word("\($0)年")] } ?? [])
    for sentence in study.draft.sentences
    where ![.plan, .problems].contains(study.draft.role(of: sentence.section)) {
      for word in years {
        guard let year = prose.first(word, in: sentence.range) else { continue }
        let clause = prose.clause(around: year..<year + word.count)
        guard clause.count <= 40,
          prose.hasAny(Self.same, in: year..<clause.upperBound)
            || prose.hasAny(Self.keeping, in: clause.lowerBound..<year),
          !prose.hasAny(Self.partly, in: clause), let field = field(in: clause.lowerBound..<year)
        else { continue }
        let behind = field..<year
        // 板块设置与, 领域沿用: the fields themselves, and not what was done in them.
        let isItself =
          prose.hasAny(Self.aspects, in: behind) || Self.links.contains { prose.has($0, at: field) }
        if isItself { return clause }
      }
    }
    return nil
  }

  /// Where the word for the fields ends.
  private func field(in range: Range<Int>) -> Int? {
    Self.fields.compactMap { word in study.prose.first(word, in: range).map { $0 + word.count } }.min()
  }

  private static let lastYear = Mark.words("上年 去年 上一年")
  private static let same = Mark.words("一致 相同 不变 一样 未变 未作调整 没有变化 未调整")
  private static let keeping = Mark.words("沿用 延续 承袭 沿袭 照搬 维持")
  private static let fields = Mark.words("领域 板块 条线 专项小组 大类")
  private static let aspects = Mark.words("划分 设置 名称 分类 架构 设定 排序 分组")
  private static let links = Mark.words("与 和 同 跟 沿用 延续 均与 都与 仍与 也与")
  private static let partly = Mark.words("其中 其余 其他 除 基本 大体 总体 任务数 事项数 数量 部分")
}
