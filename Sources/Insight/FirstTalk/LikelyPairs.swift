package import Pipeline

/// Two projects that may be the same.
package struct LikelyPair: Hashable, Sendable {
  package let project: ProjectID
  package let likeness: Likeness
}

/// Projects with something in common, too many to be told in pairs.
package struct LikelyCrowd: Hashable, Sendable {
  package let common: Common
  /// By number.
  package let projects: [ProjectID]

  package enum Common: Hashable, Sendable {
    case name(String)
    case investor(String)
    case creditCode(String)
  }

  /// How many pairs they would be.
  package var pairCount: Int { projects.count * (projects.count - 1) / 2 }
}

/// What may be the same among all projects.
package struct LikelyPairs: Hashable, Sendable {
  package internal(set) var pairs: [LikelyPair] = []
  package internal(set) var crowds: [LikelyCrowd] = []

  /// 「待定」 as the investor of everything says nothing; ten of a group of companies may.
  package static let usualLimit = 10
}
