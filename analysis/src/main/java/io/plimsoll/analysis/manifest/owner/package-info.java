/// Who owns a rendered value: the place in the clone's files which the last writer took it from. Knows no Git and runs no
/// program; a clone is a map of paths and bytes.
package io.plimsoll.analysis.manifest.owner;
