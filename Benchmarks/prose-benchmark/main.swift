import Foundation
import ReportModel
import ReportReaders

// Reads documents until they make N bytes (10,000,000 if not said), each from its bytes to a finished draft, and prints
// how many bytes of UTF-8 it read in a second of one core's time, and what it found. Run by prose.py beside AutoCorrect.
//
//     prose-benchmark [--bytes N] [--joined] FILE…
//
// Joined, the files are repeated in one document of N bytes, which shows what memory a long text takes.
var files: [String] = []
var wanted = 10_000_000
var isJoined = false
var arguments = CommandLine.arguments.dropFirst()
while let argument = arguments.popFirst() {
  switch argument {
  case "--bytes": wanted = arguments.popFirst().flatMap { Int($0) } ?? wanted
  case "--joined": isJoined = true
  default: files.append(argument)
  }
}
var documents = files.compactMap { file in
  FileManager.default.contents(atPath: file).map { (file, [UInt8]($0)) }
}
guard !files.isEmpty, documents.count == files.count else {
  print("usage: prose-benchmark [--bytes N] [--joined] FILE…")
  exit(64)
}
if isJoined {
  var all: [UInt8] = []
  all.reserveCapacity(wanted + documents.reduce(0) { $0 + $1.1.count })
  while all.count < wanted { for (_, bytes) in documents { all += bytes + [0x0A] } }
  documents = [("joined.txt", all)]
}

let reader = ProseReader()
var total = 0
var figures = 0
let start = clock()
while total < wanted {
  for (file, bytes) in documents {
    figures += reader.draft(from: try SourceTextReader.read(bytes, name: file).text).quantities.count
    total += bytes.count
  }
}
let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
print(String(format: "%.1f MB/s, %d bytes, %d figures", Double(total) / seconds / 1e6, total, figures))
