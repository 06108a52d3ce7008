package io.plimsoll.analysis.manifest.owner.kustomize;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

import io.plimsoll.analysis.manifest.owner.Owners;
import io.plimsoll.analysis.manifest.owner.Trace;
import io.plimsoll.analysis.manifest.owner.Unresolved;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.CancelledException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/// Input that is huge, or made to hang.
class HostileKustomizationsTest {
    private final Map<String, String> files = new HashMap<>(Map.of("base/web.yaml", deployment("web")));

    private static String deployment(String name) {
        return "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: " + name + "}\nspec: {replicas: 1}\n";
    }

    @Test
    void tenThousandObjectsInTenThousandFilesAreTracedInSeconds() {
        StringBuilder list = new StringBuilder("namespace: big\nnamePrefix: p-\nresources:\n");
        for (int i = 0; i < 10_000; i++) {
            files.put("big/d" + i + ".yaml", deployment("d" + i));
            list.append("- d").append(i).append(".yaml\n");
        }
        list.append(
                "patches:\n- target: {kind: Deployment}\n  patch: |\n    - {op: replace, path: /spec/replicas, value: 2}\n");
        files.put("big/kustomization.yaml", list.toString());
        files.put("top/kustomization.yaml", "resources: [../big]\nreplicas: [{name: d5, count: 3}]\n");
        Trace trace = traced();
        assertThat(trace.unresolved()).isEmpty();
        assertThat(trace.fields().stream().filter(each -> each.root().equals("top"))).hasSize(10_000);
        assertThat(trace.fields().stream().filter(each -> each.value().equals("3"))).hasSize(1);
    }

    @Test
    void basesThatDoubleAtEachStepStopAtALimit() {
        files.put("l0/kustomization.yaml", "resources: [../base/web.yaml]\n");
        for (int i = 1; i < 40; i++) {
            files.put("l" + i + "/kustomization.yaml", "resources: [left, right]\n");
            files.put("l" + i + "/left/kustomization.yaml", "namePrefix: a-\nresources: [../../l" + (i - 1) + "]\n");
            files.put("l" + i + "/right/kustomization.yaml", "namePrefix: b-\nresources: [../../l" + (i - 1) + "]\n");
        }
        assertThat(reason()).startsWith("LIMIT: ");
    }

    @Test
    void aChainOfAThousandBasesStopsAtALimit() {
        files.put("c0/kustomization.yaml", "resources: [../base/web.yaml]\n");
        for (int i = 1; i < 1000; i++) {
            files.put("c" + i + "/kustomization.yaml", "resources: [../c" + (i - 1) + "]\n");
        }
        assertThat(reason()).startsWith("LIMIT: ");
    }

    @Test
    void anExpressionThatNeverEndsStopsAtALimit() {
        files.put("base/web.yaml", deployment("a".repeat(200)));
        files.put("top/kustomization.yaml", "resources: [../base/web.yaml]\npatches:\n- target: {name: \"(a+a+)+b\"}\n"
                + "  patch: \"[]\"\n");
        assertThat(reason()).startsWith("LIMIT: ");
    }

    @Test
    void anObjectCopiedIntoItselfStopsAtALimit() {
        files.put("top/kustomization.yaml", "resources: [../base/web.yaml]\npatches:\n- target: {kind: Deployment}\n"
                + "  patch: |\n"
                + "    - {op: copy, from: /spec, path: /spec/x}\n    - {op: copy, from: /spec, path: /spec/y}\n"
                        .repeat(60));
        assertThat(reason()).startsWith("LIMIT: ");
        files.put("top/kustomization.yaml", "resources: [../base/web.yaml]\npatches:\n- target: {kind: Deployment}\n"
                + "  patch: |\n" + "    - {op: copy, from: /spec, path: /spec/x}\n".repeat(10_000));
        assertThat(reason()).startsWith("LIMIT: ");
    }

    @Test
    void cyclesThroughComponentsAndFilesAboveTheCloneAreRefused() {
        files.put("top/kustomization.yaml", "resources: [../base/web.yaml]\ncomponents: [../c]\n");
        files.put("c/kustomization.yaml", "kind: Component\napiVersion: kustomize.config.k8s.io/v1alpha1\n"
                + "components: [../c]\n");
        assertThat(reason()).startsWith("CYCLE: ");
        files.put("top/kustomization.yaml",
                "resources: [../base/web.yaml]\nconfigMapGenerator: [{name: x, files: [../../../etc/passwd]}]\n");
        assertThat(reason()).startsWith("OUTSIDE: ");
        files.put("top/kustomization.yaml",
                "resources: [../base/web.yaml]\npatches: [{target: {kind: Deployment}, path: /etc/passwd}]\n");
        assertThat(reason()).startsWith("OUTSIDE: ");
    }

    @Test
    void damagedClonesAreTracedOrUnresolvedButNeverADefect() {
        Random random = new Random(4);
        int unresolved = 0;
        for (int round = 0; round < 100; round++) {
            files.clear();
            files.putAll(new GeneratedClone(round % 20).files);
            List<String> names = files.keySet().stream().sorted().toList();
            for (int i = 0; i < 3; i++) {
                files.computeIfPresent(names.get(random.nextInt(names.size())), (name, text) -> damaged(text, random));
            }
            unresolved += Owners.trace(bytes(), Cancellation.never()).unresolved().size();
        }
        assertThat(unresolved).isBetween(20, 300);
    }

    private static String damaged(String text, Random random) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        int at = random.nextInt(lines.size());
        String line = lines.get(at);
        switch (random.nextInt(8)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(at, line);
            case 2 -> lines.set(at, line + ":");
            case 3 -> lines.set(at, line.replaceFirst("[^ ].*", random.nextBoolean() ? "null" : "[]"));
            case 4 -> lines.set(at, line.replaceFirst(": .*", random.nextBoolean() ? ":" : ": {a: [1, ~]}"));
            case 5 -> lines.set(at, line.replaceFirst("path: /", "path: /-1/99999999999/~3/"));
            case 6 -> lines.set(at, "- " + line);
            default -> lines.set(at, " " + line);
        }
        return String.join("\n", lines);
    }

    @Test
    void aStopIsHeard() {
        files.put("top/kustomization.yaml", "resources: [../base/web.yaml]\n");
        Cancellation stop = Cancellation.never();
        stop.request();
        assertThatThrownBy(() -> Owners.trace(bytes(), stop)).isInstanceOf(CancelledException.class);
    }

    private String reason() {
        List<Unresolved> unresolved = traced().unresolved();
        return unresolved.isEmpty() ? "" : unresolved.getFirst().reason();
    }

    private Trace traced() {
        return assertTimeoutPreemptively(Duration.ofMinutes(5), () -> Owners.trace(bytes(), Cancellation.never()));
    }

    private Map<String, byte[]> bytes() {
        Map<String, byte[]> bytes = new HashMap<>();
        files.forEach((file, text) -> bytes.put(file, text.getBytes(StandardCharsets.UTF_8)));
        return bytes;
    }
}
