/// What is paid for and does nothing: one class a kind of waste.
@org.jspecify.annotations.NullMarked
package io.plimsoll.analysis.rightsizing.idle;
