/// Brings declared, measured and billed workloads together by the identity rules.
package io.plimsoll.analysis.workload.match;
