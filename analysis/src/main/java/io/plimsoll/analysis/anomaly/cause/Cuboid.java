package io.plimsoll.analysis.anomaly.cause;

/// The elements that some dimensions have together.
///
/// @param dimensions indices, rising
/// @param group      the element of each leaf, numbered from 0
/// @param count      how many elements there are
record Cuboid(int[] dimensions, int[] group, int count) {
    /// @param mask the dimensions as bits
    static Cuboid of(Leaves leaves, int mask) {
        int[] dimensions = new int[Integer.bitCount(mask)];
        for (int d = 0, k = 0; k < dimensions.length; d++) {
            if ((mask >> d & 1) == 1) {
                dimensions[k++] = d;
            }
        }
        int[] group = new int[leaves.size()];
        return new Cuboid(dimensions, group, leaves.group(dimensions, group));
    }
}
