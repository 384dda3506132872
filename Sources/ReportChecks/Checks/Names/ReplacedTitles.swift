import ReportModel

/// 文件名换词: a document that the text issues, named elsewhere with another word inside: 《…传承发展办法》, 《…传承促进办法》.
///
/// Two documents may differ so as well (资产管理办法, 债务管理办法): the other one must be issued nowhere, and either the words must be of the kind
/// that is taken for one another, or a list of all documents must lack the one that was issued.
struct ReplacedTitles {
  private let draft: Draft
  private let prose: CheckProse

  init(_ draft: Draft, _ prose: CheckProse) {
    self.draft = draft
    self.prose = prose
  }

  /// Each title that is told otherwise, with the one that was issued.
  func pairs(_ titles: [Range<Int>]) -> [(usual: Range<Int>, rare: Range<Int>)] {
    var byHead: [ArraySlice<UInt16>: [Range<Int>]] = [:]
    for title in titles where title.count >= Self.shortest {
      byHead[inner(title).prefix(4), default: []].append(title)
    }
    var pairs: [(Range<Int>, Range<Int>)] = []
    for title in titles + attached(titles) where title.count >= Self.shortest {
      let near = (byHead[inner(title).prefix(4)] ?? []).first {
        isIssued($0) && isRenamed($0, title) && !isTold(title, as: $0, titles)
      }
      if let near { pairs.append((near, title)) }
    }
    return pairs
  }

  private func inner(_ title: Range<Int>) -> ArraySlice<UInt16> {
    prose.units[title].starts(with: Self.opening)
      ? prose.units[title].dropFirst().dropLast() : prose.units[title]
  }

  /// Lines of a list of attachments, which bear no 《》.
  private func attached(_ titles: [Range<Int>]) -> [Range<Int>] {
    draft.sentences.map(\.range).filter { line in
      line.count >= Self.shortest && line.count < 50 && prose.hasAny(Self.kinds, before: line.upperBound)
        && (line.upperBound == prose.units.count || prose.beginsParagraph(line.upperBound))
        && !titles.contains { $0.overlaps(line) }
    }.map { line in
      let start = line.first { Mark.isHan(prose.units[$0]) } ?? line.lowerBound
      return start..<line.upperBound
    }
  }

  private func isIssued(_ title: Range<Int>) -> Bool {
    prose.hasAny(Self.issuing, before: title.lowerBound) || isNumbered(title)
  }

  /// 《…》(甲政发〔2025〕3号).
  private func isNumbered(_ title: Range<Int>) -> Bool {
    prose.units[title.upperBound...].prefix(16).prefix { !Mark.sentenceEnds.contains($0) }
      .contains { Self.brackets.contains($0) }
  }

  /// Whether one word of two characters at most was put for another, and all else stands.
  private func isRenamed(_ issued: Range<Int>, _ other: Range<Int>) -> Bool {
    let (a, b) = (inner(issued), inner(other))
    let head = zip(a, b).prefix { $0 == $1 }.count
    let tail = zip(a.reversed(), b.reversed()).prefix { $0 == $1 }.prefix(min(a.count, b.count) - head).count
    let (old, new) = (a.dropFirst(head).dropLast(tail), b.dropFirst(head).dropLast(tail))
    if tail == 0, head >= 10, Self.kinds.contains(Array(old)), Self.kinds.contains(Array(new)) {
      return isToldOf(other)
    }
    guard head >= 6, tail >= 2, old.count == new.count, (1...2).contains(old.count),
      (old + new).allSatisfy(Mark.isHan)
    else { return false }
    if old.count == 1 { return !(old + new).contains(where: NamePairs.contrasts.contains) }
    return isOnRoll(other) || Self.general.contains(Array(old)) && Self.general.contains(Array(new))
  }

  /// 《…实施方案》获评…: what became of it opens the sentence, and is of what was issued.
  private func isToldOf(_ title: Range<Int>) -> Bool {
    (prose.sentence(around: title).lowerBound == title.lowerBound
      || prose.hasAny(Self.towards, before: title.lowerBound))
      && prose.hasAny(Self.fates, at: title.upperBound)
  }

  private static let towards = Mark.words("对 对于 使 推动 自 因")

  private static let fates = Mark.words(
    "被 获 入选 列入 列为 施行以来 实施以来 印发以来 执行以来 出台以来 施行后 实施后 印发后 出台后 自 施行 正式施行 执行 正式执行 同步施行 落实 贯彻 理解 掌握 宣传 知晓 学习")

  /// 制度文件5件:《…》《…》《…》: one of three and more side by side.
  private func isOnRoll(_ title: Range<Int>) -> Bool { roll(title).count > 2 }

  private func roll(_ title: Range<Int>) -> [Range<Int>] {
    let sentence = prose.sentence(around: title)
    return draft.titles.map(\.range).filter { sentence.contains($0.lowerBound) }
  }

  /// Whether the other title is one by itself: issued or numbered, or told in a sentence that has the issued one, too.
  private func isTold(_ other: Range<Int>, as issued: Range<Int>, _ titles: [Range<Int>]) -> Bool {
    let same = titles.filter { inner($0).elementsEqual(inner(other)) }
    if same.contains(where: { isNumbered($0) || isIssued($0) && !isOnRoll($0) }) { return true }
    let name = Array(inner(issued))
    return (same + [other]).contains { prose.first(name, in: prose.sentence(around: $0)) != nil }
  }

  private static let shortest = 12
  private static let opening = Mark.word("《")
  private static let brackets = UnitSet("〔[")
  private static let kinds = Mark.words("办法 细则 方案 意见 规则 规定 清单 措施 规范 条例 制度 目录 指引 规程")
  private static let issuing = Mark.words("印发 出台 制定 发布 下发 修订 颁布 通过 印发了 出台了 制定了 公布")
  /// Words that say what is done with a thing rather than what the thing is.
  private static let general = Set(
    Mark.words(
      "工作 使用 操作 执行 组织 协调 认定 备案 申报 办理 受理 调度 督办 督察 督查 协同 联动 协作 处置 发展 促进 推进 推动 运行 事项 运营 建设 提升 规范 服务 保障 保护 治理 整治 改造 改革 创新 培育 扶持 支持 激励 奖励 奖补 考核 考评 评价 评估 管控 监管 监督 统筹 深化 优化 提质 转型 振兴 引导 管理 实施"
    ))
}
