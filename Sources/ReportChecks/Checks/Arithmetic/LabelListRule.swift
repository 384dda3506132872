import Foundation
import ReportModel

/// 列举在前: 行政、人员、财务“三统一”, 区、街道、社区三级: the things named right before a label that counts them. Reported with the
/// lists.
struct LabelListRule: RelationRule {
  let page: FigurePage

  func propose(_ book: inout RelationBook) {
    for quotation in page.draft.quotations where quotation.count > 3 {
      let place = quotation.lowerBound + 1
      // “三管三必须”: which of the numbers is meant is open.
      guard let number = Mark.number(page.units[place]), quotation.count <= 10,
        !page.units[place + 1..<quotation.upperBound].contains(where: { (Mark.number($0) ?? 1) > 1 })
      else { continue }
      read(number, label: place..<quotation.upperBound - 1, before: quotation.lowerBound, &book)
      steps(number, quotation, &book)
    }
    // 四级, 五步, 六字: ranks as a rule, and no figures of the text.
    var next = 0
    for place in page.units.indices.dropFirst(3).dropLast()
    where Self.counters.contains(page.units[place + 1]) || isManner(place + 2) {
      guard let number = Mark.number(page.units[place]),
        Mark.isHan(page.units[place - 1]) || page.units[place - 1] == 0x201D
          || page.units[place - 1] == Mark.comma && page.units[place + 1] == Self.party && isManner(place + 2)
      else { continue }
      while next < page.draft.quantities.count, page.range(next).upperBound <= place { next += 1 }
      // 四方联动: no cubic metres.
      if next < page.draft.quantities.count, page.range(next).contains(place), !isManner(place + 2) {
        continue
      }
      read(number, label: place..<place + (isManner(place + 2) ? 4 : 2), before: place, &book)
    }
  }

  /// “五步法”,按照提、议、定、办、评的步骤: what the label counts is told behind it.
  private func steps(_ number: Int, _ quotation: Range<Int>, _ book: inout RelationBook) {
    let start = quotation.upperBound
    guard number > 2, Self.counters.contains(page.units[quotation.lowerBound + 2]), start < page.units.count,
      page.units[start] == Mark.comma, let sentence = page.draft.sentence(at: start),
      case let rest = start + 1..<page.draft.sentences[sentence].range.upperBound,
      let word = Self.following.first(where: { page.words(rest).hasPrefix($0) }),
      let end = (rest.lowerBound..<min(rest.upperBound, rest.lowerBound + 48)).first(where: { place in
        Self.manner.contains { page.words(place..<rest.upperBound).hasPrefix($0) }
      }), end > rest.lowerBound + word.utf16.count
    else { return }
    let items = split(rest.lowerBound + word.utf16.count..<end)
    guard items.count > 2, abs(items.count - number) <= 1,
      items.allSatisfy({ item in
        (1...6).contains(item.count) && item.allSatisfy { Mark.isHan(page.units[$0]) }
      })
    else { return }
    book.compare(
      number, with: [items.count], at: quotation, listed: items[0].lowerBound..<end, otherwise: .broken,
      told: "后面列出", as: page.text(quotation))
  }

  private static let following = ["按照", "依照", "遵循", "按", "经", "通过"]
  private static let manner = ["的步骤", "的流程", "的程序", "的环节", "的顺序", "的次序", "等步骤", "步骤", "流程", "程序"]

  /// 四位一体, 四方联动, 四治融合: whatever is counted, it is things named before.
  private func isManner(_ place: Int) -> Bool {
    place + 2 <= page.units.count
      && Self.mannerWords.contains { page.units[place] == $0[0] && page.units[place + 1] == $0[1] }
  }

  /// Holds a label's number against the list that ends right before it.
  private func read(_ number: Int, label: Range<Int>, before end: Int, _ book: inout RelationBook) {
    guard (2...12).contains(number), var list = list(before: end) else { return }
    var least = list.items.count
    var most = least
    if let last = list.items.last,
      let join = last.dropFirst().dropLast().first(where: { Mark.ands.contains(page.units[$0]) })
    {
      most += 1
      // 合法性审查、风险评估和基层听证四道: to see whether they are alike.
      list.items[least - 1] = last.lowerBound..<join
      list.items.append(join + 1..<last.upperBound)
    }
    if Self.levelled.contains(page.units[label.lowerBound + 1]) {
      // 市县、乡、村四级: one word may name two levels.
      most = list.items.reduce(0) { $0 + max(1, levels($1)) }
    }
    if list.isOpen { least = max(least, number); most = max(most, least) }
    let fits = (least...max(least, most)).contains(number)
    let isCertain =
      fits || list.isWhole
      || areAlike(list.items.dropFirst(), label) && (list.items.count > 2 || bear(list.items, label))
        && abs(list.items.count - number) == 1
    book.compare(
      number, with: [list.items.count] + Array(least...max(least, most)), at: label,
      listed: list.items[0].lowerBound..<list.items[list.items.count - 1].upperBound,
      otherwise: isCertain ? .broken : .undecided, told: "前面列出", as: "“\(page.text(label))”")
  }

