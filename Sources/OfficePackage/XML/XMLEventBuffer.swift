internal import CXML

/// 事件缓冲: what libxml2 reported of one piece of input, in flat arrays that are used over again.
///
/// The parser calls back with pointers that live only so long; names are turned into numbers and texts copied
/// into one run of bytes, so that no string is made for what nobody asks for.
struct XMLEventBuffer {
  enum Kind: UInt8 { case start, end, text }

  /// `name` counts the reader's names from 0; -1 is one it does not know. `from..<to` are attributes of a
  /// start, bytes of a text.
  struct Event {
    var kind: Kind
    var name: Int16
    var from: Int32
    var to: Int32
  }

  struct Attribute {
    var name: Int16
    var from: Int32
    var to: Int32
  }

  private(set) var events: [Event] = []
  private(set) var attributes: [Attribute] = []
  private(set) var bytes: [UInt8] = []
  /// Why the parser was stopped from here, if it was.
  private(set) var stopped: Stop?

  enum Stop { case declaration, depth }

  private let names: XMLNameTable
  private let deepest: Int
  private var depth = 0

  init(names: XMLNameTable, deepest: Int) {
    self.names = names
    self.deepest = deepest
  }

  mutating func clear() {
    events.removeAll(keepingCapacity: true)
    attributes.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
  }

  mutating func stop(_ reason: Stop) {
    if stopped == nil { stopped = reason }
  }

  /// `raw` holds five pointers for each attribute: local name, prefix, namespace, start and end of the value.
  mutating func start(
    _ local: UnsafePointer<xmlChar>, _ namespace: UnsafePointer<xmlChar>?, _ count: Int,
    _ raw: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    depth += 1
    if depth > deepest { stop(.depth) }
    let from = Int32(attributes.count)
    if let raw {
      for index in 0..<count {
        let at = raw + index * 5
        guard let local = at[0], let start = at[3], let end = at[4] else { continue }
        let name = names.number(local, at[2])
        guard name >= 0 else { continue }
        let range = keep(start, end - start)
        attributes.append(Attribute(name: name, from: range.from, to: range.to))
      }
    }
    events.append(
      Event(kind: .start, name: names.number(local, namespace), from: from, to: Int32(attributes.count)))
  }

  mutating func end(_ local: UnsafePointer<xmlChar>, _ namespace: UnsafePointer<xmlChar>?) {
    depth -= 1
    events.append(Event(kind: .end, name: names.number(local, namespace), from: 0, to: 0))
  }

  mutating func text(_ start: UnsafePointer<xmlChar>, _ count: Int) {
    let range = keep(start, count)
    // An entity splits a text: put the pieces together again.
    if let last = events.indices.last, events[last].kind == .text {
      events[last].to = range.to
    } else {
      events.append(Event(kind: .text, name: -1, from: range.from, to: range.to))
    }
  }

  private mutating func keep(_ start: UnsafePointer<xmlChar>, _ count: Int) -> (from: Int32, to: Int32) {
    let from = bytes.count
    bytes.append(contentsOf: UnsafeBufferPointer(start: start, count: count))
    return (Int32(truncatingIfNeeded: from), Int32(truncatingIfNeeded: bytes.count))
  }
}

/// 名称表: from libxml2's names to numbers.
///
/// libxml2 keeps each name once in its dictionary, so that two names are the same if their pointers are.
struct XMLNameTable {
  private struct Slot {
    var local: UnsafePointer<xmlChar>?
    var namespace: UnsafePointer<xmlChar>?
    var number: Int16 = -1
  }

  private var slots: [Slot]

  init<Name: XMLName>(_ type: Name.Type, dictionary: xmlDictPtr?) {
    var pairs: [(local: String, namespace: String?, number: Int16)] = []
    for (number, name) in Name.allCases.enumerated() {
      let parts = name.rawValue.split(separator: ":")
      guard parts.count == 2 else {
        pairs.append((name.rawValue, nil, Int16(number)))
        continue
      }
      for namespace in Name.namespaces[String(parts[0])] ?? [] {
        pairs.append((String(parts[1]), namespace, Int16(number)))
      }
    }
    var capacity = 16
    while capacity < pairs.count * 4 { capacity *= 2 }
    slots = Array(repeating: Slot(), count: capacity)
    for pair in pairs {
      let local = xmlDictLookup(dictionary, pair.local, -1)
      let namespace = pair.namespace.flatMap { xmlDictLookup(dictionary, $0, -1) }
      guard let local else { continue }
      var place = Self.hash(local, namespace) & (capacity - 1)
      while slots[place].local != nil { place = (place + 1) & (capacity - 1) }
      slots[place] = Slot(local: local, namespace: namespace, number: pair.number)
    }
  }

  func number(_ local: UnsafePointer<xmlChar>, _ namespace: UnsafePointer<xmlChar>?) -> Int16 {
    let mask = slots.count - 1
    var place = Self.hash(local, namespace) & mask
    while let known = slots[place].local {
      if known == local, slots[place].namespace == namespace { return slots[place].number }
      place = (place + 1) & mask
    }
    return -1
  }

  private static func hash(_ local: UnsafePointer<xmlChar>, _ namespace: UnsafePointer<xmlChar>?) -> Int {
    let mixed = Int(bitPattern: local) &* 31 &+ Int(bitPattern: namespace)
    return (mixed ^ (mixed >> 11)) & Int.max
  }
}
