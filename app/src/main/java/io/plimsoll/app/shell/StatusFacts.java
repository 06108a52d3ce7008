package io.plimsoll.app.shell;

import io.plimsoll.app.text.Formats;
import io.plimsoll.app.text.Messages;

/// What the right end of the status bar says about the workspace. Empty parts are left out.
///
/// @param loaded     how much there is: `18 402 116 charges · 96 M samples`
/// @param fresh      up to when: `Fresh to 29 Sep, 2 days incomplete`
/// @param repository clone, branch and state: `platform-gitops ⎇ main ✓ clean`
public record StatusFacts(String loaded, String fresh, String repository) {
    public static final StatusFacts NONE = new StatusFacts("", "", "");

    /// The first part from counts.
    public static String loaded(long charges, long samples) {
        return Messages.text("status.charges", Formats.count(charges), Formats.compact(samples));
    }
}
