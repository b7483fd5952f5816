internal import Files
internal import Pipeline
internal import Settings
internal import Storage
internal import Wording

extension Workplace {
  /// Reads where a store is; nil stays nil.
  static func address(_ text: String?, _ words: Words) throws(Failure) -> StoreAddress? {
    guard let text else { return nil }
    do throws(StoreAddress.Fault) { return try StoreAddress(text) } catch {
      throw Failure(.badConfiguration, words.address(error))
    }
  }

  /// Where the store is, or is to be.
  func address() throws(Failure) -> StoreAddress {
    guard let store else {
      throw Failure(.badConfiguration, words.noPlaceForStore(Workplace.storeVariable))
    }
    return store
  }

  /// The folder that holds the store's records: its own, or this machine's copy of a server's,
  /// brought up to date.
  func recordFolder() throws(Failure) -> String {
    switch try address() {
    case .folder(let path): return path
    case .server(let server): return try mirror(of: server)
    }
  }

  /// The store's folder; refused where the store is on a server.
  func folder() throws(Failure) -> String {
    switch try address() {
    case .folder(let path): return path
    case .server(let server): throw Failure(.refused, words.wantsFolder(server.text))
    }
  }

  /// That this program cannot serve a store on a server.
  func unserved(_ server: ServerAddress) -> Failure {
    Failure(.badConfiguration, words.serverNotBuiltIn(server.text))
  }

  /// Where boards keep what is being typed: in the store's folder, or on this machine.
  func draftFolder(of store: any EventStore) -> String {
    guard case .server? = self.store, let paths else { return store.place + "/drafts" }
    let folder = paths.stateFolder + "/drafts/" + store.storeID
    // Where it cannot be made, drafts are not kept: no reason to keep anybody from the board.
    try? Folder.make(above: folder + "/x")
    return folder
  }
}
