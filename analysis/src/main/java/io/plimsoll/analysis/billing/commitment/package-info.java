/// SQL over charges that commitments cover, or might.
package io.plimsoll.analysis.billing.commitment;
