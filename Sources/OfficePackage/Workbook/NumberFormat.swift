/// 数字格式: whether a cell's format shows its number as a date, and how much of one.
enum NumberFormat {
  /// What a built-in format shows as a date; nil for plain numbers (ISO/IEC 29500-1, 18.8.30; 27–36 and 50–58
  /// are those of Chinese, Japanese and Korean editions).
  static func date(builtIn id: Int) -> SheetDate.Shown? {
    switch id {
    case 14, 15, 16, 28...31, 36, 50...54, 58: .day
    case 17, 27, 55...57: .month
    case 22: .dayAndTime
    case 18...21, 32...35, 45...47: .time
    default: nil
    }
  }

  /// What a format code such as `yyyy"年"m"月"` shows as a date; nil for plain numbers.
  static func date(code: String) -> SheetDate.Shown? {
    var letters: [Character] = []
    var isElapsed = false
    var rest = Array(code)[...]
    scanning: while let character = rest.popFirst() {
      switch character {
      case ";": break scanning  // further sections are for negative numbers, zero and text
      case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
      case "\\", "_", "*": rest = rest.dropFirst()
      case "[":
        let inside = rest.prefix { $0 != "]" }
        if !inside.isEmpty, inside.allSatisfy({ "hmsHMS".contains($0) }) { isElapsed = true }
        rest = rest.dropFirst(inside.count + 1)
      // A scientific format, not the year of an era.
      case "E", "e": if let sign = rest.first, "+-".contains(sign) { return nil } else { letters.append("y") }
      default: letters.append(contentsOf: character.lowercased())
      }
    }
    if isElapsed { return .time }
    let word = String(letters)
    // "General", whose letters would mean an era and a year.
    if word.contains("gynyral") || word.contains("general") { return nil }
    let has = { (letter: Character) in letters.contains(letter) }
    let showsTime = has("h") || has("s")
    let showsDay = has("d")
    let showsYear = has("y") || has("g")
    switch (showsYear || showsDay, showsTime) {
    case (true, true): return .dayAndTime
    case (false, true): return .time
    case (true, false): return showsDay ? .day : has("m") ? .month : .year
    case (false, false): return has("m") && !has("#") && !has("0") ? .month : nil
    }
  }
}

/// 单元格样式: for each style of a workbook, how it shows a number as a date.
struct CellStyles {
  private var shown: [SheetDate.Shown?] = []

  init() {}

  /// Reads `styles.xml`.
  init(_ reader: SheetXML) throws(PackageFault) {
    var codes: [Int: String] = [:]
    var formats: [Int] = []
    var inCellFormats = false
    while let event = try reader.next() {
      switch event {
      case .start(.format):
        if let id = reader[.formatID].flatMap({ Int($0) }) { codes[id] = reader[.formatCode] }
      case .start(.cellFormats): inCellFormats = true
      case .end(.cellFormats): inCellFormats = false
      case .start(.cellFormat):
        if inCellFormats { formats.append(reader[.formatID].flatMap { Int($0) } ?? 0) }
      default: break
      }
    }
    var known: [Int: SheetDate.Shown?] = [:]
    shown = formats.map { id in
      if let found = known[id] { return found }
      let found = codes[id].map { NumberFormat.date(code: $0) } ?? NumberFormat.date(builtIn: id)
      known[id] = .some(found)
      return found
    }
  }

  /// How a style shows a number as a date; nil for plain numbers and unknown styles.
  subscript(style: Int) -> SheetDate.Shown? {
    style >= 0 && style < shown.count ? shown[style] : nil
  }
}
