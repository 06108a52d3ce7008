package io.plimsoll.app.chart;

import java.util.List;
import java.util.function.DoubleFunction;

import io.plimsoll.analysis.unit.Bytes;
import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.MoneyFormat;

/// What a direction means and how its values are written.
///
/// @param kind       decides where ticks may stand
/// @param categories names of 0, 1, 2 ... on a category axis, else empty
/// @param label      writes a value beside a tick
/// @param reading    writes a value in the read-out, more exactly
public record Axis(Kind kind, List<String> categories, DoubleFunction<String> label, DoubleFunction<String> reading) {
    /// Epoch seconds, UTC.
    public static Axis time() {
        return new Axis(Kind.TIME, List.of(), Ticks::day, Ticks::dayOrTime);
    }

    public static Axis categories(List<String> names) {
        DoubleFunction<String> name = at -> at >= 0 && at < names.size() ? names.get((int) Math.round(at)) : "";
        return new Axis(Kind.CATEGORY, List.copyOf(names), name, name);
    }

    /// @param unit after the figure in the read-out, with its space; empty for none
    public static Axis number(String unit) {
        return new Axis(Kind.NUMBER, List.of(), value -> tight(Formats.compact(value)),
                value -> Formats.number(value, 2) + unit);
    }

    /// Plain numbers from 0 on, drawn by their square roots, so that small ones stand apart beside large ones.
    ///
    /// @param unit after the figure, with its space; empty for none
    public static Axis roots(String unit) {
        return new Axis(Kind.ROOT, List.of(),
                value -> Formats.number(value, value < 10 && value % 1 != 0 ? 2 : 0) + unit,
                value -> Formats.number(value, 2) + unit);
    }

    /// Memory and storage.
    public static Axis bytes() {
        DoubleFunction<String> bytes = value -> Formats.bytes(new Bytes(Math.max(0, Math.round(value))));
        return new Axis(Kind.BYTES, List.of(), value -> tight(bytes.apply(value)), bytes);
    }

    /// Shares of one, shown as percent.
    public static Axis percent() {
        return new Axis(Kind.NUMBER, List.of(), value -> Formats.percent(value, 0), value -> Formats.percent(value, 1));
    }

    /// Money for the eye; shown sums of money come from decimals, not from a chart.
    public static Axis money(String currency) {
        return new Axis(Kind.NUMBER, List.of(), value -> tight(MoneyFormat.compact(value, currency)),
                value -> MoneyFormat.compact(value, currency));
    }

    /// `$8k` in place of `$8 k`: room beside an axis is dear.
    private static String tight(String figure) {
        return figure.replace(Formats.THIN, "");
    }

    /// Sort of an axis. Bytes are numbers whose ticks stand at round amounts of binary units.
    public enum Kind {
        NUMBER, BYTES, ROOT, TIME, CATEGORY
    }
}
