/// Objects as the files of a clone declare them: whole documents, autoscalers and what they scale.
package io.plimsoll.analysis.manifest.declared;
