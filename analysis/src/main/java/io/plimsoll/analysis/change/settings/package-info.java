/// Reads the clone's guards file.
package io.plimsoll.analysis.change.settings;
