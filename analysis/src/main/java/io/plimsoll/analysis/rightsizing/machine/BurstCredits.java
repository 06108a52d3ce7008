package io.plimsoll.analysis.rightsizing.machine;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.plimsoll.analysis.rightsizing.Usage;
import io.plimsoll.analysis.rightsizing.VmType;
import io.plimsoll.analysis.series.TimeSeries;

/// What a burstable type gives for good, and how it lends the rest. One credit is one processor for one minute: a type earns credits all
/// the time, spends them with its use, and keeps at most those of one day.
///
/// Amazon: user guide of EC2, key concepts of burstable performance instances (T2; T3, T3a and T4g alike). Azure: sizes of the Bv1 series,
/// CPU burst; the v2 series by its base share, 20 % (`t`), 30 % (`l`) or 40 % a processor. Google publishes the share that shared-core
/// types sustain and no bank: nothing can be saved up there.
///
/// @param earned credits an hour, so that `earned / 60` cores can be used for ever
/// @param most   credits that can be kept
public record BurstCredits(double earned, double most) {
    private static final Map<String, Double> T2 = Map.of("nano", 3.0, "micro", 6.0, "small", 12.0, "medium", 24.0,
            "large", 36.0, "xlarge", 54.0, "2xlarge", 81.6);
    private static final Map<String, Double> T3 = Map.of("nano", 6.0, "micro", 12.0, "small", 24.0, "medium", 24.0,
            "large", 36.0, "xlarge", 96.0, "2xlarge", 192.0);
    private static final Map<String, Double> AZURE = Map.of("B1ls", 3.0, "B1s", 6.0, "B1ms", 12.0, "B2s", 24.0, "B2ms",
            36.0, "B4ms", 54.0, "B8ms", 81.0, "B12ms", 121.0, "B16ms", 162.0, "B20ms", 202.0);
    private static final Map<String, Double> GOOGLE_CORES = Map.of("e2-micro", 0.25, "e2-small", 0.5, "e2-medium", 1.0,
            "f1-micro", 0.2, "g1-small", 0.5);
    private static final Pattern AZURE_V2 = Pattern.compile("Standard_B([0-9]+)[ap]?([tl]?)s_v2");

    /// @return empty for a type that does not burst, or of which nothing is published
    public static Optional<BurstCredits> of(VmType type) {
        String name = type.name();
        int dot = name.indexOf('.');
        Double cores = GOOGLE_CORES.get(name);
        if (cores != null) {
            return Optional.of(new BurstCredits(60 * cores, 0));
        }
        Matcher second = AZURE_V2.matcher(name);
        if (second.matches()) {
            double share = switch (second.group(2)) {
                case "t" -> 0.2;
                case "l" -> 0.3;
                default -> 0.4;
            };
            return Optional.of(banked(60 * share * Integer.parseInt(second.group(1))));
        }
        Double earned = name.startsWith("t2.")
                ? T2.get(name.substring(dot + 1))
                : name.matches("t(3|3a|4g)\\..*")
                        ? T3.get(name.substring(dot + 1))
                        : AZURE.get(name.replaceFirst("^Standard_", ""));
        return Optional.ofNullable(earned).map(BurstCredits::banked);
    }

    private static BurstCredits banked(double earned) {
        return new BurstCredits(earned, 24 * earned);
    }

    /// Lives through a use again, from an empty bank. The first day fills the bank only: a machine that changes its type begins without
    /// credits, which says nothing of the days after. A sample counts for the time since the one before, for one usual step after a gap.
    ///
    /// @param cores mean use over the step before each time
    public Replayed replay(TimeSeries cores) {
        long step = cores.step();
        double balance = 0;
        double lowest = most;
        double onLoan = 0;
        double lent = 0;
        double hours = 0;
        for (int i = 0; i < cores.length(); i++) {
            long seconds = i == 0 ? step : Math.min(step, cores.times()[i] - cores.times()[i - 1]);
            double change = seconds / 3600.0 * (earned - 60 * cores.values()[i]);
            // Who may borrow pays for what a day's earnings can't pay back.
            onLoan = Math.min(most, onLoan + change);
            lent += Math.max(0, -most - onLoan);
            onLoan = Math.max(-most, onLoan);
            balance = Math.min(most, balance + change);
            if (cores.times()[i] - cores.times()[0] >= Usage.DAY) {
                hours += seconds / 3600.0;
                lowest = Math.min(lowest, balance);
            }
            balance = Math.max(0, balance);
        }
        return new Replayed(lowest, most, lent / 60, hours);
    }

    /// What came of it.
    ///
    /// @param lowest       balance of credits, below 0 where they ran out
    /// @param most         that could be kept
    /// @param surplusHours hours of one processor beyond all credits and beyond those of the next day
    /// @param hours        that were judged, those of the first day excluded
    public record Replayed(double lowest, double most, double surplusHours, double hours) {
        /// Whether credits never ran out; false if the use is shorter than the day that fills the bank.
        public boolean lasts() {
            return hours > 0 && lowest >= 0;
        }

        /// Processors that were lent beyond all credits, on average.
        public double surplusCores() {
            return hours == 0 ? 0 : surplusHours / (hours + 24);
        }
    }
}
