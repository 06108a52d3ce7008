/// When pods start, run and end: runs of jobs, bursts at the start, sizes that are too new to judge.
package io.plimsoll.analysis.rightsizing.lifetime;
