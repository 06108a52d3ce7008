package io.plimsoll.analysis.billing;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.plimsoll.analysis.task.StepFailure;

/// What to load. All files of one request are one delivery: they replace what earlier requests loaded for the same source, billing
/// account and billing period, and add to each other.
///
/// @param paths    files, or folders that are searched for billing files
/// @param profile  a reader's id, or null to recognise each file by its header
/// @param dryRun   read, check and count everything, and change nothing
/// @param currency ISO 4217 code for rows that state no currency, or null; it changes no currency that a file states
public record ImportRequest(List<Path> paths, @Nullable String profile, boolean dryRun, @Nullable String currency) {
    private static final Pattern CODE = Pattern.compile("[A-Z]{3}");

    /// @throws StepFailure BAD_CURRENCY
    public ImportRequest {
        paths = List.copyOf(paths);
        if (currency != null && !CODE.matcher(currency).matches()) {
            throw StepFailure.wrongUsage("BAD_CURRENCY", currency + " is no currency code.",
                    "Give three capital letters of ISO 4217, such as USD or EUR.");
        }
    }

    /// For files that state their currency.
    public ImportRequest(List<Path> paths, @Nullable String profile, boolean dryRun) {
        this(paths, profile, dryRun, null);
    }

    public static ImportRequest of(Path... paths) {
        return new ImportRequest(List.of(paths), null, false);
    }
}
