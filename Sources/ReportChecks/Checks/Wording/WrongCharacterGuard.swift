/// What tells words that no list holds from wrong characters.
enum WrongCharacterGuard {
  /// The gain below which nothing is considered.
  static let least = 5
  /// Characters that are never doubted.
  static let fixed = UnitSet("的了〇一二三四五六七八九十百千万亿两第")
  /// Characters that stand alone between words by right, in reports that say it short: 到期件, 注册制, 园区化.
  static let independent = UnitSet(
    "项家件条类宗村经期轮场会化局部表全量镇制促金套位自市额点管级查难支进作体强组本式干单改栋论优高贷乡超重员批保跨水亿居园吨设国队现函种费医活周落社轻列预通们账转需增册院实证获券房负压绿快度变计建创稳十合任调款统街团试评栖切港群间防系减推专营仓解提版学接降价长步极法品加效问弱延稿联功虽配注面盯截委教惠巡结青关档层良育供没务车生商鉴须案校破立放城税免扩业企担汽整展序"
  )
  /// Characters that stand alone before a word by right: 促 改革, 增 活力, 党 纪处分.
  static let heads = UnitSet(
    "全数上不业中为乡事交付价企优会位体作促保共具准减出分创制前办务勃化区占压县各合同员和品团地城域增多大失奖好委学实审小少层工市师干年应度延建强性批报按排接推新方时更有期本权村查步民水江法海班理用省督管纪组网营街要解访评诉责费资赔趋身转运重难集面项额高抓稳防控降扩拓设定立改补破育引招聚汇行走送进开做谋严兴富护惠让使令给经由凭据受获纳列将被与跟或而且又还再最较很太真仍尚未已曾常皆均都仅只单独每某该此其这那去今明昨后早晚下左右内外里间初末全总副正老旧低长短远近坏良快慢"
  )
  /// Characters that stand alone behind a word by right: 政策 红, 改革 账, 服务 点.
  static let tails = UnitSet(
    "数不专中主任会体依保入共几分制办包区单可向在大局延开引录成抓报招振改新时更机检汇满点用知管精纠红线组经群聘落要见解评调账资转透量金长防集领率度额值费款税价源力性化型类级式者员人官师生户家处所站面网段块片域界圈带链团队班科股室厅委部院校馆园场厂店台库内外上下前后间里期日月年季来去到给于以为出起住好完够掉过着等能应须得需将被把让使令叫由按据凭照比较最很太甚极又再还也都均已曾未没非无全品业器具剂物料证卡券表图册系学课展节赛奖险债药菜粮田林路桥车船票房楼法史手号权牌书信刊榜样本稿件码池仓墙窗灯旗词语文志作重高强难紧急弱慢轻优差深好快多少大小缺"
  )
  /// What slogans in “” pun with: 码上就办, 医站式.
  static let puns = UnitSet("码医益食税莓惠智慧网邻鲜茶粮警邮法数链橘蓝企云艺乐贝")
  /// Characters that stand between the two of many a word by right: 停好车, 办的事, 看不清.
  static let between = UnitSet("好完了过着的不得一二三四五六七八九十两几个大小新老多少这那哪何谁下上起出回成")
  /// Characters that by slip stand between the two of a word; others are doubted where the text has the word elsewhere.
  static let strays = UnitSet("是在为对于从被把将道到们也都就而且若则因该这那其此")

  /// Verbs that want an object where a set phrase breaks off: 落地见效, 凝心聚力; 完成时 and 考核权 are whole.
  static let wanting = UnitSet("完代见生聚创增提克固强求惠促破立落抓补降减转赋联融引育解争护保扩畅富兴改攻谋推达显挖拓激释夯筑铸压优担扬")

  /// How many bits it takes to doubt a word; nil where it is not doubted at all.
  static func threshold(
    _ start: Int, _ length: Int, _ place: Int, _ run: Range<Int>, _ units: UnsafeBufferPointer<UInt16>
  ) -> Int? {
    if isParallel(place, run, units) || leadsToFigure(start + length, units) { return nil }
    if endsOffice(start + length, run, units) { return nil }
    if length == 2, isFrame(start, place, run, units) { return nil }
    // 一县一策, 一人一档: the frame takes any noun.
    if length == 4, units[start] == one, units[start + 2] == one, place != start, place != start + 2 {
      return nil
    }
    // 建站, 并站, 入库, 尚未建站: what is set up, merged or entered.
    if length % 2 == 0, place == start + length - 1, founding.contains(units[place - 1]),
      sites.contains(units[place])
    {
      return nil
    }
    // 澄州市: a place.
    if length == 3, placeKinds.contains(units[start + 2]) { return nil }
    // 件占比: a share of anything.
    if length == 3, place == start, units[start + 1] == share.0, units[start + 2] == share.1 { return nil }
    // 三是六月底前了结: the number of an item.
    if start == run.lowerBound, Mark.numerals.contains(units[start]), units[start + 1] == item { return nil }
    if length > 2 { return length == 3 ? 12 : 10 }
    let (first, second, end) = (units[start], units[start + 1], start + 2)
    // 逐季, 逐户: behind 逐 stands any measure; 方案已定: a state at the end of what is said.
    if first == oneByOne || end == run.upperBound && done.contains(first) && states.contains(second) {
      return nil
    }
    if isParallel(start, run, units) || isParallel(start + 1, run, units) { return nil }
    // 也有没做完的事: two words.
    if first == having, second == without { return nil }
    if isPlaceKind(start + 2, run, units) || isNamed(start + 2, run, units) { return nil }
    if isName(start, run, units) || isMeasure(start, run, units) { return nil }
    return 11 + (placeKinds.contains(second) || place == start && waters.contains(second) ? 7 : 0)
      + (productive.contains(first) || productive.contains(second) ? 3 : 0)
  }

