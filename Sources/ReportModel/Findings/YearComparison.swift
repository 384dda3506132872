/// 两年对照: what changed from one year's report to the next, as tables that any writer can show.
public struct YearComparison: Hashable, Sendable {
  /// One aspect of the two reports side by side.
  public struct Table: Hashable, Sendable {
    /// What it compares.
    public var title: String
    /// The names of its columns.
    public var columns: [String]
    /// Its rows, one cell a column.
    public var rows: [[String]]

    /// A table.
    public init(_ title: String, columns: [String], rows: [[String]]) {
      self.title = title
      self.columns = columns
      self.rows = rows
    }
  }

  /// What the comparison is of.
  public var title: String
  /// What a reader must know first: that the reports are not of one place, or not of consecutive years.
  public var remarks: [String]
  /// The aspects, those without anything to show left out.
  public var tables: [Table]

  /// A comparison.
  public init(title: String, remarks: [String] = [], tables: [Table]) {
    self.title = title
    self.remarks = remarks
    self.tables = tables
  }
}
