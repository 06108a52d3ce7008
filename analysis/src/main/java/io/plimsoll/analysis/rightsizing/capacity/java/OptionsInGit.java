package io.plimsoll.analysis.rightsizing.capacity.java;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.Field;
import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.manifest.engine.JavaOptions;
import io.plimsoll.analysis.manifest.yaml.Tree;
import io.plimsoll.analysis.rightsizing.current.DeclaredSize;
import io.plimsoll.analysis.rightsizing.current.PlacedKnob;
import io.plimsoll.analysis.workload.DeclaredWorkload;
import io.plimsoll.analysis.workload.ManifestPlace;

/// Looks up what Git tells a workload's Java process: beside the values of its size, and in the container of that name wherever the
/// object is declared or patched.
final class OptionsInGit {
    private static final Pattern HINT = Pattern.compile("java|JAVA|-Xm|jvmOptions|RAMPercentage");
    private static final List<String[]> PODS = List.of(new String[]{"spec", "template", "spec"},
            new String[]{"spec", "jobTemplate", "spec", "template", "spec"}, new String[]{"spec"});
    private static final JavaOptions NOTHING = JavaOptions.of(List.of());

    private OptionsInGit() {
    }

    /// @param container the main one; empty if none is known
    static JavaOptions of(@Nullable DeclaredWorkload declared, DeclaredSize size, String container) {
        if (declared == null) {
            return NOTHING;
        }
        JavaOptions found = NOTHING;
        for (ManifestPlace place : declared.weakestFirst().reversed()) {
            if (hinted(declared, place)) {
                Tree root = declared.document(place).orElse(null);
                found = root == null ? found : found.or(JavaOptions.of(holders(root, place, size, container).toList()));
            }
        }
        return found;
    }

    private static boolean hinted(DeclaredWorkload declared, ManifestPlace place) {
        byte[] content = declared.owners().files().get(place.file());
        return content != null && HINT.matcher(new String(content, StandardCharsets.UTF_8)).find();
    }

    private static Stream<Tree> holders(Tree root, ManifestPlace place, DeclaredSize size, String container) {
        Stream<Tree> beside = size.knobs().values().stream().map(PlacedKnob::knob)
                .filter(knob -> knob.field().startsWith(Field.MEMORY) && isIn(knob, place))
                .map(knob -> root.at(JavaOptions.holder(knob.path())));
        Stream<Tree> named = PODS.stream().flatMap(path -> containers(root.at(path).at("containers"), container));
        return Stream.concat(beside, named);
    }

    private static Stream<Tree> containers(Tree list, String name) {
        List<Tree> all = list.items();
        return all.size() == 1 && name.isEmpty()
                ? all.stream()
                : all.stream().filter(each -> each.at("name").text().equals(name));
    }

    private static boolean isIn(Knob knob, ManifestPlace place) {
        return knob.file().equals(place.file()) && knob.document() == place.document();
    }
}
