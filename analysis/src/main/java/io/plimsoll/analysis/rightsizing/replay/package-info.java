/// Any size held against what was measured: unmet CPU, kills, the tail beyond the highest value, exact bounds of rare shares.
package io.plimsoll.analysis.rightsizing.replay;
