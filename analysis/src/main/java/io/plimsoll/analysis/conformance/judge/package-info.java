/// Turns the rules into SQL over the text of one delivered file and runs them: all in one pass, and one more for the rows that broke
/// a rule.
package io.plimsoll.analysis.conformance.judge;
