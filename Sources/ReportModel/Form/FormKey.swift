/// 栏目标识: the hidden words that name a form's columns, so that a column is known again under another heading.
public enum FormKey {
  /// The column of the rows' marks.
  public static let mark = "标识"
  /// The column of the rows' fingerprints.
  public static let fingerprint = "指纹"
  private static let head = "RR1:"

  /// The hidden word of a column.
  public static func text(_ key: String) -> String { head + key }

  /// The column that a hidden word names; nil for any other text.
  public static func key(_ text: String) -> String? {
    text.hasPrefix(head) ? String(text.dropFirst(head.count)) : nil
  }
}
