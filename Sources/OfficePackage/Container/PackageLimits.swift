/// 读取上限: how far a package may go before it is taken for a bomb.
///
/// Sizes are counted while unpacking; what the package says of itself is never believed.
public struct PackageLimits: Hashable, Sendable {
  /// The largest file, packed, in bytes.
  public var packedBytes = 256 << 20
  /// The most entries; Word files with hundreds of pictures have some hundreds.
  public var entries = 10_000
  /// The largest list of entries, in bytes.
  public var directoryBytes = 4 << 20
  /// The most bytes unpacked from one package in all. A sheet of a million formatted empty rows and ten
  /// columns has some 250 MB.
  public var unpackedBytes = 1 << 30
  /// How many times its packed size a part may grow, once it is past `ratioFloor`; XML reaches 100 at most.
  public var ratio = 300
  /// The size in bytes below which the ratio does not count.
  public var ratioFloor = 16 << 20
  /// The deepest nesting of XML elements; Word documents reach some 40.
  public var depth = 256
  /// The largest piece of XML that must be held whole (a tag, a comment), in bytes.
  public var tokenBytes = 4 << 20
  /// The most bytes of different names of elements and attributes in one part; all of Office has some 60,000.
  public var nameBytes = 1 << 20

  /// The limits for reports and ledgers.
  public init() {}
}
