/// What may stand in place of a value.
package enum FilterWord: String, Named {
  /// Nothing stands there.
  case nothing = "none"
  /// Something does.
  case anything = "any"
  /// Whoever asks.
  case me
  case yes, no
  case undisclosed

  package var term: Term {
    switch self {
    case .nothing: Term("无", "None", "未归类", "未填", "没有")
    case .anything: Term("有", "Any")
    case .me: Term("本人", "Me", "我")
    case .yes: Term("是", "Yes", "y", "true")
    case .no: Term("否", "No", "n", "false")
    case .undisclosed: Term("未披露", "Undisclosed", "未公开")
    }
  }
}
