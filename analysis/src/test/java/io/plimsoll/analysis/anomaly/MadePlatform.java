package io.plimsoll.analysis.anomaly;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

import io.plimsoll.analysis.repository.DatedCommit;
import io.plimsoll.analysis.repository.Person;

/// A made-up platform of 24 workloads and 120 days: a clone with Kustomize bases and overlays, Helm values under Argo CD and plain
/// manifests, 200 commits of which 20 move cost, 8 events that no commit causes, and what each workload cost hour by hour.
///
/// Commits roll out after a log-normal time with median 25 minutes; the others bump images, write documents, format files, change
/// labels, environments that cost nothing here, and
/// sizes that go back within the hour. Half of the other events follow a small resize of the same workload by up to four days.
final class MadePlatform {
    static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    static final int DAYS = 120;
    private static final int HOURS = 24 * DAYS;
    private static final int CAUSES = 20;
    private static final int OTHERS = 180;
    private static final int EVENTS = 8;

    final List<DatedCommit> commits = new ArrayList<>();
    final List<Truth> truth = new ArrayList<>();
    final Map<String, double[]> costs = new LinkedHashMap<>();
    final Map<String, int[]> replicas = new LinkedHashMap<>();
    private final SplittableRandom random;
    private final Map<String, int[]> sizes = new LinkedHashMap<>();
    private final List<Runnable> extra = new ArrayList<>();
    private final PlatformFiles files = new PlatformFiles(sizes);

    /// What moved.
    ///
    /// @param message of the commit behind it; empty for none
    /// @param hour    from the start
    record Truth(List<String> workloads, String message, int hour) {}

    private record Planned(int minute, String kind) {}

    MadePlatform(long seed) {
        random = new SplittableRandom(seed);
        for (int i = 0; i < 8; i++) {
            for (String name : List.of((i % 2 == 0 ? "a-" : "b-") + "svc" + i / 2, "helm" + i, "raw" + i)) {
                sizes.put(name, new int[]{3 + random.nextInt(6), 500 * (1 + random.nextInt(6)),
                    1024 * (1 + random.nextInt(8))});
            }
        }
        for (int g = 0; g < 4; g++) {
            sizes.get("b-svc" + g)[1] = sizes.get("a-svc" + g)[1];
            sizes.get("b-svc" + g)[2] = sizes.get("a-svc" + g)[2];
        }
        sizes.forEach((name, size) -> {
            costs.put(name, filled(size));
            int[] count = new int[HOURS];
            Arrays.fill(count, size[0]);
            replicas.put(name, count);
        });
        first();
        List<Planned> plan = new ArrayList<>();
        for (int i = 0; i < CAUSES; i++) {
            plan.add(new Planned(working(35 + i * 4), "cause"));
        }
        String[] others = {"image", "image", "docs", "label", "label", "format", "label", "dev", "docs", "back"};
        for (int i = 0; i < OTHERS; i++) {
            plan.add(new Planned(working(1 + random.nextInt(DAYS - 4)), others[i % others.length]));
        }
        for (int i = 0; i < EVENTS; i++) {
            plan.addAll(event(37 + i * 9 + random.nextInt(2)));
        }
        plan.sort(Comparator.comparingInt(Planned::minute));
        plan.forEach(each -> commit(each.minute(), each.kind()));
        extra.forEach(Runnable::run);
        commits.sort(Comparator.comparing(DatedCommit::time));
        noise();
    }

    private int working(int day) {
        return day * 1440 + 7 * 60 + random.nextInt(13 * 60);
    }

    private static double[] filled(int[] size) {
        double[] hours = new double[HOURS];
        Arrays.fill(hours, cost(size));
        return hours;
    }

    private static double cost(int[] size) {
        return size[0] * (size[1] / 1000.0 * 0.0336 + size[2] / 1024.0 * 0.0036);
    }

    private String any() {
        return List.copyOf(sizes.keySet()).get(random.nextInt(sizes.size()));
    }

    /// One that nothing moved for a month before and for three weeks after, so that each event is one.
    private String quiet(int hour) {
        for (int i = 0; i < 400; i++) {
            String name = any();
            boolean busy = truth.stream().anyMatch(each -> Math.abs(each.hour() - hour) < 24 * 21
                    && each.workloads().stream().anyMatch(other -> related(other, name)));
            if (!busy) {
                return name;
            }
        }
        return any();
    }

    private static boolean related(String one, String other) {
        return one.equals(other) || one.contains("svc") && other.endsWith(one.substring(2));
    }

