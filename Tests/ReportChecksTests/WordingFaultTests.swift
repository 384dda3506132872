import Foundation
import ReportChecks
import ReportModel
import TestSupport
import Testing

/// Faults put into clean reports on purpose: each kind must be caught, and by the rule that is there for it.
@Suite("Fault injection: structure and wording")
struct WordingFaultTests {
  /// A kind of fault: makes one mutant of a text, or none where the text has no place for it.
  struct Kind: Sendable, CustomTestStringConvertible {
    var name: String
    var rules: Set<String>
    /// How many of a hundred mutants must be caught.
    var least: Int
    var mutate: @Sendable ([Character], inout SeededGenerator) -> [Character]?

    var testDescription: String { name }
  }

  static let reports: [(name: String, text: [Character])] = {
    let folder = Workplace.repository.appending(path: "Tests/Fixtures/reports")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().filter { $0.hasSuffix(".txt") }.compactMap { name in
      (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)).map { (name, Array($0)) }
    }
  }()

  @Test("Mutants are caught", arguments: Kind.all)
  func caught(_ kind: Kind) {
    var generator = SeededGenerator(seed: 20_211_231)
    var made = 0
    var missed: [String] = []
    for (name, text) in Self.reports {
      for _ in 0..<6 {
        guard let mutant = kind.mutate(text, &generator) else { continue }
        made += 1
        let input = CheckInput(draft: Reading.draft(String(mutant), file: name), terms: Reading.terms)
        let found = CheckRun().run(input).findings
        if !found.contains(where: { $0.severity != .note && kind.rules.contains($0.rule) }) {
          missed.append("\(name): \(Self.difference(text, mutant))")
        }
      }
    }
    print("\(kind.name): \(made - missed.count) of \(made)")
    #expect(made >= 6, "\(kind.name) found no place in the reports")
    #expect((made - missed.count) * 100 >= kind.least * made, "\(missed.joined(separator: "\n"))")
  }

  /// The words around the first place where two texts part.
  private static func difference(_ text: [Character], _ mutant: [Character]) -> String {
    let place = zip(text, mutant).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? 0
    return String(mutant[max(0, place - 10)..<min(mutant.count, place + 14)])
  }
}

extension WordingFaultTests.Kind {
  private typealias Text = [Character]

  /// Puts other words in the place of one of some words.
  private static func swap(_ pairs: [(String, String)]) -> @Sendable (Text, inout SeededGenerator) -> Text? {
    { text, generator in
      var places: [(Range<Int>, String)] = []
      for (from, to) in pairs {
        let word = Array(from)
        for start in 0..<max(0, text.count - word.count) where text[start] == word[0] {
          if text[start..<start + word.count].elementsEqual(word) {
            places.append((start..<start + word.count, to))
          }
        }
      }
      guard let (range, to) = places.randomElement(using: &generator) else { return nil }
      var mutant = text
      mutant.replaceSubrange(range, with: Array(to))
      return mutant
    }
  }

  /// Changes the text at a random place where a condition holds.
  private static func at(
    _ holds: @escaping @Sendable (Text, Int) -> Bool, _ change: @escaping @Sendable (inout Text, Int) -> Void
  ) -> @Sendable (Text, inout SeededGenerator) -> Text? {
    { text, generator in
      guard let place = text.indices.filter({ holds(text, $0) }).randomElement(using: &generator) else {
        return nil
      }
      var mutant = text
      change(&mutant, place)
      return mutant
    }
  }

  private static func isHan(_ text: Text, _ index: Int) -> Bool {
    guard text.indices.contains(index), let scalar = text[index].unicodeScalars.first else { return false }
    return (0x4E00...0x9FFF).contains(scalar.value)
  }

  private static func inBody(_ text: Text, _ index: Int) -> Bool {
    (index - 12..<index + 12).allSatisfy { text.indices.contains($0) && !text[$0].isNewline }
  }

