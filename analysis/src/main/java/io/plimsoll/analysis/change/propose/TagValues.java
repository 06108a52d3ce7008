package io.plimsoll.analysis.change.propose;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.plimsoll.analysis.change.WantedTag;
import io.plimsoll.analysis.manifest.CostTags;
import io.plimsoll.analysis.manifest.Field;
import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.workload.DeclaredWorkload;
import io.plimsoll.analysis.workload.Workload;

/// What a missing tag's value should be. Told by the workload's own labels first, then by its resources in the bill, its folder and its
/// neighbours; two different answers of one source are none.
final class TagValues {
    private static final Set<String> STAGES = Set.of("prod", "production", "staging", "stage", "test", "dev",
            "development", "qa", "preprod");

    private final List<DeclaredWorkload> declared;

    /// @param declared all of the clone
    TagValues(Collection<DeclaredWorkload> declared) {
        this.declared = List.copyOf(declared);
    }

    /// @param text  empty if nothing tells it
    /// @param basis as a sentence
    record Value(String text, String basis) {}

    Value of(Workload workload, DeclaredWorkload manifest, WantedTag wanted) {
        if (wanted.value() != null) {
            return new Value(wanted.value(), "As given.");
        }
        List<String> several = new ArrayList<>();
        for (Source source : List.of(
                new Source("labels of its own", own(manifest, wanted.key())),
                new Source("tags of its resources in the bill", bill(workload, wanted.key())),
                new Source("its namespace or folder", stages(manifest, wanted.key())),
                new Source("the labels of all others in " + manifest.namespace(),
                        neighbours(manifest, wanted.key())))) {
            if (source.values.size() == 1) {
                return new Value(source.values.iterator().next(), "From " + source.name + ".");
            }
            if (source.values.size() > 1) {
                several.add(source.name + " say " + String.join(", ", source.values));
            }
        }
        return new Value("", several.isEmpty()
                ? "Neither the bill nor a neighbour tells a value."
                : "No single value: " + String.join("; ", several) + ".");
    }

    private record Source(String name, Set<String> values) {}

    private static Set<String> own(DeclaredWorkload manifest, String key) {
        return values(labels(manifest), key);
    }

    private static Stream<Knob> labels(DeclaredWorkload manifest) {
        return manifest.places().stream().flatMap(place -> place.knobs().stream())
                .filter(knob -> knob.field().equals(Field.COST_TAG));
    }

    private static Set<String> values(Stream<Knob> labels, String key) {
        Set<String> values = new TreeSet<>();
        labels.filter(knob -> CostTags.same(knob.path().keyFromEnd(0), key) && WantedTag.isValue(knob.value()))
                .forEach(knob -> values.add(knob.value()));
        return values;
    }

    private static Set<String> bill(Workload workload, String key) {
        Set<String> values = new TreeSet<>();
        workload.billed().forEach(resource -> resource.tags().forEach((tag, value) -> {
            String plain = tag.replaceFirst("(?i)^(user:|aws:|label_|k8s-label/|resource_tags_user_)", "");
            if (CostTags.same(plain, key) && WantedTag.isValue(value)) {
                values.add(value);
            }
        }));
        return values;
    }

    private static Set<String> stages(DeclaredWorkload manifest, String key) {
        Set<String> found = new TreeSet<>();
        if (CostTags.same(key, "environment") || CostTags.same(key, "env")) {
            Stream.of((manifest.root() + "/" + manifest.namespace()).toLowerCase(Locale.ROOT).split("[/._-]"))
                    .filter(STAGES::contains).forEach(found::add);
        }
        return found;
    }

    private Set<String> neighbours(DeclaredWorkload manifest, String key) {
        return manifest.namespace().isEmpty()
                ? Set.of()
                : values(declared.stream().filter(each -> each.namespace().equals(manifest.namespace()))
                        .flatMap(TagValues::labels), key);
    }
}