    private void commit(int minute, String kind) {
        switch (kind) {
            case "cause" -> cause(minute);
            case "back" -> {
                String name = any();
                int before = sizes.get(name)[0];
                sizes.get(name)[0] = before * 3;
                put(minute, "Scale " + name + " for a test", name);
                sizes.get(name)[0] = before;
                put(minute + 6, "Revert \"Scale " + name + " for a test\"", name);
            }
            case "docs" -> write(minute, "Explain things", "docs/page" + random.nextInt(20) + ".md", "text " + minute);
            case "dev" -> write(minute, "Try another size in dev", "dev/app" + random.nextInt(6) + ".yaml",
                    PlatformFiles.deployment("devapp", 1 + random.nextInt(9), 1000, 2048, minute, 0, "dev"));
            default -> {
                if (kind.startsWith("small ")) {
                    small(minute, kind.substring(6));
                    return;
                }
                String name = any();
                files.mark(kind, name);
                put(minute, (kind.equals("image") ? "Bump image of " : "Tidy up ") + name, name);
            }
        }
    }

    private void small(int minute, String name) {
        int memory = sizes.get(name)[2] * 5 / 4;
        int hour = Math.min(HOURS, minute / 60 + 1);
        List<String> all = sizes.keySet().stream().filter(each -> related(name, each)).toList();
        all.forEach(each -> {
            sizes.get(each)[2] = memory;
            Arrays.fill(costs.get(each), hour, HOURS, cost(sizes.get(each)));
        });
        put(minute, "Give " + name + " a little more memory", name);
    }

    private void cause(int minute) {
        String name = quiet(minute / 60);
        int[] size = sizes.get(name);
        int what = random.nextInt(4);
        int factor = random.nextInt(3) == 0 ? 3 : 2;
        boolean down = random.nextInt(4) == 0 && size[0] >= 4;
        if (what == 0 || what == 3 && name.contains("svc")) {
            size[0] = down ? size[0] / 2 : size[0] * factor;
        } else if (what == 1) {
            size[1] = down ? size[1] / 2 : size[1] * factor;
        } else {
            size[2] = size[2] * 3;
            size[1] = what == 3 ? size[1] * 2 : size[1];
        }
        List<String> moved = new ArrayList<>(List.of(name));
        if (name.contains("svc") && what != 0 && what != 3) {
            String other = (name.startsWith("a-") ? "b-" : "a-") + name.substring(2);
            sizes.get(other)[1] = size[1];
            sizes.get(other)[2] = size[2];
            moved.add(other);
        }
        String message = "Resize " + name + " at " + minute;
        put(minute, message, name);
        double lag = 25 * Math.exp(1.3 * gauss());
        int hour = Math.min(HOURS - 1, (int) ((minute + Math.min(lag, 4320)) / 60) + 1);
        moved.forEach(each -> {
            Arrays.fill(costs.get(each), hour, HOURS, cost(sizes.get(each)));
            Arrays.fill(replicas.get(each), hour, HOURS, sizes.get(each)[0]);
        });
        truth.add(new Truth(moved, message, hour));
    }

    /// More work than before, by hand or by an autoscaler that no manifest speaks of.
    ///
    /// @return every other time a small resize of the same workload in the four days before, to be mistaken for the cause
    private List<Planned> event(int day) {
        int hour = day * 24 + random.nextInt(24);
        String name = quiet(hour);
        double factor = 1.5 + random.nextDouble() * 1.5;
        int until = random.nextBoolean() ? HOURS : Math.min(HOURS, hour + 24 * (2 + random.nextInt(8)));
        extra.add(() -> {
            double[] cost = costs.get(name);
            for (int i = hour; i < until; i++) {
                cost[i] *= factor;
                replicas.get(name)[i] = (int) Math.round(replicas.get(name)[i] * factor);
            }
        });
        truth.add(new Truth(List.of(name), "", hour));
        return random.nextBoolean()
                ? List.of(new Planned(working(day - random.nextInt(5)), "small " + name))
                : List.of();
    }

    private void noise() {
        for (double[] cost : costs.values()) {
            for (int day = 0; day < DAYS; day++) {
                double factor = Math.exp(0.03 * gauss()) * (day % 7 >= 5 ? 0.94 : 1);
                for (int i = 24 * day; i < 24 * day + 24; i++) {
                    cost[i] *= factor * Math.exp(0.02 * gauss());
                }
            }
        }
    }

    private double gauss() {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }

    private void first() {
        Map<String, String> all = PlatformFiles.shared();
        sizes.keySet().forEach(name -> all.putAll(files.of(name)));
        commits.add(commit(START.minus(Duration.ofDays(2)), "Import the platform", all));
    }

    private void put(int minute, String message, String name) {
        commits.add(commit(START.plus(Duration.ofMinutes(minute)), message, files.of(name)));
    }

    private void write(int minute, String message, String file, String text) {
        commits.add(commit(START.plus(Duration.ofMinutes(minute)), message, Map.of(file, text)));
    }

    private static DatedCommit commit(Instant time, String message, Map<String, String> texts) {
        Map<String, Optional<byte[]>> files = new LinkedHashMap<>();
        texts.forEach((path, text) -> files.put(path, Optional.of(text.getBytes(StandardCharsets.UTF_8))));
        return new DatedCommit(time, new Person("Someone", "someone@example.com"), message, files);
    }
}
