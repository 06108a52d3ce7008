package io.plimsoll.analysis.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.anomaly.Anomaly;
import io.plimsoll.analysis.anomaly.Label;
import io.plimsoll.analysis.anomaly.LearnedView;
import io.plimsoll.analysis.anomaly.Signal;
import io.plimsoll.analysis.anomaly.cause.CommitScore;

/// Events in the shape that scripts rely on: members of all, and those of events that are not in money.
final class SignalJson {
    private static final MathContext SHOWN = new MathContext(4);

    private SignalJson() {
    }

    /// What every event has, whatever it is about.
    static void common(ObjectNode object, Anomaly anomaly, @Nullable Label label) {
        object.put("id", anomaly.id()).put("domain", anomaly.domain().id());
        Json.texts(object, "key", anomaly.key().dimensions());
        object.put("kind", anomaly.kind().name().toLowerCase(Locale.ROOT)).put("start", anomaly.start().toString())
                .put("end", anomaly.end().toString()).put("open", anomaly.open())
                .put("severity", anomaly.severity().name().toLowerCase(Locale.ROOT))
                .put("confidence", anomaly.confidence()).put("provisional", anomaly.provisional())
                .put("label", label == null ? null : label.id());
    }

    /// @param near best first
    static void write(ObjectNode object, Signal signal, @Nullable Label label, List<CommitScore> near) {
        common(object, signal, label);
        object.putNull("impact").putNull("currency");
        ObjectNode measure = object.putObject("measure").put("metric", signal.metric()).put("unit", signal.unit())
                .put("from", signal.from().toString()).put("peak", signal.peak().toString())
                .put("until", signal.until().toString());
        measure.put("value", Json.finite(signal.value()));
        measure.put("expected", Json.finite(signal.expected()));
        object.putArray("causes");
        commits(object, near);
    }

    /// Those of the days before any event, best first.
    static void commits(ObjectNode object, List<CommitScore> near) {
        ArrayNode commits = object.putArray("commits");
        near.forEach(each -> commits.addObject().put("id", each.id()).put("score", each.score()));
    }

    /// What the learned methods think of it, never a reason to alert.
    static ObjectNode second(ObjectNode document, List<LearnedView> second) {
        ArrayNode views = document.putArray("secondOpinions");
        second.forEach(each -> views.addObject().put("method", each.method().name().toLowerCase(Locale.ROOT))
                .put("strange", each.strange()).put("judged", each.judged()).put("others", each.others())
                .put("informative", each.informative()));
        return document;
    }

    /// `0.002 -> 0.061 share`
    static String size(Signal signal) {
        String value = shown(signal.value());
        String size = Double.isFinite(signal.expected()) ? shown(signal.expected()) + " -> " + value : value;
        return (size + " " + signal.unit()).strip();
    }

    private static String shown(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(value).round(SHOWN).stripTrailingZeros().toPlainString()
                : "none";
    }
}
