package import Pipeline

extension Recovery {
  /// What history says of it.
  var record: StoreRecovery {
    switch kind {
    case .putAside(let kept):
      StoreRecovery(.putAside, files: [file], kept: [kept], bytes: bytes)
    case .completed: StoreRecovery(.completed, files: [file], bytes: bytes)
    }
  }
}

extension StoreRepair.Report {
  package var record: StoreRecovery {
    StoreRecovery(.mended, files: replaced, kept: putAside, last: last)
  }
}

extension StoreCopy.Report {
  /// What the history of a store says that this copy was made into.
  package var record: StoreRecovery { StoreRecovery(.restored, bytes: bytes, last: last) }
}

extension StoreGap.Report {
  package var record: StoreRecovery {
    StoreRecovery(
      .gap, files: files, kept: files, bytes: gap.bytes, first: gap.first,
      last: SequenceNumber(gap.resume.number - 1))
  }
}
