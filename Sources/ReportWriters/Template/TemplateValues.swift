/// The values of one list item or of the report, under the names the engine knows. Values are marked, so that a text that looks like a heading
/// or has several lines cannot change the form of the report.
struct TemplateValues {
  /// Stands before every value; a control character that no reader lets through.
  static let mark: Unicode.Scalar = "\u{2}"
  /// Stands for a line break inside a value: each line is a paragraph of its own.
  static let lineBreak: Character = "\u{2029}"

  /// Stands for an empty line of the template.
  static let paragraphBreak: Unicode.Scalar = "\u{3}"

  let scope: TagCatalogue.Scope
  private(set) var engine: [String: Any] = [:]

  init(_ scope: TagCatalogue.Scope) { self.scope = scope }

  /// A text; nothing where it is missing or empty.
  mutating func set(_ name: String, _ text: String?) {
    guard let text, !text.isEmpty else { return }
    let lines = text.split(whereSeparator: \.isNewline).map { $0.trimming() }.filter { !$0.isEmpty }
    engine[TagCatalogue.engineName(name, in: scope)] =
      String(Self.mark) + lines.joined(separator: String(Self.lineBreak))
  }

  /// A number; `unlessZero` leaves zero out, so that the template's condition fails.
  mutating func set(_ name: String, _ number: Int?, unlessZero: Bool = false) {
    guard let number, !(unlessZero && number == 0) else { return }
    set(name, String(number))
  }

  /// A condition.
  mutating func set(_ name: String, _ condition: Bool) {
    engine[TagCatalogue.engineName(name, in: scope)] = condition
  }

  /// A list.
  mutating func set(_ items: [TemplateValues]) {
    guard let list = items.first?.scope else { return }
    engine[TagCatalogue.engineName(list.rawValue, in: scope)] = items.map(\.engine)
  }
}

extension StringProtocol {
  /// The text without white space at its ends.
  func trimming() -> String {
    var view = Substring(self)
    while let first = view.first, first.isWhitespace { view.removeFirst() }
    while let last = view.last, last.isWhitespace { view.removeLast() }
    return String(view)
  }

  /// The text as a sentence: with a full stop where it ends without a mark.
  func sentence() -> String {
    let text = trimming()
    guard let last = text.unicodeScalars.last else { return text }
    return "。!?…".unicodeScalars.contains(last.halfWidth) || text.hasSuffix("。”") ? text : text.phrase() + "。"
  }

  /// The text as part of a sentence: without a mark at its end.
  func phrase() -> String {
    var view = Substring(trimming())
    while let last = view.unicodeScalars.last, "。,;:、".unicodeScalars.contains(last.halfWidth) {
      view.removeLast()
    }
    return String(view)
  }
}
