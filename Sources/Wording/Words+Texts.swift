package import Pipeline
package import SafeText

extension Words {
  /// Which text was refused: 项目名称, 原因.
  package func site(_ site: Refusal.TextSite) -> String {
    switch site {
    case .field(let field): self.field(field)
    case .reason: say("原因", "The reason")
    case .place: say("地点", "The place")
    case .note: say("备注", "The note")
    case .outcome: say("成果", "The outcome")
    case .site: say("考察点", "The sites")
    case .unit: say("单位", "The units")
    case .counterpart: say("对方单位", "The counterparts")
    case .person: say("人员", "The people")
    case .trip: say("行程", "The trip")
    case .line: say("台账行", "The ledger line")
    case .name: say("名称", "The name")
    }
  }

  /// Why a text was refused, where in it, and what to do.
  package func text(_ fault: TextFault, at site: String) -> String {
    let place = fault.position + 1
    switch fault.kind {
    case .null:
      return say(
        "\(site)第 \(place) 个字符是空字符，请删去", "\(site) has a null at character \(place); delete it")
    case .controls:
      return say(
        "\(site)到第 \(place) 个字符已有过多控制字符，请重新输入",
        "\(site) has too many control characters by character \(place); type it again")
    case .bidiControl(let scalar):
      let mark = SafeText.mark(for: scalar)
      return say(
        "\(site)第 \(place) 个字符 \(mark) 会颠倒文字方向，请删去",
        "\(site) has \(mark) at character \(place), which turns the text around; delete it")
    case .hiddenText(let scalar):
      let mark = SafeText.mark(for: scalar)
      return say(
        "\(site)第 \(place) 个字符 \(mark) 是隐藏文字，请删去",
        "\(site) has hidden text \(mark) at character \(place); delete it")
    case .tooManyMarks:
      return say(
        "\(site)第 \(place) 个字符处叠加符号过多，请删减",
        "\(site) piles up too many marks at character \(place); delete some")
    case .nothingVisible: return say("\(site)没有可见文字，请填写", "\(site) has nothing to see; fill it in")
    case .tooLong(let limit):
      return say("\(site)太长，上限 \(limit)，请缩短", "\(site) is longer than \(limit); shorten it")
    }
  }
}
