import Foundation
import ReportModel

/// 领域里的任务: what is said of a field of reform away from its own section, against what that section counts: 民生领域任务全部完成 beside
/// 延期1项, 2项延期任务均在农村领域 beside one postponed in another field.
struct FieldClaims {
  let page: FigurePage
  let status: StatusReading

  /// Each claim with the count that contradicts it.
  var found: [(claim: Range<Int>, fact: Range<Int>)] {
    guard status.fields.count > 1 else { return [] }
    return page.draft.sentences.flatMap { sentence in
      page.places(of: Self.field, in: sentence.range).compactMap { place in
        allDone(place, sentence) ?? allDelayed(place, sentence)
      }
    }
  }

  // MARK: 民生领域改革任务全部如期完成

  private func allDone(_ place: Int, _ sentence: DraftSentence) -> (Range<Int>, Range<Int>)? {
    guard page.draft.role(of: sentence.section) != .plan, let named = named(before: place),
      !page.draft.ancestry(of: sentence.section).contains(named.field.section),
      !page.draft.sections[named.field.section].range.contains(place),
      !page.words(sentence.range.lowerBound..<place).containsAny(Self.hedges)
    else { return nil }
    var end = place + Self.field.count
    var says = false
    for words in [Self.tasks, Self.all, Self.timely] {
      while let word = words.first(where: { page.units[end...].starts(with: $0) }) {
        end += word.count
        says = says || words == Self.all
      }
    }
    guard says, let done = Self.done.first(where: { page.units[end...].starts(with: $0) }),
      let layer = named.field.layers.first, named.field.layers.count == 1, layer.allDone == nil,
      let open = (layer.delayed + layer.open).first(where: { page.value($0) >= 1 })
    else { return nil }
    return (named.start..<end + done.count, page.range(open))
  }

  // MARK: 2项延期任务均在农村牧区领域

  private func allDelayed(_ place: Int, _ sentence: DraftSentence) -> (Range<Int>, Range<Int>)? {
    guard let named = named(before: place),
      case let start = max(sentence.range.lowerBound, named.start - 16),
      let late = page.places(of: Self.late, in: start..<named.start).last,
      case let between = page.words(late..<named.start),
      between.containsAny(Self.allIn), between.hasAnySuffix(Self.lying),
      !between.contains("，"), !between.contains(","), !page.words(start..<late).containsAny(Self.otherDelays),
      let whole = status.overall.first?.delayed.first,
      // 其中2项延期任务: as many as there are, or no number.
      page.figures(from: start).prefix(while: { page.range($0).lowerBound < late }).allSatisfy({
        page.range($0).upperBound != late || page.value($0) == page.value(whole)
      }),
      let other = status.fields.first(where: { field in
        field.section != named.field.section
          && field.layers.first?.delayed.contains { page.value($0) >= 1 } ?? false
      }), let fact = other.layers.first?.delayed.first
    else { return nil }
    return (late..<place + Self.field.count, page.range(fact))
  }

  /// The one field whose heading has the words right before 领域.
  private func named(before place: Int) -> (field: StatusReading.Field, start: Int)? {
    for length in (2...8).reversed() where place >= length {
      let word = Array(page.units[place - length..<place])
      guard word.allSatisfy(Mark.isHan) else { continue }
      let fields = status.fields.filter { page.contains(word, in: page.draft.sections[$0.section].heading) }
      if fields.count == 1 { return (fields[0], place - length) }
      if fields.count > 1 { return nil }
    }
    return nil
  }

  private static let field = Mark.word("领域")
  private static let tasks = Mark.words("各项 年度 的 改革 任务 事项")
  private static let all = Mark.words("均已 均 都已 都 已 全部 全面 全都")
  private static let timely = Mark.words("如期 按期 按时 按要求 圆满 顺利 高质量 按时限")
  private static let done = Mark.words("完成 办结 收官")
  private static let late = Mark.word("延期")
  private static let allIn = ["均", "都", "全部", "全在", "全是", "全为"]
  private static let lying = ["在", "属于", "属", "来自", "集中于", "集中在", "分布在", "为", "是", "出自"]
  private static let hedges = [
    "力争", "确保", "争取", "推动", "计划", "将", "拟", "除", "上年", "去年", "如果", "基本", "其余", "其他", "半年", "季度",
  ]
  private static let otherDelays = ["上年", "去年", "再次", "申请"]
}
