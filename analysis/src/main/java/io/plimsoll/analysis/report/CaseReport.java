package io.plimsoll.analysis.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.anomaly.DayScore;
import io.plimsoll.analysis.anomaly.Finding;
import io.plimsoll.analysis.anomaly.FindingDetail;
import io.plimsoll.analysis.anomaly.cause.CommitScore;
import io.plimsoll.analysis.billing.CostTable;
import io.plimsoll.analysis.billing.KeyedSeries;
import io.plimsoll.analysis.change.Committed;
import io.plimsoll.analysis.change.GuardResult;
import io.plimsoll.analysis.change.Preview;
import io.plimsoll.analysis.report.Html.Cell;
import io.plimsoll.analysis.report.Html.Tile;
import io.plimsoll.analysis.report.Html.Tone;
import io.plimsoll.analysis.rightsizing.Advice;
import io.plimsoll.analysis.rightsizing.ResourceRates;
import io.plimsoll.analysis.rightsizing.StrategyOutcome;
import io.plimsoll.analysis.rightsizing.WorkloadAdvice;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.task.AtomicFile;
import io.plimsoll.analysis.unit.Money;
import io.plimsoll.analysis.workload.Coverage;
import io.plimsoll.analysis.workspace.LedgerCheck;

/// The whole case as one page: what is spent, what moved and why, what could be smaller, and what was committed.
public final class CaseReport {
    private static final int MOST = 12;

    private final Contents contents;

    private CaseReport(Contents contents) {
        this.contents = contents;
    }

    /// What the page tells.
    ///
    /// @param title    of the case
    /// @param byMonth  billed cost by charge month, one table a currency
    /// @param services effective cost by service, one table a currency
    /// @param daily    effective cost a day, one series a currency
    /// @param complete the last complete day
    /// @param findings by impact
    /// @param advices  by saving
    /// @param coverage how much of the cost is seen by telemetry and Git
    /// @param preview  the change, or null if there is none
    /// @param commit   that was made of it, or null
    /// @param saving   expected of the change, or null
    /// @param ledger   its state
    /// @param missing  what could not be asked, in a sentence; empty otherwise
    public record Contents(String title, List<CostTable> byMonth, List<CostTable> services, List<KeyedSeries> daily,
            LocalDate complete, List<FindingDetail> findings, List<WorkloadAdvice> advices, Coverage coverage,
            @Nullable Preview preview, @Nullable Committed commit, @Nullable Money saving, LedgerCheck ledger,
            String missing) {}

    /// @throws io.plimsoll.analysis.task.StepFailure WRITE_FAILED
    public static void write(Path file, Contents contents) {
        AtomicFile.write(file, new CaseReport(contents).html());
    }

    private String html() {
        Html html = new Html().title(contents.title(),
                "Complete to " + contents.complete() + ". Made offline by Plimsoll; "
                        + "ledger " + (contents.ledger().intact() ? "intact, " : "BROKEN, ")
                        + contents.ledger().entries() + " entries, head "
                        + contents.ledger().head().substring(0, 12) + ".");
        if (!contents.missing().isEmpty()) {
            html.note(contents.missing() + " This page is made without it.");
        }
        html.tiles(tiles());
        cost(html);
        findings(html);
        advices(html);
        contents.advices().stream().filter(each -> each.advice() != null && !each.keeps()).findFirst()
                .ifPresent(each -> strategies(html, each));
        coverage(html);
        if (contents.preview() != null) {
            change(html, contents.preview());
        }
        return html.page(Sql.text(CaseReport.class, "report.css"), contents.title());
    }

