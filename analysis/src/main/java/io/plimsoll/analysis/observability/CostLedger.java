package io.plimsoll.analysis.observability;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.unit.Days;

/// What observability costs.
///
/// @param days    of the bill, null without one
/// @param totals  one a currency, by its code; lines alone, without agents
/// @param lines   the costliest first
/// @param sources resources with the charges that name one, the costliest first
/// @param agents  the costliest first; their cost is part of the bill's machines and in none of the lines
public record CostLedger(@Nullable Days days, List<LedgerTotal> totals, List<LedgerLine> lines,
        List<SourceCost> sources, List<AgentCost> agents) {
    public CostLedger {
        totals = List.copyOf(totals);
        lines = List.copyOf(lines);
        sources = List.copyOf(sources);
        agents = List.copyOf(agents);
    }
}
