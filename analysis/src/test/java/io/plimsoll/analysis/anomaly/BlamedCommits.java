package io.plimsoll.analysis.anomaly;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.anomaly.cause.CommitFact;
import io.plimsoll.analysis.anomaly.cause.CommitScore;
import io.plimsoll.analysis.bench.published.Published;
import io.plimsoll.analysis.bench.published.Score;
import io.plimsoll.analysis.billing.ImportRequest;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

/// How often the right commit is blamed, from bill and clone alone, through the whole program, on five made platforms.
///
/// @param step      hours of a line of the bill
/// @param telemetry whether pods' use of processors is loaded too
public record BlamedCommits(String title, int step, boolean telemetry) implements Published {
    public static final List<Published> ALL = List.of(new BlamedCommits("blame of commits, daily bill", 24, false),
            new BlamedCommits("blame of commits, daily bill and telemetry", 24, true),
            new BlamedCommits("blame of commits, hourly bill", 1, false));
    private static final int PLATFORMS = 5;
    private static final String HEADER = "BilledCost,EffectiveCost,ListCost,ContractedCost,BillingAccountId,"
            + "BillingCurrency,BillingPeriodStart,BillingPeriodEnd,ChargePeriodStart,ChargePeriodEnd,ChargeCategory,"
            + "ProviderName,ServiceName,ServiceCategory,ResourceId,Tags\n";

    private static final class Tally {
        int caused;
        int first;
        double reciprocal;
        int uncaused;
        int wrong;
        int likely;
        int unrelated;
        int unrelatedAboveTenth;
    }

    @Override
    public List<Score> run(Path folder) throws IOException {
        Tally tally = new Tally();
        int first = Published.first(11);
        for (int seed = first; seed < first + PLATFORMS; seed++) {
            judge(seed, Files.createDirectory(folder.resolve("platform" + seed)), tally);
        }
        return List.of(Score.plain("events by commits", tally.caused, 0).atLeast(1),
                Score.plain("right commit first", (double) tally.first / tally.caused, 3).atLeast(0.85),
                Score.plain("mean reciprocal rank", tally.reciprocal / tally.caused, 3),
                Score.plain("right commit above .5", tally.likely, 0),
                Score.plain("events without a commit", tally.uncaused, 0),
                Score.plain("of these blamed above .5", tally.wrong, 0).atMost(tally.uncaused / 8.0 + 1),
                Score.plain("wrong commits", tally.unrelated, 0),
                Score.plain("of these above .1", tally.unrelatedAboveTenth, 0));
    }

    private void judge(long seed, Path place, Tally tally) throws IOException {
        MadePlatform made = new MadePlatform(seed);
        try (GitRepository repository = GitRepository.create(place.resolve("clone"), "main")) {
            repository.commitAll(made.commits);
        }
        Files.writeString(Files.createDirectories(place.resolve("bill")).resolve("focus.csv"),
                bill(made, step));
        try (Workbench workbench = Workbench.openOrCreate(place.resolve("workspace"))) {
            workbench.repository().add(place.resolve("clone"));
            workbench.billing().importFiles(ImportRequest.of(place.resolve("bill")), Progress.NONE,
                    Cancellation.never());
            if (telemetry) {
                Path file = place.resolve("container_cpu_usage_cores.json");
                telemetry(made, file);
                workbench.telemetry().importFiles(List.of(file), Optional.empty(), Progress.NONE,
                        Cancellation.never());
            }
            for (Finding finding : workbench.anomalies().findings(Progress.NONE, Cancellation.never())) {
                judge(workbench, finding, made, tally);
            }
        }
    }

