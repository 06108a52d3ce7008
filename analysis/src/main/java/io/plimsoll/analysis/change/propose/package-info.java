/// From a wanted size to intents: which knob of which manifest owns each part of it, and how the author writes it.
package io.plimsoll.analysis.change.propose;
