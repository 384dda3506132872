import Foundation
import ReportModel

/// 每亩补助, 人均巡湖: averages whose count stands in the sentence before.
extension AverageRule {
  /// 兑现1.19亿元;惠及企业340户,平均每户3.5万元: nothing but the point parts it from the average.
  func isMovedPoint(_ figure: Int, _ amount: Int, _ count: Int) -> Bool {
    Reckoning.significant(page.value(figure)) > 1
      && [Decimal(10), 100, 1000, 10_000].contains { scale in
        [
          Quotient(page.value(amount), by: page.value(count) * scale),
          Quotient(page.value(amount) * scale, by: page.value(count)),
        ]
        .contains { Reckoning.compare($0, with: page.quantity(figure)) == .equal }
      }
  }

  /// 专职网格员1286名、兼职网格员2410名,平均每个网格近3人: what stands side by side, taken together.
  func isOfList(_ figure: Int, _ amounts: [Int], _ count: Int) -> Bool {
    guard let last = amounts.last else { return false }
    var run = [last]
    while let first = run.first, amounts.contains(first - 1), page.words(page.before(first)).hasPrefix("、") {
      run.insert(first - 1, at: 0)
    }
    guard run.count > 1 else { return false }
    let ratio = Quotient(page.sum(run), by: max(1, page.value(count)))
    return Reckoning.compare(ratio, with: page.quantity(figure)) != .apart
  }

  /// 15家 of 由8家发展到15家.
  func hasCome(to count: Int) -> Bool {
    let lead = page.lead(count)
    return page.sameUnit(count - 1, count) && page.tail(count).isEmpty
      && page.cues.last(.to, in: lead)?.upperBound == lead.upperBound
      && page.range(count - 1).upperBound == lead.lowerBound
  }

  /// 每生 of 5600名学生, 每餐 of 就餐48万人次.
  func isPaid(_ each: UInt16, for count: Int) -> Bool {
    isOf([each], count) || page.has(each, in: page.tail(count).prefix(6))
      || page.has(each, in: page.lead(count).suffix(2)) && page.unit(count).hasSuffix("次")
  }

  /// 为96个项目配备管家48名,每名管家服务2个项目: so many of one thing for each of the other, both counted before.
  func perEach(_ figure: Int, _ book: inout RelationBook) {
    let lead = page.lead(figure)
    guard let each = lead.first(where: { page.units[$0] == 0x6BCF }), each + 3 <= lead.upperBound,
      each - lead.lowerBound <= 2, page.claim(figure).change == nil,
      // 每人每月150元: for each of them and each month.
      !lead.dropFirst(each - lead.lowerBound + 1).contains(where: { page.units[$0] == 0x6BCF }),
      !page.words(lead).containsAny(Self.allowing)
    else { return }
    let noun = each + 2..<min(each + 4, lead.upperBound)
    let before = page.siblings(of: figure).lowerBound..<figure
    guard
      let count = before.last(where: { count in
        page.isAmount(count) && page.claim(count).change == nil
          && (isOf([page.units[each + 1]], count) || isOf([0x4EBA], count) && page.units[each + 1] == 0x540D)
          && (page.units[page.tail(count)].starts(with: page.units[noun])
            || page.units[page.lead(count)].suffix(2).elementsEqual(page.units[noun]))
      })
    else { return }
    total(behind: figure, count, &book)
    // 团队142个,签约居民21.6万人,每个团队约1521人; 学生8.86万人,教师6140人,平均每名教师负担学生14.4人.
    let verb = noun.upperBound..<lead.upperBound
    if page.tail(figure).isEmpty,
      let amount = before.last(where: { $0 != count && page.sameUnit($0, figure) }),
      page.claim(amount).change == nil, max(amount, count) == figure - 1, abs(amount - count) == 1,
      !page.cues.has([.each, .average], in: page.lead(amount)),
      // 专职网格员1310名、每个网格配备兼职网格员2名 go side by side.
      verb.isEmpty
        || page.shares(verb, with: page.lead(amount)) && !page.has(Mark.pause, in: page.before(figure))
    {
      return settle(figure, amount, count, isCertain: true, &book)
    }
    let thing = page.tail(figure)
    guard thing.count >= 2,
      let amount = before.last(where: { amount in
        amount != count && page.sameUnit(amount, figure) && page.claim(amount).change == nil
          && page.tail(amount).count >= 2
          && page.shares(thing.prefix(4), with: page.tail(amount))
      })
    else { return }
    settle(figure, amount, count, isCertain: count != amount, &book)
  }

