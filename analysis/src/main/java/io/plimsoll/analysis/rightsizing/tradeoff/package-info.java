/// Money against risk: the sizes that could be written, the frontier through them, and the league of strategies.
package io.plimsoll.analysis.rightsizing.tradeoff;
