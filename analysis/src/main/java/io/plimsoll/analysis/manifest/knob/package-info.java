/// Where cost lives in each shape of manifest: one small class a family, all listed in `KnobFinders`.
package io.plimsoll.analysis.manifest.knob;
