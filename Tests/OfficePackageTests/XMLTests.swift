import TestSupport
import Testing

@testable import OfficePackage

private enum Name: String, XMLName {
  case paragraph = "w:p"
  case text = "w:t"
  case value = "w:val"
  case plain = "n"

  static let namespaces = ["w": ["urn:word", "urn:word-strict"]]
}

@Suite("XML")
struct XMLTests {
  /// The document as one line of events, or its fault.
  static func events(_ xml: String) -> Result<String, PackageFault> {
    events(Array(xml.utf8))
  }

  static func events(_ xml: [UInt8]) -> Result<String, PackageFault> {
    do throws(PackageFault) {
      let reader = XMLPullReader<Name>(xml)
      var line = ""
      while let event = try reader.next() {
        switch event {
        case .start(let name):
          line += "<" + (name?.rawValue ?? "?")
          for attribute in Name.allCases {
            if let value = reader[attribute] { line += " \(attribute)=\(value)" }
          }
          line += ">"
        case .end(let name): line += "</" + (name?.rawValue ?? "?") + ">"
        case .text: line += reader.text
        }
      }
      return .success(line)
    } catch {
      return .failure(error)
    }
  }

  static func fault(_ xml: String) -> PackageFault.Kind? {
    if case .failure(let fault) = events(xml) { return fault.kind }
    return nil
  }

  @Test func namesGoByNamespaceNotByPrefix() throws {
    let xml = """
      <x:p xmlns:x="urn:word" xmlns="urn:other" x:val="甲" val="乙" n="1"><p/><q:t xmlns:q="urn:word-strict">文</q:t></x:p>
      """
    #expect(try Self.events(xml).get() == "<w:p value=甲 plain=1><?></?><w:t>文</w:t></w:p>")
  }

  @Test func textIsWholeAcrossEntitiesAndCDATA() throws {
    let xml = "<p>a&lt;b&#x4E00;<![CDATA[<c>]]><!-- no -->d &amp; e</p>"
    #expect(try Self.events(xml).get() == "<?>a<b一<c>d & e</?>")
  }

  @Test func utf16Parts() throws {
    let xml = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><p>改革</p>"
    let bytes: [UInt8] =
      [0xFF, 0xFE] + xml.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    #expect(try Self.events(bytes).get() == "<?>改革</?>")
  }

  @Test func longTextArrivesWhole() throws {
    let long = String(repeating: "改革", count: 100_000)
    #expect(try Self.events("<p>\(long)</p>").get() == "<?>\(long)</?>")
    let reader = XMLPullReader<Name>(Array("<p><n>\(long)</n></p>".utf8))
    _ = try reader.next()
    #expect(try reader.elementText() == long)
    #expect(try reader.next() == nil)
  }

  @Test(arguments: [
    "<!DOCTYPE p><p/>", "<!DOCTYPE p [<!ENTITY a 'b'>]><p>&a;</p>",
    "<!DOCTYPE p SYSTEM 'http://127.0.0.1/x.dtd'><p/>",
    "<!DOCTYPE p [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><p>&a;</p>",
    "<!DOCTYPE p [<!ENTITY a 'xxxxxxxxxx'><!ENTITY b '&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;'>]><p>&c;</p>",
  ])
  func declarationsAreRefused(xml: String) {
    #expect(Self.fault(xml) == .declaration)
  }

  @Test(arguments: [
    "", "<p", "<p>", "<p></q>", "<p/><q/>", "<p a='1' a='2'/>", "<p>&nbsp;</p>", "<p>\u{1}</p>", "plain",
    "<p><a></p></a>", "<p a=1/>", "<x:p/>",
  ])
  func malformedIsAnError(xml: String) {
    #expect(Self.fault(xml) == .malformed)
  }

  @Test func brokenUTF8IsAnError() {
    if case .failure(let fault) = Self.events(Array("<p>改".utf8) + [0xFF] + Array("</p>".utf8)) {
      #expect(fault.kind == .malformed)
    } else {
      Issue.record("broken UTF-8 was read")
    }
  }

  @Test func everyTruncationIsAnError() {
    let xml = Array("<?xml version='1.0'?><p a='1'><t>文字</t><!-- x --><t/></p>".utf8)
    for length in 0..<xml.count {
      if case .success(let line) = Self.events(Array(xml.prefix(length))) {
        Issue.record("cut at \(length) was read as \(line)")
      }
    }
  }

  @Test func faultsSayTheirLine() {
    if case .failure(let fault) = Self.events("<p>\n<a>\n</b>\n</p>") {
      #expect(fault.line == 3)
    } else {
      Issue.record("wrong nesting was read")
    }
  }

  @Test func deepNestingIsRefused() {
    let deep = String(repeating: "<a>", count: 100_000)
    #expect(Self.fault(deep) == .tooDeep)
    let fine = String(repeating: "<a>", count: 250) + String(repeating: "</a>", count: 250)
    #expect(Self.fault(fine) == nil)
  }

  @Test func endlessTagsAreRefused() {
    let long = String(repeating: "x", count: 9 << 20)
    #expect([.tooLarge, .malformed].contains(Self.fault("<p n='\(long)'/>")))
    #expect([.tooLarge, .malformed].contains(Self.fault("<p><!--\(long)--></p>")))
  }

  @Test func namesWithoutEndAreRefused() {
    let names = (0..<200_000).map { "<name-made-up-\($0)/>" }.joined()
    #expect([.tooLarge, .malformed].contains(Self.fault("<p>\(names)</p>")))
  }

  @Test func changedBytesNeverCrash() {
    let xml = Array("<w:p xmlns:w='urn:word' w:val='1'><w:t>文字&amp;</w:t><![CDATA[x]]></w:p>".utf8)
    var random = SeededGenerator(seed: 7)
    for _ in 0..<5000 {
      var bytes = xml
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      _ = Self.events(bytes)
    }
  }

  @Test func whatIsWrittenIsReadAgain() throws {
    let awkward = "a<b>&\"'\t\r\n《方案》 𠀀 "
    var xml = XMLWriter()
    try xml.start("w:p", ["xmlns:w": "urn:word", "w:val": awkward])
    try xml.empty("w:t")
    try xml.text(awkward)
    let reader = XMLPullReader<Name>(xml.finish())
    #expect(try reader.next() == .start(.paragraph))
    #expect(reader[.value] == awkward)
    #expect(try reader.elementText() == awkward)
    #expect(try reader.next() == nil)
  }

  @Test func forbiddenCharactersAreNamed() {
    var xml = XMLWriter()
    let fault = #expect(throws: ForbiddenCharacter.self) { try xml.text("改革\u{B}任务") }
    #expect(fault?.name == "U+000B")
    #expect(fault?.offset == 2)
    #expect(ForbiddenCharacter(in: "\u{FFFF}") != nil)
    #expect(ForbiddenCharacter(in: "￥\t\n") == nil)
  }
}
