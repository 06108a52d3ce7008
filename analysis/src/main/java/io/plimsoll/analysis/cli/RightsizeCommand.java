package io.plimsoll.analysis.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.rightsizing.Advice;
import io.plimsoll.analysis.rightsizing.AdviceQuery;
import io.plimsoll.analysis.rightsizing.BreachForecast;
import io.plimsoll.analysis.rightsizing.BreachStanding;
import io.plimsoll.analysis.rightsizing.LatencyModel;
import io.plimsoll.analysis.rightsizing.Objection;
import io.plimsoll.analysis.rightsizing.ReplayResult;
import io.plimsoll.analysis.rightsizing.RiskBounds;
import io.plimsoll.analysis.rightsizing.Savings;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.rightsizing.StrategyOutcome;
import io.plimsoll.analysis.rightsizing.TradeOffs;
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

    @Option(names = "--frontier", description = "Money against risk: of the workload, or of all with what to change.")
    boolean frontier;

    @Option(names = "--hours", paramLabel = "H", description = "With --frontier: troubled hours a month that are accepted for all workloads together; as many as now by default.")
    @Nullable
    Double hours;

    @Option(names = "--league", description = "All strategies over all workloads, each by its own rule.")
    boolean league;

    @Option(names = "--breach", description = "Also forecast whether each size is exceeded tomorrow; learns from all workloads, which takes seconds.")
    boolean breach;

    @Option(names = "--any-arch", description = "Machines may change between x86 and arm64: their software is built for both.")
    boolean anyArchitecture;

    private final Map<WorkloadKey, List<BreachForecast>> forecasts = new HashMap<>();

    @Override
    public int run(CliContext context) {
        AdviceQuery query = new AdviceQuery(strategy, stated(risk), stated(oom), workload, anyArchitecture);
        if (frontier || league) {
            weigh(context, query);
        } else {
            advise(context, query);
        }
        return 0;
    }

    private static OptionalDouble stated(@Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private void weigh(CliContext context, AdviceQuery query) {
        TradeOffs tradeOffs = context.workbench().rightsizing().tradeOffs();
        if (league) {
            LeagueOutput.print(context, tradeOffs.league(query, context.progress(), Cancellation.never()));
        } else if (workload != null) {
            TradeOffOutput.print(context, tradeOffs.frontier(query, Cancellation.never()));
        } else {
            TradeOffOutput.print(context, tradeOffs.fleet(query, context.progress(), Cancellation.never()), hours);
        }
    }

    private void advise(CliContext context, AdviceQuery query) {
        List<WorkloadAdvice> advices = context.workbench().rightsizing().advise(query, context.progress(),
                Cancellation.never());
        if (breach) {
            advices = advices.stream().map(each -> informed(context, each)).toList();
        }
        if (context.json()) {
            ArrayNode list = context.array();
            Map<WorkloadKey, Savings> savings = context.workbench().rightsizing().savings(advices,
                    Cancellation.never());
            advices.forEach(each -> more(context,
                    json(list.addObject(), each, savings.get(each.workload().key())), each));
            context.print(list);
        } else {
            print(context, advices);
        }
    }

    private void print(CliContext context, List<WorkloadAdvice> advices) {
        TextTable table = new TextTable("workload", "now", "proposed", ">saves a month", "grade",
                "strongest reason against");
        for (WorkloadAdvice each : advices) {
            table.row(each.workload().title(), each.now(), each.keeps() ? "keep" : each.proposed(),
                    money(each.monthlySaving()), each.grade(), each.against());
            table.note(ForecastText.note(forecasts.getOrDefault(each.workload().key(), List.of())));
        }
        table.print(context.out());
        if (breach) {
            ForecastText.standings(context.out(), standings(context));
        }
        if (workload != null) {
            for (WorkloadAdvice each : advices) {
                ForecastText.breach(context.out(), forecasts.getOrDefault(each.workload().key(), List.of()));
                Advice advice = each.advice();
                if (advice != null) {
                    ForecastText.latency(context.out(), latency(context, each), advice.proposed());
                }
            }
        }
    }

    private WorkloadAdvice informed(CliContext context, WorkloadAdvice each) {
        Advice advice = each.advice();
        if (advice == null) {
            return each;
        }
        List<BreachForecast> found = context.workbench().rightsizing().forecast(each.workload().key().toString(),
                advice.proposed(), context.progress(), Cancellation.never());
        forecasts.put(each.workload().key(), found);
        return each.informed(found);
    }

    private static List<BreachStanding> standings(CliContext context) {
        return context.workbench().rightsizing().breaches(context.progress(), Cancellation.never()).standings();
    }

    private static LatencyModel latency(CliContext context, WorkloadAdvice each) {
        return context.workbench().rightsizing().latency(each.workload().key().toString(), Cancellation.never());
    }

    private void more(CliContext context, ObjectNode object, WorkloadAdvice each) {
        Advice advice = each.advice();
        if (breach) {
            ForecastText.breach(object, forecasts.getOrDefault(each.workload().key(), List.of()), standings(context));
        }
        if (workload != null && advice != null) {
            ForecastText.latency(object, latency(context, each), advice.proposed());
        }
    }

    private static String money(@Nullable Money money) {
        return money == null ? "" : TextTable.money(money);
    }

    private static ObjectNode json(ObjectNode object, WorkloadAdvice each, @Nullable Savings savings) {
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
        if (savings != null) {
            object.put("listSaving", savings.list().plain()).put("cashSaving", savings.cash().plain()).put("cashFrom",
                    savings.cashFrom() == null ? null : savings.cashFrom().toString());
        }
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
        return object;
    }

    static void size(ObjectNode object, Size size) {
        object.put("cpuRequest", size.cpuRequest())
                .put("cpuLimit", size.cpuLimit().isPresent() ? (Double) size.cpuLimit().getAsDouble() : null)
                .put("memoryRequest", size.memoryRequest())
                .put("memoryLimit", size.memoryLimit() == 0 ? null : (Long) size.memoryLimit())
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
    static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
