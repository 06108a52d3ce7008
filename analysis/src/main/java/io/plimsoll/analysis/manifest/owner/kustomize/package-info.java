/// What `kustomize build` would make of a folder, with the origin of every value. Nothing is executed or fetched.
package io.plimsoll.analysis.manifest.owner.kustomize;
