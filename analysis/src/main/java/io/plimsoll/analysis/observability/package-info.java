/// What logs, metrics, traces and their agents cost, which of it nothing uses, and what a cut would blind.
package io.plimsoll.analysis.observability;
