/// All formats a report can be written in; the order is that of the command's output.
public let allWriters: [any ReportWriter] = [
  MarkdownWriter(), WorkbookWriter(), WordWriter(),
]
