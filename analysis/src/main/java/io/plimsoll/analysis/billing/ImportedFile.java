package io.plimsoll.analysis.billing;

import java.util.List;
import java.util.Map;

/// One file of an import.
///
/// @param file     where it was read from
/// @param profile  the reader's id
/// @param version  of the format, as far as its header tells
/// @param sha256   of the file as it lay on disk, lower-case hex
/// @param read     rows read: `loaded` + `excluded` + `rejected`
/// @param loaded   rows that went in
/// @param excluded rows left out on purpose, by reason
/// @param rejected rows that could not be read
/// @param totals   of the loaded rows by currency, to the last digit of the file
/// @param warnings sentences for the user
public record ImportedFile(String file, String profile, String version, String sha256, long read, long loaded,
        Map<String, Long> excluded, long rejected, Map<String, CostTotals> totals, List<String> warnings) {}
