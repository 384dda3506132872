import ReportModel

/// 错字搜寻: words with one character typed for another that sounds or looks alike.
///
/// A wrong character breaks a common word into rare single characters. Where the characters of a stretch belong to no word, a word that
/// differs in one character is tried in their place: it is proposed where the stretch becomes far likelier by it.
struct WrongCharacterSearch {
  /// A word proposed for what stands in the text.
  struct Proposal {
    /// What stands there.
    var range: Range<Int>
    /// The character that differs.
    var place: Int
    var right: [UInt16]
    /// By how many bits the text becomes likelier.
    var gain: Int
    /// How many it takes.
    var threshold: Int
    /// How many of these it takes because the word proposed is no common one.
    var rarity = 0
    /// Whether what stands there is a word, too.
    var isKnown = false

    /// Whether a character of the word was left out.
    var isLost: Bool { range.count == 1 }
  }

  private let lexicon: Lexicon
  private let prose: CheckProse

  init(_ lexicon: Lexicon, _ prose: CheckProse) {
    self.lexicon = lexicon
    self.prose = prose
  }

  /// All proposals, in the order of the text; of those that touch only the likeliest.
  func proposals() -> [Proposal] {
    let nearby = lexicon.nearby(forSearching: prose.units.count)
    return prose.units.withUnsafeBufferPointer { units in
      lexicon.pairs(of: units).withUnsafeBufferPointer { pairs in
        covered(units, pairs).withUnsafeBufferPointer { covered in
          var found: [Proposal] = []
          var lost = LostCharacters(lexicon, units, covered)
          var start = 0
          while start < units.count {
            guard isRead(start, units) else {
              start += 1
              continue
            }
            var end = start + 1
            while end < units.count, isRead(end, units), !prose.beginsParagraph(end) { end += 1 }
            if end - start > 1 {
              var run = CharacterRun(
                lexicon: lexicon, units: units, pairs: pairs, covered: covered, nearby: nearby,
                range: start..<end, isQuoted: prose.isQuoted(start))
              found += run.proposals()
              if !run.isQuoted { lost.look(in: start..<end) }
            }
            start = end
          }
          return found + lost.proposals()
        }
      }
    }
  }

  @inline(__always)
  private func isRead(_ index: Int, _ units: UnsafeBufferPointer<UInt16>) -> Bool {
    Mark.isBasicHan(units[index]) && prose.isRead(index)
  }

  /// For each character whether a word that is not rare holds it.
  private func covered(_ units: UnsafeBufferPointer<UInt16>, _ pairs: UnsafeBufferPointer<Lexicon.Pair>)
    -> [Bool]
  {
    var covered = [Bool](repeating: false, count: units.count)
    covered.withUnsafeMutableBufferPointer { covered in
      for index in pairs.indices {
        let pair = pairs[index]
        if pair.isWord, pair.bits <= Self.common {
          covered[index] = true
          covered[index + 1] = true
        }
        guard pair.beginsThree || pair.beginsFour else { continue }
        for length in 3...4 where index + length <= units.count {
          if let bits = lexicon.word(units, index, length), bits <= Self.common {
            for offset in 0..<length { covered[index + offset] = true }
          }
        }
      }
    }
    return covered
  }

  private static let common = 18
}
