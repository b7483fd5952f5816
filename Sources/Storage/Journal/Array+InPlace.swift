extension Array {
  /// Looks at each element where it stands.
  ///
  /// A loop takes a copy of each: for an event of some four hundred bytes, which counts twenty
  /// references, that is more than looking at it.
  func eachInPlace<Fault: Error>(_ body: (borrowing Element) throws(Fault) -> Void) throws(Fault) {
    let elements = span
    for index in elements.indices { try body(elements[index]) }
  }
}
