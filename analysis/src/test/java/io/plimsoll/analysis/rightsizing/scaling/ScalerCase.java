package io.plimsoll.analysis.rightsizing.scaling;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.repository.DatedCommit;
import io.plimsoll.analysis.repository.GitRepository;
import io.plimsoll.analysis.repository.Person;
import io.plimsoll.analysis.rightsizing.AdviceQuery;
import io.plimsoll.analysis.rightsizing.Load;
import io.plimsoll.analysis.rightsizing.WorkloadAdvice;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.Progress;

/// Workloads made up for a test: manifests in a clone, and what a Prometheus would have measured, every five minutes.
public final class ScalerCase implements AutoCloseable {
    public static final int DAYS = 8;
    public static final int SAMPLES = DAYS * Load.DAY_SAMPLES;
    private static final String LETTERS = "bcdfghjklmnpqrstvwxz";

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final StringBuilder samples = new StringBuilder();
    private Workbench workbench;

    /// Of the random part of pods' names.
    public static String suffix(int number) {
        return "bcd" + LETTERS.charAt(number / 20 % 20) + LETTERS.charAt(number % 20);
    }

    public static String pod(String deployment, int number) {
        return deployment + "-9sjrbqdpn4-" + suffix(number);
    }

    public ScalerCase file(String path, String text) {
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /// A Deployment `web` of namespace `shop` with one container `app`, and whatever stands below its pod's `spec`.
    public ScalerCase deployment(String name, String replicas, String resources, String more) {
        return file("apps/" + name + ".yaml",
                """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: %s, namespace: shop}
                spec:
                %s
                  template:
                    spec:
                %s
                      containers:
                        - name: app
                          resources:
                %s
                """.formatted(name, replicas.indent(2).stripTrailing(), more.indent(6).stripTrailing(),
                        resources.indent(12).stripTrailing()));
    }

    public ScalerCase series(String metric, String pod, String container, int from, int to,
            IntToDoubleFunction value) {
        return labelled(metric, "namespace=\"shop\",pod=\"" + pod + "\",container=\"" + container + "\"", from, to,
                value);
    }

    public ScalerCase labelled(String metric, String labels, int from, int to, IntToDoubleFunction value) {
        for (int i = from; i < to; i++) {
            samples.append("{__name__=\"").append(metric).append("\",").append(labels).append("} ")
                    .append(value.applyAsDouble(i)).append(' ').append(1000 * (Load.START + 300L * i)).append('\n');
        }
        return this;
    }

    /// CPU in cores and memory in MiB of a pod's container.
    public ScalerCase use(String pod, String container, int from, int to, IntToDoubleFunction cores,
            IntToDoubleFunction mebibytes) {
        return series("cpu_cores", pod, container, from, to, cores).series("memory_bytes", pod, container, from, to,
                i -> mebibytes.applyAsDouble(i) * (1 << 20));
    }

    /// Pods that come and go: those that are needed at a time share the load evenly.
    public ScalerCase scaled(String name, IntToDoubleFunction load, int[] pods) {
        int most = java.util.Arrays.stream(pods).max().orElse(0);
        for (int pod = 0; pod < most; pod++) {
            int from = -1;
            for (int i = 0; i <= pods.length; i++) {
                boolean alive = i < pods.length && pods[i] > pod;
                if (alive && from < 0) {
                    from = i;
                } else if (!alive && from >= 0) {
                    use(pod(name, pod), "app", from, i, at -> load.applyAsDouble(at) / pods[at], at -> 900);
                    from = -1;
                }
            }
        }
        return this;
    }

    public ScalerCase open(Path folder) {
        workbench = Workbench.openOrCreate(folder.resolve("workspace"));
        try (GitRepository repository = GitRepository.create(folder.resolve("clone"), "main")) {
            Map<String, Optional<byte[]>> put = new LinkedHashMap<>();
            files.forEach((path, content) -> put.put(path, Optional.of(content)));
            repository.commitAll(List.of(new DatedCommit(Instant.ofEpochSecond(Load.START - 86_400 * 40L),
                    new Person("Ada", "ada@example.com"), "all", put)));
        }
        workbench.repository().add(folder.resolve("clone"));
        try {
            Path dump = Files.writeString(folder.resolve("dump.txt"), samples);
            workbench.telemetry().importFiles(List.of(dump), Optional.empty(), Progress.NONE, Cancellation.never());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    public Workbench workbench() {
        return workbench;
    }

    public WorkloadAdvice advice(String name) {
        return new ArrayList<>(workbench.rightsizing().advise(AdviceQuery.of(name), Progress.NONE,
                Cancellation.never())).getFirst();
    }

    @Override
    public void close() {
        workbench.close();
    }
}
