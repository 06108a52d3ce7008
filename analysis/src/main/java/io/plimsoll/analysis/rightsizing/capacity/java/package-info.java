/// Java heaps: what sets them, what was measured of them, and how much memory they bind.
@org.jspecify.annotations.NullMarked
package io.plimsoll.analysis.rightsizing.capacity.java;
