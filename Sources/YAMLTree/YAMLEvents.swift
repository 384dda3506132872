internal import CYAML

/// libyaml's parser: owns the C object, frees it once, and hands out one event after the other.
final class YAMLEvents {
  struct Event {
    enum Kind {
      case documentStart, sequenceStart, mappingStart, collectionEnd, streamEnd, alias, anchored, other
      case scalar(String, YAMLNode.Style)
    }
    var kind: Kind
    var start: YAMLMark
    var end: YAMLMark
  }

  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let bytes: UnsafeBufferPointer<UInt8>

  /// Events of a text that outlives this object.
  init(_ bytes: UnsafePointer<UInt8>, count: Int) {
    self.bytes = UnsafeBufferPointer(start: bytes, count: count)
    parser = .allocate(capacity: 1)
    yaml_parser_initialize(parser)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes, count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  func next() throws(YAMLFault) -> Event {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else {
      throw YAMLFault(parser.pointee, at: place(of: parser.pointee))
    }
    defer { yaml_event_delete(&event) }
    return Event(kind: Self.kind(of: event), start: YAMLMark(event.start_mark), end: YAMLMark(event.end_mark))
  }

  /// Where a fault stands: for brackets without a partner, where they open.
  private func place(of parser: yaml_parser_t) -> YAMLMark {
    if parser.error == YAML_READER_ERROR {
      let before = bytes.prefix(Int(parser.problem_offset))
      let line = before.lastIndex(of: 0x0A).map { before[($0 + 1)...] } ?? before
      let scalars = { (part: Slice<UnsafeBufferPointer<UInt8>>) in part.count { $0 & 0xC0 != 0x80 } }
      return YAMLMark(
        line: before.count { $0 == 0x0A } + 1, column: scalars(line) + 1, offset: scalars(before))
    }
    let problem = parser.problem.map { String(cString: $0) } ?? ""
    return YAMLMark(problem.contains("did not find expected ','") ? parser.context_mark : parser.problem_mark)
  }

  private static func kind(of event: yaml_event_t) -> Event.Kind {
    switch event.type {
    case YAML_DOCUMENT_START_EVENT: return .documentStart
    case YAML_STREAM_END_EVENT: return .streamEnd
    case YAML_ALIAS_EVENT: return .alias
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return .collectionEnd
    case YAML_SEQUENCE_START_EVENT:
      let data = event.data.sequence_start
      return data.anchor == nil && data.tag == nil ? .sequenceStart : .anchored
    case YAML_MAPPING_START_EVENT:
      let data = event.data.mapping_start
      return data.anchor == nil && data.tag == nil ? .mappingStart : .anchored
    case YAML_SCALAR_EVENT:
      let data = event.data.scalar
      guard data.anchor == nil, data.tag == nil else { return .anchored }
      let bytes = UnsafeBufferPointer(start: data.value, count: data.length)
      return .scalar(String(decoding: bytes, as: UTF8.self), YAMLNode.Style(data.style))
    default: return .other
    }
  }
}

extension YAMLMark {
  init(_ mark: yaml_mark_t) {
    self.init(line: Int(mark.line) + 1, column: Int(mark.column) + 1, offset: Int(mark.index))
  }
}

extension YAMLNode.Style {
  init(_ style: yaml_scalar_style_t) {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE, YAML_DOUBLE_QUOTED_SCALAR_STYLE: self = .quoted
    case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: self = .block
    default: self = .plain
    }
  }
}
