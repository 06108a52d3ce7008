/// The import's child process: opens foreign files with suspicion, types their text, keeps what can't be typed as rejects, counts
/// exactly, and writes Parquet.
package io.plimsoll.analysis.billing.stage;
