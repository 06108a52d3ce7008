package io.plimsoll.analysis.observability.ledger;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.billing.TelemetrySignal;
import io.plimsoll.analysis.store.Sql;

/// Tells by `agents.csv` which workloads are observability themselves. Immutable, safe from any thread.
final class AgentRules {
    private static final int COLUMNS = 5;
    private static final List<Rule> SHIPPED = Sql.text(AgentRules.class, "agents.csv").lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#")).skip(1).map(AgentRules::rule).toList();

    private AgentRules() {
    }

    private record Rule(@Nullable Pattern image, Pattern name, String program, TelemetrySignal signal) {}

    /// What a workload is found to be.
    record Agent(String program, TelemetrySignal signal, boolean certain, String how) {}

    /// @param containers names of its containers
    /// @param images     as the manifest spells them
    static Optional<Agent> of(String name, Collection<String> containers, Collection<String> images) {
        Optional<Agent> certain = images.stream().flatMap(image -> SHIPPED.stream()
                .filter(rule -> rule.image != null && rule.image.matcher(base(image)).matches())
                .map(rule -> new Agent(rule.program, rule.signal, true, "Its image is " + image + "."))).findFirst();
        if (certain.isPresent()) {
            return certain;
        }
        Optional<Agent> contained = containers.stream().flatMap(container -> SHIPPED.stream()
                .filter(rule -> rule.image != null && rule.image.matcher(container).matches()
                        && rule.name.matcher(name).find())
                .map(rule -> new Agent(rule.program, rule.signal, true,
                        "Its container is called " + container + " and the workload " + name + ".")))
                .findFirst();
        return contained.isPresent() || !images.isEmpty()
                ? contained
                : SHIPPED.stream().filter(rule -> rule.name.matcher(name).find())
                        .map(rule -> new Agent(rule.program, rule.signal, false,
                                "Perhaps: only its name, " + name + ", points to it."))
                        .findFirst();
    }

    /// `quay.io/prometheus/prometheus:v3.0@sha256:…` is `prometheus`.
    static String base(String image) {
        String name = image.substring(image.lastIndexOf('/') + 1);
        return name.split("[:@]", 2)[0].toLowerCase(Locale.ROOT);
    }

    private static Rule rule(String line) {
        String[] cells = line.split(",", -1);
        if (cells.length != COLUMNS) {
            throw new IllegalArgumentException("Not a rule: " + line);
        }
        return new Rule(cells[0].isEmpty() ? null : Pattern.compile(cells[0]),
                Pattern.compile(cells[1], Pattern.CASE_INSENSITIVE), cells[2],
                TelemetrySignal.valueOf(cells[3].toUpperCase(Locale.ROOT)));
    }
}
