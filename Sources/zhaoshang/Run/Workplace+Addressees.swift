internal import Feeds
internal import Pipeline
internal import Wording

extension Workplace {
  /// Refuses a name that nobody has: a digest for nobody is empty, and a calendar would be emptied.
  func checkAddressees(_ names: [String], in pipeline: Pipeline) throws(Failure) {
    for name in names where name != ReminderPost.everybodyElse {
      let isKnown =
        name == account.name
        || pipeline.projects.contains { project in
          project.owner == name || project.next?.who == name || project.lead.contains(name)
        }
        || pipeline.requests.contains { $0.unit == name }
        || pipeline.handOvers.contains { $0.to == name }
        || pipeline.directory.keys.contains { $0.name == name }
      guard isKnown else { throw Failure(.refused, words.nobodyCalled(name)) }
    }
  }
}

extension Words {
  fileprivate func nobodyCalled(_ name: String) -> String {
    say(
      "没有叫「\(name)」的责任人或单位：--for 要写全名",
      "nobody is called '\(name)', no person and no unit: --for takes the whole name")
  }
}
