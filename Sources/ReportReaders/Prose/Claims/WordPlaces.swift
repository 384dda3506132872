/// 词位: which of the tables that claims and delays are read by may have words in a stretch. The first two letters of all words
/// are looked for in one pass, so that a table is searched only where one of its words may begin.
struct WordPlaces {
  /// The tables. What they hold for is told where they stand.
  enum Cue: Int, CaseIterable {
    case tasks, outputs, issuedOutputs, domains, completed, putOffTasks, open, questions, carriedOver,
      oneByOne, plans
    case cumulative, bearers
    case delayed, stuck, endings, ended, introducing, reasons, explaining, because, clauseBecause, dating,
      untilWords, newDates
    case labels, meetings, approvalLeads, aboutAll, afterCause, each, namedNumbers

    @inline(__always)
    var words: WordTable<Bool> {
      switch self {
      case .tasks: ClaimWords.tasks
      case .outputs: ClaimWords.outputs
      case .issuedOutputs: ClaimWords.issuedOutputs
      case .domains: ClaimWords.domains
      case .completed: ClaimWords.completed
      case .putOffTasks: ClaimWords.delayed
      case .open: ClaimWords.open
      case .questions: ClaimWords.questions
      case .carriedOver: ClaimWords.carriedOver
      case .oneByOne: ClaimWords.oneByOne
      case .plans: ClaimWords.plans
      case .cumulative: ClaimWords.cumulative
      case .bearers: ClaimWords.bearers
      case .delayed: DelayReading.delayed
      case .stuck: DelayReading.stuck
      case .endings: DelayReading.endings
      case .ended: DelayReading.ended
      case .introducing: DelayReading.introducing
      case .reasons: DelayReading.reasons
      case .explaining: DelayReading.explaining
      case .because: DelayReading.because
      case .clauseBecause: DelayReading.clauseBecause
      case .dating: DelayReading.dating
      case .untilWords: DelayReading.untilWords
      case .newDates: DelayReading.newDates
      case .labels: DelayReading.labels
      case .meetings: DelayReading.meetings
      case .approvalLeads: DelayReading.approvalLeads
      case .aboutAll: DelayReading.aboutAll
      case .afterCause: DelayReading.afterCause
      case .each: DelayReading.each
      case .namedNumbers: DelayReading.namedNumbers
      }
    }
  }

  let units: UnsafeBufferPointer<UInt16>
  /// For each eight characters the tables of which words may begin there, a bit for each; `unread` where nobody has looked.
  private var blocks: [UInt64]

  init(units: UnsafeBufferPointer<UInt16>) {
    self.units = units
    blocks = Array(repeating: Self.unread, count: units.count / 8 + 1)
  }

  /// Looks for the words of all tables in a stretch. One that nobody has looked at may hold any word.
  mutating func read(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    Self.letters.withUnsafeBufferPointer { letters in
      for block in range.lowerBound / 8...(range.upperBound - 1) / 8 where blocks[block] == Self.unread {
        let last = min(block * 8 + 8, units.count)
        var letter = letters[Int(units[block * 8] & Self.mask)]
        var found: UInt64 = 0
        for index in block * 8 + 1..<last {
          let next = letters[Int(units[index] & Self.mask)]
          found |= letter.first & next.second | letter.only
          letter = next
        }
        let beyond = last < units.count ? letters[Int(units[last] & Self.mask)].second : 0
        blocks[block] = found | letter.first & beyond | letter.only
      }
    }
  }

  /// The first word of a table in a stretch, and where it stands.
  @inline(__always)
  func first(_ cue: Cue, in range: Range<Int>) -> (range: Range<Int>, meaning: Bool)? {
    guard let start = start(of: cue, in: range) else { return nil }
    return cue.words.first(in: start..<range.upperBound, of: units)
  }

  /// The last word of a table in a stretch, and where it stands.
  @inline(__always)
  func last(_ cue: Cue, in range: Range<Int>) -> (range: Range<Int>, meaning: Bool)? {
    guard let start = start(of: cue, in: range) else { return nil }
    return cue.words.last(in: start..<range.upperBound, of: units)
  }

  /// The place in a stretch before which no word of a table begins; nil where it holds none.
  private func start(of cue: Cue, in range: Range<Int>) -> Int? {
    guard !range.isEmpty else { return nil }
    let bit = Self.bit(of: cue)
    var block = range.lowerBound &>> 3
    while block &<< 3 < range.upperBound {
      if blocks[block] & bit != 0 { return max(range.lowerBound, block &<< 3) }
      block &+= 1
    }
    return nil
  }

  private static let unread = UInt64.max
  private static func bit(of cue: Cue) -> UInt64 { 1 &<< UInt64(truncatingIfNeeded: cue.rawValue) }

  /// The tables of which a character is the first letter of a longer word, the second letter, or a word by itself.
  private struct Letter {
    var first: UInt64 = 0
    var second: UInt64 = 0
    var only: UInt64 = 0
  }

  /// Characters are told apart by their lower bits: two that share a place are taken for one another, which costs a search and no more.
  private static let mask: UInt16 = 4095
  private static let letters: [Letter] = {
    var letters = [Letter](repeating: Letter(), count: Int(mask) + 1)
    for cue in Cue.allCases {
      for (letter, depth, isWord) in cue.words.letters {
        let place = Int(letter & mask)
        if depth == 2 { letters[place].second |= bit(of: cue) } else { letters[place].first |= bit(of: cue) }
        if depth == 1, isWord { letters[place].only |= bit(of: cue) }
      }
    }
    return letters
  }()
}
