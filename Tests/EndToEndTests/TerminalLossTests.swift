import Glibc
import TestSupport
import Testing

/// Windows that change without end, and terminals that go away.
@Suite struct TerminalLossTests {
  @Test func fiveHundredResizesLeaveABoardThatWorks() async throws {
    let desk = try await Desk.withExample()
    var dice = SplitMix64(seed: 500)
    try await TerminalScreen.show("zhaoshang", on: desk) { screen in
      try await screen.wait(for: "青岛", "the board")
      for round in 0..<500 {
        let columns = round == 0 ? 1 : Int.random(in: 1...500, using: &dice)
        let rows = round == 0 ? 1 : Int.random(in: 1...200, using: &dice)
        try await screen.resize(columns: columns, rows: rows)
      }
      try await screen.resize(columns: 80, rows: 24)
      try await screen.wait(for: "青岛", "the board comes back")
      try await screen.press("/")
      try await screen.type("ydhx")
      try await screen.press("Enter")
      try await screen.wait(for: "远东宏信", "it still listens")
      #expect(try await screen.exitStatus() == nil)
    }
  }

  /// With the signal and, as under nohup, without.
  @Test(arguments: ["zhaoshang", "trap '' HUP; exec zhaoshang"])
  func aTerminalThatIsClosedEndsItAtOnceWithoutSpinning(command: String) async throws {
    let desk = try await Desk.withExample()
    let process = try await TerminalScreen.show("exec sh -c \"\(command)\"", on: desk) { screen in
      try await screen.wait(for: "青岛", "the board")
      let process = try await screen.process()
      let before = Self.processorTicks(of: process)
      let start = ContinuousClock.now
      try await screen.vanish()
      var last = before
      while let ticks = Self.processorTicks(of: process) {
        last = ticks
        guard start.duration(to: .now) < .seconds(5) else { break }
        await Task.yield()
      }
      #expect(start.duration(to: .now) <= Effort.aSecond)
      // A tick is a hundredth of a second.
      #expect((last ?? 0) - (before ?? 0) <= 10)
      return process
    }
    #expect(kill(process, 0) != 0 || Self.processorTicks(of: process) == nil)
    #expect(try await desk.zhaoshang("verify").status == 0)
  }

  /// What a process has used of the processor; nil when it has ended.
  private static func processorTicks(of process: Int32) -> Int? {
    let file = open("/proc/\(process)/stat", O_RDONLY)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 1024)
    let count = read(file, &bytes, bytes.count)
    guard count > 0 else { return nil }
    let fields =
      String(decoding: bytes[..<count], as: UTF8.self).split(separator: ")").last?
      .split(separator: " ") ?? []
    guard fields.count > 12, fields[0] != "Z", let user = Int(fields[11]),
      let system = Int(fields[12])
    else { return nil }
    return user + system
  }
}
