/// One class a guard; the list of them is `GuardRules`.
package io.plimsoll.analysis.change.guard;
