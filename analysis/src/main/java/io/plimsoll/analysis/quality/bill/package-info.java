/// A bill day by day: its rows, duplicates, nulls, units, and what is unlike before.
package io.plimsoll.analysis.quality.bill;
