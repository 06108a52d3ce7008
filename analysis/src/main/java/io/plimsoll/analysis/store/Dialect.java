package io.plimsoll.analysis.store;

/// The few pieces of SQL that engines spell differently. Only filling the cube and drilling to rows go through it, so that
/// a billing lake on another engine can one day fill the same cube; all other SQL is DuckDB's own.
public interface Dialect {
    /// The UTC day of a timestamp expression.
    String day(String expression);

    /// The value of a tag in a map-typed column, null where the tag is missing.
    String tag(String column, String key);

    /// A page of a query that is ordered.
    String page(long offset, int limit);

    /// An identifier, quoted.
    default String identifier(String name) {
        return Sql.quoted(name);
    }
}
