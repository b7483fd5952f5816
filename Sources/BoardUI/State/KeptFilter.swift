internal import Insight
internal import Pipeline

/// The filter that is typed as it was read, and of which pipeline its names were looked up in.
struct KeptFilter: Hashable, Sendable {
  var text = ""
  var me = ""
  var version: SequenceNumber?
  var filter = Filter()
  var problems: [FilterProblem] = []
}
