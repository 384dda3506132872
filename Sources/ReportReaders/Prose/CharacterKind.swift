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
    for unit in [0..<0x20, 0x7F..<0xA0].joined() { folded[unit] = 0x20 }
    for unit in 0xFF01...0xFF5E { folded[unit] = UInt16(unit - 0xFEE0) }
    let pairs: [(String, String)] = [
      ("\u{3000}\u{A0}\t\r\n\u{B}\u{C}\u{2002}\u{2003}\u{2009}\u{200B}\u{FEFF}\u{2028}\u{2029}", " "),
      ("「『〝", "“"),
      ("」』〞", "”"), ("━―─", "—"), ("﹣－–‐‑−", "-"), ("～〜∼", "~"), ("﹪", "%"), ("﹐", ","), ("．﹒", "."),
      ("○", "〇"),
      ("﹔", ";"), ("﹕", ":"), ("［", "["), ("］", "]"), ("｡", "。"), ("､", "、"), ("⟨", "〈"), ("⟩", "〉"),
      ("〖", "【"),
      ("〗", "】"), ("﹙", "("), ("﹚", ")"), ("✕╳", "×"),
    ]
    for (from, to) in pairs {
      for unit in from.utf16 { folded[Int(unit)] = to.utf16.first ?? unit }
    }
    return folded
  }
}

/// Single units that rules name; computed, since constants cost a check at every use in the loops over the text.
enum Unit {
  @inline(__always)
  static func of(_ scalar: Unicode.Scalar) -> UInt16 { UInt16(truncatingIfNeeded: scalar.value) }
  static var space: UInt16 { of(" ") }
  static var comma: UInt16 { of(",") }
  static var point: UInt16 { of(".") }
  static var colon: UInt16 { of(":") }
  static var semicolon: UInt16 { of(";") }
  static var stop: UInt16 { of("。") }
  static var pause: UInt16 { of("、") }
  static var dash: UInt16 { of("—") }
  static var hyphen: UInt16 { of("-") }
  static var tilde: UInt16 { of("~") }
  static var percent: UInt16 { of("%") }
  static var openBracket: UInt16 { of("(") }
  static var closeBracket: UInt16 { of(")") }
  static var openTitle: UInt16 { of("《") }
  static var closeTitle: UInt16 { of("》") }
  static var openInnerTitle: UInt16 { of("〈") }
  static var closeInnerTitle: UInt16 { of("〉") }
  static var openQuote: UInt16 { of("“") }
  static var closeQuote: UInt16 { of("”") }
  static var openSingle: UInt16 { of("‘") }
  static var closeSingle: UInt16 { of("’") }
  static var openYear: UInt16 { of("〔") }
  static var closeYear: UInt16 { of("〕") }
  static var openSquare: UInt16 { of("[") }
  static var closeSquare: UInt16 { of("]") }
  static var first: UInt16 { of("第") }
  static var year: UInt16 { of("年") }
  static var month: UInt16 { of("月") }
  static var day: UInt16 { of("日") }
  static var one: UInt16 { of("一") }
  static var ten: UInt16 { of("十") }
  static var number: UInt16 { of("号") }
}
