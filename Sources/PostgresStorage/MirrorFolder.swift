#if PostgreSQL
  internal import Glibc
  internal import Pipeline
  internal import Storage

  /// Where this machine keeps its copies of stores on servers: a folder a store, and for each address a
  /// link to the store that was last found there.
  struct MirrorFolder {
    let path: String

    /// The store last found at an address; nil when none is known.
    func store(at address: ServerAddress) -> String? {
      var buffer = [CChar](repeating: 0, count: 64)
      let count = readlink(link(to: address), &buffer, buffer.count)
      guard count == 36 else { return nil }
      let id = String(decoding: buffer.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
      return MirrorFolder.isID(id) ? id : nil
    }

    /// Notes which store is at an address; whether it can is nobody's trouble.
    func note(_ id: String, at address: ServerAddress) {
      guard store(at: address) != id else { return }
      let new = link(to: address) + ".\(getpid())"
      unlink(new)
      if symlink(id, new) == 0, rename(new, link(to: address)) != 0 { unlink(new) }
    }

    func folder(of id: String) -> String { path + "/" + id }

    /// Opens the copy of a store, or makes it; one that is damaged is put aside for another.
    func open(_ id: String, _ authorship: Authorship) throws(StoreError) -> Journal {
      let path = folder(of: id)
      var failure = StoreError(.notAStore, place: path)
      for _ in 0..<3 {
        do throws(StoreError) {
          let journal = try Journal(path: path, authorship: authorship, isMirror: true)
          guard case .readOnly(.damaged) = journal.access else { return journal }
        } catch {
          switch error.code {
          case .missing, .damaged, .notAStore: failure = error
          default: throw error
          }
        }
        putAside(id, as: "damaged")
        do throws(StoreError) {
          try Journal.createMirror(
            at: path, of: id, format: .current, random: authorship.random)
        } catch {
          // Another program of this person may have been quicker.
          if error.code != .alreadyExists { throw error }
        }
      }
      throw failure
    }

    /// Keeps what a server no longer holds.
    func putAside(_ id: String, rewoundFrom last: SequenceNumber) {
      putAside(id, as: "rewound-\(last)")
    }

    /// Gives a copy another name, which says why; nothing of it is lost.
    private func putAside(_ id: String, as reason: String) {
      var place = folder(of: id) + "." + reason
      var number = 1
      while access(place, F_OK) == 0 {
        number += 1
        place = folder(of: id) + "." + reason + "~\(number)"
      }
      rename(folder(of: id), place)
    }

    /// Up to which events copies were read that were put aside because the server had gone back.
    func rewound(_ id: String) -> [SequenceNumber] {
      guard let folder = opendir(path) else { return [] }
      defer { closedir(folder) }
      var found: [SequenceNumber] = []
      while let entry = readdir(folder) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        let mark = id + ".rewound-"
        guard name.hasPrefix(mark) else { continue }
        let digits = name.dropFirst(mark.count).prefix { $0.isNumber }
        found.append(SequenceNumber(UInt64(digits) ?? 0))
      }
      return found.sorted()
    }

    /// Whether a name is that of a store.
    static func isID(_ text: String) -> Bool {
      text.utf8.count == 36
        && text.utf8.allSatisfy { byte in
          (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte) || byte == 0x2D
        }
    }

    /// One name for each address: FNV-1a, for which nobody has a reason to look for collisions among
    /// his own addresses.
    private func link(to address: ServerAddress) -> String {
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      for byte in "\(address.connection)\n\(address.schema)".utf8 {
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
      }
      return path + "/" + String(hash, radix: 16) + ".address"
    }
  }
#endif