  /// The items before a place: words parted by 、, or the items of a quotation that ends there.
  private func list(before place: Int) -> (items: [Range<Int>], isOpen: Bool, isWhole: Bool)? {
    var end = place
    while end > 0, Self.particles.contains(page.units[end - 1]) { end -= 1 }
    let isMade = made(&end)
    let isOpen = end > 0 && page.units[end - 1] == Mark.andSoOn
    if isOpen { end -= 1 }
    guard end > 0 else { return nil }
    if page.units[end - 1] == 0x201D {
      guard let quotation = page.draft.quotations.last(where: { $0.upperBound == end }) else { return nil }
      let items = split(quotation.lowerBound + 1..<end - 1)
      guard items.count > 2, items.allSatisfy({ (1...8).contains($0.count) }) else { return nil }
      return (items, isOpen, true)
    }
    if page.units[end - 1] == Mark.comma { return joined(before: end - 1) }
    var start = end
    let first = page.draft.sentence(at: end - 1).map { page.draft.sentences[$0].range.lowerBound } ?? 0
    while start > first, Mark.isHan(page.units[start - 1]) || Self.separates(page.units[start - 1]) {
      start -= 1
    }
    // What stands before may be an item as well: “一网通办”、….
    guard start == first || !Self.mayBelong(page.units[start - 1]) else { return nil }
    // 市里把简政放权、要素配置、开放平台确定为“三大”攻坚任务.
    if isMade {
      guard let taken = (start..<end).first(where: { Self.takes.contains(page.units[$0]) }) else {
        return nil
      }
      let items = split(taken + 1..<end)
      return items.count > 2 && items.allSatisfy({ (2...9).contains($0.count) }) ? (items, isOpen, true) : nil
    }
    let items = split(start..<end)
    guard items.count > 1, items.allSatisfy({ !$0.isEmpty }), items.dropFirst().allSatisfy({ $0.count <= 9 })
    else { return nil }
    return (items, isOpen, false)
  }

  /// Goes back over 确定为年度 before a label.
  private func made(_ end: inout Int) -> Bool {
    var place = end
    while let word = Self.times.first(where: { page.words(0..<place).hasSuffix($0) }) {
      place -= word.utf16.count
    }
    guard let word = Self.makings.first(where: { page.words(0..<place).hasSuffix($0) }) else { return false }
    end = place - word.utf16.count
    return true
  }

  private static let times = ["年度", "全年", "今年", "本年", "重点", "当年"]
  private static let makings = ["确定为", "列为", "作为", "定为", "明确为", "列入"]
  private static let takes = UnitSet("把将")

  /// “林长+检察长+警长”协作机制,四方联动: the words that name a mechanism, and what they do together.
  private func joined(before end: Int) -> (items: [Range<Int>], isOpen: Bool, isWhole: Bool)? {
    guard let close = page.units[(0..<end).suffix(10)].lastIndex(of: 0x201D),
      let quotation = page.draft.quotations.last(where: { $0.upperBound == close + 1 })
    else { return nil }
    let items = (quotation.lowerBound + 1..<close).split { page.units[$0] == 0x2B }
    guard items.count > 1, items.allSatisfy({ $0.allSatisfy { Mark.isHan(page.units[$0]) } }) else {
      return nil
    }
    return (items, false, true)
  }

  private func split(_ range: Range<Int>) -> [Range<Int>] {
    var items: [Range<Int>] = []
    var start = range.lowerBound
    for index in range where Self.separates(page.units[index]) {
      // —— is one mark of two characters.
      if index > start || page.units[index] == Mark.pause { items.append(start..<index) }
      start = index + 1
    }
    return items + [start..<range.upperBound]
  }

