/// How one value of a manifest is replaced or added: find the target, plan the splices, prove that nothing else changed.
package io.plimsoll.analysis.manifest.edit;
