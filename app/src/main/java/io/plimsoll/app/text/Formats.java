package io.plimsoll.app.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

import io.plimsoll.analysis.unit.Bytes;
import io.plimsoll.analysis.unit.Cpu;

/// How plain numbers are written: thin spaces between thousands and before a unit, a real minus sign, a point. The same
/// in every locale, so that a figure read aloud, copied or compared with a report is the same figure.
public final class Formats {
    /// Narrow and non-breaking, so that a figure never tears at a line's end.
    public static final String THIN = "\u202f";
    public static final String MINUS = "\u2212";
    public static final String NONE = "\u2013";

    private static final String[] LARGE = {"", "k", "M", "G", "T"};

    private Formats() {
    }

    /// `18 402 116`
    public static String count(long value) {
        return decimal(BigDecimal.valueOf(value), 0);
    }

    /// `1 234.50`, rounded half-even to `digits` after the point.
    public static String decimal(BigDecimal value, int digits) {
        BigDecimal rounded = value.setScale(digits, RoundingMode.HALF_EVEN);
        String plain = rounded.abs().toPlainString();
        int point = plain.indexOf('.');
        StringBuilder text = new StringBuilder(plain);
        for (int i = (point < 0 ? plain.length() : point) - 3; i > 0; i -= 3) {
            text.insert(i, THIN);
        }
        return (rounded.signum() < 0 ? MINUS : "") + text;
    }

    /// As `decimal`; `NaN` and infinity are shown as a dash.
    public static String number(double value, int digits) {
        return Double.isFinite(value) ? decimal(BigDecimal.valueOf(value), digits) : NONE;
    }

    /// Three significant figures and a unit: `950`, `6.2 k`, `96 M`.
    public static String compact(double value) {
        if (!Double.isFinite(value)) {
            return NONE;
        }
        double size = Math.abs(value);
        int step = 0;
        while (size >= 999.5 && step < LARGE.length - 1) {
            size /= 1000;
            step++;
        }
        String text = significant(size);
        return (value < 0 && !text.equals("0") ? MINUS : "") + text + (step == 0 ? "" : THIN + LARGE[step]);
    }

    private static String significant(double size) {
        int digits = size >= 99.5 ? 0 : size >= 9.995 ? 1 : 2;
        String plain = String.format(Locale.ROOT, "%." + digits + "f", size);
        return plain.contains(".") ? plain.replaceAll("\\.?0+$", "") : plain;
    }

    /// A share of one: `0.052` becomes `5.2 %`.
    public static String percent(double share, int digits) {
        return Double.isFinite(share) ? number(share * 100, digits) + THIN + "%" : NONE;
    }

    /// A change against before with its sign: `+5.2 %`, `−1.8 %`, `0.0 %`.
    public static String change(double share, int digits) {
        String text = percent(share, digits);
        boolean rises = share > 0 && text.chars().anyMatch(c -> c >= '1' && c <= '9');
        return rises && Double.isFinite(share) ? "+" + text : text;
    }

    /// As `change`, led by an arrow so that colour is not the only signal: `▲ 5.2 %`.
    public static String arrow(double share, int digits) {
        String text = percent(Math.abs(share), digits);
        boolean moved = text.chars().anyMatch(c -> c >= '1' && c <= '9');
        return moved ? (share > 0 ? "\u25b2 " : "\u25bc ") + text : text;
    }

    /// Memory and storage: `512 Mi`, `1.5 Gi`.
    public static String bytes(Bytes bytes) {
        String[] units = {"B", "Ki", "Mi", "Gi", "Ti", "Pi"};
        double size = bytes.count();
        int unit = 0;
        while (size >= 1024 && unit < units.length - 1) {
            size /= 1024;
            unit++;
        }
        return significant(size) + THIN + units[unit];
    }

    /// Processor share: `2.0 cores`, `500m`.
    public static String cpu(Cpu cpu) {
        return cpu.asDouble() < 1 ? cpu.toString() : number(cpu.asDouble(), 1) + " cores";
    }

    /// A stretch of time in whole seconds: `4 s`, `2 min`, `1 h 5 min`.
    public static String duration(long seconds) {
        if (seconds < 90) {
            return seconds + THIN + "s";
        }
        long minutes = Math.round(seconds / 60.0);
        return minutes < 90 ? minutes + THIN + "min" : minutes / 60 + THIN + "h " + minutes % 60 + THIN + "min";
    }
}
