import ReportModel

/// One line of a ledger with its form put right, and the typed column of each of its scalars.
struct MendedLine {
  typealias Slip = LedgerSpelling.Slip

  private(set) var scalars: [Unicode.Scalar] = []
  var columns: [Int] = []
  private(set) var slips: [(Slip, column: Int)] = []
  private var rest: ArraySlice<Unicode.Scalar>
  private let first: Int

  var isChanged: Bool { !slips.isEmpty }

  init(_ line: ArraySlice<Unicode.Scalar>, tabWidth: Int, context: inout LedgerSpelling.Context) {
    rest = line
    first = line.startIndex
    scalars.reserveCapacity(line.count + 8)
    guard line.contains(where: { !$0.isBlank }), context.openQuote == nil else {
      if let quote = context.openQuote, Self.closes(quote, in: line) { context.openQuote = nil }
      keepRest()
      return
    }
    indent(tabWidth)
    if let literal = context.literalColumn {
      if scalars.count > literal {
        keepRest()
        return
      }
      context.literalColumn = nil
    }
    if rest.first?.halfWidth == "#" {
      keepHalfWidth(.wideComment)
      keepRest()
    } else if context.flowDepth > 0 {
      flow(&context)
    } else {
      block(&context)
    }
  }

  /// A line outside brackets: dashes, a key, a value.
  private mutating func block(_ context: inout LedgerSpelling.Context) {
    let isItem = dashes()
    let column = scalars.count
    if isItem || column <= context.keyColumn || context.valueIsEmpty { key(at: column, &context) }
    value(&context)
  }

  /// Blanks at the start of the line.
  private mutating func indent(_ tabWidth: Int) {
    while let scalar = rest.first, scalar.isBlank {
      switch scalar {
      case " ": keep(1)
      case "\t": replace(1, with: String(repeating: " ", count: tabWidth), .tab)
      case "\u{3000}": replace(1, with: "  ", .wideSpace)
      default: replace(1, with: " ", .wideSpace)
      }
    }
  }

  /// `- ` marks, with what may stand for them; whether there were any.
  private mutating func dashes() -> Bool {
    var found = false
    while rest.first?.halfWidth == "-" {
      let next = rest.dropFirst().first
      let blank = next.map(\.isBlank) ?? true
      guard blank || Self.knownKey(rest.dropFirst()) != nil else { return found }
      found = true
      if blank { keepHalfWidth(.wideDash) } else { replace(1, with: "- ", .wideDash) }
      while let scalar = rest.first, scalar.isBlank { keepBlank(scalar) }
    }
    return found
  }

  /// A key and its colon, where one stands here.
  private mutating func key(at column: Int, _ context: inout LedgerSpelling.Context) {
    guard let length = Self.keyLength(rest) else { return }
    let colon = rest[rest.startIndex + length]
    let next = rest.dropFirst(length + 1).first
    let known = Self.knownKey(rest) != nil
    // A half-width colon inside a value (12:30, http://…) is no key: only a known name mends a missing blank.
    guard colon != ":" || next.map(\.isBlank) ?? true || known else { return }
    context.keyColumn = column
    keep(length)
    separator(colon, next: next)
    context.valueIsEmpty = rest.isEmpty || rest.first == "#"
  }

  private mutating func separator(_ colon: Unicode.Scalar, next: Unicode.Scalar?) {
    let needsBlank = next.map { !$0.isBlank } ?? false
    if colon != ":" {
      replace(1, with: needsBlank ? ": " : ":", .wideColon)
    } else if needsBlank {
      replace(1, with: ": ", .missingBlank)
    } else {
      keep(1)
    }
    while let scalar = rest.first, scalar.isBlank { keepBlank(scalar) }
  }

  /// The value after a key or a dash: brackets, a literal text, an open quote, or plain words.
  private mutating func value(_ context: inout LedgerSpelling.Context) {
    switch rest.first?.halfWidth {
    case "|", ">":
      context.literalColumn = context.keyColumn
      keepRest()
    case "\"", "'":
      if let quote = rest.first, quote.isASCII, !Self.closes(quote, in: rest.dropFirst()) {
        context.openQuote = quote
      }
      keepRest()
    case "{", "[":
      flow(&context)
    default:
      noteComment()
      keepRest()
    }
  }