  static let all: [WordingFaultTests.Kind] = [
    .init(
      name: "heading number skipped", rules: ["structure.ordinals", "structure.attachments"], least: 98,
      mutate: swap([
        ("\n二、", "\n三、"), ("\n三、", "\n四、"), ("\n（二）", "\n（三）"), ("\n（四）", "\n（五）"), ("\n2.", "\n3."),
      ])),
    .init(
      name: "item number repeated", rules: ["structure.ordinals"], least: 98,
      mutate: swap([("二是", "一是"), ("三是", "二是"), ("四是", "三是"), ("五是", "四是")])),
    .init(
      name: "delayed item's number skipped", rules: ["structure.ordinals"], least: 98,
      mutate: swap([("延期任务2", "延期任务3"), ("延期任务3", "延期任务4")])),
    .init(
      name: "mark without partner", rules: ["structure.unmatched-marks"], least: 94,
      mutate: swap([("《", ""), ("》", ""), ("“", ""), ("”", ""), ("（", ""), ("）", "")])),
    .init(
      name: "character doubled", rules: ["wording.doubled-character", "wording.doubled-word"], least: 80,
      mutate: at({ isHan($0, $1) && inBody($0, $1) && $0[$1] != $0[$1 + 1] && $0[$1] != $0[$1 - 1] }) {
        $0.insert($0[$1], at: $1)
      }),
    .init(
      name: "word doubled", rules: ["wording.doubled-word", "wording.doubled-character"], least: 98,
      mutate: at({
        isHan($0, $1) && isHan($0, $1 + 1) && inBody($0, $1) && !"一二三四五六七八九十百".contains($0[$1])
          && $0[$1] != $0[$1 + 1]
      }) {
        $0.insert(contentsOf: $0[$1...$1 + 1], at: $1)
      }),
    .init(
      name: "figure left open", rules: ["wording.placeholder"], least: 98,
      mutate: at({ $0[$1].isNumber && inBody($0, $1) && isHan($0, $1 - 1) && isHan($0, $1 + 1) }) {
        $0.replaceSubrange($1...$1, with: $1 % 2 == 0 ? "XX" : "**")
      }),
    .init(
      name: "sentence repeated", rules: ["wording.repeated-sentence"], least: 98,
      mutate: { text, generator in
        let sentences = String(text).split(whereSeparator: \.isNewline).flatMap { $0.split(separator: "。") }
          .filter { $0.count > 24 && !$0.contains("延期") && !$0.contains("是") }
        guard let sentence = sentences.randomElement(using: &generator) else { return nil }
        guard let end = text.lastIndex(of: "。") else { return nil }
        var mutant = text
        mutant.insert(contentsOf: sentence + "。", at: end + 1)
        return mutant
      }),
    .init(
      name: "comma before the full stop", rules: ["wording.broken-sentence"], least: 98,
      mutate: at({ $0[$1] == "。" && inBody($0, $1) && isHan($0, $1 - 1) }) { $0.insert("，", at: $1) }),
    .init(
      name: "title without 的通知", rules: ["wording.title-form"], least: 90,
      mutate: at({
        $0[$1] == "《" && "印发出台制定修订".contains($0[max(0, $1 - 1)]) && inBody($0, $1) && $0[$1 + 1] != "关"
      }) {
        $0.insert(contentsOf: "关于印发", at: $1 + 1)
      }),
    .init(
      name: "confusable word", rules: ["wording.confusable", "wording.misspelling", "wording.odd-variant"],
      least: 95,
      mutate: swap([
        ("聚焦制约", "聚集制约"), ("简化", "减化"), ("部署", "布署"), ("截至2", "截止2"), ("截至1", "截止1"), ("已经", "以经"),
        ("权责清单", "权责清丹"),
        ("协调", "协凋"), ("健全企业", "建全企业"), ("统筹", "统酬"), ("营商环境", "营商环镜"), ("延期原因", "延期原应"), ("贯彻", "贯切"),
      ])),
    .init(
      name: "two documents of one list under one name", rules: ["structure.attachments"], least: 90,
      mutate: { text, _ in
        let lines = String(text).split(separator: "\n", omittingEmptySubsequences: false)
        guard let second = lines.lastIndex(where: { $0.hasPrefix("2.") && $0.count < 40 }), second > 0,
          lines[second - 1].hasPrefix("附件"),
          let point = lines[second - 1].firstIndex(of: ".")
        else { return nil }
        var changed = lines
        changed[second] = "2." + lines[second - 1][lines[second - 1].index(after: point)...]
        return Array(changed.joined(separator: "\n"))
      }),
    .init(
      name: "character of the same sound",
      rules: [
        "wording.misspelling", "wording.confusable", "wording.odd-variant", "wording.wrong-character",
        "wording.mixed-names",
      ],
      least: 70,
      mutate: { text, generator in
        guard
          let place = text.indices.filter({ isHan(text, $0) && inBody(text, $0) }).randomElement(
            using: &generator),
          let group = Reading.lists.homophones.first(where: { $0.contains(text[place]) }),
          let other = group.filter({ $0 != text[place] }).randomElement(using: &generator)
        else { return nil }
        var mutant = text
        mutant[place] = other
        return mutant
      }),
    .init(
      name: "another place", rules: ["wording.foreign-place"], least: 90,
      mutate: { text, generator in
        let places = text.indices.filter { text[$0] == "《" && $0 + 4 < text.count && text[$0 + 3] == "区" }
        guard let place = places.randomElement(using: &generator) else { return nil }
        var mutant = text
        mutant.replaceSubrange(place + 1...place + 3, with: "石景山区")
        return mutant
      }),
  ]
}
