/// 公文版式: every setting of GB/T 9704-2012 that the Word file carries, each with its clause and its rank.
///
/// This file is the one place where they stand; everything else asks here. Lengths are in twips (1/20 pt)
/// unless a name says otherwise.
enum OfficialFormat {
  /// 效力: how binding a setting is.
  enum Rank: String, Sendable {
    /// 规定: the standard prescribes it.
    case prescribed = "规定"
    /// 一般: the standard says "as a rule".
    case usual = "一般"
    /// 实务: practice, or what it takes to reach the prescribed result in a word processor.
    case practice = "实务"
  }

  /// One setting.
  struct Setting: Sendable {
    /// What is set, in the standard's words.
    let name: String
    /// Its value.
    let value: Int
    /// The clause of GB/T 9704-2012; empty for practice.
    let clause: String
    /// How binding it is.
    let rank: Rank

    init(_ name: String, _ value: Int, _ clause: String = "", _ rank: Rank) {
      self.name = name
      self.value = value
      self.clause = clause
      self.rank = rank
    }
  }

  // MARK: Paper and text block

  static let paperWidth = Setting("A4 宽 210 mm", 11906, "5.1", .prescribed)
  static let paperHeight = Setting("A4 长 297 mm", 16838, "5.1", .prescribed)
  static let top = Setting("天头 37 mm", 2098, "5.2.1", .prescribed)
  static let binding = Setting("订口 28 mm", 1587, "5.2.1", .prescribed)
  static let right = Setting("版心宽 156 mm, 右边余 26 mm", 1474, "5.2.1", .prescribed)
  static let bottom = Setting("版心高 225 mm, 下边余 35 mm", 1984, "5.2.1", .prescribed)
  static let line = Setting("每面 22 行: 225 mm / 22", 579, "5.2.3", .usual)
  static let lines = Setting("每面行数", 22, "5.2.3", .usual)
  static let characters = Setting("每行字数", 28, "5.2.3", .usual)
  static let squeeze = Setting("28 个 3 号字撑满 156 mm, 每字紧缩 0.25 磅", -5, "5.2.3", .practice)

  // MARK: Sizes of type, in half points

  static let size2 = Setting("2 号", 44, "7.3.1", .prescribed)
  static let size3 = Setting("3 号", 32, "5.2.2", .usual)
  static let size4 = Setting("4 号", 28, "7.5", .usual)
  static let captionSize = Setting("表题下的说明: 小 4 号", 24, .practice)
  static let afterTableSize = Setting("表后的空段: 1 磅", 2, .practice)
  static let tableSizes = [
    Setting("表格: 5 号", 21, .practice), Setting("栏目多的表格: 小 5 号", 18, .practice),
    Setting("栏目很多的表格: 6 号", 15, .practice),
  ]

  // MARK: Page numbers

  static let numberTop = Setting("页码一字线上距版心下边缘 7 mm: 页码行上缘的位置", 284, "7.5", .prescribed)
  static let turnedNumberTop = Setting("横排页的页码行上缘距版心左边缘: 同样的一字线位置", 250, "8", .prescribed)
  static let numberLine = Setting("页码行高", 280, .practice)
  static let numberFree = Setting("单页码居右空一字, 双页码居左空一字", 280, "7.5", .prescribed)

  // MARK: Tables

  static let cellMargin = Setting("单元格左右边距", 28, .practice)
  static let cellAir = Setting("单元格上下边距", 34, .practice)
  static let delayedFill = Setting("延期行的底色", 0xFFE699, .practice)
  static let headFill = Setting("表头和合计行的底色", 0xD9E2F3, .practice)
  static let countFill = Setting("小计行的底色", 0xF2F2F2, .practice)
  static let openColor = Setting("台账未载、待填的字色", 0x7F7F7F, .practice)
}

extension OfficialFormat.Setting {
  /// Practice, which has no clause.
  init(_ name: String, _ value: Int, _ rank: OfficialFormat.Rank) { self.init(name, value, "", rank) }
}
