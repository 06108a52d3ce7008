package io.plimsoll.analysis.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.rightsizing.WhatIf;
import io.plimsoll.analysis.rightsizing.WhatIfInput;
import io.plimsoll.analysis.scenario.Scenario;
import io.plimsoll.analysis.scenario.ScenarioStep;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.unit.Bytes;
import io.plimsoll.analysis.unit.Cpu;
import io.plimsoll.analysis.workload.Workload;

@Command(name = "scenario", description = "Named sets of changes, and what they save together.", subcommands = {
    ScenarioCommand.New.class, ScenarioCommand.Step.class, ScenarioCommand.Show.class, ScenarioCommand.Listing.class,
    ScenarioCommand.Remove.class})
final class ScenarioCommand {
    private static final int MOST_REPLICAS = 100_000;
    /// Of one replica; no machine has a hundredth of it.
    private static final double MOST_CORES = 1e5;
    private static final double MOST_BYTES = 1e15;

    @Command(name = "new", description = "Makes an empty scenario.")
    static final class New implements CliCommand {
        @Parameters(index = "0", paramLabel = "NAME")
        String name = "";

        @Override
        public int run(CliContext context) {
            Scenario made = context.workbench().scenarios().create(name);
            if (context.json()) {
                context.print(context.object().put("name", made.name()).put("created", made.created().toString()));
            } else {
                context.print("Scenario " + made.name() + " has no steps yet.");
            }
            return 0;
        }
    }

    @Command(name = "step", description = "What one workload shall get, in place of its step before. What isn't said stays as it is "
            + "today.")
    static final class Step implements CliCommand {
        @Parameters(index = "0", paramLabel = "NAME")
        String name = "";

        @Option(names = "--workload", required = true, paramLabel = "W", description = "name or namespace/name")
        String workload = "";

        @Option(names = "--cpu", paramLabel = "CPU", description = "Request of a replica: 2, 500m.")
        @Nullable
        String cpu;

        @Option(names = "--cpu-limit", paramLabel = "CPU", description = "none for no limit.")
        @Nullable
        String cpuLimit;

        @Option(names = "--memory", paramLabel = "MEMORY", description = "Request of a replica: 4Gi. A limit that equals the request "
                + "today follows it.")
        @Nullable
        String memory;

        @Option(names = "--memory-limit", paramLabel = "MEMORY", description = "none for no limit.")
        @Nullable
        String memoryLimit;

        @Option(names = "--replicas", paramLabel = "N")
        @Nullable
        Integer replicas;

        @Option(names = "--growth", paramLabel = "F", description = "Factor on all load, 1 by default.")
        double growth = 1;

        @Option(names = "--spot", paramLabel = "SHARE", description = "Of the replicas, in 0..1.")
        double spot;

        @Option(names = "--node-type", paramLabel = "TYPE")
        String nodeType = "";

        @Option(names = "--note", paramLabel = "TEXT")
        String note = "";

        @Option(names = "--when", paramLabel = "DAY", description = "Planned day, yyyy-mm-dd.")
        @Nullable
        LocalDate when;

        @Override
        public int run(CliContext context) {
            Workbench workbench = context.workbench();
            workbench.scenarios().named(name);
            Workload found = ScenarioRows.workload(workbench, workload);
            String key = found.key().toString();
            WhatIf whatIf = workbench.rightsizing().whatIf(key, Cancellation.never());
            WhatIfInput wanted = wanted(whatIf.current());
            // Refuses a node type that can't be had, before the step is kept.
            whatIf.answer(wanted);
            Scenario scenario = workbench.scenarios().put(name, new ScenarioStep(key, wanted, note, when));
            if (context.json()) {
                context.print(ScenarioRows.step(context.object(), scenario.step(key).orElseThrow()));
            } else {
                context.print(found.title() + ": " + wanted.size());
            }
            return 0;
        }