  private static let (having, without) = (Mark.word("有")[0], Mark.word("没")[0])

  /// How many bits it takes where the word meant is among the commonest: characters that join with any other excuse less.
  static func eased(_ threshold: Int) -> Int { threshold <= 14 ? 11 : threshold }

  /// 懒政怠政, 宜居宜业: the same character two places on.
  private static func isParallel(_ place: Int, _ run: Range<Int>, _ units: UnsafeBufferPointer<UInt16>)
    -> Bool
  {
    place - 2 >= run.lowerBound && units[place - 2] == units[place]
      || place + 2 < run.upperBound && units[place + 2] == units[place]
  }

  /// 进出口值约401亿元: 约 right before a figure belongs to it.
  private static func leadsToFigure(_ end: Int, _ units: UnsafeBufferPointer<UInt16>) -> Bool {
    end < units.count && approximate.contains(units[end - 1])
      && (Mark.isDigit(units[end]) || Mark.numerals.contains(units[end]))
  }

  /// 按村计, 以户算; 自评加2分; 开站以来: short words whose place says what they are.
  private static func isFrame(
    _ start: Int, _ place: Int, _ run: Range<Int>, _ units: UnsafeBufferPointer<UInt16>
  ) -> Bool {
    let end = start + 2
    let last = units[end - 1]
    if start > run.lowerBound, by.contains(units[start - 1]), counted.contains(last) { return true }
    // 以进促稳, 以简带繁.
    if start > run.lowerBound, units[start - 1] == instead.0, end < run.upperBound, frames.contains(last) {
      return true
    }
    if place == end - 1, end == run.upperBound, end < units.count, Mark.isDigit(units[end]),
      scored.contains(last)
    {
      return true
    }
    return end + 1 < run.upperBound && opening.contains(units[start]) && units[end] == since.0
      && units[end + 1] == since.1
  }

  /// 沧江: what the name of a river or a hill ends with.
  private static let waters = UnitSet("江河湖溪山岭峡湾岛塘潭坝港")
  private static let share: (UInt16, UInt16) = (0x5360, 0x6BD4)  // 占比
  private static let founding = UnitSet("建设并撤入进出到离驻增布联")
  private static let sites = UnitSet("站点库群园馆所室院校厂店港桥坝网圈链仓棚舱")
  /// Words of one sound that fit as well: 理清边界 is as good as 厘清边界, 公有产权 as 共有产权.
  static let equals = Mark.words("理清 制订 界线 帐户 帐目 品味 启用 交待 年轻 质疑 检测 监测 督查 公有")

  private static let done = UnitSet("已均皆既")
  private static let states = UnitSet("定成立建改办结完清竣批签拆毕停撤转付退")
  private static let by = UnitSet("按以论")
  /// 尚不完善 is no slip for 尚未完善.
  static let negations = UnitSet("不未没无非")

  /// 以干代训, 以牧民为中心: a frame that takes any word, where the character does not sound like the one that is proposed.
  static func isFrame(_ start: Int, _ units: UnsafeBufferPointer<UInt16>) -> Bool {
    units[start] == instead.0 && units[start + 2] == instead.1
  }

  /// 比上年, 比去年.
  static func compares(_ place: Int, _ units: UnsafeBufferPointer<UInt16>) -> Bool {
    units[place] == share.1 && place + 1 < units.count && earlier.contains(units[place + 1])
  }

  private static let earlier = UnitSet("上去前年同往改原")

  /// 以草定畜, 以水定产.
  static func isBy(_ start: Int, _ run: Range<Int>, _ units: UnsafeBufferPointer<UInt16>) -> Bool {
    isHeadline(run, units)
      || start > run.lowerBound && units[start - 1] == instead.0
        && (frames.contains(units[start + 1])
          // 以文塑旅: at the end of what is said.
          || start + 3 == run.upperBound)
  }

  /// 一批资源沉一线, 一份目录减村负: a headline of seven characters, its verb a single one.
  static func isHeadline(_ run: Range<Int>, _ units: UnsafeBufferPointer<UInt16>) -> Bool {
    run.count == 7 && units[run.lowerBound] == one && counters.contains(units[run.lowerBound + 1])
  }

