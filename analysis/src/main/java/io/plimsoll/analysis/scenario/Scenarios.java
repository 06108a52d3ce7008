package io.plimsoll.analysis.scenario;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.rightsizing.Rightsizing;
import io.plimsoll.analysis.rightsizing.WhatIfInput;
import io.plimsoll.analysis.store.Migration;
import io.plimsoll.analysis.store.Row;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.store.Transaction;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.workspace.Workspace;

/// The workspace's scenarios. A scenario has one step a workload: a later one takes the place of an earlier one, so that nothing counts
/// twice. Every change is entered in the ledger. Safe from any thread.
public final class Scenarios {
    private static final int LONGEST_NOTE = 1000;
    private static final String COLUMNS = "workload, cpu_request, cpu_limit, memory_request, memory_limit, replicas, growth, "
            + "spot_share, node_type, note, planned";

    private final Workspace workspace;
    private final Rightsizing rightsizing;

    public Scenarios(Workspace workspace, Rightsizing rightsizing) {
        this.workspace = workspace;
        this.rightsizing = rightsizing;
    }

    public static List<Migration> migrations() {
        return List.of(Migration.resource("scenario", 1, Scenarios.class));
    }

    /// By name.
    public List<Scenario> all() {
        Map<String, List<ScenarioStep>> steps = new LinkedHashMap<>();
        workspace.database().query(
                Sql.of("SELECT scenario, " + COLUMNS + " FROM scenario_step ORDER BY scenario, position"),
                row -> steps.computeIfAbsent(row.text(1), name -> new ArrayList<>()).add(step(row)));
        return workspace.database().query(Sql.of("SELECT name, created FROM scenario ORDER BY name"),
                row -> new Scenario(row.text(1), row.time(2), steps.getOrDefault(row.text(1), List.of())));
    }

    private static ScenarioStep step(Row row) {
        WhatIfInput wanted = new WhatIfInput(row.number(3),
                row.value(4) == null ? OptionalDouble.empty() : OptionalDouble.of(row.number(4)), row.whole(5),
                row.whole(6), Math.toIntExact(row.whole(7)), row.number(8), row.number(9), row.text(10));
        return new ScenarioStep(row.text(2), wanted, row.text(11), row.value(12) == null ? null : row.day(12));
    }

    /// @throws StepFailure SCENARIO_UNKNOWN
    public Scenario named(String name) {
        return all().stream().filter(each -> each.name().equals(name)).findFirst()
                .orElseThrow(() -> unknown(name));
    }

    /// @throws StepFailure SCENARIO_NAME, SCENARIO_EXISTS
    public Scenario create(String name) {
        if (name.isBlank() || !name.equals(name.strip()) || name.length() > 80
                || name.chars().anyMatch(Character::isISOControl)) {
            throw StepFailure.wrongUsage("SCENARIO_NAME", "A scenario needs a name of 1 to 80 characters.",
                    "Name it by a word or two.");
        }
        write(transaction -> {
            if (exists(transaction, name)) {
                throw StepFailure.wrongUsage("SCENARIO_EXISTS", "There is a scenario " + name + " already.",
                        "Choose another name, or remove the old one.");
            }
            transaction.execute("INSERT INTO scenario VALUES (?, ?)", name,
                    Instant.now().truncatedTo(ChronoUnit.MICROS));
            workspace.ledger().append(transaction, "scenario-new", Map.of("scenario", name));
        });
        return named(name);
    }

