package io.plimsoll.app.screen.explore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.analysis.workload.MatchedCost;
import io.plimsoll.analysis.workload.WorkloadMap;
import io.plimsoll.app.control.Filter;
import io.plimsoll.app.screen.ScreenContext;
import io.plimsoll.app.task.RunningTask;
import io.plimsoll.app.text.Messages;

/// Which cost of the listed groups has telemetry, and in which file the workload is declared. Asked for after the groups are
/// listed, which never wait for it, and only while someone looks. On the FX thread.
final class GroupMatches {
    /// Levels that are asked for, from the outermost.
    private static final int LEVELS = 2;

    private final ScreenContext context;
    private final ReadOnlyObjectWrapper<Map<List<String>, MatchedCost>> found = new ReadOnlyObjectWrapper<>(this,
            "found", Map.of());
    private final Map<List<String>, Level> waiting = new LinkedHashMap<>();
    private final List<RunningTask> asked = new ArrayList<>();
    private Filter filter;
    private Days days;
    private Identities identities;
    private boolean looked;

    GroupMatches(ScreenContext context) {
        this.context = context;
        this.filter = context.filter();
        this.days = filter.period();
        this.identities = new Identities(context.workbench(), days);
    }

    /// By the path of a row; a new map after each answer. Without those that are not known yet, and empty without telemetry.
    ReadOnlyObjectProperty<Map<List<String>, MatchedCost>> foundProperty() {
        return found.getReadOnlyProperty();
    }

    /// Whether someone looks; what was listed before is asked for then.
    void setLooked(boolean now) {
        looked = now;
        askWaiting();
    }

    /// Forgets everything, as other groups are asked for.
    void restart(Filter newFilter, Days newDays) {
        asked.forEach(RunningTask::cancel);
        asked.clear();
        waiting.clear();
        filter = newFilter;
        days = newDays;
        identities = new Identities(context.workbench(), newDays);
        found.set(Map.of());
    }

    /// Asks for the rows below `path`, once somebody looks.
    void listed(List<String> path, Level level) {
        if (path.size() < LEVELS) {
            waiting.put(path, level);
            askWaiting();
        }
    }

    private void askWaiting() {
        if (looked) {
            Map<List<String>, Level> levels = new LinkedHashMap<>(waiting);
            waiting.clear();
            levels.forEach(this::ask);
        }
    }

    private void ask(List<String> path, Level level) {
        Filter its = filter;
        Days within = days;
        Identities known = identities;
        asked.add(context.tasks().latest(List.of(this, path), Messages.text("explore.matching"),
                (progress, cancellation) -> known.map(cancellation) instanceof WorkloadMap map
                        ? new ExploreLoad(context.workbench().billing(), its, cancellation).matched(path, level, within,
                                map)
                        : Map.<List<String>, MatchedCost>of(),
                answer -> add(known, answer)));
    }

    private void add(Identities known, Map<List<String>, MatchedCost> answer) {
        if (known == identities) {
            Map<List<String>, MatchedCost> all = new HashMap<>(found.get());
            all.putAll(answer);
            found.set(Map.copyOf(all));
        }
    }

    /// The workloads on the days that are looked at, worked out once for all levels. Away from the FX thread.
    private static final class Identities {
        private final Workbench workbench;
        private final Days days;
        private @Nullable WorkloadMap map;

        Identities(Workbench workbench, Days days) {
            this.workbench = workbench;
            this.days = days;
        }

        /// Null without telemetry.
        synchronized @Nullable WorkloadMap map(Cancellation cancellation) {
            if (map == null && workbench.telemetry().summary().series() > 0) {
                map = workbench.workloadMap(days, cancellation);
            }
            return map;
        }
    }
}
