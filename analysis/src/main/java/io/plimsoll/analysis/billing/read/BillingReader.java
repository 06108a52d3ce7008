package io.plimsoll.analysis.billing.read;

import io.plimsoll.analysis.task.StepFailure;

/// Knows one provider's billing format. Stateless; recognises by the header alone, never by a file's name.
public interface BillingReader {
    /// Names the profile on the command line and in reports, lower-case.
    String id();

    /// Whether a file with this header is surely of this format.
    boolean recognises(Header header);

    /// How the file's columns fill those of FOCUS.
    ///
    /// @param file for the failure's sentence
    /// @throws StepFailure MISSING_COLUMN if the file lacks a column without which its rows mean nothing
    ReadPlan plan(Header header, String file);
}
