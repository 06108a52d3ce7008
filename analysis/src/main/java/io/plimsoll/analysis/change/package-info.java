/// From an intended value to a commit: change sets, their preview with diff and roll-out effect, guards, the commit with its
/// evidence in trailers, and its undo.
package io.plimsoll.analysis.change;
