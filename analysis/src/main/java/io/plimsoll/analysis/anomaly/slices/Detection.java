package io.plimsoll.analysis.anomaly.slices;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.plimsoll.analysis.anomaly.CostDetector;
import io.plimsoll.analysis.anomaly.CostSeries;
import io.plimsoll.analysis.anomaly.DayScore;
import io.plimsoll.analysis.anomaly.Detected;
import io.plimsoll.analysis.anomaly.Detector;
import io.plimsoll.analysis.anomaly.Episode;
import io.plimsoll.analysis.anomaly.Explanation;
import io.plimsoll.analysis.anomaly.Finding;
import io.plimsoll.analysis.anomaly.Offset;
import io.plimsoll.analysis.anomaly.Rename;
import io.plimsoll.analysis.anomaly.daily.MoneyGate;
import io.plimsoll.analysis.param.Parameter;
import io.plimsoll.analysis.param.Parameters;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;
import io.plimsoll.analysis.unit.Money;

/// Runs a detector over many series and turns what it says into findings: fewer by false discovery control, one for each event.
///
/// Series may be nested (a service, and the same service in one account). Each currency is judged by itself.
public final class Detection {
    private static final Detector DETECTOR = new CostDetector();
    private static final double FALSE_SHARE = 0.1;

    private Detection() {
    }

    /// Of the cost detector.
    public static List<Parameter> parameters() {
        return DETECTOR.parameters();
    }

    /// @param renames what only got another name, and is no finding
    public record Outcome(List<Finding> findings, List<Rename> renames) {
        public Outcome {
            findings = List.copyOf(findings);
            renames = List.copyOf(renames);
        }
    }

    /// @param series     any order; the union of their calendars is taken as known, days outside a series cost nothing
    /// @param parameters see `parameters()`
    /// @return by impact, largest first
    /// @throws io.plimsoll.analysis.task.CancelledException if asked to stop
    public static List<Finding> detectAll(List<CostSeries> series, Parameters parameters, Progress progress,
            Cancellation cancellation) {
        return detectAll(series, Crossing.UNKNOWN, parameters, Maturity.SAME, progress, cancellation).findings();
    }

    /// As above.
    ///
    /// @param crossing tells slices of the same money from slices that moved on the same day
    /// @param maturity how many of a slice's last days are incomplete, where it has a lag of its own
    public static Outcome detectAll(List<CostSeries> series, Crossing crossing, Parameters parameters,
            Maturity maturity, Progress progress, Cancellation cancellation) {
        List<Finding> all = new ArrayList<>();
        List<Rename> renames = new ArrayList<>();
        Map<String, List<CostSeries>> byCurrency = series.stream().filter(each -> each.length() > 0)
                .collect(Collectors.groupingBy(CostSeries::currency, TreeMap::new, Collectors.toList()));
        int done = 0;
        for (List<CostSeries> same : byCurrency.values()) {
            double from = done / (double) series.size();
            done += same.size();
            Outcome outcome = inOneCurrency(same, crossing, parameters, maturity,
                    progress.part(from, done / (double) series.size()), cancellation);
            all.addAll(outcome.findings());
            renames.addAll(outcome.renames());
        }
        all.sort(Comparator.comparing((Finding each) -> each.impact().amount().abs()).reversed()
                .thenComparing(Finding::id));
        return new Outcome(all, renames);
    }

    /// One series by itself, day by day: no findings are made of it.
    public static List<DayScore> judge(CostSeries series, Parameters parameters, Cancellation cancellation) {
        return DETECTOR.detect(series, parameters, cancellation).days();
    }

    private static Outcome inOneCurrency(List<CostSeries> series, Crossing crossing, Parameters parameters,
            Maturity maturity, Progress progress, Cancellation cancellation) {
        LocalDate from = series.stream().map(CostSeries::start).min(Comparator.naturalOrder()).orElseThrow();
        LocalDate to = series.stream().map(each -> each.day(each.length() - 1)).max(Comparator.naturalOrder())
                .orElseThrow();
        List<CostSeries> aligned = series.stream().map(each -> each.over(from, to)).toList();
        List<Suspicion> suspicions = new ArrayList<>();
        for (CostSeries each : aligned) {
            progress.update("Judging " + each.key().title(), suspicions.size() / (double) aligned.size());
            Detected detected = DETECTOR.detect(each, maturity.of(each.key(), parameters), cancellation);
            detected.episodes().forEach(episode -> suspicions.add(new Suspicion(each, episode, detected.days())));
        }
        int until = Math.max(0, aligned.getFirst().length() - (int) parameters.whole("immature"));
        double floor = parameters.number("floor");
        MoneyGate gate = new MoneyGate(new BigDecimal(parameters.text("min-money")), parameters.number("min-percent"));
        Renames renames = new Renames(until, floor);
        List<Suspicion> real = new Newcomers(aligned).without(
                renames.without(FalseDiscovery.keep(suspicions, aligned.size(), FALSE_SHARE), aligned));
        Nesting nesting = new Nesting(aligned, real, crossing);
        Function<OffsetSide, Suspicion> told = new UnseenMove(gate, until,
                each -> DETECTOR.detect(each, maturity.of(each.key(), parameters), cancellation).days())::suspicion;
        List<Finding> findings = new HiddenMoves(aligned, nesting.reported(), until, floor)
                .events(nesting.suspicions(), gate, cancellation).stream().map(each -> finding(each, told)).toList();
        return new Outcome(findings, renames.renames());
    }

    private static Finding finding(HiddenMoves.Event event, Function<OffsetSide, Suspicion> told) {
        Suspicion suspicion = told.apply(event.main());
        Episode episode = suspicion.episode();
        String currency = suspicion.series().currency();
        Money impact = new Money(episode.impact(), currency);
        Offset offset = event.offset();
        Explanation explanation = offset == null
                ? episode.explanation()
                : new Explanation(episode.explanation().sentence() + " " + offset.sentence(impact),
                        episode.explanation().contributions());
        return new Finding(id(suspicion), suspicion.series().key(), episode.kind(), episode.start(), episode.peak(),
                episode.end(), episode.open(), impact, new Money(episode.expected(), currency), episode.severity(),
                episode.confidence(), episode.provisional(), offset, event.covers(), explanation, suspicion.days());
    }

    private static String id(Suspicion suspicion) {
        Episode episode = suspicion.episode();
        String text = suspicion.series().currency() + "\n" + suspicion.series().key().text() + "\n"
                + episode.kind().family(episode.impact().signum() >= 0) + "\n" + episode.start();
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
