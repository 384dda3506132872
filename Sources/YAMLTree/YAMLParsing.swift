internal import CYAML

extension YAMLNode {
  /// How deep lists and maps may lie inside one another. A ledger needs seven levels.
  public static let deepestNesting = 32

  /// Reads one YAML document; nil for a text with nothing but comments in it.
  ///
  /// Anchors and aliases are refused: a ledger needs none, and a few lines of them can stand for gigabytes.
  /// - Throws: the first fault, with its place.
  public static func parse(_ text: String) throws(YAMLFault) -> YAMLNode? {
    var text = text
    let result = text.withUTF8 { bytes in
      // libyaml reads from a pointer, and an empty text may have none.
      guard let base = bytes.baseAddress, !bytes.isEmpty else {
        return Result<YAMLNode?, YAMLFault>.success(nil)
      }
      let events = YAMLEvents(base, count: bytes.count)
      do throws(YAMLFault) {
        return .success(try build(from: events))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  /// A list or map that is not closed yet; it grows in place.
  private struct Open {
    var isMapping: Bool
    var start: YAMLMark
    var items: [YAMLNode] = []
    var entries: [Entry] = []
    var key: YAMLNode?

    func closed(at end: YAMLMark) -> YAMLNode {
      YAMLNode(content: isMapping ? .mapping(entries) : .sequence(items), start: start, end: end)
    }
  }

  private static func build(from events: YAMLEvents) throws(YAMLFault) -> YAMLNode? {
    var open: [Open] = []
    var root: YAMLNode?
    var documents = 0
    while true {
      let event = try events.next()
      var finished: YAMLNode?
      switch event.kind {
      case .streamEnd:
        return root
      case .documentStart:
        documents += 1
        guard documents == 1 else {
          throw YAMLFault(
            at: event.start, "一个文件里有两份内容（第二份从“---”开始）", remedy: "每个文件只留一份，其余另存为单独的文件")
        }
      case .alias:
        throw YAMLFault(
          at: event.start, "这里的 * 在 YAML 中表示引用别处内容，不能使用", remedy: "如果是文字，请给整个值加上英文引号")
      case .anchored:
        throw YAMLFault(
          at: event.start, "这里的 & 或 ! 在 YAML 中有特殊含义，不能使用", remedy: "如果是文字，请给整个值加上英文引号")
      case .scalar(let text, let style):
        finished = YAMLNode(content: .scalar(text, style), start: event.start, end: event.end)
      case .sequenceStart:
        open.append(Open(isMapping: false, start: event.start))
      case .mappingStart:
        open.append(Open(isMapping: true, start: event.start))
      case .collectionEnd:
        finished = open.popLast()?.closed(at: event.end)
      case .other: break
      }
      guard open.count <= deepestNesting else {
        throw YAMLFault(
          at: event.start, "内容嵌套超过 \(deepestNesting) 层", remedy: "台账最多用到七层，请检查这里的括号或缩进")
      }
      if let finished { try place(finished, into: &open, root: &root) }
    }
  }

  private static func place(_ node: YAMLNode, into open: inout [Open], root: inout YAMLNode?)
    throws(YAMLFault)
  {
    guard let top = open.indices.last else {
      root = node
      return
    }
    guard open[top].isMapping else {
      open[top].items.append(node)
      return
    }
    if let key = open[top].key {
      open[top].entries.append(Entry(key: key, value: node))
      open[top].key = nil
      return
    }
    guard node.text != nil else {
      throw YAMLFault(
        at: node.start, "栏目名的位置上是一个列表或括号", remedy: "栏目名只能是文字；若是值，请给它加上英文引号")
    }
    open[top].key = node
  }
}
