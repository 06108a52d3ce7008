package io.plimsoll.analysis.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.rightsizing.BreachForecast;
import io.plimsoll.analysis.rightsizing.BreachStanding;
import io.plimsoll.analysis.rightsizing.LatencyAnswer;
import io.plimsoll.analysis.rightsizing.LatencyModel;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.rightsizing.WhatIfInput;
import io.plimsoll.analysis.telemetry.Measure;

/// How breaches to come and latencies are told.
final class ForecastText {
    private ForecastText() {
    }

    static void breach(ObjectNode advice, List<BreachForecast> forecasts, List<BreachStanding> standings) {
        ArrayNode list = advice.putArray("breach");
        for (BreachForecast each : forecasts) {
            BreachStanding standing = standing(each, standings);
            ObjectNode entry = list.addObject().put("measure", each.measure().name())
                    .put("probability", each.probability()).put("plain", each.plain()).put("learned", each.learned())
                    .put("sentence", each.sentence());
            ArrayNode reasons = entry.putArray("reasons");
            each.reasons().forEach(
                    reason -> reasons.addObject().put("share", reason.share()).put("sentence", reason.sentence()));
            entry.putObject("model").put("on", standing.on()).put("judged", standing.judged())
                    .put("brier", Json.finite(standing.learnedBrier()))
                    .put("plainBrier", Json.finite(standing.plainBrier()))
                    .put("averagePrecision", Json.finite(standing.learnedPrecision()))
                    .put("plainAveragePrecision", Json.finite(standing.plainPrecision()))
                    .put("sentence", standing.sentence()).put("provenance", standing.provenance());
        }
    }

    private static BreachStanding standing(BreachForecast forecast, List<BreachStanding> standings) {
        return standings.stream().filter(each -> each.measure() == forecast.measure()).findFirst().orElseThrow();
    }

    /// `breach tomorrow: CPU 12 %, memory 3 %`, below the row of a table; empty without a forecast.
    static String note(List<BreachForecast> forecasts) {
        return forecasts.isEmpty()
                ? ""
                : "breach tomorrow: "
                        + String.join(", ", forecasts.stream().map(each -> String.format(Locale.ROOT, "%s %.0f %%",
                                name(each.measure()), 100 * each.probability())).toList());
    }

    static void standings(PrintStream out, List<BreachStanding> standings) {
        standings.forEach(each -> out.println("breach, " + name(each.measure()) + ": " + each.sentence()));
    }

    static void breach(PrintStream out, List<BreachForecast> forecasts) {
        for (BreachForecast each : forecasts) {
            out.println(each.sentence());
            each.reasons().forEach(reason -> out.println(String.format(Locale.ROOT, "  %+.0f points: %s",
                    100 * reason.share(), reason.sentence())));
        }
    }

    static void latency(ObjectNode advice, LatencyModel model, Size proposed) {
        ObjectNode entry = advice.putObject("latency").put("measured", model.measured());
        answer(entry.putObject("current"), model.current());
        answer(entry.putObject("proposed"), model.answer(WhatIfInput.of(proposed)));
    }

    private static void answer(ObjectNode entry, LatencyAnswer answer) {
        entry.put("code", answer.state().name()).put("utilisation", Json.finite(answer.utilisation()))
                .put("seconds", Json.finite(answer.seconds()))
                .put("low", Json.finite(answer.low())).put("high", Json.finite(answer.high()))
                .put("sentence", answer.sentence());
    }

    static void latency(PrintStream out, LatencyModel model, Size proposed) {
        if (model.isReady()) {
            out.println("latency now: " + model.current().sentence());
            out.println("latency proposed: " + model.answer(WhatIfInput.of(proposed)).sentence());
        } else {
            out.println("latency: " + model.current().sentence());
        }
    }

    private static String name(Measure measure) {
        return measure == Measure.CPU_CORES ? "CPU" : "memory";
    }
}
