internal import CXLSXWriter

/// 条形图: horizontal bars, one a category, the first category on top.
public struct BarChart: Hashable, Sendable {
  /// A row of values, one a category.
  public struct Series: Hashable, Sendable {
    /// Its name in the legend.
    public var name: String
    /// The cells of the categories' names.
    public var categories: CellRange
    /// The cells of the values.
    public var values: CellRange
    /// Its colour.
    public var color: Color
    /// Whether the bars are hatched, so that a black-and-white print tells them apart.
    public var isHatched: Bool

    /// A row of values.
    public init(name: String, categories: CellRange, values: CellRange, color: Color, isHatched: Bool = false)
    {
      self.name = name
      self.categories = categories
      self.values = values
      self.color = color
      self.isHatched = isHatched
    }
  }

  /// 图标题.
  public var title: String
  /// The title of the axis of values.
  public var valueTitle: String
  /// The series, from the inside out.
  public var series: [Series]
  /// 堆积 (one behind the other) or 簇状 (side by side).
  public var isStacked: Bool

  /// A chart.
  public init(title: String, valueTitle: String, series: [Series], isStacked: Bool = true) {
    self.title = title
    self.valueTitle = valueTitle
    self.series = series
    self.isStacked = isStacked
  }
}

extension Sheet {
  /// Puts a chart with its upper left corner on a cell; width and height in pixels.
  /// - Parameter description: what the chart shows, for those who cannot see it.
  public func insert(
    _ chart: BarChart, row: Int, column: Int, width: Int, height: Int, description: String
  ) throws(SpreadsheetError) {
    let (row32, column16) = try place(row, column)
    let texts =
      [("图标题", chart.title), ("坐标轴标题", chart.valueTitle), ("图说明", description)]
      + chart.series.map { ("系列名称", $0.name) }
    for (what, text) in texts where !CellText.isUsable(text, limit: 255) { throw .setting(what, limit: 255) }
    let kind = chart.isStacked ? LXW_CHART_BAR_STACKED : LXW_CHART_BAR
    guard let drawing = workbook_add_chart(workbook, UInt8(kind.rawValue)) else {
      preconditionFailure("out of memory")
    }
    chart_title_set_name(drawing, chart.title)
    for series in chart.series {
      guard
        let drawn = chart_add_series(drawing, "=" + series.categories.absolute, "=" + series.values.absolute)
      else { continue }
      series.apply(to: drawn)
    }
    let axes = drawing.pointee
    // In a bar chart libxlsxwriter's x axis is the one of the categories, and it stands upright.
    chart_axis_set_reverse(axes.y_axis)
    chart_axis_set_crossing_max(axes.y_axis)
    chart_axis_set_name(axes.x_axis, chart.valueTitle)
    chart_axis_set_num_format(axes.x_axis, "0")
    chart_legend_set_position(drawing, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
    chart_set_series_gap(drawing, 60)
    var options = lxw_chart_options()
    // libxlsxwriter's own size is 480 × 288 pixels.
    options.x_scale = Double(width) / 480
    options.y_scale = Double(height) / 288
    let code = withCStrings([description]) { texts in
      options.description = texts[0]
      return worksheet_insert_chart_opt(pointer, row32, column16, drawing, &options)
    }
    guard code == LXW_NO_ERROR else { throw .outsideSheet(at: address(row, column)) }
  }
}

extension BarChart.Series {
  func apply(to drawn: UnsafeMutablePointer<lxw_chart_series>) {
    chart_series_set_name(drawn, name)
    if isHatched {
      var pattern = lxw_chart_pattern()
      pattern.fg_color = color.code
      pattern.bg_color = Color.white.code
      pattern.type = UInt8(LXW_CHART_PATTERN_DARK_UPWARD_DIAGONAL.rawValue)
      chart_series_set_pattern(drawn, &pattern)
    } else {
      var fill = lxw_chart_fill()
      fill.color = color.code
      chart_series_set_fill(drawn, &fill)
    }
    var line = lxw_chart_line()
    line.color = Color.black.code
    line.width = 0.5
    chart_series_set_line(drawn, &line)
    chart_series_set_labels(drawn)
    // A bar of nothing bears no number.
    chart_series_set_labels_num_format(drawn, "0;;")
  }
}
