package io.plimsoll.app.screen.overview;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.billing.Billing;
import io.plimsoll.analysis.billing.BillingSpan;
import io.plimsoll.analysis.billing.BillingSummary;
import io.plimsoll.analysis.billing.CostMetric;
import io.plimsoll.analysis.billing.CostQuery;
import io.plimsoll.analysis.billing.CostTable;
import io.plimsoll.analysis.billing.CostTotals;
import io.plimsoll.analysis.billing.Dimension;
import io.plimsoll.analysis.billing.LoadedFile;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.analysis.workspace.LedgerCheck;
import io.plimsoll.app.control.Filter;
import io.plimsoll.app.screen.CostQuestion;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.text.MoneyFormat;
import io.plimsoll.app.theme.Tone;

/// Checks whether the numbers can be trusted, each against something that does not depend on them. Away from the FX thread.
final class Trust {
    /// One check.
    ///
    /// @param name    what was checked
    /// @param finding what came out
    /// @param formula how
    record Line(String name, String finding, Tone tone, String formula) {}

    /// A stored cost is rounded to 18 decimals, so that a sum may be off by half of the last one a row.
    private static final BigDecimal ROUNDING = new BigDecimal("5e-19");
    private static final double GOOD_COVERAGE = 0.9;
    private static final double POOR_COVERAGE = 0.6;

    private final Workbench workbench;
    private final Cancellation cancellation;

    Trust(Workbench workbench, Cancellation cancellation) {
        this.workbench = workbench;
        this.cancellation = cancellation;
    }

    List<Line> lines(Filter filter, BillingSpan span) {
        List<Line> lines = new ArrayList<>();
        lines.add(controlTotals());
        lines.add(rejects());
        lines.add(incompleteDays(span));
        tagCoverage(filter).ifPresent(lines::add);
        lines.add(ledger());
        return lines;
    }

    private Line controlTotals() {
        Billing billing = workbench.billing();
        Map<String, CostTotals> files = new HashMap<>();
        boolean partly = false;
        for (LoadedFile file : billing.imports()) {
            // Invoices, periods and rates have no control totals.
            partly |= !file.totals().isEmpty() && file.present() > 0 && file.present() < file.loaded();
            if (file.present() > 0) {
                file.totals().forEach((currency, totals) -> files.merge(currency, totals, CostTotals::plus));
            }
        }
        String name = Messages.text("overview.totals");
        String formula = Messages.text("overview.totalsFormula");
        if (partly) {
            return new Line(name, Messages.text("overview.totalsPartly"), Tone.WARN, formula);
        }
        BigDecimal allowed = ROUNDING.multiply(BigDecimal.valueOf(billing.summary().rows()));
        for (CostMetric metric : CostMetric.values()) {
            Map<String, BigDecimal> loaded = new HashMap<>();
            billing.costs(CostQuery.by(metric), cancellation)
                    .forEach(table -> loaded.put(table.currency(), table.total()));
            for (Map.Entry<String, CostTotals> file : files.entrySet()) {
                BigDecimal gap = loaded.getOrDefault(file.getKey(), BigDecimal.ZERO)
                        .subtract(file.getValue().of(metric));
                if (gap.abs().compareTo(allowed) > 0) {
                    return new Line(name, Messages.text("overview.totalsOff",
                            MoneyFormat.exact(new Money(gap, file.getKey()))), Tone.BAD, formula);
                }
            }
        }
        return new Line(name, Messages.text("overview.totalsEqual"), Tone.GOOD, formula);
    }

    private Line rejects() {
        BillingSummary summary = workbench.billing().summary();
        return new Line(Messages.text("overview.rejects"),
                summary.rejects() == 0
                        ? Messages.text("overview.rejectsNone")
                        : Messages.text("overview.rejectsSome", Formats.count(summary.rejects())),
                summary.rejects() == 0 ? Tone.GOOD : Tone.WARN,
                Messages.text("overview.rejectsFormula", Formats.count(summary.rows())));
    }

    private static Line incompleteDays(BillingSpan span) {
        int late = new Days(span.lastComplete(), span.last()).count() - 1;
        return new Line(Messages.text("overview.late"), late == 0
                ? Messages.text("overview.lateNone")
                : Messages.text(late == 1 ? "overview.lateOne" : "overview.lateSome", late),
                late == 0 ? Tone.GOOD : Tone.WARN, Messages.text("overview.lateFormula"));
    }

    private java.util.Optional<Line> tagCoverage(Filter filter) {
        String best = "";
        double most = -1;
        for (Dimension dimension : workbench.billing().dimensions()) {
            boolean asked = filter.groupBy().contains(dimension.name());
            if (dimension.kind() == Dimension.Kind.TAG && (dimension.inCube() || asked)) {
                double coverage = coverage(filter, dimension.name());
                if (coverage > most) {
                    most = coverage;
                    best = dimension.name();
                }
            }
        }
        if (best.isEmpty()) {
            return java.util.Optional.empty();
        }
        Tone tone = most >= GOOD_COVERAGE ? Tone.GOOD : most >= POOR_COVERAGE ? Tone.WARN : Tone.BAD;
        return java.util.Optional.of(new Line(Messages.text("overview.tags"), Formats.percent(most, 0), tone,
                Messages.text("overview.tagsFormula", best)));
    }

    /// Share of usage cost that carries the tag, in the filter's period and currency.
    private double coverage(Filter filter, String tag) {
        CostQuery query = CostQuestion.of(filter, CostMetric.EFFECTIVE, filter.period(), tag).onlyUsage();
        CostTable table = CostQuestion.answer(workbench.billing(), filter, query, cancellation);
        double without = table.rows().stream().filter(row -> row.key().containsValue(""))
                .mapToDouble(row -> row.cost().doubleValue()).sum();
        return table.total().signum() <= 0 ? -1 : 1 - without / table.total().doubleValue();
    }

    private Line ledger() {
        LedgerCheck check = workbench.ledger().verify();
        return new Line(Messages.text("overview.ledger"), check.intact()
                ? Messages.text("overview.ledgerIntact",
                        Formats.count(check.entries()))
                : Messages.text("overview.ledgerBroken", Formats.count(check.broken())),
                check.intact() ? Tone.GOOD : Tone.BAD, Messages.text("overview.ledgerFormula", check.head()));
    }
}
