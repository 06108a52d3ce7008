package io.plimsoll.analysis.store;

/// The embedded engine.
public final class DuckDbDialect implements Dialect {
    @Override
    public String day(String expression) {
        return "CAST(" + expression + " AS DATE)";
    }

    @Override
    public String tag(String column, String key) {
        return identifier(column) + "[" + Sql.literal(key) + "]";
    }

    @Override
    public String page(long offset, int limit) {
        return "OFFSET " + offset + " LIMIT " + limit;
    }
}
