/// Go templates of charts, worked out from their text alone: a closed list of functions without effect, no file, no network, no clock.
package io.plimsoll.analysis.manifest.owner.helm.template;
