/// An organisation in the book of contacts, found by its name.
package struct Organisation: Hashable, Sendable {
  package var name: String
  package var aliases: [String] = []
  package var kind: String?
  package var creditCode: String?
  package var place: String?
  package var note: String?
  package var unknownMembers: String?

  package init(name: String) { self.name = name }
}

/// A person in the book of contacts, found by name.
package struct Person: Hashable, Sendable {
  package var name: String
  package var organisation: String?
  package var title: String?
  package var phone: String?
  package var note: String?
  package var unknownMembers: String?

  package init(name: String) { self.name = name }
}

/// An industrial cluster with its chain and its target.
package struct Cluster: Hashable, Sendable {
  package var name: String
  package var segments: [String] = []
  package var target: String?
  /// Where the cluster's firms do their research and where they produce, when these are two places.
  package var researchPlace: String?
  package var productionPlace: String?
  package var note: String?
  package var unknownMembers: String?

  package init(name: String) { self.name = name }
}

/// An entry of the directory.
package enum DirectoryEntry: Hashable, Sendable {
  case organisation(Organisation)
  case person(Person)
  case cluster(Cluster)

  package var key: DirectoryKey {
    switch self {
    case .organisation(let organisation): DirectoryKey(.organisation, organisation.name)
    case .person(let person): DirectoryKey(.person, person.name)
    case .cluster(let cluster): DirectoryKey(.cluster, cluster.name)
    }
  }
}

/// What a directory entry is found by.
package struct DirectoryKey: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable { case organisation, person, cluster }
  package let kind: Kind
  package let name: String

  package init(_ kind: Kind, _ name: String) {
    self.kind = kind
    self.name = name
  }
}
