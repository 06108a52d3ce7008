/// Exchange rates with their dates, and costs seen in another currency.
package io.plimsoll.analysis.billing.rate;
