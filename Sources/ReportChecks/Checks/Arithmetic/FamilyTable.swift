import ReportModel

/// 互斥分类: words that divide things without overlap: 国家级 and 省级, 男 and 女, 城镇 and 农村. Parts named by different words of one
/// row make up a whole. A table: a new way to divide is a row.
struct FamilyTable: Sendable {
  static let shared = FamilyTable()

  /// A word's row and its place in it.
  struct Member: Hashable, Sendable {
    var family: Int
    var place: Int
  }

  private let words: [(word: [UInt16], member: Member)]
  private let firsts: UnitSet

  private init() {
    words = Self.rows.enumerated().flatMap { family, row in
      row.enumerated().flatMap { place, names in
        Mark.words(names).map { ($0, Member(family: family, place: place)) }
      }
    }
    firsts = UnitSet(words.map { $0.word[0] })
  }

  /// The member that a stretch names; the longest word counts (非经营性, not 经营性).
  func member(in range: Range<Int>, of units: [UInt16]) -> Member? { longest(in: range, of: units)?.member }

  /// Where the word stands that names a member.
  func place(in range: Range<Int>, of units: [UInt16]) -> Range<Int>? { longest(in: range, of: units)?.place }

  private func longest(in range: Range<Int>, of units: [UInt16]) -> (place: Range<Int>, member: Member)? {
    var longest: (place: Range<Int>, member: Member)?
    for index in range where firsts.contains(units[index]) {
      for (word, member) in words where word.count > longest?.place.count ?? 0 {
        if word[0] == units[index], units[index..<range.upperBound].starts(with: word) {
          longest = (index..<index + word.count, member)
        }
      }
    }
    return longest
  }

  private static let rows: [[String]] =
    [
      ["国家级 中央 部级", "省级 自治区级", "市级", "区级 县级 区县级 本级", "镇级 乡镇级 街道级 镇街级 乡级", "村级 社区级"],
      ["男性 男职工 男生 男", "女性 女职工 女生 女"],
      ["城镇 城区 城市 市区", "农村 乡村 乡镇"],
      ["优秀", "良好", "合格 称职", "基本合格 基本称职 一般", "不合格 不称职 较差"],
      ["不满意", "基本满意", "满意"], ["优的", "良的", "中的", "差的"],
      ["一季度 第一季度", "二季度 第二季度", "三季度 第三季度", "四季度 第四季度"],
      ["上半年", "下半年"],
      ["东片 东部 东区", "南片 南部 南区", "西片 西部 西区", "北片 北部 北区", "中片 中部 中区"],
      ["公办", "民办"], ["国有", "民营 私营", "外资"], ["经营性", "非经营性"], ["流动", "非流动"], ["商业类", "公益类"],
      ["出口", "进口"], ["续建", "新建 新开工"], ["存量", "增量"],
      ["幼儿园", "小学", "初中", "高中"], ["中小学"], ["村", "社区"], ["乡 乡镇", "镇", "街道"],
      ["一产 第一产业", "二产 第二产业", "三产 第三产业"],
      ["A类", "B类", "C类", "D类"], ["甲类", "乙类", "丙类"], ["一类", "二类", "三类", "四类"],
      ["一级", "二级", "三级", "四级"], ["高风险", "中风险", "低风险"],
      ["来信", "来访", "来电", "网上信访 网信"], ["线上", "线下"], ["单位", "个人"],
      ["规上", "规下"], ["本地 本区 本县 本市 本旗", "外地 外区 外县 外市"], ["区内 县内 市内 域内 园内", "区外 县外 市外 域外 园外"],
      ["省内", "省外"], ["境内 国内 内资", "境外 国外 外资"], ["省里", "市里"],
    ] + openRows
  /// Ways of dividing of which some kinds are often left out.
  private static let openRows = [["特级", "高级", "中级", "初级"], ["博士", "硕士", "研究生 硕士以上 硕士及以上", "本科", "专科 大专"]]

  /// 研究生 are 博士 and 硕士: whether one of some members takes in another.
  func overlap(_ members: [Member?]) -> Bool {
    let names = members.compactMap { $0 }.map { Self.rows[$0.family][$0.place] }
    return names.contains { $0.hasPrefix("研究生") } && names.contains { $0 == "博士" || $0 == "硕士" }
  }

  /// Whether parts so named may be less than the whole.
  func isOpen(_ member: Member) -> Bool { member.family >= Self.rows.count - Self.openRows.count }
}

extension FigurePage {
  /// The way of dividing that a figure's words belong to.
  func member(_ figure: Int) -> FamilyTable.Member? {
    let lead = lead(figure)
    return FamilyTable.shared.member(in: lead.isEmpty ? tail(figure) : lead, of: units)
  }

  /// Whether figures are named by different words of one way of dividing.
  func excludeOneAnother(_ figures: [Int]) -> Bool {
    guard figures.count > 1, let first = figures.first.flatMap(member) else { return false }
    let members = figures.map(member)
    return members.allSatisfy { $0?.family == first.family } && Set(members).count == figures.count
      && !FamilyTable.shared.overlap(members)
  }
}
