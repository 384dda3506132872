import Foundation
import ReportModel

/// 财政、审计、发改四部门: names side by side and their number right behind them.
extension ListRule {
  func plain(_ figure: Int, _ book: inout RelationBook) {
    var lead = page.before(figure)
    // 保底收购、二次分红、务工优先三项: a number inside an item parts no list.
    var inner = figure
    while inner > page.siblings(of: figure).lowerBound, inner > figure - 3,
      page.range(inner - 1).upperBound == lead.lowerBound, lead.lowerBound < lead.upperBound,
      Mark.isHan(page.units[lead.lowerBound]), !Mark.isDigit(page.units[page.range(inner - 1).lowerBound]),
      page.range(inner - 1).lowerBound > 0,
      page.units[page.range(inner - 1).lowerBound - 1] == Mark.pause
    {
      inner -= 1
      lead = page.before(inner).lowerBound..<lead.upperBound
    }
    guard lead.count >= 3, page.value(figure) <= 12 else { return }
    var stop = lead.upperBound
    var isOpen = false
    if page.units[stop - 1] == Mark.andSoOn {
      isOpen = true
      stop -= 1
    }
    // 按水面、水体、海床、底土分成五层: the verb stands between. 医疗、托育、养老这三件事: a word that points back.
    let parted = Self.partings.first { page.words(lead.lowerBound..<stop).hasSuffix($0) }
    let pointing = Self.pointings.first { page.words(lead.lowerBound..<stop).hasSuffix($0) }
    stop -= (parted ?? pointing)?.utf16.count ?? 0
    let isSpelled = pointing != nil || !Mark.isDigit(page.units[page.range(figure).lowerBound])
    guard stop > lead.lowerBound,
      Mark.isHan(page.units[stop - 1]) || Self.isLetter(page.units[stop - 1]),
      parted != nil || !Self.notNouns.contains(page.units[stop - 1])
    else { return }
    var start = stop
    while start > lead.lowerBound,
      Mark.isHan(page.units[start - 1]) || page.units[start - 1] == Mark.pause
        || Self.isLetter(page.units[start - 1])
    {
      start -= 1
    }
    let list = start..<stop
    let pauses = list.count { page.units[$0] == Mark.pause }
    guard pauses > 0, start == lead.lowerBound || page.units[start - 1] != 0x300B,
      case let isNoun = parted != nil || isNoun(figure) || isOfPlaces(list, figure),
      isNoun || pointing != nil
        || (isSpelled || Self.things.contains(page.unit(figure))) && page.tail(figure).count >= 2
    else { return }
    // The last item is a name of its own only if it is about as long as the others.
    var items = page.items(of: list)
    // 统一为甲、乙、丙三个阶段: the verb tells where the first item begins.
    let verb = items[0].dropLast().last { Self.copulas.contains(page.units[$0]) }
    if let verb { items[0] = verb + 1..<items[0].upperBound }
    var counts = [items.count]
    var areTwo = false
    // 甲、乙和丙: one more where 和 parts two items, none where it stands within one.
    let joins = list.filter { Mark.ands.contains(page.units[$0]) && !isInName($0, items) }
    if let last = items.last, joins.count == 1, let join = joins.first,
      last.dropFirst().dropLast().contains(join)
    {
      // 南坪医院和北门医院 are two.
      areTwo = page.endAlike(last.parted(at: join))
      if areTwo { counts = [] }
      counts.append(items.count + 1)
      items = items.dropLast() + last.parted(at: join)
    } else {
      counts += joins.indices.map { items.count + $0 + 1 }
      // 甲医院、乙医院和丙、丁、戊3家社区医院: only those behind 和 are counted.
      counts += items.indices.dropFirst().filter { place in joins.contains { items[place].contains($0) } }
        .map { items.count - $0 }
    }
    // 东湖、西山、柳河街道9个小区: what the places have, and not the places.
    let ending = items.last.map { page.words($0) }
    if let kind = Self.owners.first(where: { ending?.hasSuffix($0) ?? false }),
      !page.units[page.tail(figure).prefix(6)].contains(kind.utf16.last ?? 0)
    {
      return
    }
    // 在大厅、窗口、网上、掌上公开3类事项: places, and behind the last what is done there.
    if !isOpen, page.units[items[0].lowerBound] == Self.at, let last = items.last,
      last.count > (items.dropFirst().dropLast().map(\.count).max() ?? last.count) + 1
    {
      return
    }
    let others = items.dropFirst().map(\.count)
    guard let longest = others.max(), let shortest = others.min(), longest <= (isOpen ? 14 : 9) else {
      return
    }
    // 统筹推进四大行动: what the last words do with what is counted.
    // 抓好督察问效、队伍建设三个方面: aspects are nothing that is built.
    let isVerb =
      !isAspect(figure)
      && items.suffix(isNoun ? 1 : items.count - 1).contains { item in
        page.words(item).hasAnySuffix(Self.verbs)
      }
    let isLikely =
      isOfPlaces(list, figure)
      || longest <= 4 && isNoun && !items.allSatisfy { page.words($0).hasAnySuffix(Self.verbs) }
      || !isVerb
        && (verb != nil && items[0].count <= 9 && longest <= 9 || longest == shortest && longest > 1
          || shortest >= 4)
    // 铸造车间、锅炉房、水塔五处遗存: a spelled number that is off by one.
    let isNear =
      counts.contains { abs(Decimal($0) - page.value(figure)) == 1 }
      && (pointing != nil || Self.kinds.contains(page.unit(figure))
        || (items.last?.count ?? 0) <= (others.dropLast().max() ?? 0) + 1)
    // 整合为城建、产投3家集团: what they became is told whole.
    let isMerged =
      !isOpen && items.count == 2 && joins.isEmpty && page.value(figure) == 3 && page.isThing(figure)
      && longest <= 8
      && verb.map { page.words(list.lowerBound..<$0 + 1).hasAnySuffix(Self.mergings) } == true
    settle(
      figure, counts, listed: list, isOpen: isOpen,
      isCertain: isMerged
        || (areTwo || joins.count <= counts.count - 1) && joins.count <= 1 && items.count > 2
          && (isLikely || isSpelled && isNear && !isVerb),
      what: "项", &book)
  }

