import ReportModel

/// 引号里的名称: names in “” that differ as those of one thing do: two words changed places, a letter more or less.
struct QuotedNames {
  private let prose: CheckProse
  private let lookAlikes: LookAlikes

  init(_ prose: CheckProse, _ lookAlikes: LookAlikes) {
    self.prose = prose
    self.lookAlikes = lookAlikes
  }

  private struct Name {
    var range: Range<Int>
    var core: Range<Int>
    var count: Int
  }

  /// “童乐家园” and, in another sentence, “同乐家园”: one character differs, and it is none that tells two things apart.
  private func isMiswritten(_ left: Name, _ right: Name) -> Bool {
    let (a, b) = (prose.units[left.core], prose.units[right.core])
    guard a.count == b.count, (3...8).contains(a.count), a.allSatisfy(Mark.isHan), b.allSatisfy(Mark.isHan)
    else { return false }
    let differing = zip(a, b).filter { $0.0 != $0.1 }
    guard differing.count == 1, let pair = differing.first, !Self.isSeries(a), !Self.isSeries(b) else {
      return false
    }
    // “企业服务日” and “企业服务周”.
    if a.count > 4, a.last != b.last, [pair.0, pair.1].allSatisfy(Self.times.contains) {
      return !prose.sentence(around: left.range).contains(right.range.lowerBound)
    }
    if lookAlikes.soundSame(pair.0, pair.1) {
      return a.count > 3 || ![pair.0, pair.1].contains(where: Self.puns.contains)
    }
    guard a.count > 3 else { return false }
    let tell = [pair.0, pair.1].count { Self.tellingApart.contains($0) }
    let opposed = [pair.0, pair.1].count { Self.contrasts.contains($0) }
    let isOnePlatform = tell + opposed > 0 && areOnePlatform(left, right)
    guard tell < (a.count > 4 || isOnePlatform ? 2 : 1), opposed < (isOnePlatform ? 2 : 1) else {
      return false
    }
    // “…有戏” and “…有约” are two sayings.
    if let last = a.dropLast().last, a.last != b.last, Self.sayings.contains(last) { return false }
    return !prose.sentence(around: left.range).contains(right.range.lowerBound)
  }

  /// “岭港云服”平台 and, in another paragraph, “岭港云企”平台, which nothing introduces.
  private func areOnePlatform(_ left: Name, _ right: Name) -> Bool {
    guard let noun = Self.platforms.first(where: { prose.has($0, at: left.range.upperBound) }) else {
      return false
    }
    return right.count == 1 && prose.has(noun, at: right.range.upperBound)
      && !prose.hasAny(Self.introducing, in: prose.sentence(around: right.range))
      && left.range.upperBound < right.range.lowerBound
      && (left.range.upperBound...right.range.lowerBound).contains(where: prose.beginsParagraph)
  }

  private static let platforms = Mark.words("平台 系统 小程序")
  private static let introducing = Mark.words("上线 推出 建成 开发 打造 开通 另 同时 以及 新建 两个 三个 注册 接入 归集 受理")

  /// “九小场所” and “九小所场”: two characters changed places, and not the first ones (“政银担”, “银政担”).
  private func isTurned(_ left: Name, _ right: Name) -> Bool {
    let (a, b) = (Array(prose.units[left.core]), Array(prose.units[right.core]))
    guard a.count == b.count, a.contains(where: Mark.isHan), !Self.isSeries(a[...]),
      case let places = a.indices.filter({ a[$0] != b[$0] }), places.count == 2, places[0] > 0,
      places[1] == places[0] + 1, a[places[0]] == b[places[1]], a[places[1]] == b[places[0]],
      a[places[0]...places[1]].allSatisfy(Mark.isHan)
    else { return false }
    let gap =
      min(left.range.upperBound, right.range.upperBound)..<max(left.range.lowerBound, right.range.lowerBound)
    return gap.count > 2 || !prose.units[gap].allSatisfy(Mark.listJoints.contains)
  }

  /// 一企一策, 村村通: a pattern into which many words go.
  private static func isSeries(_ name: ArraySlice<UInt16>) -> Bool {
    Set(name).count < name.count || patterns.contains { name.suffix(2).elementsEqual($0) }
  }

  private static let puns = UnitSet("码马医一益")
  private static let times = UnitSet("日周月季节")
  private static let contrasts: UnitSet = NamePairs.contrasts.without("民家")
  private static let sayings = UnitSet("有在能敢会爱来去看不无好要想讲说创优")
  private static let tellingApart = UnitSet("人企业户事项房车路水电气林田河湖山校医教文体农工商贸次地趟回窗门件红绿蓝黄黑白金银链圈群云智")
  private static let patterns = Mark.words("经济 城市 社区 乡村 模式 贷款 一次 清单 之家 合一")

