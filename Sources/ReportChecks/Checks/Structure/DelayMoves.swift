import Foundation
import ReportModel

/// 原时限与新时限: deadlines that are moved to no later a time, or not by as much as is said.
extension DelayItems {
  /// New deadlines that are no later than the old ones, or not by as much as is said.
  func moves() -> [(place: Range<Int>, message: String)] {
    var found: [(place: Range<Int>, message: String)] = []
    for sentence in draft.sentences where sentence.times.count >= 2 {
      for (old, new) in zip(sentence.times, sentence.times.dropFirst()) {
        guard let first = day(old), let last = day(new), isOld(old, sentence.range), isNew(new) else {
          continue
        }
        if !(last > first) {
          found.append((draft.times[new].range, "延期后的时限\(text(new))不晚于原时限\(text(old))"))
        } else if let stated = length(sentence.range), stated != last - first {
          found.append(
            (draft.times[new].range, "从\(text(old))到\(text(new))是\(last - first)个月，文中写延期\(stated)个月"))
        }
      }
    }
    return found
  }

  private func text(_ time: Int) -> String { draft.text.string(draft.times[time].range) }

  /// The month of a date, counted through the years.
  private func day(_ time: Int) -> Int? {
    guard case .date(let date) = draft.times[time].meaning, let month = date.month else { return nil }
    return date.year * 12 + month
  }

  /// 原定2022年11月, 由2022年11月.
  private func isOld(_ time: Int, _ sentence: Range<Int>) -> Bool {
    let start = draft.times[time].range.lowerBound
    return prose.hasAny(Self.original, in: (sentence.lowerBound..<start).suffix(6))
  }

  /// 延至2023年6月; 至 may belong to the time.
  private func isNew(_ time: Int) -> Bool {
    let start = draft.times[time].range.lowerBound
    return prose.hasAny(Self.until, before: start) || prose.hasAny(Self.until, before: start + 1)
  }

  /// 延期半年, 延长三个月, in months.
  private func length(_ sentence: Range<Int>) -> Int? {
    for word in Self.lengthening {
      guard let place = prose.first(word, in: sentence) else { continue }
      let start = place + word.count
      if prose.has(Self.halfYear, at: start) { return 6 }
      if prose.has(Self.oneYear, at: start) { return 12 }
      if let figure = draft.quantities.first(where: {
        $0.range.lowerBound == start && $0.quantity.unit == "个月"
      }) {
        return (figure.quantity.value as NSDecimalNumber).intValue
      }
    }
    return nil
  }
}
