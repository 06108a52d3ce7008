package io.plimsoll.analysis.workload;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.plimsoll.analysis.manifest.Knob;
import io.plimsoll.analysis.manifest.owner.OwnedField;

/// What the tracer knows of a workload's main container. Silent where it is not certain.
final class TracedKnobs {
    private static final String VARIABLE = "through the variable ";

    private final DeclaredWorkload declared;
    private final List<OwnedField> owned;
    private final String container;

    /// @param container the main one as telemetry calls it, or empty
    TracedKnobs(DeclaredWorkload declared, String container) {
        this.declared = declared;
        this.owned = declared.owners().of(declared);
        this.container = container;
    }

    /// @param fields the more exact one first
    Optional<LiveValue> of(String... fields) {
        for (String field : fields) {
            List<OwnedField> found = owned.stream().filter(each -> each.field().equals(field) && concerns(each))
                    .toList();
            if (!found.isEmpty()) {
                boolean certain = found.size() == 1
                        && (found.getFirst().note().isEmpty() || found.getFirst().note().startsWith(VARIABLE));
                return certain ? Optional.of(one(found.getFirst())) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private LiveValue one(OwnedField field) {
        for (ManifestPlace place : declared.places()) {
            Optional<Knob> knob = place.knobs().stream()
                    .filter(each -> each.file().equals(field.origin().file())
                            && each.document() == field.origin().document()
                            && each.path().toString().equals(field.origin().path().toString()))
                    .findFirst();
            if (knob.isPresent()) {
                return new LiveValue.One(knob.get(), place.role());
            }
        }
        return new LiveValue.One(declared.owners().knob(field), ManifestPlace.Role.INLINE_VALUES);
    }

    private boolean concerns(OwnedField field) {
        if (LiveKnobs.SPARK.contains(field.kind())) {
            return field.container().equals("executor");
        }
        if (LiveKnobs.FLINK.contains(field.kind())) {
            return field.container().equals("taskManager") || field.container().isEmpty();
        }
        return LiveKnobs.OF_CONTAINER.contains(field.field())
                ? field.container().equals(main())
                : field.container().isEmpty();
    }

    /// The container that telemetry names, else the only one, else the one that is called like the workload.
    private String main() {
        Set<String> sized = owned.stream().filter(each -> LiveKnobs.SIZES.contains(each.field()))
                .map(OwnedField::container).collect(Collectors.toSet());
        if (container.isEmpty() && sized.size() == 1) {
            return sized.iterator().next();
        }
        Stream<String> names = container.isEmpty()
                ? Stream.of(declared.name(), declared.appName())
                : Stream.of(container);
        return names.filter(name -> !name.isEmpty() && sized.contains(name)).findFirst().orElse("?");
    }
}
