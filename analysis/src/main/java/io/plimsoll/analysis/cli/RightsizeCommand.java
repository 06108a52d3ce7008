package io.plimsoll.analysis.cli;

import java.util.List;
import java.util.OptionalDouble;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.rightsizing.Advice;
import io.plimsoll.analysis.rightsizing.AdviceQuery;
import io.plimsoll.analysis.rightsizing.Objection;
import io.plimsoll.analysis.rightsizing.ReplayResult;
import io.plimsoll.analysis.rightsizing.RiskBounds;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.rightsizing.StrategyOutcome;
import io.plimsoll.analysis.rightsizing.VmAdvice;
import io.plimsoll.analysis.rightsizing.WorkloadAdvice;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.analysis.workload.WorkloadKey;

@Command(name = "rightsize", description = "How small each workload may be, with all strategies replayed on telemetry they never saw.")
final class RightsizeCommand implements CliCommand {
    @Option(names = "--strategy", paramLabel = "NAME", description = "Whose proposal; ours by default.")
    @Nullable
    String strategy;

    @Option(names = "--risk", paramLabel = "P", description = "Share of time above the CPU request that is accepted, in 0..1.")
    @Nullable
    Double risk;

    @Option(names = "--oom", paramLabel = "N", description = "Kills a month for want of memory that are accepted, of all replicas.")
    @Nullable
    Double oom;

    @Option(names = "--workload", paramLabel = "W", description = "name or namespace/name")
    @Nullable
    String workload;

    @Override
    public int run(CliContext context) {
        List<WorkloadAdvice> advices = context.workbench().rightsizing().advise(
                new AdviceQuery(strategy, stated(risk), stated(oom), workload),
                context.progress(), Cancellation.never());
        if (context.json()) {
            ArrayNode list = context.array();
            advices.forEach(each -> json(list.addObject(), each));
            context.print(list);
        } else {
            TextTable table = new TextTable("workload", "now", "proposed", ">saves a month", "grade",
                    "strongest reason against");
            advices.forEach(
                    each -> table.row(each.workload().title(), each.now(), each.keeps() ? "keep" : each.proposed(),
                            money(each.monthlySaving()), each.grade(), each.against()));
            table.print(context.out());
        }
        return 0;
    }

    private static OptionalDouble stated(@Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static String money(@Nullable Money money) {
        return money == null ? "" : TextTable.money(money);
    }

    private static void json(ObjectNode object, WorkloadAdvice each) {
        WorkloadKey key = each.workload().key();
        object.putObject("workload").put("cluster", key.cluster()).put("namespace", key.namespace())
                .put("kind", key.kind())
                .put("name", key.name()).put("container", key.container());
        Advice advice = each.advice();
        VmAdvice machine = each.machine();
        if (advice != null) {
            size(object.putObject("current"), advice.current());
            size(object.putObject("proposed"), advice.proposed());
        } else if (machine != null) {
            object.putObject("current").put("type", machine.current().name());
            object.putObject("proposed").put("type", machine.proposed().name());
        }
        Money saving = each.monthlySaving();
        object.put("monthlySaving", saving == null ? null : saving.plain()).put("currency",
                saving == null ? null : saving.currency());
        if (advice != null) {
            ObjectNode risk = number(object.putObject("risk"), advice.risk());
            bounds(risk.put("unmet", finite(advice.risk().unmetShare())), advice.bounds());
        }
        object.put("grade", each.grade().name()).put("against", each.against());
        ArrayNode codes = object.putArray("codes");
        each.objections().stream().map(Objection::code).distinct().forEach(code -> codes.add(code.name()));
        ArrayNode reasons = object.putArray("reasons");
        each.reasons().forEach(reasons::add);
        ArrayNode strategies = object.putArray("strategies");
        if (advice != null) {
            for (StrategyOutcome outcome : advice.strategies()) {
                ObjectNode entry = strategies.addObject().put("name", outcome.name());
                size(entry.putObject("size"), outcome.size());
                number(entry.putObject("replay"), outcome.replay())
                        .put("violation", finite(outcome.replay().violationShare()))
                        .put("unmet", finite(outcome.replay().unmetShare())).put("oom", outcome.replay().oomKills())
                        .put("slack", finite(outcome.replay().cpuSlack()));
            }
        }
    }

    static void size(ObjectNode object, Size size) {
        object.put("cpuRequest", size.cpuRequest())
                .put("cpuLimit", size.cpuLimit().isPresent() ? (Double) size.cpuLimit().getAsDouble() : null)
                .put("memoryRequest", size.memoryRequest()).put("memoryLimit", size.memoryLimit())
                .put("replicas", size.replicas());
    }

    private static ObjectNode number(ObjectNode object, ReplayResult replay) {
        return object.put("throttled", finite(replay.throttledShare())).put("oomPerMonth", finite(replay.oomPerMonth()))
                .put("bound", finite(replay.violationBound()));
    }

    private static void bounds(ObjectNode object, RiskBounds bounds) {
        object.put("throttledBound", finite(bounds.throttled())).put("unmetBound", finite(bounds.unmet()))
                .put("oomBound", finite(bounds.oomPerMonth())).put("oomPerDayBumped", finite(bounds.oomPerDayBumped()));
    }

    /// JSON has no `NaN`: what was not measured is null.
    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
