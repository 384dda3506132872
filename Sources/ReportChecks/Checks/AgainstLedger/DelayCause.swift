import ReportModel

/// 延期原因的类别: what kind of hindrance a reason names, so that one reason told in two ways is not taken for two.
enum DelayCause {
  /// Whether two reasons share next to nothing and name hindrances of different kinds.
  static func differ(_ a: String, _ b: String) -> Bool {
    guard min(a.count, b.count) >= 4 else { return false }
    if isOtherStep(Mark.word(a), Mark.word(b)) || isOtherHindrance(Mark.word(a), Mark.word(b)) { return true }
    let (left, right) = (NameLikeness(a), NameLikeness(b))
    if left.likeness(right) >= 25 || left.containment(right) >= 45 { return false }
    let (one, other) = (kinds(of: a), kinds(of: b))
    if one.isEmpty || other.isEmpty { return left.likeness(right) < 20 && left.containment(right) < 35 }
    return one.isDisjoint(with: other)
  }

  /// 运营公司资产评估尚未完成, 运营公司注册登记尚未办结: of one body another step, told in no word of the other one.
  private static func isOtherStep(_ a: [UInt16], _ b: [UInt16]) -> Bool {
    guard let left = subject(a), let right = subject(b) else { return false }
    let head = zip(left, right).prefix { $0 == $1 }.count
    let (one, other) = (left.dropFirst(head), right.dropFirst(head))
    guard head >= 4, (4...8).contains(one.count), (4...8).contains(other.count),
      Set(one).isDisjoint(with: other)
    else { return false }
    let (x, y) = (kinds(of: Array(one)), kinds(of: Array(other)))
    return x.isEmpty || y.isEmpty || x.isDisjoint(with: y)
  }

  /// 两个配租项目建设资金不足, 两个配租项目竣工验收推迟: of one thing hindrances of two kinds, each of them named.
  private static func isOtherHindrance(_ a: [UInt16], _ b: [UInt16]) -> Bool {
    guard let (left, right) = behindShared(a, b) else { return false }
    let (x, y) = (kinds(of: left.tail), kinds(of: right.tail))
    return !x.isEmpty && !y.isEmpty && x.isDisjoint(with: y)
      && x.isDisjoint(with: kinds(of: right.head)) && y.isDisjoint(with: kinds(of: left.head))
      && NameLikeness(left.tail).likeness(NameLikeness(right.tail)) == 0
  }

  /// What two reasons say before and behind the longest name that they share, of four characters and more.
  private static func behindShared(
    _ a: [UInt16], _ b: [UInt16]
  ) -> ((head: String, tail: String), (head: String, tail: String))? {
    guard a.count <= longest, b.count <= longest else { return nil }
    var best = (length: 0, left: 0, right: 0)
    var row = [Int](repeating: 0, count: b.count + 1)
    for left in a.indices where Mark.isHan(a[left]) {
      var next = [Int](repeating: 0, count: b.count + 1)
      for right in b.indices where a[left] == b[right] {
        next[right + 1] = (left > 0 && Mark.isHan(a[left - 1]) ? row[right] : 0) + 1
        if next[right + 1] > best.length { best = (next[right + 1], left + 1, right + 1) }
      }
      row = next
    }
    let (left, right) = (a[best.left...], b[best.right...])
    guard best.length >= 4, left.count >= 4, right.count >= 4 else { return nil }
    func split(_ units: [UInt16], at end: Int) -> (head: String, tail: String) {
      (
        String(decoding: units[..<(end - best.length)], as: UTF16.self),
        String(decoding: units[end...], as: UTF16.self)
      )
    }
    return (split(a, at: best.left), split(b, at: best.right))
  }

  private static let longest = 60

  /// What stands before 尚未, 未 where nothing else is said.
  private static func subject(_ reason: [UInt16]) -> ArraySlice<UInt16>? {
    guard reason.allSatisfy(Mark.isHan),
      let not = reason.indices.first(where: { place in
        Self.notYet.contains { reason[place...].starts(with: $0) }
      }),
      reason.count - not <= 6
    else { return nil }
    return reason[..<not]
  }

  private static let notYet = Mark.words("尚未 还未 仍未 暂未 未 还没有 没有")

  private static func kinds(of reason: [UInt16]) -> Set<Int> {
    let words = FoldedWords(units: reason[...])
    return kinds(of: words)
  }

  /// 商户意见不一 is no 意见 that is yet to be issued.
  private static func kinds(of words: FoldedWords) -> Set<Int> {
    var found = Set(rows.indices.filter { words.containsAny(rows[$0]) })
    if found.contains(0), words.containsAny(disputes), !words.containsAny(rows[0].filter { $0 != "意见" }) {
      found.remove(0)
    }
    // 人员经费没有落实: it is the money that is missing, not the people.
    if found.isSuperset(of: [1, 4]), words.containsAny(payroll), !words.containsAny(posts) {
      found.remove(4)
    }
    return found
  }

  private static let payroll = ["人员经费", "人头经费", "人员费用", "人才资金", "人才经费", "人员工资", "人员薪酬"]
  private static let posts = ["编制", "人员未", "人员尚未", "职数", "机构改革", "力量不足", "队伍"]

  private static let disputes = ["意见不一", "意见分歧", "意见不统一", "意见不同", "意见存在", "征求意见", "意见未"]

  private static func kinds(of reason: String) -> Set<Int> {
    let clauses = Mark.word(reason).split { $0 == Mark.comma || $0 == Mark.semicolon }
    return Set(
      clauses.map { FoldedWords(units: $0) }.filter { !$0.hasAnyPrefix(consequences) }.flatMap {
        kinds(of: $0)
      })
  }

  /// 年内未能制定方案: what came of the hindrance.
  private static let consequences = Mark.texts("年内 今年 本年 全年 致使 导致 造成 未能 无法 目前 因此 所以 申请 不能 难以")

  /// Words of one kind of hindrance in a row.
  private static let rows: [[String]] = [
    Mark.texts("办法 方案 意见 细则 政策 标准 目录 条例 文件 规范 规程 指引 法规 上位法 修订 出台 印发 法律 制度设计 核算方法 方法学"),
    ["资金", "经费", "财政", "预算", "补助", "融资", "债券"],
    ["用地", "土地", "征地", "征收", "拆迁", "选址", "规划调整", "林地", "指标"],
    ["平台", "系统", "联通", "数据接口", "接口", "信息化", "软件", "调试"],
    ["编制", "人员", "用人", "人才", "力量不足", "队伍", "机构改革", "职数"],
    ["疫情", "汛", "天气", "洪", "台风", "暴雨"],
    ["招标", "采购", "流标"], ["施工", "工期", "设备", "电力", "工程", "开工", "验收", "竣工", "完工", "建设进度"],
    ["论证", "调研", "意见分歧", "协商", "听证", "评估", "不成熟", "意见不统一", "意见不一"],
    ["批复", "审批", "批准", "核准", "备案"],
    ["普查", "移交", "测绘", "摸底", "成果"],
  ]
}
