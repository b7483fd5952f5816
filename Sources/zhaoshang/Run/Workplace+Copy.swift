internal import Exchange
internal import Glibc
internal import Pipeline
internal import PostgresStorage
internal import Storage
internal import Wording

/// A store that was copied, as it is at its new place.
struct CopiedStore {
  let place: String
  let storeID: String
  let last: SequenceNumber
  let bytes: Int64
  /// The SHA-256 of all lines; nil where the library for it is missing.
  let digest: String?

  /// What the new store's history says of it.
  var record: StoreRecovery { StoreRecovery(.restored, bytes: bytes, last: last) }
}

extension Workplace {
  /// Copies all records of a store, byte for byte, to where nothing is yet: between folders and servers.
  ///
  /// Each record is checked by its sum, the copy is read back and compared, and the digests of both are
  /// held against each other.
  func copy(_ source: StoreAddress, to target: StoreAddress, group: String? = nil)
    throws(Failure) -> CopiedStore
  {
    let temporary: ThrowawayFolder?
    let path: String
    switch source {
    case .folder(let folder): (temporary, path) = (nil, folder)
    case .server(let server):
      let folder = try ThrowawayFolder("copy", words)
      (temporary, path) = (folder, try readAnew(server, into: folder.path))
    }
    defer { withExtendedLifetime(temporary) {} }
    let (last, id, bytes): (SequenceNumber, String, Int64)
    switch target {
    case .folder(let place):
      let number = try group.map { name throws(Failure) in try self.group(name) }
      let report = try copy(path, to: place, group: number)
      (last, id, bytes) = (report.last, report.storeID, report.bytes)
    case .server(let server):
      if group != nil {
        throw Failure(.wrongCommandLine, words.conflictingOptions("--group", server.text))
      }
      (last, id) = try put(path, from: source, on: server)
      bytes = Int64(JournalReading.size(of: path + "/journal"))
    }
    let digest = try digest(of: path, upTo: last)
    if case .folder(let place) = target, let digest,
      try self.digest(of: place, upTo: last) != digest
    {
      throw Failure(.storeFailed, words.copyDiffers(place))
    }
    return CopiedStore(place: target.text, storeID: id, last: last, bytes: bytes, digest: digest)
  }

  /// The digest of a folder's lines; nil for none, and where the library is missing.
  private func digest(of path: String, upTo last: SequenceNumber) throws(Failure) -> String? {
    do throws(StoreError) {
      guard case .made(let seal) = try StoreSeal.make(of: path, upTo: last) else { return nil }
      return seal.digest
    } catch {
      if case .noDigest = error.code { return nil }
      throw failure(error)
    }
  }

  /// Every row of a server, read anew and checked, as a store's folder below another.
  func readAnew(_ server: ServerAddress, into folder: String) throws(Failure) -> String {
    #if PostgreSQL
      let progress = Progress(.readingJournal, words)
      do throws(StoreError) {
        return try ServerCare(server).readAnew(into: folder, authorship) {
          progress.goOn(to: Int($0), of: Int($1))
        }
      } catch {
        throw failure(error)
      }
    #else
      throw unserved(server)
    #endif
  }

  /// Brings the records of a folder onto a server; the last of them, and the store they are of.
  private func put(_ path: String, from source: StoreAddress, on server: ServerAddress)
    throws(Failure) -> (SequenceNumber, String)
  {
    #if PostgreSQL
      let progress = Progress(.copyingStore, words)
      do throws(StoreError) {
        var members: [ServerCare.Member] = []
        if case .server(let other) = source { members = try ServerCare(other).members() }
        let id = try StoreLines(of: path).id
        let last = try ServerCopy.make(of: path, on: server, members: members) {
          progress.goOn(to: Int($0), of: Int($1))
        }
        return (last, id)
      } catch {
        throw failure(error)
      }
    #else
      throw unserved(server)
    #endif
  }
}
