// swift-tools-version: 6.1
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("ExistentialAny"),
]

/// A C library of Debian's, seen by Swift through one module map.
func cLibrary(_ name: String, pkgConfig: String, debian: String) -> Target {
  .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([debian])])
}

let package = Package(
  name: "ReformReport",
  products: [
    .executable(name: "reform-report", targets: ["reform-report"]),
    .library(
      name: "ReformReport",
      targets: ["ReportModel", "ReportReaders", "ReportChecks", "ReportWriters"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    cLibrary("CYAML", pkgConfig: "yaml-0.1", debian: "libyaml-dev"),
    cLibrary("CXLSXWriter", pkgConfig: "xlsxwriter", debian: "libxlsxwriter-dev"),
    cLibrary("CZip", pkgConfig: "libzip", debian: "libzip-dev"),
    cLibrary("CXML", pkgConfig: "libxml-2.0", debian: "libxml2-dev"),

    .target(name: "YAMLTree", dependencies: ["CYAML"], swiftSettings: strict),
    .target(name: "FileReplacement", swiftSettings: strict),
    .target(
      name: "Spreadsheet", dependencies: ["CXLSXWriter", "FileReplacement"], swiftSettings: strict),
    .target(name: "OfficePackage", dependencies: ["CZip", "CXML"], swiftSettings: strict),
    .target(name: "ReportModel", swiftSettings: strict),
    .target(
      name: "ReportReaders", dependencies: ["ReportModel", "YAMLTree", "OfficePackage"],
      swiftSettings: strict),
    .target(name: "ReportChecks", dependencies: ["ReportModel"], swiftSettings: strict),
    .target(
      name: "ReportWriters",
      dependencies: [
        "ReportModel", "Spreadsheet", "FileReplacement", "OfficePackage", "YAMLTree",
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      swiftSettings: strict),
    .target(
      name: "ReportCLI",
      dependencies: [
        "ReportModel", "ReportReaders", "ReportChecks", "ReportWriters",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "reform-report", dependencies: ["ReportCLI"], swiftSettings: strict),

    .executableTarget(
      name: "prose-benchmark", dependencies: ["ReportModel", "ReportReaders"],
      path: "Benchmarks/prose-benchmark", swiftSettings: strict),

    .executableTarget(
      name: "reader-fuzz", dependencies: ["ReportReaders", "ReportWriters", "OfficePackage"],
      path: "Tests/Fuzz",
      swiftSettings: strict),
    .target(
      name: "TestSupport", dependencies: ["ReportModel"], path: "Tests/TestSupport",
      swiftSettings: strict),
    .testTarget(
      name: "YAMLTreeTests", dependencies: ["YAMLTree", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "SpreadsheetTests", dependencies: ["Spreadsheet", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "OfficePackageTests", dependencies: ["OfficePackage", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ReportModelTests", dependencies: ["ReportModel", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ReportReadersTests",
      dependencies: ["ReportReaders", "OfficePackage", "YAMLTree", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ReportChecksTests",
      dependencies: ["ReportChecks", "ReportReaders", "ReportWriters", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ReportWritersTests",
      dependencies: ["ReportWriters", "ReportReaders", "OfficePackage", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ReportCLITests", dependencies: ["reform-report", "ReportCLI", "TestSupport"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)

// Not built with the rest: REFORM_BENCHMARKS=1 swift build -c release --product spreadsheet-benchmark (or workbook-benchmark)
if Context.environment["REFORM_BENCHMARKS"] != nil {
  package.targets += [
    .executableTarget(
      name: "spreadsheet-benchmark", dependencies: ["ReportModel", "ReportWriters"],
      path: "Benchmarks/SpreadsheetBenchmark", swiftSettings: strict),
    .executableTarget(
      name: "checks-benchmark", dependencies: ["ReportModel", "ReportReaders", "ReportChecks"],
      path: "Benchmarks/ChecksBenchmark", swiftSettings: strict),
    .executableTarget(
      name: "workbook-benchmark", dependencies: ["ReportReaders", "OfficePackage"],
      path: "Benchmarks/WorkbookBenchmark", swiftSettings: strict),
  ]
}
