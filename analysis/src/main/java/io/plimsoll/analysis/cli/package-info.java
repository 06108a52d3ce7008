/// The command line: one small class a command, all on the same services as the window.
package io.plimsoll.analysis.cli;
