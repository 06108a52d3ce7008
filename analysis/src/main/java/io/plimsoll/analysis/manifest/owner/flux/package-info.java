/// What Flux's Kustomizations and HelmReleases deploy.
package io.plimsoll.analysis.manifest.owner.flux;
