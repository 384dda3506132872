extension DomainTerms {
  /// The fields that a reader knows when no table is given.
  public static let standard = DomainTerms([])
}
