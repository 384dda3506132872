import ReportModel

/// The places of a paragraph at which something may begin or end. They are found in one pass, so that no later reading has to
/// look at every character again: three of four are plain words to all of them.
struct Landmarks {
  /// Room for each of the three lists, one behind the other; kept from paragraph to paragraph.
  private var places: [Int32] = []
  private var room = 0
  private var counts = (marks: 0, starts: 0, cues: 0)

  /// Punctuation: ends of sentences and clauses, brackets, quotation marks.
  var marks: ArraySlice<Int32> { places[..<counts.marks] }
  /// Characters that may begin a figure, a time or a name.
  var starts: ArraySlice<Int32> { places[room..<room + counts.starts] }
  /// Characters that may begin a word about faults or delays.
  var cues: ArraySlice<Int32> { places[2 * room..<2 * room + counts.cues] }

  /// Finds the places of one paragraph.
  mutating func read(_ range: Range<Int>, of units: UnsafeBufferPointer<UInt16>) {
    if room < range.count {
      room = range.count
      places = Array(repeating: 0, count: 3 * room)
    }
    let (starts, cues) = (room, 2 * room)
    counts = Self.classes.withUnsafeBufferPointer { classes in
      places.withUnsafeMutableBufferPointer { places in
        var found = (marks: 0, starts: 0, cues: 0)
        for index in range {
          let place = Int32(truncatingIfNeeded: index)
          let which = classes[Int(units[index])]
          // Written always and counted where it is one: guessing wrong at a branch would cost more.
          places[found.marks] = place
          places[starts &+ found.starts] = place
          places[cues &+ found.cues] = place
          found.marks &+= Int(which & 1)
          found.starts &+= Int(which >> 1 & 1)
          found.cues &+= Int(which >> 2)
        }
        return found
      }
    }
  }

  /// For each unit of the basic plane the lists that it belongs to: 1 marks, 2 starts, 4 cues.
  private static let classes: [UInt8] = {
    var classes = CharacterTable.shared.kinds.map { kind -> UInt8 in
      switch CharacterKind(rawValue: kind) {
      case .sentenceEnd, .clauseMark, .opener, .closer: 1
      case .digit, .chineseDigit, .chineseScale, .trigger: 2
      default: 0
      }
    }
    for unit in SectionRoleWords.faults.firstLetters + DelayReading.cues.firstLetters {
      classes[Int(unit)] |= 4
    }
    return classes
  }()
}