    private static void judge(Workbench workbench, Finding finding, MadePlatform made, Tally tally) {
        String name = finding.key().dimensions().values().stream().filter(made.costs::containsKey).findFirst()
                .orElse("");
        Optional<MadePlatform.Truth> truth = made.truth.stream().filter(each -> each.workloads().contains(name))
                .filter(each -> Math.abs(day(each.hour()).toEpochDay() - finding.start().toEpochDay()) <= 1)
                .findFirst();
        if (truth.isEmpty()) {
            return;
        }
        FindingDetail detail = workbench.anomalies().explain(finding.id(), Progress.NONE, Cancellation.never());
        Map<String, String> subjects = detail.facts().stream()
                .collect(Collectors.toMap(CommitFact::id, CommitFact::subject));
        int rank = 0;
        for (int i = 0; i < detail.commits().size(); i++) {
            CommitScore score = detail.commits().get(i);
            boolean right = truth.get().message().equals(subjects.get(score.id()));
            rank = right ? i + 1 : rank;
            if (score.score() > 0.5) {
                tally.likely += right ? 1 : 0;
            }
            if (!right) {
                tally.unrelated++;
                tally.unrelatedAboveTenth += score.score() > 0.1 ? 1 : 0;
            }
        }
        if (Boolean.getBoolean("blame.print") && (rank != 1
                || detail.commits().getFirst().score() < 0.5)) {
            System.out.println(truth.get() + " found " + finding.start() + " " + finding.kind() + " rank " + rank);
            detail.commits().stream().limit(3).forEach(each -> System.out.println(
                    "   " + each.score() + " " + subjects.get(each.id()) + ": " + each.sentence()));
        }
        if (truth.get().message().isEmpty()) {
            tally.uncaused++;
            tally.wrong += !detail.commits().isEmpty() && detail.commits().getFirst().score() > 0.5 ? 1 : 0;
        } else {
            tally.caused++;
            tally.first += rank == 1 ? 1 : 0;
            tally.reciprocal += rank == 0 ? 0 : 1.0 / rank;
        }
    }

    private static LocalDate day(int hour) {
        return MadePlatform.START.plus(Duration.ofHours(hour)).atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static String bill(MadePlatform made, int step) {
        StringBuilder text = new StringBuilder(HEADER);
        made.costs.forEach((name, cost) -> {
            for (int hour = 0; hour < cost.length; hour += step) {
                double sum = 0;
                for (int i = hour; i < hour + step; i++) {
                    sum += 10 * cost[i];
                }
                Instant start = MadePlatform.START.plus(Duration.ofHours(hour));
                String money = String.format(Locale.ROOT, "%.6f", sum);
                text.append(String.join(",", List.of(money, money, money, money, "1234", "USD",
                        start.toString().substring(0, 7) + "-01T00:00:00Z", "", start.toString(),
                        start.plus(Duration.ofHours(step)).toString(), "Usage", "AWS", "Amazon EKS", "Compute",
                        "node-" + name,
                        "\"{\"\"app.kubernetes.io/name\"\":\"\"" + name + "\"\"}\""))).append('\n');
            }
        });
        return text.toString();
    }

    private static void telemetry(MadePlatform made, Path file) throws IOException {
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
            out.print("{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[");
            List<String> series = new ArrayList<>();
            made.replicas.forEach((name, counts) -> {
                for (int pod = 0; pod < 40; pod++) {
                    StringBuilder values = new StringBuilder();
                    for (int hour = 0; hour < counts.length; hour++) {
                        if (counts[hour] > pod) {
                            values.append(values.isEmpty() ? "" : ",").append('[')
                                    .append(MadePlatform.START.getEpochSecond() + 3600L * hour)
                                    .append(String.format(Locale.ROOT, ",\"%.3f\"]",
                                            0.2 + 0.05 * Math.sin(2 * Math.PI * hour / 24) + 0.01 * (pod * hour % 7)));
                        }
                    }
                    if (!values.isEmpty()) {
                        series.add("\n{\"metric\":{\"__name__\":\"container_cpu_usage_seconds_total:rate5m\","
                                + "\"namespace\":\"" + PlatformFiles.namespace(name) + "\",\"pod\":\"" + name
                                + "-7c9f8b6d5d-" + "bcdfghjklm".charAt(pod / 10) + "bcdfghjklm".charAt(pod % 10)
                                + "xwz" + "\",\"container\":\"main\"},\"values\":[" + values + "]}");
                    }
                }
            });
            out.print(String.join(",", series));
            out.print("]}}");
        }
    }
}
