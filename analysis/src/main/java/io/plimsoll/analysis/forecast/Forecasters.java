package io.plimsoll.analysis.forecast;

import java.util.List;
import java.util.stream.Stream;

import io.plimsoll.analysis.forecast.method.DynamicTheta;
import io.plimsoll.analysis.forecast.method.Ets;
import io.plimsoll.analysis.forecast.method.SeasonalMedian;
import io.plimsoll.analysis.forecast.method.SeasonalNaive;
import io.plimsoll.analysis.forecast.method.StlEts;

/// Every forecaster. A new one is a class and a line here.
public final class Forecasters {
    /// The yardstick, and what is left where nothing beats it.
    static final Forecaster NAIVE = new SeasonalNaive();
    private static final List<Forecaster> MEMBERS = List.of(new Ets(), new StlEts(), new DynamicTheta(),
            new SeasonalMedian());

    private Forecasters() {
    }

    /// Those whose mean is the forecast.
    public static List<Forecaster> members() {
        return MEMBERS;
    }

    /// In the user's words.
    static String title(String id) {
        return Stream.concat(MEMBERS.stream(), Stream.of(NAIVE)).filter(each -> each.id().equals(id))
                .map(Forecaster::title).findFirst().orElse(id);
    }
}
