import Foundation
import ReportModel

/// 分项是否构成总数: whether parts are meant to make the whole.
extension PartsRule {
  /// Whether parts are meant to make the whole: none of them overlaps with others by its name, the list is not open, and they come
  /// near to it or miss it by a slip of the pen.
  func isPartition(_ parts: [Int], _ whole: Int, _ sum: Decimal) -> Bool {
    guard let first = parts.first, let last = parts.last else { return false }
    // 其中亿元以上9个;新开工41个,竣工23个: what the semicolon parts off is no list with what stands before it.
    if parts.count > 2, page.has(Mark.semicolon, in: page.before(parts[1])),
      parts.dropFirst(2).contains(where: { !page.has(Mark.semicolon, in: page.before($0)) })
    {
      return false
    }
    let all = page.lead(first).lowerBound..<max(page.tail(last).upperBound, page.range(last).upperBound)
    if page.cues.has([.incomplete], in: all) || page.units[page.tail(last)].first == Mark.andSoOn {
      return false
    }
    let sentence = page.sentence(of: last).range
    let behind = page.words(
      page.range(last).upperBound..<max(sentence.upperBound, page.range(last).upperBound))
    // 互不重复: said not to overlap.
    let isApart = behind.containsAny(Self.apart)
    if !isApart, behind.containsAny(Self.overlaps) || tellsOfBoth(FoldedWords(units: behind.units.prefix(30)))
    {
      return false
    }
    if isOfYears(parts, upTo: whole), sum < page.value(whole) { return false }
    if sum > page.value(whole)
      ? page.siblings(of: last).contains(last + 1) && countsTwice(last + 1) : isRestNamed(behind: last)
    {
      return false
    }
    // 21项,其中甲5项,乙4项,丙4项,均已完成: those that something is said of.
    if sum * 10 < page.value(whole) * 9, behind.hasAnyPrefix(Self.selected) { return false }
    // 研究生26名、本科生100名 of 180名: the others are not named.
    if sum < page.value(whole), page.member(first).map(FamilyTable.shared.isOpen) == true { return false }
    // 被市级采用9期、被省级采用4期: what happened to them may have happened twice.
    if !isApart,
      parts.contains(where: { part in page.words(words(part)).hasAnyPrefix(Self.happenings) })
    {
      return false
    }
    // 3.86万人,其中养老保险参保2.74万人、医疗保险参保3.83万人: one may take part in both.
    if !isApart, sum > page.value(whole), page.isPerson(first),
      parts.allSatisfy({ part in
        page.words(words(part)).hasAnySuffix(Self.takings)
          || page.words(words(part)).hasAnyPrefix(Self.takings)
      })
    {
      return false
    }
    let isAlike = zip(parts, parts.dropFirst()).allSatisfy { alike(words($0), words($1)) }
    // 高级 and 中级 exclude one another, 党员 and 女性 do not.
    let isRanked =
      isNamedAlike(parts) || isAlike && parts.allSatisfy { words($0).count <= 2 } && endsAlike(parts)
      || page.excludeOneAnother(parts)
    // What a slip of the pen mends does not overlap.
    let missed = page.value(whole) - sum
    let isMended =
      parts.count > 2 && abs(missed) * 20 < sum && Reckoning.isSlip(page.value(whole), sum)
      // 3850万元,其中甲1620万元、乙2230元: with 万 behind the last they make the whole.
      || parts.contains {
        Reckoning.significant(page.value($0)) > 2
          && Reckoning.powersOff(page.value($0), page.value($0) + missed) != nil
      }
    // 副主任医师以上12名、主治医师41名、住院医师33名: the highest of three ranks and more takes in those above it.
    let tops = parts.filter { page.words(words($0)).contains("以上") }
    let isTopped =
      tops.count == 1 && parts.count > 2 && (tops[0] == first || tops[0] == last)
      && Set(parts.map { part in topped(part) }).count == 1 && topped(first) != nil
    // 省级以上20名、国家级12名: those are told within these.
    if tops.count > 1 && !isMended || tops.contains(where: { isWithin($0, parts) }) {
      return false
    }
    // 48.2分、28.2分、20分 of 94.6分: nor do scores, whatever they are called.
    if !isRanked, !isMended, !isTopped, !isDivided(first), page.unit(whole) != "分",
      parts.contains(where: {
        page.cues.has(.overlapping, in: page.lead($0)) || page.cues.has(.overlapping, in: page.tail($0))
      })
    {
      return false
    }
    let total = page.value(whole)
    // 47所中小学,其中小学31所、初中12所: there are schools that are both.
    if parts.count == 2, sum < total, page.unit(whole) == "所",
      parts.allSatisfy({ part in page.words(words(part)).containsAny(Self.schools) })
    {
      return false
    }
    let shift = total - sum
    if Reckoning.powersOff(total, sum) != nil { return true }
    // Of people two kinds are often named out of many: 45名,其中处级8名、科级20名.
    let isOpen =
      !isRanked && parts.count == 2 && sum < total && page.sameUnit(whole, first)
      && Self.people.contains(page.unit(first))
    let digits = !isOpen && (isAlike || parts.count >= 3) ? 2 : 3
    let slips = parts.map { (page.value($0), page.value($0) + shift) } + [(total, sum)]
    if slips.contains(where: { Reckoning.isSlip($0.0, $0.1, digits: digits) }) { return true }
    let share = total > 0 ? sum / total : 0
    // 2000年以前建成的小区, 加装电梯的小区: what is described may be both.
    if !isRanked, parts.count == 2, parts.allSatisfy({ page.has(Mark.of, in: words($0)) }) {
      return share > Decimal(0.9) && share < Decimal(1.1)
    }
    if parts.count >= 3 { return share > Decimal(0.5) && share < 3 }
    if isRanked { return share > Decimal(0.4) && share < 3 }
    return isAlike && !isOpen
      ? share > Decimal(0.75) && share < 2 : share > Decimal(0.8) && share < Decimal(1.3)
  }

