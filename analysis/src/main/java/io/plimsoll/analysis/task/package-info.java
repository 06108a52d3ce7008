/// What a piece of work says and hears while it runs: progress, cancellation, and failure with a code and a remedy.
/// Owns no threads: the caller runs.
package io.plimsoll.analysis.task;
