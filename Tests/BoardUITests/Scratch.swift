import BoardUI
import Canvas
import Pipeline
import Testing
import Wording

@Test func look() throws {
  let today = Day("2023-09-04")!
  var p = Pipeline()
  var seq: UInt64 = 0
  func run(_ c: Command) throws {
    let events = try p.decide(c, today: today)
    for (i, e) in events.enumerated() {
      seq += 1
      p.apply(
        RecordedEvent(
          sequence: SequenceNumber(seq), id: "", part: i, parts: events.count,
          by: Actor(uid: 0, name: "我"), host: "h", recordedAt: 0, event: e))
    }
  }
  for (i, n) in [
    "青岛夜经济项目", "与内江经开区东西方联动合作", "招商母基金（江控创富）", "招商大数据系统项目", "远东宏信集团合作", "光伏项目（特锐德、国电投、山东安装集团等）",
  ].enumerated() {
    try run(
      .add(
        NewProject(
          fields: [
            .name: .text(n), .investors: .list(["投资方\(i)"]), .lead: .list(["投资促进局"]),
            .owner: .text("罗思真"),
          ], on: .day(Day("2023-07-19")!))))
  }
  try run(
    .move(ProjectID(2), MoveOrder(to: .intent, on: .day(Day("2023-07-25")!), reason: "考察时即达成初步意向")))
  try run(
    .move(ProjectID(3), MoveOrder(to: .signing, on: .day(Day("2023-09-04")!), reason: "工商设立")))
  try run(
    .edit(
      ProjectID(1),
      [FieldEdit(.next, to: .next(NextStep(text: "带用地红线图回访", due: Day("2023-09-01")!)))]))
  for lang in [Language.zh, .en] {
    for (w, h) in [(140, 40), (80, 24), (60, 20), (20, 6)] {
      var ui = UIState(
        pipeline: p, today: today, size: Size(width: w, height: h), words: Words(lang),
        actor: Actor(uid: 0, name: "罗思真"), themes: ["mono"])
      func show(_ t: String) { print("== \(lang) \(w)x\(h) \(t)"); print(ui.render().frame.text) }
      show("board")
      if lang == .zh || w == 80 {
        for (name, keys) in [
          ("funnel", "F"), ("timeline", "T"), ("strips", "v"), ("list", "S"), ("board L", "BL"),
        ] {
          for k in keys {
            if let i = ui.intent(for: .key(.character(k)), hits: HitMap(), at: 0) {
              _ = ui.handle(i)
            }
          }
          show(name)
        }
        _ = ui.handle(.key(Key(.escape)))
        _ = ui.handle(.perform(.open)); show("detail")
        _ = ui.handle(.perform(.back)); _ = ui.handle(.perform(.help)); show("help")
        _ = ui.handle(.key(Key(.escape))); _ = ui.handle(.perform(.carry));
        _ = ui.handle(.perform(.nextStage)); show("carry")
      }
    }
  }
}
