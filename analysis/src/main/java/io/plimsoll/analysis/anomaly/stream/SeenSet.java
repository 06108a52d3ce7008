package io.plimsoll.analysis.anomaly.stream;

/// Numbers other than 0 that were seen, without boxes: open addressing, at most half full.
final class SeenSet {
    private long[] places = new long[64];
    private int size;

    /// @param number not 0
    /// @return whether it is new
    boolean add(long number) {
        int at = find(number);
        if (places[at] == number) {
            return false;
        }
        places[at] = number;
        if (2 * ++size > places.length) {
            long[] before = places;
            places = new long[2 * before.length];
            for (long each : before) {
                if (each != 0) {
                    places[find(each)] = each;
                }
            }
        }
        return true;
    }

    /// Where it stands, or would.
    private int find(long number) {
        // Fibonacci hashing (Knuth, volume 3, 6.4): neighbouring numbers land far apart.
        int at = (int) ((number * 0x9E3779B97F4A7C15L) >>> (64 - Integer.numberOfTrailingZeros(places.length)));
        while (places[at] != 0 && places[at] != number) {
            at = (at + 1) & (places.length - 1);
        }
        return at;
    }
}
