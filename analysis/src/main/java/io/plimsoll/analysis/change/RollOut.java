package io.plimsoll.analysis.change;

/// What happens on the cluster when the change is rolled out.
///
/// @param object   kind and name, as `Deployment web`
/// @param sentence for the user
public record RollOut(String object, Effect effect, String sentence) {
    /// Sorted by how much it disturbs.
    public enum Effect {
        /// Nothing restarts.
        IN_PLACE,
        /// Pods are added or removed; the others go on.
        SCALE,
        /// Only what is started from now on differs.
        NEXT_RUN,
        /// Pods are replaced a few at a time.
        ROLLING,
        /// Pods are replaced one after another.
        ORDERED,
        /// A pod on every node is replaced.
        EVERY_NODE,
        /// Depends on a chart or an operator that is not looked into.
        UNKNOWN,
        /// The running job stops and continues from its saved state.
        RESUME,
        /// The running job is cancelled and starts from its beginning.
        RERUN,
        /// The running job loses its state.
        STATE_LOST,
        /// The cluster refuses the change.
        IMMUTABLE
    }
}
