/// Follows what deploys what, from the deployers of a clone down to the objects that reach a cluster.
package io.plimsoll.analysis.manifest.owner.deploy;
