package io.plimsoll.app.screen.drift;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.plimsoll.analysis.change.DriftRow;
import io.plimsoll.analysis.change.DriftState;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;

/// Which fields are listed.
enum Show {
    DIFFER(DriftState.DIFFERS, DriftState.RESIZED), ONE_SIDE(DriftState.ONLY_IN_GIT,
            DriftState.ONLY_IN_CLUSTER),
    OWNED(DriftState.HPA, DriftState.KEDA, DriftState.VPA), NOT_COMPARED(
            DriftState.NOT_COMPARABLE, DriftState.IGNORED),
    EQUAL(DriftState.EQUAL), ALL(DriftState.values());

    private final Set<DriftState> states;

    Show(DriftState... states) {
        this.states = Set.of(states);
    }

    boolean lists(DriftRow row) {
        return states.contains(row.state());
    }

    /// Whether there is anything to list; the first and the last are always there.
    boolean offered(List<DriftRow> rows) {
        return this == DIFFER || this == ALL || rows.stream().anyMatch(this::lists);
    }

    /// With the number of fields.
    String title(List<DriftRow> rows) {
        return Messages.text("drift.show." + name().toLowerCase(Locale.ROOT),
                Formats.count(rows.stream().filter(this::lists).count()));
    }
}
