public import ReportModel

/// 词表(备查): the office's word lists, laid out for looking up.
public struct CheckTerms: Sendable {
  /// The lists themselves.
  public let lists: OfficeTerms
  let confusables: PhraseTable
  let compiledConfusables: [CompiledConfusable]
  let misspellings: PhraseTable
  let reduplications: PhraseTable
  let sounds: SoundTable
  /// The words of the language, laid out when a text is first searched for wrong characters.
  let lexicon: OnDemand<Lexicon>
  let setPhrases: OnDemand<SetPhrases>
  let stalePhrases: PhraseTable
  let divisions: DivisionNames
  /// All tables that every text is searched for, in the order of `TermTable`.
  let tables: PhraseTables

  /// Lays word lists out.
  public init(_ lists: OfficeTerms) {
    self.lists = lists
    confusables = PhraseTable(lists.confusables.map(\.wrong))
    compiledConfusables = lists.confusables.map(CompiledConfusable.init)
    misspellings = PhraseTable(lists.misspellings.map(\.wrong))
    reduplications = PhraseTable(lists.reduplications)
    sounds = SoundTable(lists.homophones)
    lexicon = OnDemand {
      Lexicon(
        lists.lexicon, office: lists.phrases + Array("\n\(lists.reduplications.joined(separator: " "))".utf8),
        lookAlikes: LookAlikes(lists.lookAlikes))
    }
    setPhrases = OnDemand { SetPhrases(lists.setPhrases) }
    stalePhrases = PhraseTable(lists.stalePhrases.map(\.phrase))
    divisions = DivisionNames(lists.divisions)
    tables = PhraseTables([
      misspellings, confusables, stalePhrases, divisions.table, MixedSpellingCheck.table,
    ])
  }

  /// Lays out what is laid out on demand: to be done beside other work.
  public func layOut() { _ = lexicon.value }

  /// No lists: the checks that need them stay silent.
  public static let none = CheckTerms(OfficeTerms())
}

/// 词表之一: which table a phrase was found in.
enum TermTable: Int {
  case misspellings, confusables, stalePhrases, divisions, spellings
}

/// 行政区划名称: divisions by their names.
struct DivisionNames: Sendable {
  /// The names, each once; 芷江侗族自治县 by its short name, too: 芷江县.
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
    let shortened = divisions.compactMap { division in
      AutonomousNames.short(division.name).map { AdministrativeDivision(code: division.code, name: $0) }
    }
    for division in divisions { byCode[division.code] = division.name }
    for division in divisions + shortened {
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
