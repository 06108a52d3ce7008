/// The sizing rules: ours and those of the well-known tools, re-written from their published sources.
package io.plimsoll.analysis.rightsizing.strategy;