  /// 2.7万名成员参与分红,人均360元,共分红972万元: the amount stands behind its average.
  func total(behind average: Int, _ count: Int, _ book: inout RelationBook) {
    // 人均360元,共有18个村分红972万元: other things may be counted between.
    guard
      let next = page.siblings(of: average).first(where: {
        $0 > average && page.sameUnit($0, average) && page.isAmount($0)
      }), next - average <= 2, page.claim(next).change == nil,
      case let between = page.range(average).upperBound..<page.range(next).lowerBound, between.count <= 20,
      !page.has(Mark.semicolon, in: between), !page.cues.has([.average, .each], in: between),
      page.cues.has(.sum, in: between)
        || between.contains(where: { page.units[$0] == Mark.all || page.units[$0] == 0x603B })  // 总
        // 平均每亩节约85元,全年节约448.8万元: the digits of the product, and only they, say what it is.
        || Reckoning.significant(page.value(next)) > 1
          && Reckoning.powersOff(page.value(next), page.value(average) * page.value(count)) != nil
    else { return }
    let product = page.value(average) * page.value(count)
    let (a, b) = (Interval(page.quantity(average)), Interval(page.quantity(count)))
    let interval = Interval(low: a.low * b.low, high: a.high * b.high)
    let agreement = Reckoning.compare(product, interval, with: page.quantity(next))
    let exact = page.isExact(average) && page.isExact(count) && page.isExact(next)
    // 1840亩,其中上半年720亩、下半年1120亩;每亩32万元: of all of them rather than of the last.
    // 交流教师165人。…学校11所,平均每所15人,每人发放6000元,合计99万元: of those counted further back.
    let start = page.draft.paragraphs[page.paragraph(of: average)].range.lowerBound
    let others = page.figures(from: start).prefix { $0 < average }.filter {
      $0 != count && page.isAmount($0) && !page.sameUnit($0, average)
    }
    if agreement == .apart,
      others.contains(where: {
        Reckoning.compare(page.value(average) * page.value($0), nil, with: page.quantity(next)) != .apart
      })
    {
      return
    }
    let isBroken = agreement == .apart && exact
    book.weigh(
      next, by: [average, count], .average,
      isBroken ? .broken : agreement == .apart || agreement == .within ? .undecided : .verified, on: page,
      "\(page.number(average))×\(page.number(count))=\(rounded(product, page.quantity(next)))", "总量与平均数、个数不符")
  }

  // MARK: 设立湖长68名。全年巡湖1.36万次,人均巡湖200次

  /// An average whose amount stands right before it, and whose count in the sentence before.
  func earlier(_ figure: Int, _ amount: Int, _ base: [UInt16], _ book: inout RelationBook) {
    let sentence = page.claim(figure).sentence
    guard amount == figure - 1, sentence > 0, page.isThing(figure) || page.unit(figure) == "次",
      page.draft.sentences[sentence - 1].paragraph == page.draft.sentences[sentence].paragraph,
      let cue = page.cues.last(.average, in: page.lead(figure)),
      cue.lowerBound - page.lead(figure).lowerBound <= 2,
      // 全年巡湖1.36万次,人均巡湖: the same is told of all and of each.
      page.shares(cue.upperBound..<page.range(figure).lowerBound, with: page.lead(amount))
    else { return }
    let near = page.draft.sentences[(0..<sentence).suffix(2)]
      .filter { $0.paragraph == page.draft.sentences[sentence].paragraph }
    let counts = near.flatMap(\.quantities).filter {
      page.isAmount($0) && page.isExact($0) && isOf(base, $0)
    }
    guard let last = near.last?.quantities.first(where: counts.contains) else { return }
    let fitting = counts.first { count in
      Quotient(page.quantity(amount), by: page.quantity(count)).map {
        Reckoning.compare($0, with: page.quantity(figure)) != .apart
      } ?? false
    }
    settle(figure, amount, fitting ?? last, isCertain: true, &book)
  }

  // MARK: 贷款余额3.2亿元,支持养殖户640户。按户平均,每家拿到贷款50万元

