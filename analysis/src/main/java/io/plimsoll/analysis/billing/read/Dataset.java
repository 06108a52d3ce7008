package io.plimsoll.analysis.billing.read;

import java.util.List;

import io.plimsoll.analysis.task.StepFailure;

/// A small table that stands beside the charges: invoices, periods, contracts, exchange rates, price lists, drivers. Unlike a bill it is taken whole or
/// not at all, because a part of an invoice adds up to nothing.
///
/// @param profile how it is called on the command line and in reports, lower-case
/// @param version of the specification, empty for a table of our own
/// @param table   in the workspace; `file_id` and `file_line` come first in it, then the columns in their order
/// @param columns that are read
/// @param tells   a file that has all of these ...
/// @param never   ... and none of these is of this kind
/// @param row     what a row is called in a sentence
/// @param key     stored columns that tell a row: a later one takes the place of an earlier one. Empty for invoices, whose lines have
///                no such key
public record Dataset(String profile, String version, String table, List<Column> columns, List<String> tells,
        List<String> never, String row, List<String> key) {
    public Dataset {
        key = List.copyOf(key);
        columns = List.copyOf(columns);
        tells = List.copyOf(tells);
        never = List.copyOf(never);
    }

    /// Whether a file with this header is surely of this kind.
    public boolean recognises(Header header) {
        return tells.stream().allMatch(header::has) && never.stream().noneMatch(header::has);
    }

    /// @param file for the failure's sentence
    /// @throws StepFailure MISSING_COLUMN, REPEATED_COLUMN
    public void check(Header header, String file) {
        List<String> missing = columns.stream().filter(Column::needed).map(Column::name)
                .filter(name -> !header.has(name)).toList();
        if (!missing.isEmpty()) {
            throw StepFailure.badInput("MISSING_COLUMN", file + " has no column " + String.join(", ", missing) + ".",
                    "A file of the profile " + profile + " needs the columns " + String.join(", ",
                            columns.stream().filter(Column::needed).map(Column::name).toList()) + ".");
        }
        header.refuseRepeated(file, this::reads);
    }

    /// The file's columns that are not read.
    public List<String> unknown(Header header) {
        return header.names().stream().filter(name -> !reads(name)).toList();
    }

    private boolean reads(String name) {
        return columns.stream().anyMatch(column -> column.name().equalsIgnoreCase(name));
    }

    /// @param name   in the file, whatever its case
    /// @param stored in the workspace's table
    /// @param type   what its values are
    /// @param needed whether the file must have it, with a value in every row
    public record Column(String name, String stored, Type type, boolean needed) {}

    /// What values are. `KEYWORD` is a text whatever its case, kept in lower case; `OPTION` the id of a `PurchaseOption`; `CURRENCY` three
    /// capital letters. `TIME` is UTC, `DAY` is written as 2026-09-30, `RATE` is above 0 and `QUANTITY` not below it, both with at most 18
    /// decimals; a `DECIMAL` with more is rounded half-even.
    public enum Type {
        TEXT, KEYWORD, OPTION, CURRENCY, TIME, DAY, DECIMAL, RATE, QUANTITY
    }
}
