package io.plimsoll.app.screen.repository;

import java.util.Locale;

import io.plimsoll.app.text.Messages;

/// What of the repository is listed.
enum RepositoryTab {
    KNOBS, OWNERS, WORKLOADS, FINDINGS, HISTORY;

    String title() {
        return Messages.text("repo.tab." + name().toLowerCase(Locale.ROOT));
    }
}
