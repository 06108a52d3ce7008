package io.plimsoll.app.screen.idle;

import io.plimsoll.analysis.rightsizing.Certainty;
import io.plimsoll.analysis.rightsizing.IdleFinding;
import io.plimsoll.app.text.Messages;

/// How sure the listed ones must be.
enum Sure {
    ALL, CERTAIN, PROBABLE, POSSIBLE;

    boolean takes(IdleFinding finding) {
        return this == ALL || finding.certainty() == Certainty.valueOf(name());
    }

    String title() {
        return this == ALL ? Messages.text("idle.all") : IdleText.certainty(Certainty.valueOf(name()));
    }
}
