/// Makes the answer from what was found: which rules apply, how a rule follows its parts, how files add up.
package io.plimsoll.analysis.conformance.outcome;
