package io.plimsoll.analysis.change;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.manifest.UnitGrammar;
import io.plimsoll.analysis.unit.Money;

/// One cost field of one object, in Git and in the cluster.
///
/// @param workload  the object's name
/// @param container of the pod template, or a part of the object as `executor`; or empty
/// @param path      in the live object
/// @param knob      which knob it is: a word of `manifest.Field`
/// @param unit      how both values are read
/// @param git       as the author wrote it; null if Git does not set it
/// @param cluster   as the dump has it; null if it does not set it
/// @param base      what was applied last; null if the dump does not say
/// @param owner     who set it in the cluster; null if the dump does not say
/// @param reason    a sentence on what the state alone does not say, or empty
/// @param origin    where Git sets it, or null
/// @param adopted   what to write there so that Git says what the cluster says; null if it can't be written
/// @param monthly   what the cluster's value costs more than Git's in a month of 730 h, below zero if less; null if no price is known
public record DriftRow(String kind, String namespace, String workload, String container, String path, String knob,
        UnitGrammar unit, @Nullable String git, @Nullable String cluster, @Nullable String base,
        @Nullable DriftOwner owner, DriftState state, DriftCause cause, String reason, @Nullable DriftOrigin origin,
        @Nullable String adopted, @Nullable Money monthly) {
    private static final String ITEM_END = "].";

    /// The path without the way to the container: `resources.requests.cpu`, `spec.replicas`.
    public String field() {
        int resources = path.lastIndexOf("].resources.");
        return resources < 0 ? path : path.substring(resources + ITEM_END.length());
    }

    /// `namespace/kind/name`, which names the object.
    public String object() {
        return namespace + "/" + kind + "/" + workload;
    }

    /// Whether this is a difference that nobody is meant to make.
    public boolean isDifference() {
        return state.isDifference();
    }

    /// Whether the cluster's value can be written into Git.
    public boolean isAdoptable() {
        DriftOrigin at = origin;
        return state == DriftState.DIFFERS && at != null && at.editable() && adopted != null;
    }

    /// All words in it, in lower case, to search in.
    public String words() {
        DriftOrigin at = origin;
        DriftOwner by = owner;
        return String.join(" ", kind, namespace, workload, container, path, knob, state.word(), cause.word(),
                at == null ? "" : at.file(), by == null ? "" : by.manager()).toLowerCase(Locale.ROOT);
    }

    DriftRow priced(@Nullable Money difference) {
        return new DriftRow(kind, namespace, workload, container, path, knob, unit, git, cluster, base, owner, state,
                cause, reason, origin, adopted, difference);
    }
}
