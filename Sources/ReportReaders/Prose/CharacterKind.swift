/// What a folded character can begin or end, so that the scanners may pass over all others at once.
enum CharacterKind: UInt8 {
  case other
  case digit
  case latin
  /// 零〇一二三四五六七八九两
  case chineseDigit
  /// 十百千万亿
  case chineseScale
  /// 。!?
  case sentenceEnd
  /// , ; : 、
  case clauseMark
  case opener
  case closer
  case space
  /// A character that may begin a time word, an ordinal or an approximate numeral without a figure.
  case trigger
}

/// The tables of the characters: their folded forms and their kinds, one entry for each unit of the basic plane.
struct CharacterTable: Sendable {
  /// The folded form of each unit.
  let folded: [UInt16]
  /// The kind of each unit, as `CharacterKind.rawValue`.
  let kinds: [UInt8]
  /// The value of each numeral character; 255 for all others. Scales are 10, 11 (百), 12 (千), 13 (万), 14 (亿).
  let values: [UInt8]

  static let shared = CharacterTable()

  private init() {
    folded = Self.foldedForms()
    var kinds = [UInt8](repeating: CharacterKind.other.rawValue, count: 65_536)
    var values = [UInt8](repeating: 255, count: 65_536)
    func set(_ characters: String, _ kind: CharacterKind) {
      for unit in characters.utf16 { kinds[Int(unit)] = kind.rawValue }
    }
    set("第今去上下本明当全前年近截目附来同自〔[季至数几成①②③④⑤⑥⑦⑧⑨⑩", .trigger)
    set("0123456789", .digit)
    for letter in 0x41...0x5A { kinds[letter] = CharacterKind.latin.rawValue }
    for letter in 0x61...0x7A { kinds[letter] = CharacterKind.latin.rawValue }
    set("零〇一二三四五六七八九两", .chineseDigit)
    set("十百千万亿", .chineseScale)
    set("。!?", .sentenceEnd)
    set(",;:、", .clauseMark)
    set("《〈“‘(【「『", .opener)
    set("》〉”’)】」』", .closer)
    set(" ", .space)
    for (index, unit) in "0123456789".utf16.enumerated() { values[Int(unit)] = UInt8(index) }
    for (index, unit) in "零一二三四五六七八九".utf16.enumerated() { values[Int(unit)] = UInt8(index) }
    values[Int(("〇" as Unicode.Scalar).value)] = 0
    values[Int(("两" as Unicode.Scalar).value)] = 2
    for (index, unit) in "十百千万亿".utf16.enumerated() { values[Int(unit)] = UInt8(10 + index) }
    self.kinds = kinds
    self.values = values
  }

  private static func foldedForms() -> [UInt16] {
    var folded = (0..<65_536).map { UInt16($0) }
    for unit in 0xFF01...0xFF5E { folded[unit] = UInt16(unit - 0xFEE0) }
    let pairs: [(String, String)] = [
      ("\u{3000}\u{A0}\t\r\n\u{B}\u{C}\u{2002}\u{2003}\u{2009}\u{200B}\u{FEFF}\u{2028}\u{2029}", " "), ("「『〝", "“"),
      ("」』〞", "”"), ("━―─", "—"), ("﹣－–‐‑−", "-"), ("～〜∼", "~"), ("﹪", "%"), ("﹐", ","), ("．﹒", "."), ("○", "〇"),
      ("﹔", ";"), ("﹕", ":"), ("［", "["), ("］", "]"), ("｡", "。"), ("､", "、"), ("⟨", "〈"), ("⟩", "〉"), ("〖", "【"),
      ("〗", "】"), ("﹙", "("), ("﹚", ")"), ("✕╳", "×"),
    ]
    for (from, to) in pairs {
      for unit in from.utf16 { folded[Int(unit)] = to.utf16.first ?? unit }
    }
    return folded
  }
}

/// Single units that rules name.
enum Unit {
  static func of(_ scalar: Unicode.Scalar) -> UInt16 { UInt16(truncatingIfNeeded: scalar.value) }
  static let space = of(" ")
  static let comma = of(",")
  static let point = of(".")
  static let colon = of(":")
  static let semicolon = of(";")
  static let stop = of("。")
  static let pause = of("、")
  static let dash = of("—")
  static let hyphen = of("-")
  static let tilde = of("~")
  static let percent = of("%")
  static let openBracket = of("(")
  static let closeBracket = of(")")
  static let openTitle = of("《")
  static let closeTitle = of("》")
  static let openInnerTitle = of("〈")
  static let closeInnerTitle = of("〉")
  static let openQuote = of("“")
  static let closeQuote = of("”")
  static let openSingle = of("‘")
  static let closeSingle = of("’")
  static let openYear = of("〔")
  static let closeYear = of("〕")
  static let openSquare = of("[")
  static let closeSquare = of("]")
  static let first = of("第")
  static let year = of("年")
  static let month = of("月")
  static let day = of("日")
  static let one = of("一")
  static let ten = of("十")
  static let number = of("号")
}
