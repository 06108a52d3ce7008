/// Named sets of steps, each another size of one workload, and what they come to together.
package io.plimsoll.analysis.scenario;
