package io.plimsoll.analysis.manifest.owner.kustomize;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.plimsoll.analysis.manifest.Edit;
import io.plimsoll.analysis.manifest.ManifestEditor;
import io.plimsoll.analysis.manifest.owner.OverlayPatch;
import io.plimsoll.analysis.manifest.owner.OwnedField;
import io.plimsoll.analysis.manifest.owner.Trace;
import io.plimsoll.analysis.manifest.owner.tree.Sources;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.analysis.task.StepFailure;

import static org.assertj.core.api.Assertions.assertThat;

/// Edits origins and looks at what `kubectl kustomize` then renders otherwise: the fields that the trace said, and no other.
class ProvenanceProofTest {
    private final Map<String, Integer> counts = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();

    @TempDir
    Path folder;

    @Test
    void anEditOfAnOriginChangesItsFieldsAndNoOther() throws IOException {
        prove(1, 4);
    }

    @Test
    @Tag("slow")
    void editsOfManyOriginsChangeTheirFieldsAndNoOther() throws IOException {
        prove(12, 4);
    }

    private void prove(int clones, int edits) throws IOException {
        KustomizeOracle.assumeHere();
        for (long seed = 1001; seed <= 1000 + clones; seed++) {
            Clone clone = new Clone(folder.resolve("clone-" + seed), new GeneratedClone(seed).files);
            List<OwnedField> fields = clone.trace.fields();
            for (int i = 0; i < edits; i++) {
                OwnedField field = fields.get((int) ((i * 7919L + seed * 31) % fields.size()));
                if (!other(field.value()).equals(field.value())) {
                    origin(clone, field);
                }
                overlay(clone, fields.get((int) ((i * 104729L + seed * 17) % fields.size())));
            }
        }
        System.out.println("Provenance proof: " + counts);
        assertThat(wrong).isEmpty();
        assertThat(counts.get("origins edited")).isGreaterThan(clones * edits / 2);
        assertThat(counts.get("overlays patched")).isGreaterThan(clones * edits / 4);
    }

    private void origin(Clone clone, OwnedField field) throws IOException {
        String wanted = other(field.value());
        String file = field.origin().file();
        byte[] edited;
        try {
            edited = ManifestEditor.apply(file, clone.files.get(file),
                    List.of(new Edit(field.origin().document(), field.origin().path(), field.value(), wanted)))
                    .content();
        } catch (StepFailure e) {
            counts.merge("origin refused " + e.code(), 1, Integer::sum);
            return;
        }
        counts.merge("origins edited", 1, Integer::sum);
        List<OwnedField> expected = clone.trace.effect(field.origin()).changes();
        counts.merge("fields that changed with them", expected.size(), Integer::sum);
        check("origin " + field.origin(), clone, file, edited, expected, wanted);
    }

    private void overlay(Clone clone, OwnedField field) throws IOException {
        String wanted = other(field.value());
        if (wanted.equals(field.value())) {
            return;
        }
        try {
            OverlayPatch patch = new OverlayChange(clone.files, field, wanted, Cancellation.never()).propose();
            counts.merge("overlays patched", 1, Integer::sum);
            counts.merge("by " + patch.how(), 1, Integer::sum);
            List<OwnedField> expected = new ArrayList<>(List.of(field));
            // What builds upon the patched folder renders the same object, unless it sets the field itself.
            Map<String, byte[]> files = new HashMap<>(clone.files);
            files.put(patch.file(), patch.content());
            KustomizeRoots.trace(new Sources(files), clone.roots, Cancellation.never()).effect(patch.place()).changes()
                    .stream().filter(each -> !each.root().equals(field.root()))
                    .forEach(each -> clone.trace.fields().stream().filter(old -> old.root().equals(each.root())
                            && stable(KustomizeOracle.key(old)).equals(stable(KustomizeOracle.key(each))
                                    .replace(" = " + wanted, " = " + field.value())))
                            .forEach(expected::add));
            check("overlay " + patch, clone, patch.file(), patch.content(), expected, wanted);
        } catch (StepFailure e) {
            counts.merge("overlay " + e.code(), 1, Integer::sum);
        }
    }

    private void check(String what, Clone clone, String file, byte[] edited, List<OwnedField> expected, String wanted)
            throws IOException {
        Files.write(clone.top.resolve(file), edited);
        for (String root : clone.roots) {
            List<String> before = clone.rendered.get(root);
            List<String> after = clone.render(root);
            List<String> gone = new ArrayList<>(before);
            after.forEach(gone::remove);
            List<String> come = new ArrayList<>(after);
            before.forEach(come::remove);
            List<String> old = expected.stream().filter(each -> each.root().equals(root))
                    .map(each -> stable(KustomizeOracle.key(each))).sorted().toList();
            List<String> now = old.stream().map(each -> each.substring(0, each.lastIndexOf(" = ") + 3) + wanted)
                    .toList();
            if (!gone.stream().sorted().toList().equals(old) || !come.stream().sorted().toList().equals(now)) {
                wrong.add(clone.top.getFileName() + " " + root + " " + what + ": " + gone + " became " + come
                        + ", expected " + old);
            }
        }
        Files.write(clone.top.resolve(file), clone.files.get(file));
    }

    /// The name of a generated config map changes with its content.
    private static String stable(String key) {
        return key.replaceFirst("^(ConfigMap \\S*)-[a-z0-9]{10} ", "$1 ");
    }

    private static String other(String value) {
        return value.replaceFirst("([0-9])", "9$1");
    }

    private static final class Clone {
        private final Path top;
        private final Map<String, byte[]> files;
        private final List<String> roots;
        private final Trace trace;
        private final Map<String, List<String>> rendered = new HashMap<>();

        Clone(Path top, Map<String, String> texts) throws IOException {
            this.top = top;
            KustomizeOracle.write(top, texts);
            files = KustomizeOracle.files(top);
            Sources sources = new Sources(files);
            Trace all = KustomizeRoots.trace(sources, KustomizeRoots.all(sources), Cancellation.never());
            roots = KustomizeRoots.all(sources).stream()
                    .filter(root -> all.unresolved().stream().noneMatch(each -> each.root().equals(root))).toList();
            trace = KustomizeRoots.trace(sources, roots, Cancellation.never());
            for (String root : roots) {
                rendered.put(root, render(root));
            }
        }

        List<String> render(String root) throws IOException {
            return KustomizeOracle.fields(KustomizeOracle.build(top.resolve(root))).stream()
                    .map(ProvenanceProofTest::stable).toList();
        }
    }
}
