/// The known name that a mistyped one most likely means, or nil where none is near: for "是否指…?".
///
/// Near is one slip in three characters, or one name standing whole inside the other.
public func nearestName(to typed: String, among known: some Sequence<String>) -> String? {
  let typed = Array(typed.unicodeScalars)
  guard !typed.isEmpty else { return nil }
  var best: (name: String, distance: Int)?
  for name in known {
    let scalars = Array(name.unicodeScalars)
    let distance = slips(typed, scalars)
    let near = distance <= max(1, max(typed.count, scalars.count) / 3) && distance < scalars.count
    let inside =
      min(typed.count, scalars.count) >= 2 && (contains(scalars, typed) || contains(typed, scalars))
    guard near || inside, best.map({ distance < $0.distance }) ?? true else { continue }
    best = (name, distance)
  }
  return best?.name
}

/// The Levenshtein distance of two short names.
private func slips(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
  var row = Array(0...right.count)
  for (i, a) in left.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, b) in right.enumerated() {
      let substituted = diagonal + (a == b ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(substituted, diagonal + 1, row[j] + 1)
    }
  }
  return row[right.count]
}

private func contains(_ whole: [Unicode.Scalar], _ part: [Unicode.Scalar]) -> Bool {
  guard part.count <= whole.count else { return false }
  return (0...(whole.count - part.count)).contains { whole[$0..<($0 + part.count)].elementsEqual(part) }
}
