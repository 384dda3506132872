import ReportModel

/// 工序: kinds of work, each with its steps in their natural order.
enum WorkStages {
  /// A step of a kind of work.
  struct Stage: Hashable {
    var kind: Int
    var rank: Int
  }

  /// The step of each kind of work that is named in a stretch; of one kind the last in order.
  static func named(in range: Range<Int>, _ prose: CheckProse) -> [Stage] {
    works.indices.compactMap { kind in
      works[kind].indices.last { prose.hasAny(works[kind][$0], in: range) }.map {
        Stage(kind: kind, rank: $0)
      }
    }
  }

  /// The step of a document's making that is named in a stretch: 印发 of 县委办公室印发.
  static func ofDocument(in range: Range<Int>, _ prose: CheckProse) -> Int? {
    works[document].indices.first { prose.hasAny(works[document][$0], in: range) }
  }

  /// The step that a column's head names: 审议日期.
  static func named(in head: String) -> [Stage] {
    guard head.hasAnySuffix(heads) else { return [] }
    return names.indices.compactMap { kind in
      names[kind].indices.last { rank in head.containsAny(names[kind][rank]) }.map {
        Stage(kind: kind, rank: $0)
      }
    }
  }

  /// The ranks of a document's issue and of its coming into force.
  static let (issued, inForce) = (4, 5)

  /// The kind of what is tried and then spread.
  static let rollout = 5

  /// The kind of what is begun and then accepted; what is begun behind that is something else.
  static let trial = 7

  /// The kind of how posts are filled; others may have been in theirs before.
  static let staffing = 8

  private static let heads = ["日期", "时间", "月份"]
  private static let document = 1
  private static let names: [[[String]]] = [
    [
      ["立项", "可研", "选址", "申报"], ["招标", "招投标", "设计"], ["开工", "动工", "施工", "进场", "奠基", "破土", "启动改造", "启动建设"],
      ["完工", "竣工", "建成", "封顶"], ["验收"], ["投用", "投入使用", "交付", "投产", "启用", "运营", "开园", "开业", "开馆", "并网"],
    ],
    [
      ["调研", "摸底"], ["起草", "形成初稿"], ["征求意见"], ["审议", "审定", "讨论通过", "表决通过", "研究通过"], ["印发", "出台"],
      ["施行", "生效", "实施"], ["评估"], ["废止"],
    ],
    [["动员", "部署", "启动"], ["总结", "收官", "结束", "收尾"]],
    [["招标", "采购公告"], ["开标", "评标"], ["中标"], ["合同"]],
    [["清产核资", "启动组建"], ["审计", "资产评估"], ["签订协议", "签约", "签署协议"], ["工商变更", "变更登记", "资产划转"], ["揭牌", "挂牌"]],
    [
      ["试点", "启动", "先行先试"],
      ["全面推开", "全面推广", "全面推行", "全面铺开", "全面落地", "推开", "铺开", "扩大到全", "推广到全", "全县推广", "全区推广", "全市推广", "全域推行"],
    ],
    [["开发", "需求", "启动建设"], ["测试", "联调"], ["试运行", "上线"], ["正式上线", "正式运行"]],
    [
      ["启动", "摸底", "开展试点"],
      ["验收", "试点评估", "评估试点", "试点总结", "试点结束", "结束试点", "试点期满", "试点任务完成", "完成试点", "试点结项", "试点收官"],
    ],
    [
      ["竞聘", "公开招聘", "公开选聘", "公开选拔", "公开遴选", "招聘公告", "招募公告", "选聘公告", "选拔考试", "组织考试", "组织笔试"],
      ["录用", "完成选聘", "完成招聘", "完成招录", "完成选拔"], ["到岗", "上岗", "到任", "履新"],
    ],
  ]
  private static let works = names.map { $0.map { $0.map(Mark.word) } }
}
