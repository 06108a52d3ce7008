/// Learns from all workloads whether a size will be exceeded tomorrow, and is only believed where it beats the plain rule.
@org.jspecify.annotations.NullMarked
package io.plimsoll.analysis.rightsizing.breach;