  /// An average that opens its sentence, of the amount and the count that end the one before.
  func afterSentence(_ figure: Int, _ cue: Range<Int>, _ base: [UInt16], _ book: inout RelationBook) {
    let sentence = page.claim(figure).sentence
    guard sentence > 0, figure == page.siblings(of: figure).lowerBound, !base.isEmpty,
      page.draft.sentences[sentence - 1].paragraph == page.draft.sentences[sentence].paragraph,
      page.before(figure).count <= 20, page.claim(figure).change == nil,
      case let figures = page.draft.sentences[sentence - 1].quantities,
      let amount = figures.last(where: {
        page.sameUnit($0, figure) && page.claim($0).change == nil && page.isTold($0)
          && !page.cues.has([.each, .average], in: page.lead($0))
      }),
      let count = [amount + 1, amount - 1].first(where: {
        figures.contains($0) && page.isAmount($0) && page.claim($0).change == nil && isOf(base, $0)
          && isNamed(base, $0)
      }), max(amount, count) == figures.upperBound - 1,
      page.value(amount) > page.value(figure), !isOtherThing(figure, amount), !isOtherIncome(figure, amount)
    else { return }
    let words = page.words(page.before(figure))
    // 困难户每户拿到救助款500元: some of them.
    let isSaid = words.contains("均") && words.hasAnyPrefix(Self.averaging)
    guard isSaid || words.hasAnyPrefix(["每", "户均"]) else { return }
    let ratio = page.value(amount) / page.value(count)
    settle(
      figure, amount, count,
      isCertain: isSaid || Reckoning.powersOff(ratio, page.value(figure)) != nil, &book)
  }

  /// 发放贷款3.2亿元,支持640户,每户贴息2000元: what each gets is named, and is not what was told of all.
  func isOtherThing(_ figure: Int, _ amount: Int) -> Bool {
    let lead = page.lead(figure)
    guard let each = lead.last(where: { page.units[$0] == Self.every }),
      !page.has(Mark.average, in: lead), each + 2 <= lead.upperBound
    else { return false }
    // 其中龙头企业每家拿到50万元: some of them.
    let subject = page.units[lead.lowerBound..<each].filter(Mark.isHan)
    let sentence = page.sentence(of: figure).range
    if subject.count >= 4, !FoldedWords(units: subject[...]).containsAny(["按", "算", "折合", "到"]),
      sentence.contains(page.range(amount).lowerBound),
      !subject.allSatisfy({ page.has($0, in: sentence.lowerBound..<lead.lowerBound) })
    {
      return true
    }
    let thing = page.units[each + 2..<lead.upperBound].filter(Mark.isHan)
    guard thing.count >= 2, !Self.gettings.contains(where: { thing.suffix($0.count).elementsEqual($0) }),
      !Self.gettings.contains(where: { thing.starts(with: $0) })
    else { return false }
    let told = page.lead(amount).lowerBound..<max(page.tail(amount).upperBound, page.range(amount).upperBound)
    return !thing.contains { page.has($0, in: told) }
  }

  private static let averaging = ["平均", "户均", "按", "每", "家均", "人均", "折合", "算下来", "村均", "亩均"]

  // MARK: 全县14个乡镇、186个村…。全县村集体经济收入5208万元,村均28万元

  /// An average over all villages of the place, of which the text has one count elsewhere.
  func ofAll(_ figure: Int, _ amount: Int, _ base: [UInt16], _ book: inout RelationBook) {
    guard amount == figure - 1, let first = base.last, Self.villages.contains(first),
      case let told = page.words(page.lead(amount)),
      let scope = Self.wholes.first(where: told.hasPrefix),
      // 全县脱贫村集体经济收入 is that of some.
      page.words(page.lead(amount).dropFirst(scope.utf16.count)).hasAnyPrefix(Self.common)
    else { return }
    let counts = page.draft.quantities.indices.filter { count in
      guard page.isAmount(count), page.isExact(count), page.claim(count).change == nil,
        page.value(count) > 9,
        page.units[page.tail(count)].first == first
          || page.words(page.tail(count)).hasAnyPrefix(Self.longNames[first] ?? [])
      else { return false }
      let clause = page.words(page.claim(count).clause.lowerBound..<page.range(count).lowerBound)
      return clause.containsAny(Self.wholes) && !clause.containsAny(Self.someOf)
    }
    guard let count = counts.first, Set(counts.map(page.value)).count == 1,
      // Another count in the same sentence may be what is meant.
      !page.siblings(of: figure).contains(where: { $0 < amount && page.isAmount($0) && isOf(base, $0) })
    else { return }
    settle(figure, amount, count, isCertain: true, &book)
  }

  private static let villages = UnitSet("村查镇乡")
  private static let longNames: [UInt16: [String]] = [0x6751: ["行政村"], 0x67E5: ["嘎查"], 0x9547: ["乡镇"]]
  private static let common = ["村集体", "村级集体", "行政村集体", "嘎查集体", "嘎查村集体", "乡镇集体", "农村集体"]
  private static let wholes = ["全县", "全区", "全市", "全旗"]
  private static let someOf = ["其中", "试点", "示范", "薄弱", "重点", "脱贫", "新", "累计", "超", "不足", "收入"]

