import ReportCLI

ReformReport.start()
