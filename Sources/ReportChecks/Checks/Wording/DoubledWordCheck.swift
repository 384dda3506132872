import ReportModel

/// 叠词句: words typed twice in a row, or named twice in one list.
struct DoubledWordCheck: DraftCheck {
  let about = CheckDescription(
    "wording.doubled-word", .warning, "词语连着出现两次，或在同一串并列里重复",
    rationale: "复制粘贴时容易留下重复的词。“一步一步”这类以“一”起头的叠用、数字和年份不算；并列里的重复只看顿号隔开的同一串。",
    source: "实务",
    triggering: [
      .draft("区委改革办会同区发改委、区财政局、[[区发改委]]联合督察。"),
      .draft("修订健康积分管[[理办理办]]法，注册居民9.8万人。"),
      .draft("研究制定推进[[改革改革]]的实施方案。"),
      .draft("审议通过《甲方案》《乙方案》[[《甲方案》]]。"),
      .draft("由公安、民政、司法、[[公安]]等部门开展联合检查。"),
      .draft("在东井、灯市、米行、[[灯市]]4个街道设立服务点。"),
      .draft("办理结果[[一并一并]]向诉求人反馈，[[一体化一体化]]平台上线。"),
      .draft("进一步完善工作机制，[[进一步完善工作机制]]，推动任务落实。"),
      .draft("一年来，[[一年来]]，全区上下高度重视。要求各地，高度重视，[[高度重视]]改革工作。持续优化营商环境，[[优化营商环境]]，企业满意。"),
      .draft("推行“一窗受理”，压减时限30%，[[推行“一窗受理”，压减时限30%]]，群众满意。"),
    ],
    silent: [
      .draft("区委改革办会同区发改委、区财政局、区委组织部联合督察，报省委改革办、省卫生健康委，分别向区发改委、区财政局、区委办通报。"),
      .draft("三个季度评价分别为良好、优秀、良好。在东井、灯市、米行3个街道设点，其中灯市、米行各2个。"),
      .draft("临湖区2024年改革总结\n临湖区出台《临湖区湖区旅游经营权出让管理规定》，引进项目5个。"),
      .draft("把评估结果作为下一年度制度制定的依据。"),
      .draft("一步一步推进，一项一项落实，一批一批地改，一体一体推进，组织公安、民政、司法等部门联合检查。"),
      .draft("改革任务完成，改革任务完成率100%。聚焦群众满意，群众满意是最高标准。抓牢改革落实，推动改革落实。"),
      .draft("办结率98%，群众满意率98%，完成率100%，信息中心中心机房扩容。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let draft = input.draft, let prose = input.prose else { return }
    let units = prose.units
    for paragraph in draft.paragraphs {
      adjacent(paragraph.range, units, draft, input.terms.lexicon.value, &result)
      lists(paragraph.range, units, draft, &result)
      clauses(paragraph.range, units, draft, &result)
    }
    titles(draft, prose, &result)
  }

  /// 《甲》《乙》《甲》: a document named twice in one list.
  private func titles(_ draft: Draft, _ prose: CheckProse, _ result: inout CheckResult) {
    var list: [Range<Int>] = []
    for title in draft.titles where title.depth == 0 && prose.isRead(title.range.lowerBound) {
      let range = title.range
      if let last = list.last,
        !(last.upperBound <= range.lowerBound
          && prose.units[last.upperBound..<range.lowerBound].allSatisfy { $0 == Mark.pause })
      {
        list = []
      }
      if list.contains(where: { prose.units[$0].elementsEqual(prose.units[range]) }) {
        report(range, draft, &result)
      }
      list.append(range)
    }
  }

  /// 甲,乙,甲,乙。: one or two clauses that follow themselves, with marks or figures in them.
  private func clauses(_ range: Range<Int>, _ units: [UInt16], _ draft: Draft, _ result: inout CheckResult) {
    var clauses: [Range<Int>] = []
    var start = range.lowerBound
    func isSame(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
      first.count == second.count && units[first].elementsEqual(units[second])
    }
    func han(_ clause: Range<Int>) -> Int { units[clause].count(where: Mark.isHan) }
    for index in range where Mark.clauseEnds.contains(units[index]) {
      let clause = start..<index
      start = index + 1
      let count = clauses.count
      if count > 0, isSame(clauses[count - 1], clause), han(clause) >= 6, !Self.isHanOnly(clause, units),
        !Self.areSentences(clauses[count - 1], clause, units)
      {
        report(clause, draft, &result)
      } else if count > 2, isSame(clauses[count - 2], clause), isSame(clauses[count - 3], clauses[count - 1]),
        han(clause) + han(clauses[count - 1]) >= 8,
        !Self.areSentences(
          clauses[count - 3].lowerBound..<clauses[count - 2].upperBound,
          clauses[count - 1].lowerBound..<clause.upperBound, units)
      {
        report(clauses[count - 1].lowerBound..<clause.upperBound, draft, &result)
      }
      clauses.append(clause)
    }
  }

  /// Whole sentences that are doubled are told by the check of sentences.
  private static func areSentences(
    _ first: Range<Int>, _ second: Range<Int>, _ units: [UInt16]
  ) -> Bool {
    Mark.sentenceEnds.contains(units[second.upperBound])
      && Mark.sentenceEnds.contains(units[first.upperBound])
  }

  /// Two to eight characters that follow themselves.
  private func adjacent(
    _ range: Range<Int>, _ units: [UInt16], _ draft: Draft, _ lexicon: Lexicon, _ result: inout CheckResult
  ) {
    for (index, length) in Self.repeats(in: range, units)
    where
      !(length == 2
      && (Self.isSeam(index, units, range, lexicon) || Self.straddles(index, units, range, lexicon)
        || Self.endsPlace(index, units)))
    {
      let word = draft.text.string(index..<index + length)
      result.report(
        draft.text.place(index..<index + 2 * length), "“\(word)”连着出现两次", "如属多打，请删去一个",
        replacement: word)
    }
  }

  /// 临湖区湖区旅游: a district that the text names elsewhere, and what it begins to tell of.
  private static func endsPlace(_ index: Int, _ units: [UInt16]) -> Bool {
    guard index > 0, regions.contains(units[index + 1]), Mark.isHan(units[index - 1]) else { return false }
    let name = units[index - 1...index + 1]
    return units.indices.dropLast(3).count {
      units[$0] == name[index - 1] && units[$0..<$0 + 3].elementsEqual(name)
    } > 1
  }

  private static let regions = UnitSet("区县市旗")

  /// 年度制度制定: three words, of which the middle one begins as the first ends and ends as the last begins.
  private static func straddles(_ index: Int, _ units: [UInt16], _ range: Range<Int>, _ lexicon: Lexicon)
    -> Bool
  {
    guard index > range.lowerBound, index + 4 < range.upperBound else { return false }
    func isWord(_ place: Int) -> Bool { lexicon.pair(units[place], units[place + 1]).isWord }
    guard !isWord(index), isWord(index - 1), isWord(index + 1), isWord(index + 3) else { return false }
    // 管理办理办法: without the double a listed phrase is left.
    let left = [units[index - 1], units[index], units[index + 3], units[index + 4]]
    return left.withUnsafeBufferPointer { lexicon.word($0, 0, 4) == nil }
  }

  /// 信息中心中心机房: one listed word ends with the name of a body or a work, the next begins so; 纠纷调处调处中心 is a slip.
  private static func isSeam(_ index: Int, _ units: [UInt16], _ range: Range<Int>, _ lexicon: Lexicon) -> Bool
  {
    guard index - 2 >= range.lowerBound, index + 6 <= range.upperBound,
      seams.contains(where: { units[index...].starts(with: $0) })
    else { return false }
    return units.withUnsafeBufferPointer {
      lexicon.word($0, index - 2, 4) != nil && lexicon.word($0, index + 2, 4) != nil
    }
  }

  private static let seams = Mark.words("中心 系统 平台 工程 项目 部门 单位 机构 公司 社区 学校 医院 基地 网络 产业 企业 改革 园区")

  private static func repeats(in range: Range<Int>, _ units: [UInt16]) -> [(index: Int, length: Int)] {
    let numerals = Mark.numerals
    return units.withUnsafeBufferPointer { units in
      var found: [(Int, Int)] = []
      var index = range.lowerBound
      while index < range.upperBound {
        if mayRepeat(at: index, units), Mark.isHan(units[index]),
          let length = length(at: index, range.upperBound, units),
          !numerals.contains(units[index])
            || whole.contains(where: { units[index..<index + length].elementsEqual($0) })
        {
          found.append((index, length))
          index += 2 * length
        } else {
          index += 1
        }
      }
      return found
    }
  }

  /// Words that begin with 一 and count nothing: 一步一步 is meant, 一并一并 is not.
  private static let whole = Mark.words("一并 一律 一直 一些 一定 一般 一致 一起 一旦 一切 一度 一贯 一同 一向 一体化 一系列 一揽子 一站式 一次性 一方面")

  private static func length(at index: Int, _ end: Int, _ units: UnsafeBufferPointer<UInt16>) -> Int? {
    let first = units[index]
    for length in 2...8 where index + 2 * length <= end && units[index + length] == first {
      var offset = 0
      while offset < length, units[index + offset] == units[index + length + offset],
        Mark.isHan(units[index + offset])
      {
        offset += 1
      }
      if offset == length, units[index + 1] != first { return length }
    }
    return nil
  }

  /// Whether the character stands again two to eight places on: four are compared at once.
  @inline(__always)
  private static func mayRepeat(at index: Int, _ units: UnsafeBufferPointer<UInt16>) -> Bool {
    guard index + 9 <= units.count else { return true }
    let bytes = UnsafeRawBufferPointer(units)
    let lanes: UInt64 = 0x0001_0001_0001_0001
    let same = UInt64(units[index]) &* lanes
    let near = bytes.loadUnaligned(fromByteOffset: 2 * index + 4, as: UInt64.self) ^ same
    let far = bytes.loadUnaligned(fromByteOffset: 2 * index + 10, as: UInt64.self) ^ same
    // A lane that is nought borrows from its highest bit.
    return ((near &- lanes) & ~near | (far &- lanes) & ~far) & (lanes << 15) != 0
  }

  /// The same item twice in a list parted by 、, and the same clause twice in a row.
  private func lists(_ range: Range<Int>, _ units: [UInt16], _ draft: Draft, _ result: inout CheckResult) {
    var items: [Range<Int>] = []
    var start = range.lowerBound
    var lastClause = 0..<0
    let ends = Mark.clauseEnds
    for index in range {
      let unit = units[index]
      let endsClause = ends.contains(unit)
      guard endsClause || unit == Mark.pause else { continue }
      let item = start..<index
      if endsClause, items.isEmpty, let doubled = Self.doubled(lastClause, item, units) {
        report(doubled, draft, &result)
      }
      // 三个季度分别为良好、优秀、良好: one for each.
      let isInTurn =
        items.first.map { FoldedWords(units: units[$0]).containsAny(["分别", "依次", "先后", "逐"]) } ?? false
      if !isInTurn, unit == Mark.pause || !items.isEmpty, item.count >= 2, Self.isHanOnly(item, units) {
        if items.contains(where: { units[$0].elementsEqual(units[item]) })
          || endsWith(item, items.first, units)
        {
          report(item, draft, &result)
        }
        // The last item carries what follows the list (等部门…): it is compared by its beginning.
        if endsClause, let length = beforeEtc(item, units),
          case let last = item.lowerBound..<item.lowerBound + length,
          items.contains(where: { units[$0].elementsEqual(units[last]) })
            || endsWith(last, items.first, units)
        {
          report(last, draft, &result)
        }
        items.append(item)
      }
      // 东井、灯市、米行、灯市5个街道: the last one carries the number of all.
      if !isInTurn, endsClause, items.count > 1,
        let digit = item.first(where: { Mark.isDigit(units[$0]) }),
        case let last = item.lowerBound..<digit, last.count >= 2, Self.isHanOnly(last, units),
        items.dropFirst().contains(where: { units[$0].elementsEqual(units[last]) })
      {
        report(last, draft, &result)
      }
      // 区财政局、区发改委联合督察: and 区发改委 before them.
      if !isInTurn, endsClause, items.count > 1, let office = Self.office(item, units),
        office != item,
        items.contains(where: { units[$0].elementsEqual(units[office]) })
          || endsWith(office, items.first, units)
      {
        report(office, draft, &result)
      }
      if endsClause {
        items = []
        lastClause = item
      }
      start = index + 1
    }
  }

  /// 一年来,一年来; 持续优化营商环境,优化营商环境; 高度重视,高度重视改革工作: what one clause and the next are, or one of them and the end or the beginning of the other.
  private static func doubled(_ first: Range<Int>, _ second: Range<Int>, _ units: [UInt16]) -> Range<Int>? {
    let (a, b) = (units[first], units[second])
    guard min(a.count, b.count) >= 3, isHanOnly(second, units) else { return nil }
    if a.elementsEqual(b) { return second }
    guard min(a.count, b.count) >= 4, isHanOnly(first, units), !b.contains(pause) else { return nil }
    if a.count > b.count { return b.count >= 6 && a.suffix(b.count).elementsEqual(b) ? second : nil }
    guard b.starts(with: a), b.count > a.count + 1, !goingOn.contains(units[second.lowerBound + a.count])
    else {
      return nil
    }
    return second.lowerBound..<second.lowerBound + a.count
  }

  /// 任务完成,任务完成率; 群众满意,群众满意是: what makes another word of it, or says something of it.
  private static let goingOn = UnitSet("率度数量性化者员的是就才也都则即要须必应可能与和及与之有无不更最上中下后时")
  private static let pause = Mark.pause

  /// Whether the first item ends with a later one: it carries what leads up to the list (由公安、民政).
  private func endsWith(_ item: Range<Int>, _ first: Range<Int>?, _ units: [UInt16]) -> Bool {
    // 项目等土地、土地等手续: what the first waits for waits itself.
    guard let first, first.count > item.count, !units[first].contains(Self.etc) else { return false }
    return units[first].suffix(item.count).elementsEqual(units[item])
  }

  /// The office that the last item of a list begins with: up to a character that ends its name, before what it did.
  private static func office(_ item: Range<Int>, _ units: [UInt16]) -> Range<Int>? {
    guard item.count > 4, let first = item.first, levels.contains(units[first]) else { return nil }
    return item.dropFirst(3).prefix(9).first { offices.contains(units[$0]) }.map { first..<$0 + 1 }
  }

  private static let levels = UnitSet("省市区县旗")
  private static let offices = UnitSet("局委办部院会")

  /// The length of an item without 等 and what follows it.
  private func beforeEtc(_ item: Range<Int>, _ units: [UInt16]) -> Int? {
    guard let etc = units[item].firstIndex(of: Self.etc), etc - item.lowerBound >= 2 else { return nil }
    return etc - item.lowerBound
  }

  private func report(_ range: Range<Int>, _ draft: Draft, _ result: inout CheckResult) {
    result.report(
      draft.text.place(range), "“\(draft.text.string(range))”在同一处重复出现", "如属重复，请删去一处；如有遗漏，请换成应写的内容")
  }

  private static func isHanOnly(_ range: Range<Int>, _ units: [UInt16]) -> Bool {
    units[range].allSatisfy(Mark.isHan)
  }

  private static let etc = Mark.word("等")[0]
}
