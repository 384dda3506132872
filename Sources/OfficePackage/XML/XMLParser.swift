internal import CXML

/// libxml2's push parser: owns the C object, frees it once, and turns its calls into events.
///
/// No document type, no entities, no network, nothing on stderr; the first fault ends it.
final class XMLParser {
  private let context: xmlParserCtxtPtr
  let events: UnsafeMutablePointer<XMLEventBuffer>
  private let limits: PackageLimits
  private let part: String

  private static let prepared: Void = xmlInitParser()

  init<Name: XMLName>(_ names: Name.Type, part: String, limits: PackageLimits) {
    Self.prepared
    self.part = part
    self.limits = limits
    events = .allocate(capacity: 1)
    var handler = Self.handler
    // With memory for a few hundred bytes gone, nothing else works either; the standard library traps too.
    context = xmlCreatePushParserCtxt(&handler, events, nil, 0, nil)
    // NOENT: `&amp;` in attributes arrives as `&`. No other entity can exist without a document type.
    let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOCDATA.rawValue | XML_PARSE_NOENT.rawValue
    xmlCtxtUseOptions(context, Int32(options))
    // Names are kept once each; a file that makes up new ones without end would slow the table down.
    _ = xmlDictSetLimit(context.pointee.dict, limits.nameBytes)
    events.initialize(
      to: XMLEventBuffer(
        names: XMLNameTable(Name.self, dictionary: context.pointee.dict), deepest: limits.depth))
  }

  deinit {
    xmlFreeParserCtxt(context)
    events.deinitialize(count: 1)
    events.deallocate()
  }

  /// Parses the next bytes; with none, the end of the input.
  func feed(_ bytes: UnsafeRawBufferPointer) throws(PackageFault) {
    events.pointee.clear()
    let base = bytes.bindMemory(to: CChar.self).baseAddress
    let code = xmlParseChunk(context, base, Int32(bytes.count), bytes.isEmpty ? 1 : 0)
    switch events.pointee.stopped {
    case .declaration:
      throw fault(.declaration, "文件内部含有 DOCTYPE 或实体声明，Office 文件不会这样，来源可疑", "请不要使用；请向发送者要原文件")
    case .depth:
      throw fault(.tooDeep, "文件内部嵌套超过 \(limits.depth) 层，不像是正常的 Office 文件", "请用 WPS 或 Office 打开后另存一份再试")
    case nil: break
    }
    guard code == 0, context.pointee.wellFormed == 1, context.pointee.nsWellFormed == 1 else {
      throw fault(.malformed, "文件内部的 XML 不完整或有错，文件可能损坏", "请重新复制或下载原文件，或用 WPS、Office 打开后另存一份")
    }
    // What is held back waits for the end of a tag or a comment.
    guard let input = context.pointee.input, input.pointee.end - input.pointee.cur <= limits.tokenBytes else {
      throw fault(.tooLarge, "文件内部有超长的标记，不像是正常的 Office 文件", "请用 WPS 或 Office 打开后另存一份再试")
    }
  }

  private func fault(_ kind: PackageFault.Kind, _ message: String, _ remedy: String) -> PackageFault {
    let line = Int(xmlSAX2GetLineNumber(context))
    return PackageFault(kind, message, remedy: remedy, part: part, line: line > 0 ? line : nil)
  }

  private static var handler: xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.startElementNs = { context, local, _, namespace, _, _, count, _, attributes in
      guard let context, let local else { return }
      let events = context.assumingMemoryBound(to: XMLEventBuffer.self)
      events.pointee.start(local, namespace, Int(count), attributes)
    }
    handler.endElementNs = { context, local, _, namespace in
      guard let context, let local else { return }
      context.assumingMemoryBound(to: XMLEventBuffer.self).pointee.end(local, namespace)
    }
    let text: charactersSAXFunc = { context, start, count in
      guard let context, let start else { return }
      context.assumingMemoryBound(to: XMLEventBuffer.self).pointee.text(start, Int(count))
    }
    handler.characters = text
    // The same function for both, or libxml2 guesses which blanks matter.
    handler.ignorableWhitespace = text
    handler.internalSubset = { context, _, _, _ in
      context?.assumingMemoryBound(to: XMLEventBuffer.self).pointee.stop(.declaration)
    }
    // Without a receiver of its own libxml2 prints its messages.
    handler.serror = { _, _ in }
    return handler
  }
}
