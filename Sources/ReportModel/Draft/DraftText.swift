/// 通文: the prose of a document as one run of characters, with the way back to its source.
///
/// Every scalar of the source's lines is one unit here, in the order of the source, without line breaks (a paragraph that
/// a column broke in two reads on) and without the blanks that set figures apart from their words (任务 41 项). `units` is folded (full-width letters, digits and punctuation to half-width, every
/// blank to a space), so that rules need one spelling only; `string(_:)` gives the source's own spelling.
public struct DraftText: Hashable, Sendable {
  /// A share of the run that stands in the source without a gap: a line, or a part of one between blanks that were dropped.
  public struct Segment: Hashable, Sendable {
    /// The first unit.
    public var start: Int
    /// The index of the block in the source.
    public var block: Int
    /// How many scalars of the block's text stand before the first unit.
    public var skipped: Int

    /// A segment.
    public init(start: Int, block: Int, skipped: Int) {
      self.start = start
      self.block = block
      self.skipped = skipped
    }
  }

  /// The document as it was read.
  public let source: SourceText
  /// The folded characters; one beyond the basic plane stands as U+FFFD.
  public let units: [UInt16]
  /// The segments, in order.
  public let segments: [Segment]
  private let originals: [UInt16]
  private let beyond: [Int: Unicode.Scalar]

  /// A run of characters; `originals` are the unfolded units, `beyond` the scalars that do not fit into one.
  public init(
    source: SourceText, units: [UInt16], originals: [UInt16], beyond: [Int: Unicode.Scalar],
    segments: [Segment]
  ) {
    precondition(units.count == originals.count)
    self.source = source
    self.units = units
    self.originals = originals
    self.beyond = beyond
    self.segments = segments
  }

  /// The number of units.
  public var count: Int { units.count }

  /// A stretch in the source's own spelling.
  public func string(_ range: Range<Int>) -> String {
    if beyond.isEmpty { return Self.text(of: originals[range]) }
    var scalars = String.UnicodeScalarView()
    for index in range {
      scalars.append(beyond[index] ?? Unicode.Scalar(originals[index]) ?? "\u{FFFD}")
    }
    return String(scalars)
  }

  /// Whether a unit was written otherwise than `units` has it.
  public func isFolded(_ index: Int) -> Bool { originals[index] != units[index] }

  /// A stretch as rules see it: folded.
  public func folded(_ range: Range<Int>) -> String {
    Self.text(of: units[range])
  }

  /// Characters of the basic plane as a text; `String(decoding:as:)` takes several times longer.
  private static func text(of units: ArraySlice<UInt16>) -> String {
    units.withUnsafeBufferPointer { units in
      String(unsafeUninitializedCapacity: units.count * 3) { bytes in
        var count = 0
        for unit in units {
          if unit < 0x80 {
            bytes[count] = UInt8(truncatingIfNeeded: unit)
            count += 1
          } else if unit < 0x800 {
            bytes[count] = UInt8(truncatingIfNeeded: 0xC0 | unit >> 6)
            bytes[count + 1] = UInt8(truncatingIfNeeded: 0x80 | unit & 0x3F)
            count += 2
          } else {
            bytes[count] = UInt8(truncatingIfNeeded: 0xE0 | unit >> 12)
            bytes[count + 1] = UInt8(truncatingIfNeeded: 0x80 | unit >> 6 & 0x3F)
            bytes[count + 2] = UInt8(truncatingIfNeeded: 0x80 | unit & 0x3F)
            count += 3
          }
        }
        return count
      }
    }
  }

  /// The segment that a unit belongs to.
  public func segment(at offset: Int) -> Segment? {
    let low = segments.prefixEnd { $0.start <= offset }
    return low == 0 ? nil : segments[low - 1]
  }

  /// Where a stretch stands in the source. One that runs over a break ends on the later line.
  public func place(_ range: Range<Int>) -> SourcePlace {
    guard let first = segment(at: range.lowerBound) else { return .file(source.file) }
    let from = range.lowerBound - first.start + first.skipped
    let block = source.blocks[first.block]
    let last = segment(at: max(range.lowerBound, range.upperBound - 1)) ?? first
    guard last.block != first.block else {
      let end = max(from, range.upperBound - last.start + last.skipped)
      return block.place(of: from..<end, in: source.file)
    }
    if block.isParagraph {
      let next =
        segments.firstIndex { $0.start > range.lowerBound && $0.block != first.block } ?? segments.count
      let own = segments[next - 1]
      let stop = next < segments.count ? segments[next].start : range.upperBound
      return block.place(of: from..<max(from, stop - own.start + own.skipped), in: source.file)
    }
    let ending = source.blocks[last.block]
    let end = range.upperBound - last.start + last.skipped
    return .text(
      file: source.file,
      TextSpan(
        line: block.number, column: block.offset + from + 1, endLine: ending.number,
        endColumn: ending.offset + end + 1))
  }
}
