/// The workspace on disk: its folder and lock, settings, the hash-chained ledger, and staging of imports in a child process.
package io.plimsoll.analysis.workspace;
