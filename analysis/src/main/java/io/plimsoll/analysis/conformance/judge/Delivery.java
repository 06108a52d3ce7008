package io.plimsoll.analysis.conformance.judge;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// One delivered file: its header, and its content as text.
///
/// @param columns  in the file's order
/// @param relation goes behind `FROM`: `line`, and for each column its identifier, of type text, null where there is no value, and
///                 its `own` values
/// @param rows     the same with at least the rows of these lines
public record Delivery(List<Column> columns, String relation, Function<Set<Long>, String> rows) {
    public Delivery {
        columns = List.copyOf(columns);
    }

    /// A delivery of which all rows are read to find a few.
    public Delivery(List<Column> columns, String relation) {
        this(columns, relation, lines -> relation);
    }

    /// A column of the file.
    ///
    /// @param name       as the header spells it
    /// @param type       the engine's name of the type in which it was delivered; empty in a file that is all text
    /// @param identifier what it is called in the relation; never taken from the file
    /// @param own        what its values of the delivered type are called there; empty if only their text is there
    public record Column(String name, String type, String identifier, String own) {
        boolean isText() {
            return type.isEmpty() || type.equals("VARCHAR");
        }

        boolean isNumber() {
            return type.matches("(DECIMAL|U?(TINY|SMALL|BIG|HUGE)?INT|U?INTEGER|DOUBLE|FLOAT|REAL).*");
        }

        boolean isTime() {
            return type.startsWith("TIMESTAMP") || type.equals("DATE");
        }
    }

    /// The column of this name; an export in another case is still read, though its header doesn't conform.
    Optional<Column> find(String name) {
        return columns.stream().filter(column -> column.name().equalsIgnoreCase(name)).findFirst();
    }
}
