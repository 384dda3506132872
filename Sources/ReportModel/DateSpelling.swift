/// What a text is when read as a date.
public enum DateReading: Hashable, Sendable {
  /// A date that exists.
  case date(PartialDate)
  /// Written like a date, but no such day is in the calendar.
  case impossible
  /// Not written like a date.
  case notADate
}

extension PartialDate {
  /// Reads a date in any usual spelling: 2021-05-20, 2021.5, 2021/5/20, 20210520, 2021年5月20日, 2021年, in full-width digits too.
  public static func read(_ text: String) -> DateReading {
    var numbers: [(value: Int, digits: Int)] = []
    var marks: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars where !scalar.isBlank {
      if let digit = scalar.halfWidth.decimalDigit {
        if numbers.count == marks.count {
          numbers.append((digit, 1))
        } else {
          let last = numbers[numbers.count - 1]
          guard last.digits < 8 else { return .notADate }
          numbers[numbers.count - 1] = (last.value * 10 + digit, last.digits + 1)
        }
      } else {
        guard "年月日号-./—–".unicodeScalars.contains(scalar.halfWidth), marks.count == numbers.count - 1 else {
          return .notADate
        }
        marks.append(scalar.halfWidth)
      }
    }
    return read(numbers, marks)
  }

  private static func read(_ numbers: [(value: Int, digits: Int)], _ marks: [Unicode.Scalar]) -> DateReading {
    guard let first = numbers.first, numbers.count <= 3 else { return .notADate }
    if numbers.count == 1, first.digits == 8, marks.isEmpty {
      return existing(first.value / 10_000, first.value / 100 % 100, first.value % 100)
    }
    guard first.digits == 4, marks.count >= numbers.count - 1, fits(marks, numbers.count) else {
      return .notADate
    }
    return existing(
      first.value, numbers.count > 1 ? numbers[1].value : nil, numbers.count > 2 ? numbers[2].value : nil)
  }

  /// 年 月 日 in that order, or one and the same separator between the numbers.
  private static func fits(_ marks: [Unicode.Scalar], _ count: Int) -> Bool {
    guard let first = marks.first else { return true }
    if first == "年" {
      return zip(marks, ["年", "月", "日"] as [Unicode.Scalar]).allSatisfy {
        $0 == $1 || ($1 == "日" && $0 == "号")
      }
    }
    return marks.count == count - 1 && marks.allSatisfy { $0 == first && !"月日号".unicodeScalars.contains($0) }
  }

  private static func existing(_ year: Int, _ month: Int?, _ day: Int?) -> DateReading {
    PartialDate(year: year, month: month, day: day).map(DateReading.date) ?? .impossible
  }
}

extension Deadline {
  /// Reads a deadline in any usual spelling: a date, 9月底, 三季度, 2021年第三季度, 年底前, 上半年, 长期. Words that are not understood
  /// are kept.
  public init(wording: String) {
    let folded = String(
      String.UnicodeScalarView(
        wording.unicodeScalars.lazy.map(\.halfWidth).filter { !$0.isBlank }))
    self.init(wording: wording, meaning: Self.meaning(of: folded))
  }

  private static func meaning(of text: String) -> Meaning {
    if longTerm.contains(text) { return .longTerm }
    var rest = Substring(text)
    for ending in ["完成", "前", "之前", "以前", "底", "末", "份"] where rest.hasSuffix(ending) && rest != "年\(ending)"
    {
      guard !["年底", "年末"].contains(where: rest.hasSuffix) else { break }
      rest.removeLast(ending.count)
    }
    if case .date(let date) = PartialDate.read(String(rest)) { return .date(date) }
    var year: Int?
    if let mark = rest.firstIndex(of: "年"), case .date(let date) = PartialDate.read(String(rest[...mark])) {
      year = date.year
      rest = rest[rest.index(after: mark)...]
      if rest == "底" || rest == "末" { return .yearEnd(year: year) }
    }
    if rest.hasSuffix("月"),
      let month = Int(rest.dropLast()) ?? ChineseNumeral.value(of: String(rest.dropLast())),
      (1...12).contains(month)
    {
      return year.flatMap { PartialDate(year: $0, month: month) }.map(Meaning.date) ?? .month(month)
    }
    return words[String(rest)]?(year) ?? .unknown
  }

  private static let longTerm: Set<String> = ["长期", "长期坚持", "长期推进", "持续推进", "常态化", "常态化推进"]

  private static let words: [String: @Sendable (Int?) -> Meaning] = {
    var words: [String: @Sendable (Int?) -> Meaning] = [:]
    for word in ["年底", "年末", "年终", "全年", "年内", "本年底", "今年底", "当年底"] { words[word] = { .yearEnd(year: $0) } }
    for word in ["上半年", "年中"] { words[word] = { .firstHalf(year: $0) } }
    for word in ["下半年"] { words[word] = { .yearEnd(year: $0) } }
    for (index, names) in [["一", "1"], ["二", "2"], ["三", "3"], ["四", "4"]].enumerated() {
      for name in names {
        for word in ["\(name)季度", "第\(name)季度", "Q\(name)", "\(name)季"] {
          words[word] = { .quarter(index + 1, year: $0) }
        }
      }
    }
    return words
  }()
}
