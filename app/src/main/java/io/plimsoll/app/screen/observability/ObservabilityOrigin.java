package io.plimsoll.app.screen.observability;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.allocation.AllocationQuery;
import io.plimsoll.analysis.allocation.Grouping;
import io.plimsoll.analysis.billing.BillingSpan;
import io.plimsoll.analysis.billing.LoadedFile;
import io.plimsoll.analysis.billing.ObservabilityRows;
import io.plimsoll.analysis.billing.ObservabilityRule;
import io.plimsoll.analysis.billing.ObservabilityRules;
import io.plimsoll.analysis.billing.ObservabilitySlice;
import io.plimsoll.analysis.billing.ObservabilitySlice.Part;
import io.plimsoll.analysis.observability.AgentCost;
import io.plimsoll.analysis.observability.Cut;
import io.plimsoll.analysis.observability.LedgerLine;
import io.plimsoll.analysis.observability.ObservabilityReport;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.telemetry.SeriesFilter;
import io.plimsoll.analysis.telemetry.Telemetry;
import io.plimsoll.analysis.unit.Days;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.analysis.unit.TablePage;
import io.plimsoll.app.control.Page;
import io.plimsoll.app.control.ProvenanceInfo;
import io.plimsoll.app.screen.CostOrigin;
import io.plimsoll.app.text.DateFormats;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.text.MoneyFormat;

/// Says where a figure of observability comes from. Asks the workspace; away from the FX thread.
record ObservabilityOrigin(Workbench workbench, ObservabilityReport report) {
    private static final String BETWEEN = "\n\n";
    /// Of a page of charges: line, cost and quantity.
    private static final List<Integer> FIGURES = List.of(1, 6, 7);

    ProvenanceInfo of(ObservabilityEntry entry, Progress progress, Cancellation cancellation) {
        return switch (entry.about()) {
            case ObservabilityEntry.About.Charges charges -> line(entry, charges.line());
            case ObservabilityEntry.About.Agent agent -> agent(entry, agent.agent(), progress, cancellation);
            case ObservabilityEntry.About.Series series -> metric(entry, series.waste().metric());
            case ObservabilityEntry.About.Cutting cut -> cut(entry, cut.cut(), progress, cancellation);
        };
    }

    /// The total of each currency, with its charges.
    ProvenanceInfo total() {
        Days days = Objects.requireNonNull(report.ledger().days());
        Set<String> rules = report.ledger().lines().stream().map(ObservabilityOrigin::rule)
                .collect(Collectors.toSet());
        return charges(Messages.text("observability.originTotal", ObservabilityText.total(report),
                DateFormats.span(days)),
                Messages.text("observability.formulaTotal") + BETWEEN + rules(rules), ObservabilitySlice.of(days));
    }

    private ProvenanceInfo line(ObservabilityEntry entry, LedgerLine line) {
        Days days = Objects.requireNonNull(report.ledger().days());
        String unit = line.unitCost().isEmpty()
                ? ""
                : BETWEEN + Messages.text("observability.formulaUnit", line.unit());
        return charges(title(entry), Messages.text("observability.formulaLine", rule(line)) + unit + BETWEEN
                + rules(Set.of(rule(line))), line.charges(days));
    }

    private ProvenanceInfo cut(ObservabilityEntry entry, Cut cut, Progress progress, Cancellation cancellation) {
        return switch (cut.kind()) {
            case DROP_METRIC -> metric(entry, cut.subject());
            case DROP_SOURCE -> source(entry, cut);
            case DROP_AGENT -> report.ledger().agents().stream()
                    .filter(each -> each.workload().equals(cut.subject())).findFirst()
                    .map(each -> agent(entry, each, progress, cancellation)).orElseGet(() -> words(entry));
            case LONGER_INTERVAL, SHORTER_RETENTION -> words(entry);
        };
    }

    /// What is worked out from samples and has no rows of its own.
    private static ProvenanceInfo words(ObservabilityEntry entry) {
        return new ProvenanceInfo(title(entry), Messages.text("observability.formulaSampling") + BETWEEN
                + String.join(BETWEEN, entry.more()), "", null, List.of());
    }

