internal import Glibc

extension Effort {
  /// The second that is promised; three where so many programs run that no promise is made.
  ///
  /// A release's numbers are taken on a quiet machine, and get no more than the second.
  package static var aSecond: Duration {
    var load = 0.0
    let isBusy =
      getloadavg(&load, 1) == 1 && load > Double(2 * sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    return isBusy && !isLong ? .seconds(3) : .seconds(1)
  }
}
