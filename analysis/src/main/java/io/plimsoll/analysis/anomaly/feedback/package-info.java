/// What the user says of events: how far a label reaches, planned activities, and how many alerts a week are to be heard.
@NullMarked
package io.plimsoll.analysis.anomaly.feedback;

import org.jspecify.annotations.NullMarked;