  private static let allowing = ["最多", "至少", "不超", "不少", "不低", "标准", "限", "以上"]
  private static let every: UInt16 = 0x6BCF  // 每

  /// Whether a count counts what is averaged over: 家 of 90家, 项目 of 项目24个.
  /// 为8个乡镇开课96场、培训4800人次,平均每个乡镇12场、600人次: the second average over what the first is of.
  func second(_ figure: Int, _ book: inout RelationBook) {
    let (first, siblings) = (figure - 1, page.siblings(of: figure))
    guard siblings.contains(first), page.before(figure).count == 1,
      page.has(Mark.pause, in: page.before(figure)),
      page.tail(figure).isEmpty, page.tail(first).isEmpty, !page.sameUnit(first, figure),
      page.claim(figure).change == nil, let cue = page.cues.last(.average, in: page.lead(first)),
      case let base = base(cue, first), !base.isEmpty
    else { return }
    let amounts = (siblings.lowerBound..<first).filter { page.sameUnit($0, figure) }
    let counts = (siblings.lowerBound..<first).filter {
      page.isAmount($0) && !page.sameUnit($0, figure) && isOf(base, $0) && isNamed(base, $0)
    }
    guard amounts.count == 1, counts.count == 1, page.claim(amounts[0]).change == nil,
      !page.cues.has([.each, .average], in: page.lead(amounts[0]))
    else { return }
    settle(figure, amounts[0], counts[0], isCertain: true, &book)
  }

  /// 出资2000万元,带动贷款1.6亿元,每出1元带动贷款8元.
  func perYuan(_ figure: Int, _ book: inout RelationBook) {
    let (one, siblings) = (figure - 1, page.siblings(of: figure))
    guard siblings.contains(one), page.unitKey(figure) == FigurePage.yuan, page.value(one) == 1,
      page.unitKey(one) == FigurePage.yuan, page.words(page.lead(one)).contains("每"),
      page.lead(figure).lowerBound == page.range(one).upperBound,
      case let sums = (siblings.lowerBound..<one).filter({
        page.unitKey($0) == FigurePage.yuan && page.claim($0).change == nil
      }), sums.count == 2
    else { return }
    settle(figure, sums[1], sums[0], isCertain: page.value(sums[1]) > page.value(sums[0]), &book)
  }

  func isOf(_ base: [UInt16], _ count: Int) -> Bool {
    guard let first = base.first else { return false }
    let unit = Array(page.unit(count).utf16)
    // 惠及5230人次 … 人次均.
    if unit.first == first || unit.count > 1 && base.count == 1 && unit.last == first { return true }
    // 96个村 … 村均, 18家乡镇卫生院 … 院均.
    if page.units[page.tail(count)].first == first || first == 0x9662 && page.has(first, in: page.tail(count))
    {
      return true
    }
    // 9所学校 … 校均, 6个经济薄弱村 … 村均.
    if Self.places.contains(first), base.count == 1,
      page.has(first, in: page.tail(count).prefix(8)) || page.has(first, in: page.lead(count).suffix(3))
    {
      return true
    }
    let nouns: [UInt16] =
      first == 0x6237 || first == 0x5BB6 ? Array("家户".utf16) : first == 0x4EBA ? Array("人名位".utf16) : []
    return unit.first.map(nouns.contains) ?? false
  }

  /// 平均每个街道 is not over 14个 of something else: what is named behind the classifier stands beside its count.
  func isNamed(_ base: [UInt16], _ count: Int) -> Bool {
    var noun = base.dropFirst().prefix { Mark.isHan($0) }
    if noun.starts(with: Self.average) { noun = noun.dropFirst(2) }
    // 每家拿到: what they got, and not who they are.
    if Self.gettings.contains(where: { noun.starts(with: $0) }) { return true }
    // 网格由1306个优化为1150个,平均每个网格: the noun stands before the figure that it came from.
    guard noun.count >= 2, Self.classifiers.contains(base[0]), !page.cues.has(.to, in: page.lead(count))
    else {
      return true
    }
    let words = page.lead(count).suffix(16).lowerBound..<page.tail(count).upperBound
    return noun.contains { page.has($0, in: words) && !Self.classifiers.contains($0) }
  }

  private static let average = Mark.word("平均")
  /// What each of them does with the money is told right behind 每家.
  static let gettings = Mark.words("拿到 得到 获得 获得了 领到 领取 到手 享受 分到 分得 获补 获奖补 可得 可获 约 仅 为 达 收到 获贷 贷到 放款")
  private static let classifiers = UnitSet("个家支座处所名项")
  private static let places = UnitSet("校园村镇乡街县院站馆店社班所企组队区")
}
