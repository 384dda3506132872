import ReportModel

/// 终止的任务还在推进: a task that was given up, and that the text is going on with elsewhere.
struct TerminatedTasks {
  let page: FigurePage
  let ledger: Report?

  /// Where it is told to go on, and where its end is told.
  var goingOn: [(place: Range<Int>, end: Range<Int>?)] {
    var names = page.draft.delays.filter(\.isTerminated).map {
      (words: name(page.units[$0.name]), told: $0.name)
    }
    names += told.map { (name(page.units[$0]), $0) }
    var found: [(Range<Int>, Range<Int>?)] = takenOver
    for (words, end) in names.map({ ($0.words, Optional($0.told)) }) + ofLedger.map({ ($0, nil) })
    where words.count >= Self.least {
      if let place = place(of: words), !found.contains(where: { $0.0 == place }) {
        found.append((place, end))
      }
    }
    return found
  }

  /// 经会议审议同意终止,转入2026年继续推进: in the sentence that ends it.
  private var takenOver: [(Range<Int>, Range<Int>?)] {
    page.draft.sentences.compactMap { sentence in
      guard let end = Self.ending.lazy.compactMap({ page.places(of: $0, in: sentence.range).first }).first,
        case let rest = end..<sentence.range.upperBound,
        !Self.others.contains(where: { page.contains($0, in: rest) }),
        let taken = Self.taking.lazy.compactMap({ page.places(of: $0, in: rest).first }).first,
        let on = Self.on.lazy.compactMap({ page.places(of: $0, in: taken..<rest.upperBound).first }).first,
        on - taken <= 10
      else { return nil }
      return (taken..<on + 4, end..<end + 4)
    }
  }

  private static let ending = Mark.words("同意终止 予以终止 批准终止 决定终止")
  private static let taking = Mark.words("转入 结转 转到 顺延 列入")
  private static let on = Mark.words("继续推进 继续实施 继续开展 接续推进 持续推进")
  private static let others = Mark.words("其余 其他 另外 不再 并入 另有 ;")

  private var ofLedger: [[UInt16]] {
    (ledger?.tasks ?? []).filter { $0.status?.kind == .terminated }.map { name(Mark.word($0.name)[...]) }
  }

  /// 终止任务1项,即林下经济经营权流转改革,….
  private var told: [Range<Int>] {
    page.draft.sentences.compactMap { sentence in
      guard let end = page.places(of: Self.ended, in: sentence.range).first,
        let start = Self.naming.lazy.compactMap({ word in
          page.places(of: word, in: end..<min(sentence.range.upperBound, end + 16)).first.map {
            $0 + word.count
          }
        }).first
      else { return nil }
      var stop = start
      while stop < sentence.range.upperBound, !Mark.isListMark(page.units[stop]) { stop += 1 }
      return stop - start >= Self.least ? start..<stop : nil
    }
  }

  /// Without the verb that opens a name.
  private func name(_ words: ArraySlice<UInt16>) -> [UInt16] {
    let verb = Self.verbs.first { words.starts(with: $0) }
    return Array(words.dropFirst(verb?.count ?? 0))
  }

  /// 继续推进林下经济经营权流转改革: right before the name, with nothing that says it is over.
  private func place(of name: [UInt16]) -> Range<Int>? {
    for sentence in page.draft.sentences
    where !Self.over.contains(where: { page.contains($0, in: sentence.range) }) {
      for start in page.places(of: name, in: sentence.range) {
        let lead = max(sentence.range.lowerBound, start - 6)..<start
        guard let word = Self.goingOnWith.first(where: { page.words(lead).hasSuffix($0) }) else { continue }
        return start - word.utf16.count..<start + name.count
      }
    }
    return nil
  }

  private static let least = 6
  private static let ended = Mark.word("终止")
  private static let naming = Mark.words("即 分别为 为 是")
  private static let verbs = Mark.words("推进 深化 建立 健全 完善 开展 推行 推动 实施 探索 优化 加快")
  private static let over = Mark.words("终止 不再 原 曾 替代 取代 上年 停止 取消")
  private static let goingOnWith = [
    "继续推进", "加快推进", "深入推进", "持续推进", "扎实推进", "稳步推进", "继续实施", "继续深化", "持续深化", "加快实施", "继续开展", "全力推进", "继续抓好",
    "着力推进", "有序推进", "正在推进", "大力推进", "继续做好", "接续推进",
  ]
}
