/// Holds what was delivered against the rule model of FOCUS 1.2. Knows no billing format: it is handed a file's columns and its
/// text while the file is staged, keeps what it found, and says afterwards which rules passed, failed, or could not be run.
package io.plimsoll.analysis.conformance;
