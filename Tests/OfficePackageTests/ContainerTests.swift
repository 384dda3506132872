import Foundation
import TestSupport
import Testing

@testable import OfficePackage

@Suite("文件包")
struct ContainerTests {
  static let day = PackageDate(year: 2022, month: 7, day: 1)

  /// A small package with a document, its relationships and its content types.
  static func sample(document: String = "<d/>") throws -> [UInt8] {
    let writer = try PackageWriter(date: day)
    try writer.add(
      "[Content_Types].xml",
      Array(
        """
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
        <Default Extension="xml" ContentType="application/xml"/>
        <Override PartName="/正文/Doc.xml" ContentType="application/main"/></Types>
        """.utf8))
    try writer.add(
      "_rels/.rels",
      Array(
        """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
        <Relationship Id="rId9" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"
        Target="/%E6%AD%A3%E6%96%87/Doc.xml"/>
        <Relationship Id="r2" Type="http://x/hyperlink" Target="http://x/" TargetMode="External"/></Relationships>
        """.utf8))
    try writer.add("正文/Doc.xml", Array(document.utf8))
    return try writer.finish()
  }

  static func fault(_ bytes: [UInt8], limits: PackageLimits = PackageLimits()) -> PackageFault? {
    do throws(PackageFault) {
      let package = try OfficePackage(bytes, limits: limits)
      for part in package.partNames { _ = try package.bytes(of: part) }
      return nil
    } catch {
      return error
    }
  }

  @Test func writtenPackageIsReadAgain() throws {
    let package = try OfficePackage(try Self.sample(document: "<内容>甲</内容>"))
    #expect(package.partNames == ["[Content_Types].xml", "_rels/.rels", "正文/Doc.xml"])
    #expect(try package.mainPart() == "正文/Doc.xml")
    #expect(try package.contentType(of: "正文/doc.XML") == "application/main")
    #expect(try package.contentType(of: "_rels/x.xml") == "application/xml")
    #expect(try package.bytes(of: "正文/Doc.xml") == Array("<内容>甲</内容>".utf8))
    #expect(try package.relationships().last?.part == nil)
  }

  @Test func sameInputSameBytes() throws {
    #expect(try Self.sample() == Self.sample())
  }

  @Test func pythonReadsWhatIsWritten() throws {
    try Workplace.withTemporaryFolder { folder in
      let file = folder.appending(path: "a.zip")
      try Data(try Self.sample()).write(to: file)
      let python = Process()
      python.executableURL = URL(filePath: "/usr/bin/env")
      python.arguments = [
        "python3", "-c",
        "import sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; "
          + "assert z.infolist()[2].date_time==(2022,7,1,0,0,0), z.infolist()[2].date_time; "
          + "assert z.namelist()[2]=='正文/Doc.xml'",
        file.path,
      ]
      try python.run()
      python.waitUntilExit()
      #expect(python.terminationStatus == 0)
    }
  }

