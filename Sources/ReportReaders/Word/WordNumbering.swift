import OfficePackage

/// Word 自动编号: the numbers that Word shows before paragraphs and the text of the file does not hold.
///
/// Paragraphs are numbered in the order of the document; lists made from one pattern count on together, a deeper
/// level starts anew after a higher one (ISO/IEC 29500-1, 17.9).
struct WordNumbering {
  private struct Level {
    var start = 1
    var format = "decimal"
    var text = ""
    /// The level whose number starts this one anew: 0 none, else counted from 1; nil for every higher one.
    var restart: Int?
    var isLegal = false
    var style: String?
  }

  private struct Pattern {
    var levels: [Int: Level] = [:]
    var styleLink: String?
    var numberStyleLink: String?
  }

  private struct List {
    var pattern: Int?
    var levels: [Int: Level] = [:]
    var starts: [Int: Int] = [:]
  }

  private static let deepest = 8

  private var patterns: [Int: Pattern] = [:]
  private var lists: [Int: List] = [:]
  /// The numbers reached, by pattern and level.
  private var reached: [Int: [Int: Int]] = [:]
  /// Lists whose own start has been used, by level.
  private var started: Set<[Int]> = []

  /// No lists.
  init() {}

  /// Reads `numbering.xml`.
  init(_ reader: WordXML) throws(PackageFault) {
    var pattern: Int?
    var list: Int?
    var level = 0
    while let event = try reader.next() {
      switch event {
      case .start(.abstractNumber):
        pattern = reader[.abstractID].flatMap { Int($0) }
        if let pattern { patterns[pattern] = Pattern() }
      case .end(.abstractNumber): pattern = nil
      case .start(.number):
        list = reader[.numberID].flatMap { Int($0) }
        if let list { lists[list] = List() }
      case .end(.number): list = nil
      case .start(.numberingChange): try reader.skipElement()
      case .start(.abstractID):
        if let list { lists[list]?.pattern = reader.number }
      case .start(.styleLink):
        if let pattern { patterns[pattern]?.styleLink = reader[.value] }
      case .start(.numberStyleLink):
        if let pattern { patterns[pattern]?.numberStyleLink = reader[.value] }
      case .start(.levelOverride): level = Self.level(reader)
      case .start(.startOverride):
        if let list { lists[list]?.starts[level] = reader.number }
      case .start(.levelDefinition):
        level = Self.level(reader)
        let definition = try Self.definition(reader)
        if let list {
          lists[list]?.levels[level] = definition
        } else if let pattern {
          patterns[pattern]?.levels[level] = definition
        }
      default: break
      }
    }
  }

  private static func level(_ reader: WordXML) -> Int { reader[.level].flatMap { Int($0) } ?? 0 }

  private static func definition(_ reader: WordXML) throws(PackageFault) -> Level {
    var level = Level()
    while let event = try reader.next(), event != .end(.levelDefinition) {
      switch event {
      case .start(.start): level.start = reader.number ?? 1
      case .start(.format): level.format = reader[.value] ?? "decimal"
      case .start(.levelText): level.text = reader[.value] ?? ""
      case .start(.levelRestart): level.restart = reader.number
      case .start(.legal): level.isLegal = reader.isOn
      case .start(.paragraphStyle): level.style = reader[.value]
      default: break
      }
    }
    return level
  }

  /// Counts a paragraph and returns the number that Word shows before it; "" for a bullet or none.
  ///
  /// A style that names a list does not always name the level: then the level that names the style counts.
  mutating func next(list id: Int, level: Int?, style: String?) -> String {
    guard let (key, pattern) = pattern(of: id), let list = lists[id] else { return "" }
    let named = style.flatMap { style in pattern.levels.first { $0.value.style == style }?.key }
    let level = min(max(level ?? named ?? 0, 0), Self.deepest)
    func definition(_ level: Int) -> Level { list.levels[level] ?? pattern.levels[level] ?? Level() }

    var numbers = reached[key] ?? [:]
    if let start = list.starts[level], started.insert([id, level]).inserted {
      numbers[level] = start
    } else {
      numbers[level] = numbers[level].map { $0 &+ 1 } ?? definition(level).start
    }
    // A list that begins with a deeper level has used up the first number of each higher one.
    for higher in 0..<level where numbers[higher] == nil { numbers[higher] = definition(higher).start }
    for deeper in (level + 1)..<(Self.deepest + 2) where numbers[deeper] != nil {
      let restart = definition(deeper).restart
      if restart != 0, restart.map({ level < $0 }) ?? true { numbers[deeper] = nil }
    }
    reached[key] = numbers

    let own = definition(level)
    guard own.format != "bullet" else { return "" }
    var text = ""
    var rest = own.text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "%", let digit = rest.first.flatMap({ Int(String($0)) }), (1...9).contains(digit) else {
        text.unicodeScalars.append(scalar)
        continue
      }
      rest.removeFirst()
      let source = definition(digit - 1)
      let format = own.isLegal && source.format != "none" ? "decimal" : source.format
      text += WordNumberFormat.text(numbers[digit - 1] ?? source.start, format: format) ?? ""
    }
    // Word sets a tab or a blank here; only after a bare number would the text run into it.
    if let last = text.unicodeScalars.last, last.properties.isAlphabetic || last.properties.numericType != nil
    {
      text += " "
    }
    return text
  }

  /// The pattern of a list, also where it is kept in a list style.
  private func pattern(of id: Int) -> (key: Int, pattern: Pattern)? {
    guard let key = lists[id]?.pattern, let pattern = patterns[key] else { return nil }
    guard let link = pattern.numberStyleLink,
      let linked = patterns.first(where: { $0.value.styleLink == link })
    else { return (key, pattern) }
    return (linked.key, linked.value)
  }
}
