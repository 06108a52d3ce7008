package io.plimsoll.app;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.billing.Billing;
import io.plimsoll.analysis.billing.BillingSpan;
import io.plimsoll.analysis.billing.BillingSummary;
import io.plimsoll.analysis.billing.Dimension;
import io.plimsoll.analysis.billing.ExchangeRate;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.repository.WorkspaceClone;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.app.control.CurrencyChoice;
import io.plimsoll.app.control.Filter;
import io.plimsoll.app.control.FilterChoices;
import io.plimsoll.app.shell.StatusFacts;
import io.plimsoll.app.text.DateFormats;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;

/// What is loaded in a workspace, as it was when it was looked up: what one can filter by, and what the status bar says.
final class WorkspaceChoices implements FilterChoices {
    private static final int LOOKED_THROUGH = 20_000;
    private static final int OFFERED = 200;

    private final Billing billing;
    private final long samples;
    private final String repository;
    private final List<Dimension> dimensions;
    private final BillingSummary summary;
    private final @Nullable BillingSpan span;
    private final List<CurrencyChoice> currencies;
    private final String currencyHint;

    /// Asks the workspace; away from the FX thread.
    WorkspaceChoices(Workbench workbench) {
        this.billing = workbench.billing();
        this.samples = workbench.telemetry().summary().samples();
        this.repository = repository(workbench.repository());
        this.dimensions = billing.dimensions();
        this.summary = billing.summary();
        this.span = billing.span().orElse(null);
        List<ExchangeRate> rates = billing.rates();
        this.currencies = CurrencyChoices.of(summary.currencies(), rates);
        this.currencyHint = CurrencyChoices.hint(summary.currencies(), rates);
    }

    @Override
    public List<CurrencyChoice> currencies() {
        return currencies;
    }

    @Override
    public String currencyHint() {
        return currencyHint;
    }

    @Override
    public List<String> dimensions() {
        return dimensions.stream().map(Dimension::name).toList();
    }

    @Override
    public boolean isInCube(String dimension) {
        return dimensions.stream().anyMatch(each -> each.name().equals(dimension) && each.inCube());
    }

    @Override
    public LocalDate lastDay() {
        return span == null ? LocalDate.now(java.time.ZoneOffset.UTC) : span.last();
    }

    @Override
    public List<String> values(String dimension, String containing, Cancellation cancellation) {
        String wanted = containing.toLowerCase(Locale.ROOT);
        return billing.values(dimension, LOOKED_THROUGH).stream()
                .filter(value -> value.toLowerCase(Locale.ROOT).contains(wanted)).limit(OFFERED).toList();
    }

    boolean hasCharges() {
        return span != null;
    }

    /// The month of the last complete day, in the currency that most charges have, by service and the commonest tag.
    Filter initialFilter() {
        LocalDate last = span == null ? lastDay() : span.lastComplete();
        YearMonth month = YearMonth.from(last);
        String currency = summary.currencies().isEmpty() ? "USD" : summary.currencies().getFirst();
        Filter filter = Filter.of(new Days(month.atDay(1), month.atEndOfMonth()), currency);
        if (span == null) {
            return filter;
        }
        List<String> tag = dimensions.stream().filter(each -> each.kind() == Dimension.Kind.TAG && each.inCube())
                .map(Dimension::name).limit(1).toList();
        return filter.withGroupBy(tag.isEmpty()
                ? List.of("ServiceName", "RegionId")
                : List.of("ServiceName", tag.getFirst()));
    }

    /// Clone and branch; empty without a clone, or when it can't be read: the screens that need it say why.
    private static String repository(WorkspaceClone clone) {
        if (clone.folder().isEmpty()) {
            return "";
        }
        try (GitRepository repository = clone.open()) {
            String branch = repository.head().branch();
            Path top = repository.workTree();
            return (top == null ? "" : top.getFileName() + " ") + "\u2387 "
                    + (branch == null ? Messages.text("status.detached") : branch);
        } catch (StepFailure e) {
            return "";
        }
    }

    StatusFacts facts() {
        if (span == null) {
            return new StatusFacts(Messages.text("status.nothing"), "", repository);
        }
        int late = new Days(span.lastComplete(), span.last()).count() - 1;
        String complete = DateFormats.day(span.lastComplete());
        return new StatusFacts(samples == 0
                ? Messages.text("status.rows", Formats.count(summary.rows()))
                : StatusFacts.loaded(summary.rows(), samples),
                late == 0
                        ? Messages.text("status.fresh", complete)
                        : Messages.text(late == 1 ? "status.freshButOne" : "status.freshBut", complete, late),
                repository);
    }
}
