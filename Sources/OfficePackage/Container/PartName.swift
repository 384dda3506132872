/// 部件名: names of parts inside a package, such as `xl/worksheets/sheet1.xml`.
enum PartName {
  /// A name from the container with forward slashes, or nil if it would leave the package.
  static func normalised(_ raw: String) -> String? {
    let name = raw.replacing("\\", with: "/")
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard !name.isEmpty, !name.hasPrefix("/"), !parts.contains(".."), !parts.contains("."),
      !name.utf8.contains(0), parts.first?.hasSuffix(":") != true
    else { return nil }
    return name
  }

  /// The part that a relationship's target names, seen from the part that refers to it ("" for the package).
  static func resolve(_ target: String, from source: String) -> String? {
    let decoded = target.replacing("\\", with: "/").percentDecoded
    var path: [Substring] =
      decoded.hasPrefix("/") ? [] : source.split(separator: "/").dropLast()
    for step in decoded.split(separator: "/") {
      switch step {
      case ".": continue
      case "..": guard path.popLast() != nil else { return nil }
      default: path.append(step)
      }
    }
    return path.isEmpty ? nil : path.joined(separator: "/")
  }

  /// Where the relationships of a part stand; those of the package itself for "".
  static func relationships(of part: String) -> String {
    var path = part.split(separator: "/")
    let last = path.popLast() ?? ""
    return (path + ["_rels", "\(last).rels"]).joined(separator: "/")
  }
}

extension String {
  /// The name with A–Z as a–z and all else as it is: how part names are compared.
  var asciiLowercased: String {
    guard utf8.contains(where: { (0x41...0x5A).contains($0) }) else { return self }
    return String(decoding: utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  fileprivate var percentDecoded: String {
    guard utf8.contains(UInt8(ascii: "%")) else { return self }
    var bytes: [UInt8] = []
    var rest = Array(utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
