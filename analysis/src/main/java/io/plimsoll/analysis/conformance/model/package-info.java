/// The rule model: what each rule asks, under which condition, and of which parts it is made.
package io.plimsoll.analysis.conformance.model;
