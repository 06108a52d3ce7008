/// How long each service's days take to settle, learned from what imports kept of them.
package io.plimsoll.analysis.quality.lag;
