/// What of a saving is cash: commitments replayed with less usage. Pure computation.
package io.plimsoll.analysis.rightsizing.cash;