  private static let counters = UnitSet("张批份套支个本条块网把盘体站窗码图单根面门次类项家户村件道股片座池库端台")
  private static let frames = UnitSet("促带代换保育补治管引养推护助定")
  private static let instead: (UInt16, UInt16) = (0x4EE5, 0x4EE3)  // 以…代
  private static let counted = UnitSet("计算论")
  private static let scored = UnitSet("加减扣得记计")
  private static let opening = UnitSet("开建立设创入到办投")
  private static let since: (UInt16, UInt16) = (0x4EE5, 0x6765)  // 以来
  private static let approximate = UnitSet("约近逾")

  /// Whether 区, 村 or the like may end the name of a place: not where it begins 区域 or 人才.
  private static func isPlaceKind(_ place: Int, _ run: Range<Int>, _ units: UnsafeBufferPointer<UInt16>)
    -> Bool
  {
    guard place < run.upperBound, placeKinds.contains(units[place]) else { return false }
    return place + 1 == run.upperBound
      || !kindBegins.contains { $0[0] == units[place] && $0[1] == units[place + 1] }
  }

  /// 胡硕苏木: a kind of place of two characters or more behind it.
  private static func isNamed(_ place: Int, _ run: Range<Int>, _ units: UnsafeBufferPointer<UInt16>) -> Bool {
    longKinds.contains { kind in
      place + kind.count <= run.upperBound && kind.indices.allSatisfy { kind[$0] == units[place + $0] }
    }
  }

  /// A family name behind what a person is called (通讯员张晓勇), or a short stretch that begins with one.
  private static func isName(_ start: Int, _ run: Range<Int>, _ units: UnsafeBufferPointer<UInt16>) -> Bool {
    for place in stride(from: start, through: max(run.lowerBound, start - 2), by: -1)
    where Mark.familyNames.contains(units[place]) {
      if place > run.lowerBound ? Mark.callings.contains(units[place - 1]) : isShort(run, units) {
        return true
      }
    }
    return false
  }

  /// A stretch that may be nothing but a name; behind a figure it begins with a measure.
  private static func isShort(_ run: Range<Int>, _ units: UnsafeBufferPointer<UInt16>) -> Bool {
    run.count <= 3 && (run.lowerBound == 0 || !Mark.isDigit(units[run.lowerBound - 1]))
      && (run.upperBound == units.count || !Mark.isDigit(units[run.upperBound]))
  }

  private static let each: UInt16 = 0x6BCF  // 每

  /// The measure word of a figure (3项受…), or the short name of an office before the year of a document number.
  private static func isMeasure(_ start: Int, _ run: Range<Int>, _ units: UnsafeBufferPointer<UInt16>) -> Bool
  {
    start == run.lowerBound && start > 0 && Mark.isDigit(units[start - 1]) && !powers.contains(units[start])
      // 平均每辆车.
      || start > run.lowerBound && units[start - 1] == each
      || start + 2 == run.upperBound && run.upperBound + 1 < units.count
        && numberOpens.contains(units[run.upperBound]) && Mark.isDigit(units[run.upperBound + 1])
  }

  /// 甲经开党发〔2025〕4号: what stands before the year of a document's number is the short name of an office.
  static func endsOffice(_ end: Int, _ run: Range<Int>, _ units: UnsafeBufferPointer<UInt16>) -> Bool {
    end == run.upperBound && end + 4 < units.count && yearOpens.contains(units[end])
      && (end + 1...end + 4).allSatisfy { Mark.isDigit(units[$0]) }
  }

  private static let yearOpens = UnitSet("〔[【")
  private static let (one, oneByOne, item): (UInt16, UInt16, UInt16) = (0x4E00, 0x9010, 0x662F)
  private static let numberOpens = UnitSet("〔[(【")

  /// Characters that join with nearly any other, so that a pair with one of them is seldom in a list.
  private static let productive = UnitSet(
    "以只还由有其之不更一再未反应互自共无所被把将从向对到得多少最很太全各每该此本即均皆都也又就而且或与及和在为是似如若因故于者们地着过上下内外前后里间中新老旧大小真好早晚远近同逐数透够宗额量率型类度清准完尽稳牢齐策案驻按补拟减逾实细深优强活足硬满"
  )
  private static let powers = UnitSet("万亿")
  private static let kindBegins = Mark.words(
    "区域 区块 区间 人才 人员 人民 人口 人均 人群 人次 人力 人文 人居 人类 组织 组建 组成 组合 市场 省级 市级 县级 区级 镇级 乡级 村级 县直 市直 区直 乡镇 乡村 县域 路径 路线",
    "路网 园区 园林 园地")
  private static let longKinds = Mark.words(
    "苏木 嘎查 街道 社区 林场 牧场 农场 渔场 水库 流域 湿地 古镇 古村 半岛 群岛 口岸 片区 新区 经济开发区 经济技术开发区 高新技术 开发区 高新区 经开区 度假区 风景区 自治县 自治州 自治旗 工业园 智造园 科技园"
  )
  static let placeKinds = UnitSet("区县旗盟市镇乡村街路组省屯巷弄人苑湾庭府邸寨园")
}