    private List<Tile> tiles() {
        List<Tile> tiles = new ArrayList<>();
        for (CostTable table : contents.services()) {
            tiles.add(new Tile("Effective cost, all days", amount(table.total(), table.currency()),
                    table.from() + " to " + table.to(), Tone.PLAIN));
        }
        long alerts = contents.findings().stream().filter(each -> !each.finding().provisional()).count();
        tiles.add(new Tile("Anomalies", Long.toString(alerts), "by the default setting", Tone.PLAIN));
        List<Money> savings = contents.advices().stream().map(WorkloadAdvice::monthlySaving)
                .filter(each -> each != null && each.signum() != 0).toList();
        Money.sums(savings).forEach(sum -> tiles.add(new Tile("Savings found", money(sum) + " /mo",
                savings.stream().filter(each -> each.currency().equals(sum.currency())).count() + " proposals together",
                Tone.GOOD)));
        contents.coverage().machines().forEach(share -> tiles.add(new Tile("Machine cost with telemetry",
                share.telemetryShare().movePointRight(2).setScale(1, RoundingMode.HALF_EVEN) + " %",
                share.blind().size() + " machines unmeasured", Tone.PLAIN)));
        return tiles;
    }

    private void cost(Html html) {
        for (KeyedSeries series : contents.daily()) {
            double[] values = new double[series.length()];
            for (int i = 0; i < values.length; i++) {
                values[i] = series.start().plusDays(i).isAfter(contents.complete())
                        ? Double.NaN
                        : series.cost()[i].doubleValue();
            }
            List<Integer> marked = new ArrayList<>();
            contents.findings().stream().map(FindingDetail::finding).filter(each -> !each.provisional())
                    .map(each -> (int) series.start().until(each.start(), ChronoUnit.DAYS))
                    .filter(index -> index >= 0 && index < values.length && !Double.isNaN(values[index])).distinct()
                    .forEach(marked::add);
            html.section("Daily effective cost of usage, " + series.currency())
                    .raw(new SvgChart(series.start(), values, new double[0], new double[0]).svg(marked, ""))
                    .note("Dots mark the first day of each anomaly. Incomplete days are left out.").end();
        }
        for (CostTable table : contents.byMonth()) {
            List<List<Cell>> rows = table.rows().stream()
                    .map(row -> List.of(Cell.of(String.valueOf(row.period()).substring(0, 7)),
                            Cell.of(amount(row.cost(), table.currency()))))
                    .toList();
            html.section("Billed by charge month").table(List.of("Month", ">Billed"), rows)
                    .note("Sum " + new Money(table.total(), table.currency()).plain() + " " + table.currency()
                            + ", equal to the files to the last digit.")
                    .end();
        }
    }

    private void findings(Html html) {
        html.section("What moved, and why");
        List<List<Cell>> rows = new ArrayList<>();
        for (FindingDetail detail : contents.findings().stream().limit(MOST).toList()) {
            Finding finding = detail.finding();
            CommitScore commit = detail.commits().isEmpty() ? null : detail.commits().getFirst();
            rows.add(List.of(Cell.of(finding.key().title()), Cell.of(finding.kind().title()),
                    Cell.of(finding.start() + (finding.open() ? ", goes on" : " to " + finding.end())),
                    Cell.of(money(finding.impact())),
                    Cell.of(detail.causes().isEmpty() ? "" : detail.causes().getFirst().text()),
                    Cell.of(commit == null || commit.score() < 0.2 ? "" : commit.sentence())));
        }
        html.table(List.of("Where", "Kind", "When", ">Impact", "First cause", "Commit just before"), rows);
        contents.findings().stream().map(FindingDetail::finding).filter(each -> each.open() && !each.provisional())
                .findFirst()
                .ifPresent(each -> chart(html, each));
        html.end();
    }

    private static void chart(Html html, Finding finding) {
        List<DayScore> days = finding.days();
        html.paragraph(finding.key().title() + ", with the band of what was expected:");
        html.raw(new SvgChart(days.getFirst().day(), days.stream().mapToDouble(DayScore::value).toArray(),
                days.stream().mapToDouble(DayScore::low).toArray(), days.stream().mapToDouble(DayScore::high).toArray())
                .svg(List.of((int) days.getFirst().day().until(finding.start(), ChronoUnit.DAYS)), ""));
        html.note(finding.explanation().sentence());
    }

