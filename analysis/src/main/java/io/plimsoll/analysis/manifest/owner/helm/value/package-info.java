/// Helm values as a tree whose leaves know where they were written.
package io.plimsoll.analysis.manifest.owner.helm.value;
