import ReportModel

/// The words by which years are counted.
extension YearCounts {
  static let open: UInt16 = 0x28
  static let close: UInt16 = 0x29
  static let (namely, anniversary, age, inARow, yearAlong, year):
    (UInt16, UInt16, UInt16, UInt16, UInt16, UInt16) = (
      0x5373, 0x5468, 0x5C81, 0x8FDE, 0x5934, 0x5E74
    )  // 即周岁连头年
  static let marks = UnitSet([open, namely, anniversary, age, inARow, yearAlong, year])
  static let (measure, ordinal, andSoOn): (UInt16, UInt16, UInt16) = (0x4E2A, 0x7B2C, 0x7B49)  // 个第等
  static let anniversaryWord = Mark.word("周年")
  static let yearAlongWord = Mark.word("年头")
  static let halfYear = Mark.word("半年")
  static let months = Mark.word("个月")
  static let streakLinks = UnitSet("续降升增涨跌获")
  static let quarters = Mark.words("个季度 季度")
  static let quarterWord = Mark.word("季度")
  static let quarterNumbers = UnitSet("一二三四")
  static let opens = UnitSet(":(")
  static let itemMarks = UnitSet(",;:、(和及与")
  static let changing = Mark.words("增 升 提高 下降 减 降 攀 扩大")
  static let openEnded = Mark.words("等 比 较 以来 其中")
  static let firstOf = Mark.words("前 后 头")
  static let founding = Mark.words(
    "挂牌 成立 设立 组建 创办 创建 建校 建院 建区 建县 设区 揭牌 开园 开馆 开业 通车 投用 投入使用 投入运营 创立 开通 上线 启用 启动 落成")
  static let born = Mark.words("出生 生 生人")
  static let hundred = Mark.word("百")
  static let elder = Mark.word("老人")
  static let ageRanges = UnitSet("以及至到-—~的")
  static let reckoned = Mark.words("算起 起")
  static let yearEnds = Mark.words("年底 年末 底 末")
  static let terms = Mark.words("行动 攻坚 计划 规划 过渡期 试点 工程")
  static let finishing = Mark.words("结束 止 收官 完成 期满 到期")
  static let knownEvents = knownYears.flatMap(\.words)
  /// Years that everybody knows, with what is said right before N周年.
  static let knownYears: [(year: Int, words: [[UInt16]])] = [
    (1921, ["建党", "中国共产党成立", "党成立", "党的成立", "中国共产党建党"]),
    (1949, ["新中国成立", "中华人民共和国成立", "共和国成立", "国庆", "建国", "人民政协成立"]),
    (1978, ["改革开放", "实行改革开放", "十一届三中全会召开"]), (1927, ["建军", "中国人民解放军建军", "人民军队建军"]),
    (1945, ["抗战胜利", "抗日战争胜利", "世界反法西斯战争胜利"]), (1922, ["建团", "共青团成立", "共产主义青年团成立"]),
    (1919, ["五四运动"]), (1936, ["长征胜利", "红军长征胜利"]), (1997, ["香港回归", "香港回归祖国"]), (1999, ["澳门回归", "澳门回归祖国"]),
  ].map { ($0.0, $0.1.flatMap { [$0, $0 + "的"] }.map(Mark.word)) }
}
