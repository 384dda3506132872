import ReportModel

/// 名称不一: one meeting, document or saying named in two ways.
struct MixedNamesCheck: Check {
  let about = CheckDescription(
    "wording.mixed-names", .warning, "同一会议、文件或说法前后名称不一",
    rationale: "名称大部分相同、只差一两个字，多半指同一件事而有一处写错或写简了。数字、方位、新旧这类成对的字不同，视为两件事。",
    source: "实务",
    triggering: [
      .draft(
        "全省紧密型城市医联体建设暨城市卫生工作现场会在我区召开。\n七是社会领域。[[全省紧密型城市医联体建设现场会]]在我区召开。"),
      .draft("印发《甲区市容环境卫生责任区管理办法》。下一步，落实[[《甲区市容环境卫生责任区管理方法》]]。"),
      .draft("推行“基层吹哨、部门报到”机制，健全[[“基层吹哨、部门报道”]]清单。"),
    ],
    silent: [
      .draft("畅通“最先一公里”，打通“最后一公里”。印发《甲区2021年工作要点》《甲区2022年工作要点》。"),
      .draft("印发《关于加强区直机关意识形态工作的意见》《关于加强区属企业意识形态工作的意见》。"),
      .draft("全省乡村建设现场会、全省乡村治理现场会先后召开。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let draft = input.draft, let prose = input.prose else { return }
    let titles = draft.titles.filter { $0.depth == 0 && prose.isRead($0.range.lowerBound) }.map(\.range)
    let sayings = draft.quotations.filter { $0.count >= 8 && prose.isRead($0.lowerBound) }
    let meetings = MeetingNames.find(prose, draft)
    result.recognise("meetings", "会议名称", meetings.count)
    for (names, longest) in [(titles, 1), (sayings, 0)] {
      report(NamePairs(prose).differing(names, least: 8, gap: longest), draft, &result)
    }
    report(NamePairs(prose).shortened(meetings), draft, &result)
  }

  private func report(_ pairs: [(Range<Int>, Range<Int>)], _ draft: Draft, _ result: inout CheckResult) {
    for (earlier, later) in pairs {
      result.report(
        draft.text.place(later), "“\(draft.text.string(later))”与前文“\(draft.text.string(earlier))”疑为同一名称",
        "如指同一件事，请统一写法", related: [.init(draft.text.place(earlier), "前文在这里")])
    }
  }
}

/// 会议名称: phrases that name a meeting, from the level that held it to 现场会 and the like.
enum MeetingNames {
  /// The names, in order.
  static func find(_ prose: CheckProse, _ draft: Draft) -> [Range<Int>] {
    var names: [Range<Int>] = []
    var last = 0
    for index in prose.units.indices where prose.units[index] == meeting {
      guard let ending = endings.first(where: { prose.has($0, at: index + 1 - $0.count) }) else { continue }
      let clause = prose.clause(around: index..<index + 1)
      let from = max(clause.lowerBound, last, index - 48)
      guard
        let start = (from..<max(from, index - ending.count)).first(where: { prose.hasAny(levels, at: $0) })
      else {
        continue
      }
      last = index + 1
      if index + 1 - start >= 8 { names.append(start..<index + 1) }
    }
    return names
  }

  private static let meeting = Mark.word("会")[0]
  static let endings = ["现场会", "推进会", "动员会", "座谈会", "观摩会", "部署会", "调度会", "交流会", "大会", "年会", "论坛会"].map(
    Mark.word)
  private static let levels = ["全国", "全省", "全市", "全区", "全县", "长三角", "省委", "市委", "区委"].map(Mark.word)
}

/// Pairs of names that are nearly the same.
struct NamePairs {
  private let prose: CheckProse

  init(_ prose: CheckProse) { self.prose = prose }

  /// Names that differ in one character, or by up to `gap` characters more; each name with the first one it is near to.
  ///
  /// Names are compared within buckets of equal heads or equal tails, so that the cost stays linear in practice.
  func differing(_ names: [Range<Int>], least: Int, gap: Int) -> [(Range<Int>, Range<Int>)] {
    var heads: [ArraySlice<UInt16>: [Int]] = [:]
    var tails: [ArraySlice<UInt16>: [Int]] = [:]
    var pairs: [(Range<Int>, Range<Int>)] = []
    for (number, name) in names.enumerated() where name.count >= least {
      let half = (name.count - 2) / 2 - 1
      let head = prose.units[name.lowerBound..<name.lowerBound + max(3, min(half, 4))]
      let tail = prose.units[name.upperBound - max(3, min(half, 4))..<name.upperBound]
      let candidates = (heads[head] ?? []) + (tails[tail] ?? [])
      let isKnown = candidates.contains { prose.units[names[$0]].elementsEqual(prose.units[name]) }
      if !isKnown, let near = candidates.first(where: { isNear(names[$0], name, gap: gap) }) {
        pairs.append((names[near], name))
      }
      if !isKnown, heads[head]?.count ?? 0 < 40 {
        heads[head, default: []].append(number)
        tails[tail, default: []].append(number)
      }
    }
    return pairs
  }

  private func isNear(_ left: Range<Int>, _ right: Range<Int>, gap: Int) -> Bool {
    let units = prose.units
    guard abs(left.count - right.count) <= gap else { return false }
    var head = 0
    while head < min(left.count, right.count), units[left.lowerBound + head] == units[right.lowerBound + head]
    {
      head += 1
    }
    var tail = 0
    while tail < min(left.count, right.count) - head,
      units[left.upperBound - 1 - tail] == units[right.upperBound - 1 - tail]
    {
      tail += 1
    }
    let (more, less) = (left.count - head - tail, right.count - head - tail)
    guard max(more, less) == 1 else { return false }
    let changed =
      units[left.lowerBound + head..<left.upperBound - tail]
      + units[right.lowerBound + head..<right.upperBound - tail]
    return changed.allSatisfy { Mark.isHan($0) && !Self.contrasts.contains($0) }
  }

  /// Meetings that share a long head and their ending, one of them with something more in between.
  func shortened(_ names: [Range<Int>]) -> [(Range<Int>, Range<Int>)] {
    var pairs: [(Range<Int>, Range<Int>)] = []
    for (number, name) in names.enumerated() {
      let near = names[..<number].first { earlier in
        guard !prose.units[earlier].elementsEqual(prose.units[name]),
          prose.units[earlier.upperBound - 3..<earlier.upperBound].elementsEqual(
            prose.units[name.upperBound - 3..<name.upperBound])
        else { return false }
        var head = 0
        while head < min(earlier.count, name.count) - 3,
          prose.units[earlier.lowerBound + head] == prose.units[name.lowerBound + head]
        {
          head += 1
        }
        return head >= 8 && head + 3 >= min(earlier.count, name.count)
      }
      if let near { pairs.append((near, name)) }
    }
    return pairs
  }

  private static let contrasts = UnitSet(
    "〇零一二三四五六七八九十百千万亿两0123456789先后前上下左右东西南北中内外大小多少新旧老省市区县乡镇村街国家年月日季甲乙丙丁男女正副总分主次进出升降增减开关公私企党政民")
}
