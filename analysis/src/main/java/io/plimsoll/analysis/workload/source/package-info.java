/// What each source knows of workloads by itself: who owns a pod, what Git declares, what a tag says.
package io.plimsoll.analysis.workload.source;
