import Foundation
import OfficePackage
import ReportReaders

// workbook-benchmark rows|tasks|report FILE
//   rows    every raw row of the first sheet
//   tasks   every task of the tables, made one by one
//   report  the whole report as one value
// Prints how many there were.

let arguments = CommandLine.arguments
guard arguments.count == 3 else { usage() }
let bytes = try WorkbookBytes.read(URL(filePath: arguments[2]))
switch arguments[1] {
case "rows":
  let workbook = try WorkbookFile(bytes)
  let rows = try workbook.rows(of: workbook.sheets[0])
  var row = SheetRow()
  var count = 0
  while try rows.next(into: &row) { count += 1 }
  print(count)
case "tasks":
  let tables = try WorkbookReader().tables(bytes, file: arguments[2])
  var count = 0
  for domain in tables.outline.domains.indices {
    for task in tables.tasks(ofDomain: domain) where !task.name.isEmpty { count += 1 }
  }
  print(count)
case "report":
  print(try WorkbookReader().read(bytes, file: arguments[2]).report.tasks.count)
default: usage()
}

func usage() -> Never {
  FileHandle.standardError.write(Data("workbook-benchmark rows|tasks|report FILE\n".utf8))
  exit(64)
}
