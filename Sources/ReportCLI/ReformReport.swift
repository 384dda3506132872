public import ArgumentParser

/// The command `reform-report`.
public struct ReformReport: ParsableCommand {
  /// What `--help` says of the command as a whole.
  public static let configuration = CommandConfiguration(commandName: "reform-report")

  /// A command without arguments.
  public init() {}
}
