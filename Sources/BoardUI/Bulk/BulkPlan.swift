package import Pipeline

/// What a deed would do with each of the cards it is meant for, before anything is done.
package struct BulkPlan: Hashable, Sendable {
  package let deed: Deed
  /// The cards it is meant for.
  package let ids: [ProjectID]
  /// The cards that would change.
  package private(set) var passing: [ProjectID] = []
  /// The cards it is refused for.
  package private(set) var refused: [Refused] = []
  /// The cards that are as asked already.
  package private(set) var unchanged: [ProjectID] = []
  private var commands: [Command] = []

  package struct Refused: Hashable, Sendable {
    package let id: ProjectID
    package let refusal: Refusal
  }

  /// Works out what would come of a deed.
  ///
  /// - Complexity: O(cards), each decided by itself.
  package init(_ deed: Deed, for ids: [ProjectID], in pipeline: Pipeline, today: Day) {
    self.deed = deed
    self.ids = ids
    for id in ids {
      guard let project = pipeline[id] else {
        refused.append(Refused(id: id, refusal: .unknownProject(id)))
        continue
      }
      guard let command = deed.command(for: project) else {
        if project.status.isOpen {
          unchanged.append(id)
        } else {
          refused.append(Refused(id: id, refusal: .closed(id, project.status)))
        }
        continue
      }
      do {
        if try pipeline.decide(command, today: today).isEmpty {
          unchanged.append(id)
        } else {
          passing.append(id)
          commands.append(command)
        }
      } catch {
        refused.append(Refused(id: id, refusal: error))
      }
    }
  }

  /// The one step for all that pass; nil when none does.
  package var command: Command? { commands.isEmpty ? nil : .together(commands) }

  /// What a reason would make good, over all cards.
  package var wantingReason: [Requirement] {
    var all: [Requirement] = []
    for case .reasonNeeded(_, _, let missing) in refused.map(\.refusal) {
      for requirement in missing where !all.contains(requirement) { all.append(requirement) }
    }
    return all
  }
}
