/// What autoscalers decide: the horizontal one's rule replayed on history, KEDA's triggers, the vertical one's bounds.
package io.plimsoll.analysis.rightsizing.scaling;
