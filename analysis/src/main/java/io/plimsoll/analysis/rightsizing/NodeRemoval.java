package io.plimsoll.analysis.rightsizing;

/// Who takes nodes away when fewer are needed: until then they cost what they cost.
///
/// @param kind     what sort
/// @param sentence for people
/// @param place    file in Git that says so, or empty
public record NodeRemoval(Kind kind, String sentence, String place) {
    public enum Kind {
        /// Removes nodes by itself and may put in smaller ones.
        KARPENTER,
        /// Removes nodes by itself, down to a least number.
        AUTOSCALER,
        /// A node group of a fixed size, or one whose least size is not below what is there: somebody must change it.
        FIXED,
        /// Git does not tell.
        UNKNOWN
    }
}
