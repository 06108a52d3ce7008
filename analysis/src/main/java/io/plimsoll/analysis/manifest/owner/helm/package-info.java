/// Charts and their releases: whose value reaches which rendered field. Nothing is executed or fetched.
package io.plimsoll.analysis.manifest.owner.helm;
