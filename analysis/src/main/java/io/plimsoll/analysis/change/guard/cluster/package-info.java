/// What the clone declares of the objects that rules hold a change against: limits, quotas, budgets, autoscalers.
package io.plimsoll.analysis.change.guard.cluster;
