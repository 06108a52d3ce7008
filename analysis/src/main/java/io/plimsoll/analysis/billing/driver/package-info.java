/// Unit drivers: what a day's work was, counted by the user.
package io.plimsoll.analysis.billing.driver;
