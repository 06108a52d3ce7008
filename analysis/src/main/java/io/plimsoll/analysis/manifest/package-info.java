/// Manifests as text: spans, edits that change nothing else, and the knobs that cost money. Knows no Git and no SQL.
package io.plimsoll.analysis.manifest;
