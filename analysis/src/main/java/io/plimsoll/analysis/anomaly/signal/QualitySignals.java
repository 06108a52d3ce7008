package io.plimsoll.analysis.anomaly.signal;

import java.util.List;

import io.plimsoll.analysis.anomaly.AnomalyKind;
import io.plimsoll.analysis.anomaly.Domain;
import io.plimsoll.analysis.anomaly.Explanation;
import io.plimsoll.analysis.anomaly.Reading;
import io.plimsoll.analysis.anomaly.SeriesKey;
import io.plimsoll.analysis.anomaly.Severity;
import io.plimsoll.analysis.anomaly.Signal;
import io.plimsoll.analysis.anomaly.SignalSource;
import io.plimsoll.analysis.quality.Quality;
import io.plimsoll.analysis.quality.QualityCheck;
import io.plimsoll.analysis.quality.QualityEvent;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

/// What is wrong with loaded data, as events beside those of the bill. Severity is by the share of the dataset that is concerned.
public final class QualitySignals implements SignalSource {
    private static final double MEDIUM = 0.1;
    private static final double HIGH = 0.5;

    private final Quality quality;

    public QualitySignals(Quality quality) {
        this.quality = quality;
    }

    @Override
    public List<Signal> signals(Progress progress, Cancellation cancellation) {
        return quality.health(progress, cancellation).events().stream().map(QualitySignals::signal).toList();
    }

    private static Signal signal(QualityEvent event) {
        SeriesKey key = new SeriesKey(event.key());
        return new Signal(event.id(), Domain.QUALITY, key, event.metric(), event.unit(), kind(event), event.from(),
                event.peak(), event.until(), event.open(), event.value(), event.expected(), severity(event.touched()),
                event.confidence(), false, new Explanation(event.sentence() + " " + event.remedy(), List.of()),
                event.points().stream().map(each -> new Reading(each.time(), each.value(), each.expected(), Double.NaN,
                        Double.NaN, each.wrong())).toList());
    }

    private static AnomalyKind kind(QualityEvent event) {
        if (event.open()) {
            boolean gone = event.check() == QualityCheck.SILENCE && event.value() == 0;
            return gone ? AnomalyKind.DISAPPEARED : AnomalyKind.LEVEL_SHIFT;
        }
        return event.up() ? AnomalyKind.SPIKE : AnomalyKind.DROP;
    }

    private static Severity severity(double touched) {
        return touched >= HIGH ? Severity.HIGH : touched >= MEDIUM ? Severity.MEDIUM : Severity.LOW;
    }
}
