import ReportModel

/// 职务不一: one person told with two offices that nobody holds together, or two persons alike in name with the one office of its kind.
struct PersonOfficesCheck: DraftCheck {
  let about = CheckDescription(
    "wording.offices", .warning, "同一个人前后的职务不一致，或者同一职务写成了两个相近的姓名",
    rationale:
      "区委书记、区长、常务副区长、组织部部长等职务各由一人担任，也不会由一个人同时担任。同一个姓名前面先后写了两个这样的职务，或者同一职务后面的两个姓名只差一个字时指出。写明时任、兼任、任命、当选的，级别不同的（市长与区长），不算。",
    source: "实务",
    triggering: [
      .draft("县委书记韦光朗主持3次会议。\n县委[[书记韦朗光]]每季度到改革一线调研。"),
      .draft("区委常委、常务副区长陆秉和主持召开调度会。\n10月，区委常委、[[组织部部长陆秉和]]带队调研。"),
      .draft("区委书记陆文澜、区委副书记、区长周启明带头领衔改革。\n[[区委书记周启明]]专题听取汇报。"),
      .draft("区委书记张向阳领衔改革任务2项。\n[[区委书记李向阳]]听取汇报。"),
      .draft("区委书记、区委全面深化改革委员会主任周启明全年主持召开会议3次。\n区委副书记、[[区长周启明]]到协作区调研。"),
      .draft("专项小组由区委常委、常务副区长陆秉和任组长。\n区委副书记、[[常务副区长陆秉和]]将牵头开展活动。"),
      .draft("管委会主任陈立峰与各部门签订责任书。\n用能权改革由[[陈立锋主任]]牵头。"),
      .draft("旗委书记、旗委深改委主任朝鲁孟主持了会议。\n旗委[[书记朝鲁蒙]]在会上提出要求。"),
      .draft("政法委书记呼和巴特尔同志兼任专项小组组长。\n专项小组[[组长呼和巴图]]同志带队调研。"),
      .draft("副市长陈远舟到场部署。\n二是由副[[市长陈远洲]]牵头，实行专班推进。"),
      .draft("市数据局局长韩知远通报了进度。会后，[[市数据局局长梁思齐]]逐一签订责任书。"),
      .draft("县委常委、宣传部部长祝清岩牵头成立专班。县委常委、[[统战部部长祝清岩]]召集例会。"),
    ],
    silent: [
      .draft("副区长王建国召开专题会4次。\n副县长王国建到企业走访12次。"),
      .draft(
        "甲区教育局局长韩知远、乙区教育局局长梁思齐参会。县数据局副局长韩知远、县数据局副局长梁思齐参会。时任县财政局局长韩知远部署。县财政局局长梁思齐总结。由县科技局局长韩知远牵头。县科技局局长梁鸿志在省里发言，任前为副局长，先后两任抓落实。"
      ),
      .draft("旗委书记呼和巴特尔同志主持会议。\n旗长呼和巴图同志带队调研。"),
      .draft("副市长陈远舟、副市长陈远洲分别带队。副市长陈远舟牵头。\n市教育局局长陈远周督办。"),
      .draft("县委书记李海涛主持会议。县长李海波主持会议。主任张晓明、副主任张小明分别带队。书记高度重视，书记领衔。"),
      .draft("区委书记、区委深改委主任陆文澜主持会议。\n区委副书记、区长、区委深改委副主任周启明主持会议。\n区委常委陆秉和牵头，区委副书记、政法委书记陆秉和督办。"),
      .draft("区委常委、组织部部长陆秉和主持会议。\n区委常委、组织部部长、统战部部长陆秉和带队调研。"),
      .draft("时任区长周启明主持会议。\n区委书记周启明听取汇报。"),
      .draft("区委书记任组长、区长任副组长。区委书记包联2个镇，区长包联2个镇。区委书记高度重视，区长高度重视。"),
      .draft("市委副书记、市长王强到我区调研。\n区长王强主持会议。\n副区长、区公安局局长何卫东督导，副区长何卫东牵头。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let draft = input.draft, let prose = input.prose else { return }
    let lexicon = input.terms.lexicon.value
    // 何时, 周边: a word of the language is no name.
    let told = OfficeHolder.find(prose).filter { !lexicon.pair($0.name[0], $0.name[1]).isWord }
    result.recognise("officeHolders", "写明职务的姓名", told.count)
    respelled(told, draft, prose, lexicon, &result)
    for (earlier, later) in PersonSpellings(prose, lexicon).rivals()
    where ![earlier, later].contains(where: { prose.hasAny(Self.changing, in: prose.sentence(around: $0)) }) {
      result.report(
        draft.text.place(later),
        "前面写组长是“\(draft.text.string(earlier))”，这里写“\(draft.text.string(later))”", "请核对姓名和职务",
        related: [.init(draft.text.place(earlier), "另一处写在这里")])
    }
    for (earlier, later) in SoleOffices(prose: prose).pairs()
    where ![earlier, later].contains(where: {
      prose.hasAny(Self.changing + Self.parted, in: prose.sentence(around: $0))
    }) {
      result.report(
        draft.text.place(later),
        "前面写的是“\(draft.text.string(earlier))”，这里写“\(draft.text.string(later))”，同一职务是两个人", "请核对姓名和职务",
        related: [.init(draft.text.place(earlier), "另一处写在这里")])
    }
    guard told.count > 1 else { return }
    let named = Dictionary(grouping: told, by: \.name)
    var faults: [(wrong: OfficeHolder, other: OfficeHolder)] = []
    for holders in named.values where !changesOffice(holders, prose) {
      guard let pair = Self.clash(holders) else { continue }
      // Of the two offices the one that somebody else holds is the wrong one.
      let isTaken = told.contains {
        $0.name != pair.0.name && !$0.ownOffices.isDisjoint(with: pair.0.ownOffices)
      }
      faults.append(isTaken ? pair : (pair.1, pair.0))
    }
    for (index, holder) in told.enumerated() {
      guard
        let other = told[..<index].first(where: {
          $0.isMiswritten(holder) && !changesOffice([$0, holder], prose)
        })
      else { continue }
      faults.append((holder, other))
    }
    var seen: Set<[UInt16]> = []
    for fault in faults.sorted(by: { $0.wrong.range.lowerBound < $1.wrong.range.lowerBound })
    where seen.insert(fault.wrong.name).inserted {
      let other = draft.text.string(fault.other.range)
      result.report(
        draft.text.place(fault.wrong.range), "“\(draft.text.string(fault.wrong.range))”与另一处的“\(other)”对不上",
        "请核对姓名和职务", related: [.init(draft.text.place(fault.other.range), "另一处写在这里")])
    }
  }

  /// 陈立峰, then 陈立锋主任: a name with another character of its sound or shape.
  private func respelled(
    _ told: [OfficeHolder], _ draft: Draft, _ prose: CheckProse, _ lexicon: Lexicon,
    _ result: inout CheckResult
  ) {
    var seen: Set<ArraySlice<UInt16>> = []
    for (earlier, later) in PersonSpellings(prose, lexicon).pairs()
    where seen.insert(prose.units[later.name]).inserted {
      if [earlier, later].contains(where: {
        prose.hasAny(Self.succeeding, in: prose.sentence(around: $0.name))
      }
      ) {
        continue
      }
      let names = [earlier, later].map { Array(prose.units[$0.name]) }
      // Told in one sentence they are two.
      let sentences = [earlier, later].map { prose.sentence(around: $0.name) }
      if zip(sentences, names.reversed()).contains(where: { prose.first($1, in: $0) != nil }) { continue }
      // The other rule tells of those whose office one person alone holds.
      let holders = names.map { name in told.filter { $0.name == name } }
      if holders[0].contains(where: { one in holders[1].contains { $0.isMiswritten(one) } }) { continue }
      result.report(
        draft.text.place(later.range),
        "“\(draft.text.string(later.range))”与另一处的“\(draft.text.string(earlier.range))”姓名用字不一致", "请核对姓名",
        related: [.init(draft.text.place(earlier.range), "另一处写在这里")])
    }
  }

  /// The first two mentions of one person whose offices nobody holds together.
  private static func clash(_ holders: [OfficeHolder]) -> (OfficeHolder, OfficeHolder)? {
    for (index, second) in holders.enumerated() {
      for first in holders[..<index] where first.clashes(with: second) {
        // Told with both elsewhere: they are held together.
        if holders.contains(where: { $0.offices.isSuperset(of: first.offices.union(second.offices)) }) {
          continue
        }
        return (first, second)
      }
    }
    return nil
  }

  /// 时任, 当选: the text itself says that an office changed hands.
  private func changesOffice(_ holders: [OfficeHolder], _ prose: CheckProse) -> Bool {
    holders.contains { holder in
      prose.units.indices.contains { index in
        prose.units[index] == holder.name[0] && prose.has(holder.name, at: index)
          && prose.hasAny(Self.changing, in: prose.sentence(around: index..<index + holder.name.count))
      }
    }
  }

  private static let succeeding = Mark.words(
    "时任 原任 现任 任命 当选 接任 转任 调任 履新 离任 卸任 任职 改任 升任 代 原区 原县 后任 任区委 任县委 任市委 接替")
  private static let parted = Mark.words("两任 前任 先后 继任 新任 第一任 两位")
  private static let changing = succeeding + Mark.words("兼任 兼")
}

/// A name with the offices told before it.
struct OfficeHolder {
  /// An office by its kind and its level.
  struct Office: Hashable {
    var kind: Int
    var level: UInt16
  }

  var name: [UInt16]
  var offices: Set<Office>
  /// The last office and the name.
  var range: Range<Int>

  /// Those that one person alone holds.
  var ownOffices: Set<Office> { offices.filter { !Self.shared.contains($0.kind) } }

  /// Two offices that no one holds together, of one level.
  func clashes(with other: OfficeHolder) -> Bool {
    offices.contains { own in
      other.offices.contains { its in
        own.kind != its.kind && own.level == its.level && !offices.contains(its)
          && !other.offices.contains(own) && !Self.areHeldTogether(own.kind, its.kind)
          // 县委常委周启明 of whom the report says more elsewhere.
          && (own.kind != Self.member || offices.count > 1)
          && (its.kind != Self.member || other.offices.count > 1)
      }
    }
  }

  /// Whether one person may hold two offices. Members of the committee and its deputy heads hold other offices as well, but not both ranks.
  private static func areHeldTogether(_ one: Int, _ other: Int) -> Bool {
    if ranks.contains(one) || ranks.contains(other) {
      return !(ranks + [head]).contains(one) || !(ranks + [head]).contains(other)
    }
    return together.contains([one, other]) || together.contains([other, one])
  }

  /// 张向阳 and 李向阳 for one office.
  func isMiswritten(_ other: OfficeHolder) -> Bool {
    name != other.name && name.count == 3 && other.name.count == 3
      && offices.contains { !Self.shared.contains($0.kind) && other.offices.contains($0) }
      && zip(name, other.name).count { $0 == $1 } == 2
  }

  static func find(_ prose: CheckProse) -> [OfficeHolder] {
    var found: [OfficeHolder] = []
    table.scan(prose.units) { number, range in
      let end = range.upperBound
      guard prose.isRead(range.lowerBound), let name = name(at: end, prose) else { return }
      var offices: Set<Office> = []
      var start = range.lowerBound
      if kinds[number] == chair {
        guard let name = committee(before: start, prose) else { return }
        start = name
      } else if let office = office(number, range, prose) {
        offices.insert(office)
      }
      // 区委副书记、区长周启明: what stands before, joined by 、.
      while start > 0, prose.units[start - 1] == Mark.pause {
        let stop = start - 1
        var low = stop
        while low > 0, stop - low < 14, Mark.isHan(prose.units[low - 1]), !prose.beginsParagraph(low) {
          low -= 1
        }
        for place in low..<stop {
          for (other, word) in words.enumerated()
          where place + word.count == stop && prose.has(word, at: place) {
            if let office = office(other, place..<stop, prose) { offices.insert(office) }
          }
        }
        start = low
      }
      guard !offices.isEmpty else { return }
      let isBare = range.lowerBound > 0 && !levels.contains(prose.units[range.lowerBound])
      let first =
        isBare && levels.contains(prose.units[range.lowerBound - 1]) ? range.lowerBound - 1 : range.lowerBound
      found.append(OfficeHolder(name: name, offices: offices, range: first..<end + name.count))
    }
    // 陆秉和每季度 is 陆秉和 where that name stands elsewhere.
    let long = Set(found.lazy.map(\.name).filter { $0.count == 3 })
    return found.map { holder in
      let end = holder.range.upperBound
      guard holder.name.count == 2, end < prose.units.count,
        case let whole = holder.name + [prose.units[end]],
        long.contains(whole)
      else { return holder }
      return OfficeHolder(
        name: whole, offices: holder.offices, range: holder.range.lowerBound..<end + 1)
    }
  }

  /// Where 县委全面深化改革委员会(以下简称“县委深改委”) begins before 主任: whoever presides over it heads the committee of the place.
  private static func committee(before end: Int, _ prose: CheckProse) -> Int? {
    var end = end
    if end > 0, prose.units[end - 1] == 0x29,
      let open = prose.units[..<end].suffix(24).lastIndex(of: 0x28)
    {
      end = open
    }
    guard prose.hasAny(reform, before: end) else { return nil }
    var start = end
    while start > 0, end - start < 16, Mark.isHan(prose.units[start - 1]), !prose.beginsParagraph(start) {
      start -= 1
    }
    return start > 0 && prose.units[start - 1] == Mark.pause ? start : nil
  }

  private static let reform = Mark.words("深改委 深化改革委员会")

  /// The office of a word with its level: 区 of 区委书记, of 区委常委、组织部部长.
  private static func office(_ number: Int, _ range: Range<Int>, _ prose: CheckProse) -> Office? {
    let before = range.lowerBound > 0 ? prose.units[range.lowerBound - 1] : 0
    // 副区长, 委副书记, 党组书记: of another office.
    if before == vice || kinds[number] == head && levels.contains(before) { return nil }
    let first = prose.units[range.lowerBound]
    if levels.contains(first) { return Office(kind: kinds[number], level: first) }
    if kinds[number] == governor || kinds[number] == executive || kinds[number] == deputy {
      return prose.units[range.lowerBound..<range.upperBound].first(where: levels.contains).map {
        Office(kind: kinds[number], level: $0)
      }
    }
    let lead = max(0, range.lowerBound - 10)..<range.lowerBound
    return prose.units[lead].last(where: levels.contains).map { Office(kind: kinds[number], level: $0) }
  }

  /// Two or three characters that begin with a common family name, and behind which the name does not go on.
  static func name(at start: Int, _ prose: CheckProse) -> [UInt16]? {
    let units = prose.units
    guard start + 1 < units.count, families.contains(units[start]), Mark.isHan(units[start + 1]),
      !notGiven.contains(units[start + 1])
    else { return nil }
    func ends(_ end: Int) -> Bool {
      end >= units.count || !Mark.isHan(units[end]) || followers.contains(units[end])
    }
    // 陆秉和主持, 王强和李明, 王强主持: of two readings the longer one where the name ends behind it as well.
    if start + 2 < units.count, Mark.isHan(units[start + 2]), ends(start + 3) || !ends(start + 2) {
      return Array(units[start..<start + 3])
    }
    return ends(start + 2) ? Array(units[start..<start + 2]) : nil
  }

  private static let levels = UnitSet("省市区县旗州镇")
  private static let vice = Mark.word("副")[0]
  private static let head = 0
  private static let governor = 1
  private static let executive = 2
  private static let deputy = 3
  /// 区委常委, 区委副书记: ranks in the committee, which many hold.
  private static let member = 12
  private static let ranks = [member, 13]
  /// 主任 behind the name of a committee: said of its head in a row of offices.
  private static let chair = 14
  private static let shared: Set<Int> = [deputy, member, 13, chair, 15]
  /// By kind: the head of the committee, of the government, his first deputy, other deputies, and those who lead its departments.
  private static let rows = [
    "区委书记 县委书记 市委书记 旗委书记 州委书记", "区长 县长 市长 旗长 州长", "常务副区长 常务副县长 常务副市长 常务副旗长", "副区长 副县长 副市长 副旗长",
    "人大常委会主任", "政协主席", "纪委书记", "组织部部长 组织部长", "宣传部部长 宣传部长", "政法委书记", "改革办主任", "编办主任",
    "区委常委 县委常委 市委常委 旗委常委", "区委副书记 县委副书记 市委副书记 旗委副书记", "主任", "纪委副书记",
    "监委主任", "统战部部长 统战部长",
  ]
  /// A deputy head of the government may be the first one, or lead a department; the head of the committee may preside over the people's congress.
  private static let together: Set<[Int]> = [
    [3, 2], [3, 7], [3, 8], [3, 9], [3, 10], [3, 11], [0, 4], [7, 11], [7, 10], [10, 11], [2, 10], [0, 10],
    [8, 10], [9, 10], [6, 9], [1, 10], [6, 16], [15, 16], [3, 17], [5, 17],
  ]
  private static let words = rows.flatMap { $0.split(separator: " ").map { Mark.word(String($0)) } }
  private static let kinds = rows.enumerated().flatMap { kind, row in
    row.split(separator: " ").map { _ in kind }
  }
  private static let table = PhraseTable(rows.flatMap { $0.split(separator: " ").map(String.init) })
  /// Common family names that begin no word of a report.
  private static let families = UnitSet(
    "王李张刘陈杨黄赵吴周徐孙马朱胡林郭何罗梁宋郑谢韩唐冯董萧曹袁邓许傅沈吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田姜范姚谭廖邹熊陆郝孔崔康邱秦顾侯邵孟段雷钱汤尹黎贺龚彭曾闻骆盛乔祁柏窦鲍费岑倪滕邬卞庞纪屈祝阮闵娄刁虞柯缪郁诸嵇邢裴翁荀甄靳焦谷仇栾厉詹郜翟冉桑瞿耿匡寇聂晁敖辛阚饶巩荆芮褚鲁尤施柳毕穆"
  )
  /// 周例会, 何种, 于年底: what no given name begins with.
  private static let notGiven = UnitSet("例报会调末期边密转年到全时地种处以为等个人的在")
  /// What a name is followed by.
  private static let followers = UnitSet("主带到听牵专多亲同领率出参作指强要批对在赴就深召为组现调督讲代于与和及等分也均先介说陪检研部署走签提宣围了将，、。")
}
