/// What could be cut, and what nothing could be said of then.
package io.plimsoll.analysis.observability.cut;
