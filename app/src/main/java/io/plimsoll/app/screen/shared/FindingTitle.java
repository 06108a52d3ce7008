package io.plimsoll.app.screen.shared;

import io.plimsoll.analysis.anomaly.Finding;
import io.plimsoll.app.text.ForeignText;
import io.plimsoll.app.text.Messages;

/// What a finding is called wherever it is spoken of.
public final class FindingTitle {
    private FindingTitle() {
    }

    /// `Amazon Elastic Compute Cloud · vision`
    public static String of(Finding finding) {
        return finding.key().dimensions().isEmpty()
                ? Messages.text("anomalies.total")
                : ForeignText.line(finding.key().title());
    }
}
