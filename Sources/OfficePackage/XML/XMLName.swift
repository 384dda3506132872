/// 元素名与属性名: the names a reader cares about, as a closed list.
///
/// A raw value is `prefix:local` for a name in a namespace and `local` for one without; the prefix is the
/// reader's own and says which of `namespaces` is meant, whatever prefix a file uses. Names that are not in the
/// list are read and passed over.
///
/// ```swift
/// enum WordName: String, XMLName {
///   case paragraph = "w:p"
///   case value = "w:val"
///   static let namespaces = ["w": ["http://schemas.openxmlformats.org/wordprocessingml/2006/main"]]
/// }
/// ```
public protocol XMLName: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
  /// The namespaces behind each prefix; several where editions of a standard differ.
  static var namespaces: [String: [String]] { get }
}
