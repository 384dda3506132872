/// XML 事件: what stands next in the document; nil for a name that the reader does not know.
public enum XMLEvent<Name: XMLName>: Hashable, Sendable {
  /// An element begins.
  case start(Name?)
  /// An element ends.
  case end(Name?)
  /// Text between tags; blanks between elements are text too.
  case text
}

/// XML 拉式读取: a part of a package, or bytes, read event by event; memory does not grow with the part.
///
/// A fault anywhere ends the reading with an error: whoever has seen `nil` has seen the whole part, to its
/// checksum. Attributes and text belong to the latest event.
///
/// ```swift
/// while let event = try reader.next() {
///   switch event {
///   case .start(.paragraph): style = reader[.style]
///   case .text: words += reader.text
///   default: break
///   }
/// }
/// ```
public final class XMLPullReader<Name: XMLName> {
  private let parser: XMLParser
  private let names: [Name?]
  private var source: Source
  private var position = 0
  private var current = XMLEventBuffer.Event(kind: .end, name: -1, from: 0, to: 0)
  private var finished = false
  private let chunk: UnsafeMutableRawBufferPointer

  private enum Source {
    case stream(PartStream)
    case bytes(ArraySlice<UInt8>)
  }

  /// Reads a part from its start.
  public convenience init(_ stream: PartStream) {
    self.init(.stream(stream), part: stream.part, limits: stream.package.limits)
  }

  /// Reads XML in memory; `part` names it in faults.
  public convenience init(_ bytes: [UInt8], part: String = "", limits: PackageLimits = PackageLimits()) {
    self.init(.bytes(bytes[...]), part: part, limits: limits)
  }

  private init(_ source: Source, part: String, limits: PackageLimits) {
    self.source = source
    parser = XMLParser(Name.self, part: part, limits: limits)
    names = Name.allCases.map(Optional.some)
    chunk = .allocate(byteCount: 32 << 10, alignment: 16)
  }

  deinit { chunk.deallocate() }

  /// The next event, or nil when the whole part was read and found sound.
  public func next() throws(PackageFault) -> XMLEvent<Name>? {
    guard let event = try step() else { return nil }
    let name = event.name < 0 ? nil : names[Int(event.name)]
    return switch event.kind {
    case .start: .start(name)
    case .end: .end(name)
    case .text: .text
    }
  }

  /// The value of an attribute of the element that begins here, or nil.
  public subscript(_ attribute: Name) -> String? {
    guard current.kind == .start else { return nil }
    let events = parser.events
    for index in Int(current.from)..<Int(current.to) {
      let found = events.pointee.attributes[index]
      if names[Int(found.name)] == attribute {
        return String(
          decoding: events.pointee.bytes[Int(found.from)..<Int(found.to)], as: UTF8.self)
      }
    }
    return nil
  }

  /// The text that stands here; "" if no text does.
  public var text: String { withText { String(decoding: $0, as: UTF8.self) } }

  /// The text that stands here as UTF-8, valid only inside `body`.
  public func withText<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
    guard current.kind == .text else { return try body(UnsafeBufferPointer(start: nil, count: 0)) }
    let (from, to) = (Int(current.from), Int(current.to))
    return try parser.events.pointee.bytes.withUnsafeBufferPointer {
      try body(UnsafeBufferPointer(rebasing: $0[from..<to]))
    }
  }

  /// Calls `body` with each known attribute of the element that begins here and its value as UTF-8, valid only
  /// inside.
  func forEachAttribute(_ body: (Name, UnsafeBufferPointer<UInt8>) -> Void) {
    guard current.kind == .start, current.from < current.to else { return }
    let events = parser.events
    events.pointee.bytes.withUnsafeBufferPointer { bytes in
      for index in Int(current.from)..<Int(current.to) {
        let found = events.pointee.attributes[index]
        guard let name = names[Int(found.name)] else { continue }
        body(name, UnsafeBufferPointer(rebasing: bytes[Int(found.from)..<Int(found.to)]))
      }
    }
  }

  /// The text of the element that begins here, its children's included, to its end.
  public func elementText() throws(PackageFault) -> String {
    var bytes: [UInt8] = []
    var depth = 1
    while depth > 0, let event = try step() {
      switch event.kind {
      case .start: depth += 1
      case .end: depth -= 1
      case .text: withText { bytes.append(contentsOf: $0) }
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Passes over the element that begins here, to its end.
  public func skipElement() throws(PackageFault) {
    var depth = 1
    while depth > 0, let event = try step() {
      switch event.kind {
      case .start: depth += 1
      case .end: depth -= 1
      case .text: break
      }
    }
  }

  private func step() throws(PackageFault) -> XMLEventBuffer.Event? {
    while position >= parser.events.pointee.events.count {
      guard !finished else { return nil }
      position = 0
      let count = try fill()
      try parser.feed(UnsafeRawBufferPointer(rebasing: chunk[..<count]))
      finished = count == 0
    }
    current = parser.events.pointee.events[position]
    position += 1
    return current
  }

  private func fill() throws(PackageFault) -> Int {
    switch source {
    case .stream(let stream): return try stream.read(into: chunk)
    case .bytes(let rest):
      let piece = rest.prefix(chunk.count)
      chunk.copyBytes(from: piece)
      source = .bytes(rest.dropFirst(piece.count))
      return piece.count
    }
  }
}
