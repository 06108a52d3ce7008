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
import io.plimsoll.analysis.rightsizing.Savings;
import io.plimsoll.analysis.rightsizing.TradeOffs;
import io.plimsoll.analysis.rightsizing.WorkloadAdvice;
import io.plimsoll.analysis.task.Cancellation;
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
            context.sayIfCloneGone();
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
                    RightsizeJson.advice(list.addObject(), each, savings.get(each.workload().key())), each));
            context.cloneGone().ifPresent(
                    sentence -> list.forEach(each -> ((ObjectNode) each).put(Json.CLONE_GONE, sentence)));
            context.print(list);
        } else {
            print(context, advices);
            context.cloneGone().ifPresent(context::print);
        }
    }

    private void print(CliContext context, List<WorkloadAdvice> advices) {
        TextTable table = new TextTable("workload", "now", "proposed", ">saves a month", "grade",
                "strongest reason against");
        for (WorkloadAdvice each : advices) {
            table.row(each.workload().title(), each.now(), each.keeps() ? "keep" : each.proposed(),
                    TextTable.money(each.monthlySaving()), each.grade(), each.against());
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
        List<BreachForecast> found = context.workbench().rightsizing().outlook().forecast(
                each.workload().key().toString(),
                advice.proposed(), context.progress(), Cancellation.never());
        forecasts.put(each.workload().key(), found);
        return each.informed(found);
    }

    private static List<BreachStanding> standings(CliContext context) {
        return context.workbench().rightsizing().outlook().breaches(context.progress(), Cancellation.never())
                .standings();
    }

    private static LatencyModel latency(CliContext context, WorkloadAdvice each) {
        return context.workbench().rightsizing().outlook().latency(each.workload().key().toString(),
                Cancellation.never());
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
}