  /// “甲”预防、“乙”监督、“丙”3项经验: items that each begin with a quotation, up to their number.
  func labelled(_ figure: Int, _ book: inout RelationBook) {
    let lead = page.before(figure)
    guard page.isThing(figure),
      Self.labelledNouns.contains(where: { page.words(page.tail(figure)).hasPrefix($0) }),
      let open = lead.last(where: { page.units[$0] == Mark.comma || page.units[$0] == Mark.semicolon })
        .map({ $0 + 1 }) ?? lead.first
    else { return }
    let isOpen = page.units[lead.upperBound - 1] == Mark.andSoOn
    let items = page.items(of: open..<lead.upperBound)
    let labels = items.compactMap { item in page.draft.quotations.first { item.contains($0.lowerBound) } }
    guard items.count > 2, labels.count == items.count,
      zip(items, labels).dropFirst().allSatisfy({ item, label in
        item.lowerBound == label.lowerBound && label.upperBound <= item.upperBound
          && item.upperBound - label.upperBound <= 8
          && (label.upperBound..<item.upperBound).allSatisfy {
            Mark.isHan(page.units[$0]) && !Mark.ands.contains(page.units[$0])
          }
      }),
      labels[0].upperBound <= items[0].upperBound, items[0].upperBound - labels[0].upperBound <= 8,
      abs(Decimal(items.count) - page.value(figure)) <= 2
    else { return }
    settle(figure, [items.count], listed: open..<lead.upperBound, isOpen: isOpen, what: "项", &book)
  }

