/// Holds the cost fields of live objects against those that Git wants.
package io.plimsoll.analysis.change.drift;
