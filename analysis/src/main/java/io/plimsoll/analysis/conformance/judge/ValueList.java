package io.plimsoll.analysis.conformance.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.plimsoll.analysis.conformance.model.Check;
import io.plimsoll.analysis.store.Sql;

/// A choice that only lists the texts that a column, or several columns together, may have. The engine looks a value up in one list
/// far faster than it compares with a hundred texts.
///
/// @param columns that are looked at together
/// @param values  one text a column, for each choice
record ValueList(List<String> columns, List<List<String>> values) {
    private static final String BETWEEN = "\n";

    /// Empty if the choice says more than which texts may stand.
    static Optional<ValueList> of(Check.Any any) {
        List<String> columns = List.of();
        List<List<String>> values = new ArrayList<>();
        for (Check item : any.items()) {
            List<Check> together = item instanceof Check.All all ? all.items() : List.of(item);
            List<String> names = new ArrayList<>();
            List<String> texts = new ArrayList<>();
            for (Check check : together) {
                if (!(check instanceof Check.Text text) || !text.equal() || text.value() == null) {
                    return Optional.empty();
                }
                names.add(text.column());
                texts.add(text.value());
            }
            if (!columns.isEmpty() && !columns.equals(names)) {
                return Optional.empty();
            }
            columns = names;
            values.add(texts);
        }
        return columns.isEmpty() ? Optional.empty() : Optional.of(new ValueList(columns, values));
    }

    /// Null where a column has no value.
    String sql(Function<String, String> text) {
        String joined = columns.stream().map(text).collect(Collectors.joining(" || " + Sql.literal(BETWEEN) + " || "));
        String list = values.stream().map(each -> Sql.literal(String.join(BETWEEN, each)))
                .collect(Collectors.joining(", "));
        return "CASE WHEN (" + joined + ") IS NOT NULL THEN list_contains([" + list + "], " + joined + ") END";
    }
}