  private static let labelledNouns = Mark.texts("经验 做法 改革 案例 典型 模式 机制 品牌 举措 创新 成果 特色 制度 试点 服务 工作法 亮点 样板")

  /// 和 of 应急和生态环境局 beside 财政局、审批局: what stands before it names no office, as all the others do.
  private func isInName(_ join: Int, _ items: [Range<Int>]) -> Bool {
    guard items.count > 2, let own = items.firstIndex(where: { $0.contains(join) }) else { return false }
    func isOffice(_ name: Range<Int>) -> Bool {
      name.last.map { Self.offices.contains(page.units[$0]) } ?? false
    }
    return items.allSatisfy(isOffice) && !isOffice(items[own].lowerBound..<join)
  }

  private static let offices = UnitSet("局办室委院部所站队厅会")

  /// 在东郊、南门、北站设了3个集散点: one at each place that is named; more of them than places may be.
  func placed(_ figure: Int, _ book: inout RelationBook) {
    let lead = page.before(figure)
    guard Self.sited.contains(page.unit(figure)), page.value(figure) <= 12, let stop = placing(figure)
    else { return }
    let start = lead[..<stop].last { !Mark.isHan(page.units[$0]) && page.units[$0] != Mark.pause }.map {
      $0 + 1
    }
    var items = page.items(of: (start ?? lead.lowerBound)..<stop)
    guard items.count > 2, let last = items.last?.last, !Self.notPlaces.contains(page.units[last]),
      let at = items[0].firstIndex(where: { page.units[$0] == Self.at })
    else { return }
    items[0] = at + 1..<items[0].upperBound
    guard items.allSatisfy({ (2...6).contains($0.count) }),
      !(at + 1..<stop).contains(where: { Mark.ands.contains(page.units[$0]) }),
      page.value(figure) == Decimal(items.count - 1)
        // 在甲、乙、丙、丁设立驿站5个: names alike leave none out but by oversight.
        || items.count > 3 && Set(items.map(\.count)).count == 1
          && page.value(figure) == Decimal(items.count + 1)
    else { return }
    settle(figure, [items.count], listed: at + 1..<stop, what: "处", &book)
  }

  /// Where the verb stands of 设立3个驿站 and of 设立驿站3个.
  private func placing(_ figure: Int) -> Int? {
    let (lead, tail) = (page.before(figure), page.tail(figure))
    func start(of rest: Range<Int>) -> Int? {
      Self.placings.first { page.words(rest).hasSuffix($0) }.map { rest.upperBound - $0.utf16.count }
    }
    if !tail.isEmpty {
      return Self.sites.contains { page.words(tail.prefix(12)).contains($0) } ? start(of: lead) : nil
    }
    guard Self.sites.contains(where: { page.words(lead).hasSuffix($0) }) else { return nil }
    let noun = lead.suffix(10).reversed().prefix { Mark.isHan(page.units[$0]) }
    return noun.dropFirst().lazy.compactMap { start(of: lead.lowerBound..<$0) }.first
  }

  private static let at: UInt16 = 0x5728  // 在
  /// 等, 各设, 分别设, 每地建, 共建, 扩建.
  private static let notPlaces = UnitSet("等各别每共合联扩改续均都")
  private static let sited: Set<String> = ["个", "处", "座", "家", "所"]
  private static let placings = [
    "设了", "设立了", "设立", "设置", "新设", "设", "建了", "建成了", "建成", "新建", "建起了", "建起", "建立", "建", "布设了", "布设", "布局",
    "新增",
    "开设", "开办",
  ]
  private static let sites = Mark.texts("点 站 中心 场 馆 园 室 厅 院 店 楼 基地 港 堂 屋 仓 库 食堂 驿站 窗口")

