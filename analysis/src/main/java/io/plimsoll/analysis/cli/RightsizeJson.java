package io.plimsoll.analysis.cli;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import io.plimsoll.analysis.rightsizing.Advice;
import io.plimsoll.analysis.rightsizing.Objection;
import io.plimsoll.analysis.rightsizing.ReplayResult;
import io.plimsoll.analysis.rightsizing.RiskBounds;
import io.plimsoll.analysis.rightsizing.Savings;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.rightsizing.StrategyOutcome;
import io.plimsoll.analysis.rightsizing.VmAdvice;
import io.plimsoll.analysis.rightsizing.WorkloadAdvice;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.analysis.workload.WorkloadKey;

/// The advice of one workload as JSON.
final class RightsizeJson {
    private RightsizeJson() {
    }

    /// @param savings null where no bill prices it
    static ObjectNode advice(ObjectNode object, WorkloadAdvice each, @Nullable Savings savings) {
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
            bounds(risk.put("unmet", Json.finite(advice.risk().unmetShare())), advice.bounds());
        }
        object.put("grade", each.grade().name()).put("against", each.against());
        ArrayNode codes = object.putArray("codes");
        each.objections().stream().map(Objection::code).distinct().forEach(code -> codes.add(code.name()));
        ArrayNode reasons = object.putArray("reasons");
        each.reasons().forEach(reasons::add);
        strategies(object.putArray("strategies"), advice == null ? List.of() : advice.strategies());
        return object;
    }

    private static void strategies(ArrayNode list, List<StrategyOutcome> outcomes) {
        for (StrategyOutcome outcome : outcomes) {
            ObjectNode entry = list.addObject().put("name", outcome.name());
            size(entry.putObject("size"), outcome.size());
            number(entry.putObject("replay"), outcome.replay())
                    .put("violation", Json.finite(outcome.replay().violationShare()))
                    .put("unmet", Json.finite(outcome.replay().unmetShare())).put("oom", outcome.replay().oomKills())
                    .put("slack", Json.finite(outcome.replay().cpuSlack()));
        }
    }

    static void size(ObjectNode object, Size size) {
        object.put("cpuRequest", size.cpuRequest())
                .put("cpuLimit", size.cpuLimit().isPresent() ? (Double) size.cpuLimit().getAsDouble() : null)
                .put("memoryRequest", size.memoryRequest())
                .put("memoryLimit", size.memoryLimit() == 0 ? null : (Long) size.memoryLimit())
                .put("replicas", size.replicas());
    }

    private static ObjectNode number(ObjectNode object, ReplayResult replay) {
        return object.put("throttled", Json.finite(replay.throttledShare()))
                .put("oomPerMonth", Json.finite(replay.oomPerMonth()))
                .put("bound", Json.finite(replay.violationBound()));
    }

    private static void bounds(ObjectNode object, RiskBounds bounds) {
        object.put("throttledBound", Json.finite(bounds.throttled())).put("unmetBound", Json.finite(bounds.unmet()))
                .put("oomBound", Json.finite(bounds.oomPerMonth()))
                .put("oomPerDayBumped", Json.finite(bounds.oomPerDayBumped()));
    }
}
