/// From a proposal to an advice: judged on telemetry that the strategy never saw, with every objection found.
package io.plimsoll.analysis.rightsizing.advice;
