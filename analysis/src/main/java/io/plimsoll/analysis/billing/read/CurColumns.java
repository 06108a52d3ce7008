package io.plimsoll.analysis.billing.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds the columns of an AWS Cost and Usage Report by the names of the legacy CSV (`lineItem/UsageType`), whichever of three
/// ways the file spells them: so, in Athena's snake case (`line_item_usage_type`), or as a key of a map column of CUR 2.0
/// (`product` with `product_name`).
final class CurColumns {
    static final String NOTHING = "CAST(NULL AS VARCHAR)";
    private static final Set<String> CATEGORIES = Set.of("identity", "bill", "lineItem", "product", "pricing",
            "reservation", "savingsPlan", "resourceTags", "costCategory", "discount", "splitLineItem");
    /// Columns of CUR 2.0 that hold key-value pairs, and of Athena's partitions.
    private static final Set<String> OTHERS = Set.of("product", "discount", "resource_tags", "cost_category", "tags",
            "year", "month", "billing_period");

    private final Header header;

    CurColumns(Header header) {
        this.header = header;
    }

    /// The column's SQL identifier.
    Optional<String> column(String name) {
        return header.column(name).or(() -> header.column(snake(name)));
    }

    boolean has(String name) {
        return column(name).isPresent();
    }

    /// The cell as a text expression, null where it is empty; null everywhere if the file has no such column.
    String cell(String name) {
        List<String> places = new ArrayList<>();
        column(name).ifPresent(column -> places.add("cell(" + column + ")"));
        int slash = name.indexOf('/');
        String map = snake(name.substring(0, slash));
        header.column(map).ifPresent(column -> places.add("cell(map_value(" + column + ", '"
                + snake(name.substring(slash + 1)) + "'))"));
        return first(places);
    }

    /// The first of several cells that is not empty.
    String cell(String name, String next) {
        return "coalesce(" + cell(name) + ", " + cell(next) + ")";
    }

    private static String first(List<String> expressions) {
        return switch (expressions.size()) {
            case 0 -> NOTHING;
            case 1 -> expressions.getFirst();
            default -> "coalesce(" + String.join(", ", expressions) + ")";
        };
    }

    /// The columns of one category that are named by the user: the rest of the name as the file spells it, and an SQL
    /// identifier.
    Map<String, String> named(String category) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < header.names().size(); i++) {
            for (String start : List.of(category + "/", snake(category) + "_")) {
                String name = header.names().get(i);
                if (name.length() > start.length() && name.regionMatches(true, 0, start, 0, start.length())) {
                    named.putIfAbsent(name.substring(start.length()), Header.identifier(i));
                }
            }
        }
        return named;
    }

    /// Columns that belong to no category of a Cost and Usage Report.
    List<String> foreign() {
        return header.names().stream().filter(name -> !isKnown(name)).toList();
    }

    private static boolean isKnown(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return OTHERS.contains(lower) || CATEGORIES.stream().anyMatch(category -> lower
                .startsWith(category.toLowerCase(Locale.ROOT) + "/") || lower.startsWith(snake(category) + "_"));
    }

    /// Athena's spelling: every capital letter starts a word, so `ReservationARN` becomes `reservation_a_r_n`.
    static String snake(String name) {
        StringBuilder snake = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean start = snake.isEmpty() || snake.charAt(snake.length() - 1) == '_';
            if (!Character.isLetterOrDigit(c)) {
                c = '_';
            } else if (Character.isUpperCase(c) && !start) {
                snake.append('_');
            }
            snake.append(Character.toLowerCase(c));
        }
        return snake.toString();
    }
}
