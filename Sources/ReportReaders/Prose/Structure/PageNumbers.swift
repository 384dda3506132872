import ReportModel

/// 页码: a line between two pages that is nothing but a page's number: — 2 —, 第3页, 第 3 页 共 9 页.
enum PageNumbers {
  static func isOne(_ line: String) -> Bool {
    guard line.utf8.count <= 48,
      line.utf8.contains(where: { (0x30...0x39).contains($0) }) || line.contains("页")
    else { return false }
    let scalars = line.unicodeScalars.filter { !$0.isBlank }.map(\.halfWidth)
    guard let first = scalars.first, let last = scalars.last, scalars.count > 2 else { return false }
    if dashes.contains(first), dashes.contains(last) {
      let number = scalars.drop { dashes.contains($0) }.reversed().drop { dashes.contains($0) }
      return (1...3).contains(number.count) && number.allSatisfy(isDigit)
    }
    guard first == "第", last == "页" else { return false }
    return scalars.allSatisfy { isDigit($0) || "第页共,/".unicodeScalars.contains($0) }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (0x30...0x39).contains(scalar.value) }
  private static let dashes = Array("-—–―─·".unicodeScalars)
}
