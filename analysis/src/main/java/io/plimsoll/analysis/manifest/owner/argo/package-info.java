/// What Argo CD's Applications and ApplicationSets deploy.
package io.plimsoll.analysis.manifest.owner.argo;
