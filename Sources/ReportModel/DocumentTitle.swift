/// 文件标题: titles of documents, with and without 《》.
public enum DocumentTitle {
  /// The titles of a text: each 《…》 where it holds nothing else but separators, otherwise the text as one title,
  /// without 《》 around it. 《》 inside a title stay.
  public static func split(_ text: String) -> [String] {
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

  /// A title as it is compared: 《》 and 〈〉, spaces and the width of marks make no difference.
  public static func key(_ title: String) -> String {
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

  /// A title in 《》, with 《》 inside it turned into 〈〉 (GB/T 15834-2011, 4.15.3).
  public static func quoted(_ title: String) -> String {
    var inner = String.UnicodeScalarView()
    for scalar in title.unicodeScalars {
      inner.append(scalar == "《" ? "〈" : scalar == "》" ? "〉" : scalar)
    }
    return "《\(inner)》"
  }
}
