internal import Glibc

extension Effort {
  /// The second that is promised, in a crowd longer.
  package static var aSecond: Duration { .seconds(crowding) }

  /// How many times longer things take because others use the processors too; 1 on a quiet machine.
  ///
  /// A release's numbers are taken on a quiet machine: there it is always 1.
  package static var crowding: Double {
    var load = 0.0
    guard !isLong, getloadavg(&load, 1) == 1 else { return 1 }
    let processors = Double(max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    return max(1, 2 * load / processors)
  }
}
