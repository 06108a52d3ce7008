/// Answers questions about loaded cost, from the cube where it has the dimensions and from the rows otherwise.
package io.plimsoll.analysis.billing.cost;
