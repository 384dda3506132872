import Foundation
import Synchronization

/// 按需: a value that is worked out when it is first asked for, once however many tasks ask.
public final class OnDemand<Value: Sendable>: Sendable {
  private let made = Mutex<Value?>(nil)
  private let make: @Sendable () -> Value

  /// A value that `make` works out.
  public init(_ make: @escaping @Sendable () -> Value) { self.make = make }

  /// The value.
  public var value: Value {
    made.withLock { made in
      if let made { return made }
      let value = make()
      made = value
      return value
    }
  }

  /// The same, with a thread of its own already at work on it; whoever asks earlier than it is done waits for it.
  public func begun() -> Self {
    Thread.detachNewThread { _ = self.value }
    return self
  }
}