        private WhatIfInput wanted(WhatIfInput now) {
            if (!(growth >= 0 && growth <= 1000)) {
                throw StepFailure.wrongUsage("GROWTH", "Growth is a factor of 0 to 1000, not " + growth + ".",
                        "Say 1.15 for 15 % more.");
            }
            if (!(spot >= 0 && spot <= 1)) {
                throw StepFailure.wrongUsage("SPOT_SHARE", "A share of spot lies in 0 to 1, not at " + spot + ".",
                        "Say 0.5 for half of the replicas.");
            }
            if (replicas != null && (replicas < 0 || replicas > MOST_REPLICAS)) {
                throw StepFailure.wrongUsage("REPLICAS", "There are no " + replicas + " replicas.",
                        "Say 0 to " + MOST_REPLICAS + ".");
            }
            double request = cpu == null ? now.cpuRequest() : cores(cpu);
            long bytes = memory == null ? now.memoryRequest() : bytes(memory);
            boolean follows = now.memoryLimit() == now.memoryRequest();
            WhatIfInput wanted = new WhatIfInput(request, cpuLimit(now, request), bytes,
                    memoryLimit == null
                            ? follows ? bytes : now.memoryLimit()
                            : memoryLimit.equals("none") ? 0 : bytes(memoryLimit),
                    replicas == null ? now.replicas() : replicas, growth, spot, nodeType);
            if (wanted.size().limitBelowRequest()) {
                throw StepFailure.wrongUsage("LIMIT_BELOW_REQUEST",
                        "A limit lies below its request, which Kubernetes rejects: " + wanted.size() + ".",
                        "Give --cpu-limit and --memory-limit as well, or none.");
            }
            return wanted;
        }

        private OptionalDouble cpuLimit(WhatIfInput now, double request) {
            if (cpuLimit != null) {
                return cpuLimit.equals("none")
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(cores(cpuLimit));
            }
            return now.cpuLimit().isPresent() && now.cpuLimit().getAsDouble() == now.cpuRequest()
                    ? OptionalDouble.of(request)
                    : now.cpuLimit();
        }
    }

    private static double cores(String text) {
        try {
            return within(Cpu.parse(text).asDouble(), MOST_CORES, text);
        } catch (IllegalArgumentException e) {
            throw quantity(text);
        }
    }

    private static long bytes(String text) {
        try {
            long bytes = Bytes.parse(text).count();
            within(bytes, MOST_BYTES, text);
            return bytes;
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw quantity(text);
        }
    }

    private static double within(double amount, double most, String text) {
        if (!(amount >= 0 && amount <= most)) {
            throw quantity(text);
        }
        return amount;
    }

    private static StepFailure quantity(String text) {
        return StepFailure.wrongUsage("QUANTITY", text + " is no Kubernetes quantity that a replica could have.",
                "Say cores as 2 or 500m, memory as 4Gi or 512Mi.");
    }

    @Command(name = "show", description = "Its steps, what each saves alone, and all together.")
    static final class Show implements CliCommand {
        @Parameters(index = "0", paramLabel = "NAME")
        String name = "";

        @Override
        public int run(CliContext context) {
            ScenarioRows.print(context,
                    context.workbench().scenarios().totals(name, context.progress(), Cancellation.never()));
            return 0;
        }
    }

    @Command(name = "list", description = "All scenarios.")
    static final class Listing implements CliCommand {
        @Override
        public int run(CliContext context) {
            List<Scenario> all = context.workbench().scenarios().all();
            if (context.json()) {
                ArrayNode list = context.array();
                all.forEach(each -> list.addObject().put("name", each.name()).put("created", each.created().toString())
                        .put("steps", each.steps().size()));
                context.print(list);
            } else {
                TextTable table = new TextTable("scenario", ">steps", "created");
                all.forEach(each -> table.row(each.name(), each.steps().size(), each.created()));
                table.print(context.out());
            }
            return 0;
        }
    }

    @Command(name = "remove", description = "Takes one step out, or the whole scenario away.")
    static final class Remove implements CliCommand {
        @Parameters(index = "0", paramLabel = "NAME")
        String name = "";

        @Option(names = "--workload", paramLabel = "W", description = "Only the step of this workload.")
        @Nullable
        String workload;

        @Override
        public int run(CliContext context) {
            Workbench workbench = context.workbench();
            String named = workload;
            if (named == null) {
                workbench.scenarios().remove(name);
            } else {
                workbench.scenarios().without(name, ScenarioRows.stepOf(workbench, name, named));
            }
            if (context.json()) {
                context.print(context.object().put("removed", named == null ? name : named));
            } else {
                context.print("Removed " + (named == null ? name : "the step of " + named) + ".");
            }
            return 0;
        }
    }
}