    /// Adds a step, in the place of the one that its workload had.
    ///
    /// @throws StepFailure SCENARIO_UNKNOWN, STEP_NOTE
    public Scenario put(String name, ScenarioStep step) {
        if (step.note().length() > LONGEST_NOTE || step.note().indexOf('\0') >= 0) {
            throw StepFailure.wrongUsage("STEP_NOTE", "A note has at most " + LONGEST_NOTE + " characters.",
                    "Say it in a sentence or two.");
        }
        write(transaction -> {
            require(transaction, name);
            Integer place = place(transaction, name, step.workload());
            int position = place != null
                    ? place
                    : Math.toIntExact(transaction.query(
                            Sql.of("SELECT coalesce(max(position), 0) + 1 FROM scenario_step WHERE scenario = ?", name),
                            row -> row.whole(1)).getFirst());
            transaction.execute("DELETE FROM scenario_step WHERE scenario = ? AND workload = ?", name, step.workload());
            insert(transaction, name, position, step);
            workspace.ledger().append(transaction, "scenario-step", Map.of("scenario", name, "step", step));
        });
        return named(name);
    }

    private static @Nullable Integer place(Transaction transaction, String name, String workload) {
        return transaction.query(
                Sql.of("SELECT position FROM scenario_step WHERE scenario = ? AND workload = ?", name, workload),
                row -> Math.toIntExact(row.whole(1))).stream().findFirst().orElse(null);
    }

    private static void insert(Transaction transaction, String name, int position, ScenarioStep step) {
        WhatIfInput wanted = step.wanted();
        OptionalDouble limit = wanted.cpuLimit();
        transaction.execute(Sql.of("INSERT INTO scenario_step (scenario, position, " + COLUMNS
                + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", name, position, step.workload(),
                wanted.cpuRequest(), limit.isPresent() ? (Double) limit.getAsDouble() : null, wanted.memoryRequest(),
                wanted.memoryLimit(), wanted.replicas(), wanted.growth(), wanted.spotShare(), wanted.nodeType(),
                step.note(), step.when()));
    }

    /// @param workload key as text
    /// @throws StepFailure SCENARIO_UNKNOWN, STEP_UNKNOWN
    public Scenario without(String name, String workload) {
        write(transaction -> {
            require(transaction, name);
            if (transaction.execute(Sql.of("DELETE FROM scenario_step WHERE scenario = ? AND workload = ?", name,
                    workload)) == 0) {
                throw StepFailure.wrongUsage("STEP_UNKNOWN", name + " has no step for " + workload + ".",
                        "See its steps with plimsoll scenario show " + name + ".");
            }
            workspace.ledger().append(transaction, "scenario-step-removed",
                    Map.of("scenario", name, "workload", workload));
        });
        return named(name);
    }

    /// With all its steps.
    ///
    /// @throws StepFailure SCENARIO_UNKNOWN
    public void remove(String name) {
        write(transaction -> {
            require(transaction, name);
            transaction.execute("DELETE FROM scenario_step WHERE scenario = ?", name);
            transaction.execute("DELETE FROM scenario WHERE name = ?", name);
            workspace.ledger().append(transaction, "scenario-removed", Map.of("scenario", name));
        });
    }

    /// What its steps save, each alone and all together.
    ///
    /// @throws StepFailure SCENARIO_UNKNOWN, NODE_TYPE, and what `GitRepository.open` refuses
    public ScenarioTotals totals(String name, Progress progress, Cancellation cancellation) {
        Scenario scenario = named(name);
        Map<String, WhatIfInput> changes = new LinkedHashMap<>();
        scenario.steps().forEach(each -> changes.put(each.workload(), each.wanted()));
        return new ScenarioTotals(scenario, rightsizing.effects().together(changes, progress, cancellation));
    }

    private static boolean exists(Transaction transaction, String name) {
        return !transaction.query(Sql.of("SELECT 1 FROM scenario WHERE name = ?", name), row -> 1).isEmpty();
    }

    private static void require(Transaction transaction, String name) {
        if (!exists(transaction, name)) {
            throw unknown(name);
        }
    }

    private static StepFailure unknown(String name) {
        return StepFailure.wrongUsage("SCENARIO_UNKNOWN", "There is no scenario " + name + ".",
                "List them with plimsoll scenario list, or make it with plimsoll scenario new " + name + ".");
    }

    private void write(Consumer<Transaction> work) {
        workspace.database().write(work);
    }
}
