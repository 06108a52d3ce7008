package io.plimsoll.analysis.bench.published;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import io.plimsoll.analysis.anomaly.AnomalyKind;
import io.plimsoll.analysis.anomaly.SimulatedLake;

/// The simulated lake's bill: events found, and what was alerted without one.
final class KnownEvents implements Published {
    @Override
    public String title() {
        return "simulated lake, 122 days, 9 events";
    }

    @Override
    public List<Score> run(Path folder) throws IOException {
        SimulatedLake lake = SimulatedLake.judge();
        boolean told = lake.found().containsKey("A06")
                && lake.found().get("A06").kind() == AnomalyKind.PRICE_CHANGE;
        return List.of(Score.plain("events found", lake.found().size(), 0).atLeast(9),
                Score.plain("false alerts", lake.alertedWrongly(), 0).atMost(5),
                Score.plain("price change told from use", told ? 1 : 0, 0).atLeast(1));
    }
}
