import Testing
import YAMLTree

@Suite struct YAMLTreeTests {
  @Test func everyScalarStaysText() throws {
    let node = try #require(try YAMLNode.parse("编号: 010\n时间: 60:30\n开关: no\n"))
    guard case .mapping(let entries) = node.content else { Issue.record("no mapping"); return }
    #expect(entries.map(\.value.text) == ["010", "60:30", "no"])
  }

  @Test func placesCountScalarsFromOne() throws {
    let node = try #require(try YAMLNode.parse("# 注\n领域:\n  - 名称: 𠮷经济\n"))
    guard case .mapping(let entries) = node.content, case .sequence(let items) = entries[0].value.content,
      case .mapping(let inner) = items[0].content
    else { Issue.record("wrong shape"); return }
    #expect(inner[0].key.start == YAMLMark(line: 3, column: 5, offset: 12))
    #expect(inner[0].value.start.column == 9)
    #expect(inner[0].value.end.column == 12)
  }

  @Test(arguments: [
    ("a: &x 1\nb: *x\n", 1, "&"),
    ("b: *x\n", 1, "*"),
    ("a: \"没有收尾\n", 2, "引号"),
    ("a: [1, 2\nb: 3\n", 1, "方括号"),
    ("a: 1\n b: 2\n", 2, "栏目"),
    ("a: @x\n", 1, "开头"),
    ("---\na: 1\n---\nb: 2\n", 3, "两份"),
    ("? [1]\n: 2\n", 1, "列表"),
  ])
  func faultsSayWhatAndWhere(text: String, line: Int, word: String) {
    let fault = #expect(throws: YAMLFault.self) { try YAMLNode.parse(text) }
    #expect(fault?.mark.line == line)
    #expect(fault?.message.contains(word) == true)
    #expect(fault?.remedy.isEmpty == false)
  }

  @Test func deepNestingIsRefusedAtOnce() {
    let fault = #expect(throws: YAMLFault.self) {
      try YAMLNode.parse(String(repeating: "[", count: 10_000))
    }
    #expect(fault?.message.contains("层") == true)
  }

  @Test func nothingButCommentsIsNothing() throws {
    #expect(try YAMLNode.parse("") == nil)
    #expect(try YAMLNode.parse("# 只有注释\n") == nil)
  }
}
