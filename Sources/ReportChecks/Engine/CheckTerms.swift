public import ReportModel

/// 词表(备查): the office's word lists, laid out for looking up.
public struct CheckTerms: Sendable {
  /// The lists themselves.
  public let lists: OfficeTerms
  let confusables: PhraseTable
  let misspellings: PhraseTable
  let doublings: PhraseTable
  let stalePhrases: PhraseTable
  let divisions: DivisionNames

  /// Lays word lists out.
  public init(_ lists: OfficeTerms) {
    self.lists = lists
    confusables = PhraseTable(lists.confusables.map(\.wrong))
    misspellings = PhraseTable(lists.misspellings.map(\.wrong))
    doublings = PhraseTable(lists.doublings)
    stalePhrases = PhraseTable(lists.stalePhrases.map(\.phrase))
    divisions = DivisionNames(lists.divisions)
  }

  /// No lists: the checks that need them stay silent.
  public static let none = CheckTerms(OfficeTerms())
}

/// 行政区划名称: divisions by their names.
struct DivisionNames: Sendable {
  /// The names, each once.
  let names: [String]
  /// The codes that share a name, in the order of `names`.
  let codes: [[Int]]
  /// The names, for finding them in a text.
  let table: PhraseTable
  private let byCode: [Int: String]

  init(_ divisions: [AdministrativeDivision]) {
    var places: [String: Int] = [:]
    var names: [String] = []
    var codes: [[Int]] = []
    var byCode: [Int: String] = [:]
    for division in divisions {
      byCode[division.code] = division.name
      if let place = places[division.name] {
        codes[place].append(division.code)
      } else {
        places[division.name] = names.count
        names.append(division.name)
        codes.append([division.code])
      }
    }
    self.names = names
    self.codes = codes
    self.byCode = byCode
    table = PhraseTable(names)
  }

  /// The name of a code.
  func name(_ code: Int) -> String? { byCode[code] }
}
