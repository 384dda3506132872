import Foundation
import ReportModel
import ReportReaders

// How fast the reading of prose is, in bytes of UTF-8 a second of one core's time, from the source's blocks to a finished draft.
//
//     swift run -c release prose-benchmark FILE… [--bytes N]
//
// The files are repeated until they make N bytes (10,000,000 if not said), as separate documents of their real size.
let arguments = Array(CommandLine.arguments.dropFirst())
var files: [String] = []
var wanted = 10_000_000
var index = 0
while index < arguments.count {
  if arguments[index] == "--bytes", index + 1 < arguments.count, let number = Int(arguments[index + 1]) {
    wanted = number
    index += 1
  } else {
    files.append(arguments[index])
  }
  index += 1
}
guard !files.isEmpty else {
  print("usage: prose-benchmark FILE… [--bytes N]")
  exit(64)
}
var sources: [(source: SourceText, bytes: Int)] = []
for file in files {
  guard let data = FileManager.default.contents(atPath: file) else {
    print("cannot read \(file)")
    exit(2)
  }
  let blocks = String(decoding: data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    .enumerated().map { SourceBlock(text: String($1), number: $0 + 1) }
  sources.append((SourceText(file: file, blocks: blocks), data.count))
}
let reader = ProseReader()
_ = reader.draft(from: sources[0].source)
var best = Double.infinity
var total = 0
var quantities = 0
for _ in 0..<5 {
  total = 0
  quantities = 0
  let start = clock()
  while total < wanted {
    for (source, bytes) in sources {
      quantities += reader.draft(from: source).quantities.count
      total += bytes
    }
  }
  best = min(best, Double(clock() - start) / Double(CLOCKS_PER_SEC))
}
print(
  String(format: "%.1f MB/s, %d bytes, %d figures, best of 5", Double(total) / best / 1e6, total, quantities))