  /// 按领域分,营商环境7件、产业创新6件: names of what a whole is divided into, whatever words they are made of.
  private func isDivided(_ first: Int) -> Bool {
    let before = page.before(first)
    let start = before.first { Mark.isHan(page.units[$0]) } ?? before.upperBound
    return division(start..<before.upperBound, isInside: true) != nil
  }

  /// 师 of 副主任医师以上: what a rank's name ends with.
  private func topped(_ part: Int) -> UInt16? {
    let name = page.units[words(part)]
    let above = [Mark.word("及以上"), Mark.word("以上")].first { name.reversed().starts(with: $0.reversed()) }
    return name.dropLast(above?.count ?? 0).last
  }

  /// 省级以上, beside which 国家级 is counted.
  private func isWithin(_ top: Int, _ parts: [Int]) -> Bool {
    guard let level = page.member(top), level.family == 0 else { return false }
    return parts.contains { part in
      part != top && page.member(part).map { $0.family == 0 && $0.place < level.place } == true
    }
  }

  /// The figures of a list that make a whole: where 、 joins some that do, a comma begins something else (红色14条、橙色63条、黄色173条,
  /// 已处置247条); others may belong to it though they are worded otherwise.
  func fitted(_ parts: [Int], to whole: Int) -> [Int] {
    func ends(_ figure: Int) -> Bool {
      page.before(figure).contains { page.units[$0] == Mark.comma || page.units[$0] == Mark.semicolon }
    }
    let (total, sum) = (page.value(whole), page.sum(parts))
    let end = parts.indices.dropFirst(2).first { ends(parts[$0]) }
    if let end, !parts[1..<end].contains(where: ends),
      parts[..<end].reduce(Decimal(0), { $0 + page.value($1) }) == total
    {
      return Array(parts[..<end])
    }
    // 县委8件、部门8件;上半年9件、下半年7件: parted in two ways.
    if let cut = parts.indices.dropFirst(2).first(where: {
      page.has(Mark.semicolon, in: page.before(parts[$0]))
    }),
      parts[..<cut].reduce(Decimal(0), { $0 + page.value($1) }) == total
    {
      return Array(parts[..<cut])
    }
    guard parts.count > 1, sum < total, var last = parts.last else { return parts }
    var (all, more) = (parts, sum)
    while all.count < parts.count + 3, page.siblings(of: last).contains(last + 1),
      page.sameUnit(last + 1, last),
      page.claim(last + 1).change == nil, !page.cues.has([.parts, .sum], in: page.before(last + 1)),
      more < total
    {
      last += 1
      all.append(last)
      more += page.value(last)
    }
    return more == total ? all : parts
  }

  /// 部分患者两种服务都接受, 有14处与两者都合设: some of them are said to be of two kinds at once.
  func tellsOfBoth(_ words: FoldedWords) -> Bool {
    let units = Array(words.units)
    guard let both = units.indices.first(where: { Self.both.contains(units[$0]) }) else { return false }
    let (before, behind) = (units[..<both].suffix(14), units[both...].prefix(8))
    return behind.dropFirst().contains { Self.alike.contains($0) }
      && Self.some.contains { FoldedWords(units: before).contains($0) }
  }

  private static let both = UnitSet("两二三2")
  private static let alike = UnitSet("都均皆兼")
  private static let some = ["部分", "有的", "有些", "一些", "不少", "少数", "个别", "其中", "有"]

