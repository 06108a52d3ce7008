package io.plimsoll.app.screen.overview;

import java.util.Optional;

import io.plimsoll.analysis.Workbench;
import io.plimsoll.analysis.task.Cancellation;
import io.plimsoll.app.control.Filter;
import io.plimsoll.app.text.Messages;
import io.plimsoll.app.theme.Tone;

/// Gives the overview one figure of another screen. Called away from the FX thread.
@FunctionalInterface
interface HeadlineSource {
    /// For what can't be known yet.
    HeadlineSource NONE = (workbench, filter, cancellation) -> Optional.empty();

    /// @param filter only its currency, and whether others are converted into it, may matter: the answer is kept until that or the data change
    /// @return empty while there is nothing to say; never a guess
    Optional<Reading> read(Workbench workbench, Filter filter, Cancellation cancellation);

    /// @param value as it is to be read
    /// @param note  a remark that says in words what the tone says in colour
    record Reading(String value, String note, Tone tone) {
        /// The same, where all currencies are shown in one with the remark that it covers only what is billed in that one.
        Reading notConverted(Filter filter) {
            return filter.converted()
                    ? new Reading(value, Messages.text("overview.onlyBilledIn", note, filter.currency()), tone)
                    : this;
        }
    }
}
