package io.plimsoll.app.chart;

import java.util.List;

/// Every kind of chart there is.
final class Painters {
    static final List<Painter> ALL = List.of(new LinePainter(), new StepPainter(), new StackedBarsPainter(),
            new RowsPainter(), new TreemapPainter(), new ScatterPainter(),
            new SparklinePainter());

    private Painters() {
    }

    static Painter of(ChartSpec.Kind kind) {
        return ALL.stream().filter(painter -> painter.kind() == kind).findFirst().orElseThrow();
    }
}
