internal import Glibc

/// Why waiting ended.
package enum Wake: Hashable, Sendable {
  /// The terminal is gone.
  case hangUp
  case signals([Signal])
  case folder(FolderChange)
  /// The server has something.
  case server
  /// Keys or the mouse: read them.
  case input
}

/// Waits for the terminal, the signals, the folder and a server at once.
package enum Waiter {
  /// Whether the terminal is gone, and the signals that have come; without waiting.
  package static func look(at signals: borrowing Signals) -> [Wake] {
    var terminal = pollfd(fd: 0, events: 0, revents: 0)
    if poll(&terminal, 1, 0) > 0 { return [.hangUp] }
    let received = signals.read()
    return received.isEmpty ? [] : [.signals(received)]
  }

  /// Everything that happened, in the order of ``Wake``'s cases; empty when the time is over.
  ///
  /// - Parameters:
  ///   - server: A descriptor that is somebody else's, and what to poll it for.
  ///   - milliseconds: The longest wait; nil for no end.
  package static func wait(
    signals: borrowing Signals, folder: borrowing FolderWatch?,
    server: (descriptor: Int32, events: Int16)? = nil, milliseconds: Int32?
  ) -> [Wake] {
    wait(
      on: pollfd(fd: 0, events: Int16(POLLIN), revents: 0), signals: signals, folder: folder,
      server: server, milliseconds: milliseconds)
  }

  /// The same for a program that reads no keys: ``Wake/hangUp`` is that nobody reads its output.
  package static func waitWithoutKeys(
    signals: borrowing Signals, folder: borrowing FolderWatch?,
    server: (descriptor: Int32, events: Int16)? = nil, milliseconds: Int32?
  ) -> [Wake] {
    wait(
      on: pollfd(fd: 1, events: 0, revents: 0), signals: signals, folder: folder, server: server,
      milliseconds: milliseconds)
  }

  private static func wait(
    on terminal: pollfd, signals: borrowing Signals, folder: borrowing FolderWatch?,
    server: (descriptor: Int32, events: Int16)?, milliseconds: Int32?
  ) -> [Wake] {
    let folderDescriptor: Int32 =
      switch folder {
      case .some(let folder): folder.descriptor
      case .none: -1
      }
    var waits =
      [terminal]
      + [signals.descriptor, folderDescriptor].map {
        pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
      }
    let server = server ?? (-1, 0)
    waits.append(pollfd(fd: server.descriptor, events: server.events, revents: 0))
    guard poll(&waits, 4, milliseconds ?? -1) > 0 else { return [] }
    var wakes: [Wake] = []
    // Only these mean that the terminal is gone; a read that gives nothing does not.
    if waits[0].revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 { wakes.append(.hangUp) }
    if waits[1].revents != 0 { wakes.append(.signals(signals.read())) }
    if waits[2].revents != 0 {
      switch folder {
      case .some(let folder): wakes.append(.folder(folder.read()))
      case .none: break
      }
    }
    if waits[3].revents != 0 { wakes.append(.server) }
    if waits[0].revents & Int16(POLLIN) != 0 { wakes.append(.input) }
    return wakes
  }
}
