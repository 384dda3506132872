/// 文件标题: titles of documents, with and without 《》.
public enum DocumentTitle {
  /// The titles of a text: each 《…》 where it holds nothing else but separators, otherwise the text as one title,
  /// without 《》 around it. 《》 inside a title stay.
  public static func split(_ text: String) -> [String] {
    if let inner = single(text) { return inner.isEmpty ? [] : [inner] }
    var titles: [String] = []
    var title = String.UnicodeScalarView()
    var depth = 0
    for scalar in text.unicodeScalars {
      switch scalar {
      case "《":
        if depth > 0 { title.append(scalar) }
        depth += 1
      case "》":
        depth -= 1
        guard depth >= 0 else { return [text] }
        if depth > 0 {
          title.append(scalar)
        } else {
          titles.append(String(title))
          title = String.UnicodeScalarView()
        }
      default:
        if depth > 0 {
          title.append(scalar)
        } else if !scalar.isBlank, !"、,;和及".unicodeScalars.contains(scalar.halfWidth) {
          return [text]
        }
      }
    }
    return depth == 0 && !titles.isEmpty ? titles.filter { !$0.isEmpty } : [text]
  }

  /// The title of a text that is 《…》 and nothing else, as nearly all are.
  private static func single(_ text: String) -> String? {
    let scalars = text.unicodeScalars
    guard scalars.first == "《", scalars.last == "》", !scalars.isEmpty else { return nil }
    let inner = scalars.dropFirst().dropLast()
    return inner.contains { $0 == "《" || $0 == "》" } ? nil : String(inner)
  }

  /// A title as it is compared: 《》 and 〈〉, spaces and the width of marks make no difference.
  public static func key(_ title: String) -> String {
    guard title.unicodeScalars.contains(where: changesInKeys) else { return title }
    var key = String.UnicodeScalarView()
    for scalar in title.unicodeScalars where !scalar.isBlank {
      switch scalar {
      case "《", "》", "〈", "〉", "<", ">": continue
      case "“", "”", "\"", "「", "」": key.append("\"")
      default: key.append(scalar.halfWidth)
      }
    }
    return String(key)
  }

  /// Whether a character is left out of a key or stands in it as another one.
  private static func changesInKeys(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x4E00...0x9FFF: false
    case 0x3008...0x300D, 0x3C, 0x3E, 0x22, 0x201C, 0x201D, 0xFF00...0xFF5E: true
    default: scalar.isBlank
    }
  }

  /// A title in 《》, with 《》 inside it turned into 〈〉 (GB/T 15834-2011, 4.15.3).
  public static func quoted(_ title: String) -> String {
    var inner = String.UnicodeScalarView()
    for scalar in title.unicodeScalars {
      inner.append(scalar == "《" ? "〈" : scalar == "》" ? "〉" : scalar)
    }
    return "《\(inner)》"
  }
}
