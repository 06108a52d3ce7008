/// The change set: which lines of which manifests change, whether the guards allow it, and the commit.
package io.plimsoll.app.screen.changes;
