import Foundation
import OfficePackage
import ReportModel
import ReportReaders
import ReportWriters

/// Feeds damaged documents to a reader for a fixed time: `reader-fuzz text|docx SECONDS [SEED]`.
///
/// The kept corpus is `Tests/Fixtures/reports` (as text) and the ledgers under `seeds` written as Word files. Every other text is one of
/// the corpus cut at a mark, so that all of their sentences come first and last in one. A reader may refuse anything,
/// but must not crash, must not take longer than two seconds for one document, and must not keep memory. What fails is
/// saved beside the program, and the seed says how to meet it again.
@main
struct ReaderFuzz {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3, let seconds = Double(arguments[2]), ["text", "docx"].contains(arguments[1])
    else {
      print("reader-fuzz text|docx SECONDS [SEED]")
      exit(64)
    }
    let seed = arguments.count > 3 ? UInt64(arguments[3]) ?? 1 : 1
    let corpus = try arguments[1] == "text" ? Corpus.texts() : Corpus.wordFiles()
    let cuts = arguments[1] == "text" ? Corpus.cuts(corpus) : []
    var mutation = Mutation(seed: seed)
    let clock = ContinuousClock()
    let end = clock.now + .seconds(seconds)
    var runs = 0
    var floor = 0
    while clock.now < end {
      let isCut = runs % 2 == 0 && runs / 2 < cuts.count
      let input = isCut ? cuts[runs / 2] : mutation.damaged(corpus, isPackage: arguments[1] == "docx")
      let time = clock.measure { read(input, name: "草稿.\(arguments[1] == "text" ? "txt" : "docx")") }
      runs += 1
      guard time < .seconds(2) else { try fail("took \(time)", input, seed) }
      // The first hundred documents fill the caches; after them memory must stay where it is.
      if runs == 100 { floor = residentMegabytes() }
      if runs % 500 == 0, floor > 0, residentMegabytes() > floor + 200 {
        try fail("memory grew from \(floor) to \(residentMegabytes()) MB", input, seed)
      }
    }
    print(
      "\(arguments[1]): \(runs) documents in \(Int(seconds)) s, seed \(seed), \(residentMegabytes()) MB: nothing found"
    )
  }

  private static func read(_ bytes: [UInt8], name: String) {
    do {
      let source = try SourceTextReader.read(bytes, name: name)
      var excerpts = SourceExcerpts()
      excerpts.add(source.text)
      let draft = ProseReader().draft(from: source.text)
      let imported = try DraftImport().report(from: draft)
      _ = LedgerWriter().text(of: imported.report.report)
    } catch {
      // A refusal is a right answer.
    }
  }

  private static func fail(_ what: String, _ input: [UInt8], _ seed: UInt64) throws -> Never {
    let file = FileManager.default.temporaryDirectory.appending(path: "reader-fuzz-\(seed).bin")
    try Data(input).write(to: file)
    print("\(what); the document is kept in \(file.path)")
    exit(1)
  }

  /// Memory held now, not at its peak.
  private static func residentMegabytes() -> Int {
    let statm = try? FileHandle(forReadingFrom: URL(filePath: "/proc/self/statm")).read(upToCount: 4096)
    let pages = statm.map { String(decoding: $0, as: UTF8.self).split(separator: " ") }
    return (pages.flatMap { $0.count > 1 ? Int($0[1]) : nil } ?? 0) * 4096 / 1_048_576
  }
}

/// The documents that damage starts from.
enum Corpus {
  private static let repository = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func texts() throws -> [[UInt8]] {
    let folder = repository.appending(path: "Tests/Fixtures/reports")
    return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { ["txt", "md"].contains($0.pathExtension) }.sorted { $0.path < $1.path }
      .map { [UInt8](try Data(contentsOf: $0)) }
  }

  /// Each text from each of its marks on, and up to it, some lines long; those of all texts in turn.
  static func cuts(_ texts: [[UInt8]]) -> [[UInt8]] {
    let marks = ["。", "；", "：", "，", "\n"].map { Array($0.utf8) }
    var cuts: [(place: Int, text: [UInt8])] = []
    for text in texts {
      for place in text.indices {
        guard let mark = marks.first(where: { text[place...].starts(with: $0) }) else { continue }
        let end = place + mark.count
        cuts.append((place, Array(text[end..<min(text.count, end + 900)])))
        cuts.append((place, Array(text[max(0, end - 900)..<end])))
      }
    }
    return cuts.sorted { $0.place < $1.place }.map(\.text)
  }

  static func wordFiles() throws -> [[UInt8]] {
    let templates = try Templates(folder: repository.appending(path: "Templates"))
    let folder = repository.appending(path: "seeds")
    return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "yaml" }.sorted { $0.path < $1.path }
      .map {
        try WordWriter().bytes(of: ReportDocument(LedgerReader().read($0).report, templates: templates))
      }
  }
}

/// Damage as it happens to files, and as somebody may do it on purpose; the same for the same seed.
struct Mutation {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func damaged(_ corpus: [[UInt8]], isPackage: Bool) -> [UInt8] {
    let original = corpus[below(corpus.count)]
    // Half of the packages are damaged inside, where the zip's own checks do not see it.
    if isPackage, below(2) == 0, let inner = try? repacked(original) { return inner }
    return bytes(original, splicing: corpus[below(corpus.count)])
  }

  private mutating func repacked(_ original: [UInt8]) throws -> [UInt8] {
    let package = try OfficePackage(original)
    let writer = try PackageWriter(date: PackageDate(year: 2022, month: 1, day: 1))
    let victim = package.partNames[below(package.partNames.count)]
    for part in package.partNames {
      let content = try package.bytes(of: part)
      try writer.add(
        part, part == victim || part == "word/document.xml" ? bytes(content, splicing: content) : content)
    }
    return try writer.finish()
  }

  private mutating func bytes(_ original: [UInt8], splicing other: [UInt8]) -> [UInt8] {
    var bytes = original
    for _ in 0..<(1 + below(8)) {
      guard !bytes.isEmpty else { return bytes }
      let start = below(bytes.count)
      let end = min(bytes.count, start + 1 + below(200))
      switch below(7) {
      case 0: bytes[start] = UInt8(below(256))
      case 1: bytes.removeSubrange(start..<end)
      case 2: bytes.insert(contentsOf: bytes[start..<end], at: below(bytes.count))
      case 3: bytes.insert(contentsOf: Self.tokens[below(Self.tokens.count)].utf8, at: start)
      case 4: bytes.insert(contentsOf: [UInt8](repeating: bytes[start], count: 1 + below(5000)), at: start)
      case 5: bytes.replaceSubrange(start..., with: other[min(start, other.count)...])
      default: bytes.removeSubrange(start...)
      }
    }
    return bytes
  }

  private static let tokens = [
    "一、", "（一）", "1.", "一是", "《", "》", "〈", "其中", "共", "项", "亿", "万", "%", "延期任务1：", "附件：", "\n\n",
    "| a | b |\n|---|---|\n",
    "9999999999999999999999999999999999999999", "2021年2月30日", "\u{0}", "\u{FEFF}", "<w:p>", "</w:p>",
    "<w:tbl>", "&#x0;", "&bomb;",
    "<!DOCTYPE x [<!ENTITY bomb \"x\">]>", "w:val=\"-1\"", "]]>",
  ]

  private mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(max(bound, 1)))
  }
}
