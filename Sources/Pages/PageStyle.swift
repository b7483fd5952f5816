internal import Canvas

/// The colours of a theme and the measures of the pages, as a style sheet.
struct PageStyle {
  let text: String

  init(_ theme: Theme) {
    func colours(_ role: Role) -> (front: String, ground: String) {
      let look = theme.look(of: role)
      let plain: (UInt32, UInt32) = theme.isDark ? (0xD0D0D0, 0x14171C) : (0x1C2430, 0xFFFFFF)
      let isReversed = look.attributes.contains(.reverse)
      let front = look.foreground.directRGB ?? plain.0
      let ground = look.background.directRGB ?? plain.1
      return isReversed
        ? (PageStyle.hex(ground), PageStyle.hex(front))
        : (PageStyle.hex(front), PageStyle.hex(ground))
    }
    var variables: [String] = []
    func name(_ name: String, _ role: Role) {
      let pair = colours(role)
      variables.append("--\(name): \(pair.front); --on-\(name): \(pair.ground);")
    }
    for (label, role) in [
      ("text", .text), ("dim", .dim), ("accent", .accent), ("line", .border), ("bad", .error),
      ("warn", .warn), ("good", .ok), ("card", .card), ("late", .stripeLate),
      ("stale", .stripeStale), ("held", .stripeHeld), ("track", .track), ("dropped", .dropped),
      ("tab", .tabActive),
    ] as [(String, Role)] {
      name(label, role)
    }
    let areas: [Role] = [.area1, .area2, .area3, .area4, .area5, .area6]
    let stills: [Role] = [.still1, .still2, .still3, .still4, .still5, .still6]
    for (index, role) in areas.enumerated() { name("area\(index + 1)", role) }
    for (index, role) in stills.enumerated() { name("still\(index + 1)", role) }
    text = ":root { " + variables.joined(separator: " ") + " }\n" + PageStyle.sheet
  }

  private static func hex(_ rgb: UInt32) -> String {
    let digits = String(rgb, radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.utf8.count) + digits
  }

  private static let sheet = """
    * { box-sizing: border-box; }
    html { font-size: clamp(15px, 10px + 0.5vw, 22px); }
    body { margin: 0; background: var(--on-text); color: var(--text); line-height: 1.45;
      font-family: "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
    a { color: inherit; } main { padding: 0.6rem 1rem 2rem; }
    header { display: flex; flex-wrap: wrap; gap: 0.3rem 1rem; align-items: baseline;
      padding: 0.5rem 1rem; border-bottom: 1px solid var(--line); }
    header strong { color: var(--accent); } header span { color: var(--dim); margin-left: auto; }
    nav { display: flex; flex-wrap: wrap; gap: 0.2rem; }
    nav a { padding: 0.15rem 0.6rem; text-decoration: none; border-radius: 0.2rem; }
    nav a[aria-current] { background: var(--on-tab); color: var(--tab); font-weight: bold; }
    h1 { font-size: 1.35rem; margin: 0.4rem 0; } h2 { font-size: 1.1rem; margin: 1.2rem 0 0.4rem; }
    p { margin: 0.3rem 0; } p.line, p.rule, footer { color: var(--dim); }
    .board { display: grid; grid-template-columns: repeat(6, minmax(0, 1fr)); gap: 0.6rem; }
    .board h2 { margin: 0; padding: 0.25rem 0.5rem; font-size: 1rem; display: flex; gap: 0.5rem; }
    .board h2 span { margin-left: auto; font-weight: normal; }
    .card { display: block; background: var(--on-card); color: var(--card); margin: 0.4rem 0;
      padding: 0.35rem 0.6rem; border-left: 0.35rem solid transparent; text-decoration: none;
      overflow-wrap: anywhere; }
    .card b { display: block; font-weight: 600; } .card small { display: flex; gap: 0.5rem; }
    .card small span:last-child { margin-left: auto; white-space: nowrap; }
    .card.late { border-color: var(--on-late); } .card.stale { border-color: var(--on-stale); }
    .card.held { border-color: var(--on-held); font-style: italic; }
    .bad { color: var(--bad); } .warn { color: var(--warn); } .good { color: var(--good); }
    table { border-collapse: collapse; width: 100%; font-size: 0.92rem; }
    th, td { border-bottom: 1px solid var(--line); padding: 0.25rem 0.5rem; text-align: left;
      vertical-align: top; overflow-wrap: anywhere; white-space: pre-line; }
    th { color: var(--dim); font-weight: 600; } td.n, th.n { text-align: right; white-space: nowrap; }
    .wide td:first-child { white-space: nowrap; } tr.total td { font-weight: bold; } .wide { overflow-x: auto; }
    dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.15rem 1rem; }
    dt { color: var(--dim); } dd { margin: 0; overflow-wrap: anywhere; white-space: pre-line; }
    ul { padding-left: 1.2rem; margin: 0.3rem 0; } li { overflow-wrap: anywhere; }
    svg { display: block; width: 100%; max-width: 46rem; height: auto; fill: var(--text); }
    svg line { stroke: var(--line); } .bar { height: 1rem; background: var(--on-track); position: relative; }
    .bar i { display: block; height: 100%; } .bar u { position: absolute; top: -0.15rem; bottom: -0.15rem;
      width: 2px; background: var(--text); }
    @media (max-width: 60rem) { .board { grid-template-columns: repeat(2, minmax(0, 1fr)); } }
    @media (max-width: 34rem) { .board { grid-template-columns: 1fr; } main { padding: 0.5rem; }
      header span { margin-left: 0; } dl { grid-template-columns: 1fr; } dt { margin-top: 0.4rem; } }

    """
}
