import Foundation
import ReportModel

/// 说无一拖延又有延期: what is said of all tasks against one that is told to go on into the next year. Reported with the tasks.
extension StatusRule {
  /// 38项改革任务,无一拖延, though one is told elsewhere that could not be done in time and goes on into the next year.
  func unmet(_ book: inout RelationBook) {
    guard let said = allSaid else { return }
    let draft = page.draft
    for (index, sentence) in draft.sentences.enumerated() where !sentence.range.contains(said.lowerBound) {
      let words = page.words(sentence.range)
      guard words.containsAny(Self.failing), words.containsAny(Self.reforms + Self.measures),
        draft.role(of: sentence.section) != .plan, !words.containsAny(["上年", "去年", "上一年", "原计划20"]),
        let told = sentence.times.last(where: { isBeyond(draft.times[$0], index) })
      else { continue }
      let range = draft.times[told].range
      book.propose(
        Relation(
          .balance, .broken, claimed: said, result: nil, members: [],
          arithmetic: "另一处写有“\(page.text(sentence.range.prefix(24)))…\(page.text(range))”",
          message: "写了任务全部完成、没有拖延，另一处又有延期的任务", severity: .warning), as: .scope("unmet"))
      return
    }
  }

  /// 延至2026年6月: of a year after the report's.
  private func isBeyond(_ time: TimeMention, _ sentence: Int) -> Bool {
    let before = page.words(
      (page.draft.sentences[sentence].range.lowerBound..<time.range.upperBound).suffix(16))
    guard before.containsAny(Self.puttingOff) else { return false }
    switch time.meaning {
    case .nextYear: return true
    case .date(let date):
      return page.draft.reportYear(at: time.range.lowerBound).map { date.year > $0 } ?? true
    case .quarter(_, _, let year?):
      return page.draft.reportYear(at: time.range.lowerBound).map { year > $0 } ?? true
    default: return false
    }
  }

  /// Where all tasks of the report are said to be done, or none of them late.
  private var allSaid: Range<Int>? {
    if let layer = status.overall.first, layer.delayed.isEmpty, layer.ended.isEmpty, layer.open.isEmpty,
      let all = layer.allDone
    {
      return all
    }
    for word in Self.noneLate {
      for place in page.places(of: word, in: 0..<page.units.count) {
        guard let index = page.draft.sentence(at: place), case let sentence = page.draft.sentences[index],
          Self.reported.contains(page.draft.role(of: sentence.section)) == false,
          case let before = page.words(sentence.range.lowerBound..<place),
          page.words((sentence.range.lowerBound..<place).suffix(4)).containsAny(["任务", "事项"]),
          before.containsAny(["改革任务", "改革事项", "年度任务"]),
          !before.containsAny(["其余", "其他", "除", "领域", "确保", "力争", "上半年"])
        else { continue }
        return place..<place + word.count
      }
    }
    return nil
  }

  private static let reported: Set<SectionRole> = [.plan, .domain]
  private static let noneLate = Mark.words("无一拖延 无一延期 无一滞后 无一逾期 无一落下 无一掉队 无一超期 没有一项延期 没有一项拖延 零延期 零拖延")
  private static let failing = ["未能", "未按期", "未如期", "没能", "未按时"]
  private static let puttingOff = ["延至", "顺延至", "推迟至", "推迟到", "延期至", "延后至", "延期到", "延到", "顺延到", "延后到", "改为"]
  private static let measures = ["改造", "办法", "方案", "规定", "任务", "意见", "条例", "细则"]
}
