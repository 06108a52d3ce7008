package io.plimsoll.analysis.billing.stage;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.plimsoll.analysis.billing.FocusColumn;
import io.plimsoll.analysis.billing.read.Header;

/// Columns of a typed file whose values are taken as they are, under the name `t<n>` beside the text `c<n>`.
///
/// Those are numbers that DECIMAL(38,18) holds exactly, and times without a zone. Their text would give the same values, for ten
/// times the work. Floating point is none of them: its shortest text is what was meant.
final class NativeColumns {
    /// For a file that is all text.
    static final NativeColumns NONE = new NativeColumns(List.of());

    private static final Pattern DECIMAL = Pattern.compile("DECIMAL\\(([0-9]+),([0-9]+)\\)");
    private static final Pattern WHOLE = Pattern.compile("U?(TINY|SMALL)INT|U?INTEGER|BIGINT");
    private static final Pattern TIME = Pattern.compile("DATE|TIMESTAMP(_S|_MS)?");
    private static final int MOST_WHOLE_DIGITS = 19;

    private final List<String> types;

    /// @param types the engine's names of the columns' types, in the header's order
    NativeColumns(List<String> types) {
        this.types = types;
    }

    /// What the n-th column's own values are called; empty if only its text is of use.
    Optional<String> identifier(int index) {
        String type = index < types.size() ? types.get(index) : "";
        return isNumber(type) || isTime(type) ? Optional.of("t" + index) : Optional.empty();
    }

    /// The native column that fills a FOCUS column, if the expression for it is nothing but that column.
    Optional<String> filling(FocusColumn column, String expression) {
        for (int i = 0; i < types.size(); i++) {
            if (Header.identifier(i).equals(expression)) {
                String type = types.get(i);
                boolean fits = switch (column.type()) {
                    case COST, DECIMAL -> isNumber(type);
                    case TIME -> isTime(type);
                    case TEXT, JSON, TAGS -> false;
                };
                return fits ? identifier(i) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean isNumber(String type) {
        Matcher decimal = DECIMAL.matcher(type);
        if (decimal.matches()) {
            int scale = Integer.parseInt(decimal.group(2));
            return scale <= WideCosts.SCALE && Integer.parseInt(decimal.group(1)) - scale <= MOST_WHOLE_DIGITS;
        }
        return WHOLE.matcher(type).matches();
    }

    private static boolean isTime(String type) {
        return TIME.matcher(type).matches();
    }
}
