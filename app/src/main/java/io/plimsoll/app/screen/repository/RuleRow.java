package io.plimsoll.app.screen.repository;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.unit.Money;
import io.plimsoll.analysis.workload.Coverage;
import io.plimsoll.analysis.workload.IdentityRule;
import io.plimsoll.analysis.workload.JoinRule;
import io.plimsoll.analysis.workload.RuleMatch;
import io.plimsoll.analysis.workload.WorkloadKey;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;

/// A rule by which names are joined, the user's or Plimsoll's, with what it matches.
///
/// @param own     the user's rule, null for one of Plimsoll's
/// @param built   Plimsoll's, null for one of the user's
/// @param says    what it looks for
/// @param matches how many things, a dash where nothing is counted
/// @param share   of the cost, by currency
record RuleRow(@Nullable JoinRule own, @Nullable IdentityRule built, boolean on, String title, String says,
        String matches, String share) {
    /// The user's first, as they are tried, then Plimsoll's, the strongest first.
    static List<RuleRow> of(List<RuleMatch> own, List<IdentityRule> built, Set<IdentityRule> off,
            List<Coverage.Share> machines) {
        List<RuleRow> rows = new ArrayList<>();
        own.forEach(each -> rows.add(of(each)));
        built.forEach(each -> rows.add(of(each, !off.contains(each), machines)));
        return rows;
    }

    private static RuleRow of(RuleMatch match) {
        JoinRule rule = match.rule();
        return new RuleRow(rule, null, rule.on(), Messages.text("repo.rules.own", rule.id()), says(rule),
                Formats.count(match.items()), share(match));
    }

    /// Its part of the machines whose use is measured, as the coverage counts it.
    private static RuleRow of(IdentityRule rule, boolean on, List<Coverage.Share> machines) {
        List<String> shares = new ArrayList<>();
        int count = 0;
        for (Coverage.Share share : machines) {
            for (Coverage.RuleShare each : share.rules()) {
                if (each.rule() == rule) {
                    count += each.machines();
                    shares.add(percent(share.of(each.cost()), share.total(), machines.size()));
                }
            }
        }
        return new RuleRow(null, rule, on, rule.title(), rule.explanation(),
                count == 0 ? Formats.NONE : Formats.count(count), shares.isEmpty()
                        ? Formats.NONE
                        : String.join(" \u00b7 ", shares));
    }

    /// Of the cost of all resources.
    static String share(RuleMatch match) {
        List<String> shares = new ArrayList<>();
        for (Money cost : match.cost()) {
            match.all().stream().filter(all -> all.currency().equals(cost.currency()) && all.signum() != 0).findFirst()
                    .ifPresent(all -> shares.add(percent(
                            cost.amount().divide(all.amount(), MathContext.DECIMAL64), all,
                            match.all().size())));
        }
        return shares.isEmpty() ? Formats.NONE : String.join(" \u00b7 ", shares);
    }

    private static String percent(BigDecimal share, Money of, int currencies) {
        return Formats.percent(share.doubleValue(), 1) + (currencies > 1 ? " " + of.currency() : "");
    }

    /// `bill tag:team (?<name>.+) → shop`.
    static String says(JoinRule rule) {
        WorkloadKey target = rule.target();
        String to = String.join("/", List.of(target.cluster(), target.namespace(), target.kind(), target.name())
                .stream().filter(each -> !each.isEmpty()).toList());
        return rule.side().name().toLowerCase(Locale.ROOT) + " " + rule.field() + "  " + rule.pattern()
                + (to.isEmpty() ? "" : "  \u2192 " + to);
    }
}
