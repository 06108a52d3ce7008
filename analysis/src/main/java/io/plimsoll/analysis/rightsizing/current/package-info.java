/// What is set, used and paid today, brought together from Git, telemetry and the bill.
package io.plimsoll.analysis.rightsizing.current;
