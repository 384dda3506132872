import ReportModel

/// 量词不当: a measure word that does not go with its noun.
struct MeasureWordCheck: DraftCheck {
  let about = CheckDescription(
    "wording.measure-word", .warning, "量词和名词不相配",
    rationale: "公交车论辆，桥论座，法官论名：“公交车45艘”“敬老院7位”是打错或拼接时留下的。只看紧挨着数字的名词，只列绝不相配的量词。",
    source: "实务；现代汉语语法",
    triggering: [
      .draft("投放新能源[[公交车45艘]]，新改建农村公路[[桥梁9条]]，建设农村[[敬老院7位]]，配备[[6座网格员]]。"),
      .draft("购置公交车40辆，新开微循环[[公交线路6辆]]，引进高层次[[人才54项]]。"),
      .draft("选派[[代办员57座]]，聘请[[观察员12台]]。"),
      .draft("走访[[企业320名]]，解决诉求120件。引进[[种公羊260辆]]，印发改革[[文件24条]]。培训[[网格员36家]]。惠及[[群众12.3万家]]。"),
    ],
    silent: [
      .draft("引进种公羊260只，印发改革文件24件、文件条目90条。交流轮岗教师256名，平均每所学校8名，其中乡镇学校136名。"),
      .draft("投放公交车45辆，改建桥梁9座，建设敬老院7所，配备6名网格员，干部8人，提出代表建议12件，创作学生作品30件，渔船2艘。"),
      .draft("发展会员320家，公务员12人，为演职人员配备设备32台，选派优秀干部6名。"),
      .draft("走访企业320家、群众120名，评选优秀企业8名。培训学员320名。其中企业86名。解决问题12个，慰问老人320户。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let draft = input.draft, let prose = input.prose else { return }
    Self.nouns.scan(prose.units) { number, noun in
      guard prose.isRead(noun.lowerBound), !prose.isQuoted(noun.lowerBound), !prose.isTitle(noun.lowerBound)
      else { return }
      let row = Self.rows[Self.rowOfNoun[number]]
      guard let range = behind(noun, row, prose) ?? before(noun, row, prose) else { return }
      result.report(
        draft.text.place(range), "“\(draft.text.string(range))”的量词不相配", "请改用与名词相配的量词，如“\(row.right)”")
    }
  }

  /// 公交车45艘: noun, figure and measure at the end of a clause.
  private func behind(_ noun: Range<Int>, _ row: Row, _ prose: CheckProse) -> Range<Int>? {
    var index = noun.upperBound
    while index < prose.units.count, Self.figures.contains(prose.units[index]) { index += 1 }
    guard index > noun.upperBound, Mark.isDigit(prose.units[noun.upperBound]), index + 1 < prose.units.count,
      row.wrong.contains(prose.units[index]), Self.ends.contains(prose.units[index + 1]),
      !isOfOthers(noun, prose.units[index], prose)
    else { return nil }
    return noun.lowerBound..<index + 1
  }

  /// 平均每所学校8名; 教师256名,其中城区学校120名: so many of what was counted before for each of them, or in them.
  private func isOfOthers(_ noun: Range<Int>, _ measure: UInt16, _ prose: CheckProse) -> Bool {
    let start = prose.sentence(around: noun).lowerBound
    let clause = prose.clause(around: noun).lowerBound
    let before = max(clause, noun.lowerBound - 6)..<noun.lowerBound
    // 表彰优秀企业8名; 培训学员320名。其中企业86名.
    if Self.heads.contains(measure), prose.hasAny(Self.ranked, in: clause..<noun.lowerBound) { return true }
    if before.contains(where: { Self.each.contains(prose.units[$0]) }) { return true }
    // 开通定制校车9条: lines that they run on.
    if measure == Self.line, prose.hasAny(Self.opened, in: before) { return true }
    // 购置公交车40辆,新开公交线路6辆: counted by itself.
    if prose.hasAny(Self.made, in: clause..<noun.lowerBound) { return false }
    return (start..<noun.lowerBound).dropFirst().contains {
      prose.units[$0] == measure && Self.figures.contains(prose.units[$0 - 1])
    }
  }

  private static let heads = UnitSet("名位人家户个")
  private static let each = UnitSet("每各")
  private static let ranked = Mark.words("表彰 评选 评出 推荐 前 其中 来自 包括 选派 派出 抽调 参训 参会")
  private static let line = Mark.word("条")[0]
  private static let made = Mark.words("新开 开通 新增 新建 建成 购置 引进")
  private static let opened = Mark.words("开通 定制 线路 专线 增开 加密")

  /// 6座网格员: figure and measure right before a noun that ends its clause.
  private func before(_ noun: Range<Int>, _ row: Row, _ prose: CheckProse) -> Range<Int>? {
    let measure = noun.lowerBound - 1
    guard measure > 1, row.wrong.contains(prose.units[measure]), noun.upperBound < prose.units.count,
      Self.ends.contains(prose.units[noun.upperBound])
    else { return nil }
    var start = measure
    while start > 0, Self.figures.contains(prose.units[start - 1]) { start -= 1 }
    return start < measure && Mark.isDigit(prose.units[start]) ? start..<noun.upperBound : nil
  }

  private struct Row {
    var nouns: [String]
    var wrong: UnitSet
    var right: String
  }

  private static let rows: [Row] = [
    (
      "法官 检察官 干部 医生 医师 护士 专家 党员 志愿者 网格员 调解员 村医 民警 辅警 律师 联络员 指导员 工作人员 顾问 社工 护理员 楼栋长",
      "座条台辆艘所栋亩款篇株册口家", "名"
    ),
    (
      "代办员 特派员 监督员 协管员 管护员 信息员 观察员 宣讲员 护林员 管水员 保洁员 安全员 督导员 评议员 辅导员 调查员 监测员 采集员 帮办员 导办员 引导员 巡查员 审核员 评估员 讲解员 运动员 教练员 服务员 管理员 指挥员 消防员 网格长 楼长 河长 湖长 林长 田长 街长 路长 店长 服务专员 企业专员",
      "座条台辆艘栋亩款篇株册", "名"
    ),
    ("种公羊 种公牛 种羊 种牛 肉牛 肉羊 奶牛 生猪 羊羔 基础母羊 基础母牛 牲畜 种畜", "辆艘座名位台栋亩篇株册家项条件", "头、只"),
    (
      "人才 教师 学生 群众 居民 毕业生 农民工 患者 职工 劳动者 老人 老年人 儿童 学员 牧民 农民 驾驶员", "家座艘辆栋亩篇株册款项件处", "名"
    ),
    ("企业 公司 合作社 商户 市场主体 经营主体 小微企业 个体工商户 银行 门店 社会组织 基金会", "名位艘辆座亩篇株册口", "家、户"),
    ("诉求 问题 线索 投诉 建议 项目", "名位户艘辆座栋亩所台", "件、个、项"),
    ("事项 工单 纠纷 提案 议题", "人名位户艘辆座栋亩所台", "件、个、项"),
    ("公交车 客车 货车 校车 救护车 消防车 执法车 环卫车 清运车 流动车 车辆", "艘位名条座所栋口头篇株册", "辆"),
    (
      "敬老院 学校 小学 中学 幼儿园 医院 卫生院 卫生室 养老院 图书馆 文化馆 博物馆 城市书房 社区食堂 公厕 厕所 水库 公园 驿站 服务站 服务中心 隧道",
      "位名艘辆匹头篇株册口", "所、座、个"
    ),
    ("桥梁 大桥 立交桥 人行天桥", "条位名艘辆所篇株册口台", "座"),
    ("公交线路 专线 航线 班线", "辆名位艘所家亩篇株册台户", "条"),
    ("渔船 船舶 船只 游船 执法船", "辆位名座所栋台篇株册", "艘"),
    ("报告 简报 论文 调研报告", "座艘辆位栋台所亩名株头条", "份、件、篇"),
    ("文件", "座艘辆位栋台所亩名株头条", "份、件、个"),
  ].map { Row(nouns: Mark.texts($0.0), wrong: UnitSet($0.1), right: $0.2) }
  private static let nouns = PhraseTable(rows.flatMap(\.nouns))
  private static let rowOfNoun = rows.enumerated().flatMap { row, content in content.nouns.map { _ in row } }
  private static let figures = UnitSet("0123456789.万余多")
  private static let ends = UnitSet(",。;、)")
}
