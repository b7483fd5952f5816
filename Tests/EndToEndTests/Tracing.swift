import TestSupport

/// Whether a program can be watched, and refused its calls, here.
enum Tracing {
  static let works: Bool = {
    guard let child = try? Child("strace", ["-f", "-o", "/dev/null", "true"]) else { return false }
    return child.wait() == .exited(0)
  }()
}
