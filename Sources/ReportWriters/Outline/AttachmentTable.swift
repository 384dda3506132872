public import ReportModel

/// 附件表: one attachment table as every writer prints it; it knows nothing of any format.
public struct AttachmentTable: Hashable, Sendable {
  /// What the table is before its rows are known.
  public struct Frame: Hashable, Sendable {
    /// 附件序号, from 1.
    public var number: Int
    /// 表名, such as 重点改革任务完成情况表.
    public var title: String
    /// The line under the title: place and year.
    public var caption: String
    /// 栏目, from left to right.
    public var columns: [Column]
    /// The column whose cells repeat the section's label, where the table has one.
    public var labelColumn: Int?
    /// The column of 序号, where the table has one.
    public var serialColumn: Int?
    /// The column that counts are taken from: one filled cell in it a row.
    public var countedColumn: Int
    /// Whether rows are counted by category (完成情况) or only as a whole.
    public var countsCategories: Bool
  }

  /// 栏目.
  public struct Column: Hashable, Sendable {
    /// 表头.
    public var heading: String
    /// 宽: in half-width characters.
    public var width: Int
    /// 对齐.
    public var alignment: Alignment

    /// A column.
    public init(heading: String, width: Int, alignment: Alignment) {
      self.heading = heading
      self.width = width
      self.alignment = alignment
    }
  }

  /// 对齐.
  public enum Alignment: String, Hashable, Sendable, CaseIterable {
    /// 居中.
    case center = "居中"
    /// 左对齐.
    case left = "左对齐"
  }

  /// One cell's text.
  public struct Cell: Hashable, Sendable {
    /// The text; empty where there is nothing to say.
    public var text: String
    /// Whether the text stands for something the ledger does not say (待填, 未载).
    public var isOpen: Bool

    /// A cell.
    public init(_ text: String, isOpen: Bool = false) {
      self.text = text
      self.isOpen = isOpen
    }
  }

  /// One item of the table.
  public struct Row: Hashable, Sendable {
    /// One cell a column.
    public var cells: [Cell]
    /// What the item counts as (已完成, 延期 …); nil where that is not known or the table does not count it.
    public var category: TaskStatus.Kind?

    /// An item.
    public init(cells: [Cell], category: TaskStatus.Kind? = nil) {
      self.cells = cells
      self.category = category
    }

    /// Whether the row is to be marked as delayed.
    public var isDelayed: Bool {
      if case .delayed = category { return true }
      return false
    }
  }

  /// The rows of one domain.
  public struct Section: Hashable, Sendable {
    /// 领域.
    public var label: String
    /// Its items, in order.
    public var rows: [Row]
    /// What the source states beyond the rows: counts without names. nil where rows say it all.
    public var remark: String?

    /// The rows of one domain.
    public init(label: String, rows: [Row], remark: String? = nil) {
      self.label = label
      self.rows = rows
      self.remark = remark
    }
  }

  /// What the table is.
  public var frame: Frame
  /// Its rows, a section a domain.
  public var sections: [Section]
  /// What the source states beyond all rows.
  public var remark: String?

  /// The counts of all rows.
  public var total: RowCounts {
    sections.reduce(into: RowCounts()) { counts, section in for row in section.rows { counts.add(row) } }
  }
}

/// 小计, 合计: how many rows, and how many of each category.
public struct RowCounts: Hashable, Sendable {
  /// All rows.
  public private(set) var rows = 0
  /// Rows by category.
  private var byCategory = [Int](repeating: 0, count: TaskStatus.Kind.allCases.count)

  /// No rows yet.
  public init() {}

  /// The counts of some rows.
  public init(of rows: [AttachmentTable.Row]) {
    self.init()
    for row in rows { add(row) }
  }

  /// Counts a row.
  public mutating func add(_ row: AttachmentTable.Row) {
    rows += 1
    if let category = row.category { byCategory[Self.slot(category)] += 1 }
  }

  /// How many rows are of a category.
  public subscript(category: TaskStatus.Kind) -> Int { byCategory[Self.slot(category)] }

  private static func slot(_ category: TaskStatus.Kind) -> Int {
    switch category {
    case .completed: 0
    case .inProgress: 1
    case .notStarted: 2
    case .delayed: 3
    case .terminated: 4
    }
  }

  /// One count with its name: 已完成 8.
  public struct Part: Hashable, Sendable {
    /// Which rows are counted; nil for all of them.
    public var category: TaskStatus.Kind?
    /// How many.
    public var count: Int

    /// What stands before the number: 共, 已完成, 延期.
    public var words: String { category?.rawValue ?? "共" }
  }

  /// The counts to print: all rows, completed, delayed, and every other category that occurs.
  public func parts(categories wanted: Bool) -> [Part] {
    let all = Part(category: nil, count: rows)
    guard wanted else { return [all] }
    return [all]
      + TaskStatus.Kind.allCases.compactMap { kind in
        let count = self[kind]
        return count > 0 || kind == .completed || kind == .delayed ? Part(category: kind, count: count) : nil
      }
  }

  /// The counts in words: 共10项,已完成8项,延期2项.
  public func words(categories: Bool) -> String {
    parts(categories: categories).map { "\($0.words)\($0.count)项" }.joined(separator: Self.comma)
  }

  /// The full-width comma between counts.
  static let comma = "\u{FF0C}"
}
