package io.plimsoll.analysis.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

import io.plimsoll.analysis.allocation.AllocationQuery;
import io.plimsoll.analysis.allocation.Grouping;
import io.plimsoll.analysis.allocation.IdleRule;
import io.plimsoll.analysis.allocation.SharedKeys;
import io.plimsoll.analysis.allocation.SharedRule;
import io.plimsoll.analysis.billing.CostMetric;

/// How cost is allocated: the options of every command that does it.
final class AllocationOptions {
    @Option(names = "--metric", defaultValue = "effective", description = "billed, effective (default), list or contracted.")
    String metric = "effective";

    @Option(names = "--from", paramLabel = "D", description = "First day; by default the first that bill and telemetry both have, at most 30 back.")
    @Nullable
    LocalDate from;

    @Option(names = "--to", paramLabel = "D", description = "Last day; by default the last complete one that both have.")
    @Nullable
    LocalDate to;

    @Option(names = "--idle", defaultValue = "own", paramLabel = "RULE", description = "Idle cost: own line (default), proportional or even over the machine's workloads, or over the cluster's.")
    String idle = "own";

    @Option(names = "--shared", defaultValue = "own", paramLabel = "RULE", description = "Shared services: own line (default), proportional, even, or by keys.")
    String shared = "own";

    @Option(names = "--keys", paramLabel = "FILE", description = "CSV service,consumer,weight for --shared keys.")
    @Nullable
    Path keys;

    @Option(names = "--shared-namespace", paramLabel = "NS", split = ",", description = "Works for the others, as kube-* and control planes do.")
    Set<String> sharedNamespaces = new LinkedHashSet<>();

    AllocationQuery query(Grouping by) {
        return new AllocationQuery(by, CostMetric.of(metric), from, to, IdleRule.of(idle), SharedRule.of(shared),
                sharedNamespaces, keys == null ? SharedKeys.NONE : SharedKeys.read(keys));
    }
}
