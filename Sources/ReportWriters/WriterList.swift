/// All formats that `build` writes when none is named; the order is that of the command's output.
public let allWriters: [any ReportWriter] = [
  MarkdownWriter(), WorkbookWriter(), WordWriter(), PageWriter(),
]

/// Formats that are written only when they are named.
public let writersOnDemand: [any ReportWriter] = [PDFWriter()]
