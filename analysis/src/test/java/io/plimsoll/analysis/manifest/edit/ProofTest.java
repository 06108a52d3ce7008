package io.plimsoll.analysis.manifest.edit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.plimsoll.analysis.manifest.ManifestPath;
import io.plimsoll.analysis.manifest.Sharing;
import io.plimsoll.analysis.task.StepFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/// What the proof is for: bytes that somebody got wrong between planning an edit and handing it out.
class ProofTest {
    private static final String TEXT = """
                                       # head
                                       kind: Deployment
                                       spec: &s
                                         replicas: 3 # three
                                         tpl: {cpu: "1", memory: 1Gi}
                                         text: |
                                           a: 1 # deep
                                           b: 2

                                       other: *s
                                       ---
                                       kind: Service
                                       """;

    private static EditStep step(String path, String value) {
        EditStep step = new EditStep(Layer.file("f.yaml", TEXT.getBytes(StandardCharsets.UTF_8)));
        Target target = TargetResolver.resolve(step.file(), 0, ManifestPath.parse(path),
                Sharing.ANCHOR);
        if (target.exists()) {
            step.set(target, value);
        } else {
            step.insert(target, value);
        }
        return step;
    }

    private static boolean passes(EditStep step, byte[] content) {
        try {
            step.proven(content);
            return true;
        } catch (StepFailure e) {
            assertThat(e.code()).isEqualTo("PROOF_FAILED");
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"spec.replicas", "spec.tpl.cpu", "spec.text>b", "spec.limits.cpu", "spec.tpl.gpu",
        "spec.text>c"})
    void oneByteThatIsChangedLostOrAddedAnywhereIsNoticed(String path) {
        byte[] good = step(path, "7").done();
        assertThatCode(() -> step(path, "7").proven(good)).doesNotThrowAnyException();
        for (int at = 0; at < good.length; at++) {
            byte[] changed = good.clone();
            changed[at] = (byte) (changed[at] == 'x' ? 'y' : 'x');
            byte[] lost = new byte[good.length - 1];
            System.arraycopy(good, 0, lost, 0, at);
            System.arraycopy(good, at + 1, lost, at, lost.length - at);
            byte[] added = Arrays.copyOf(good, good.length + 1);
            System.arraycopy(good, at, added, at + 1, good.length - at);
            added[at] = ' ';
            for (byte[] bad : List.of(changed, lost, added)) {
                // Of two equal neighbours it makes no difference which one is lost.
                assertThat(passes(step(path, "7"), bad)).as("byte %d of %s", at, path)
                        .isEqualTo(Arrays.equals(bad, good));
            }
        }
    }

    @Test
    void wholeLinesThatAreSwappedDoubledOrDroppedAreNoticed() {
        Random random = new Random(4);
        byte[] good = step("spec.replicas", "7").done();
        List<String> lines = new String(good, StandardCharsets.UTF_8).lines().toList();
        for (int round = 0; round < 300; round++) {
            List<String> bad = new ArrayList<>(lines);
            String taken = bad.remove(random.nextInt(bad.size()));
            if (round % 3 > 0) {
                bad.add(random.nextInt(bad.size()), taken);
            }
            if (round % 3 > 1) {
                bad.add(random.nextInt(bad.size()), taken);
            }
            byte[] content = (String.join("\n", bad) + "\n").getBytes(StandardCharsets.UTF_8);
            assertThat(passes(step("spec.replicas", "7"), content)).isEqualTo(Arrays.equals(content, good));
        }
    }

    /// The bytes are all there, and each splice is what was planned; yet the plan itself is wrong.
    @Test
    void aSpliceThatIsPlannedWrongIsNoticed() {
        for (String broken : List.of("7, sidecar: 1", "&y 7", "!!str 7", "'7'", "7\n  more: 1", "*s", "[7]")) {
            EditStep step = step("spec.replicas", "7");
            step.replanned(List.of(new Splice(TEXT.indexOf('3'), TEXT.indexOf('3') + 1, broken)));
            assertThat(passes(step, TEXT.replaceFirst("3", Matcher.quoteReplacement(broken))
                    .getBytes(StandardCharsets.UTF_8))).as(broken).isFalse();
        }
    }
}