    private ProvenanceInfo source(ObservabilityEntry entry, Cut cut) {
        Days month = workbench.billing().span().map(BillingSpan::latestMonth)
                .orElseGet(() -> Objects.requireNonNull(report.ledger().days()));
        ObservabilitySlice slice = ObservabilitySlice.of(month).where(Part.RESOURCE, cut.resourceId());
        for (Money money : cut.monthly()) {
            slice = slice.where(Part.CURRENCY, money.currency());
        }
        return charges(title(entry), Messages.text("observability.formulaSource", cut.resourceId(),
                DateFormats.span(month)), slice);
    }

    private ProvenanceInfo metric(ObservabilityEntry entry, String metric) {
        Telemetry telemetry = workbench.telemetry();
        long all = telemetry.series(SeriesFilter.metric(metric)).size();
        return new ProvenanceInfo(title(entry),
                Messages.text("observability.formulaSeries") + BETWEEN + String.join(BETWEEN, entry.more()),
                telemetry.metricSql(metric),
                new ProvenanceInfo.Rows(List.of("series", "samples", "share", "lowest", "highest"), List.of(1, 2, 3, 4),
                        (request, cancellation) -> page(telemetry.metricRows(metric, request.offset(),
                                request.limit()), all)),
                telemetry.imports().stream().map(each -> Path.of(each.file())).distinct().toList());
    }

    private ProvenanceInfo agent(ObservabilityEntry entry, AgentCost agent, Progress progress,
            Cancellation cancellation) {
        List<List<String>> rows = workbench.allocation()
                .tables(AllocationQuery.by(Grouping.WORKLOAD), progress, cancellation).stream()
                .flatMap(table -> table.rows().stream().filter(row -> row.group().equals(agent.workload()))
                        .map(row -> List.of(row.group(), DateFormats.span(table.days()),
                                CostOrigin.text(row.own()), CostOrigin.text(row.idle()), CostOrigin.text(row.shared()),
                                table.currency())))
                .toList();
        return new ProvenanceInfo(title(entry),
                Messages.text("observability.formulaAgent") + BETWEEN + String.join(BETWEEN, entry.more()), "",
                rows.isEmpty()
                        ? null
                        : new ProvenanceInfo.Rows(List.of("workload", "days", "own", "idle", "shared", "currency"),
                                List.of(2, 3, 4), (request, asked) -> Page.of(rows, request)),
                List.of());
    }

    private ProvenanceInfo charges(String title, String formula, ObservabilitySlice slice) {
        ObservabilityRows rows = workbench.billing().observabilityRows();
        List<Path> files = workbench.billing().imports().stream().filter(file -> file.present() > 0)
                .map(LoadedFile::file).distinct().map(Path::of).toList();
        long all = rows.count(slice);
        return new ProvenanceInfo(title, formula, rows.sql(slice),
                new ProvenanceInfo.Rows(ObservabilityRows.COLUMNS, FIGURES,
                        (request, cancellation) -> page(rows.page(slice, request.offset(), request.limit()), all)),
                files);
    }

    private static Page<List<String>> page(TablePage page, long all) {
        return new Page<>(page.rows().stream().map(row -> row.stream().map(CostOrigin::text).toList()).toList(), all);
    }

    private static String title(ObservabilityEntry entry) {
        String cost = entry.cost().stream().map(MoneyFormat::exact).collect(Collectors.joining(" \u00b7 "));
        return entry.title() + ", " + entry.kind() + (cost.isEmpty() ? "" : ": " + cost);
    }

    private static String rule(LedgerLine line) {
        return line.signal().id() + " " + line.part();
    }

    /// The vendors' pages that describe the meters.
    private static String rules(Set<String> names) {
        return ObservabilityRules.shipped().all().stream().filter(each -> names.contains(each.name()))
                .map(ObservabilityRule::source).distinct().map(each -> "\u2022 " + each)
                .collect(Collectors.joining("\n", Messages.text("observability.described") + "\n", ""));
    }
}
