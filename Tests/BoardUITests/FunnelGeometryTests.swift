import Canvas
import Insight
import Pipeline
import TestSupport
import Testing

@testable import BoardUI

@Suite("Where a funnel's bars go")
struct FunnelGeometryTests {
  @Test(
    "Parts fill their bar, none is less than a column, bars are centred",
    arguments: [
      20, 33, 60, 83,
    ])
  func parts(_ width: Int) throws {
    let funnel = Ledger.crowd.pipeline.funnel(FunnelQuestion(asOf: "2023-09-04"))
    let bars = funnel.bars(by: .step)
    let most = try #require(bars.map(\.total).max())
    let geometry = FunnelGeometry(
      in: Rect(x: 0, y: 0, width: width + 10, height: 17), names: 10, figures: 0, most: most)
    #expect(geometry.barHeight == 2 && geometry.hasRates && geometry.height == 17)
    for bar in bars where bar.total > 0 {
      let parts = geometry.parts(of: bar, at: bar.stage.index)
      #expect(parts.count == FunnelBar.Part.allCases.filter { bar[$0] > 0 }.count)
      #expect(parts.allSatisfy { $0.rect.width >= 1 })
      #expect(parts.reduce(0) { $0 + $1.rect.width } >= geometry.columns(bar.total))
      for (one, next) in zip(parts, parts.dropFirst()) { #expect(one.rect.maxX == next.rect.x) }
      let left = try #require(parts.first).rect.x - geometry.bars.x
      let right = geometry.bars.maxX - (try #require(parts.last).rect.maxX)
      #expect(abs(left - right) <= 3)
    }
  }

  @Test("Where it is low bars lose their second line, then the rates between them")
  func heights() {
    func geometry(_ height: Int) -> FunnelGeometry {
      FunnelGeometry(
        in: Rect(x: 0, y: 0, width: 60, height: height), names: 10, figures: 0, most: 1)
    }
    #expect([17, 16, 11, 10].map { geometry($0).height } == [17, 11, 11, 6])
  }
}
