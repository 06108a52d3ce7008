package io.plimsoll.analysis.anomaly.cause;

/// A part of the bill that is weighed as a cause.
///
/// @param cuboid its kind
/// @param leaf   some leaf of it
/// @param gain   evidence in natural logarithms, what naming the element costs already taken off
/// @param pure   0..1, share of its leaves that moved like the others
record Element(Cuboid cuboid, int leaf, double gain, double pure) {
    /// Whether no leaf can lie in both, because they ask for different values of a dimension.
    boolean isApartFrom(Element other, Leaves leaves) {
        for (int d : cuboid.dimensions()) {
            for (int e : other.cuboid.dimensions()) {
                if (d == e && leaves.codes[d][leaf] != leaves.codes[d][other.leaf]) {
                    return true;
                }
            }
        }
        return false;
    }
}
