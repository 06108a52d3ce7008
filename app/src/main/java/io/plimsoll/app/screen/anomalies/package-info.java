/// The screen that says what moved in the bill, where it comes from, what changed in Git just before, and takes the user's
/// judgement of it.
package io.plimsoll.app.screen.anomalies;
