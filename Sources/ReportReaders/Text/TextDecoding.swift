import ReportModel

/// 文字编码: the bytes of a text file as text, whatever an editor on Windows or Linux saved it in.
///
/// A byte order mark decides (UTF-8, UTF-16); without one the bytes are UTF-8 if they are valid as such, else
/// GB18030, which includes GBK and GB2312. The mark is not part of the text, so that the first column is the
/// first character a person sees; line breaks stay as they are. What was assumed is said in the notes.
/// - Throws: what keeps the bytes from being text: binary data, damage (with its line), too large a file.
func decodeText(_ bytes: [UInt8], file: String) throws(InvalidInput) -> (text: String, notes: [Diagnostic]) {
  guard bytes.count <= TextLimits.bytes else { throw TextFault.tooLarge.invalid(file) }
  guard let encoding = ByteOrderMark.allCases.first(where: { bytes.starts(with: $0.rawValue) }) else {
    return try decodeUnmarked(bytes, file: file)
  }
  let body = bytes.dropFirst(encoding.rawValue.count)
  switch encoding {
  case .utf8:
    guard let text = String(validating: body, as: UTF8.self) else {
      throw TextFault.damaged("UTF-8", line: UTF8Survey(body).firstBadLine).invalid(file)
    }
    try refuseBinary(body, file: file)
    return (text, [TextFault.note("text.bom", "文件开头有 UTF-8 标记（BOM），已略过", file)])
  case .utf16LittleEndian, .utf16BigEndian:
    let text = try decodeUTF16(body, bigEndian: encoding == .utf16BigEndian, file: file)
    return (text, [TextFault.note("text.encoding", "文件按 UTF-16 编码读取", file)])
  }
}

/// 文本上限: what a text file may hold before it is refused; the longest reports have a few hundred kilobytes.
enum TextLimits {
  /// The largest text file, in bytes: 64 MiB.
  static let bytes = 64 << 20
}

private enum ByteOrderMark: CaseIterable {
  case utf8, utf16LittleEndian, utf16BigEndian

  var rawValue: [UInt8] {
    switch self {
    case .utf8: [0xEF, 0xBB, 0xBF]
    case .utf16LittleEndian: [0xFF, 0xFE]
    case .utf16BigEndian: [0xFE, 0xFF]
    }
  }
}

private func decodeUnmarked(_ bytes: [UInt8], file: String) throws(InvalidInput) -> (
  text: String, notes: [Diagnostic]
) {
  try refuseBinary(bytes[...], file: file)
  if let text = String(validating: bytes, as: UTF8.self) { return (text, []) }
  let survey = UTF8Survey(bytes[...])
  guard survey.bad >= survey.good else {
    throw TextFault.damaged("UTF-8", line: survey.firstBadLine).invalid(file)
  }
  switch IconvDecoder.decode(bytes, from: "GB18030") {
  case .text(let text):
    var notes = [TextFault.note("text.encoding", "文件不是 UTF-8，按 GB18030(含 GBK)编码读取", file)]
    if GB18030Survey(bytes).looksForeign {
      notes.append(
        Diagnostic(
          "text.encoding-doubtful", .warning, at: .file(file), "文件按 GB18030 读出的文字多是生僻字，可能是别的编码（如 Big5）",
          suggestions: [.init("请用编辑器打开核对；若是乱码，另存为 UTF-8 编码后重试")]))
    }
    return (text, notes)
  case .damaged(let offset):
    throw TextFault.damaged("GB18030", line: 1 + bytes[..<offset].count { $0 == UInt8(ascii: "\n") })
      .invalid(file)
  case .unavailable:
    throw TextFault.noConverter.invalid(file)
  }
}

/// Text has no NUL and hardly a control character; pictures, archives and UTF-16 without a mark do.
private func refuseBinary(_ bytes: ArraySlice<UInt8>, file: String) throws(InvalidInput) {
  let (controls, zeros) = bytes.withUnsafeBufferPointer { bytes in
    var counts = (controls: 0, zeros: 0)
    var index = bytes.nextControl(from: 0)
    while index < bytes.count {
      if bytes[index] == 0 { counts.zeros += 1 }
      if !(0x09...0x0D).contains(bytes[index]) { counts.controls += 1 }
      index = bytes.nextControl(from: index + 1)
    }
    return counts
  }
  guard zeros == 0, controls * 20 <= bytes.count else { throw TextFault.binary.invalid(file) }
}

private func decodeUTF16(_ bytes: ArraySlice<UInt8>, bigEndian: Bool, file: String) throws(InvalidInput)
  -> String
{
  var units: [UInt16] = []
  units.reserveCapacity(bytes.count / 2)
  var rest = bytes.makeIterator()
  while let first = rest.next() {
    guard let second = rest.next() else {
      throw TextFault.damaged("UTF-16", line: 1 + units.count { $0 == 0x0A }).invalid(file)
    }
    units.append(
      bigEndian ? UInt16(first) << 8 | UInt16(second) : UInt16(second) << 8 | UInt16(first))
  }
  guard !units.contains(0) else { throw TextFault.binary.invalid(file) }
  guard let text = String(validating: units, as: UTF16.self) else {
    throw TextFault.damaged("UTF-16", line: nil).invalid(file)
  }
  return text
}
