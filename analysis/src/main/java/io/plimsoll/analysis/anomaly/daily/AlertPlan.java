package io.plimsoll.analysis.anomaly.daily;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.plimsoll.analysis.anomaly.CostSeries;

/// Decides which events are alerted and on which day: worth the money, not twice for one matter, not in the silent days after
/// an alert unless something much stronger comes the other way.
public final class AlertPlan {
    private static final double MUCH_STRONGER = 2;
    private static final int DRIFT_SILENCE = 28;

    private final CostSeries series;
    private final MoneyGate gate;
    private final int until;
    private final int coolDown;
    private final List<Alert> alerts = new ArrayList<>();

    /// @param until    index of the first day that may be incomplete
    /// @param coolDown days of silence after an alert
    public AlertPlan(CostSeries series, MoneyGate gate, int until, int coolDown) {
        this.series = series;
        this.gate = gate;
        this.until = until;
        this.coolDown = coolDown;
    }

    /// An event and the day on which it is alerted.
    public record Alert(Candidate event, int day) {}

    /// @param longest days after which a lasting change is no longer counted
    /// @return in order of the alert day
    public List<Alert> of(List<Candidate> found, int longest) {
        found.forEach(each -> each.limit(longest));
        List<Alert> worth = found.stream().map(each -> new Alert(each, gate.firstDay(series, each, until)))
                .filter(each -> each.day >= 0).sorted(Comparator.comparingInt(Alert::day)
                        .thenComparingInt(each -> each.event.onset()))
                .toList();
        worth.forEach(this::take);
        return List.copyOf(alerts);
    }

    private void take(Alert next) {
        for (int i = alerts.size() - 1; i >= 0; i--) {
            Alert last = alerts.get(i);
            boolean sameWay = last.event.up() == next.event.up();
            if (sameWay && sameMatter(last.event, next.event)) {
                last.event.absorb(next.event);
                return;
            }
            if (!sameWay && next.day - last.day < coolDown && next.event.strength() < MUCH_STRONGER) {
                return;
            }
        }
        alerts.add(next);
    }

    private boolean sameMatter(Candidate earlier, Candidate later) {
        if (later.isPriceChange() && !earlier.isPriceChange()) {
            return false;
        }
        int silence = earlier.isDrift() || later.isDrift() ? DRIFT_SILENCE : coolDown;
        return later.onset() - earlier.lastOnset() < silence || later.onset() <= earlier.end() + 1 && later.isDrift();
    }
}
