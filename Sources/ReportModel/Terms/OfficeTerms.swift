/// 核对用词表: the word lists that an office may edit, as `Templates/` holds them.
public struct OfficeTerms: Hashable, Sendable {
  /// 易混词: words that are right elsewhere and wrong in some contexts.
  public var confusables: [Confusable]
  /// 错字: spellings that are wrong wherever they stand, with the right ones.
  public var misspellings: [Misspelling]
  /// 叠词: words in which a character stands doubled by right.
  public var reduplications: [String]
  /// 同音字: groups of characters that sound alike.
  public var homophones: [String]
  /// 本单位常用的词: words and set phrases of the trade that dictionaries lack, as `office-words.txt` holds them (UTF-8): parted by blanks and
  /// lines, those that begin with # aside.
  public var phrases: [UInt8]
  /// 通用词表: the words of the language with their frequencies, as `lexicon.txt` holds them (UTF-8).
  public var lexicon: [UInt8]
  /// 易错字表: characters that sound or look alike, as `characters.txt` holds them (UTF-8).
  public var lookAlikes: [UInt8]
  /// 固定提法: set phrases and full names of which no character changes, without marks.
  public var setPhrases: [String]
  /// 旧提法: set phrases that later ones replaced.
  public var stalePhrases: [StalePhrase]
  /// 行政区划: names of districts, counties and cities.
  public var divisions: [AdministrativeDivision]

  /// Lists without entries.
  public init() {
    confusables = []
    misspellings = []
    reduplications = []
    homophones = []
    phrases = []
    lexicon = []
    lookAlikes = []
    setPhrases = []
    stalePhrases = []
    divisions = []
  }
}

/// 易混词: a word that is wrong in a context.
public struct Confusable: Hashable, Sendable {
  /// 误: what stands there.
  public var wrong: String
  /// 正: what is meant.
  public var right: String
  /// 紧前: words one of which stands right before it.
  public var before: [String]
  /// 紧后: words one of which stands right behind it.
  public var after: [String]
  /// 句中: words one of which stands in the same clause.
  public var near: [String]
  /// 句首: whether it must begin its clause.
  public var opensClause: Bool
  /// 除非: words that excuse it where they overlap or touch it.
  public var unless: [String]
  /// 句中无: words that excuse it anywhere in its sentence.
  public var without: [String]
  /// 说明: why, where the pair alone does not say.
  public var note: String?
  /// 存疑: whether a person must decide (a note, not a warning).
  public var isDoubtful: Bool
  /// 错例: a sentence in which it must be found.
  public var wrongExample: String
  /// 对例: a sentence in which it must not be found.
  public var rightExample: String

  /// A word that is wrong in a context; without a context it is wrong everywhere.
  public init(wrong: String, right: String, wrongExample: String, rightExample: String) {
    self.wrong = wrong
    self.right = right
    self.before = []
    self.after = []
    self.near = []
    self.opensClause = false
    self.unless = []
    self.without = []
    self.isDoubtful = false
    self.wrongExample = wrongExample
    self.rightExample = rightExample
  }
}

/// 错字: a spelling that is no word.
public struct Misspelling: Hashable, Sendable {
  /// What stands there.
  public var wrong: String
  /// The word that is meant.
  public var right: String

  /// A spelling and the word that is meant.
  public init(wrong: String, right: String) {
    self.wrong = wrong
    self.right = right
  }
}

/// 旧提法: a set phrase that was replaced.
public struct StalePhrase: Hashable, Sendable {
  /// The phrase.
  public var phrase: String
  /// What stands in its place now.
  public var current: String
  /// The first year whose reports should no longer use it, or the month from which on it looks ahead to what is over.
  public var since: PartialDate
  /// Words that excuse it where they stand around it (a title, a history).
  public var unless: [String]

  /// A phrase and what replaced it.
  public init(phrase: String, current: String, since: PartialDate, unless: [String] = []) {
    self.phrase = phrase
    self.current = current
    self.since = since
    self.unless = unless
  }
}

/// 行政区划: a division of county level or above (GB/T 2260).
public struct AdministrativeDivision: Hashable, Sendable {
  /// The six-digit code; the first two name the province, the first four the city.
  public var code: Int
  /// The name.
  public var name: String

  /// A division.
  public init(code: Int, name: String) {
    self.code = code
    self.name = name
  }
}
