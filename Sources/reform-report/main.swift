import ReportCLI

ReformReport.main()
