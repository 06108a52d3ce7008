package io.plimsoll.analysis.telemetry;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// A telemetry file that was imported, and what of it is still there.
///
/// @param importId number of the import's ledger entry
/// @param imported when, UTC
/// @param file     where it was read from
/// @param profile  the reader's id
/// @param sha256   of its bytes, lower-case hex
/// @param read     data points in the file
/// @param series   distinct series of which samples were stored; 0 if an earlier version of the program loaded it
/// @param samples  that were stored
/// @param present  that are there now: later imports replace
/// @param rejected data points that could not be understood
/// @param first    time of the first sample that was stored, null if there is none or it is not known any more
/// @param last     time of the last one, as `first`
/// @param repairs  how often each repair was made; those never made are absent
/// @param notes    sentences for the user
public record LoadedTelemetry(long importId, Instant imported, String file, String profile, String sha256, long read,
        long series, long samples, long present, long rejected, @Nullable Instant first, @Nullable Instant last,
        Map<Repair, Long> repairs, List<String> notes) {
    public LoadedTelemetry {
        repairs = Map.copyOf(repairs);
        notes = List.copyOf(notes);
    }
}
