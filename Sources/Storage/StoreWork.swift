/// What works on one store, whose path its errors name.
protocol StoreWork {
  /// The store's folder, as it was named.
  var path: String { get }
}

extension StoreWork {
  /// Runs what asks the disk; what the disk refuses becomes an error of the store.
  func explaining<Value>(
    as code: (DiskError) -> StoreError.Code = StoreError.Code.failed,
    _ body: () throws(DiskError) -> Value
  ) throws(StoreError) -> Value {
    do throws(DiskError) { return try body() } catch {
      throw StoreError(code(error), place: path)
    }
  }
}
