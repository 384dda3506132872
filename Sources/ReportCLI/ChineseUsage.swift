import ArgumentParser
import Foundation

extension ReformReport {
  /// Runs the command line. Help and usage errors come out in Chinese; wrong usage ends with status 64.
  public static func start() -> Never {
    do {
      var command = try parseAsRoot()
      try command.run()
      Foundation.exit(0)
    } catch {
      let message = ChineseUsage.translated(fullMessage(for: error))
      let status = exitCode(for: error)
      if !message.isEmpty {
        let output = status.isSuccess ? FileHandle.standardOutput : FileHandle.standardError
        try? output.write(contentsOf: Data((message + "\n").utf8))
      }
      Foundation.exit(status.rawValue)
    }
  }
}

/// The argument parser's own English in the words of a clerk; it cannot be told to speak another language.
enum ChineseUsage {
  /// A help text or an error message with the parser's phrases translated; names and our own texts stay.
  static func translated(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var line = String(line)
      for (english, chinese) in phrases where line.contains(english) {
        line = line.replacing(english, with: chinese)
      }
      return line
    }.joined(separator: "\n")
  }

  /// Longer phrases before the shorter ones in them.
  private static let phrases: [(String, String)] = [
    ("OVERVIEW: ", ""), ("USAGE: ", "用法: "), ("Usage: ", "用法: "), ("Help: ", "说明: "), ("Error: ", "错误: "),
    ("ARGUMENTS:", "参数:"), ("OPTIONS:", "选项:"), ("SUBCOMMANDS:", "子命令:"), ("<subcommand>", "<子命令>"),
    ("Show the version.", "显示版本。"), ("Show help information.", "显示帮助。"),
    ("Show subcommand help information.", "显示子命令的帮助。"), ("(values: ", "(可选: "), ("(default: ", "(默认: "),
    ("default: ", "默认: "), (" for detailed help.", " 可看详细说明。"),
    ("See 'reform-report help <子命令>' for detailed help.", "各子命令的用法见 reform-report help <子命令>。"),
    (" for more information.", " 可看详细说明。"), ("  See '", "  输入 '"),
    ("Missing expected argument ", "缺少参数 "), ("Missing required subcommand.", "缺少子命令。"),
    ("Missing one of: ", "缺少其中之一: "),
    ("Missing value for ", "后面没有写值: "), (". Did you mean ", "，是否指 "), ("Unknown option ", "没有这个选项: "),
    ("Unexpected argument ", "多出的参数: "), (" unexpected arguments: ", "个多出的参数: "),
    ("Invalid option: ", "没有这个选项: "), ("The value ", "不能写 "),
    (" is invalid for ", "，用于 "), (" is invalid.", "。"),
  ]
}
