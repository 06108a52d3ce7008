/// What is wrong with a repository, a class a kind of finding. A new kind is a class and a line in `FindingRules`.
package io.plimsoll.analysis.workload.finding;
