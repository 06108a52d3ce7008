package io.plimsoll.app.screen.rightsizing;

import java.math.BigDecimal;
import java.math.RoundingMode;

import io.plimsoll.analysis.rightsizing.ReplayResult;
import io.plimsoll.analysis.rightsizing.Size;
import io.plimsoll.analysis.rightsizing.WorkloadAdvice;
import io.plimsoll.analysis.unit.Bytes;
import io.plimsoll.analysis.unit.Cpu;
import io.plimsoll.app.text.Formats;

/// How sizes are written in tables.
final class SizeText {
    private SizeText() {
    }

    /// `3 × 2 / 8Gi`.
    static String whole(Size size) {
        return size.replicas() + " \u00d7 " + each(size);
    }

    /// `2 / 8Gi`, of one replica.
    static String each(Size size) {
        return cpu(size.cpuRequest()) + " / " + memory(size.memoryRequest());
    }

    static String cpu(double cores) {
        return cores == 0 ? Formats.NONE : Cpu.ofCores(cores).toString();
    }

    /// Whole Gi and Mi as a manifest writes them, anything else to a tenth of a Gi.
    static String memory(long bytes) {
        if (bytes == 0) {
            return Formats.NONE;
        }
        boolean plain = bytes % Bytes.GI == 0 || bytes < Bytes.GI && bytes % Bytes.MI == 0;
        return plain
                ? new Bytes(bytes).toString()
                : BigDecimal.valueOf(new Bytes(bytes).gi()).setScale(1, RoundingMode.HALF_UP) + "Gi";
    }

    static String now(WorkloadAdvice advice) {
        return advice.advice() == null ? advice.now() : whole(advice.advice().current());
    }

    static String proposed(WorkloadAdvice advice) {
        return advice.advice() == null ? advice.proposed() : whole(advice.advice().proposed());
    }

    /// Kills to expect a month: `0` below one in a thousand months.
    static String kills(ReplayResult replay) {
        double kills = replay.oomPerMonth();
        return Double.isFinite(kills) && kills < 0.001 ? "0" : Formats.number(kills, kills < 0.1 ? 3 : 1);
    }

    /// `120 ms`, from ten seconds on `12 s`.
    static String seconds(double seconds) {
        return seconds < 1
                ? Formats.number(1000 * seconds, seconds < 0.01 ? 1 : 0) + " ms"
                : Formats.number(seconds, seconds < 10 ? 1 : 0) + " s";
    }
}
