package io.plimsoll.analysis.anomaly;

/// How many alerts of a group turned out to be worth it, by what the user said of them.
///
/// @param of         id of a kind or a domain as scripts write it, or `all`
/// @param fired      how often it alerted
/// @param real       of these labelled real
/// @param useless    labelled useless
/// @param expected   labelled expected: true and known, so it speaks neither for the detector nor against it
/// @param unlabelled the rest
public record Precision(String of, int fired, int real, int useless, int expected, int unlabelled) {
    /// With fewer judged alerts the interval spans more than half of all values.
    public static final int FEWEST = 10;
    private static final double Z = 1.959963984540054;

    public int judged() {
        return real + useless;
    }

    /// Whether there are enough labels to speak of a share.
    public boolean enough() {
        return judged() >= FEWEST;
    }

    /// Real among real and useless, 0..1; `NaN` without labels.
    public double share() {
        return real / (double) judged();
    }

    /// Lower end of the 95 % interval of Wilson (1927); 0 without labels.
    public double low() {
        return bound(-1);
    }

    /// Upper end; 1 without labels.
    public double high() {
        return bound(1);
    }

    private double bound(int side) {
        double n = judged();
        if (n == 0) {
            return side < 0 ? 0 : 1;
        }
        double square = Z * Z / n;
        double centre = share() + square / 2;
        double half = Z * Math.sqrt(share() * (1 - share()) / n + square / (4 * n));
        return Math.clamp((centre + side * half) / (1 + square), 0, 1);
    }
}
