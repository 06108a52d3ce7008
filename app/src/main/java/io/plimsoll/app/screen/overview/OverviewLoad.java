package io.plimsoll.app.screen.overview;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.anomaly.DayScore;
import io.plimsoll.analysis.billing.BillingSpan;
import io.plimsoll.analysis.billing.CostMetric;
import io.plimsoll.analysis.billing.CostQuery;
import io.plimsoll.analysis.billing.CostTable;
import io.plimsoll.analysis.series.DailySeries;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.app.control.Filter;
import io.plimsoll.app.screen.Comparison;
import io.plimsoll.app.screen.CostQuestion;

/// Asks the workspace for the overview's figures. Away from the FX thread.
final class OverviewLoad {
    private static final String UNGROUPED = "ServiceName";

    private final Workbench workbench;
    private final Filter filter;
    private final Cancellation cancellation;

    OverviewLoad(Workbench workbench, Filter filter, Cancellation cancellation) {
        this.workbench = workbench;
        this.filter = filter;
        this.cancellation = cancellation;
    }

    /// Empty without charges.
    Optional<OverviewFigures> figures() {
        return workbench.billing().span().map(this::figures);
    }

    private OverviewFigures figures(BillingSpan span) {
        CostMetric metric = CostQuestion.metric(filter);
        CostMetric second = metric == CostMetric.BILLED ? CostMetric.EFFECTIVE : CostMetric.BILLED;
        Optional<Comparison> comparison = Comparison.of(filter, span);
        String dimension = dimension(filter);
        Movement moved = comparison.map(each -> Movement.of(by(each.now(), dimension), by(each.before(), dimension)))
                .orElse(null);
        return new OverviewFigures(filter, span, ask(CostQuestion.of(filter, filter.period())), second,
                ask(CostQuestion.of(filter, second, filter.period())), comparison, moved, dimension,
                by(filter.period(), dimension), runRate(span), daily(span, comparison),
                workbench.repository().folder().isPresent(),
                new Trust(workbench, cancellation).lines(filter, span));
    }

    /// What was to be expected of the days shown, judged from all loaded days before them; empty if these are too few.
    List<DayScore> expected(OverviewFigures figures) {
        Days shown = figures.days();
        LocalDate first = figures.span().first();
        if (shown.to().isBefore(first)) {
            return List.of();
        }
        Days known = new Days(first, shown.to());
        List<DayScore> scores = workbench.anomalies().judge(first, series(CostQuestion.of(filter, known), known),
                filter.currency(), cancellation).stream().filter(each -> shown.contains(each.day())).toList();
        return scores.stream().anyMatch(each -> Double.isFinite(each.high())) ? scores : List.of();
    }

    static String dimension(Filter filter) {
        return filter.groupBy().isEmpty() ? UNGROUPED : filter.groupBy().getFirst();
    }

    private CostTable by(Days days, String dimension) {
        return ask(CostQuestion.of(filter, days, dimension));
    }

    private CostTable ask(CostQuery query) {
        return CostQuestion.answer(workbench.billing(), filter, query, cancellation);
    }

    private RunRate runRate(BillingSpan span) {
        LocalDate first = YearMonth.from(span.lastComplete()).atDay(1);
        LocalDate from = earlier(first, span.lastComplete().minusWeeks(RunRate.WEEKS).plusDays(1));
        Days days = new Days(from.isBefore(span.first()) ? span.first() : from, span.lastComplete());
        CostQuery query = CostQuestion.of(filter, days);
        return RunRate.of(span.lastComplete(), days.from(), series(query, days), series(query.onlyUsage(), days),
                filter.currency());
    }

    private DailySeries daily(BillingSpan span, Optional<Comparison> comparison) {
        LocalDate from = comparison.map(each -> each.before().from()).orElse(filter.period().from());
        LocalDate to = earlier(filter.period().to(), span.last());
        Days days = new Days(from, to.isBefore(from) ? from : to);
        double[] values = Arrays.stream(series(CostQuestion.of(filter, days), days))
                .mapToDouble(BigDecimal::doubleValue).toArray();
        return new DailySeries(days.from(), values);
    }

    private BigDecimal[] series(CostQuery query, Days days) {
        return CostQuestion.daily(workbench.billing(), filter, query, days, cancellation).getOrDefault(List.of(),
                CostQuestion.zeros(days));
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }
}
