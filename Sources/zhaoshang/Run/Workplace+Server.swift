internal import Pipeline
internal import PostgresStorage
internal import Settings
internal import Storage
internal import Wording

extension Workplace {
  /// Opens a store on a server; says on stderr when it is only this machine's copy.
  func openServer(_ server: ServerAddress, isReadOnly: Bool, isTold: Bool) throws(Failure)
    -> any EventStore
  {
    #if PostgreSQL
      guard let paths else {
        throw Failure(.badConfiguration, words.noPlaceForStore("XDG_CACHE_HOME"))
      }
      let progress = isTold ? Progress(.readingJournal, words) : nil
      do throws(StoreError) {
        let store = try ServerStore(
          server, authorship: authorship, mirrors: paths.cacheFolder, isReadOnly: isReadOnly,
          advance: { done, all in progress?.goOn(to: Int(done), of: Int(all)) })
        if isReadOnly, case .readOnly(let reason) = store.access, reason != .asked {
          Output.say(words.readOnly(reason, path: store.place))
        }
        // Kept to the program's end, as a journal is.
        _ = Unmanaged.passRetained(store)
        return store
      } catch {
        throw failure(error)
      }
    #else
      throw unserved(server)
    #endif
  }

  /// This machine's copy of a store on a server, brought up to date; refused where nobody answers, for
  /// a copy of yesterday is no answer to what is asked of the whole.
  func mirror(of server: ServerAddress) throws(Failure) -> String {
    #if PostgreSQL
      let store = try openServer(server, isReadOnly: true, isTold: true)
      if case .readOnly(.offline(let fault, _)) = store.access {
        throw Failure(fault.status, words.server(fault, at: server.text))
      }
      return store.recordFolder
    #else
      throw unserved(server)
    #endif
  }

  /// Makes sure that every row of a server is what was sealed, and says what is not.
  ///
  /// - Complexity: O(events): all are read anew, whatever this machine has of them.
  func verify(_ server: ServerAddress) throws(Failure) {
    #if PostgreSQL
      do throws(StoreError) {
        let progress = Progress(.checkingStore, words)
        try ServerCare(server).verify(authorship, remove: FolderTree.remove) {
          progress.goOn(to: Int($0), of: Int($1))
        }
      } catch {
        throw failure(error)
      }
    #else
      throw unserved(server)
    #endif
  }

  /// Makes an empty store on a server.
  func create(on server: ServerAddress) throws(Failure) {
    #if PostgreSQL
      do throws(StoreError) {
        try ServerCare(server).create(id: Dice().identifier())
      } catch {
        throw failure(error)
      }
    #else
      throw unserved(server)
    #endif
  }
}
