/// The import's child process: reads files into a scratch engine, repairs and counts, writes Parquet.
package io.plimsoll.analysis.telemetry.stage;
