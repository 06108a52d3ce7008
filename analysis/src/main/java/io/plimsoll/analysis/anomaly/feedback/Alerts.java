package io.plimsoll.analysis.anomaly.feedback;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.anomaly.AlertReplay;
import io.plimsoll.analysis.anomaly.AlertSetting;
import io.plimsoll.analysis.anomaly.Anomaly;
import io.plimsoll.analysis.anomaly.Label;
import io.plimsoll.analysis.anomaly.Precision;
import io.plimsoll.analysis.anomaly.Status;
import io.plimsoll.analysis.anomaly.Verdict;

/// What alert budgets let through, now and in the loaded history. What a label on another event or a planned activity mutes is not heard and takes nothing of
/// a budget. What is labelled itself was heard once, and its label tells how right that was. Provisional events never alert.
public final class Alerts {
    private static final List<Integer> BUDGETS = List.of(1, 2, 3, 5, 7, 10, 15, 20, 30);

    private final List<Anomaly> anomalies;
    private final Map<String, Label> labels = new HashMap<>();
    private final LocalDate through;
    private final Replay replay;

    /// @param verdicts before any budget
    /// @param gate    smallest impact in money that is worth an alert
    /// @param through last complete day
    public Alerts(List<Verdict> verdicts, BigDecimal gate, LocalDate through) {
        this.anomalies = verdicts.stream()
                .filter(each -> each.status() != Status.MUTED && each.status() != Status.PLANNED)
                .map(Verdict::anomaly).filter(each -> !each.provisional()).toList();
        for (Verdict each : verdicts) {
            Label label = each.label();
            if (label != null) {
                labels.put(each.id(), label);
            }
        }
        List<Course> courses = this.anomalies.stream().map(each -> Course.of(each, gate)).toList();
        this.through = courses.stream().map(Course::alert).filter(each -> each.isAfter(through))
                .max(LocalDate::compareTo).orElse(through);
        this.replay = new Replay(courses, this.through);
    }

    /// @param budget alerts a week, null for all
    /// @return day of the alert, by event
    public Map<String, LocalDate> fired(@Nullable Integer budget) {
        return replay.with(budget).fired();
    }

    /// @param budget the one in force, null for all
    public AlertReplay table(@Nullable Integer budget) {
        Collection<Anomaly> heard = heard(replay.with(budget));
        AlertSetting all = setting(null);
        List<AlertSetting> others = new ArrayList<>();
        // From the busiest week on, a budget keeps nothing back.
        TreeSet<Integer> budgets = new TreeSet<>(BUDGETS.stream().filter(each -> each < all.busiest()).toList());
        if (budget != null) {
            budgets.add(budget);
        }
        budgets.forEach(each -> others.add(setting(each)));
        others.add(all);
        return new AlertReplay(replay.from(), through, replay.weeks(), setting(budget), others,
                groups(heard, each -> each.kind().name().toLowerCase(Locale.ROOT)),
                groups(heard, each -> each.domain().id()));
    }

    private AlertSetting setting(@Nullable Integer budget) {
        Replay.Outcome outcome = replay.with(budget);
        Collection<Anomaly> heard = heard(outcome);
        int over = budget == null ? 0 : (int) Arrays.stream(outcome.perWeek()).filter(each -> each > budget).count();
        return new AlertSetting(budget, outcome.threshold() / 100.0, heard.size(), anomalies.size() - heard.size(),
                over, Arrays.stream(outcome.perWeek()).max().orElse(0), precision("all", heard));
    }

    private Collection<Anomaly> heard(Replay.Outcome outcome) {
        return anomalies.stream().filter(each -> outcome.fired().containsKey(each.id())).toList();
    }

    private List<Precision> groups(Collection<Anomaly> heard, Function<Anomaly, String> group) {
        Map<String, List<Anomaly>> groups = new TreeMap<>();
        heard.forEach(each -> groups.computeIfAbsent(group.apply(each), name -> new ArrayList<>()).add(each));
        return groups.entrySet().stream().map(each -> precision(each.getKey(), each.getValue())).toList();
    }

    private Precision precision(String of, Collection<Anomaly> heard) {
        int[] counts = new int[3];
        int labelled = 0;
        for (Anomaly each : heard) {
            Label own = labels.get(each.id());
            if (own != null) {
                counts[own.ordinal()]++;
                labelled++;
            }
        }
        return new Precision(of, heard.size(), counts[Label.REAL.ordinal()],
                counts[Label.USELESS.ordinal()],
                counts[Label.EXPECTED.ordinal()], heard.size() - labelled);
    }
}