  /// Whether items are worded as members of one list: equally long, or with one character at the same end.
  private func areAlike(_ items: ArraySlice<Range<Int>>, _ label: Range<Int>) -> Bool {
    guard let last = items.last,
      !page.words(last).hasAnySuffix(Self.verbs)
        || page.words(label).containsAny(Self.manners)
    else { return false }
    let lengths = items.map(\.count)
    return (lengths.max() ?? 0) - (lengths.min() ?? 0) <= (items.count > 2 ? 1 : 0)
      || Set(items.map { page.units[$0.upperBound - 1] }).count == 1
      || Set(items.map { page.units[$0.lowerBound] }).count == 1
  }

  /// 标准化、规范化 of “三化”: all items end or begin as the label says.
  private func bear(_ items: [Range<Int>], _ label: Range<Int>) -> Bool {
    let word = page.units[label.upperBound - 1]
    return items.allSatisfy { page.units[$0.upperBound - 1] == word }
      || items.dropFirst().allSatisfy { page.units[$0.lowerBound] == word }
  }

  private func levels(_ item: Range<Int>) -> Int { item.count { Self.ranks.contains(page.units[$0]) } }

  private static func separates(_ unit: UInt16) -> Bool { unit == Mark.pause || unit == 0x2014 }
  private static func mayBelong(_ unit: UInt16) -> Bool {
    Mark.isDigit(unit) || unit == 0x201D || unit == 0x300B || unit == 0x29 || unit == 0x2B
  }

  private static let counters = UnitSet("级步字方端链环员维道色")
  private static let party: UInt16 = 0x65B9  // 方
  private static let levelled = UnitSet("级")
  private static let ranks = UnitSet("国省市区县乡镇街村居社组户格楼片")
  private static let particles = UnitSet("的等这").without("等")
  /// Labels that say how something is done: no verb has them for its object.
  private static let manners = ["一体", "联动", "结合", "融合", "并举", "协同", "同步", "共治", "合一", "联审"]
  private static let mannerWords = manners.map(Mark.word)
  private static let verbs = Mark.texts(
    "推进 开展 实施 建设 打造 提升 完善 加强 落实 推行 深化 健全 构建 建立 聚力 聚焦 推动 做好 抓好 形成 实现 坚持 突出 统筹 开创 探索 创新 完成 创建 培育 强化 优化")
}

extension NamedListRule {
  /// “三送”下乡活动,送技术、送岗位、送政策、送服务,: behind a comma only what begins with the label's word is of the list.
  func bearing(
    _ label: Range<Int>, _ number: Int, _ noun: Range<Int>, from end: Int, _ book: inout RelationBook
  ) {
    guard noun.count == 1, end < page.units.count, page.units[end] == Mark.comma,
      let sentence = page.draft.sentence(at: end)
    else { return }
    let (word, stop) = (page.units[noun.lowerBound], page.draft.sentences[sentence].range.upperBound)
    let clause =
      end + 1..<(page.units[end + 1..<max(end + 1, stop)].firstIndex { Mark.clauseEnds.contains($0) } ?? stop)
    let mark = page.has(Mark.pause, in: clause) ? Mark.pause : Mark.comma
    let items = page.items(of: mark == Mark.pause ? clause : end + 1..<max(end + 1, stop), at: mark).prefix {
      item in
      (2...8).contains(item.count) && page.units[item.lowerBound] == word
        && item.allSatisfy { Mark.isHan(page.units[$0]) } && !page.words(item).hasPrefix("进一步")
    }
    // 送技术、送岗位: two may stand for all.
    guard items.count > 1, items.count > 2 || number == 2, abs(items.count - number) <= 2,
      let last = items.last,
      mark == Mark.comma || last.upperBound == clause.upperBound
    else { return }
    book.compare(
      number, with: [items.count], at: label, listed: items[0].lowerBound..<last.upperBound,
      as: page.text(label))
  }

  /// 六所高校(甲大学、乙大学、丙学院): names and nothing else between the brackets.
  func isInBrackets(_ list: Range<Int>, _ items: [Range<Int>]) -> Bool {
    list.lowerBound > 0 && page.units[list.lowerBound - 1] == 0x28 && items.count > 2
      && items.last?.upperBound == list.upperBound
      && items.allSatisfy { item in
        (2...12).contains(item.count) && item.allSatisfy { Mark.isHan(page.units[$0]) }
          && !item.contains { Mark.ands.contains(page.units[$0]) }
      }
      && !Self.notNames.contains(page.units[items[0].lowerBound])
  }

  private static let notNames = UnitSet("含其不包如见均每附另占即已正共或非以")
}
