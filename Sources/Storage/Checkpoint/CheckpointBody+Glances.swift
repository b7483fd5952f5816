internal import Pipeline

extension CheckpointBody: GlanceSource {
  func glance(_ number: UInt32) -> Glance? {
    guard number >= 1, number <= tables.projects.last, let base = file.bytes.baseAddress else {
      return nil
    }
    let place = tables.glances + (Int(number) - 1) * GlanceRow.count
    guard hold(place, GlanceRow.count) else { return standIn?.glance(at: ProjectID(number)) }
    return GlanceRow.read(base + start + place)
  }

  func tally(
    _ ids: [ProjectID], into tally: inout GlanceTally, _ rest: (ProjectID) -> Void
  ) {
    let (count, last) = (Int(tables.projects.last) * GlanceRow.count, tables.projects.last)
    guard hold(tables.glances, count), let base = file.bytes.baseAddress else {
      for id in ids { rest(id) }
      return
    }
    let rows = base + start + tables.glances
    let ongoing = GlanceRow.ongoing
    // A copy, so that it stays in registers.
    var sum = tally
    for id in ids {
      let isTaken =
        id.number >= 1 && id.number <= last
        && GlanceRow.add(
          rows + (Int(id.number) - 1) * GlanceRow.count, to: &sum, ongoing: ongoing)
      if !isTaken { rest(id) }
    }
    tally = sum
  }

  func standing(_ number: UInt32) -> (stage: Stage, status: Status.Kind)? {
    guard number >= 1, number <= tables.projects.last, let base = file.bytes.baseAddress else {
      return nil
    }
    let place = tables.glances + (Int(number) - 1) * GlanceRow.count
    guard hold(place, GlanceRow.count) else {
      return standIn?.glance(at: ProjectID(number)).map { ($0.stage, $0.status) }
    }
    return GlanceRow.standing(base + start + place)
  }

  func course(_ number: UInt32, into course: inout Course) -> Bool {
    guard number >= 1, number <= tables.projects.last else { return false }
    let index = tables.courses + (Int(number) - 1) * 4
    let place = Int(self.number(at: index))
    guard place > 0, place < tables.courses else { return false }
    let row = UnsafeRawBufferPointer(
      rebasing: file.bytes[start + place..<start + tables.courses])
    guard hold(index, 4), hold(place, min(8, row.count)), hold(place, CourseRow.count(row)) else {
      return standIn?.follow(ProjectID(number), into: &course) ?? false
    }
    return CourseRow.read(row, of: ProjectID(number), into: &course)
  }

  func contact(_ number: UInt32) -> Contact? {
    guard number >= 1, number <= tables.activities.last, let base = file.bytes.baseAddress else {
      return nil
    }
    let place = tables.contacts + (Int(number) - 1) * ContactRow.count
    // Its texts are named by their places here, which say nothing where they cannot be believed.
    guard hold(place, ContactRow.count), hold(tables.textEnds, tables.textCount * 4),
      hold(tables.textBytes, textBytesEnd - tables.textBytes)
    else { return nil }
    return ContactRow.read(base + start + place)
  }

  func text(at place: Int) -> String? {
    (try? textBytes(UInt64(place))).map { String(decoding: $0, as: UTF8.self) }
  }

  func activityDate(_ number: UInt32) -> BusinessDate? {
    guard number >= 1, number <= tables.activities.last else { return nil }
    return read {
      () throws(Checkpoint.Fault) in
      let place = try place(number, in: tables.activities)
      if place == 0 { return nil }
      var decoder = try decoder(at: place)
      return try decoder.activityDate()
    } or: {
      $0.activity(ActivityID(number))?.facts.on
    }
  }

  func texts(_ number: UInt32, _ look: (UnsafeRawBufferPointer, Int?) -> Bool) -> Bool? {
    readTexts(number) { texts in texts.show(look) { try? textBytes($0) } }
  }

  func names(_ number: UInt32, _ look: (UnsafeRawBufferPointer) -> Bool) -> Bool? {
    readTexts(number) { $0.showNames(look) }
  }

  /// Reads a project's texts as far as the block they begin in goes, and on where they go on; nil where
  /// the file cannot be believed.
  private func readTexts(_ number: UInt32, _ read: (inout ProjectTexts) -> Bool?) -> Bool? {
    guard number >= 1, number <= tables.projects.last,
      let place = try? place(number, in: tables.projects), place > 0,
      let base = file.bytes.baseAddress
    else { return nil }
    var end = place
    while end < count {
      end = min(count, (end >> CheckpointBlocks.shift + 1) << CheckpointBlocks.shift)
      guard hold(place, end - place) else { return nil }
      var texts = ProjectTexts(from: base + start + place, to: base + start + end)
      if let answer = read(&texts) { return answer }
    }
    return nil
  }
}
