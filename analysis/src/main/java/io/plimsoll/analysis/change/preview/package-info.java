/// Applies intents to the files of a commit and says what the roll-out would do.
package io.plimsoll.analysis.change.preview;
