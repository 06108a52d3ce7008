/// The only package that touches `java.sql` or DuckDB: opening, locking down, queries, transactions, migrations, paging,
/// and the dialect of the few statements that another engine may one day run.
package io.plimsoll.analysis.store;
