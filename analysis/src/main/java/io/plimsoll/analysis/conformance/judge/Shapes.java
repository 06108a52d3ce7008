package io.plimsoll.analysis.conformance.judge;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.plimsoll.analysis.conformance.model.Check;
import io.plimsoll.analysis.store.Sql;

/// What types and formats mean for a text, as SQL conditions over it.
///
/// Source: the attributes StringHandling, NumericFormat, DateTimeFormat, UnitFormat, KeyValueFormat and CurrencyFormat of the
/// FOCUS specification 1.2, as far as a single value can show whether it follows them.
final class Shapes {
    private static final String ISO_TIME = "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z";
    private static final String ANY_NUMBER = "[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]{1,3})?";
    private static final String ANY_TIME = "[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([T ][0-9]{1,2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,9})?)?)?"
            + "( ?(UTC|Z|[+-][0-9]{2}(:?[0-9]{2})?))?";
    private static final List<String> SIZES = List.of("b", "Kb", "Mb", "Gb", "Tb", "Pb", "Eb", "B", "KB", "MB", "GB",
            "TB", "PB", "EB", "Kib", "Mib", "Gib", "Tib", "Pib", "Eib", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB");
    private static final List<String> TIMES = List.of("Year", "Month", "Day", "Hour", "Minute", "Second");
    private static final String LISTED = Stream.concat(SIZES.stream(),
            TIMES.stream().flatMap(time -> Stream.of(time, time + "s"))).collect(Collectors.joining("|"));
    /// The national currencies of ISO 4217. As a pattern: the engine plans a long list of texts as a join, which takes seconds.
    private static final String CODES = Arrays
            .stream(Sql.text(Shapes.class, "currency-codes.csv").split("\\R"))
            .map(line -> line.substring(line.indexOf(',') + 1)).filter(code -> code.matches("[A-Z]{3}"))
            .collect(Collectors.joining("|"));

    private Shapes() {
    }

    /// Whether a value, which is there, is of the kind. The container's own type decides before the text does. Asked of what
    /// `numbers` gives.
    static String holds(Check.Kind kind, Delivery.Column column) {
        String text = column.identifier();
        return switch (kind) {
            case TYPE_STRING -> truth(column.isText());
            case TYPE_DECIMAL -> column.type().isEmpty() ? isNumber(column) : truth(column.isNumber());
            case TYPE_TIME -> column.isText() ? time(text) : truth(column.isTime());
            case FORMAT_NUMERIC -> column.isNumber() ? "TRUE" : isNumber(column) + " AND " + plainlyWritten(text);
            case FORMAT_TIME -> column.isTime()
                    ? "TRUE"
                    : full(text, ISO_TIME) + " AND TRY_CAST(" + text + " AS TIMESTAMP) IS NOT NULL";
            case FORMAT_STRING -> "NOT regexp_matches(" + text
                    + ", '^\\s*$|[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F]|\\x{FFFD}')";
            case FORMAT_UNIT -> unit(text);
            case FORMAT_KEY_VALUE -> keyValue(text);
            case FORMAT_CURRENCY -> full(text, CODES) + " OR (NOT " + full(text, "(?i)" + CODES) + " AND "
                    + full(text, "[A-Za-z][A-Za-z0-9 _.-]*") + ")";
            case NATIONAL_CURRENCY -> full(text, CODES);
        };
    }

    /// Whether the condition is the same for every value.
    static boolean isFixed(String condition) {
        return condition.equals(truth(true)) || condition.equals(truth(false));
    }

    /// A relation with two more columns for each of its own: `d_<identifier>` says whether its text is a number, and
    /// `n_<identifier>` is that number, null if it is none. What is not read costs nothing.
    static String numbers(String relation, List<Delivery.Column> columns) {
        String are = columns.stream().filter(column -> column.own().isEmpty())
                .map(column -> ", " + full(column.identifier(), ANY_NUMBER) + " AS " + isNumber(column))
                .collect(Collectors.joining());
        String numbers = columns.stream().filter(column -> column.own().isEmpty() || column.isNumber())
                .map(column -> ", " + number(column) + " AS n_" + column.identifier()).collect(Collectors.joining());
        return "(SELECT *" + numbers + " FROM (SELECT *" + are + " FROM " + relation + "))";
    }

    private static String number(Delivery.Column column) {
        return column.own().isEmpty()
                ? "CASE WHEN " + isNumber(column) + " THEN TRY_CAST(" + column.identifier() + " AS DOUBLE) END"
                : "CAST(" + column.own() + " AS DOUBLE)";
    }

    private static String isNumber(Delivery.Column column) {
        return "d_" + column.identifier();
    }

    /// Of a number: no sign for a positive one, neither of itself nor of its exponent, and digits on both sides of the point.
    private static String plainlyWritten(String text) {
        return "NOT (contains(" + text + ", '+') OR contains(" + text + ", '.e') OR contains(" + text
                + ", '.E') OR ends_with(" + text + ", '.'))";
    }

    private static String truth(boolean value) {
        return value ? "TRUE" : "FALSE";
    }

    private static String full(String text, String pattern) {
        return "regexp_full_match(" + text + ", " + Sql.literal(pattern) + ")";
    }

    /// Months and days may lack their zero: still a time, though not in the format.
    private static String time(String text) {
        return full(text, ANY_TIME) + " AND coalesce(TRY_CAST(" + text + " AS TIMESTAMPTZ), "
                + "CAST(try_strptime(" + text
                + ", ['%Y-%m-%dT%H:%M:%SZ', '%Y-%m-%d %H:%M:%S']) AS TIMESTAMPTZ)) IS NOT NULL";
    }

    /// A single unit, a unit by time, a unit a time, each with a whole number where one may stand. A term that the specification
    /// lists keeps its capitals; any other words are a count.
    private static String unit(String text) {
        String word = "[A-Za-z][A-Za-z0-9]*";
        String unit = word + "( " + word + ")*";
        String plural = "(" + TIMES.stream().map(time -> time + "s").collect(Collectors.joining("|")) + ")";
        String singular = "(" + String.join("|", TIMES) + ")";
        String grammar = "([0-9]+ )?" + unit + "(-" + plural + "|/" + singular + "|/[0-9]+ " + plural + ")?";
        return full(text, grammar) + " AND NOT regexp_matches(regexp_replace(" + text + ", '\\b(" + LISTED
                + ")\\b', '', 'g'), '(?i)\\b(" + LISTED + ")\\b')";
    }

    /// A JSON object with every key once and no object or array in it.
    private static String keyValue(String text) {
        String map = "TRY_CAST(TRY_CAST(" + text + " AS JSON) AS MAP(VARCHAR, JSON))";
        return "coalesce(json_type(TRY_CAST(" + text + " AS JSON)) = 'OBJECT' AND " + map
                + " IS NOT NULL AND NOT list_has_any(list_transform(map_values(" + map
                + "), lambda v: coalesce(json_type(v), 'NULL')), ['OBJECT', 'ARRAY']), FALSE)";
    }
}