  /// 2023年以来累计27件,其中2023年8件、2024年9件: the years named stop before the year that the report tells of.
  private func isOfYears(_ parts: [Int], upTo whole: Int) -> Bool {
    guard let now = page.draft.reportYear(at: page.range(whole).lowerBound) else { return false }
    let years = parts.map { part -> Int? in
      let digits = page.units[words(part)].prefix { Mark.isDigit($0) }
      return digits.count == 4 ? digits.reduce(0) { $0 * 10 + Int($1) - 0x30 } : nil
    }
    guard let last = years.last ?? nil, years.allSatisfy({ $0 != nil }) else { return false }
    return last < now && page.cues.has(.cumulative, in: page.before(whole))
  }

  /// 党纪处分121人、政务处分58人(有15人同时受到两种处分): some are told to be counted twice.
  func countsTwice(_ figure: Int) -> Bool {
    let words = page.words(page.lead(figure).lowerBound..<page.tail(figure).upperBound)
    return words.containsAny(Self.twice) || page.words(page.after(figure)).containsAny(Self.severalTimes)
  }

  /// 河长751名、田长575名,余下的就是林长: the rest is named, not counted.
  private func isRestNamed(behind last: Int) -> Bool {
    let clause = page.tail(last).upperBound..<page.after(last).upperBound
    guard let start = clause.dropFirst().first(where: { !Mark.isListMark(page.units[$0]) }),
      clause.upperBound == page.sentence(of: last).range.upperBound
        || page.units[start..<clause.upperBound].contains(where: Mark.isListMark)
    else { return false }
    return page.words(start..<clause.upperBound).hasAnyPrefix(Self.rests)
  }

  /// 净增1200户,其中新登记1860户、注销660户: what is left of the first when the second is taken away; nil where the whole is not net.
  func net(_ parts: [Int], of whole: Int) -> Decimal? {
    guard parts.count == 2,
      page.words(page.lead(whole)).contains("净") || page.words(page.lead(whole)).contains("相抵")
        // 比上年末增加43家,其中首次认定61家、到期未通过18家: some came, some went.
        || page.claim(whole).change != nil
          && page.words(words(parts[1])).containsAny(Self.leaving)
    else { return nil }
    return abs(page.value(parts[0]) - page.value(parts[1]))
  }

  /// 首次登记, 转移登记, 抵押登记: three kinds or more of what one word names.
  func isNamedAlike(_ parts: [Int]) -> Bool {
    let endings = Set(parts.map { page.units[words($0)].suffix(2) })
    return parts.count > 2 && endings.count == 1 && endings.first?.count == 2
      && !parts.contains { part in page.words(words(part)).containsAny(Self.statuses) }
  }

  private static let selected = [",均", ",都已", ",全部", ",均已", ",皆"]
  private static let leaving = ["注销", "退出", "未通过", "到期", "减少", "撤并", "关闭", "迁出", "淘汰", "摘牌", "吊销"]

  /// What one and the same person may be all at once.
  private static let statuses = Mark.texts(
    "党员 女 青年 老年 少数民族 博士 硕士 本科 研究生 高层次 残疾 退役 失业 困难 脱贫 优秀 骨干 重点 示范 以上 以下 元 特色 典型 首批")
  private static let apart = ["互不重复", "互不交叉", "互不重叠", "不重复计", "没有重复", "无重复", "不重复统计"]
  private static let overlaps = [
    "兼有", "兼具", "同时患", "同时有", "同时具", "并存", "既", "交叉", "重叠", "重复", "跨", "同时属于", "重合", "可兼", "兼报",
  ]
  private static let severalTimes = ["计入多", "重复计", "可同时属", "有重合", "有交叉", "存在交叉", "兼有"]
  private static let twice = [
    "同时", "重复", "重叠", "交叉", "兼有", "兼具", "双重", "方式都", "两种都", "两类都", "两者都", "两项都", "两者皆", "两者均", "两者兼",
  ]
  private static let rests = ["其余", "余下", "剩余", "剩下", "其他", "其它", "余者", "另外的"]
  private static let happenings = ["被", "获", "荣获", "入选", "列入", "纳入", "得到", "受到", "评为", "登上", "采用"]
  private static let takings = [
    "参保", "参加", "参与", "享受", "领取", "接受", "持有", "使用", "申领", "办理", "签约", "缴纳", "购买", "选用",
  ]
  private static let schools = ["小学", "初中", "高中", "中学", "幼儿园"]
  private static let people: Set<String> = ["名", "人", "位"]

  func endsAlike(_ parts: [Int]) -> Bool {
    Set(parts.map { words($0).isEmpty ? 0 : page.units[words($0).upperBound - 1] }).count == 1
  }

  /// 体现在三个方面:项目47个…: aspects are named, not counted.
  func isOfAspects(_ whole: Int) -> Bool {
    let noun = page.words(page.tail(whole))
    // 十八个重点项目: a kind of things.
    return Self.aspects.contains { noun.hasPrefix($0) && (noun == $0 || $0 != "重点") }
  }

