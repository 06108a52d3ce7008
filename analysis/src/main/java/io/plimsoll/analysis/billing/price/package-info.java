/// The price catalogue, estimates from it, the user's price lists, and the bill's list prices against it.
package io.plimsoll.analysis.billing.price;