    private void advices(Html html) {
        List<List<Cell>> rows = new ArrayList<>();
        for (WorkloadAdvice each : contents.advices()) {
            Money saving = each.monthlySaving();
            rows.add(List.of(Cell.of(each.workload().title()), Cell.of(each.now()),
                    Cell.of(each.keeps() ? "keep" : each.proposed()),
                    Cell.of(saving == null ? "unknown" : money(saving)), Cell.of(risk(each.advice())),
                    new Cell(each.grade().name(), each.refused() ? Tone.BAD : Tone.GOOD), Cell.of(each.against())));
        }
        html.section("How small each workload may be")
                .table(List.of("Workload", "Now", "Proposed", ">Saves a month", ">Throttled", "Grade",
                        "Strongest reason against"), rows)
                .note("Learnt on the first 70 % of the telemetry, replayed on the last 30 %. Cost now is the billed cost for 730 h.")
                .end();
    }

    private static String risk(@Nullable Advice advice) {
        return advice == null || Double.isNaN(advice.risk().throttledShare())
                ? ""
                : percent(advice.risk().throttledShare()) + ", at most " + percent(advice.risk().violationBound());
    }

    private static void strategies(Html html, WorkloadAdvice workload) {
        List<List<Cell>> rows = new ArrayList<>();
        Advice advice = workload.advice();
        for (StrategyOutcome each : advice == null ? List.<StrategyOutcome>of() : advice.strategies()) {
            rows.add(List.of(Cell.of(each.name()), Cell.of(each.size().toString()),
                    Cell.of(each.monthlyCost().currency().equals(ResourceRates.NO_CURRENCY)
                            ? "unknown"
                            : money(each.monthlyCost())),
                    Cell.of(percent(each.replay().violationShare())),
                    Cell.of(Integer.toString(each.replay().oomKills())),
                    Cell.of(percent(each.replay().cpuSlack()))));
        }
        html.section(workload.workload().title() + " under other strategies, on telemetry that none of them saw")
                .table(List.of("Strategy", "Size", ">Cost a month", ">Above request", ">OOM", ">CPU slack"), rows)
                .end();
    }

    private void coverage(Html html) {
        html.section("What is not seen");
        List<List<Cell>> rows = contents.coverage().blindSpots().stream().map(spot -> List.of(Cell.of(spot.title()),
                Cell.of(spot.git() ? "yes" : "no"), Cell.of(spot.bill() ? "yes" : "no"),
                Cell.of(spot.telemetry() ? "yes" : "no")))
                .toList();
        html.table(List.of("Workload or machine", "In Git", "In the bill", "In the telemetry"), rows).end();
    }

    private void change(Html html, Preview preview) {
        html.section("The change");
        Money saving = contents.saving();
        html.paragraph(preview.edits().size() + " values in " + preview.files().size()
                + " files change, every other byte stays."
                + (saving == null ? "" : " Expected to save " + money(saving) + " a month."));
        html.diff(preview.unified());
        List<List<Cell>> rows = new ArrayList<>();
        for (GuardResult guard : preview.guards()) {
            rows.add(List.of(Cell.of(guard.rule()),
                    new Cell(guard.passed() ? "passed" : guard.severity().name().toLowerCase(Locale.ROOT),
                            guard.passed() ? Tone.GOOD : guard.blocks() ? Tone.BAD : Tone.WARN),
                    Cell.of(guard.evidence())));
        }
        html.table(List.of("Guard", "State", "Evidence"), rows);
        Committed commit = contents.commit();
        if (commit != null) {
            html.paragraph("Committed as " + commit.commitId() + " on branch " + commit.branch()
                    + ". Index, work tree and HEAD of the clone are as they were.");
            html.preformatted(commit.message());
        }
        html.end();
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static String money(Money money) {
        return amount(money.amount(), money.currency());
    }

    private static String amount(BigDecimal amount, String currency) {
        return String.format(Locale.ROOT, "%,.2f %s", amount.setScale(2, RoundingMode.HALF_EVEN), currency);
    }
}