  /// 三个片区分别为东片3个社区、西片4个社区: communities are no parts of areas.
  func countOtherThings(_ parts: [Int], than whole: Int) -> Bool {
    let noun = page.tail(whole)
    guard parts.count > 1, noun.count >= 2, let first = parts.first, page.tail(first).count == 2 else {
      return false
    }
    let other = page.units[page.tail(first)]
    return parts.allSatisfy { page.units[page.tail($0)].elementsEqual(other) }
      && !page.units[noun].starts(with: other) && !page.units[noun].suffix(2).elementsEqual(other)
      && !page.words(page.lead(whole)).contains(page.text(page.tail(first)))
  }
}

/// 并列的几项: parts that belong to a list before them as a whole.
extension PartsRule {
  /// 5月完成2项,6月完成4项,其中…5项、…1项: parts that make up the items of the list before them, all together.
  func divideList(_ parts: [Int], endingAt last: Int) -> Bool {
    let sum = page.sum(parts)
    return parts.count > 1 && page.value(last) < sum && sums(ofListEndingAt: last).contains(sum)
  }

  /// 基本事项分别为238项、690项、812项,配合事项分别为171项、496项、578项: one list behind another, each of a kind of its own.
  func goesOnInTurn(_ cue: Range<Int>, from whole: Int) -> Bool {
    guard page.cues.has(.respectively, in: cue),
      let earlier = page.cues.last(
        .respectively, in: page.sentence(of: whole).range.lowerBound..<page.range(whole).lowerBound),
      let first = page.siblings(of: whole).first(where: { page.range($0).lowerBound >= earlier.upperBound })
    else { return false }
    return first < whole && (first + 1...whole).allSatisfy { page.words(page.before($0)) == "、" }
  }

  /// What the last two items, three … of a list come to together.
  func sums(ofListEndingAt last: Int) -> [Decimal] {
    var (sums, first, sum): ([Decimal], Int, Decimal) = ([], last, page.value(last))
    while page.siblings(of: last).contains(first - 1), page.sameUnit(first - 1, last), page.isAmount(first),
      page.claim(first - 1).change == nil, page.before(first).count <= 14,
      page.before(first).contains(where: { Mark.isListMark(page.units[$0]) })
    {
      first -= 1
      sum += page.value(first)
      sums.append(sum)
    }
    return sums
  }

  /// 甲镇3个、乙镇5个、丙镇4个,其中新建7个: of all that the list counts, unless it bears the name of the last one only.
  func isOfList(_ part: Int, endingAt last: Int) -> Bool {
    page.has(Mark.pause, in: page.before(last))
      && sums(ofListEndingAt: last).contains { $0 >= page.value(part) }
      && (!page.shares(words(part), with: page.lead(last))
        || page.shares(words(part), with: page.lead(last - 1)))
  }
}

/// Which figures go on with a list of parts, and which are of other things.
extension PartsRule {
  /// Whether a figure goes on with the list: behind 、 always, behind a comma only if it is worded like the others.
  func continues(_ figure: Int, _ parts: [Int], _ gap: Range<Int>) -> Bool {
    guard
      gap.contains(where: { Mark.isListMark(page.units[$0]) }) || page.has(0x548C, in: gap)  // 和
        || page.has(0x53CA, in: gap)  // 及
    else { return false }
    if !page.has(Mark.comma, in: gap) && !page.has(Mark.semicolon, in: gap) { return true }
    let breaks = gap.count { page.units[$0] == Mark.comma || page.units[$0] == Mark.semicolon }
    if breaks > 1 { return false }
    guard let last = parts.last else { return false }
    let (a, b) = (words(last), words(figure))
    // 出口84.7亿元、进口51.5亿元,顺差33.2亿元.
    if page.words(b).hasAnyPrefix(Self.balances) { return false }
    if page.words(b).hasAnyPrefix(Self.others) { return true }
    if a.count <= 5 && b.count <= 5 && page.tail(last).count == page.tail(figure).count { return true }
    return alike(a, b)
  }

  /// 村 of 收入超过50万元的村有66个 is no part of 6个乡镇: each is counted by a noun of its own.
  func isNamedOtherwise(_ part: Int, than whole: Int) -> Bool {
    let lead = page.lead(part)
    guard lead.last.map({ page.units[$0] }) == Self.has,
      let of = lead.lastIndex(where: { page.units[$0] == Mark.of }),
      case let noun = Array(page.units[of + 1..<lead.upperBound - 1]), (1...4).contains(noun.count)
    else { return false }
    let behind = page.tail(whole).prefix(6)
    return !behind.isEmpty && !page.contains(noun, in: behind) && !page.contains(noun, in: page.lead(whole))
  }
}
