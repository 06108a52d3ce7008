package io.plimsoll.analysis.billing.stage;

import java.util.List;
import java.util.Map;

import io.plimsoll.analysis.conformance.Verdict;

/// What staging made of one file. Travels as JSON between the child and the workspace's process, so amounts are plain decimal text.
///
/// @param number   counts from 0 in the order of the import
/// @param file     where it was read from
/// @param profile  the reader's id
/// @param version  of the format
/// @param sha256   of the file as it lies on disk
/// @param bytes    its size on disk
/// @param parquet  the name of the rows' file in the job's folder, empty if no row was loaded
/// @param read     rows read; `loaded` + all of `excluded` + `rejected`
/// @param loaded   rows in `parquet`
/// @param excluded rows left out on purpose, by reason
/// @param rejected rows that could not be read
/// @param warnings sentences for the user
/// @param totals   of the loaded rows by currency
/// @param verdict  what the rules of FOCUS found in the delivered text
public record StagedFile(int number, String file, String profile, String version, String sha256, long bytes,
        String parquet, long read, long loaded, Map<String, Long> excluded, long rejected, List<String> warnings,
        Map<String, Control> totals, Verdict verdict) {
    /// Control totals in one currency.
    ///
    /// @param rows   loaded rows
    /// @param exact  metric id to the sum of the amounts as the file spells them, all digits
    /// @param loaded metric id to the sum of the amounts as they were stored
    public record Control(long rows, Map<String, String> exact, Map<String, String> loaded) {}

    /// A whole job's report.
    ///
    /// @param files    in the order in which they were read
    /// @param warnings about the import as a whole
    public record Report(List<StagedFile> files, List<String> warnings) {}
}
