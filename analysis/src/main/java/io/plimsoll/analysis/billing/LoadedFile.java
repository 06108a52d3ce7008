package io.plimsoll.analysis.billing;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.unit.Days;

/// A file that was imported, and what of it is still loaded.
///
/// @param importId counts from 1
/// @param imported when, UTC
/// @param file     where it was read from
/// @param profile  the reader's id
/// @param version  of the format
/// @param sha256   of the file
/// @param loaded   rows that went in
/// @param present  rows that are there now: later imports replace
/// @param days     of the billing periods of the rows that are there now; null if none is
/// @param rejected rows that could not be read
/// @param totals   of the rows that went in by currency, to the last digit of the file
/// @param warnings sentences for the user
public record LoadedFile(long importId, Instant imported, String file, String profile, String version, String sha256,
        long loaded, long present, @Nullable Days days, long rejected, Map<String, CostTotals> totals,
        List<String> warnings) {}
