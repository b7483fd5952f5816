#if PostgreSQL
  import Glibc
  import Synchronization
  import TestSupport

  /// Stands between a client and the server, and cuts the line at a byte.
  ///
  /// It listens on a socket beside the server's, under a port of its own; a thread passes bytes on.
  final class CuttingProxy: Sendable {
    enum Direction: Sendable, CaseIterable { case toServer, toClient }

    private struct State {
      /// How many bytes have passed since the last ``cut(at:_:)``.
      var passed: [Direction: Int] = [:]
      var limit: (Direction, Int)?
      var isClosed = false
      /// Nothing is passed on, and nothing is closed: a line that goes nowhere.
      var isHeld = false
      /// How long what has come lies here before it is passed on, in milliseconds.
      var delay: UInt32 = 0
      var isOver = false
    }

    let port: Int
    private let server: String
    private let path: String
    private let listener: Int32
    private let state = Mutex(State())

    init(to server: DatabaseServer, port: Int) throws {
      self.port = port
      self.server = "\(server.folder)/.s.PGSQL.\(server.port)"
      path = "\(server.folder)/.s.PGSQL.\(port)"
      listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
      var address = CuttingProxy.address(path)
      unlink(path)
      let isBound = withUnsafePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          bind(listener, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
        }
      }
      guard isBound, listen(listener, 16) == 0 else {
        throw DatabaseServer.Fault.doesNotStart("proxy")
      }
      var thread = pthread_t()
      pthread_create(
        &thread, nil,
        { (proxy: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? in
          if let proxy {
            Unmanaged<CuttingProxy>.fromOpaque(proxy).takeRetainedValue().run()
          }
          return nil
        }, Unmanaged.passRetained(self).toOpaque())
    }

    /// Has the line cut when so many bytes have passed from now on; once.
    func cut(at byte: Int, _ direction: Direction) {
      state.withLock {
        $0.passed = [:]
        $0.limit = (direction, byte)
      }
    }

    /// Passes everything on; how many bytes have passed each way since the last cut was set.
    @discardableResult
    func passAll() -> [Direction: Int] {
      state.withLock { state in
        state.limit = nil
        defer { state.passed = [:] }
        return state.passed
      }
    }

    /// Takes no connection and drops those there are, or takes them again.
    func close(_ isClosed: Bool) { state.withLock { $0.isClosed = isClosed } }

    /// Passes nothing on and says nothing, or goes on.
    func hold(_ isHeld: Bool) { state.withLock { $0.isHeld = isHeld } }

    /// Lets what has come lie for so many milliseconds.
    func delay(_ milliseconds: UInt32) { state.withLock { $0.delay = milliseconds } }

    func end() { state.withLock { $0.isOver = true } }

    private func run() {
      var pairs: [(client: Int32, server: Int32)] = []
      while !state.withLock({ $0.isOver }) {
        if state.withLock({ $0.isClosed }) {
          for pair in pairs { drop(pair) }
          pairs = []
        }
        if state.withLock({ $0.isHeld }) {
          usleep(5000)
          continue
        }
        var waits = [pollfd(fd: listener, events: Int16(POLLIN), revents: 0)]
        for pair in pairs {
          waits.append(pollfd(fd: pair.client, events: Int16(POLLIN), revents: 0))
          waits.append(pollfd(fd: pair.server, events: Int16(POLLIN), revents: 0))
        }
        guard poll(&waits, nfds_t(waits.count), 20) > 0 else { continue }
        var left: [(client: Int32, server: Int32)] = []
        for (index, pair) in pairs.enumerated() {
          var isWhole = true
          if waits[1 + 2 * index].revents != 0 {
            isWhole = pass(pair.client, pair.server, .toServer)
          }
          if isWhole, waits[2 + 2 * index].revents != 0 {
            isWhole = pass(pair.server, pair.client, .toClient)
          }
          if isWhole { left.append(pair) } else { drop(pair) }
        }
        pairs = left
        if waits[0].revents != 0 {
          let client = accept(listener, nil, nil)
          if client >= 0, !state.withLock({ $0.isClosed }), let server = connected() {
            pairs.append((client, server))
          } else if client >= 0 {
            Glibc.close(client)
          }
        }
      }
      for pair in pairs { drop(pair) }
      Glibc.close(listener)
      unlink(path)
    }

    /// Passes on what has come; false when the line ends or is cut.
    private func pass(_ from: Int32, _ to: Int32, _ direction: Direction) -> Bool {
      var bytes = [UInt8](repeating: 0, count: 1 << 16)
      let count = read(from, &bytes, bytes.count)
      guard count > 0 else { return false }
      let (allowed, isCut) = state.withLock { state -> (Int, Bool) in
        let before = state.passed[direction, default: 0]
        state.passed[direction] = before + count
        guard let (cutting, limit) = state.limit, cutting == direction, before + count >= limit
        else { return (count, false) }
        state.limit = nil
        return (max(0, limit - before), true)
      }
      let delay = state.withLock { $0.delay }
      if delay > 0 { usleep(delay * 1000) }
      var sent = 0
      while sent < allowed {
        let written = bytes[sent..<allowed].withUnsafeBytes {
          send(to, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
        }
        if written <= 0 { return false }
        sent += written
      }
      return !isCut
    }

    private func drop(_ pair: (client: Int32, server: Int32)) {
      Glibc.close(pair.client)
      Glibc.close(pair.server)
    }

    private func connected() -> Int32? {
      let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
      var address = CuttingProxy.address(server)
      let isConnected = withUnsafePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
        }
      }
      if isConnected { return descriptor }
      Glibc.close(descriptor)
      return nil
    }

    private static func address(_ path: String) -> sockaddr_un {
      var address = sockaddr_un()
      address.sun_family = sa_family_t(AF_UNIX)
      withUnsafeMutableBytes(of: &address.sun_path) { bytes in
        bytes.copyBytes(from: Array(path.utf8) + [0])
      }
      return address
    }
  }
#endif