  @Test func copiedPartsStayAsPacked() throws {
    let original = try OfficePackage(try Self.sample(document: String(repeating: "<改革/>", count: 900)))
    let writer = try PackageWriter(date: Self.day)
    for part in original.partNames { try writer.copy(part, from: original) }
    let copy = try OfficePackage(try writer.finish())
    #expect(copy.partNames == original.partNames)
    for part in original.partNames { #expect(try copy.bytes(of: part) == original.bytes(of: part)) }
  }

  @Test func writerRefusesTheSameNameTwice() throws {
    let writer = try PackageWriter(date: Self.day)
    try writer.add("a.xml", [])
    #expect(throws: PackageFault.self) { try writer.add("A.xml", []) }
    #expect(throws: PackageFault.self) { try writer.add("../b.xml", []) }
  }

  @Test(arguments: [
    ("%PDF-1.7 ", PackageFault.Kind.foreign), ("{\\rtf1", .foreign), ("<html><body>", .foreign),
    ("今年以来", .foreign), ("Rar!\u{1A}", .foreign), ("PK\u{3}\u{4} and nothing more", .damaged),
  ])
  func otherFilesAreNamed(start: String, kind: PackageFault.Kind) {
    #expect(Self.fault(Array(start.utf8))?.kind == kind)
  }

  @Test(arguments: [
    ("EncryptedPackage", PackageFault.Kind.encrypted, "密码"), ("WordDocument", .oldFormat, ".docx"),
    ("Workbook", .oldFormat, ".xlsx"), ("?", .oldFormat, ".docx"),
  ])
  func compoundFilesAreNamed(stream: String, kind: PackageFault.Kind, remedy: String) {
    let name = stream.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let fault = Self.fault([0xD0, 0xCF, 0x11, 0xE0] + [UInt8](repeating: 0, count: 600) + name)
    #expect(fault?.kind == kind)
    #expect(fault?.remedy.contains(remedy) == true)
  }

  @Test(arguments: ["../a.xml", "/etc/a.xml", "a/../../b.xml", "C:/a.xml", "..\\a.xml"])
  func namesThatLeaveThePackage(name: String) {
    let zip = RawZip(entries: [.init(name: name, bytes: [1])])
    #expect(Self.fault(zip.bytes)?.kind == .unsafeNames)
  }

  @Test func duplicatesAreRefused() {
    let zip = RawZip(entries: [.init(name: "a.xml", bytes: [1]), .init(name: "A.xml", bytes: [2])])
    #expect(Self.fault(zip.bytes)?.kind == .unsafeNames)
  }

  @Test func encryptedEntriesAreNamed() {
    let zip = RawZip(entries: [.init(name: "a.xml", bytes: [UInt8](repeating: 7, count: 30), flags: 1)])
    #expect(Self.fault(zip.bytes)?.kind == .encrypted)
  }

  @Test func wrongChecksumIsDamage() {
    let zip = RawZip(entries: [.init(name: "a.xml", bytes: Array("<a/>".utf8), checksum: 1)])
    #expect(Self.fault(zip.bytes)?.kind == .damaged)
  }

  @Test(arguments: [0, 2, 1 << 20])
  func claimedSizesAreNotBelieved(size: Int) {
    let zip = RawZip(entries: [.init(name: "a.xml", bytes: Array("<a/>".utf8), claimedSize: size)])
    #expect(Self.fault(zip.bytes)?.kind == .damaged)
  }

  @Test func manyEntries() {
    let entries = (0..<10_001).map { RawZip.Entry(name: "\($0)", bytes: []) }
    #expect(Self.fault(RawZip(entries: entries).bytes)?.kind == .tooLarge)
    #expect(Self.fault(RawZip(entries: entries, claimedCount: 5).bytes) != nil)
    #expect(Self.fault(RawZip(entries: Array(entries.prefix(1000))).bytes) == nil)
  }

  @Test func bombsAreStoppedEarly() throws {
    let writer = try PackageWriter(date: Self.day)
    try writer.add("a.xml", [UInt8](repeating: 0x20, count: 64 << 20))
    let bomb = try writer.finish()
    let fault = Self.fault(bomb)
    #expect(fault?.kind == .tooLarge)
    #expect(fault?.message.contains("膨胀") == true)
    // One bomb inside another is a small part like any other, and not unpacked.
    let outer = try PackageWriter(date: Self.day)
    try outer.add("inner.zip", bomb)
    #expect(Self.fault(try outer.finish()) == nil)
  }

  @Test func manyPartsTogetherAreStopped() throws {
    var random = SeededGenerator(seed: 5)
    let noise = (0..<200_000).map { _ in UInt8.random(in: 0...255, using: &random) }
    let writer = try PackageWriter(date: Self.day)
    for index in 0..<30 { try writer.add("\(index)", noise) }
    var limits = PackageLimits()
    limits.unpackedBytes = 5_000_000
    #expect(Self.fault(try writer.finish(), limits: limits)?.kind == .tooLarge)
  }

  @Test func cutAnywhereIsAnError() throws {
    let whole = try Self.sample(document: String(repeating: "<改革 n='1'/>", count: 99))
    #expect(Self.fault(whole) == nil)
    for length in 1..<whole.count {
      #expect(Self.fault(Array(whole.prefix(length))) != nil, "cut at \(length)")
    }
  }

  @Test func changedBytesNeverCrash() throws {
    let whole = try Self.sample(document: String(repeating: "<改革 n='1'/>", count: 99))
    var random = SeededGenerator(seed: 44)
    for _ in 0..<2000 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      guard let package = try? OfficePackage(bytes) else { continue }
      _ = try? package.mainPart()
      for part in package.partNames { _ = try? package.bytes(of: part) }
    }
  }
}
