/// How samples become use that can be added up: repaired series, replicas that come and go.
package io.plimsoll.analysis.rightsizing.usage;