  /// 敦达苏木、额仁苏木、宝音镇、北井镇5个苏木镇.
  private func isOfPlaces(_ list: Range<Int>, _ figure: Int) -> Bool {
    var items = page.items(of: list)
    guard let last = items.last, let end = last.last, case let tail = page.tail(figure), tail.count >= 2,
      items.allSatisfy({ $0.count >= 2 })
    else { return false }
    // The last one stands whole before its number.
    let kinds = page.units[tail.prefix(4)]
    return kinds.contains(page.units[end])
      && page.bear(&items, tail.lowerBound..<tail.lowerBound + min(4, tail.count))
  }

  /// The figure counts the listed things: 四部门, 三个环节, 四条主导产业链; not 新增、改造12处.
  private func isNoun(_ figure: Int) -> Bool {
    let tail = page.tail(figure)
    return isAspect(figure) || page.unit(figure) == "大" && tail.count >= 2
      // 入学、就医、养老三件事.
      || page.unit(figure) == "件" && page.words(tail) == "事"
      || Self.kinds.contains(page.unit(figure))
      || Self.nouns.contains { page.words(tail).hasPrefix($0) || page.words(tail.dropFirst(2)).hasPrefix($0) }
  }

  /// 三个方面, 三方面.
  private func isAspect(_ figure: Int) -> Bool {
    let told = page.range(figure).upperBound - 1..<page.tail(figure).upperBound
    return page.words(told).hasPrefix("方面") || page.words(told.dropFirst()).hasPrefix("方面")
  }

  private static func isLetter(_ unit: UInt16) -> Bool { (0x41...0x5A).contains(unit) }

  private static let kinds: Set<String> = ["类", "级", "档", "色", "道"]
  private static let mergings = ["整合", "合并", "重组", "归并", "组建", "组"].flatMap { [$0 + "为", $0 + "成"] }
  private static let partings = ["划分为", "划分成", "分成", "分为", "归为", "归并成"]
  private static let pointings = ["这", "这些", "上述", "以上"]
  private static let copulas = Array("为括即是分按成经".utf16)
  private static let notNouns = Array("的了为有共达约增成建近超过到至等各每第前出起入给".utf16)
  private static let nouns = Mark.texts(
    "部门 方面 重点 环节 领域 单位 类型 体系 机制 行动 工程 平台 维度 清单 试点 中心 要素 层面 层级 指标 镇街 街镇 乡镇 街道 区县 县区 村 社区 园区 国家 城市 措施 举措 制度",
    "功能 服务 业务 职能 标准 原则 要求 关系 特点 优势 难题 难点 阶段 步骤 渠道 方式 途径 模式 关口 专科 产业链 防线 程序 通道 主线 链条 专题 板块 产业 功能区 队伍 载体 关键",
    "支柱 目标 主题 路径 环节 事项 领域 小区 林场 国有林场 农场 牧场 商圈 片区 街区 灌区 流域 水库 景区 港区 港口 码头 学校 中学 小学 医院 卫生院 合作社")
  private static let owners = Mark.texts("街道 镇 乡 部门 系统 行业 领域 社区 园区 县 市")
  private static let things: Set<String> = ["个", "项", "大", "家", "支", "类", "种", "件"]
  private static let verbs = Mark.texts(
    "新建 改建 扩建 改造 维修 修缮 提升 完成 开展 举办 实施 推进 建成 建设 整治 新增 打造 培育 引进 签约 开工 竣工 投产 创建 申报 获批 承担 受理 办结 化解 排查 整改 检查",
    "处置 查处 清理 盘活 发放 协调 解决 组织 出台 印发 制定 修订 废止 取消 下放 承接 培训 招聘 引育 走访 慰问 发布 审议 研究 通过 听取 覆盖 服务 惠及 带动 涉及 整合 撤销",
    "合并 调整 保留 精简 统筹 聚焦 聚力 落实 深化 完善 推动 健全 构建 建立 形成 实现 强化 优化 加强 突出 坚持 抓好 做好 推出 设立 选派 选取 新设 配备")
}
