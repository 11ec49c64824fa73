package import FactStore
import JSONText
package import Sessions
package import TerminalText

/// A session as it is handed on with a report.
package struct SessionCopy: Sendable {
  package var store: FactStore
  /// Of its file.
  package var bytes: [UInt8]
  /// The hash of its last operation.
  package var head: ChainHash
}

extension Desk {
  /// The session as `save` would write it; for readers without names of staff, notes and tags, its
  /// digests and chain made anew.
  package func copy(forReaders: Bool) throws(UserError) -> SessionCopy {
    var (store, carried) = (self.store, carriedOver)
    if forReaders {
      do throws(OperationError) {
        store = try Anonymiser.anonymised(store, forReaders: true)
      } catch {
        throw UserError(error)
      }
      carried = CarriedOver()
      carried.unknownMembers.append("anonymised", true)
    }
    let bytes = SessionDocument.bytes(of: store, carrying: carried, theo: Desk.version)
    let chain = OperationChain(after: store.log, carrying: carried)
    return SessionCopy(store: store, bytes: bytes, head: chain.head)
  }
}
