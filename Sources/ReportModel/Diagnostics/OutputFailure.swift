/// 输出失败: an output could not be written (exit status 3). What stood there before is untouched.
public struct OutputFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file that was to be written.
  public var file: String
  /// What stood in the way, in Chinese.
  public var message: String
  /// What to do next, in Chinese.
  public var remedy: String

  /// A failed output.
  public init(file: String, _ message: String, remedy: String) {
    self.file = file
    self.message = message
    self.remedy = remedy
  }

  /// The failure as messages show it.
  public var description: String { "\(file): \(message);\(remedy)" }
}
