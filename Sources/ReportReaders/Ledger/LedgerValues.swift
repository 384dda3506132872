import Foundation
import ReportModel
import YAMLTree

/// The values of a ledger's fields that are more than text.
extension LedgerMap {
  /// A whole number: 10, 十, 10项, 2021年, in full-width digits too.
  func integer(_ key: String) -> Int? {
    guard let text = text(key), let node = value(key) else { return nil }
    var folded = String(String.UnicodeScalarView(text.unicodeScalars.map(\.halfWidth)))
    for unit in ["年度", "年", "项", "个", "件"] where folded.hasSuffix(unit) {
      folded.removeLast(unit.count)
      break
    }
    folded = folded.trimmed
    if let number = Int(folded) ?? ChineseNumeral.value(of: folded), number >= 0 { return number }
    context.error("not-a-number", at: node, "“\(key)”应当是一个整数，写的是“\(text)”", remedy: "请只写数字，例如 10")
    return nil
  }

  /// A date that exists.
  func date(_ key: String) -> PartialDate? {
    guard let text = text(key), let node = value(key) else { return nil }
    switch PartialDate.read(text) {
    case .date(let date): return date
    case .impossible: impossible(text, node)
    case .notADate:
      context.error(
        "not-a-date", at: node, "“\(key)”应当是日期，写的是“\(text)”", remedy: "请写成 2021-05-20、2021-05 或 2021年5月20日")
    }
    return nil
  }

  /// A deadline; a date in it must exist.
  func deadline(_ key: String) -> Deadline? {
    guard let text = text(key), let node = value(key) else { return nil }
    if PartialDate.read(text) == .impossible { impossible(text, node) }
    return Deadline(wording: text)
  }

  private func impossible(_ text: String, _ node: YAMLNode) {
    context.error("no-such-date", at: node, "“\(text)”这一天不存在", remedy: "请核对年、月、日")
  }

  /// One of the words that a field knows.
  func choice<Choice: RawRepresentable & CaseIterable>(_ key: String, _ type: Choice.Type) -> Choice?
  where Choice.RawValue == String {
    guard let text = text(key), let node = value(key) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let words = Choice.allCases.map(\.rawValue)
    let near = nearestName(to: text, among: words)
    context.error(
      "unknown-value", at: node, "“\(key)”不能写“\(text)”" + (near.map { "，是否指“\($0)”？" } ?? ""),
      remedy: "可写：\(words.joined(separator: "、"))", replacement: near)
    return nil
  }

  /// One or several units: a list, or one text with 、 or line breaks between them.
  func units(_ key: String) -> [String] {
    texts(key).flatMap { entry in
      entry.text.unicodeScalars.split { scalar in
        let half = scalar.halfWidth
        return half == "," || half == ";" || scalar == "、" || scalar == "\n"
      }.map { String($0).trimmed }.filter { !$0.isEmpty }
    }
  }

  /// A figure: 25808, 20,000, 1.5万, 3-5, 91.4%, with the unit and the approximating word of their own fields.
  func quantity() -> Quantity? {
    guard let text = text("数值"), let node = value("数值") else { return nil }
    let unit = self.text("单位") ?? ""
    let approximation = choice("约数", Approximation.self)
    guard var quantity = FigureSpelling.read(text) else {
      context.error(
        "not-a-number", at: node, "“数值”应当是数字，写的是“\(text)”", remedy: "请写成 25808、1.5万、3-5 或 91.4%，单位写在“单位”一栏")
      return nil
    }
    if !unit.isEmpty { FigureSpelling.add(unit, to: &quantity) }
    quantity.approximation = approximation
    return quantity
  }
}

/// 数值: how a ledger writes a figure.
enum FigureSpelling {
  /// The figure of a text, or nil where it is none.
  static func read(_ text: String) -> Quantity? {
    let folded = String(
      String.UnicodeScalarView(text.unicodeScalars.map(\.halfWidth).filter { $0 != " " && $0 != "," }))
    let percent = folded.hasSuffix("%")
    let body = percent ? String(folded.dropLast()) : folded
    let ends = split(body)
    guard let last = ends.last, var end = single(last) else { return nil }
    end.unit = percent ? "%" : ""
    guard ends.count == 2, let start = single(ends[0], shift: end.shift) else {
      return ends.count == 1 ? end.quantity : nil
    }
    return Quantity(
      start.value, upperBound: end.value, unit: end.unit, precision: min(start.precision, end.precision))
  }

  /// Puts a unit behind a figure; 万 and 亿 before it are multiplied in.
  static func add(_ unit: String, to quantity: inout Quantity) {
    for (word, shift) in [("万", 4), ("亿", 8)] where unit.hasPrefix(word) && unit != word {
      quantity.value = scaled(quantity.value, shift)
      quantity.upperBound = quantity.upperBound.map { scaled($0, shift) }
      quantity.precision += shift
      quantity.unit = String(unit.dropFirst())
      return
    }
    quantity.unit = unit
  }

  private struct Single {
    var value: Decimal
    var precision: Int
    var shift: Int
    var unit = ""
    var quantity: Quantity { Quantity(value, unit: unit, precision: precision) }
  }

  /// The two ends of a range, or the one figure; a minus sign stands at the start.
  private static func split(_ text: String) -> [String] {
    for mark in ["—", "–", "~", "至", "-"] {
      let parts = text.components(separatedBy: mark)
      if parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty { return parts }
    }
    return [text]
  }

  private static func single(_ text: String, shift given: Int = 0) -> Single? {
    var digits = Substring(text)
    var shift = 0
    while let last = digits.last, let power = [Character("万"): 4, "亿": 8][last] {
      shift += power
      digits.removeLast()
    }
    if shift == 0 { shift = given }
    let point = digits.firstIndex(of: ".")
    let decimals = point.map { digits.distance(from: $0, to: digits.endIndex) - 1 } ?? 0
    guard let first = digits.first, let last = digits.last, first != ".", last != ".",
      digits.drop(while: { $0 == "-" }).allSatisfy({ $0 == "." || $0.isASCII && $0.isNumber }),
      digits.count(where: { $0 == "." }) <= 1, digits.count < 30,
      let value = Decimal(string: String(digits), locale: Locale(identifier: "en_US_POSIX"))
    else { return nil }
    return Single(value: scaled(value, shift), precision: shift - decimals, shift: shift)
  }

  private static func scaled(_ value: Decimal, _ shift: Int) -> Decimal {
    value * Decimal(sign: .plus, exponent: shift, significand: 1)
  }
}