  /// A `#` behind a blank ends a plain value: where no blank follows it, it may have been meant as text.
  private mutating func noteComment() {
    for index in rest.indices.dropFirst().dropLast() where rest[index] == "#" && rest[index - 1].isBlank {
      if !rest[index + 1].isBlank { slips.append((.comment, index - first + 1)) }
      return
    }
  }

  /// A value in brackets: maps and lists on one line or several.
  private mutating func flow(_ context: inout LedgerSpelling.Context) {
    var mayBeKey = context.flowDepth > 0
    var quote: Unicode.Scalar?
    while let scalar = rest.first {
      if let open = quote {
        if scalar == open { quote = nil }
        keep(1)
        continue
      }
      switch scalar.halfWidth {
      case "\"", "'":
        if scalar.isASCII { quote = scalar }
        keep(1)
      case "{", "[":
        context.flowDepth += 1
        keepHalfWidth(.wideBracket)
        mayBeKey = true
        continue
      case "}", "]":
        context.flowDepth = max(0, context.flowDepth - 1)
        keepHalfWidth(.wideBracket)
      case "," where scalar == ",":
        keep(1)
        mayBeKey = true
        continue
      case "," where Self.knownKey(rest.dropFirst()) != nil:
        replace(1, with: ", ", .wideBracket)
        mayBeKey = true
        continue
      case _ where scalar.isBlank:
        keepBlank(scalar)
        continue
      case _ where mayBeKey:
        if let length = Self.knownKey(rest) {
          keep(length)
          separator(rest[rest.startIndex], next: rest.dropFirst().first)
        } else {
          keep(1)
        }
      default:
        keep(1)
      }
      mayBeKey = false
    }
  }

  /// Keeps a mark, in its half-width form.
  private mutating func keepHalfWidth(_ slip: Slip) {
    guard let scalar = rest.first else { return }
    if scalar.isASCII { keep(1) } else { replace(1, with: String(Character(scalar.halfWidth)), slip) }
  }

  private mutating func keepBlank(_ scalar: Unicode.Scalar) {
    if scalar == " " || scalar == "\t" { keep(1) } else { replace(1, with: " ", .wideSpace) }
  }

  private mutating func keep(_ count: Int) {
    for _ in 0..<count {
      columns.append(rest.startIndex - first + 1)
      scalars.append(rest.removeFirst())
    }
  }

  private mutating func keepRest() { keep(rest.count) }

  private mutating func replace(_ count: Int, with text: String, _ slip: Slip) {
    let column = rest.startIndex - first + 1
    slips.append((slip, column))
    for scalar in text.unicodeScalars {
      scalars.append(scalar)
      columns.append(column)
    }
    rest.removeFirst(count)
  }

  /// The length of what stands before a colon, if it can be a key: short, without marks of prose.
  private static func keyLength(_ text: ArraySlice<Unicode.Scalar>) -> Int? {
    for (length, scalar) in text.prefix(24).enumerated() {
      if scalar.halfWidth == ":" { return length > 0 ? length : nil }
      if "\"'{}[],;!?。、《》“”#&".unicodeScalars.contains(scalar.halfWidth) { return nil }
    }
    return nil
  }

  /// The length of a known key that a colon follows.
  private static func knownKey(_ text: ArraySlice<Unicode.Scalar>) -> Int? {
    guard let length = keyLength(text) else { return nil }
    let name = String(String.UnicodeScalarView(text.prefix(length)))
    return LedgerSchema.allNames.contains(LedgerSchema.normalized(name)) ? length : nil
  }

  private static func closes(_ quote: Unicode.Scalar, in text: ArraySlice<Unicode.Scalar>) -> Bool {
    var escaped = false
    for scalar in text {
      if escaped {
        escaped = false
      } else if scalar == "\\" && quote == "\"" {
        escaped = true
      } else if scalar == quote {
        return true
      }
    }
    return false
  }
}

extension Unicode.Scalar {
  /// A space, a tab, or what Chinese keyboards and web pages put in their place.
  fileprivate var isBlank: Bool {
    self == " " || self == "\t" || self == "\u{3000}" || self == "\u{A0}" || self == "\u{200B}"
      || self == "\u{FEFF}"
  }
}
