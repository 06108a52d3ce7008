package io.plimsoll.analysis.anomaly.signal;

import java.util.List;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import io.plimsoll.analysis.anomaly.Signal;
import io.plimsoll.analysis.store.Database;
import io.plimsoll.analysis.store.Sql;
import io.plimsoll.analysis.store.StoreException;
import io.plimsoll.analysis.task.StepFailure;
import io.plimsoll.analysis.workspace.LedgerEntry;
import io.plimsoll.analysis.workspace.ProgramCode;
import io.plimsoll.analysis.workspace.Workspace;

/// The events in telemetry as they were judged last, in the workspace, so that its next opening need not judge again. They hold for one
/// state of what they rest on and for one build of the program; anything else is as if nothing were kept. Safe from any thread.
///
/// They can be worked out again at any time: they are no entry of the ledger, nobody waits for them to be written, and if that fails
/// nothing is lost.
final class KeptSignals {
    private static final Logger LOG = LoggerFactory.getLogger(KeptSignals.class);
    /// Everything that loads samples or says whose series are whose begins so, and is in the ledger in the transaction that does it.
    private static final List<String> AREAS = List.of("telemetry-", "workload-");

    private final Workspace workspace;
    private final Optional<String> build;

    KeptSignals(Workspace workspace) {
        this(workspace, ProgramCode.digest());
    }

    /// @param build empty if it is not known: then nothing is kept
    KeptSignals(Workspace workspace, Optional<String> build) {
        this.workspace = workspace;
        this.build = build;
    }

    /// What the events rest on. It never comes back once it has changed: a pin that is set and taken back are two entries.
    String state() {
        return workspace.ledger().last(AREAS).map(LedgerEntry::hash).orElse("nothing");
    }

    /// What was kept for a state, in its order; empty if it is not there or can't be read.
    Optional<List<Signal>> of(String state) {
        return build.flatMap(code -> database().query(
                Sql.of("SELECT signals FROM anomaly_signal_kept WHERE state = ?", key(state, code)),
                row -> row.text(1)).stream().findFirst()).flatMap(KeptSignals::read);
    }

    private static Optional<List<Signal>> read(String json) {
        try {
            return Optional.of(List.of(JsonMapper.shared().readValue(json, Signal[].class)));
        } catch (JacksonException | NullPointerException damaged) {
            LOG.warn("Kept events can't be read and are judged again: {}", damaged.toString());
            return Optional.empty();
        }
    }

    /// Puts events in the place of those that were kept, unless the state is another by now or somebody else is writing.
    ///
    /// @param state as it was before any of what they rest on was read
    void keep(String state, List<Signal> signals) {
        build.ifPresent(code -> keep(state, code, JsonMapper.shared().writeValueAsString(signals)));
    }

    private void keep(String state, String code, String json) {
        try {
            boolean written = database().writeIfFree(transaction -> {
                // Nobody else can write here, so what is the state now is still the state when this is committed.
                if (state().equals(state)) {
                    transaction.execute("DELETE FROM anomaly_signal_kept");
                    transaction.execute("INSERT INTO anomaly_signal_kept VALUES (?, ?)", key(state, code), json);
                }
            });
            LOG.debug("Events in telemetry {}", written ? "kept" : "not kept: somebody else writes");
        } catch (StepFailure | StoreException e) {
            LOG.warn("Events in telemetry can't be kept and will be judged again", e);
        }
    }

    private static String key(String state, String code) {
        return state + " " + code;
    }

    private Database database() {
        return workspace.database();
    }
}
