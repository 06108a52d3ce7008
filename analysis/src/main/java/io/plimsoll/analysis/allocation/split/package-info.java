/// The arithmetic of an allocation: no SQL, no files, no threads. Shares are computed in floating point, amounts never.
package io.plimsoll.analysis.allocation.split;