  /// Each name that is called an 工程 here and an 行动 there.
  func headPairs(_ quotations: [Range<Int>]) -> [(usual: Range<Int>, rare: Range<Int>)] {
    var uses: [ArraySlice<UInt16>: [(head: Int, range: Range<Int>, count: Int)]] = [:]
    for quotation in quotations where quotation.count >= 6 {
      guard let head = Self.kinds.firstIndex(where: { prose.has($0, at: quotation.upperBound) }) else {
        continue
      }
      let name = prose.units[quotation]
      if let known = uses[name]?.firstIndex(where: { $0.head == head }) {
        uses[name]?[known].count += 1
      } else {
        uses[name, default: []].append(
          (head, quotation.lowerBound..<quotation.upperBound + Self.kinds[head].count, 1))
      }
    }
    return uses.values.filter { $0.count == 2 && min($0[0].count, $0[1].count) < 3 }
      .sorted { $0[0].range.lowerBound < $1[0].range.lowerBound }
      .map { $0[0].count >= $0[1].count ? ($0[0].range, $0[1].range) : ($0[1].range, $0[0].range) }
  }

  private static let kinds = Mark.words("工程 行动 计划 活动")

  /// Each rarer name with the more usual one, from the quotations of a text.
  func pairs(_ quotations: [Range<Int>]) -> [(usual: Range<Int>, rare: Range<Int>)] {
    var names: [Name] = []
    var known: [ArraySlice<UInt16>: Int] = [:]
    for quotation in quotations where (5...16).contains(quotation.count) {
      let core = Self.core(quotation, prose)
      if let number = known[prose.units[core]] {
        names[number].count += 1
      } else {
        known[prose.units[core]] = names.count
        names.append(Name(range: quotation, core: core, count: 1))
      }
    }
    var pairs: [(usual: Range<Int>, rare: Range<Int>)] = []
    for (number, name) in names.enumerated() {
      guard
        let near = names[(0..<number).suffix(80)].first(where: {
          isSame($0.core, name.core)
            || min($0.count, name.count) < 3 && (isMiswritten($0, name) || isTurned($0, name))
        })
      else { continue }
      pairs.append(near.count >= name.count ? (near.range, name.range) : (name.range, near.range))
    }
    return pairs
  }

  /// A name without its marks and without the word for what it is: “整县光伏推进工程”.
  static func core(_ quotation: Range<Int>, _ prose: CheckProse) -> Range<Int> {
    let range = quotation.lowerBound + 1..<quotation.upperBound - 1
    guard
      let head = heads.first(where: {
        range.count > $0.count + 2 && prose.hasAny([$0], before: range.upperBound)
      })
    else { return range }
    return range.lowerBound..<range.upperBound - head.count
  }

  private func isSame(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    let (a, b) = (prose.units[left], prose.units[right])
    if hasOverlappingWord(a, b) || isOneCooperation(a, b) {
      return !prose.sentence(around: left).contains(right.lowerBound)
    }
    if isSpelledWithLetter(a, b) { return true }
    guard left.count >= 5, abs(left.count - right.count) <= 2,
      let found = NameAlignment(a, b, .init(light: [], differences: 1)).agreement()
    else { return false }
    return found.restLeft.isEmpty && found.restRight.isEmpty && !found.isSwapped && found.shared >= 5
  }

  /// “群众点评日” and “群众评议日”: one word was put by another that shares a character with it.
  private func hasOverlappingWord(_ left: ArraySlice<UInt16>, _ right: ArraySlice<UInt16>) -> Bool {
    guard left.count == right.count, left.count >= 5, left.allSatisfy(Mark.isHan),
      right.allSatisfy(Mark.isHan),
      !Self.isSeries(left), !Self.isSeries(right)
    else { return false }
    let places = zip(zip(left, right), 0...).filter { pair, _ in pair.0 != pair.1 }
    guard places.count == 2, places[0].1 + 1 == places[1].1, places[0].1 >= 2 else { return false }
    return (places[0].0.0 == places[1].0.1) != (places[0].0.1 == places[1].0.0)
  }

  /// “警网融合” and “警网联动”: two sides told in short, and another word for what they do together.
  private func isOneCooperation(_ left: ArraySlice<UInt16>, _ right: ArraySlice<UInt16>) -> Bool {
    left.count == 4 && right.count == 4 && left.prefix(2).elementsEqual(right.prefix(2))
      && Self.together.contains(Array(left.suffix(2))) && Self.together.contains(Array(right.suffix(2)))
      && !Self.generalSides.contains(Array(left.prefix(2)))
  }

  private static let together = Set(
    Mark.words(
      "联动 共育 共建 共治 融合 协同 联建 互动 合作 协作 联合 共管 结合 一体 互助 共享 联调 联办 同育 同治 共商 联通 互联 直通 直联 连线 联治 联管 共同 联防 联勤 携手 同心 互通")
  )
  /// Sides of which a report has many kinds of working together to tell.
  private static let generalSides = Set(
    Mark.words("社区 部门 区域 城乡 上下 政府 校园 企业 产业 资源 数据 信息 基层 党群 党建 镇街 多元 协商"))

  /// “惠企通” and “惠企E通”: the same but for letters.
  private func isSpelledWithLetter(_ left: ArraySlice<UInt16>, _ right: ArraySlice<UInt16>) -> Bool {
    guard left.count != right.count, abs(left.count - right.count) <= 2 else { return false }
    let (a, b) = (left.filter(Mark.isHan), right.filter(Mark.isHan))
    return a.count >= 3 && a == b && (left + right).allSatisfy { Mark.isHan($0) || Mark.isLetter($0) }
  }

  private static let heads = Mark.words("专项行动 工程 行动 机制 平台 改革 计划 模式 试点 系统")
}
