/// What bounds a workload's size from the inside: heaps, overheads, caches, slots, autoscalers, its other containers.
@org.jspecify.annotations.NullMarked
package io.plimsoll.analysis.rightsizing.capacity;
