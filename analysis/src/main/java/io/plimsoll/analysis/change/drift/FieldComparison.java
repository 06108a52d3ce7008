package io.plimsoll.analysis.change.drift;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.change.DriftCause;
import io.plimsoll.analysis.change.DriftOwner;
import io.plimsoll.analysis.change.DriftRow;
import io.plimsoll.analysis.change.DriftState;
import io.plimsoll.analysis.manifest.Field;

/// Holds one live field against what Git says of it.
final class FieldComparison {
    private static final List<String> COUNTS = List.of(Field.REPLICAS, Field.INSTANCES);

    private final Snapshot snapshot;
    private final LiveObject object;
    private final LiveField field;

    FieldComparison(Snapshot snapshot, LiveObject object, LiveField field) {
        this.snapshot = snapshot;
        this.object = object;
        this.field = field;
    }

    DriftRow unmanaged() {
        return row(null, DriftState.ONLY_IN_CLUSTER, DriftCause.NONE, "No manifest in the clone declares this object.");
    }

    DriftRow against(Wanted wanted) {
        return switch (wanted) {
            case Wanted.Unclear(String reason) -> row(null, DriftState.NOT_COMPARABLE, DriftCause.NONE, reason);
            case Wanted.None(boolean chart) -> unset(chart);
            case Wanted.Value value -> set(value);
        };
    }

    private DriftRow unset(boolean chart) {
        Optional<DriftState> scaler = scaler();
        if (scaler.isPresent()) {
            return row(null, scaler.get(), DriftCause.NONE, "");
        }
        DriftOwner owner = field.owner();
        boolean byHand = owner != null && !Managers.delivers(owner) && !owner.manager().startsWith("kube-");
        Optional<String> filled = Defaults.reason(object, field, snapshot.limitRange(object, field));
        if (filled.isPresent() || chart && !byHand) {
            return row(null, DriftState.ONLY_IN_CLUSTER, DriftCause.NONE,
                    filled.orElse("The chart's templates set it, or a default."));
        }
        if (field.base() != null || owner != null && Managers.delivers(owner)) {
            return row(null, DriftState.ONLY_IN_CLUSTER, DriftCause.GIT, "It was applied once; Git no longer sets it.");
        }
        return row(null, DriftState.ONLY_IN_CLUSTER, owner == null ? DriftCause.UNKNOWN : DriftCause.CLUSTER, "");
    }

    private DriftRow set(Wanted.Value wanted) {
        String together = together(wanted);
        if (!together.isEmpty() || Amounts.same(wanted.unit(), wanted.text(), field.unit(), field.value())) {
            return row(wanted, DriftState.EQUAL, DriftCause.NONE, together);
        }
        Optional<DriftState> scaler = scaler();
        if (scaler.isPresent()) {
            return row(wanted, scaler.get(), DriftCause.NONE, "Git's number is where it starts after each sync.");
        }
        Optional<String> ignored = snapshot.ignored().ignores(object, field);
        if (ignored.isPresent()) {
            return row(wanted, DriftState.IGNORED, DriftCause.NONE, ignored.get());
        }
        DriftCause cause = Managers.cause(field, wanted);
        if (wanted.chart() && cause != DriftCause.CLUSTER && cause != DriftCause.BOTH) {
            return row(wanted, DriftState.NOT_COMPARABLE, DriftCause.NONE,
                    "The chart's templates decide what becomes of this value.");
        }
        return row(wanted, DriftState.DIFFERS, cause, "");
    }

    /// Charts speak of a pod's whole memory, which Spark divides into heap and overhead.
    private String together(Wanted.Value wanted) {
        Optional<BigDecimal> all = wanted.unit().read(wanted.text());
        Optional<BigDecimal> heap = field.unit().read(field.value());
        Optional<BigDecimal> overhead = object.field(Field.MEMORY_OVERHEAD, field.container())
                .flatMap(each -> each.unit().read(each.value()));
        boolean whole = wanted.chart() && field.knob().equals(Field.MEMORY) && all.isPresent() && heap.isPresent()
                && overhead.isPresent() && heap.get().add(overhead.get()).compareTo(all.get()) == 0;
        return whole ? "Memory and its overhead together are what Git says." : "";
    }

    private Optional<DriftState> scaler() {
        if (!COUNTS.contains(field.knob())) {
            return Optional.empty();
        }
        DriftOwner owner = field.owner();
        return snapshot.scaler(object).map(Scaler::state)
                .or(() -> owner != null && Managers.scales(owner)
                        ? Optional.of(Managers.scaler(owner))
                        : Optional.empty());
    }

    private DriftRow row(Wanted.@Nullable Value wanted, DriftState state, DriftCause cause, String reason) {
        return new DriftRow(object.kind(), object.namespace(), object.name(), field.container(),
                field.path().toString(), field.knob(), wanted == null ? field.unit() : wanted.unit(),
                wanted == null ? null : wanted.text(), field.value(), field.base(), field.owner(), state, cause, reason,
                wanted == null ? null : wanted.origin(),
                wanted != null && state == DriftState.DIFFERS ? Adoption.text(wanted, field) : null, null);
    }
}
