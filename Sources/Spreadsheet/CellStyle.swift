internal import CXLSXWriter

/// 颜色: red, green and blue, as in `0xFFF2CC`.
public struct Color: Hashable, Sendable {
  /// The three bytes.
  public var rgb: UInt32

  /// A colour from its three bytes.
  public init(_ rgb: UInt32) { self.rgb = rgb & 0xFFFFFF }

  /// Black.
  public static let black = Color(0)
  /// White.
  public static let white = Color(0xFFFFFF)

  /// libxlsxwriter reads 0 as "not set" and has a number of its own for black.
  var code: lxw_color_t { rgb == 0 ? lxw_color_t(LXW_COLOR_BLACK.rawValue) : rgb }
}

/// 单元格样式: how a cell looks, as a value; equal styles become one format of the file.
public struct CellStyle: Hashable, Sendable {
  /// 水平对齐.
  public enum Horizontal: Hashable, Sendable {
    /// Flush left.
    case left
    /// Centred.
    case center
    /// Flush right.
    case right
  }

  /// 垂直对齐.
  public enum Vertical: Hashable, Sendable {
    /// At the top.
    case top
    /// In the middle.
    case center
  }

  /// 边框.
  public enum Border: Hashable, Sendable {
    /// None.
    case none
    /// A thin line on all sides.
    case thin
    /// A medium line on all sides.
    case medium
  }

  /// 字体.
  public var font = "宋体"
  /// 字号, in points.
  public var size = 10.5
  /// 加粗.
  public var bold = false
  /// 字体颜色; nil is automatic.
  public var color: Color?
  /// 填充; nil is none.
  public var fill: Color?
  /// 水平对齐.
  public var horizontal = Horizontal.left
  /// 垂直对齐.
  public var vertical = Vertical.center
  /// 自动换行.
  public var wraps = true
  /// 边框.
  public var border = Border.none
  /// 数字格式, such as `0.0%`, `yyyy-mm-dd` or `@` (text); nil is general.
  public var numberFormat: String?
  /// 锁定: what a protected sheet does not let change.
  public var locked = true

  /// Body text: 宋体 10.5 pt, wrapped, centred vertically, without a border.
  public init() {}

  /// This style changed in some of its parts.
  public func with(_ change: (inout CellStyle) -> Void) -> CellStyle {
    var style = self
    change(&style)
    return style
  }

  func apply(to format: UnsafeMutablePointer<lxw_format>) {
    format_set_font_name(format, font)
    format_set_font_size(format, size)
    if bold { format_set_bold(format) }
    if let color { format_set_font_color(format, color.code) }
    if let fill {
      format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
      format_set_fg_color(format, fill.code)
    }
    let across =
      switch horizontal {
      case .left: LXW_ALIGN_LEFT
      case .center: LXW_ALIGN_CENTER
      case .right: LXW_ALIGN_RIGHT
      }
    format_set_align(format, UInt8(across.rawValue))
    let down = vertical == .top ? LXW_ALIGN_VERTICAL_TOP : LXW_ALIGN_VERTICAL_CENTER
    format_set_align(format, UInt8(down.rawValue))
    if wraps { format_set_text_wrap(format) }
    switch border {
    case .none: break
    case .thin: format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
    case .medium: format_set_border(format, UInt8(LXW_BORDER_MEDIUM.rawValue))
    }
    if let numberFormat { format_set_num_format(format, numberFormat) }
    if !locked { format_set_unlocked(format) }
  }
}

/// A style that a workbook has already taken in, ready for any number of its cells.
public struct PreparedStyle {
  let format: UnsafeMutablePointer<lxw_format>
}
