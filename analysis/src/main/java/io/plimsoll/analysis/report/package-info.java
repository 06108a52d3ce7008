/// Hand-over: what was found and decided as files that need no Plimsoll to read.
package io.plimsoll.analysis.report;
