/// 二分查找: a place in a list whose elements stand in order.
extension RandomAccessCollection where Index == Int {
  /// The first index whose element lies no longer before a place; the end where all do. O(log n).
  ///
  /// - Parameter isBefore: true for the first elements of the list, and for none behind them.
  @inlinable
  package func prefixEnd(while isBefore: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
